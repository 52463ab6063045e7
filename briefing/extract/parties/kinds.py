"""Whether those who were hurt are rather of the attackers' own sort than of the other side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.actors import canonical
from briefing.extract.parties.cast import state_bodies
from briefing.extract.people.words import singular
from briefing.lexicon import word_set

_REGULAR: Final = word_set("totals", "kinds", "regular", "words")
_IRREGULAR: Final = word_set("totals", "kinds", "irregular", "words")


def are_of_one_kind(victims: str | None, party: str | None) -> bool:
    """ "The ZLF attacked four towns. Nine rebels died": rebels are no victims of a rebel group.

    ``party``: who attacked; for a state's forces rebels are the other side. "Police shot a bomber.
    A policeman was hurt": nor is he theirs, where no state is named.
    """
    if party and party.islower() and party.split()[-1] in state_bodies():
        return are_regular(victims)
    if party is None or not are_irregular(victims):
        return False
    return not _is_state(party)


def are_comrades(victims: str | None, doer: str, others: Iterable[str]) -> bool:
    """ "Troops raided a camp of the ZLF. Two soldiers died": they are no victims of the troops, who
    fought a party that is no state's."""
    own = are_regular(victims) and _is_state(doer)
    return own and any(not _is_state(other) for other in others)


def _is_state(party: str) -> bool:
    known = canonical(party)
    state = known is not None and known.country is not None
    return state or party.lower().split()[-1] in state_bodies()


def are_regular(people: str | None) -> bool:
    """Whether a word for people is for those who serve a government: "12 soldiers"."""
    return _noun(people) in _REGULAR


def are_irregular(people: str | None) -> bool:
    """Whether a word for people is for fighters who are no government's: "Abu Sayyaf bandits"."""
    return _noun(people) in _IRREGULAR


def _noun(people: str | None) -> str:
    return singular((people or " ").lower().split(" ")[-1])
