"""Claims that only tell again what an article tells elsewhere: no claims of their own.

"He was killed" after "a general was killed"; "the nurses' killers" where the article counts the
nurses. A definite plural that is counted nowhere stays, as people without a number.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import Final

from briefing.extract.casualties.same.alike import head, is_bare, kind_of
from briefing.extract.claims import AnyClaim
from briefing.extract.people.victims import PRONOUNS
from briefing.extract.people.words import PEOPLE, is_general, singular
from briefing.language.document import Document
from briefing.models import Casualty, Claim
from briefing.records import record


def without_announced(document: Document, claims: list[AnyClaim]) -> list[AnyClaim]:
    """Without what a headline announces and the text below it tells: "Insurgents Detained".

    A heading in small letters announces only the very count that the text gives.
    """
    headings = {s.start for s in document.sentences if s.heading}
    told = [claim for claim in claims if claim.sentence_start not in headings]
    below = {_what(claim) for claim in told} | {_count(claim) for claim in told}
    return [claim for claim in claims if _announces(document, claim, headings) not in below]


def _announces(document: Document, claim: Claim, headings: set[int]) -> object:
    """What a claim of a heading announces; None for one of the text."""
    if claim.sentence_start in document.headlines:
        return _what(claim)
    return _count(claim) if claim.sentence_start in headings else None


def _what(claim: Claim) -> str:
    return claim.outcome if isinstance(claim, Casualty) else type(claim).__name__


def _count(claim: Claim) -> object:
    """Outcome and count of a casualty claim, or the claim itself, which nothing else tells."""
    if not isinstance(claim, Casualty) or claim.quantity.best is None:
        return claim.id or id(claim)
    return claim.outcome, claim.quantity.low, claim.quantity.best, claim.quantity.high


_BROAD: Final = frozenset(("civilians", "combatants", "mixed", "name"))  # nuns are no drivers


@record(frozen=False)
class _Told:
    """The words for several people to whom one thing happened, as an article tells of them."""

    heads: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def add(self, claim: Casualty) -> None:
        self.heads.add(head(claim))
        self.kinds.add(kind_of(claim))
        self.nouns |= _nouns(claim)

    def covers(self, claim: Casualty) -> bool:
        """Whether a noun told before may stand for the claim's: "rebels" for "the militants"."""
        kind = kind_of(claim)
        if head(claim) in self.heads or "" in self.kinds or (self.kinds and not kind):
            return True
        alike = kind in self.kinds and kind not in _BROAD
        return alike or not self.nouns.isdisjoint(_nouns(claim))


def without_echoes(claims: list[Casualty]) -> list[Casualty]:
    """The claims that say something of their own."""
    several: defaultdict[str, _Told] = defaultdict(_Told)
    for claim in claims:
        if not _spoken_of_before(claim) and claim.quantity.best not in (0, 1):
            several[claim.outcome].add(claim)
    singles: set[str] = set()
    kept: list[Casualty] = []
    for claim in claims:
        if claim.quantity.best == 1:
            if claim.quantity.as_written in PRONOUNS and claim.outcome in singles:
                continue
            singles.add(claim.outcome)
        elif _counts_again(claim, kept):
            continue
        elif _spoken_of_before(claim):
            if several[claim.outcome].covers(claim):
                continue
            several[claim.outcome].add(claim)
        kept.append(claim)
    return kept


def _counts_again(claim: Casualty, kept: list[Casualty]) -> bool:
    """ "A judge and his guard were shot. Both men died at once": those just told one by one."""
    known = claim.mention == "known" and claim.quantity.kind == "exact"
    if not known or not (claim.victim is None or is_general(head(claim))):
        return False
    alike = [c for c in kept if c.outcome == claim.outcome]
    last = alike[-1].sentence_start if alike else claim.sentence_start
    told = [c.quantity.best for c in alike if c.sentence_start == last]
    return last < claim.sentence_start and set(told) == {1} and len(told) == claim.quantity.best


def _spoken_of_before(claim: Casualty) -> bool:
    """ "The nurses": known to the reader, and not counted here."""
    return claim.mention == "known" and is_bare(claim)


def _nouns(claim: Casualty) -> set[str]:
    """The words for people in it: "jesuit" in "Jesuit teachers" as in "the Jesuits"."""
    words = (singular(word) for word in (claim.victim or "").lower().split())
    return {word for word in words if word in PEOPLE}
