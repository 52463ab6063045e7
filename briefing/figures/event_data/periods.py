"""Event totals as counts over the periods up to the edition's own, gaps between them zeros."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from briefing.figures.event_data.series import Count
from briefing.rows import records
from briefing.wording import cardinal, listed, window

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_NAMES = {1: "day", 7: "week"}  # by length in days
Measure = Callable[["Row"], int | None]


@dataclass(frozen=True)
class Trend:
    """One dataset's totals by period: ``spans`` are its periods, the edition's own the last."""

    set: Row
    number: int  # E1, E2 … among the sources
    rows: tuple[Row, ...]
    spans: tuple[tuple[date, date], ...]
    beyond: tuple[Row, ...]  # figures of what is in no period

    @property
    def name(self) -> str:
        return str(self.set["dataset"])

    @property
    def source(self) -> str:
        """The source line of a figure."""
        return f"Source: {self.name} [E{self.number}], {self.set['licence'].split(':')[0]}."

    @property
    def compares(self) -> bool:
        """Whether there is a period to compare the edition's own with: a chart needs two."""
        return len(self.spans) > 1

    @property
    def where(self) -> str:
        return listed(sorted({row["country"] for row in self.rows if row["country"]}))

    @property
    def unit(self) -> str:
        """What a period is called: ``week``, ``month``, ``day``, ``period``."""
        return "month" if self.set["monthly"] else _NAMES.get(self._days, "period")

    @property
    def length(self) -> str:
        """The same, with how long it is: ``week``, ``period of five days``."""
        return self.unit if self.unit != "period" else f"period of {cardinal(self._days)} days"

    @property
    def _days(self) -> int:
        return (self.spans[-1][1] - self.spans[-1][0]).days + 1

    @cached_property
    def when(self) -> str:
        return window(self.spans[0][0], self.spans[-1][1], year=True)

    def counts(self, rows: Iterable[Row], best: Measure, *, ranged: bool) -> tuple[Count, ...]:
        """Add up rows of the dataset for each period; ``ranged``: with low and high."""
        sums: dict[date, dict[str, int | None]] = {}
        for row in rows:
            held = sums.setdefault(row["period_start"], {})
            ends = {"low": row["low"], "high": row["high"]} if ranged else {}
            for name, value in {"best": best(row), "events": row["events"], **ends}.items():
                if value is not None:
                    held[name] = (held.get(name) or 0) + value
        return tuple(_count(start, end, sums.get(start, {})) for start, end in self.spans)


def _count(start: date, end: date, held: dict[str, Any]) -> Count:
    return Count(
        start, end, held.get("best", 0), held.get("low"), held.get("high"), held.get("events", 0)
    )


def find_trends(ledger: Ledger, dataset: str = "", periods: int = 26) -> list[Trend]:
    """Return the trend of every dataset, or of the one named, over as many periods before."""
    totals, figures = records(ledger.event_totals), records(ledger.event_figures)
    trends = []
    for number, row in enumerate(records(ledger.event_sets), start=1):
        own = [r for r in totals if r["dataset"] == row["dataset"]]
        spans = _months_of(own) if row["monthly"] else _periods_of(row, ledger.edition)
        spans = spans[-(periods + 1) :]
        inside = tuple(r for r in own if spans and r["period_start"] >= spans[0][0])
        beyond = (f for f in figures if f["dataset"] == row["dataset"])
        if inside and dataset in ("", row["dataset"]):
            told = tuple(f for f in beyond if f["part"] == "beyond_trend")
            trends.append(Trend(row, number, inside, tuple(spans), told))
    return trends


def _periods_of(dataset: Row, edition: dict[str, Any]) -> list[tuple[date, date]]:
    """The edition's period and those before it that the dataset covers, oldest first."""
    from briefing.resolve.event_data import Periods

    start, end = (date.fromisoformat(str(edition[name])[:10]) for name in ("start", "end"))
    own = Periods(start, end)
    covered = own.covered_before(dataset["date_start"])
    return [(own.first(-n), own.last(-n)) for n in range(covered, -1, -1)]


def _months_of(rows: Iterable[Row]) -> list[tuple[date, date]]:
    """Every month from the first to the last that has a total."""
    known = {row["period_start"]: row["period_end"] for row in rows}
    if not known:
        return []
    spans, day = [], min(known)
    while day <= max(known):
        following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        spans.append((day, known.get(day, following - timedelta(days=1))))
        day = following
    return spans
