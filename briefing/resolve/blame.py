"""Who is held responsible for an event, of all whom its tellers name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.actors import canonical, fights_for, state_name
from briefing.lexicon import load, word_set
from briefing.resolve.telling import Telling

_PLAIN: Final = word_set("events", "blame", "plain")
_STATE: Final = word_set("events", "blame", "state")
_SAYS_NOTHING: Final = word_set("events", "blame", "modifiers")
_SOME_STATE: Final = "state"


def told_responsible(tellings: Sequence[Telling]) -> list[tuple[Telling, str]]:
    """Each telling with the name that it holds responsible; none of those that name nobody.

    "Militia" beside a named armed group is that group, and no second one; so are a state's forces
    beside the state, and "the military" of the country where it was.
    """
    named = [(telling, name) for telling in tellings if (name := telling.blamed)]
    own = [(telling, name) for telling, name in named if not _is_plain(name)]
    groups = bool(own) and all(_is_armed_group(name) for _, name in own)
    return _by_one_name(own if groups else named)


def _by_one_name(named: list[tuple[Telling, str]]) -> list[tuple[Telling, str]]:
    """The names, each party by one: a state's own before its forces', else the one told most."""
    told = Counter(name for _, name in named)
    country = {name: telling.toll.get("country") for telling, name in named}
    chosen: dict[str, str] = {}
    for name in sorted(told, key=lambda n: (_is_of_state(n), fights_for(n) != n, -told[n], n)):
        own = party_of(name, country[name])
        alike = (other for other in chosen if is_one_party(own, party_of(other, country[other])))
        chosen[name] = next((chosen[other] for other in alike), name)
    return [(telling, chosen[name]) for telling, name in named]


def is_one_party(one: str, other: str) -> bool:
    """Whether two of ``party_of`` are one; forces of a state that nobody names are any state's."""
    return one == other or any(
        a == _SOME_STATE and _is_state(b) for a, b in ((one, other), (other, one))
    )


@cache
def party_of(name: str, country: str | None) -> str:
    """By what a party is compared: a state for its forces, "herders" for "armed herdsmen".

    ``country``: where the event was, whose army "the army" is.
    """
    if _is_of_state(name):
        return state_name(country) if country else _SOME_STATE
    side = fights_for(name)
    if side != name or canonical(name):
        return side
    words = [word for word in name.lower().split() if word not in _SAYS_NOTHING]
    alike: dict[str, str] = load("events")["blame"]["alike"]
    return " ".join(alike.get(word, word) for word in words) or name.lower()


def _is_of_state(name: str) -> bool:
    """ "The junta", "government forces": of a state that the words do not name."""
    return _STATE.issuperset(name.lower().split())


def _is_state(party: str) -> bool:
    known = canonical(party)
    return party == _SOME_STATE or (known is not None and known.country is not None)


def _is_plain(name: str) -> bool:
    """ "Militia", "militia fighters"."""
    return name.islower() and not _PLAIN.isdisjoint(name.split())


def _is_armed_group(name: str) -> bool:
    known = canonical(name)
    return known is not None and known.combatant and known.country is None
