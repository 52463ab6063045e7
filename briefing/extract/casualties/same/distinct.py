"""Whether two claims of one article tell of the same people."""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal

from briefing.extract.casualties.same.alike import (
    alike,
    are_rivals,
    begins_apart,
    equal,
    head,
    is_bare,
    is_elsewhere,
    is_vague,
    one_word,
    same_name,
    size,
)
from briefing.models import Casualty
from briefing.records import record

Match = Literal["same", "part", ""]
_MUCH_MORE: Final = 2  # times a lower bound from which a count is another one


@record(frozen=False)
class People:
    """People that an article tells of, once or more; ``first`` is the claim that told them."""

    first: Casualty
    leads: bool = False  # the first that the article tells of
    of_several: bool = False  # told of several events
    parts: list[Casualty] = field(default_factory=list)
    again: list[Casualty] = field(default_factory=list)

    @property
    def tellings(self) -> list[Casualty]:
        """The claims that tell of all of them."""
        return [self.first, *self.again]

    @property
    def told(self) -> list[Casualty]:
        """Every claim about them or some of them."""
        return [*self.tellings, *self.parts]


def match(people: People, claim: Casualty, mates: list[People]) -> Match:
    """Whether ``claim`` tells of ``people`` again, of a part of them, or of others.

    ``mates``: people told before in one sentence with somebody whom the claim's own sentence
    tells again. What is said beside them there are they again.
    """
    first = people.first
    if are_rivals(first, claim) or same_name(first, claim):
        return "same"
    if first.sentence_start == claim.sentence_start or not alike(first, claim):
        return ""
    if people in mates and _fits(first, claim):
        return "part" if is_vague(first) and not is_vague(claim) else "same"
    if claim.mention == "others":
        return _others_again(first, claim)
    if claim.mention == "share":
        return _share(first, claim)
    return _by_vagueness(first, claim) or _by_count(people, claim)


def _refines(first: Casualty, claim: Casualty) -> bool:
    """ "More than 10 rebels", later "15 rebels"."""
    least, found = first.quantity, claim.quantity
    exact = least.kind == "at_least" and found.kind == "exact"
    larger = (least.low or 0) < (found.best or 0) < _MUCH_MORE * (least.low or 0)
    return exact and larger and head(first) == head(claim) and not begins_apart(claim)


def _by_vagueness(first: Casualty, claim: Casualty) -> Match:
    """ "Several rebels", later "three rebels", and the other way round."""
    if is_vague(first):
        return "same" if is_vague(claim) else "part"
    return "same" if is_vague(claim) and size(first) > 1 and one_word(first, claim) else ""


def _share(first: Casualty, claim: Casualty) -> Match:
    """ "One of the rebels" is a part of more than one."""
    larger = is_vague(first) or size(claim) < size(first)
    return "part" if larger and not is_vague(claim) else ""


def _others_again(first: Casualty, claim: Casualty) -> Match:
    """ "Several others", later "two other men"; or people whom a headline left uncounted."""
    if is_bare(first) and first.sentence_start == 0:
        return "same" if is_vague(claim) else "part"
    if first.mention != "others" or head(first) != head(claim):
        return ""
    if is_vague(first) and not is_vague(claim):
        return "part"
    return "same" if equal(first, claim) else ""


def may_be_part(whole: Casualty, claim: Casualty) -> bool:
    """Whether people told in another sentence may be some of ``whole``."""
    return whole.sentence_start != claim.sentence_start and alike(whole, claim)


def _by_count(people: People, claim: Casualty) -> Match:
    first = people.first
    if is_vague(claim):
        return ""
    if _refines(first, claim):
        return "same"
    if equal(first, claim):
        known = claim.mention == "known"
        return "same" if known or (one_word(first, claim) and not begins_apart(claim)) else ""
    if _listed_part(people, claim):
        return "part"
    if size(claim) < size(first) and (
        claim.mention == "known" or _covers(people, claim) or _elliptic(claim)
    ):
        return "part"
    return ""


def _covers(people: People, claim: Casualty) -> bool:
    """A report's first count takes in what is told after it, unless that happened elsewhere."""
    if not people.leads or begins_apart(claim):
        return False
    return people.of_several or not is_elsewhere(people.first, claim)


def _listed_part(people: People, claim: Casualty) -> bool:
    """ "Two smugglers …, the chief and one of his men": beside a part, within the whole."""
    here = [c for c in people.parts if c.sentence_start == claim.sentence_start]
    told = sum(size(part) for part in here) + size(claim)
    return any(c.mention == "known" for c in here) and told <= size(people.first)


def _elliptic(claim: Casualty) -> bool:
    """ "Twelve were killed at once": a count that opens its sentence is one of those before."""
    return claim.victim is None and claim.start == claim.sentence_start


def _fits(first: Casualty, claim: Casualty) -> bool:
    return is_vague(first) or is_vague(claim) or equal(first, claim)
