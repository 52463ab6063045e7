"""Clean prose: one kind of space, of hyphen and of line end, one paragraph between blank lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Line ends that a program has written out as a backslash and an "n": no path ("C:\new")
_WRITTEN_OUT = re.compile(r'(?:\\r)?\\n(?=[A-Z\s"“‘(•\\]|$)')
# Soft hyphens, zero-width spaces, marks of direction and controls: not seen by a reader, and they
# would keep a name from being found. Zero-width joiners stay: Persian is spelled with them.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff"
    r"\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_HYPHENS = str.maketrans("\u2010\u2011", "--")  # set so that a line does not break, or breaks
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_LINE_END = re.compile(r" ?\n ?")

_WIDEST_WRAP = 120  # characters; a text with longer lines has one paragraph per line
_LIST_ITEM = re.compile(r"([-*•–·▪]|\d{1,2}[.)]) ")
_HEADING_LENGTH = 120
_SENTENCE_END = re.compile(r"[.!?…:;,。؟]['\"”’»)\]]*$")


def normalize(text: str) -> str:
    """Return the text in NFC, with ``\\n`` line ends, single spaces and plain hyphens."""
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", _WRITTEN_OUT.sub("\n", text)))
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).translate(_HYPHENS)
    return _AROUND_LINE_END.sub("\n", text).strip()


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph is short and does not end like a sentence."""
    return len(paragraph) <= _HEADING_LENGTH and not ends_sentence(paragraph)


def ends_sentence(text: str) -> bool:
    """Whether a text ends in a full stop or another mark that ends a sentence or clause."""
    return bool(_SENTENCE_END.search(text))


def is_list_item(line: str) -> bool:
    """Whether a line begins with a bullet or a number of its own."""
    return bool(_LIST_ITEM.match(line))


def unwrap(text: str) -> list[str]:
    """Split normalized plain text into paragraphs, whatever its lines mean.

    Texts come with one paragraph per line or wrapped at a width. A wrapped line goes on in the
    next one if the next line's first word had no room left on it, or begins in lower case.
    """
    lines = text.split("\n")
    width = max((len(line) for line in lines if " " in line), default=0)
    wrapped = width <= _WIDEST_WRAP and _mostly_cut_short(lines)
    paragraphs: list[str] = []
    previous = ""
    for line in lines:
        if wrapped and previous and _goes_on(previous, line, width):
            paragraphs[-1] += f" {line}"
        elif line:
            paragraphs.append(line)
        previous = line
    return paragraphs


def _mostly_cut_short(lines: list[str]) -> bool:
    """Whether most lines that another one follows stop in the middle of a sentence."""
    followed = [line for line, following in pairwise(lines) if line and following]
    return 2 * sum(not ends_sentence(line) for line in followed) > len(followed)


def _goes_on(line: str, following: str, width: int) -> bool:
    if not following or is_list_item(following):
        return False
    no_room = len(line) + 1 + len(following.split(" ", 1)[0]) > width
    return no_room or (following[0].islower() and not ends_sentence(line))


def join(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as one text, a blank line between them."""
    return "\n\n".join(paragraphs)
