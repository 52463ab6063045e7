"""The charts of deaths over time from one dataset: all and by kind, and by the side of the dead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from briefing.design import load_design
from briefing.figures.caption import Caption, captioned
from briefing.figures.event_data.finding import state_finding, told_range
from briefing.figures.event_data.periods import Trend
from briefing.figures.event_data.series import Series, draw_series
from briefing.figures.template import ink
from briefing.resolve.event_data.words import VIOLENCE, short_side
from briefing.rows import alias_colour
from briefing.wording import counted, number, window

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

TALL, LOW, SIDE = 120, 48, 42  # px: the row of all, those of its parts, those of sides
CIVILIANS, NOT_KNOWN, OTHERS = "Civilians", "Side not known", "Other sides"
_COLOURS = {
    "state_based": "violence_states",
    "non_state": "violence_groups",
    "one_sided": "violence_civilians",
}


def chart_event_deaths(trend: Trend, *, kinds: int = 4) -> go.Figure | None:
    """Chart the deaths of each period, in persons: all, then the deadliest kinds of event.

    Where event types overlap there is no row of all. Kinds are UCDP's types of violence or the
    dataset's own event types. None where there is one period alone: the key figures tell it.
    """
    if not trend.compares:
        return None
    ranged = any(row["low"] is not None for row in trend.rows)
    parts = _kinds(trend)[:kinds]
    rows = [] if trend.set["monthly"] else [_series("", "ink", trend.rows, trend, TALL)]
    if len(parts) > 1 or not rows:
        rows += [_series(name, colour, some, trend, LOW) for name, colour, some in parts]
    rows[0] = rows[0] if rows[0].name or len(rows) == 1 else _named(rows[0], "All")
    figure = draw_series(rows)
    return captioned(figure, _caption(rows, trend, ranged=ranged))


def _named(row: Series, name: str) -> Series:
    return Series(name, row.colour, row.counts, row.height)


def _series(name: str, colour: str, rows: Sequence[Row], trend: Trend, height: int) -> Series:
    counts = trend.counts(rows, lambda row: row["best"], ranged=True)
    return Series(name, ink(colour), counts, height)


def _kinds(trend: Trend) -> list[tuple[str, str, list[Row]]]:
    """The kinds of event with their colour and rows, the deadliest first."""
    typed = any(row["event_type"] for row in trend.rows)
    column = "event_type" if typed else "violence"
    names = {row[column] for row in trend.rows if row[column]}
    found = [(name, [row for row in trend.rows if row[column] == name]) for name in names]
    deadly = [(name, rows) for name, rows in found if any(row["best"] for row in rows)]
    deadly.sort(key=lambda part: (-sum(row["best"] or 0 for row in part[1]), part[0]))
    return [
        (name if typed else _capital(VIOLENCE[name]), _colour(name, rows), rows)
        for name, rows in deadly
    ]


def _colour(name: str, rows: Sequence[Row]) -> str:
    """The colour of a kind: by UCDP's types, which ACLED's events are told in too."""
    kinds = {row["violence"] for row in rows}
    return _COLOURS.get(kinds.pop() if len(kinds) == 1 else name, "muted")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _caption(rows: Sequence[Series], trend: Trend, *, ranged: bool) -> Caption:
    first = rows[0]
    what = f"people killed{f' in {first.name.lower()}' if trend.set['monthly'] else ''}"
    title = state_finding(first.counts, what, trend)
    bars = "best estimates, whiskers from low to high" if ranged else "the dataset’s one figure"
    parts = [
        f"People killed per {trend.length} in {trend.where}, {trend.when}: {bars}.",
        "Event types overlap and are not added up." if trend.set["monthly"] else "",
        f"Full colour: this {trend.unit}." if len(first.counts) > 1 else "",
        "Each row has its own scale." if len(rows) > 1 else "",
        tell_beyond(trend),
    ]
    spread = f" (low to high {first.counts[-1].spread})" if first.counts[-1].spread else ""
    told = [told_range(first.counts, trend)]
    told += [f"{row.name}: {number(row.counts[-1].best)}" for row in rows[1:]]
    return Caption(
        title=title,
        subtitle=" ".join(filter(None, parts)),
        source=trend.source,
        alt=f"Bars. {title}{spread}. " + "; ".join(filter(None, told)) + ".",
        columns=[_capital(trend.unit), *(name for row in rows for name in _columns(row, ranged))],
        rows=[
            [
                window(count.start, count.end, year=True),
                *(cell for row in rows for cell in _cells(row, at, ranged)),
            ]
            for at, count in enumerate(first.counts)
        ],
    )


def _columns(row: Series, ranged: bool) -> list[str]:
    name = row.name or "Killed"
    return [name, f"{name}, low–high"] if ranged else [name]


def _cells(row: Series, at: int, ranged: bool) -> list[str]:
    count = row.counts[at]
    return [number(count.best), count.spread] if ranged else [number(count.best)]


def tell_beyond(trend: Trend) -> str:
    """What is in no bar, as its window reaches over more than one period."""
    if not trend.beyond:
        return ""
    told = " and ".join(
        f"{counted(row['events'], 'record')} with {number(row['best'])} dead ({row['name']})"
        for row in trend.beyond
    )
    return f"In no bar, as their windows reach over several {trend.unit}s: {told}."


def chart_event_sides(trend: Trend, ledger: Ledger, *, sides: int = 6) -> go.Figure | None:
    """Chart the dead of each period by the side they were on, in persons.

    None where the dataset does not say, or has one period alone. There is no range: datasets give
    it for events alone.
    """
    parts = _sides(trend) if trend.compares else []
    if len(parts) < 2:  # noqa: PLR2004 - one side compares nothing
        return None
    rows = [
        Series(name, _side_colour(name, ledger), trend.counts(some, _dead, ranged=False), SIDE)
        for name, some in _at_most(parts, sides)
    ]
    return captioned(draw_series(rows), _side_caption(rows, trend))


def _dead(row: Row) -> int | None:
    dead: int | None = row["dead"]
    return dead


def _sides(trend: Trend) -> list[tuple[str, list[Row]]]:
    """The dead by side, a row per total and side, the hardest hit first; unknown last."""
    found: dict[str, list[Row]] = {}
    for row in trend.rows:
        for column, name in (
            ("deaths_a", row["side_a"]),
            ("deaths_b", row["side_b"]),
            ("deaths_civilians", CIVILIANS),
            ("deaths_unknown", NOT_KNOWN),
        ):
            if row[column] and name:
                found.setdefault(name, []).append(row | {"dead": row[column]})
    dead = {name: sum(row["dead"] for row in rows) for name, rows in found.items()}
    order = sorted(found, key=lambda name: (name == NOT_KNOWN, -dead[name], name))
    return [(name, found[name]) for name in order]


def _at_most(parts: list[tuple[str, list[Row]]], most: int) -> list[tuple[str, list[Row]]]:
    """The first parts, the rest of the named ones together, and what is not known."""
    named = [part for part in parts if part[0] != NOT_KNOWN]
    unknown = [part for part in parts if part[0] == NOT_KNOWN]
    room = most - len(unknown)
    if len(named) <= room:
        return parts
    rest = [row for _, rows in named[room - 1 :] for row in rows]
    return [*named[: room - 1], (OTHERS, rest), *unknown]


def _side_colour(name: str, ledger: Ledger) -> str:
    if name == CIVILIANS:
        return ink("violence_civilians")
    return alias_colour(name, ledger.edition) or str(load_design()["parties"]["unknown"])


def _side_caption(rows: Sequence[Series], trend: Trend) -> Caption:
    title = _side_finding(rows, trend)
    neutral = {ink("violence_civilians"), str(load_design()["parties"]["unknown"])}
    coloured = any(row.colour not in neutral for row in rows)
    told = [f"{short_side(row.name)}: {number(row.counts[-1].best)}" for row in rows]
    return Caption(
        title=title,
        subtitle=f"People killed per {trend.length} in {trend.where} by the side they were on, "
        f"{trend.when}: best estimates, no range is given by side. Each row has its own scale. "
        + ("Colours: the parties’ own." if coloured else ""),
        source=trend.source,
        alt=f"Bars. {title}. This {trend.unit}: {'; '.join(told)}.",
        columns=[_capital(trend.unit), *(short_side(row.name) for row in rows)],
        rows=[
            [
                window(count.start, count.end, year=True),
                *(number(row.counts[at].best) for row in rows),
            ]
            for at, count in enumerate(rows[0].counts)
        ],
    )


def _side_finding(rows: Sequence[Series], trend: Trend) -> str:
    """How many civilians, or whose losses were the heaviest."""
    civilians = next((row for row in rows if row.name == CIVILIANS), None)
    if civilians is not None:
        last = civilians.counts[-1].best
        what = "civilian killed" if last == 1 else "civilians killed"
        return state_finding(civilians.counts, what, trend)
    worst = max(rows, key=lambda row: row.counts[-1].best)
    return f"{short_side(worst.name)} lost most: {number(worst.counts[-1].best)} killed"
