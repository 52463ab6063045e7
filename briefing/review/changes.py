"""Figures that changed much against the edition before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.review.book import Book
from briefing.review.item import Reason
from briefing.review.signs import is_apart, reason

_NUMBER = re.compile(r"\d[\d,]*")


def told_change(event: str, book: Book) -> Iterator[Reason]:
    """The change of an event's figure, where it is a large one."""
    row = book.revised.get(event)
    if row is None:
        return
    low, high = sorted((_top(row["before"]), _top(row["after"])))
    if low and is_apart(low, high, "changed"):
        yield reason("changed", f"{row['before']} → {row['after']}")


def _top(shown: str | None) -> int:
    """The highest number of a count as printed."""
    return max((int(n.replace(",", "")) for n in _NUMBER.findall(shown or "")), default=0)
