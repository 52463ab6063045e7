"""The analyst's decisions on single claims, made between reading and reconciling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.corrections.applied import Applied, Status
from briefing.corrections.corrected import Corrected, Rows, claims_of, set_aside
from briefing.corrections.decide import decide
from briefing.corrections.decision import ClaimId, Decision, Decisions
from briefing.corrections.find import ClaimIndex, Found

if TYPE_CHECKING:
    from briefing.places import Region


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
        elif index.is_missed(decision, edition):
            applied.append(Applied(decision, "no_match", why=found.why))
    claims = claims_of(rows, asked)
    for claim_id, made in asked.items():
        claims[claim_id], told = decide(claims[claim_id], made, near)
        applied += told
    of_events = tuple(one for one in decisions.rows if is_of_event(one))
    kept, rejected = set_aside(rows, claims)
    return Corrected(kept, rejected, tuple(applied), of_events)


def is_of_event(decision: Decision) -> bool:
    """Whether a decision is on an event: merge and split are, whatever the id."""
    return decision.action in ("merge", "split") or ClaimId.read(decision.target) is None


def _asked(decision: Decision, found: Found, index: ClaimIndex) -> Applied:
    """The decision as if it were done; what speaks against it comes later."""
    assert found.claim_id is not None
    row = index.row(found.claim_id)
    status: Status = "found_again" if found.again else "applied"
    return Applied(
        decision,
        status,
        found.table,
        found.claim_id,
        quote=row["quote"],
        source=row["source"],
        claims=(found.claim_id,),
    )
