"""One name for a place, however each article spells it: "Pazi Gyi", "Pazigyi"; "El-Fasher"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from briefing.ledger import Row
from briefing.places.keys import exact_key, loose_key
from briefing.resolve.telling import PLACE

_VOWELS: Final = re.compile(r"[aeiou]")
_LONG: Final = 7  # letters of a name from which one vowel more or less is a spelling
_OWN: Final = frozenset(("place_as_written", "direction", "where_prec"))  # stay each telling's own


class Spellings:
    """The villages of a week by the spelling that stands for all: one that a map has, else the
    one told most often."""

    def __init__(self, rows: Iterable[Row]) -> None:
        told = [row for row in rows if row.get("place") and row["place_kind"] == "settlement"]
        number = Counter(row["place"] for row in told)
        named: dict[str, Row] = {}
        for row in told:
            named.setdefault(row["place"], row)
        chosen = sorted(named, key=lambda n: (not _is_known(named[n]), -number[n], n))
        self._one: dict[str, Row] = {}
        buckets: dict[str, list[str]] = {}
        for name in chosen:
            alike = buckets.setdefault(_consonants(name), [])
            first = next((o for o in alike if _may_be_one(named[o], named[name])), None)
            if first is None:
                alike.append(name)
            else:
                self._one[name] = named[first]

    def rename(self, rows: Iterable[Row]) -> list[Row]:
        """The rows, each village under its one name."""
        return [self._named(row) for row in rows]

    def _named(self, row: Row) -> Row:
        one = self._one.get(row.get("place") or "")
        if one is None or row["place_kind"] != "settlement":
            return row
        return row | {c: one.get(c) for c in PLACE if c in row and c not in _OWN}


def _consonants(name: str) -> str:
    """What all spellings of a name share."""
    return _VOWELS.sub("", _folded(name))


def _folded(name: str) -> str:
    key = exact_key(name)
    return (loose_key(key) or key).replace(" ", "")


def _may_be_one(known: Row, other: Row) -> bool:
    """Whether two names spell one village: neither two on a map, nor of two countries."""
    if (
        _is_known(other)
        or not _agree(known, other, "country")
        or not _agree(known, other, "admin1")
    ):
        return False
    one, two = _folded(known["place"]), _folded(other["place"])
    letters = min(len(known["place"]), len(other["place"]))
    return one == two or (letters >= _LONG and _differ_in_a_vowel(one, two))


def _is_known(row: Row) -> bool:
    return row.get("latitude") is not None


def _agree(one: Row, other: Row, column: str) -> bool:
    """Whether two rows say the same of where they are, or one of them nothing."""
    return one.get(column) == other.get(column) or None in (one.get(column), other.get(column))


def _differ_in_a_vowel(one: str, two: str) -> bool:
    """ "Yelewata", "Yelwata"; "Tabanga", "Tabinga"."""
    short, long = sorted((one, two), key=len)
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    rest = short[at:] if len(short) < len(long) else short[at + 1 :]
    return len(long) - len(short) <= 1 and rest == long[at + 1 :]


class Written:
    """How the week's articles write each place: of the spellings of one name the one told most
    often, else the map's, so that a brief does not tell of "El Fasher" here and of "El-Fasher"
    there."""

    def __init__(self, rows: Iterable[Row]) -> None:
        told = Counter([(_place(row), row["place_as_written"]) for row in rows if _is_named(row)])
        self._most: dict[tuple[object, ...], str] = {}
        best = sorted(told, key=lambda one: (-told[one], one[1] != one[0][0], one[1]))
        for place, written in best:
            self._most.setdefault((*place, _folded(written)), written)

    def unify(self, rows: Iterable[Row]) -> list[Row]:
        """The rows, each place as it is written most often."""
        return [row | {"place_as_written": self._of(row)} for row in rows]

    def _of(self, row: Row) -> str | None:
        written: str | None = row.get("place_as_written")
        return self._most.get((*_place(row), _folded(written)), written) if written else None


def _place(row: Row) -> tuple[object, ...]:
    return tuple(map(row.get, ("place", "place_kind", "latitude", "longitude")))


def _is_named(row: Row) -> bool:
    return (row.get("place_as_written") or "")[:1].isupper()
