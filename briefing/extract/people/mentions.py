"""How a noun group speaks of its people: for the first time, again, beside others, as a share."""

from __future__ import annotations

from typing import Final

from briefing.extract.people.headcount import ONE_MORE, OTHERS
from briefing.language.groups import Group, Parsed
from briefing.language.roles import is_share
from briefing.models import Mention

_OTHERS: Final = OTHERS | ONE_MORE
_BOUNDS: Final = (["more", "than"], ["no", "more"])  # "more than 30": a count and nobody else
_WHOLE: Final = frozenset(("both", "all"))  # "both men", "all three": spoken of before


def mention_of(parse: Parsed, at: int, trigger: int) -> Mention:
    """How the people of the group at ``at`` are spoken of; ``trigger`` says what befell them."""
    group = parse.groups[at]
    words = parse.words(group)
    if not _OTHERS.isdisjoint(words) and words[:2] not in _BOUNDS:
        return "others"
    if is_share(parse, group):
        return "share"
    of_theirs = group.quantity is not None and words[group.counted : group.counted + 1] == ["of"]
    if of_theirs:
        return "new"  # "two of his aides"
    if group.definite or group.pronoun or words[0] in _WHOLE:
        return "known"
    return "known" if _of_known_event(parse.groups, at, trigger) else "new"


def _of_known_event(groups: list[Group], at: int, trigger: int) -> bool:
    """ "Officials confirmed the arrest of a smuggler": an arrest told before."""
    event = groups[trigger]
    return event.kind == "noun" and event.definite and at == trigger + 2 and not groups[at].quantity
