"""The analyst's decisions on single claims, made between reading and reconciling.

A rejected claim is set aside before anything is counted and comes back into the ledger's files
marked as such; an edited one says what stood there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.corrections.applied import Applied, Status
from briefing.corrections.decide import Claimed, decide
from briefing.corrections.decision import ClaimId, Decision, Decisions
from briefing.corrections.find import CLAIM_TABLES, ClaimIndex, Found
from briefing.ledger import REJECTED, Row

if TYPE_CHECKING:
    from briefing.places import Region

Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Corrected:
    """Claims as the analyst left them: ``rows`` without those rejected, which stand apart.

    ``of_events`` are the decisions that wait until claims have been reconciled to events.
    """

    rows: Rows
    rejected: Rows
    applied: tuple[Applied, ...]
    of_events: tuple[Decision, ...]

    @property
    def undone(self) -> list[str]:
        """A sentence per decision that changed nothing."""
        return [one.tell() for one in self.applied if not one.done]

    def ledger_rows(self, resolved: Mapping[str, list[Row]]) -> Rows:
        """What the files hold: the resolved rows, the rejected ones behind them, the decisions."""
        back = {table: [*resolved[table], *rows] for table, rows in self.rejected.items()}
        return {**resolved, **back, "corrections": [one.row() for one in self.applied]}


def correct_claims(
    rows: Rows, decisions: Decisions, *, edition: str, near: Region | None = None
) -> Corrected:
    """Return the rows with every decision on a claim carried out.

    ``edition`` is the name of the one that is built: a row about another one's claims is no miss.
    """
    index = ClaimIndex(rows)
    on_claims = [one for one in decisions.rows if not is_of_event(one)]
    applied: list[Applied] = []
    asked: dict[str, list[Applied]] = {}
    for decision in on_claims:
        found = index.find(decision)
        if found.claim_id is not None:
            asked.setdefault(found.claim_id, []).append(_asked(decision, found, index))
        elif _is_missed(decision, edition, index):
            applied.append(Applied(decision, "no_match", why=found.why))
    claims = _claims(rows, asked)
    for claim_id, made in asked.items():
        claims[claim_id], told = decide(claims[claim_id], made, near)
        applied += told
    applied.sort(key=lambda one: one.decision.line)
    of_events = tuple(one for one in decisions.rows if is_of_event(one))
    kept, rejected = _set_aside(rows, claims)
    return Corrected(kept, rejected, tuple(applied), of_events)


def is_of_event(decision: Decision) -> bool:
    """Whether a decision is on an event: merge and split are, whatever the id."""
    return decision.action in ("merge", "split") or ClaimId.read(decision.target) is None


def _is_missed(decision: Decision, edition: str, index: ClaimIndex) -> bool:
    """Whether a decision that found nothing should have: it is not about another edition."""
    return decision.edition in ("", edition) or index.has_article(decision)


def _asked(decision: Decision, found: Found, index: ClaimIndex) -> Applied:
    """The decision as if it were done; what speaks against it comes later."""
    assert found.claim_id is not None
    row = index.row(found.claim_id)
    status: Status = "found_again" if found.again else "applied"
    return Applied(
        decision, status, found.table, found.claim_id, quote=row["quote"], source=row["source"]
    )


def _claims(rows: Rows, asked: Iterable[str]) -> dict[str, Claimed]:
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


def _set_aside(rows: Rows, claims: Mapping[str, Claimed]) -> tuple[Rows, Rows]:
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
        place | {"decision": claim.row.get("decision")}
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
