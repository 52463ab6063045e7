"""One name for a party, whatever each article calls it: the desk's own list decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.ledger import Row

# The columns that name an actor of the conflict.
_COLUMNS = ("gainer", "loser", "victim_side", "perpetrator")


def name_parties(rows: list[Row], parties: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Return the rows with every known name or alias of a party replaced by the party's name.

    ``parties`` are the desk's, each with ``name`` and ``aliases``. Names match whole, whatever
    their case and with or without "the". What the desk does not list stays as the text has it.
    """
    names = {
        _key(alias): party["name"]
        for party in parties
        for alias in (party["name"], *party["aliases"])
    }
    return [row | {c: names.get(_key(row[c]), row[c]) for c in _named(row)} for row in rows]


def _named(row: Row) -> list[str]:
    return [column for column in _COLUMNS if row.get(column)]


def _key(name: str) -> str:
    words = name.replace("’", "'").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)
