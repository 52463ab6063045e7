"""Marks beside what the analyst corrected: their numbers lead to the list in the colophon."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.corrections.applied import DONE
from briefing.ledger import Row
from briefing.rows import records

if TYPE_CHECKING:
    from briefing.ledger import Ledger

LISTED = 10  # corrections that the colophon tells one by one


@dataclass(frozen=True)
class Mark:
    """The number of a correction, and its sentence; ``listed``: the colophon tells it."""

    number: int
    text: str
    listed: bool


class Marks:
    """The corrections of an edition, to be found by the claims that something cites."""

    def __init__(self, ledger: Ledger) -> None:
        self._by_claim: dict[str, list[tuple[Mark, frozenset[str]]]] = {}
        for mark, row in numbered(ledger):
            if row["action"] == "reject":
                continue  # nothing is left that could bear a mark
            behind = frozenset(row["claim_ids"])
            for claim in behind:
                self._by_claim.setdefault(claim, []).append((mark, behind))

    def of(self, claims: Iterable[str]) -> tuple[Mark, ...]:
        """Return the marks of what cites these claims, in the order of their numbers.

        What was corrected of an event marks what cites most of the claims that tell it: the event
        itself and figures made of it, not what a single claimant says.
        """
        cited = frozenset(claims)
        found = {
            mark
            for claim in cited
            for mark, behind in self._by_claim.get(claim, ())
            if 2 * len(cited & behind) > len(behind)
        }
        return tuple(sorted(found, key=lambda mark: mark.number))

    def words(self, claims: Iterable[str]) -> str:
        """Return the marks as a chart has them, which links to nothing: ``†1 †3``."""
        return " ".join(f"†{mark.number}" for mark in self.of(claims))


def numbered(ledger: Ledger) -> list[tuple[Mark, Row]]:
    """The decisions that changed something, in the order of the file, with their rows."""
    rows = [
        row
        for row in records(ledger.corrections)
        if row["status"] in DONE and row["action"] != "accept"
    ]
    return [
        (Mark(number, row["text"], number <= LISTED), row)
        for number, row in enumerate(rows, start=1)
    ]
