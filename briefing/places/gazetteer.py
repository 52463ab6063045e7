"""Look names up in the index: exact keys first, skeletons where no exact key is known."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final, NamedTuple

from briefing.places.index import LISTED_FROM, prepare_gazetteer
from briefing.places.keys import exact_key, loose_key

LONGEST: Final = 80  # characters; no place has a longer name
MOST_KNOWN: Final = 50_000  # names kept, so that memory stays flat over any number of articles
BATCH: Final = 400  # below SQLite's oldest limit on parameters


class Entry(NamedTuple):
    """One row of the gazetteer. ``geonameid`` is None for divisions and towns of our own lists."""

    name: str
    country: str
    admin1: str | None
    latitude: float
    longitude: float
    population: int
    kind: str  # settlement or admin1
    geonameid: int | None
    main: bool = True  # found under its main name, not an alternate one
    loose: bool = False  # found by its skeleton only


class Gazetteer:
    """Read-only look-up with a cache; each thread has its own connection."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._known: dict[str, tuple[Entry, ...]] = {}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All entries of a name, most populous first."""
        return self.lookup_all([name])[name]

    def lookup_all(self, names: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
        """Entries of many names at once, in few queries."""
        wanted = set(names)
        known = self._known
        missing = {name for name in wanted if name not in known}
        if len(known) + len(missing) > MOST_KNOWN:
            self._known = known = {}
            missing = wanted
        known.update(self._read(missing))
        return {name: known[name] for name in wanted}

    def _read(self, names: set[str]) -> dict[str, tuple[Entry, ...]]:
        """What the index has of each name."""
        keys = {name: exact_key(name) if len(name) <= LONGEST else "" for name in names}
        exact = self._exact({key for key in keys.values() if key})
        skeletons = {key: loose_key(key) for key in keys.values() if key and key not in exact}
        loose = self._loose({skeleton for skeleton in skeletons.values() if skeleton})
        found: dict[str, tuple[Entry, ...]] = {}
        for name, key in keys.items():
            entries = exact.get(key) or loose.get(skeletons.get(key) or "", [])
            found[name] = tuple(sorted(entries, key=lambda e: (-e.population, e.name)))
        return found

    def _exact(self, keys: set[str]) -> dict[str, list[Entry]]:
        return self._select("SELECT key, p.*, main, 0 FROM exact k", keys)

    def _loose(self, keys: set[str]) -> dict[str, list[Entry]]:
        return self._select("SELECT key, p.*, 0, 1 FROM loose k", keys)

    def _select(self, head: str, keys: set[str]) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        ordered = sorted(keys)
        for start in range(0, len(ordered), BATCH):
            part = ordered[start : start + BATCH]
            marks = ",".join("?" * len(part))
            query = f"{head} JOIN place p ON p.id = k.id WHERE key IN ({marks})"
            for key, *row in self._connection().execute(query, part):
                found[key].append(_entry(row))
        return found

    def leave_connection(self) -> None:
        """Open a new connection when next asked: SQLite's do not outlive a fork."""
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            address = f"{prepare_gazetteer().as_uri()}?mode=ro&immutable=1"
            connection = self._local.connection = sqlite3.connect(address, uri=True)
        return connection


def _entry(row: list[Any]) -> Entry:
    identity, name, country, admin1, latitude, longitude, population, kind, main, loose = row
    return Entry(
        name, country, admin1, latitude, longitude, population, kind,
        identity if 0 < identity < LISTED_FROM else None, bool(main), bool(loose),
    )  # fmt: skip


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The process's one gazetteer."""
    return Gazetteer()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=lambda: gazetteer().leave_connection())
