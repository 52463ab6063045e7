"""The figures of one dataset as the brief tells them: read from the ledger, by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.present.events.words import countries
from briefing.rows import records

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row


@dataclass(frozen=True)
class Told:
    """What one dataset says of the period: its row of ``event_sets``, its figures, its totals."""

    set: Row
    figures: tuple[Row, ...]
    where: str

    @property
    def name(self) -> str:
        return str(self.set["dataset"])

    @property
    def all(self) -> Row | None:
        """The figure of all events; None where there is none, or where types overlap."""
        return next(iter(self.by("all")), None)

    @property
    def period(self) -> tuple[date, date] | None:
        """The first and last day that the figures are about."""
        first = next(iter(self.figures), None)
        return (first["period_start"], first["period_end"]) if first else None

    def by(self, part: str) -> list[Row]:
        """The figures by a part, the deadliest first."""
        return [row for row in self.figures if row["part"] == part]

    def deadly(self, part: str) -> list[Row]:
        """The figures by a part that have at least one death."""
        return [row for row in self.by(part) if row["best"]]


def tell_sets(ledger: Ledger) -> list[Told]:
    """Return what each dataset of the edition says, in the house's order."""
    figures, totals = records(ledger.event_figures), records(ledger.event_totals)
    return [
        Told(
            row,
            tuple(f | {"monthly": row["monthly"]} for f in _of(figures, row["dataset"])),
            countries(_of(totals, row["dataset"])) or ledger.edition.get("region", ""),
        )
        for row in records(ledger.event_sets)
    ]


def _of(rows: Iterable[Row], dataset: Any) -> list[Row]:
    return [row for row in rows if row["dataset"] == dataset]
