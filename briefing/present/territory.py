"""Territorial changes as a table, and what the map cannot show as text beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citer
from briefing.present.words import ACTIONS, capital, named_place, spoken_count
from briefing.resolve.comparable import settlement_counts
from briefing.rows import (
    claimant,
    has_point,
    party_colours,
    publishers,
    records,
    shown_count,
    shown_place,
    shown_window,
)
from briefing.wording import listed

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row


def territory_table(territory: pd.DataFrame, ledger: Ledger) -> Block:
    """All claims of territorial change in the period, by who gained from whom, then by day."""
    rows = _of_period(territory)
    if not rows:
        return make_note("No claim of a territorial change was found in what was read.")
    citer, names, places = Citer(ledger), publishers(ledger), places_by_claim(ledger)
    groups: dict[tuple[str | None, str | None], list[dict[str, Any]]] = {}
    for row in rows:
        cells = {
            "what": capital(_what(row, places.get(row["claim_id"], []))),
            "change": ACTIONS[row["action"]],
            "when": shown_window(row, ledger.edition),
            "says": claimant(row, names),
            "certainty": row["certainty"],
            "citations": citer.cite([row["claim_id"]]),
        }
        groups.setdefault((row["gainer"], row["loser"]), []).append(cells)
    content = sorted(groups.items(), key=lambda group: -len(group[1]))
    return make_block("territory_table", groups=content, colours=party_colours(ledger.edition))


def beside_map(territory: pd.DataFrame, ledger: Ledger) -> Block | None:
    """Counts without names and places without a point: told in words, never drawn.

    Counts of settlements are left to their chart, where there are enough of them for one.
    """
    places, citer, rows = places_by_claim(ledger), Citer(ledger), _of_period(territory)
    charted = [row["claim_id"] for row in settlement_counts(rows)]
    charted = charted if len(charted) > 1 else []
    told = [
        {"text": text, "citations": citer.cite([row["claim_id"]])}
        for row in rows
        if row["claim_id"] not in charted
        if (text := _without_point(row, places.get(row["claim_id"], [])))
    ]
    return make_block("sentences", lead="Not on the map:", sentences=told) if told else None


def places_by_claim(ledger: Ledger) -> dict[str, list[Row]]:
    """Return the named places of each claim, in the order of the text."""
    found: dict[str, list[Row]] = {}
    for row in sorted(records(ledger.territory_places), key=lambda row: row["position"]):
        found.setdefault(row["claim_id"], []).append(row)
    return found


def _of_period(territory: pd.DataFrame) -> list[Row]:
    rows = [row for row in records(territory) if not row["background"]]
    return sorted(rows, key=lambda row: (str(row["date_end"] or "9"), row["source"], row["start"]))


def _what(row: Row, places: list[Row]) -> str:
    """What the claim is about: ``main terminal of Aleppo airport``, ``≥ 40 towns: A and B``."""
    names = listed(shown_place(place) for place in places)
    count = shown_count(row)
    counted = f"{count} {row['unit'] or 'places'}" if count else ""
    if row["part"] and names:
        return named_place(names, row["part"])
    if counted and names:
        return f"{counted}: {names}"
    return counted or names or row["unit"] or row["part"] or row["quote"]


def _without_point(row: Row, places: list[Row]) -> str:
    lost = [shown_place(place) for place in places if not has_point(place)]
    count = f"{spoken_count(row)} {row['unit'] or 'places'}" if row["quantity_kind"] else ""
    what = listed(part for part in (count, *lost) if part)
    if not what:
        return ""
    return f"{what} ({ACTIONS[row['action']]}, {row['certainty']})"
