"""Prepare ``briefing/data/towns_ucdp.csv``: towns and villages that GeoNames' list leaves out.

    python scripts/prepare_towns.py GED.csv.gz

Reads events of UCDP GED (CC BY 4.0), takes the named towns and villages (``where_prec`` 1) that the
gazetteer does not know within 20 km, and writes each once, in the columns of
``briefing/data/towns.csv``: ``name``, ``others`` (further spellings, parted by ";"), ``country``
(ISO 3166-1 alpha-2), ``latitude`` and ``longitude`` (WGS 84, rounded to hundredths), ``size`` (town
or village).
"""

from __future__ import annotations

import argparse
import csv
import re
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pandas as pd

from briefing.places.choose import distance_km
from briefing.places.gazetteer import gazetteer

TARGET = Path(__file__).resolve().parents[1] / "briefing" / "data" / "towns_ucdp.csv"
COLUMNS = ("name", "others", "country", "latitude", "longitude", "size")
COUNTRIES = {"Syria": "SY"}  # of GED's names, those whose exports have been read so far
SIZES = {"town": "town", "city": "town", "suburb": "village", "village": "village"}
KIND = re.compile(rf" ({'|'.join(SIZES)})$")
ASIDE = re.compile(r"\s*\(([^)]+)\)")
SHORTEST = 5  # letters: shorter ones are words and first names as well ("Has", "Sara")
SAME_KM = 20.0


class Town(NamedTuple):
    """One row of the file."""

    name: str
    others: str
    country: str
    latitude: float
    longitude: float
    size: str


def read_towns(path: Path) -> list[Town]:
    """The towns of a GED export that the gazetteer does not know, by country and name."""
    columns = ["where_prec", "where_coordinates", "country", "latitude", "longitude"]
    events = pd.read_csv(path, usecols=columns)
    events = events[(events["where_prec"] == 1) & events["country"].isin(COUNTRIES)]
    found: dict[str, Town] = {}
    for (country, place), rows in events.groupby(["country", "where_coordinates"]):
        at = (round(median(rows["latitude"]), 2), round(median(rows["longitude"]), 2))
        town = _town(str(place), COUNTRIES[str(country)], at)
        if town and not _is_known(town):
            found.setdefault(town.name, town)
    return sorted(found.values(), key=lambda town: (town.country, town.name))


def _town(place: str, country: str, at: tuple[float, float]) -> Town | None:
    """ "Al-Rai town (Choban Bey)", "Maar Tahroma/Maarat Hurmah village": names and size."""
    aside = ASIDE.findall(place)
    plain = ASIDE.sub("", place).strip()
    kind = KIND.search(plain)
    if kind is None:
        return None
    written = [*KIND.sub("", plain).split("/"), *aside]
    names = [name for name in (KIND.sub("", n.strip()) for n in written) if _is_name(name)]
    if not names:
        return None
    return Town(names[0], ";".join(names[1:]), country, *at, SIZES[kind[1]])


def _is_name(name: str) -> bool:
    return len(name) >= SHORTEST and name[0].isupper() and not re.search(r"\d", name)


def _is_known(town: Town) -> bool:
    at = (town.latitude, town.longitude)
    return any(
        distance_km(at, (entry.latitude, entry.longitude)) <= SAME_KM
        for name in (town.name, *town.others.split(";"))
        for entry in gazetteer().lookup(name)
        if entry.geonameid is not None
    )


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("ged", type=Path, help="events of UCDP GED as CSV, also gzipped")
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(read_towns(parser.parse_args().ged))


if __name__ == "__main__":
    main()
