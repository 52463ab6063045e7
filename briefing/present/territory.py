"""Territorial changes as a table, and what the map cannot show as text beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block, note_missing
from briefing.present.citations import Citation, Citer
from briefing.present.overflow import Overflow
from briefing.present.words import ACTIONS, capital, named_place, spoken_count
from briefing.resolve.comparable import counts_settlements, settlement_counts
from briefing.resolve.control import is_of_places
from briefing.resolve.hands import LINES, changes_of, is_lost, voices_of
from briefing.resolve.tolls import CERTAINTIES
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
from briefing.wording import cardinal, listed

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row


# Weakest first: to advance is not yet to take.
_ACTIONS = (
    "advanced", "cut", "besieged", "entered", "handed_over", "withdrew", "recaptured", "captured",
)  # fmt: skip


def territory_table(territory: pd.DataFrame, ledger: Ledger, *, most: int = 16) -> Block:
    """The changes of control in the period, in the order of their days, and what is only counted.

    The same change told by several is one row. Beyond ``most`` rows the rest opens on a screen, and
    on paper the ledger has it: places that changed hands more than once and what several tell come
    first, and what was taken before what was cut; named places come before counts, which have
    their chart.
    """
    claims = _of_period(territory)
    if not claims or ledger.lacks("control"):
        none = "No claim of a territorial change was found in what was read."
        return note_missing(none, "control", ledger)
    citer, names = Citer(ledger), publishers(ledger)
    changes = [_change_cells(row, ledger, citer) for row in changes_of(territory, ledger)]
    rows = [*changes, *_counts(claims, ledger, names, citer)]
    rows.sort(key=lambda row: row["weight"], reverse=True)
    told = Overflow.of(rows, most)
    return make_block(
        "territory_table",
        rows=sorted(told.shown, key=lambda row: row["day"]),
        more=sorted(told.more, key=lambda row: row["day"]),
        colours=party_colours(ledger.edition),
        **told.counts,
    )


def _change_cells(row: Row, ledger: Ledger, citer: Citer) -> dict[str, Any]:
    place = named_place(shown_place(row), row["part"])
    told = len(row["claimants"]) if row["grade"] != "discounted" else 0
    weight = bool(told), row["turns"] > 1, _ACTIONS.index(row["action"]), told, row["event_id"]
    return {
        "what": capital(place),
        "change": ACTIONS[row["action"]],
        "gainer": row["gainer"],
        "loser": row["loser"],
        "when": shown_window(row, ledger.edition),
        "says": voices_of(row),
        "grade": row["grade"],
        "reason": row["grade_reason"],
        "note": row["note"],
        "citations": citer.cite(row["claim_ids"]),
        "day": (str(row["date_end"] or "9"), row["sources"][:1], row["event_id"]),
        "weight": (1, *weight),
    }


def _counts(
    claims: list[Row], ledger: Ledger, names: dict[int, str], citer: Citer
) -> list[dict[str, Any]]:
    """What is counted or named without a place, as each claim has it; alike ones in one row."""
    places = places_by_claim(ledger)
    told: dict[tuple[str, ...], list[Row]] = {}
    for row in claims:
        if not places.get(row["claim_id"]) or not is_of_places(row):
            what = capital(_what(row, places.get(row["claim_id"], [])))
            key = what, row["action"], row["gainer"] or "", row["certainty"]
            told.setdefault(key, []).append(row)
    return [
        _count_cells(key[0], same, ledger, names) | {"citations": _cited(same, citer)}
        for key, same in told.items()
    ]


def _cited(same: list[Row], citer: Citer) -> list[Citation]:
    return citer.cite(row["claim_id"] for row in same)


def _count_cells(
    what: str, same: list[Row], ledger: Ledger, names: dict[int, str]
) -> dict[str, Any]:
    first, denied = same[0], same[0]["certainty"] == "denied"
    voices = claimants(same, names)
    weight = not denied, False, _ACTIONS.index(first["action"]), len(voices), first["claim_id"]
    return {
        "what": what,
        "change": ACTIONS[first["action"]],
        "gainer": first["gainer"],
        "loser": next((row["loser"] for row in same if row["loser"]), None),
        "when": shown_window(first, ledger.edition),
        "says": ", ".join(voices),
        "grade": _GRADES.get(first["certainty"]) or ("fair" if len(voices) > 1 else "weak"),
        "reason": first["certainty"],
        "note": None,
        "day": (str(first["date_end"] or "9"), [str(first["source"])], first["claim_id"]),
        "weight": (0, *weight),
    }


_GRADES = {"denied": "discounted", "contested": "contested"}  # whatever the number of voices


def beside_map(territory: pd.DataFrame, ledger: Ledger, *, most: int = 8) -> Block | None:
    """What the map cannot show, in words: places that were not found, roads, counts without names.

    Where there is no map the table says it all. Counts of settlements are left to their chart,
    where there are enough of them for one. Beyond ``most`` the rest is counted.
    """
    changes, citer = changes_of(territory, ledger), Citer(ledger)
    if not any(map(has_point, changes)):
        return None
    told = [*_lost_places(changes), *_uncharted(_of_period(territory), places_by_claim(ledger))]
    alike: dict[str, dict[str, list[str]]] = {}
    for what, how, ids in told[:most]:
        alike.setdefault(how, {}).setdefault(what, []).extend(ids)
    shown = [
        {"text": f"{listed(names)} ({how})", "citations": citer.cite(chain(*names.values()))}
        for how, names in alike.items()
    ]
    if len(told) > most:
        rest = f"{cardinal(len(told) - most)} more in the table"
        shown.append({"text": rest, "citations": []})
    return make_block("sentences", lead="Not on the map:", sentences=shown) if shown else None


_Beside = tuple[str, str, list[str]]  # what, how it changed and how sure that is, the claims


def _lost_places(changes: list[Row]) -> Iterator[_Beside]:
    """The places that no point stands for, the surest first."""
    lost = [row for row in changes if is_lost(row)]
    for row in sorted(lost, key=lambda row: -CERTAINTIES.index(row["certainty"])):
        yield named_place(shown_place(row), row["part"]), _how(row), row["claim_ids"]


def _uncharted(rows: list[Row], places: dict[str, list[Row]]) -> Iterator[_Beside]:
    """Roads, and counts that have no chart, as their claims tell them."""
    charted = len(settlement_counts(rows)) > 1
    for row in rows:
        what = _without_point(row, places.get(row["claim_id"], []))
        if what and not (charted and counts_settlements(row)):
            yield what, _how(row), [row["claim_id"]]


def _how(row: Row) -> str:
    return f"{ACTIONS[row['action']]}, {row['certainty']}"


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
    roads = (place for place in places if place["place_kind"] in LINES and not has_point(place))
    lost = listed(place["place"] or shown_place(place) for place in roads)  # M5, not "M5 highway"
    count = _counted(row, spoken_count(row) if row["quantity_kind"] else "", lost)
    what = count if not places or lost or not is_of_places(row) else ""
    return what or _with_unit(lost, row["unit"])
