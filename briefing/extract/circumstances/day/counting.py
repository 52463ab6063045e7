"""Days that a text counts from another that it told: "on Monday …. Two days later …"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from briefing.extract.scene import Scene
from briefing.language.dateparts import DAY_PREC
from briefing.language.dates import Dated
from briefing.models import When
from briefing.records import replace


def counted_on(dates: Iterable[Dated], day: When | None) -> list[Dated]:
    """``dates`` with those that count from the day before them fixed; ``day`` was told before.

    What counts from no known day stays as it is.
    """
    fixed: list[Dated] = []
    for dated in dates:
        if dated.shift is not None and day is not None and day.start:
            when = _moved(dated.when, day.start, dated.shift)
            fixed.append(dated._replace(when=when, shift=None))
        else:
            fixed.append(dated)
        if fixed[-1].when.date_prec == DAY_PREC:
            day = fixed[-1].when
    return fixed


def last_day(sentences: Sequence[Sequence[Dated]]) -> When | None:
    """The last single day of ``sentences``, the latest sentence first.

    From the nearest that names one on, each that counts goes on from there.
    """
    passed: list[Dated] = []
    for dates in sentences:
        passed = [*dates, *passed]
        if any(d.when.date_prec == DAY_PREC for d in dates):
            days = [d.when for d in counted_on(passed, None) if d.when.date_prec == DAY_PREC]
            return days[-1]
    return None


def dated_aside(scene: Scene, dates: Iterable[Dated], start: int) -> Dated | None:
    """What dates a clause, where ``start`` stands in it: "…, a day after rebels took Goma"."""
    tokens = scene.parse.tokens
    for dated in dates:
        if dated.clause and tokens[dated.last - 1].end <= start:
            between = scene.document.article.text[tokens[dated.last - 1].end : start]
            if not any(mark in between for mark in ",;:"):
                return dated
    return None


def counted_from(aside: Dated, told: Iterable[Dated]) -> When | None:
    """When a clause's event was: so many days from the day of what its sentence tells."""
    day = next((d.when.start for d in told if d.when.date_prec == DAY_PREC), None)
    if day is None or aside.shift is None:
        return None
    return _moved(aside.when, day, aside.shift)


def from_clauses(scene: Scene, own: Sequence[Dated], told: Sequence[Dated]) -> list[Dated]:
    """``told``, where what dates a clause has a day of its own: "fell the day after the truce began
    on Monday" fell on Tuesday."""
    moved = list(told)
    for aside in own:
        if not aside.clause or aside.shift is None:
            continue
        day = next((d for d in told if _is_in_clause(scene, aside, d)), None)
        when = _moved(aside.when, day.when.start, -aside.shift) if day and day.when.start else None
        reported = scene.document.reported
        if day and when and not (reported and when.start and when.start > reported):
            moved[moved.index(day)] = aside._replace(when=when, shift=None, clause=False)
    return moved


def _is_in_clause(scene: Scene, aside: Dated, dated: Dated) -> bool:
    if dated.first < aside.last or dated.when.date_prec != DAY_PREC or dated.since:
        return False
    return _CLOSES.isdisjoint(scene.parse.lower[aside.last : dated.first])


_CLOSES: Final = frozenset((",", ";", ":"))


def _moved(when: When, day: date, shift: int) -> When:
    """The day so many days from another."""
    moved = day + timedelta(days=shift)
    return replace(when, start=moved, end=moved, date_prec=DAY_PREC, basis="counted")
