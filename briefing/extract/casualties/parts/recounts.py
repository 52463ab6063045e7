"""The count of people whom the article counted before it told what befell them.

"Three gunmen stormed a hotel. … The gunmen were killed." Where the sentences before give two counts
of the same noun, or none, the people stay uncounted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.parts.members import listed
from briefing.extract.casualties.same.alike import is_bare
from briefing.extract.scene import scenes_of
from briefing.language.document import Document
from briefing.models import Casualty, Quantity
from briefing.records import replace

_BACK: Final = 4  # sentences before in which the people are counted
_FOLLOWING: Final = "following"


def with_counts(document: Document, claims: list[Casualty]) -> list[Casualty]:
    """The claims, with the count of the people that they speak of as known."""
    index = {sentence.start: sentence.index for sentence in document.sentences}
    return [_counted(document, index[claim.sentence_start], claim) for claim in claims]


def with_named(document: Document, claims: list[Casualty]) -> list[Casualty]:
    """The claims, with the count of the people whom a list behind them names one by one."""
    index = {sentence.start: sentence.index for sentence in document.sentences}
    return [_named(document, index[claim.sentence_start], claim) for claim in claims]


def _named(document: Document, sentence: int, claim: Casualty) -> Casualty:
    named = _named_behind(document, sentence, claim)
    if named <= 1:
        return claim
    count = Quantity("exact", named, named, named, claim.quantity.as_written)
    noun = (claim.victim or "").removeprefix(f"{_FOLLOWING} ")
    return replace(claim, quantity=count, victim=noun, mention="new")


def _counted(document: Document, sentence: int, claim: Casualty) -> Casualty:
    if claim.mention != "known" or not is_bare(claim) or not claim.victim:
        return claim
    noun = claim.victim.split(" ")[-1].lower()
    counts = list(_counts_of(document, noun, range(max(0, sentence - _BACK), sentence)))
    if len({(count.low, count.high) for count in counts}) != 1:
        return claim
    return replace(claim, quantity=counts[-1])


def _named_behind(document: Document, sentence: int, claim: Casualty) -> int:
    """How many names follow "the following guards were killed:"; 0 where it is no such list."""
    if claim.quantity.kind != "vague" or _FOLLOWING not in (claim.victim or "").split():
        return 0
    scene = scenes_of(document)[sentence]
    groups = scene.parse.groups
    behind = range(scene.group_at(claim.end), len(groups))
    opens = next((at for at in behind if groups[at].word == ":"), None)
    return len(list(listed(scene, opens + 1))) if opens is not None else 0


def _counts_of(document: Document, noun: str, sentences: range) -> Iterator[Quantity]:
    for sentence in sentences:
        for group in document.parsed[sentence].groups:
            if group.word == noun and group.quantity and group.quantity.kind != "none":
                yield group.quantity
