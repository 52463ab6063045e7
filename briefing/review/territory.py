"""What to look at among the territorial changes: contested, not on the map, or counts."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.corrections.name import name_change
from briefing.ledger.codebook import Row
from briefing.resolve.comparable import settlement_counts, top_of
from briefing.review.book import Book
from briefing.review.changes import told_change
from briefing.review.item import Item, Reason
from briefing.review.places import is_unplaced
from briefing.review.signs import is_weighty, reason
from briefing.rows import shown_count, shown_place


def territory_items(book: Book) -> list[Item]:
    """An item for every change of control, and for every count of settlements taken."""
    return [*_changes(book), *_counts(book)]


def _changes(book: Book) -> Iterator[Item]:
    for row in book.rows("control"):
        if book.is_decided(row, row["claim_ids"]):
            continue
        claims = row["claim_ids"]
        yield Item(
            target=claims[0] if len(claims) == 1 else row["event_id"],
            figure=name_change(row, shown_place(row), book.edition),
            reasons=tuple(_reasons(row, book)),
            tellings=book.tellings(claims),
        )


def _reasons(row: Row, book: Book) -> Iterator[Reason]:
    if row["grade"] == "contested":
        yield reason("contested", row["grade_reason"])
    if is_unplaced(row):
        yield reason("unplaced", shown_place(row))
    if (row["turns"] or 0) > 1:
        yield reason("turned", row["turns"])
    if row["date_basis"] in ("assumed", "unknown"):
        yield reason("assumed_date")
    yield from told_change(row["event_id"], book)


def _counts(book: Book) -> Iterator[Item]:
    """Counts without names are in no change of control."""
    for row in settlement_counts(book.rows("territory")):
        if row["decision"]:
            continue
        yield Item(
            target=row["claim_id"],
            figure=name_change(row, f"{shown_count(row)} {row['unit']}", book.edition),
            reasons=tuple(_count_reasons(row, book)),
            tellings=book.tellings([row["claim_id"]]),
            size=top_of(row),
        )


def _count_reasons(row: Row, book: Book) -> Iterator[Reason]:
    if is_weighty(top_of(row)):
        yield reason("single_source", book.says(row))
    if row["claim_id"] in book.headline:
        yield reason("headline")
    if row["date_basis"] in ("assumed", "unknown"):
        yield reason("assumed_date")
