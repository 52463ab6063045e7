"""Several places in one sentence, each taken on a day of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.window.days import FEWEST_DAYS
from briefing.extract.scene import Scene
from briefing.extract.territory.change.seizures import Seizure
from briefing.extract.territory.ground.taken import units
from briefing.language.dates import Dated
from briefing.language.lists import begins_clause, list_from, named_by
from briefing.records import record, replace

_ASIDES: Final = 2  # phrases between a place and its day: "Minova in South Kivu on 21 January"


@record(frozen=True)
class _Item:
    """Places with a day of their own; ``end``: the group behind them."""

    taken: tuple[int, ...]
    dated: Dated | None
    end: int


def each_on_its_day(scene: Scene, seizure: Seizure) -> list[Seizure]:
    """ "Took A on Monday, B on Tuesday and C on the 12th": a change for each of the days.

    The first is the one given, with its own day where others follow.
    """
    dates = scene.document.dates[scene.sentence.index]
    if len(dates) < FEWEST_DAYS:
        return [seizure]
    own = _own(scene, seizure)
    items = list(_items(scene, own.end))
    if not items:
        return [seizure]
    further = (
        replace(seizure, taken=item.taken, day=scene.span_of(item.dated), known=False)
        for item in items
        if item.dated
    )
    day = scene.span_of(own.dated) if own.dated else None
    return [replace(seizure, taken=own.taken, day=day), *further]


def _own(scene: Scene, seizure: Seizure) -> _Item:
    """The places that share the first day, which stands behind them or ahead of the verb."""
    for last in sorted({max(seizure.trigger, at) for at in seizure.taken}):
        behind = _day_behind(scene, last, _ASIDES)
        if behind:
            taken = tuple(at for at in seizure.taken if at <= last)
            return _Item(taken, behind.dated, behind.end)
    end = max((seizure.trigger, *seizure.taken)) + 1
    return _Item(seizure.taken, _day_ahead(scene, seizure), end)


def _items(scene: Scene, at: int) -> Iterator[_Item]:
    """What goes on from the group at ``at`` in the form ", B on Tuesday and, on Friday, C"."""
    item = _item(scene, at)
    while item:
        yield item
        item = _item(scene, item.end)


def _item(scene: Scene, at: int) -> _Item | None:
    name = _behind_joint(scene, at)
    if name == at:
        return None
    ahead = _day_behind(scene, name - 1, 0)
    if ahead:
        name = _behind_joint(scene, ahead.end)
    if not _is_place(scene, name) or begins_clause(scene.parse, name):
        return None
    name = named_by(scene.parse, name)
    taken = tuple(list_from(scene.parse, name))
    if ahead:
        return _Item(taken, ahead.dated, max(taken) + 1)
    for last in taken:
        behind = _day_behind(scene, last, _ASIDES)
        if behind:
            return _Item(tuple(i for i in taken if i <= last), behind.dated, behind.end)
    return None


def _behind_joint(scene: Scene, at: int) -> int:
    """The group behind the commas and "and" at ``at``."""
    groups = scene.parse.groups
    first = at
    while at < len(groups) and (
        groups[at].kind == "coordinator"
        or groups[at].word in (",", ";")
        or (at > first and groups[at].word == "then")
    ):
        at += 1
    return at


def _is_place(scene: Scene, at: int) -> bool:
    """A name or what can be taken: "Bweremana", "the town of Sake", "two villages"."""
    group = scene.parse.groups[at] if at < len(scene.parse.groups) else None
    if group is None or group.kind != "noun" or group.pronoun:
        return False
    return group.word in units() or scene.parse.tokens[group.first + group.counted].capitalised


def _day_behind(scene: Scene, at: int, asides: int) -> _Item | None:
    """The day directly behind the group at ``at``, or behind so many phrases of place."""
    groups = scene.parse.groups
    inside = _date_from(scene, groups[at].first + 1, groups[at].last) if at >= 0 else None
    if inside:
        return _Item((), inside, _group_behind(scene, inside))  # "El Geneina four days later"
    at += at + 1 < len(groups) and groups[at + 1].word == "there"
    bracket = _in_bracket(scene, at + 1)
    if bracket:
        return bracket
    for _ in range(asides + 1):
        at += 1
        at += at < len(groups) and groups[at].kind == "preposition"
        dated = next(filter(None, (_date_at(scene, near) for near in (at - 1, at))), None)
        if dated:
            return _Item((), dated, _group_behind(scene, dated))
        if at >= len(groups) or groups[at].kind != "noun" or groups[at - 1].kind != "preposition":
            return None
    return None


def _in_bracket(scene: Scene, at: int) -> _Item | None:
    """ "Bunagana (13 June)": a day alone in the brackets that open at the group ``at``."""
    groups = scene.parse.groups
    dated = _date_at(scene, at + 1) if groups[at : at + 1] and groups[at].word == "(" else None
    behind = _group_behind(scene, dated) if dated else len(groups)
    closed = behind < len(groups) and groups[behind].word == ")"
    return _Item((), dated, behind + 1) if dated and closed else None


def _group_behind(scene: Scene, dated: Dated) -> int:
    groups = scene.parse.groups
    return next((i for i, g in enumerate(groups) if g.first >= dated.last), len(groups))


def _date_at(scene: Scene, at: int) -> Dated | None:
    """The date that begins where the group at ``at`` does."""
    if at >= len(scene.parse.groups):
        return None
    first = scene.parse.groups[at].first
    return _date_from(scene, first, first + 1 + (scene.parse.lower[first] == "the"))


def _date_from(scene: Scene, first: int, last: int) -> Dated | None:
    """The date that begins at one of ``tokens[first:last]``."""
    dates = scene.document.dates[scene.sentence.index]
    return next((dated for dated in dates if first <= dated.first < last), None)


def _day_ahead(scene: Scene, seizure: Seizure) -> Dated | None:
    """ "On 21 January M23 took A, and on the 23rd B": the last day told before the verb."""
    first = scene.parse.groups[seizure.trigger].first
    dates = scene.document.dates[scene.sentence.index]
    return next((dated for dated in reversed(dates) if dated.last <= first), None)
