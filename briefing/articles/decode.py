"""Bytes → text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs

from briefing.articles.draft import UnreadableError
from briefing.language.detect import detect_language

_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or Office file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"{\\rtf": "a rich text (RTF) file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
}
_MARKS = {  # byte order marks; UTF-32 first, for its mark begins like that of UTF-16
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Encodings that news text is found in where it is not UTF-8. A shorter list guesses better.
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
_LATIN = ("cp1250", "cp1252", "cp1254")
_LATIN_BY_LANGUAGE = {"pl": "cp1250", "tr": "cp1254"}
# The quotation marks, dashes and signs that lie at the same bytes in every Windows code page.
_WINDOWS_SIGNS = frozenset(b"\x82\x84\x85\x86\x87\x89\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")
_MAX_CONTROL_SHARE = 0.01


def decode(data: bytes, declared: str | None = None) -> str:
    """Read bytes as text: byte order mark, UTF-8, the declared charset, else a detector's reading.

    Raises ``UnreadableError`` for bytes that are no text or fit no encoding.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    _refuse_binary(data)
    for charset in ("utf-8", declared):
        if charset and (text := _attempt(data, charset)) is not None:
            return text
    return _detect(data)


def _decode_marked(data: bytes, encoding: str) -> str:
    if (text := _attempt(data, encoding)) is None:
        raise UnreadableError(f"begins as {encoding} text and is broken further on. Save it anew")
    return text


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _refuse_binary(data: bytes) -> None:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableError(f"is not text but {what}, whatever its name says")
    controls = sum(byte < ord(" ") and byte not in _TEXT_CONTROLS for byte in data)
    if 0 in data or controls > _MAX_CONTROL_SHARE * len(data):
        raise UnreadableError("is a binary file and not text")


def _detect(data: bytes) -> str:
    if all(byte in _WINDOWS_SIGNS for byte in data if byte >= 0x80):  # noqa: PLR2004 - not ASCII
        return data.decode("cp1252")
    from charset_normalizer import from_bytes

    if (best := from_bytes(data, cp_isolation=_CANDIDATES).best()) is None:
        raise UnreadableError("is in an encoding that could not be recognized. Save it as UTF-8")
    if best.encoding in _LATIN:
        return _attempt(data, _latin_code_page(data)) or str(best)
    return str(best)


def _latin_code_page(data: bytes) -> str:
    """The code page of the text's language: bytes alone do not tell Spanish ñ from Polish ń."""
    language = detect_language(data.decode("ascii", errors="ignore"))
    return _LATIN_BY_LANGUAGE.get(language or "en", "cp1252")
