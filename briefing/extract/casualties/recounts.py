"""The count of people whom the article counted before it told what befell them.

"Three gunmen stormed a hotel. … The gunmen were killed." Where the sentences before give two counts
of the same noun, or none, the people stay uncounted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.alike import is_bare
from briefing.language.document import Document
from briefing.models import Casualty, Quantity
from briefing.records import replace

_BACK: Final = 4  # sentences before in which the people are counted


def with_counts(document: Document, claims: list[Casualty]) -> list[Casualty]:
    """The claims, with the count of the people that they speak of as known."""
    index = {sentence.start: sentence.index for sentence in document.sentences}
    return [_counted(document, index[claim.sentence_start], claim) for claim in claims]


def _counted(document: Document, sentence: int, claim: Casualty) -> Casualty:
    if claim.mention != "known" or not is_bare(claim) or not claim.victim:
        return claim
    noun = claim.victim.split(" ")[-1].lower()
    counts = list(_counts_of(document, noun, range(max(0, sentence - _BACK), sentence)))
    if len({(count.low, count.high) for count in counts}) != 1:
        return claim
    return replace(claim, quantity=counts[-1])


def _counts_of(document: Document, noun: str, sentences: range) -> Iterator[Quantity]:
    for sentence in sentences:
        for group in document.parsed[sentence].groups:
            if group.word == noun and group.quantity and group.quantity.kind != "none":
                yield group.quantity
