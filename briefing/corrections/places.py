"""Edits of a territorial claim's places, which stand in a table of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.corrections.decision import Decision
from briefing.corrections.edits import EditError, coordinates_in_pairs, edit_row, look_up
from briefing.ledger import Row
from briefing.ledger.rows import place_cells
from briefing.rows import shown_place
from briefing.wording import listed

if TYPE_CHECKING:
    from briefing.places import Region

_COORDINATES = ("latitude", "longitude")


def edit_places(
    row: Row, places: list[Row], edits: Iterable[Decision], near: Region | None
) -> tuple[Row, list[Row]]:
    """Return the claim and its places edited. Raises EditError.

    ``place`` names all of them anew, parted by semicolons; coordinates need a single place.
    """
    plain, degrees = [], {}
    for edit in edits:
        if edit.field == "place":
            places = _named(row, edit.read, near)
        elif edit.field in _COORDINATES:
            degrees[edit.field] = edit.read
        else:
            plain.append(edit)
    if degrees:
        places = _located(places, degrees)
    return edit_row(row, plain, near) | {"n_places": len(places)}, places


def _named(row: Row, names: str | None, near: Region | None) -> list[Row]:
    bare = [name for part in (names or "").split(";") if (name := part.strip())]
    return [
        {"claim_id": row["claim_id"], "position": position} | place_cells(look_up(name, near))
        for position, name in enumerate(bare, start=1)
    ]


def _located(places: list[Row], degrees: Row) -> list[Row]:
    if len(places) != 1:
        raise EditError("coordinates can be given to one place only; edit place first")
    return [coordinates_in_pairs(places[0] | degrees)]


def shown_places(places: list[Row], field: str) -> str | None:
    """Return what the claim's places have in a field, in words; None for other fields."""
    if field == "place":
        return listed(map(shown_place, places)) or "no place"
    if field in _COORDINATES:
        return ", ".join(f"{p[field]:g}" for p in places if p[field] is not None) or "nothing"
    return None
