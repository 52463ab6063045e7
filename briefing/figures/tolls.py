"""The casualty chart: tolls side by side, each as its claimant gives it, never added up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from briefing.design import load_design
from briefing.figures.caption import Caption, captioned
from briefing.figures.rangechart import SEPARATOR, Bar, Panel, certainty_words, draw_panels
from briefing.figures.source_line import source_line
from briefing.resolve.comparable import comparable_tolls, is_counted, is_open, subject_of, top_of
from briefing.resolve.tolls import latest_by_claimant
from briefing.rows import (
    claimant,
    claimants,
    party_colour,
    publishers,
    records,
    sentences,
    shown_count,
    shown_place,
    shown_window,
    source_numbers,
)
from briefing.wording import cardinal, number, window

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_PAIR = 2
_COLUMNS = ["Count", "Of whom", "Place", "Date", "Who says so", "How certain", "Sources"]


def chart_tolls(tolls: pd.DataFrame, ledger: Ledger, *, max_rows: int = 12) -> go.Figure | None:
    """Chart rows of ``tolls`` as ranges, a panel per outcome and victim group, counts in persons.

    Parts of other tolls are left to the table, and so is a toll that nothing can be compared with.
    Returns None where fewer than two tolls can be set side by side: that is a sentence.
    """
    groups = comparable_tolls(records(tolls))
    if not groups:
        return None
    shown = _at_most(groups, max_rows)
    # The title of a chart with one panel says what the panel counts.
    panels = [
        Panel(_heading(rows[0]) if len(shown) > 1 else "", _bars(rows, ledger)) for rows in shown
    ]
    figure = draw_panels(panels)
    return captioned(figure, _caption(shown, panels, ledger, left=_total(groups) - _total(shown)))


def _at_most(groups: list[list[Row]], most: int) -> list[list[Row]]:
    """Drop the last panels, then the weakest rows of the first, until ``most`` rows are left.

    Panels come in the order of their weight for the reader: the dead among civilians come first.
    Of a panel too long, each claimant's last word stays longest. A pair stays in any case, because
    one bar compares nothing.
    """
    fitting = [rows for rows, total in zip(groups, _totals(groups), strict=True) if total <= most]
    if fitting:
        return fitting
    first = groups[0]
    last_words = latest_by_claimant(first)
    kept = sorted(first, key=lambda row: (row in last_words, *_weight(row)), reverse=True)
    return [[row for row in first if row in kept[: max(most, _PAIR)]]]


def _totals(groups: list[list[Row]]) -> Iterator[int]:
    return accumulate(map(len, groups))


def _weight(row: Row) -> tuple[Any, ...]:
    """What is kept when room is short: counted, told by several, recent, large."""
    return is_counted(row), len(row["sources"]), str(row["date_end"] or ""), top_of(row)


def _total(groups: list[list[Row]]) -> int:
    return sum(map(len, groups))


def _bars(rows: list[Row], ledger: Ledger) -> tuple[Bar, ...]:
    names, told = publishers(ledger), sentences(ledger)
    return tuple(
        Bar(
            id=row["toll_id"],
            label=_label(row, ledger, claimant(row, names)),
            quote=told.get(row["toll_id"], ""),
            row=row,
            certainty=row["certainty"],
            colour=party_colour(row["victim_side"], ledger.edition),
        )
        for row in rows
    )


def _label(row: Row, ledger: Ledger, says: str) -> str:
    """Who, where, when, and who says so: ``western Aleppo · 28 Nov · SOHR``."""
    victim = row["victim"] or ""
    said_above = victim.lower().rstrip("s") in f"{subject_of(row)} people persons"
    parts = [
        "" if said_above else victim,
        shown_place(row),
        shown_window(row, ledger.edition),
        says,
    ]
    label = SEPARATOR.join(part for part in parts if part)
    return label[:1].upper() + label[1:]


def _heading(row: Row) -> str:
    subject = subject_of(row)
    return f"{load_design()['outcomes'][row['outcome']]['glyph']} {subject[0].upper()}{subject[1:]}"


def _caption(groups: list[list[Row]], panels: list[Panel], ledger: Ledger, *, left: int) -> Caption:
    rows = [row for told in groups for row in told]
    names = publishers(ledger)
    table = [_cells(row, ledger, claimant(row, names)) for row in rows]
    title = _finding(groups[0], names)
    told = "; ".join(f"{c[0]} {c[1]}{', ' + c[2] if c[2] else ''} ({c[4]})" for c in table)
    return Caption(
        title=title,
        subtitle=_subtitle(rows, panels, left),
        source=source_line(rows, names),
        alt=f"{title}. {told}.",
        columns=_COLUMNS,
        rows=table,
    )


def _cells(row: Row, ledger: Ledger, says: str) -> list[str]:
    return [
        shown_count(row),
        subject_of(row) if not row["victim"] else f"{row['victim']} {row['outcome']}",
        shown_place(row),
        shown_window(row, ledger.edition),
        says,
        row["certainty"],
        ", ".join(map(str, source_numbers(row))),
    ]


def _finding(rows: list[Row], names: dict[int, str]) -> str:
    """The first panel in one sentence, as claims: ``Counts of civilians killed range from …``."""
    counted = [row for row in rows if is_counted(row)]
    low = min(row["low"] if row["low"] is not None else row["high"] for row in counted)
    high = max(map(top_of, counted))
    at_least = "at least " if is_open(max(counted, key=top_of)) else ""
    who = claimants(counted, names)
    told = f"{cardinal(len(who))} claimants" if len(who) > 1 else who[0]
    if low < high:
        reach = f"from {number(low)} to {at_least}{number(high)}"
        return f"Counts of {subject_of(rows[0])} range {reach}; {told}"
    group, outcome = subject_of(rows[0]).rsplit(" ", 1)
    finding = f"{at_least}{number(high)} {group} reported {outcome}"
    return f"{finding[0].upper()}{finding[1:]}; {_beside(len(rows) - len(counted), told)}"


def _beside(uncounted: int, told: str) -> str:
    """What stands beside a single count: tolls without a number, else who gives it."""
    if not uncounted:
        return told
    return (
        f"{cardinal(uncounted)} more {'toll gives' if uncounted == 1 else 'tolls give'} no number"
    )


def _subtitle(rows: list[Row], panels: list[Panel], left: int) -> str:
    days = [day for row in rows for day in (row["date_start"], row["date_end"]) if day]
    when = window(min(days), max(days)) if days else "no dates given"
    parts = [f"Persons, as each claimant counts them, never added up; {when}."]
    if len(panels) > 1:
        parts.append("Each panel has its own scale.")
    if left:
        parts.append(f"{cardinal(left).capitalize()} more in the table.")
    parts.append(certainty_words(bar for panel in panels for bar in panel.bars))
    return " ".join(part for part in parts if part)
