"""``edition.json``: what a brief says of itself in masthead and colophon.

It holds nothing that changes between two builds of the same inputs: the time of the build stands in
the manifest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from briefing.build.manifest import versions
from briefing.build.period import Intake
from briefing.build.previous import Earlier
from briefing.design import load_design
from briefing.desk import Desk, Edition
from briefing.ledger import Row
from briefing.resolve.told_parties import told_parties


def describe_edition(
    desk: Desk,
    intake: Intake,
    parameters: Mapping[str, Any],
    rows: Mapping[str, list[Row]],
    before: Earlier,
) -> dict[str, Any]:
    """Return the edition's record. ``cutoff`` is the last day of publication among the sources.

    Parties are the desk's; where it lists none, those whom ``rows`` and the edition before name.
    """
    edition, articles = intake.edition, intake.articles
    days = [article.published for article in articles if article.published]
    return {
        "name": edition.name,
        "title": desk.masthead.title,
        "organisation": desk.masthead.organisation,
        "region": desk.region.name,
        "countries": list(desk.region.countries),
        "marking": desk.masthead.marking,
        "language": desk.masthead.language,
        "paper": desk.masthead.paper,
        "start": edition.start,
        "end": edition.end,
        "cutoff": max(days, default=None),
        "number": _number(desk, edition, len(before.editions)),
        "sources_count": len(rows["sources"]) + len(rows.get("event_sets", ())),
        "sample": intake.sample,
        "parties": _parties(desk, rows, before),
        "vague": desk.codebook.vague,
        "parameters": parameters,
        "versions": versions(),
        "inputs": intake.inputs,
    }


def _parties(desk: Desk, rows: Mapping[str, list[Row]], before: Earlier) -> list[dict[str, Any]]:
    if desk.parties:
        return [asdict(party) for party in desk.parties]
    return told_parties(rows, before.parties, most=len(load_design()["parties"]["colours"]))


def _number(desk: Desk, edition: Edition, before: int) -> int | None:
    """One more than the editions before; None where there is no period."""
    if edition.start is None:
        return None
    first = desk.masthead.first_edition
    return (1 if first is None else first) + before
