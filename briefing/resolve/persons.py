"""Whether two tellings of one person may be of the same one: by name, or by what they call him."""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing.extract.people.names import may_share, name_of
from briefing.extract.people.words import PEOPLE, singular
from briefing.ledger import Row
from briefing.lexicon import load, word_set


def is_of_one(row: Row) -> bool:
    """Whether a claim or a toll counts one person, neither more nor less."""
    return bool(row["low"] == row["high"] == 1)


def name_of_dead(row: Row) -> list[str]:
    """The words of the name of the one person whose death a row tells, who dies once; else none."""
    return name_of(row.get("victim")) if row.get("outcome") == "killed" and is_of_one(row) else []


def may_be_one(first: str | None, second: str | None) -> bool:
    """Whether a victim who is called so may be the one who is called so.

    A name without a title may be anybody's who is only called by a noun; "Sergeant Ali" may be a
    soldier, and is no teacher. A general noun may be anybody.
    """
    if not first or not second:
        return True
    one, other = name_of(first), name_of(second)
    if one and other:
        return may_share(one, other)
    a, b = _noun_of(first, one), _noun_of(second, other)
    if a == b or not (a and b):
        return True
    return not word_set("totals", "general", "words").isdisjoint((a, b)) or bool(
        _families().get(a, frozenset()) & _families().get(b, frozenset())
    )


def is_fighter_beside_name(first: str | None, second: str | None) -> bool:
    """Whether the one is a mere name and the other a fighter by a noun: "Omar Ali", "a soldier"."""
    one, other = name_of(first), name_of(second)
    if bool(one) == bool(other) or not first or not second:
        return False
    title, noun = (_noun_of(first, one), second) if one else (_noun_of(second, other), first)
    return not title and PEOPLE.get(_head(noun)) == "combatants"


def are_told_alike(first: str | None, second: str | None) -> bool:
    """Whether two victims are told by one name or by one noun."""
    one, other = name_of(first), name_of(second)
    if one or other:
        return bool(one and other) and may_share(one, other)
    return _head(first or "") == _head(second or "")


def are_opposed(first: str | None, second: str | None) -> bool:
    """Whether the nouns of two victims are of the two camps of a war: "troops", "guerrillas"."""
    one, other = _camp_of(first), _camp_of(second)
    return one is not None and other is not None and one != other


def _camp_of(victim: str | None) -> str | None:
    noun = _head(victim) if victim else ""
    return next((camp for camp in _CAMPS if noun in word_set("events", "camps", camp)), None)


_CAMPS: Final = ("state", "rebels")


def _noun_of(victim: str, name: list[str]) -> str:
    """The noun by which a person is called, before the name too; empty for a mere name."""
    if not name:
        return _head(victim)
    before = (word.lower() for word in reversed(victim.split()[: -len(name)]))
    return next((word for word in before if word in PEOPLE), "")


def _head(victim: str) -> str:
    word = (victim.split() or [""])[-1].lower()
    return singular(word)


@cache
def _families() -> dict[str, frozenset[int]]:
    """The lines of the lexicon in which a noun stands."""
    lines = [line.split() for line in load("events")["one_person"]["alike"]]
    nouns = {noun for line in lines for noun in line}
    return {noun: frozenset(i for i, line in enumerate(lines) if noun in line) for noun in nouns}
