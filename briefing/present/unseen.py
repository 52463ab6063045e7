"""Signs that a reader cannot see or that turn a line round, shown by their names.

A text from anywhere may hold marks of direction that make "kcatta" of "attack", spaces without
width, controls, or letters with a hundred accents that run over the lines around them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_MOST_ACCENTS = 4  # on one letter; Vietnamese and pointed Hebrew have fewer
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]+"
)


class Piece(NamedTuple):
    """A stretch of text as it is, or the name of signs that cannot be seen."""

    text: str
    unseen: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """``text`` in pieces, each safe to be shown between others; none changes its neighbours."""
    end = 0
    for match in _UNSEEN.finditer(text):
        yield from _seen(text[end : match.start()])
        yield Piece(_named(match.group()), unseen=True)
        end = match.end()
    yield from _seen(text[end:])


def made_visible(text: str) -> str:
    """``text`` as one string, with the names of unseen signs in square brackets."""
    return "".join(f"[{piece.text}]" if piece.unseen else piece.text for piece in pieces(text))


def _named(signs: str) -> str:
    first = f"U+{ord(signs[0]):04X}"
    return first if len(signs) == 1 else f"{first} and {len(signs) - 1} more"


def _seen(text: str) -> Iterator[Piece]:
    """The text without accents beyond those that a letter can bear."""
    if not text:
        return
    if text.isascii():
        yield Piece(text)
        return
    kept: list[str] = []
    accents = 0
    for letter in text:
        accents = accents + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        if accents <= _MOST_ACCENTS:
            kept.append(letter)
    yield Piece("".join(kept))
