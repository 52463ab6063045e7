"""What two casualty claims have in common: their nouns, names, counts and sources."""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing.extract.people.words import PEOPLE, SINGULARS
from briefing.lexicon import load, word_set
from briefing.models import Casualty, Incident

_OPENING: Final = 3  # words that open a sentence
_NAME_WORDS: Final = 2
_NOBODY: Final = ""  # the head of a count without a noun
_NAME: Final = "name"  # the kind of a noun that no lexicon knows: a name


def same_name(first: Casualty, claim: Casualty) -> bool:
    """ "The murder of Omar Ali: prosecutor Omar Ali was killed": one name, one person."""
    one, two = ((c.victim or "").split(" ")[-_NAME_WORDS:] for c in (first, claim))
    return one == two and len(one) == _NAME_WORDS and all(word[:1].isupper() for word in one)


def are_rivals(first: Casualty, claim: Casualty) -> bool:
    """Two sources on one toll: "the army said eight died, the governor said fourteen"."""
    one, two = first.attribution.source_original, claim.attribution.source_original
    if not one or not two or one == two or is_vague(first) or is_vague(claim):
        return False
    nobody_else = _NOBODY in (kind_of(first), kind_of(claim)) or head(first) == head(claim)
    return nobody_else and claim.mention == "new" and not begins_apart(claim)


def is_bare(claim: Casualty) -> bool:
    """People without any word of number: "insurgents"."""
    return is_vague(claim) and claim.quantity.as_written.endswith(claim.victim or " ")


def equal(first: Casualty, claim: Casualty) -> bool:
    """Whether two claims have one count, or both have none that is a number."""
    one, two = first.quantity, claim.quantity
    return (one.low, one.best, one.high) == (two.low, two.best, two.high) or (
        is_vague(first) and is_vague(claim)
    )


def is_vague(claim: Casualty) -> bool:
    """Whether a claim counts its people in words alone: "several"."""
    return claim.quantity.kind == "vague"


def size(claim: Casualty) -> int:
    """How many people a claim counts, as far as it says so."""
    quantity = claim.quantity
    return quantity.best or quantity.low or quantity.high or 0


def alike(first: Casualty, claim: Casualty) -> bool:
    """Whether the nouns allow that both are the same people: "leader" and "individual" do."""
    if head(first) == head(claim) or _last(first) == _last(claim):
        return True
    if first.victim_side and claim.victim_side and first.victim_side != claim.victim_side:
        return False
    one, two = kind_of(first), kind_of(claim)
    if "perpetrator" in (one, two):
        return {one, two} <= {"perpetrator", "irregular"}
    return one == two != _NAME or _NOBODY in (one, two)


def one_word(first: Casualty, claim: Casualty) -> bool:
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
    named = (claim.victim or "").split(" ")[-1][:1].isupper() and noun not in PEOPLE
    return _NAME if named else ""


def head(claim: Casualty) -> str:
    """The noun for the people, singular: "insurgent" in "suspected insurgents"."""
    words = (claim.victim or "").lower().split()
    known = (word for word in reversed(words) if word in PEOPLE)
    word = next(known, words[-1] if words else _NOBODY)
    return SINGULARS.get(word, word)


def _last(claim: Casualty) -> str:
    """The last word, the surname of a name: "Prosecutor Omar Ali" and "Omar Ali" are one."""
    return (claim.victim or _NOBODY).split(" ")[-1].lower()


def is_elsewhere(first: Casualty | Incident, claim: Casualty) -> bool:
    """Whether what two claims tell happened in two towns, or on two days, by their own words."""
    one, two = first.place, claim.place
    towns = one and two and one.kind == two.kind == "settlement" and one.name != two.name
    towns = towns and not (two and two.name in _names_around(first))
    days = (first.when.start, claim.when.start)
    precise = first.when.date_prec == claim.when.date_prec == 1
    return bool(towns) or (precise and days[0] != days[1])


def _names_around(told: Casualty | Incident) -> set[str]:
    """The places of one list, and those in which they lie: of a province's town the province's
    name may be written alone."""
    listed = (told.place, *told.also_at)
    return {outer.name for place in listed if place for outer in (place, *place.within)}


def begins_apart(claim: Casualty) -> bool:
    """ "In a separate attack …": the sentence says that this is another event."""
    words = claim.sentence.lower().replace(",", " ").split()
    if not _words("apart").isdisjoint(words):
        return True
    near = (*words[:_OPENING], *claim.quote.lower().split())
    return not _words("apart", "beside").isdisjoint(near)


@cache
def _words(section: str, key: str = "words") -> frozenset[str]:
    return word_set("totals", section, key)


@cache
def _roles() -> frozenset[str]:
    return word_set("totals", "kinds", "irregular", "roles")


@cache
def _kinds() -> dict[str, str]:
    kinds = dict.fromkeys(_words("general"), _NOBODY)
    for kind, entry in load("totals")["kinds"].items():
        for word in (*entry["words"].split(), *entry.get("roles", "").split()):
            kinds[word] = kind
    return kinds
