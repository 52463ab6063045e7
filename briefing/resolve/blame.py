"""Who is held responsible for an event, of all whom its tellers name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.actors import canonical, fights_for
from briefing.lexicon import word_set
from briefing.resolve.telling import Telling

_PLAIN: Final = word_set("events", "blame", "plain")


def told_responsible(tellings: Sequence[Telling]) -> list[tuple[Telling, str]]:
    """Each telling with the name that it holds responsible; none of those that name nobody.

    "Militia" beside a named armed group is that group, and no second one; so are a state's forces
    beside the state.
    """
    named = [(telling, telling.blamed) for telling in tellings if telling.blamed]
    own = [(telling, name) for telling, name in named if name and not _is_plain(name)]
    groups = bool(own) and all(_is_armed_group(name) for _, name in own)
    held = own if groups else [(telling, name) for telling, name in named if name]
    states = {name for _, name in held}
    return [(t, state if (state := fights_for(name)) in states else name) for t, name in held]


def _is_plain(name: str) -> bool:
    """ "Militia", "militia fighters"."""
    return name.islower() and not _PLAIN.isdisjoint(name.split())


def _is_armed_group(name: str) -> bool:
    known = canonical(name)
    return known is not None and known.combatant and known.country is None
