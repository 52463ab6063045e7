"""The floors below which no headline figure may fall, and what was lowered and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE = Path(__file__).parent / "floors.json"
SLACK = 0.005  # between a measured figure and its floor: a mended gold answer is no fall


@dataclass(frozen=True)
class Lowered:
    """A floor that was lowered on purpose."""

    figure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True)
class Floors:
    """Floors by a figure's key, in the fixed sample; ``lowered`` in the order of time."""

    floors: dict[str, float] = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()


def read(path: Path = FILE) -> Floors:
    """The floors kept at ``path``."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Floors(kept["floors"], tuple(Lowered(**entry) for entry in kept["lowered"]))


def write(floors: Floors, path: Path = FILE) -> None:
    """Keep the floors at ``path``."""
    path.write_text(json.dumps(asdict(floors), indent=1) + "\n", encoding="utf-8")


def fallen(floors: Floors, measured: Mapping[str, float]) -> list[str]:
    """One sentence for each figure below its floor, and for each that has none."""
    told = []
    for key, value in measured.items():
        floor = floors.floors.get(key)
        if floor is None:
            told.append(f"{key} has no floor yet. Run: make floors")
        elif value < floor:
            told.append(f"{key} fell to {value:.3f}, below its floor of {floor:.3f}.")
    return told


def raised(floors: Floors, measured: Mapping[str, float]) -> Floors:
    """The floors lifted to just below what was measured; none goes down."""
    lifted = {
        key: max(floors.floors.get(key, 0.0), round(max(0.0, value - SLACK), 3))
        for key, value in measured.items()
    }
    return Floors({**floors.floors, **lifted}, floors.lowered)


def lowered(floors: Floors, measured: Mapping[str, float], reason: str) -> Floors:
    """The floors of the figures that fell, set to what was measured, with the reason kept.

    Raises ``ValueError`` where no reason is given.
    """
    if not reason.strip():
        raise ValueError("A floor is lowered for a reason only: give it with --because.")
    below = {k: v for k, v in measured.items() if v < floors.floors.get(k, 0.0)}
    entries = [
        Lowered(key, floors.floors[key], round(max(0.0, value - SLACK), 3), reason.strip())
        for key, value in below.items()
    ]
    changed = {entry.figure: entry.after for entry in entries}
    return Floors({**floors.floors, **changed}, (*floors.lowered, *entries))
