"""Claims that only tell again what an article tells elsewhere: no claims of their own.

"He was killed" after "a general was killed"; "the nurses' killers" where the article counts the
nurses. A definite plural that is counted nowhere stays, as people without a number.
"""

from __future__ import annotations

from briefing.extract.alike import head, is_bare, kind_of
from briefing.extract.people import people_words, singular
from briefing.extract.victims import PRONOUNS
from briefing.models import Casualty


def without_echoes(claims: list[Casualty]) -> list[Casualty]:
    """The claims that say something of their own."""
    told: set[str] = set()
    kept: list[Casualty] = []
    firm = [claim for claim in claims if not _spoken_of_before(claim)]
    for claim in claims:
        if claim.quantity.as_written in PRONOUNS:
            echo = claim.outcome in told
        elif _spoken_of_before(claim):
            echo = any(_same_people(other, claim) for other in (*firm, *kept))
        else:
            echo = False
        if not echo:
            kept.append(claim)
        if claim.quantity.best == 1:
            told.add(claim.outcome)
    return kept


def _spoken_of_before(claim: Casualty) -> bool:
    """ "The nurses": known to the reader, and not counted here."""
    return claim.mention == "known" and is_bare(claim)


def _same_people(other: Casualty, claim: Casualty) -> bool:
    several = other.quantity.best is None or other.quantity.best > 1
    return several and other.outcome == claim.outcome and _may_be(other, claim)


def _may_be(other: Casualty, claim: Casualty) -> bool:
    """Whether one noun may stand for the other: "militants" for "rebels", not nuns for drivers."""
    one, two = kind_of(other), kind_of(claim)
    if head(other) == head(claim) or not one or not two or _share_a_noun(other, claim):
        return True
    return one == two and one not in ("civilians", "combatants", "mixed")


def _share_a_noun(other: Casualty, claim: Casualty) -> bool:
    """ "Jesuit teachers" and "the Jesuits"."""
    one, two = ({singular(w) for w in (c.victim or "").lower().split()} for c in (other, claim))
    return not (one & two).isdisjoint(people_words())
