"""Nouns that say that something changed hands: "the capture of X", "X is in rebel hands"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any, Final

from briefing.extract.territory.seizures import Seizure, noun_after
from briefing.extract.territory.turned import is_counted
from briefing.extract.territory.unreal import unreal_noun
from briefing.language.groups import Group, Parsed
from briefing.language.lists import complement
from briefing.lexicon import load, word_set
from briefing.models import Action

held_words = partial(word_set, "territory", "held")
_FILLS: Final = ("mark", "preposition")  # "back", "not only" between a place and the hands it is in


def by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Seizure]:
    """ "The capture of A by B": what a noun says changed hands."""
    entry = noun_rules()[group.word]
    prepositions = tuple(entry.get("after", "of").split())
    taken = _with_last(parse, at, noun_after(parse, at, prepositions))
    agents = noun_after(parse, at, ("by",))
    whose = tuple(complement(parse, at).wholes) if prepositions == ("from",) else ()
    if taken:
        yield Seizure(
            entry["action"], entry["rule"], at, taken, whose or agents,
            yields=entry.get("yields", False), known=entry.get("known", False),
            own=entry.get("own", False),
        )  # fmt: skip


def _with_last(parse: Parsed, at: int, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The capture of A and B puts …": B is no subject where the noun itself lacks a verb."""
    groups = parse.groups
    last = _phrase_end(parse, taken[-1]) if taken else len(groups)
    opens = not any(g.kind == "verb" and g.finite for g in groups[:at])
    if not opens or last + 3 >= len(groups) or groups[last + 1].kind != "coordinator":
        return taken
    verb = groups[last + 2].kind == "noun" and groups[last + 3].kind == "verb"
    return (*taken, last + 2) if verb and last + 2 not in taken else taken


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
    if groups[before].kind == "noun" and (counted or again or between & held_words("now")):
        holder = noun_after(parse, at, ("of",)) or (at,)
        first = before
        while counted and not groups[first].quantity:
            first -= 2
        taken = tuple(range(first, before + 1, 2))
        action: Action = "recaptured" if again else "captured"
        yield Seizure(action, "held", at, taken, holder, known=True)


@cache
def noun_rules() -> dict[str, dict[str, Any]]:
    """The rules of the lexicon by their nouns."""
    return {word: entry for entry in load("territory")["nouns"] for word in entry["words"].split()}
