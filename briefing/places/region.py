"""What a desk watches: the part of the world that decides between places of one name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Region:
    """Countries as ISO 3166-1 alpha-2 codes, and names of places in them the desk looks at most."""

    countries: tuple[str, ...]
    focus: tuple[str, ...] = ()
