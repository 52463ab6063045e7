"""Whether two claims of one article tell of the same people."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from briefing.extract.people import people_words, singulars
from briefing.lexicon import load
from briefing.models import Casualty

Match = Literal["same", "part", ""]
_MUCH_MORE = 2  # times a lower bound from which a count is another one
_NOBODY = ""  # the head of a count without a noun
_NAME = "name"  # the kind of a noun that no lexicon knows: a name


@dataclass(slots=True)
class People:
    """People that an article tells of, once or more; ``first`` is the claim that told them."""

    first: Casualty
    covers: bool = False  # of several events: the counts of single events are parts of it
    parts: list[Casualty] = field(default_factory=list)
    again: list[Casualty] = field(default_factory=list)

    @property
    def tellings(self) -> list[Casualty]:
        """The claims that tell of all of them."""
        return [self.first, *self.again]

    @property
    def told(self) -> list[Casualty]:
        return [*self.tellings, *self.parts]


def match(people: People, claim: Casualty, mates: list[People]) -> Match:
    """Whether ``claim`` tells of ``people`` again, of a part of them, or of others.

    ``mates``: people told before in one sentence with somebody whom the claim's own sentence
    tells again. What is said beside them there are they again.
    """
    first = people.first
    if _rivals(first, claim):
        return "same"
    if first.sentence_start == claim.sentence_start or not _alike(first, claim):
        return ""
    if people in mates and _fits(first, claim):
        return "part" if is_vague(first) and not is_vague(claim) else "same"
    if claim.mention == "others":
        return _others_again(first, claim)
    if claim.mention == "share":
        larger = is_vague(first) or _size(claim) < _size(first)
        return "part" if larger and not is_vague(claim) else ""
    return _by_vagueness(first, claim) or _by_count(people, claim)


def _rivals(first: Casualty, claim: Casualty) -> bool:
    """Two sources on one toll: "the army said eight died, the governor said fourteen"."""
    one, two = first.attribution.source_original, claim.attribution.source_original
    if not one or not two or one == two or is_vague(first) or is_vague(claim):
        return False
    nobody_else = _NOBODY in (kind_of(first), kind_of(claim)) or head(first) == head(claim)
    return nobody_else and claim.mention == "new" and not begins_apart(claim)


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
    return "same" if is_vague(claim) and _size(first) > 1 else ""


def _others_again(first: Casualty, claim: Casualty) -> Match:
    """ "Several others", later "two other men"; or people whom a headline left uncounted."""
    if is_bare(first) and first.sentence_start == 0:
        return "same" if is_vague(claim) else "part"
    if first.mention != "others" or head(first) != head(claim):
        return ""
    if is_vague(first) and not is_vague(claim):
        return "part"
    return "same" if _equal(first, claim) else ""


def is_bare(claim: Casualty) -> bool:
    """People without any word of number: "insurgents"."""
    return is_vague(claim) and claim.quantity.as_written.endswith(claim.victim or " ")


def may_be_part(whole: Casualty, claim: Casualty) -> bool:
    """Whether people told in another sentence may be some of ``whole``."""
    return whole.sentence_start != claim.sentence_start and _alike(whole, claim)


def _by_count(people: People, claim: Casualty) -> Match:
    first = people.first
    if is_vague(claim):
        return ""
    if _refines(first, claim):
        return "same"
    if _equal(first, claim):
        known = claim.mention == "known"
        return "same" if known or (_one_word(first, claim) and not begins_apart(claim)) else ""
    if _size(claim) < _size(first) and (
        claim.mention == "known" or people.covers or _elliptic(claim)
    ):
        return "part"
    return ""


def _elliptic(claim: Casualty) -> bool:
    """ "Twelve were killed at once": a count that opens its sentence is one of those before."""
    return claim.victim is None and claim.start == claim.sentence_start


def _fits(first: Casualty, claim: Casualty) -> bool:
    return is_vague(first) or is_vague(claim) or _equal(first, claim)


def _equal(first: Casualty, claim: Casualty) -> bool:
    one, two = first.quantity, claim.quantity
    return (one.low, one.best, one.high) == (two.low, two.best, two.high) or (
        is_vague(first) and is_vague(claim)
    )


def is_vague(claim: Casualty) -> bool:
    return claim.quantity.kind == "vague"


def _size(claim: Casualty) -> int:
    quantity = claim.quantity
    return quantity.best or quantity.low or quantity.high or 0


def _alike(first: Casualty, claim: Casualty) -> bool:
    """Whether the nouns allow that both are the same people: "leader" and "individual" do."""
    if head(first) == head(claim) or _last(first) == _last(claim):
        return True
    if first.victim_side and claim.victim_side and first.victim_side != claim.victim_side:
        return False
    one, two = kind_of(first), kind_of(claim)
    if "perpetrator" in (one, two):
        return {one, two} <= {"perpetrator", "irregular"}
    return one == two != _NAME or _NOBODY in (one, two)


def _one_word(first: Casualty, claim: Casualty) -> bool:
    """Whether two first tellings use the same noun, or one that may stand for the other's."""
    one, two = head(first), head(claim)
    return one == two or not {one, two} <= _roles()


def kind_of(claim: Casualty) -> str:
    """What the noun says people are; "" where it may stand for anybody."""
    noun = head(claim)
    if noun in _kinds():
        return _kinds()[noun]
    if claim.victim_group != "unknown":
        return claim.victim_group
    return "" if noun == _NOBODY or noun in people_words() else _NAME


def head(claim: Casualty) -> str:
    """The noun for the people, singular: "insurgent" in "suspected insurgents"."""
    words = (claim.victim or "").lower().split()
    known = (word for word in reversed(words) if word in people_words())
    word = next(known, words[-1] if words else _NOBODY)
    return singulars().get(word, word)


def _last(claim: Casualty) -> str:
    """The last word, the surname of a name: "Prosecutor Omar Ali" and "Omar Ali" are one."""
    return (claim.victim or _NOBODY).split(" ")[-1].lower()


def begins_apart(claim: Casualty) -> bool:
    """ "In a separate attack …": the sentence says that this is another event."""
    words = claim.sentence.lower().replace(",", " ").split()
    return not _words("apart").isdisjoint(words)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(load("totals")[section]["words"].split())


@cache
def _roles() -> frozenset[str]:
    return frozenset(load("totals")["kinds"]["irregular"]["roles"].split())


@cache
def _kinds() -> dict[str, str]:
    kinds = dict.fromkeys(_words("general"), _NOBODY)
    for kind, entry in load("totals")["kinds"].items():
        for word in (*entry["words"].split(), *entry.get("roles", "").split()):
            kinds[word] = kind
    return kinds
