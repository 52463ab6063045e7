"""All that deserves a look, in the order of the stated rule."""

from __future__ import annotations

from dataclasses import replace

from briefing.corrections.applied import DONE
from briefing.ledger import Ledger
from briefing.review.book import Book
from briefing.review.casualties import casualty_items
from briefing.review.item import Item
from briefing.review.signs import points_of, reason
from briefing.review.territory import territory_items


def review_ledger(ledger: Ledger) -> list[Item]:
    """Return what deserves a look in an edition, first what does most.

    The rule and its weights stand in ``signs.toml``. What the analyst has decided is left out.
    """
    book = Book(ledger)
    found = [*_undone(book), *casualty_items(book), *territory_items(book)]
    weighed = [
        replace(item, points=points_of(item.reasons, item.size, item.outcome)) for item in found
    ]
    shown = [item for item in weighed if item.points]
    return sorted(shown, key=lambda item: (-item.points, -item.size))


def _undone(book: Book) -> list[Item]:
    """Decisions that changed nothing: their claims have changed since."""
    return [
        Item(
            target=row["target"],
            figure=row["quote"] or f"{row['action']} {row['target']}",
            reasons=(reason("undone", row["text"].rstrip(".")),),
            tellings=(),
        )
        for row in book.rows("corrections")
        if row["status"] not in (*DONE, "overruled")
    ]
