"""Territorial changes as a table, and what the map cannot show as text beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citer
from briefing.present.words import ACTIONS, capital, named_place, spoken_count
from briefing.resolve.comparable import counts_settlements, settlement_counts, top_of
from briefing.rows import (
    claimants,
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


# Weakest first: to advance is not yet to take.
_ACTIONS = (
    "advanced", "cut", "besieged", "entered", "handed_over", "withdrew", "recaptured", "captured",
)  # fmt: skip
_LINES = ("highway", "area")  # no point could stand for them


def territory_table(territory: pd.DataFrame, ledger: Ledger, *, most: int = 16) -> Block:
    """The claims of territorial change in the period, in the order of their days.

    The same change told by several is one row. Beyond ``most`` rows the ledger has the rest: named
    places come before counts, which have their chart, and what was taken before what was cut.
    """
    rows = _of_period(territory)
    if not rows:
        return make_note("No claim of a territorial change was found in what was read.")
    places = places_by_claim(ledger)
    told: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        what = capital(_what(row, places.get(row["claim_id"], [])))
        told.setdefault((what, row["action"], row["gainer"] or "", row["certainty"]), []).append(
            row
        )
    weights = {key: _weight(same, places) for key, same in told.items()}
    kept = sorted(told, key=lambda key: weights[key], reverse=True)[:most]
    citer, names = Citer(ledger), publishers(ledger)
    return make_block(
        "territory_table",
        rows=[_cells(key[0], told[key], ledger, names, citer) for key in told if key in kept],
        left=len(told) - len(kept),
        colours=party_colours(ledger.edition),
    )


def _weight(same: list[Row], places: dict[str, list[Row]]) -> tuple[Any, ...]:
    first = same[0]
    return (
        first["certainty"] != "denied",
        any(places.get(row["claim_id"]) and row["low"] is None for row in same),
        _ACTIONS.index(first["action"]),
        len({row["source"] for row in same}),
        top_of(first),
    )


def _cells(
    what: str, same: list[Row], ledger: Ledger, names: dict[int, str], citer: Citer
) -> dict[str, Any]:
    first = same[0]
    return {
        "what": what,
        "change": ACTIONS[first["action"]],
        "gainer": first["gainer"],
        "loser": next((row["loser"] for row in same if row["loser"]), None),
        "when": shown_window(first, ledger.edition),
        "says": ", ".join(claimants(same, names)),
        "certainty": first["certainty"],
        "citations": citer.cite(row["claim_id"] for row in same),
    }


def beside_map(territory: pd.DataFrame, ledger: Ledger) -> Block | None:
    """Counts without names and roads: told beside the map in words, never drawn as points.

    Where there is no map the table says it all. Named places that could not be found are gaps.
    Counts of settlements are left to their chart, where there are enough of them for one.
    """
    places, citer, rows = places_by_claim(ledger), Citer(ledger), _of_period(territory)
    if not any(has_point(place) for row in rows for place in places.get(row["claim_id"], [])):
        return None
    charted = len(settlement_counts(rows)) > 1
    claims: dict[str, list[str]] = {}
    for row in rows:
        text = _without_point(row, places.get(row["claim_id"], []))
        if text and not (charted and counts_settlements(row)):
            claims.setdefault(text, []).append(row["claim_id"])
    told = [{"text": text, "citations": citer.cite(ids)} for text, ids in claims.items()]
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
    """What the claim is about: ``the main terminal of Aleppo airport``, ``≥ 40 towns: A and B``."""
    names = listed(shown_place(place) for place in places)
    count = _counted(row, shown_count(row), names)
    if row["part"] and names:
        return named_place(names, row["part"])
    return count or _with_unit(names, row["unit"]) or row["part"] or row["unit"] or row["quote"]


def _counted(row: Row, count: str, names: str) -> str:
    """``≥ 40 towns: A and B``, ``a string of villages``, ``most of Aleppo``; or nothing."""
    if not count:
        return ""
    if row["unit"] is None and names:
        return f"{count} of {names}"
    of = " of" if count.startswith("a ") else ""
    return f"{count}{of} {row['unit'] or 'places'}{f': {names}' if names else ''}"


def _with_unit(names: str, unit: str | None) -> str:
    """``M5 highway, positions``: what was taken of a place that is more than that."""
    return f"{names}, {unit}" if names and unit and unit.endswith("s") else names


def _without_point(row: Row, places: list[Row]) -> str:
    roads = (place for place in places if place["place_kind"] in _LINES and not has_point(place))
    lost = listed(map(shown_place, roads))
    count = _counted(row, spoken_count(row) if row["quantity_kind"] else "", lost)
    what = count if not places or lost else ""
    what = what or _with_unit(lost, row["unit"])
    return f"{what} ({ACTIONS[row['action']]}, {row['certainty']})" if what else ""
