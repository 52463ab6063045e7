"""The analyst's decisions in a build: carried out, and what could not be is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.build.period import Intake
from briefing.build.request import Progress
from briefing.corrections import Corrected, correct_claims
from briefing.desk import Desk
from briefing.ledger import Row

if TYPE_CHECKING:
    from briefing.places import Region


def correct(rows: dict[str, list[Row]], desk: Desk, intake: Intake, report: Progress) -> Corrected:
    """Return the claims' rows with the decisions on them carried out."""
    corrected = correct_claims(
        rows, intake.decisions, edition=intake.edition.name, near=region_of(desk)
    )
    for told in corrected.undone:
        report.warn(f"{intake.decisions.name}: {told}")
    return corrected


def region_of(desk: Desk) -> Region:
    """Where the desk looks, as places are chosen by."""
    from briefing.places import Region

    return Region(desk.region.countries, desk.region.focus)
