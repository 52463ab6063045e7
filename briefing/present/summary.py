"""The key figures and what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.present.block import Block, make_block, make_note
from briefing.present.changes import STRIP, figure_changes
from briefing.present.choosing import choose_points
from briefing.present.citations import Citer, claims_of
from briefing.present.events import event_figures, event_points
from briefing.present.quoting import without_dateline
from briefing.rows import records

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row


def key_figures(ledger: Ledger) -> Block | None:
    """The strip of key figures; None where there are fewer than two: one figure is no strip.

    Without articles it is event data's; beside articles that has a section of its own.
    """
    if ledger.sources.empty:
        return event_figures(ledger)
    rows = records(ledger.key_figures)
    if len(rows) < STRIP:
        return None
    citer, changes = Citer(ledger), figure_changes(ledger)
    cards = [
        {
            "counted": row["display"].split(" + ")[0],
            "uncounted": row["display"].partition(" + ")[2],
            "vague": row["quantity_kind"] == "vague",
            "label": row["label"],
            "covers": row["covers"],
            "change": changes.get(row["key"], ""),
            "citations": citer.cite(claims_of(row)),
        }
        for row in rows
    ]
    return make_block("key_figures", cards=cards)


def summary_points(summary: pd.DataFrame, ledger: Ledger, *, most: int = 6) -> Block:
    """What happened: the heaviest points, each on something that no other has told."""
    rows = choose_points(records(summary), ledger, most)
    if ledger.sources.empty and (told := event_points(ledger, most=most)):
        return told
    if not rows:
        return make_note("No sentence in what was read tells of an event in the period.")
    citer = Citer(ledger)
    points = [
        {
            "text": without_dateline(row["text"]),
            "says": row["source_original"] if not _names(row) else None,
            "citations": citer.cite([row["claim_id"]], told=row["claims"]),
        }
        for row in rows
    ]
    return make_block("summary_points", points=points)


def _names(row: Row) -> bool:
    """Whether the point itself says who says so."""
    return row["source_original"] is None or str(row["source_original"]) in str(row["text"])
