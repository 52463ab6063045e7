"""The chart of settlement counts: who claimed how many by when, each count as it was given.

Rows stand in the order of the days they reach, so that growth reads downwards. They are not joined
by a line: different claimants count different areas, and what lies between two counts is not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from briefing.corrections.marks import Marks
from briefing.figures.caption import Caption, captioned
from briefing.figures.rangechart import SEPARATOR, Bar, Panel, certainty_words, draw_panels
from briefing.figures.source_line import source_line
from briefing.naming import with_article
from briefing.resolve.comparable import settlement_counts, top_of
from briefing.rows import (
    claimant,
    party_colour,
    publishers,
    records,
    shown_count,
    shown_window,
    source_numbers,
)
from briefing.wording import cardinal, number

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_COLUMNS = [
    "Count",
    "What is counted",
    "Date",
    "Gained by",
    "Who says so",
    "How certain",
    "Sources",
]
_PAIR = 2


def chart_settlements(
    territory: pd.DataFrame, ledger: Ledger, *, max_rows: int = 10
) -> go.Figure | None:
    """Chart the counts of settlements in rows of ``territory``, in settlements, latest last.

    Which units count as settlements stands in ``lexicon/key_figures.toml``. Returns None where
    fewer than two counts can be set side by side: that is a sentence.
    """
    rows = settlement_counts(records(territory))[-max_rows:]
    if len(rows) < _PAIR:
        return None
    marks = Marks(ledger)
    bars = tuple(_bar(row, ledger, marks) for row in rows)
    figure = draw_panels([Panel("", bars)])
    return captioned(figure, _caption(rows, bars, ledger))


def _bar(row: Row, ledger: Ledger, marks: Marks) -> Bar:
    parts = [shown_window(row, ledger.edition) or "No date", claimant(row, publishers(ledger))]
    label = SEPARATOR.join([*parts, row["unit"]])
    return Bar(
        id=row["claim_id"],
        label=f"{label} {marks.words([row['claim_id']])}".rstrip(),
        quote=row["sentence"],
        row=row,
        certainty=row["certainty"],
        colour=party_colour(row["gainer"], ledger.edition),
    )


def _caption(rows: list[Row], bars: tuple[Bar, ...], ledger: Ledger) -> Caption:
    names = publishers(ledger)
    table = [_cells(row, ledger, claimant(row, names)) for row in rows]
    title = _finding(rows)
    return Caption(
        title=title,
        subtitle=f"{_taken(rows, bars)} Areas and claimants differ: rows are not added up. "
        f"{certainty_words(bars)}".strip(),
        source=source_line(rows, names),
        alt=f"{title}. " + "; ".join(f"{c[2] or 'no date'}: {c[0]} ({c[4]})" for c in table) + ".",
        columns=_COLUMNS,
        rows=table,
    )


def _taken(rows: list[Row], bars: tuple[Bar, ...]) -> str:
    """What is counted, and by whom it was taken; where not every count says so, which ones do."""
    who = {row["gainer"]: bar.colour for row, bar in zip(rows, bars, strict=True)}
    named = [name for name in who if name]
    one = f" by {with_article(named[0])}" if len(named) == 1 else ""
    by = one if None not in who else ""
    text = f"Settlements said to have been taken{by}, by the days counted and who counts."
    told_apart = one and not by and who[None] != who[named[0]]
    return f"{text} Colour: taken{one}; grey: not said by whom." if told_apart else text


def _cells(row: Row, ledger: Ledger, says: str) -> list[str]:
    when = shown_window(row, ledger.edition)
    cited = ", ".join(map(str, source_numbers(row)))
    who = row["gainer"] or "not said"
    return [shown_count(row), row["unit"], when, who, says, row["certainty"], cited]


def _finding(rows: list[Row]) -> str:
    """``Claims of settlements taken grew from 21 to at least 200 in three days``."""
    dated = [row for row in rows if row["date_end"]]
    first, last = (dated[0], dated[-1]) if len(dated) >= _PAIR else (None, None)
    if first and last and _grew(first, last):
        days = (last["date_end"] - first["date_end"]).days
        at_least = "at least " if last["high"] is None else ""
        reach = f"from {number(top_of(first))} to {at_least}{number(top_of(last))}"
        span = "a day" if days == 1 else f"{cardinal(days)} days"
        return f"Claims of settlements taken grew {reach} in {span}"
    amounts = [top_of(row) for row in rows]
    low, high = number(min(amounts)), number(max(amounts))
    if low == high:
        return f"{cardinal(len(rows)).capitalize()} claims put the settlements taken at {low}"
    return f"Claims of settlements taken range from {low} to {high}"


def _grew(first: Row, last: Row) -> bool:
    return bool(last["date_end"] > first["date_end"] and top_of(last) > top_of(first))
