"""All decisions on one claim → the claim as the analyst leaves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.corrections.applied import Applied, Status
from briefing.corrections.edits import EditError, edit_row, shown
from briefing.corrections.fields import load_fields
from briefing.corrections.places import edit_places, shown_places
from briefing.ledger import REJECTED, Row

if TYPE_CHECKING:
    from briefing.places import Region


@dataclass(frozen=True)
class Claimed:
    """A claim of some table with its rows of ``territory_places``, and whether it is rejected."""

    table: str
    row: Row
    places: list[Row]
    rejected: bool = False


def decide(
    claim: Claimed, asked: Iterable[Applied], near: Region | None
) -> tuple[Claimed, list[Applied]]:
    """Return the claim with the decisions carried out, and what became of each.

    ``asked`` holds the decisions in the order of the file, as if each were done; of two that speak
    against each other the later one stands.
    """
    standing, undone = _overrule(list(asked))
    fitting, unfit = _fit(claim, [one for one in standing if one.decision.action == "edit"])
    verdicts = [one for one in standing if one.decision.action != "edit"]
    claim, edits = _edit(claim, fitting, near)
    told = sorted([*verdicts, *edits, *undone, *unfit], key=lambda one: one.decision.line)
    return _marked(claim, [one for one in told if one.done]), told


def _overrule(asked: list[Applied]) -> tuple[list[Applied], list[Applied]]:
    """The decisions that stand, and those that a later row decides otherwise."""
    last: dict[str, Applied] = {_about(one): one for one in asked}
    verdict = last.get("")
    standing, undone = [], []
    for one in asked:
        over = last[_about(one)]
        if verdict and verdict.decision.action == "reject" and one.decision.action == "edit":
            over = verdict  # nothing is left to edit
        if over is one:
            standing.append(one)
        else:
            undone.append(_undo(one, "overruled", f"line {over.decision.line} decides it"))
    return standing, undone


def _about(one: Applied) -> str:
    """What a decision is about: a field, or the claim as a whole."""
    return one.decision.field


def _fit(claim: Claimed, edits: list[Applied]) -> tuple[list[Applied], list[Applied]]:
    """The edits of what the claim's table has, and the others."""
    fitting, unfit = [], []
    for one in edits:
        field = one.decision.field
        if claim.table in load_fields()[field].tables:
            fitting.append(one)
        else:
            unfit.append(_undo(one, "not_applied", _why_unfit(claim, field)))
    return fitting, unfit


def _why_unfit(claim: Claimed, field: str) -> str:
    if claim.table != "control":
        return f"{claim.table} have no {field}"
    claims = ", ".join(claim.row["claim_ids"])
    return f"what changed hands is edited by the claims that tell it ({claims})"


def _edit(
    claim: Claimed, edits: list[Applied], near: Region | None
) -> tuple[Claimed, list[Applied]]:
    """The claim edited; as it was, where its edits do not go together."""
    made = [one.decision for one in edits]
    try:
        if claim.table == "territory":
            changed = edit_places(claim.row, claim.places, made, near)
        else:
            changed = edit_row(claim.row, made, near), claim.places
    except EditError as problem:
        return claim, [_undo(one, "not_applied", str(problem)) for one in edits]
    after = replace(claim, row=changed[0], places=changed[1])
    return after, [
        replace(one, original=_shown(claim, one), corrected=_shown(after, one)) for one in edits
    ]


def _shown(claim: Claimed, one: Applied) -> str:
    """What a claim has in the field of an edit, in words."""
    if claim.table == "territory":
        told = shown_places(claim.places, one.decision.field)
        if told is not None:
            return told
    return shown(claim.row, one.decision.field)


def _marked(claim: Claimed, done: list[Applied]) -> Claimed:
    """The claim with its columns ``decision`` and ``correction``."""
    actions = [one.decision.action for one in done]
    if not actions:
        return claim
    rejected = "reject" in actions
    decision = REJECTED if rejected else "edited" if "edit" in actions else None
    before = claim.row.get("correction")
    correction = "; ".join([*([before] if before else []), *(one.mark() for one in done)])
    decision = decision or claim.row.get("decision") or "accepted"
    row = claim.row | {"decision": decision, "correction": correction}
    return replace(claim, row=row, rejected=rejected)


def _undo(one: Applied, status: Status, why: str) -> Applied:
    return replace(one, status=status, why=why)
