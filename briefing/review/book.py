"""An edition's ledger as a review reads it: rows, and who tells what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from briefing.corrections.find import CLAIM_TABLES
from briefing.ledger import Ledger
from briefing.ledger.codebook import Row
from briefing.review.item import Telling
from briefing.rows import claimant, publishers, records, shown_count


class Book:
    """The rows of an edition by table, each table read once."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._rows: dict[str, list[Row]] = {}

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, without what was rejected."""
        if table not in self._rows:
            self._rows[table] = records(getattr(self.ledger, table))
        return self._rows[table]

    @property
    def edition(self) -> Mapping[str, Any]:
        """What the edition says of itself."""
        return self.ledger.edition

    @cached_property
    def claims(self) -> dict[str, Row]:
        """Every claim by its id."""
        return {row["claim_id"]: row for table in CLAIM_TABLES for row in self.rows(table)}

    @cached_property
    def tolls(self) -> dict[str, Row]:
        """Every toll by its id."""
        return {row["toll_id"]: row for row in self.rows("tolls")}

    @cached_property
    def revised(self) -> dict[str, Row]:
        """What the edition before had otherwise, by the event it is about."""
        rows = self.rows("changes")
        return {row["event_id"]: row for row in rows if row["status"] == "revised"}

    @cached_property
    def headline(self) -> set[str]:
        """The claims behind the key figures."""
        return {claim for row in self.rows("key_figures") for claim in row["claim_ids"]}

    @cached_property
    def _names(self) -> dict[int, str]:
        return publishers(self.ledger)

    @cached_property
    def _paths(self) -> dict[int, str]:
        return {row["number"]: row["path"] for row in self.rows("sources")}

    def says(self, row: Row) -> str:
        """Who tells a row and what count: ``SOHR: 19``."""
        count = shown_count(row) if "quantity_kind" in row else ""
        return ": ".join(part for part in (claimant(row, self._names), count) if part)

    def tellings(self, claims: Iterable[str]) -> tuple[Telling, ...]:
        """The claims that tell something, in their order."""
        return tuple(self._telling(self.claims[c]) for c in claims if c in self.claims)

    def _telling(self, row: Row) -> Telling:
        return Telling(
            claim_id=row["claim_id"],
            says=self.says(row),
            quote=" ".join(row["quote"].split()),
            article=self._paths.get(row["source"], ""),
            source=row["source"],
        )

    def is_decided(self, row: Row, claims: Iterable[str]) -> bool:
        """Whether the analyst has looked: at the event, or at every claim behind it."""
        known = [self.claims[claim] for claim in claims if claim in self.claims]
        return bool(row.get("decision")) or (
            bool(known) and all(claim["decision"] for claim in known)
        )
