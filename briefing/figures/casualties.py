"""The casualty chart: events side by side, each as the range of all who tell it, never added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from briefing.corrections.marks import Marks
from briefing.design import load_design
from briefing.figures.caption import Caption, captioned
from briefing.figures.rangechart import CLAIMED, SEPARATOR, Bar, Panel, certainty_words, draw_panels
from briefing.figures.source_line import days_line, voices_line
from briefing.naming import according_to
from briefing.resolve.comparable import (
    comparable_events,
    is_counted,
    is_open,
    leading_first,
    shown_event,
    subject_of,
    top_of,
    victim_of,
)
from briefing.resolve.key_figures import choose_event
from briefing.resolve.says import Said, differ, tell_voices, who_says_what
from briefing.rows import (
    located,
    party_colour,
    records,
    sentences,
    shown_place,
    shown_window,
    source_numbers,
)
from briefing.wording import cardinal, number

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_PAIR = 2
_COLUMNS = ["Count", "Of whom", "Place", "Date", "Who says what", "Grade", "Sources"]


def chart_casualties(
    events: pd.DataFrame, ledger: Ledger, *, max_rows: int = 12
) -> go.Figure | None:
    """Chart rows of ``events`` as ranges, a panel per outcome and victim group, counts in persons.

    Each claimant's own figure is a dot on the range. Parts of other events and totals since before
    the period are left to the table, beside which a day's dead would vanish, and so is an event
    that nothing can be compared with. Returns None where there is nothing to
    compare: that is a sentence.
    """
    lead = next(iter(ledger.key_figures["event_id"].dropna()), None)
    rows = records(events)
    groups = leading_first(comparable_events(_of_the_week(rows, ledger)), lead)
    groups = groups or comparable_events(rows)
    if not groups:
        return None
    shown = _at_most(groups, max_rows)
    tolls = {toll["toll_id"]: toll for toll in records(ledger.tolls)}
    # The title of a chart with one panel says what the panel counts.
    panels = [
        Panel(_heading(rows[0]) if len(shown) > 1 else "", _bars(rows, tolls, ledger))
        for rows in shown
    ]
    figure = draw_panels(panels)
    left = _total(groups) - _total(shown)
    return captioned(figure, _caption(shown, panels, tolls, ledger, left=left))


def _of_the_week(events: list[Row], ledger: Ledger) -> list[Row]:
    """The events without running totals that began before the period, or nobody says when."""
    start = ledger.edition["start"]
    return [
        event
        for event in events
        if event["scope"] != "running_total"
        or (event["date_start"] and str(event["date_start"]) >= start)
    ]


def _at_most(groups: list[list[Row]], most: int) -> list[list[Row]]:
    """Drop panels, then the weakest rows of those left, until ``most`` rows are left.

    Panels come in the order of their weight for the reader, the brief's leading figure first. Then
    those on whose count claimants differ go before others, and lose rows rather than fall: a range
    is what the chart is for. A pair of the first stays in any case: one bar compares nothing.
    """
    order = sorted(range(len(groups)), key=lambda n: (n > 0, not _is_disputed(groups[n])))
    shown: dict[int, list[Row]] = {}
    for n in order:
        room = most - _total(list(shown.values()))
        if len(groups[n]) <= room:
            shown[n] = groups[n]
        elif not shown:
            shown[n] = _heaviest(groups[n], max(most, _PAIR))
        elif room and _is_disputed(groups[n]):
            shown[n] = _heaviest(groups[n], room)
        else:
            break
    return [shown[n] for n in sorted(shown)]


def _is_disputed(rows: list[Row]) -> bool:
    return any(is_counted(r) and r["independent"] > 1 and r["low"] != r["high"] for r in rows)


def _heaviest(rows: list[Row], most: int) -> list[Row]:
    """So many rows, in their own order."""
    kept = sorted(rows, key=_weight, reverse=True)[:most]
    return [row for row in rows if row in kept]


def _weight(row: Row) -> tuple[Any, ...]:
    """What is kept when room is short: counted, told by several, large, recent."""
    return is_counted(row), row["independent"], top_of(row), str(row["date_end"] or "")


def _total(groups: list[list[Row]]) -> int:
    return sum(map(len, groups))


def _bars(rows: list[Row], tolls: dict[str, Row], ledger: Ledger) -> tuple[Bar, ...]:
    told, marks = sentences(ledger), Marks(ledger)
    return tuple(
        Bar(
            id=row["event_id"],
            label=f"{_label(row, ledger, said)} {marks.words(row['claim_ids'])}".rstrip(),
            quote=told.get(row["claim_ids"][0], ""),
            row=row | {"shown": shown_event(row)},
            certainty=row["certainty"],
            colour=party_colour(row["victim_side"], ledger.edition),
            dots=tuple(one.figure for one in said if is_counted(one.toll)) if differ(said) else (),
        )
        for row in rows
        for said in [who_says_what(row, tolls)]
    )


def _label(row: Row, ledger: Ledger, said: list[Said]) -> str:
    """Who, where, when, and who says what: ``western Aleppo · 28 Nov · White Helmets ≥ 16 · …``."""
    victim = victim_of(row)
    said_above = victim.lower().rstrip("s") in f"{subject_of(row)} people persons"
    parts = [
        "" if said_above else victim,
        shown_place(row),
        shown_window(row, ledger.edition),
        *tell_voices(said),
    ]
    label = SEPARATOR.join(part for part in parts if part)
    return label[:1].upper() + label[1:]


def _heading(row: Row) -> str:
    subject = subject_of(row)
    return f"{load_design()['outcomes'][row['outcome']]['glyph']} {subject[0].upper()}{subject[1:]}"


def _caption(
    groups: list[list[Row]],
    panels: list[Panel],
    tolls: dict[str, Row],
    ledger: Ledger,
    *,
    left: int,
) -> Caption:
    rows = [row for told in groups for row in told]
    table = [_cells(row, ledger, who_says_what(row, tolls)) for row in rows]
    title = _finding(groups[0])
    told = "; ".join(f"{c[0]} {c[1]}{', ' + c[2] if c[2] else ''} ({c[4]})" for c in table)
    return Caption(
        title=title,
        subtitle=_subtitle(rows, panels, left),
        source=voices_line((voice for row in rows for voice in row["claimants"]), rows),
        alt=f"{title}. {told}.",
        columns=_COLUMNS,
        rows=table,
    )


def _cells(row: Row, ledger: Ledger, said: list[Said]) -> list[str]:
    return [
        shown_event(row),
        f"{victim_of(row)} {row['outcome']}",
        shown_place(row),
        shown_window(row, ledger.edition),
        ", ".join(tell_voices(said)),
        row["grade"],
        ", ".join(map(str, source_numbers(row))),
    ]


def _finding(rows: list[Row]) -> str:
    """The weightiest event of the first panel in one sentence, as claims.

    ``Four claimants count 12 to 19 civilians killed in western Aleppo``.
    """
    counted = [row for row in rows if is_counted(row)]
    dated = [row for row in counted if row["date_start"]]  # what has no day may be of any week
    event = choose_event(dated or counted) or rows[0]
    low, high = event["low"] if event["low"] is not None else top_of(event), top_of(event)
    reach = f"{number(low)} to {number(high)}" if low < high else number(high)
    bound = "at least " if is_open(event) and low == high else ""
    bound = "up to " if event["low"] is None else bound
    where = located(event) if event["place"] else ""
    who = event["claimants"]
    if len(who) > 1:
        told = f"{cardinal(len(who))} claimants count"
        return f"{told[0].upper()}{told[1:]} {bound}{reach} {subject_of(event)}{where}"
    group, outcome = subject_of(event).rsplit(" ", 1)
    said = "claimed" if event["certainty"] in CLAIMED else "reported"
    finding = f"{bound}{reach} {group} {said} {outcome}{where}, {according_to(who)}"
    return f"{finding[0].upper()}{finding[1:]}"


def _subtitle(rows: list[Row], panels: list[Panel], left: int) -> str:
    when = days_line(rows)
    parts = [f"Persons, as a range of what claimants count, never added up; {when}."]
    if len(panels) > 1:
        parts.append("Each panel has its own scale.")
    if left:
        parts.append(
            f"{cardinal(left).capitalize()} more {'is' if left == 1 else 'are'} not drawn."
        )
    if any(bar.dots for panel in panels for bar in panel.bars):
        parts.append("Dots: each claimant’s figure.")
    parts.append(certainty_words(bar for panel in panels for bar in panel.bars))
    return " ".join(part for part in parts if part)
