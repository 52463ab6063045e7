"""Names of kinds and sides of event data, as charts, map, tables and sentences alike print them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.wording import cardinal

VIOLENCE = {
    "state_based": "state-based conflict",
    "non_state": "non-state conflict",
    "one_sided": "one-sided violence",
    "other": "other events",
}
_MANY = 3  # names that make an alliance too long to be told
_KINDS_OF_PLACE = (" town", " village", " city")  # as UCDP writes behind names


@cache
def load_kinds() -> dict[str, Any]:
    """``kinds.toml``: which kinds of event tell of what."""
    text = files(__package__).joinpath("kinds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def short_place(name: str) -> str:
    """Return a place's bare name for a map: ``Aleppo`` for ``Aleppo town``."""
    kind = next((kind for kind in _KINDS_OF_PLACE if name.endswith(kind)), "")
    return name.removesuffix(kind)


def short_side(name: str) -> str:
    """Return a side as a name: of a long alliance the first and how many others."""
    names = name.split(", ")
    if len(names) < _MANY:
        return name
    return f"{names[0]} and {cardinal(len(names) - 1)} others"
