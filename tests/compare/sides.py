"""Editions made of a few claims by hand, for the tests of comparing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefing.compare import Side, compare
from briefing.ledger import Row, make_rows
from briefing.models import Article, Extraction, When
from briefing.resolve import resolve
from tests.claims import article, casualty, change, extraction

WEEK: dict[str, Any] = {"name": "2024-W48", "start": date(2024, 11, 25), "end": date(2024, 12, 1)}
NEXT: dict[str, Any] = {"name": "2024-W49", "start": date(2024, 12, 2), "end": date(2024, 12, 8)}
LATER = date(2024, 11, 30)


def on(day: int, month: int = 11, *, until: int | None = None, basis: Any = "stated") -> When:
    """A day or window of 2024."""
    end = date(2024, month, until or day)
    return When(date(2024, month, day), end, 1 if until is None else 2, f"{day}/{month}", basis)


def told(number: int, *claims: dict[str, Any], **about: Any) -> Extraction:
    """An article with casualty claims; a claim with an ``action`` is territorial."""
    of = article(number, **about)
    made = [_claim(of, 40 * n, fields) for n, fields in enumerate(claims)]
    return extraction(
        of,
        casualties=tuple(claim for claim in made if hasattr(claim, "outcome")),
        territory=tuple(claim for claim in made if hasattr(claim, "action")),
    )


def _claim(of: Article, start: int, fields: Mapping[str, Any]) -> Any:
    fields = dict(fields)
    if "action" not in fields:
        return casualty(of, start, **fields)
    by = fields.pop("by", None)
    made = change(of, start, **fields)
    return replace(made, attribution=replace(made.attribution, source_original=by)) if by else made


def side(*articles: Extraction, grades: Mapping[str, str] | None = None, **record: Any) -> Side:
    """The edition of these articles, of week 48 unless told otherwise."""
    rows = resolve(make_rows(articles, grades or {}))
    corrections = record.pop("corrections", [])
    return Side.fresh(WEEK | record, rows | {"corrections": corrections})


def rows_of(before: Side, after: Side, kind: str = "casualties") -> list[Row]:
    """The rows of one kind that comparing gives."""
    return [row for row in compare(before, after).rows if row["kind"] == kind]


def only(rows: Sequence[Row], **wanted: Any) -> Row:
    """The one row that has these values."""
    (row,) = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    return row
