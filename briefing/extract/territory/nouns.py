"""Nouns that say that something changed hands: "the capture of X", "X is in rebel hands"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any, Final

from briefing.extract.territory.seizures import Seizure, noun_after
from briefing.extract.territory.turned import is_counted
from briefing.extract.territory.unreal import unreal_noun
from briefing.language.dateparts import is_weekday
from briefing.language.daygroups import names_month
from briefing.language.groups import Group, Parsed, owner_group
from briefing.language.lists import complement
from briefing.lexicon import load, word_set
from briefing.models import Action

held_words = partial(word_set, "territory", "held")
_SINCE: Final = 4  # groups behind "in the hands" up to "since": "of the M23 since yesterday"
_FILLS: Final = ("mark", "preposition")  # "back", "not only" between a place and the hands it is in


def by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Seizure]:
    """ "The capture of A by B": what a noun says changed hands."""
    entry = noun_rules()[group.word]
    prepositions = tuple(entry.get("after", "of").split())
    taken = _with_last(parse, at, noun_after(parse, at, prepositions))
    agents = noun_after(parse, taken[-1] if taken else at, ("by",))
    whose = tuple(complement(parse, at).wholes) if prepositions == ("from",) else ()
    whose = whose or _owner(parse, at, group)
    if taken:
        yield Seizure(
            entry["action"], entry["rule"], at, taken, agents or whose,
            yields=entry.get("yields", False), known=entry.get("known", False),
            own=entry.get("own", False),
        )  # fmt: skip


def _owner(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    """ "The army's seizure of A", "the army's 11 May seizure of A"."""
    if owner_group(parse, group):
        return (at,)
    dated = at > 1 and names_month(parse.words(parse.groups[at - 1]))
    owns = dated and parse.letters[parse.groups[at - 2].last - 1] == "'"
    return (at - 2,) if owns else ()


def _with_last(parse: Parsed, at: int, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The capture of A and B puts …", "… of A and B by rebels was": B is no subject where the
    noun itself lacks a verb."""
    groups = parse.groups
    last = _phrase_end(parse, taken[-1]) if taken else len(groups)
    if last + 3 >= len(groups) or groups[last + 1].kind != "coordinator":
        return taken
    opens = not any(g.kind == "verb" and g.finite for g in groups[:at])
    following = groups[last + 3]
    verb = following.word == "by" or (opens and following.kind == "verb")
    named = groups[last + 2].kind == "noun" and last + 2 not in taken
    return (*taken, last + 2) if verb and named else taken


def _phrase_end(parse: Parsed, at: int) -> int:
    """The last group of the noun at ``at`` with its "of" phrases."""
    while at + 2 < len(parse.groups) and parse.groups[at + 1].word == "of":
        at += 2
    return at


def by_state(parse: Parsed, at: int) -> Iterator[Seizure]:
    """ "50 towns under the control of X", "Sake is now in rebel hands": new, or with a count."""
    groups = parse.groups
    if at <= 1 or groups[at - 1].word not in held_words("after"):
        return
    before = at - 2
    while before > 0 and (groups[before].kind in _FILLS or groups[before].verb == "be"):
        before -= 1
    counted = groups[before].kind == "noun" and is_counted(parse, before)
    between = {t.lower for t in parse.tokens[groups[before].last : groups[at].first]}
    again = bool(between & held_words("back")) and not unreal_noun(parse, at)
    new = again or between & held_words("now") or _is_recent(parse, at)
    if groups[before].kind == "noun" and (counted or new):
        holder = noun_after(parse, at, ("of",)) or (at,)
        first = before
        while counted and not groups[first].quantity:
            first -= 2
        taken = tuple(range(first, before + 1, 2))
        action: Action = "recaptured" if again else "captured"
        yield Seizure(action, "held", at, taken, holder, known=True)


def _is_recent(parse: Parsed, at: int) -> bool:
    """ "In the hands of M23 since Monday": the text says when it came about."""
    for since in range(at + 1, min(at + _SINCE, len(parse.groups) - 1)):
        if parse.groups[since].word == "since":
            word = parse.lower[parse.groups[since + 1].first]
            return word in held_words("recent") or is_weekday(word)
    return False


@cache
def noun_rules() -> dict[str, dict[str, Any]]:
    """The rules of the lexicon by their nouns."""
    return {word: entry for entry in load("territory")["nouns"] for word in entry["words"].split()}
