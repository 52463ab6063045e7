"""Claims as the analyst left them: those that count, and those rejected, which stand apart.

A rejected claim is set aside before anything is counted and comes back into the ledger's files
marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.corrections.applied import Applied
from briefing.corrections.decide import Claimed
from briefing.corrections.decision import Decision
from briefing.corrections.find import CLAIM_TABLES
from briefing.corrections.judging import Judgement
from briefing.ledger import REJECTED, Row

Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Corrected:
    """Claims as the analyst left them: ``rows`` without those rejected, which stand apart.

    ``of_events`` are the decisions that wait until claims have been reconciled to events.
    """

    rows: Rows
    rejected: Rows
    applied: tuple[Applied, ...]
    of_events: tuple[Decision, ...] = ()

    @property
    def undone(self) -> list[str]:
        """A sentence per decision that changed nothing."""
        return [one.tell() for one in self._in_order() if not one.done]

    def ledger_rows(self, resolved: Mapping[str, list[Row]]) -> Rows:
        """What the files hold: the resolved rows, the rejected ones behind them, the decisions."""
        back = {table: [*resolved[table], *rows] for table, rows in self.rejected.items()}
        return {**resolved, **back, "corrections": [one.row() for one in self._in_order()]}

    def _in_order(self) -> list[Applied]:
        return sorted(self.applied, key=lambda one: one.decision.line)

    def without(self, judged: Judgement) -> Corrected:
        """The same without what fell with its event, and with what became of decisions on them."""
        fallen = {
            claim_id: judged.fall(claim)
            for claim_id, claim in claims_of(self.rows, judged.claims).items()
        }
        kept, gone = set_aside(self.rows, fallen)
        behind = {table: [*self.rejected[table], *rows] for table, rows in gone.items()}
        applied = (*self.applied, *judged.applied)
        return Corrected(kept, behind | judged.gone, applied)


def claims_of(rows: Rows, asked: Iterable[str]) -> dict[str, Claimed]:
    """The claims that decisions are about, with their named places."""
    wanted = {claim_id: list[Row]() for claim_id in asked}
    for place in rows["territory_places"]:
        if place["claim_id"] in wanted:
            wanted[place["claim_id"]].append(place)
    return {
        row["claim_id"]: Claimed(table, row, wanted[row["claim_id"]])
        for table in CLAIM_TABLES
        for row in rows[table]
        if row["claim_id"] in wanted
    }


def set_aside(rows: Rows, claims: Mapping[str, Claimed]) -> tuple[Rows, Rows]:
    """The rows that count, and those rejected, each in its table."""
    gone = {claim_id for claim_id, claim in claims.items() if claim.rejected}
    changed = {
        table: [claims[r["claim_id"]].row if r["claim_id"] in claims else r for r in rows[table]]
        for table in CLAIM_TABLES
    }
    changed["summary"] = [_fallen(point, gone) for point in changed["summary"]]
    changed["territory_places"] = _places(rows["territory_places"], claims)
    kept = {
        table: [row for row in made if not _is_rejected(row)] for table, made in changed.items()
    }
    rejected = {table: list(filter(_is_rejected, made)) for table, made in changed.items()}
    return rows | kept, rejected


def _is_rejected(row: Row) -> bool:
    return row.get("decision") == REJECTED


def _places(rows: list[Row], claims: Mapping[str, Claimed]) -> list[Row]:
    """The rows of ``territory_places``: those of decided claims as they were left."""
    decided = [
        {"decision": claim.row.get("decision")} | place
        for claim in claims.values()
        for place in claim.places
    ]
    return [*(row for row in rows if row["claim_id"] not in claims), *decided]


def _fallen(point: Row, gone: set[str]) -> Row:
    """A summary point that tells what was rejected falls with it."""
    behind = [claim for claim in point.get("claims") or () if claim in gone]
    if not behind or point.get("decision"):
        return point
    return point | {"decision": REJECTED, "correction": f"falls with {', '.join(behind)}"}
