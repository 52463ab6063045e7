"""Rows of the ledger as figures and blocks need them: plain values, names, colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from briefing.design import load_design
from briefing.ledger.codebook import Row, load_codebook
from briefing.ledger.files import LIST_SEPARATOR
from briefing.lexicon import word_set
from briefing.sourcename import name_source
from briefing.wording import count, listed, window

_PLAIN = (str, int, bool)  # as most values are: told at once

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger


def records(frame: pd.DataFrame) -> list[Row]:
    """Return a table's rows: None where nothing is given, days as ``date``, lists as lists."""
    lists = _list_columns()
    names = [str(name) for name in frame.columns]
    reads = [_split if name in lists else _plain for name in names]
    return [
        {name: read(value) for name, read, value in zip(names, reads, row, strict=True)}
        for row in frame.to_numpy(dtype=object).tolist()
    ]


@cache
def _list_columns() -> frozenset[str]:
    tables = load_codebook().values()
    return frozenset(c.name for table in tables for c in table.columns if c.type == "list")


def _split(value: Any) -> list[str]:
    return value.split(LIST_SEPARATOR) if isinstance(value, str) and value else []


def _plain(value: Any) -> Any:
    if value is None or type(value) in _PLAIN:
        return value
    import pandas as pd

    if pd.isna(value):
        return None
    # pandas' Timestamp is itself a date; the time of day means nothing here.
    return value.date() if hasattr(value, "date") else value


def publishers(ledger: Ledger) -> dict[int, str]:
    """Return what to call each source by its number: its publisher, its site, its file …"""
    return {row["number"]: name_source(row) for row in records(ledger.sources)}


def sentences(ledger: Ledger) -> dict[str, str]:
    """Return the sentence behind every casualty and territorial claim, by the claim's id."""
    return {
        claim: sentence
        for table in (ledger.casualties, ledger.territory)
        for claim, sentence in zip(table["claim_id"], table["sentence"], strict=True)
    }


def source_numbers(row: Mapping[str, Any]) -> list[int]:
    """Return the citation numbers of a toll or claim, in order."""
    if row.get("sources") is not None:
        return sorted(int(number) for number in row["sources"])
    return [int(row["source"])]


def claimant(row: Mapping[str, Any], names: Mapping[int, str]) -> str:
    """Return who says so: the source the text names, else what its own source is called."""
    if row["source_original"]:
        return short_name(row["source_original"])
    return ", ".join(dict.fromkeys(names.get(n, f"source {n}") for n in source_numbers(row)))


def short_name(name: str) -> str:
    """Return a source as a label: without article or what is told about it after a comma."""
    bare = name.partition(",")[0].strip()
    return bare[4:] if bare[:4].lower() == "the " else bare


def claimants(rows: Iterable[Mapping[str, Any]], names: Mapping[int, str]) -> list[str]:
    """Return everyone who says so, each once, in the order of the rows."""
    return list(dict.fromkeys(claimant(row, names) for row in rows))


def shown_count(row: Mapping[str, Any]) -> str:
    """Return a row's count as printed; empty where it has none."""
    if row["quantity_kind"] is None:
        return ""
    return count(
        row["quantity_kind"],
        row["low"],
        row["best"],
        row["high"],
        row["quantity_as_written"] or "",
    )


def shown_place(row: Mapping[str, Any]) -> str:
    """Return where, as the source spells it: ``western Aleppo``, ``Khiam and Bint Jbeil``."""
    first = _shown_first(row)
    return listed([first, *(row.get("also_at") or ())]) if first else ""


def shown_spot(row: Mapping[str, Any]) -> str:
    """Return the spot in its place: ``crowded market``; nothing where the place's name says it."""
    spot = row.get("where_description") or ""
    said = spot and spot.lower().split()[-1] in shown_place(row).lower()
    return "" if said else spot


def located(row: Mapping[str, Any]) -> str:
    """Return where, in a sentence: `` in western Aleppo``, `` near Goma``, `` south of Goma``;
    nothing for no place."""
    place, side = shown_place(row), row.get("direction") or ""
    beside = side in word_set("circumstances", "rough", "beside") or side.endswith(" of")
    return f" {place}" if beside else f" in {place}" if place else ""


def _shown_first(row: Mapping[str, Any]) -> str:
    """The place with the side or part of it that is meant.

    Gazetteers spell names as scholars do (Ma‘arrat an Nu‘mān); readers know the press's spelling. A
    state has its own name: "throughout the country" of a report from Khartoum is Sudan.
    """
    written = row.get("place_as_written") or ""
    own = row.get("place_kind") == "country" or not written[:1].isupper()
    name = row.get("place") if own else written
    if name and len(name) > _ACRONYM and name.isupper():
        name = name.title()  # a dateline's BUKAVU
    side = row.get("direction")
    if name and side in word_set("places", "directions", "parts"):
        return f"{'' if side in _SOME else 'the '}{side} of {name}"
    return " ".join(part for part in (side, name) if part)


def shown_window(row: Mapping[str, Any], edition: Mapping[str, Any]) -> str:
    """Return a row's days; with the year where that is not plainly the edition's."""
    ends = [day for day in (row["date_start"], row["date_end"]) if day]
    year = str(edition.get("end") or edition.get("start") or "")[:4]
    foreign = any(str(day.year) != year for day in ends)
    return window(row["date_start"], row["date_end"], year=foreign)


def party_colours(edition: Mapping[str, Any]) -> dict[str, str]:
    """Return the colour of each name of a party: the desk's own, else by the party's place."""
    palette = load_design()["parties"]["colours"]
    return {
        name: party.get("colour") or palette[index % len(palette)]
        for index, party in enumerate(edition.get("parties", ()))
        for name in (party["name"], *party["aliases"])
    }


def alias_colour(name: str, edition: Mapping[str, Any]) -> str | None:
    """Return the colour of the desk's party that goes by a name; None where no party does."""
    wanted = name.casefold()
    for party in edition.get("parties", ()):
        if wanted in {alias.casefold() for alias in (party["name"], *party["aliases"])}:
            return party_colours(edition)[party["name"]]
    return None


def party_colour(party: str | None, edition: Mapping[str, Any]) -> str:
    """Return the colour of a party; neutral grey where it is unknown or not listed."""
    return party_colours(edition).get(party or "", str(load_design()["parties"]["unknown"]))


_ACRONYM = 3  # letters up to which capitals alone are an acronym
_SOME = ("part", "parts", "areas")  # "parts of Sake", but "the outskirts of Sake"
# An area or a country has no point: a mark in its middle would be an invented place.
_ROADS = tuple(word_set("events", "territory", "roads"))
_WITHOUT_POINT = ("admin1", "area", "country")


def has_point(place: Mapping[str, Any]) -> bool:
    """Return whether a place can stand on a map as a point: not a town whose road was cut."""
    plain = place["latitude"] is not None and place["place_kind"] not in _WITHOUT_POINT
    return plain and not (place.get("part") or "").lower().endswith(_ROADS)
