"""Counts over periods as rows of bars: each row a small chart of its own on one line of time.

bar: best · whisker: low to high, where they differ · full colour: the edition's own period. Heights
are in pixels; only widths follow the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import accumulate
from typing import Any

from briefing.figures.drawing import Drawing
from briefing.figures.template import LABEL, SMALL, ink
from briefing.wording import number, span, window

HEADING = 24  # px above a row's bars, where its name stands
GAP = 10
AXIS = 22  # px below the last row, for the dates
LEFT, RIGHT = 34, 14  # px: for the scale's numbers, and for the last bar's count
EARLIER = 0.45  # opacity of the periods before the edition's
FILLED = 0.78  # share of a period's width that its bar takes
ROOM = 1.18  # of the highest value: room for the count above the bar
_DAY = 86_400_000  # ms
_STEPS = (1, 2, 2.5, 4, 5, 10)
_DATES = 6  # names of months that fit a phone
_MONTHS = 12


@dataclass(frozen=True)
class Count:
    """One period's count; low and high are None where the data gives none."""

    start: date
    end: date
    best: int
    low: int | None = None
    high: int | None = None
    events: int | None = None

    @property
    def spread(self) -> str:
        """``421–423`` where low and high differ from best, else nothing."""
        if self.low is None or self.high is None or self.low == self.best == self.high:
            return ""
        return span(min(self.low, self.high), max(self.low, self.high), open_upwards=False)

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def middle(self) -> str:
        """The middle of the period as Plotly wants it."""
        return (self.start + timedelta(days=self.days / 2)).isoformat() + self._hour

    @property
    def _hour(self) -> str:
        return " 12:00" if self.days % 2 else " 00:00"


@dataclass(frozen=True)
class Series:
    """A row: its name (may be empty), its colour, its counts in order of time, its height in px."""

    name: str
    colour: str
    counts: tuple[Count, ...]
    height: int

    @property
    def top(self) -> int:
        return HEADING if self.name else GAP

    @property
    def most(self) -> int:
        """The highest value that is drawn."""
        return max((c.high if c.high is not None else c.best for c in self.counts), default=0) or 1


def draw_series(rows: Sequence[Series]) -> Drawing:
    """Return the rows one under the other, each with its own scale from 0, over one time axis."""
    figure = Drawing()
    height = sum(row.top + row.height for row in rows) + AXIS
    tops = accumulate((row.top + row.height for row in rows), initial=0)
    for number_, (row, top) in enumerate(zip(rows, tops, strict=False), start=1):
        axis = str(number_) if number_ > 1 else ""
        floor = 1 - (top + row.top + row.height) / height
        _draw_row(figure, row, axis, (floor, 1 - (top + row.top) / height))
    figure.update_layout(
        height=height,
        bargap=0,
        barmode="overlay",
        margin={"l": LEFT, "r": RIGHT, "b": 0},
        xaxis=_time_axis(rows[0].counts) | {"anchor": f"y{len(rows)}" if len(rows) > 1 else "y"},
    )
    return figure


def _draw_row(figure: Drawing, row: Series, axis: str, domain: tuple[float, float]) -> None:
    last = row.counts[-1]
    # Earlier bars let colour through, and the lines of the scale would show: paper lies below.
    for colours, told in ((ink("paper"), False), (row.colour, True)):
        figure.add_bar(**_bars(row, axis, colours, told=told))
    _draw_whiskers(figure, row, axis)
    _write(figure, axis, (last.middle, max(last.best, last.high or 0)), number(last.best))
    if row.name:
        _head(figure, row.name, axis)
    figure.update_layout({f"yaxis{axis}": _count_axis(row, domain)})


def _bars(row: Series, axis: str, colour: str, *, told: bool) -> dict[str, Any]:
    """The bars of a row; those that tell nothing are the ground of those that do."""
    last = row.counts[-1]
    hover = {"hovertext": [_hover(row, count) for count in row.counts],
             "hovertemplate": "%{hovertext}<extra></extra>"}  # fmt: skip
    faint = [1 if count is last else EARLIER for count in row.counts]
    return {
        "x": [count.middle for count in row.counts],
        "y": [count.best for count in row.counts],
        "width": [count.days * FILLED * _DAY for count in row.counts],
        "yaxis": f"y{axis}",
        "marker": {"color": colour, "opacity": faint if told else 1},
        **(hover if told else {"hoverinfo": "skip"}),
    }


def _draw_whiskers(figure: Drawing, row: Series, axis: str) -> None:
    """From low to high, where one of them is not best."""
    ranged = [count for count in row.counts if count.spread]
    if not ranged:
        return
    figure.add_scatter(
        x=[count.middle for count in ranged],
        y=[count.best for count in ranged],
        mode="markers",
        marker={"size": 1, "color": ink("ink")},
        yaxis=f"y{axis}",
        hoverinfo="skip",
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [max((c.high or 0) - c.best, 0) for c in ranged],
            "arrayminus": [max(c.best - (c.low or 0), 0) for c in ranged],
            "color": ink("ink"),
            "thickness": 1.2,
            "width": 2.5,
        },
    )


def _hover(row: Series, count: Count) -> str:
    spread = f" ({count.spread})" if count.spread else ""
    told = f", {number(count.events)} events" if count.events is not None else ""
    days = window(count.start, count.end, year=True)
    return f"<b>{number(count.best)}</b>{spread}{told}<br>{escape(row.name)}<br>{days}".replace(
        "<br><br>", "<br>"
    )


def _write(figure: Drawing, axis: str, at: tuple[str, int], text: str) -> None:
    """The count above the edition's own bar, before the bars beside it, which may be higher."""
    figure.add_annotation(
        x=at[0], y=at[1], yref=f"y{axis}", text=f"<b>{text}</b>", showarrow=False,
        xanchor="center", yanchor="bottom", yshift=1, borderpad=0,
        font={"size": LABEL, "color": ink("ink")}, bgcolor=ink("paper"),
    )  # fmt: skip


def _head(figure: Drawing, name: str, axis: str) -> None:
    """The row's name above its bars, at the page's left edge."""
    figure.add_annotation(
        x=0, xref="paper", xshift=-LEFT, y=1, yref=f"y{axis} domain", yshift=2,
        text=f"<b>{escape(name)}</b>", showarrow=False, xanchor="left", yanchor="bottom",
        borderpad=0, font={"size": LABEL, "color": ink("ink")},
    )  # fmt: skip


def _count_axis(row: Series, domain: tuple[float, float]) -> dict[str, Any]:
    ticks = _ticks(row.most, 3 if row.height > 80 else 1)  # noqa: PLR2004 - px for three lines
    return {
        "domain": list(domain),
        "range": [0, row.most * ROOM],
        "tickvals": ticks,
        "ticktext": [number(tick) for tick in ticks],
        "tickfont": {"size": SMALL, "color": ink("muted")},
        "showgrid": True,
        "gridcolor": ink("rule"),
        "zeroline": True,
        "zerolinecolor": ink("ink"),
        "zerolinewidth": 1,
        "layer": "below traces",
    }


def _ticks(most: int, wanted: int) -> list[int]:
    """At most ``wanted`` round values up to ``most``, as many as there can be."""
    steps = (step * 10**power for power in range(8) for step in _STEPS)
    step = next(s for s in steps if s == int(s) and most / s < wanted + 1)
    return [int(step * n) for n in range(1, int(most / step) + 1)]


def _time_axis(counts: Sequence[Count]) -> dict[str, Any]:
    first, last = counts[0].start, counts[-1].end + timedelta(days=1)
    months = _months(first, last)
    every = -(-len(months) // _DATES)
    shown = months[::every]
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "tickvals": [month.isoformat() for month in shown],
        "ticktext": [_month(month, shown[0]) for month in shown],
        "tickfont": {"size": SMALL, "color": ink("muted")},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": ink("border"),
    }


def _months(first: date, last: date) -> list[date]:
    """The first days of the months between two days; of too short a time its first day."""
    found = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, _MONTHS + 1)
        if first <= date(year, month, 1) < last
    ]
    return found or [first]


def _month(day: date, first: date) -> str:
    """``Jul``; with the year where it begins."""
    if day.day != 1:
        return window(day, day)
    return f"{day:%b %Y}" if day.month == 1 or day == first else f"{day:%b}"
