"""What in an edition most deserves the analyst's look, by a stated rule."""

from briefing.review.item import Item
from briefing.review.rank import review_ledger
from briefing.review.sheet import sheet_rows

__all__ = ["Item", "review_ledger", "sheet_rows"]
