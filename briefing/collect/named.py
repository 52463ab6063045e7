"""What the analyst names: addresses, files, and lists of addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from briefing.articles.decode import decode
from briefing.articles.draft import UnreadableError
from briefing.collect.addresses import is_address

STDIN = "-"
_COMMENT = "#"


def expand(names: Iterable[str], read_stdin: Callable[[], bytes]) -> Iterator[str]:
    """Yield the addresses and files meant; a list of addresses stands for each of them.

    A list is ``-`` (what is piped in) or a text file of which every line is an address, empty lines
    and comments aside.
    """
    for name in names:
        data = read_stdin() if name == STDIN else _text_file(name)
        addresses = _addresses(data) if data else None
        if addresses is None and name != STDIN:
            yield name
        else:
            yield from addresses or _lines(data or b"")


def _text_file(name: str) -> bytes | None:
    path = Path(name)
    if is_address(name) or path.suffix.lower() != ".txt":
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None  # told when it is added


def _addresses(data: bytes) -> list[str] | None:
    """The addresses of a list; None for a text of another kind."""
    lines = _lines(data)
    return lines if lines and all(is_address(line) for line in lines) else None


def _lines(data: bytes) -> list[str]:
    try:
        lines = [line.strip() for line in decode(data).splitlines()]
    except UnreadableError:
        return []
    return [line for line in lines if line and not line.startswith(_COMMENT)]
