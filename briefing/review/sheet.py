"""Items → rows of ``corrections.csv`` whose action is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.corrections.sheet import COLUMNS
from briefing.review.item import Item

Cells = dict[str, str]
MOST_CLAIMS = 8  # claims of one event that get a row each; the ledger has the rest


def sheet_rows(items: Iterable[Item], edition: str) -> Iterator[Cells]:
    """The rows for items, in their order: an event, and below it each claim that tells it."""
    for item in items:
        if not item.tellings:
            continue  # a decision that was not carried out: its row is there already
        first = item.tellings[0]
        why = "; ".join(reason.words for reason in item.reasons)
        yield _cells(item.target, edition, item.figure, why, first.quote, first.article)
        if item.target != first.claim_id:
            for telling in item.tellings[:MOST_CLAIMS]:
                why = f"tells {item.target}"
                yield _cells(
                    telling.claim_id, edition, telling.says, why, telling.quote, telling.article
                )


def _cells(*about: str) -> Cells:
    target, edition, figure, why, quote, article = about
    cells = dict.fromkeys(COLUMNS, "")
    return cells | {
        "target": target, "edition": edition, "figure": figure, "why": why, "quote": quote,
        "article": article,
    }  # fmt: skip
