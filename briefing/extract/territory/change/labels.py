"""Changes behind a label or in the cells of a table: "Gains: A and B", "A | captured | M23"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from briefing.extract.territory.change.seizures import Seizure
from briefing.extract.territory.ground.taken import units
from briefing.extract.territory.ground.turned import is_turned
from briefing.language.groups import Parsed
from briefing.language.lists import list_from
from briefing.lexicon import load, word_set

_LABEL: Final = 14  # groups of a label at most
_CELLS: Final = 2  # bars from which a line is a row of a table
_ENDS: Final = frozenset((";", ".", "|"))


def by_label(parse: Parsed) -> Iterator[Seizure]:
    """ "Gains by M23: A and B", "Lost: C", "Now under our control: D", "E: full control"."""
    colon = next((i for i, g in enumerate(parse.groups[:_LABEL]) if g.word == ":"), 0)
    if not colon or not _OTHERWISE.isdisjoint(parse.lower[: parse.groups[colon].first]):
        return
    trigger = _trigger(parse, range(colon))
    told = any(g.kind == "verb" for i, g in enumerate(parse.groups[:colon]) if i != trigger)
    told = told or (trigger is not None and _is_said_of(parse, trigger))
    if trigger is not None and not told:
        yield from _change(parse, trigger, _listed(parse, colon), range(colon))
    elif _is_state(parse, colon):
        trigger = _trigger(parse, range(colon + 1, len(parse.groups)))
        if trigger is not None and not told:
            yield from _change(parse, trigger, _nouns(parse, range(colon)), range(0))


def by_list(parse: Parsed, at: int) -> Iterator[Seizure]:
    """ "The liberated villages are A, B and C": what is said of the things at ``at``."""
    be, what = (*parse.groups[at + 1 : at + 3], parse.groups[at], parse.groups[at])[:2]
    if be.word not in _LISTS or what.kind != "noun" or be.negated:
        return
    tells = [word for word in parse.words(parse.groups[at]) if word in labels()]
    if parse.groups[at].is_several and tells:
        entry = labels()[tells[0]]
        taken = tuple(list_from(parse, at + 2))
        yield Seizure(entry["action"], "listed", at, taken, (), yields=entry.get("yields", False))


_LISTS: Final = frozenset(("are", "were", "include", "included"))


def by_row(parse: Parsed) -> Iterator[Seizure]:
    """ "Bunagana | North Kivu | captured 3 March | M23": what the first cell names."""
    bars = [i for i, group in enumerate(parse.groups) if group.word == "|"]
    if len(bars) < _CELLS:
        return
    opening = {bar + 1 for bar in bars}
    trigger = _trigger(parse, range(bars[0], len(parse.groups)))
    if trigger is not None and trigger in opening:
        behind = range(trigger + 1, len(parse.groups))
        yield from _change(parse, trigger, _nouns(parse, range(bars[0])), behind)


def _trigger(parse: Parsed, where: range) -> int | None:
    """The word of a label, as it is written; "control" only of what is under it, or full."""
    for at in where:
        word = parse.lower[parse.groups[at].head]
        if word in labels() and (word not in _STATES or _is_held(parse, at)):
            return at
    return None


def _is_said_of(parse: Parsed, at: int) -> bool:
    """ "M23 captured three towns: A, B and C" is no label, "towns captured by M23: A" is one."""
    group = parse.groups[at]
    told = group.kind == "verb" and any(g.kind == "noun" for g in parse.groups[:at])
    return told and not is_turned(parse, at, group)


def _is_held(parse: Parsed, at: int) -> bool:
    full = not word_set("territory", "held", "full").isdisjoint(parse.words(parse.groups[at]))
    return full or (at > 0 and parse.groups[at - 1].word in word_set("territory", "held", "after"))


def _is_state(parse: Parsed, colon: int) -> bool:
    """Whether nothing stands behind the mark but "full control", "captured", "in our hands"."""
    behind = [group for group in parse.groups[colon + 1 :] if group.kind != "mark"]
    return 0 < len(behind) <= len(("in", "our hands"))


def _change(
    parse: Parsed, trigger: int, taken: tuple[int, ...], agents: range
) -> Iterator[Seizure]:
    entry = labels()[parse.lower[parse.groups[trigger].head]]
    flags = (entry.get(key, False) for key in ("yields", "known"))
    if taken:
        yields, known = flags
        known = known and not any(parse.groups[at].word in units() for at in agents)
        rule = (entry["action"], entry["rule"], trigger, taken, _nouns(parse, agents))
        yield Seizure(*rule, yields=yields, known=known)


def _nouns(parse: Parsed, where: range) -> tuple[int, ...]:
    return tuple(at for at in where if parse.groups[at].kind == "noun")


def _listed(parse: Parsed, colon: int) -> tuple[int, ...]:
    """The things of the list behind the mark, without what only says where or when."""
    groups, bracket = parse.groups, False
    found: list[int] = []
    for at in range(colon + 1, len(groups)):
        group = groups[at]
        bracket = group.word == "(" or (bracket and group.word != ")")
        if group.word in _ENDS or (group.kind == "verb" and group.finite):
            break
        if group.kind == "noun" and not bracket and groups[at - 1].kind != "preposition":
            found.append(at)
    return tuple(found)


@cache
def labels() -> dict[str, dict[str, Any]]:
    """The rules of labels by their words."""
    return {word: entry for entry in load("territory")["labels"] for word in entry["words"].split()}


_STATES: Final = word_set("territory", "held", "nouns")
_OTHERWISE: Final = word_set("territory", "label_not", "words")
