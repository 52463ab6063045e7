"""The bytes of an answer, unpacked, and never more of them than allowed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from briefing.fetch.errors import FetchError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

ENCODINGS = "gzip, deflate"
_PACKED = ("gzip", "x-gzip", "deflate")
_AT_ONCE = 65_536  # bytes
_EITHER_HEAD = zlib.MAX_WBITS | 32  # zlib finds out by itself whether it is gzip or deflate


def read_body(response: BaseHTTPResponse, limit: int) -> bytes:
    """Return the body. Raises ``FetchError`` for one that has more than ``limit`` bytes.

    A packed body is unpacked piece by piece: a few kilobytes may unpack to gigabytes.
    """
    _check_declared(response.headers.get("Content-Length", ""), limit)
    unpacker = _unpacker(response.headers.get("Content-Encoding", ""))
    body = bytearray()
    for piece in response.stream(_AT_ONCE, decode_content=False):
        room = limit + 1 - len(body)
        body += unpacker.decompress(piece, room) if unpacker else piece[:room]
        if len(body) > limit:
            raise _too_large(limit)
    if unpacker and body and not unpacker.eof:
        raise FetchError("broke off in the middle of the page. Try again later")
    return bytes(body)


def _check_declared(length: str, limit: int) -> None:
    if length.isdecimal() and int(length) > limit:
        raise _too_large(limit)


def _unpacker(encoding: str) -> zlib._Decompress | None:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return None
    if name not in _PACKED:
        raise FetchError(f'is packed as "{name}", which was not asked for')
    return zlib.decompressobj(_EITHER_HEAD)


def _too_large(limit: int) -> FetchError:
    return FetchError(
        f"has more than {limit / 1_000_000:g} MB, the limit, and was not read further"
    )
