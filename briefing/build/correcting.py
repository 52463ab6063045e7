"""The analyst's decisions in a build: on claims before they are reconciled, on events after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from briefing.corrections import (
    Corrected,
    Decisions,
    EventIndex,
    correct_claims,
    judge_events,
    plan_joining,
)
from briefing.desk import Desk, Edition
from briefing.ledger import Row
from briefing.resolve import Verdicts

if TYPE_CHECKING:
    from briefing.places import Region

Rows = dict[str, list[Row]]


class Resolve(Protocol):
    """Reconciles claims, all settings but the verdicts given."""

    def __call__(self, rows: Rows, *, verdicts: Verdicts = ...) -> Rows: ...


def resolve_corrected(
    rows: Rows,
    decisions: Decisions,
    edition: Edition,
    resolve: Resolve,
    *,
    near: Region | None = None,
) -> tuple[Rows, Corrected]:
    """Return the resolved rows as the analyst left them, and what became of each decision."""
    corrected = correct_claims(rows, decisions, edition=edition.name, near=near)
    resolved = resolve(corrected.rows)
    if not corrected.of_events:
        return resolved, corrected
    return _correct_events(corrected, resolved, edition, resolve, near)


def _correct_events(
    corrected: Corrected, resolved: Rows, edition: Edition, resolve: Resolve, near: Region | None
) -> tuple[Rows, Corrected]:
    """Carry out decisions on events: they are known only once claims have been reconciled.

    So claims are reconciled again, first with what belongs together and what does not, then without
    what was rejected and with what was edited.
    """
    name, days = edition.name, {"start": edition.start, "end": edition.end}
    joining = plan_joining(corrected.of_events, EventIndex(resolved, days), name)
    verdicts = Verdicts(joining.together, joining.alone)
    if joining.together or joining.alone:
        resolved = resolve(corrected.rows, verdicts=verdicts)
    marks, told = joining.marked(EventIndex(resolved, days))
    marked = resolved | {"events": Verdicts(changed=marks).revise(resolved["events"])}
    judged = judge_events(corrected.of_events, EventIndex(marked, days), name, near)
    judged.applied.extend(told)
    corrected = corrected.without(judged)
    changed = {event: marks.get(event, {}) | row for event, row in judged.changed.items()}
    verdicts = replace(verdicts, changed=marks | changed)
    resolved = resolve(corrected.rows, verdicts=verdicts)
    return resolved, corrected


def region_of(desk: Desk) -> Region:
    """Where the desk looks, as places are chosen by."""
    from briefing.places import Region

    return Region(desk.region.countries, desk.region.focus)
