"""The chart of places that changed hands, as a dataset's sub-events tell it, over time.

Which sub-events those are stands in ``resolve/event_data/kinds.toml``: ACLED files the handing over
without a fight under Strategic developments, so that a filter on Battles would lose it.
"""

from __future__ import annotations

import plotly.graph_objects as go

from briefing.figures.caption import Caption, captioned
from briefing.figures.event_data.periods import Trend
from briefing.figures.event_data.series import Series, draw_series
from briefing.figures.template import ink
from briefing.resolve.event_data.words import load_kinds
from briefing.wording import counted, listed, number, window

HEIGHT = 42  # px


def chart_event_territory(trend: Trend) -> go.Figure | None:
    """Chart the events by which territory changed hands, a row per sub-event type, in events.

    None where the dataset has none in the periods shown, or has one period alone.
    """
    rows = _rows(trend)
    return captioned(draw_series(rows), _caption(rows, trend)) if rows and trend.compares else None


def tell_event_territory(trend: Trend) -> str | None:
    """What the chart would say of a single period, in a sentence; None where there is a chart."""
    rows = _rows(trend)
    if not rows or trend.compares:
        return None
    told = listed(f"{row.name} ({number(row.counts[-1].best)})" for row in rows)
    return f"{_finding(rows, trend)}, as {trend.name} has them: {told}."


def _rows(trend: Trend) -> list[Series]:
    rows = []
    for kind in load_kinds()["territory"]:
        some = [row for row in trend.rows if row["sub_event_type"] == kind["sub_event_type"]]
        if some:
            counts = trend.counts(some, lambda row: row["events"], ranged=False)
            rows.append(Series(kind["sub_event_type"], ink("accent"), counts, HEIGHT))
    return rows


def _finding(rows: list[Series], trend: Trend) -> str:
    whole = sum(row.counts[-1].best for row in rows)
    return f"Territory changed hands in {counted(whole, 'event')} in the {trend.unit}"


def _caption(rows: list[Series], trend: Trend) -> Caption:
    now = "; ".join(f"{row.name}: {number(row.counts[-1].best)}" for row in rows)
    before = sum(row.counts[-2].best for row in rows)
    title = f"{_finding(rows, trend)}, after {number(before)} in the one before"
    return Caption(
        title=title,
        subtitle=f"Events per {trend.length} in {trend.where}, {trend.when}, by sub-event type as "
        f"{trend.name} has them. Each row has its own scale. An event is no count of places.",
        source=trend.source,
        alt=f"Bars. {title}. This {trend.unit}: {now}.",
        columns=[trend.unit.capitalize(), *(row.name for row in rows)],
        rows=[
            [
                window(count.start, count.end, year=True),
                *(number(row.counts[at].best) for row in rows),
            ]
            for at, count in enumerate(rows[0].counts)
        ],
    )
