"""The key figures of the last editions side by side, as each edition gave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block
from briefing.present.citations import Citer, claims_of
from briefing.present.words import capital
from briefing.rows import records
from briefing.wording import window

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

LEAST = 2  # editions before this one: a single one is told beside each key figure


def figure_trend(ledger: Ledger, *, editions: int = 5) -> Block | None:
    """The key figures of up to ``editions`` before this one and of this, a column for each.

    None where fewer than two came before. Nothing is added up, and no line is drawn: editions
    differ in what they cover, and what an edition does not tell may have happened all the same.
    """
    told: dict[str, list[Row]] = {}
    for row in records(ledger.earlier_figures):
        told.setdefault(row["edition"], []).append(row)
    shown = list(told.values())[-editions:] if editions else []
    if len(shown) < LEAST:
        return None
    citer, own = Citer(ledger), records(ledger.key_figures)
    columns = [*map(_by_key, shown), _by_key(own)]
    labels = _labels([*own, *(row for rows in reversed(shown) for row in rows)])
    content = [
        {"label": capital(label), "cells": [_cell(column.get(key), citer) for column in columns]}
        for key, label in labels.items()
    ]
    return make_block("figure_trend", heads=[_days(rows[0]) for rows in shown], rows=content)


def _by_key(rows: list[Row]) -> dict[str, Row]:
    return {row["key"]: row for row in rows}


def _labels(rows: list[Row]) -> dict[str, str]:
    """What each figure counts: this edition's words before those of earlier ones."""
    labels: dict[str, str] = {}
    for row in rows:
        labels.setdefault(row["key"], row["label"])
    return labels


def _days(row: Row) -> str:
    return window(row["date_start"], row["date_end"]) or str(row["edition"])


def _cell(row: Row | None, citer: Citer) -> dict[str, Any] | None:
    if row is None:
        return None
    cited = citer.cite(claims_of(row)) if "claim_ids" in row else []
    return {
        "display": row["display"],
        "vague": row["quantity_kind"] == "vague",
        "where": row["where"] or "",
        "covers": row["covers"] or "",
        "citations": cited,
    }
