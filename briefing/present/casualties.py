"""Casualties as a table: every toll as it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.design import load_design
from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citer, claims_of
from briefing.present.words import capital
from briefing.resolve.comparable import (
    group_tolls,
    is_counted,
    stands_alone,
    subject_of,
    top_of,
)
from briefing.resolve.tolls import latest_by_claimant
from briefing.rows import (
    claimant,
    party_colours,
    publishers,
    records,
    shown_count,
    shown_place,
    shown_window,
)
from briefing.wording import number

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row


def casualty_table(tolls: pd.DataFrame, ledger: Ledger, *, most: int = 16) -> Block:
    """The tolls, grouped by outcome and victims, one row each; nothing is added up.

    Beyond ``most`` rows the ledger has the rest. Whole counts come before parts of others and what
    has no number, each claimant's last word before an earlier one, the larger before the smaller.
    """
    rows = records(tolls)
    last_words = [row for told in group_tolls(rows) for row in latest_by_claimant(told)]
    rows.sort(key=lambda row: (*_standing(row), row in last_words, top_of(row)), reverse=True)
    groups = group_tolls(rows[:most])
    if not groups:
        return make_note("No casualty figures were found in what was read.")
    citer, names = Citer(ledger), publishers(ledger)
    content = [
        {
            "glyph": load_design()["outcomes"][rows[0]["outcome"]]["glyph"],
            "outcome": rows[0]["outcome"],
            # A part of another figure stands below those that are whole.
            "rows": [
                _cells(row, ledger, claimant(row, names), citer)
                for row in sorted(rows, key=lambda row: not stands_alone(row))
            ],
        }
        for rows in groups
    ]
    return make_block("casualty_table", groups=content, left=max(len(rows) - most, 0))


def _standing(row: Row) -> tuple[bool, bool]:
    return stands_alone(row), is_counted(row) and row["quantity_kind"] != "none"


def _cells(row: Row, ledger: Ledger, says: str, citer: Citer) -> dict[str, Any]:
    inside = row["best"] not in (None, row["low"], row["high"])
    return {
        "count": shown_count(row),
        "best": f"best {number(row['best'])}" if inside else "",
        "vague": row["quantity_kind"] == "vague",
        "victim": row["victim"] or subject_of(row).rsplit(" ", 1)[0],
        "subset": not stands_alone(row),
        "side": row["victim_side"],
        "colours": party_colours(ledger.edition),
        "place": capital(shown_place(row)),
        "when": shown_window(row, ledger.edition),
        "means": row["means"],
        "perpetrator": row["perpetrator"],
        "says": says,
        "certainty": row["certainty"],
        "citations": citer.cite(claims_of(row)),
    }
