"""Digests: sections headed by states, of which one says nothing of another."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from briefing.extract.scene import per_document
from briefing.language.document import Document

_FEWEST: Final = 2  # headings that make a digest
_LONGEST: Final = 4  # words of "Thailand-Cambodia", "Democratic Republic of Congo"


def section_start(document: Document, sentence: int) -> int:
    """The number of the heading under which a sentence stands, in a digest of states; else 0."""
    starts = _starts(document)
    at = bisect_right(starts, sentence)
    return starts[at - 1] if at else 0


@per_document
def _starts(document: Document) -> list[int]:
    """The headings that are the name of a state or two, where there are several."""
    starts = {place.start for place in document.places if place.kind == "country"}
    headings = [s for s in document.sentences if s.heading and s.start in starts]
    found = [s.index for s in headings if len(s.text.split()) <= _LONGEST]
    return found if len(found) >= _FEWEST else []
