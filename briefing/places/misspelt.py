"""A name that no gazetteer knows and that is another place's of the text but for one letter.

"A blast in Kisangnai": Kisangani, of which the text tells elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.models import Place
from briefing.records import replace

_SHORTEST: Final = 6  # letters: shorter names of different places differ by one


def with_corrected(places: Sequence[Place]) -> list[Place]:
    """The places, each misspelt name as the place that is meant; ``as_written`` stays."""
    known = {p.as_written: p for p in places if p.resolved and len(p.as_written) >= _SHORTEST}
    if not known:
        return list(places)
    return [_corrected(place, known) for place in places]


def _corrected(place: Place, known: dict[str, Place]) -> Place:
    if place.resolved or place.kind != "settlement" or len(place.as_written) < _SHORTEST:
        return place
    meant = [p for name, p in known.items() if is_slip(place.as_written.lower(), name.lower())]
    if len({p.name for p in meant}) != 1:
        return place
    written = place.as_written
    return replace(meant[0], start=place.start, end=place.end, as_written=written, within=())


def is_slip(written: str, name: str) -> bool:
    """Whether one letter more, less, other or two in turn part two names that begin alike."""
    if written == name or written[:1] != name[:1] or abs(len(written) - len(name)) > 1:
        return False
    first = next((i for i, (a, b) in enumerate(zip(written, name, strict=False)) if a != b), None)
    if first is None:
        return True  # one letter more at the end
    rest, other = written[first:], name[first:]
    turned = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return turned or rest[1:] == other or rest == other[1:] or rest[1:] == other[1:]
