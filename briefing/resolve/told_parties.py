"""The parties of a week whose desk has listed none: those by name to whom most is put down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from briefing.actors import fights_for, is_anonymous
from briefing.ledger import Row

_TWICE: Final = 2  # claims from which a name is a party, and no slip of one article


def told_parties(
    rows: Mapping[str, list[Row]], earlier: Iterable[Mapping[str, Any]], most: int
) -> list[dict[str, Any]]:
    """Up to ``most`` parties, each with ``name``, ``aliases`` and ``colour`` as a desk lists them.

    Those of the ``earlier`` edition come first and in its order, so that each keeps its colour from
    week to week; then whoever more claims say took a place or did harm. A state's forces are its
    own: "Russian forces" are another name of Russia. "Gunmen" are nobody's.
    """
    told: Counter[str] = Counter()
    for table, column in (("control", "gainer"), ("events", "perpetrator")):
        for row in rows[table]:
            told[row[column] or ""] += len(row["claim_ids"])
    named = [name for name in told if _is_named(name)]
    sides: dict[str, dict[str, Any]] = {}
    for party in earlier:
        sides[fights_for(party["name"])] = {**party, "aliases": list(party["aliases"])}
    often: Counter[str] = Counter()
    for name in named:
        often[fights_for(name)] += told[name]
    for name in sorted(named, key=lambda name: (-often[fights_for(name)], -told[name], name)):
        side = fights_for(name)
        if often[side] >= _TWICE or side in sides:
            party = sides.setdefault(side, {"name": name, "aliases": [], "colour": None})
            party["aliases"] += [] if name in (party["name"], *party["aliases"]) else [name]
    return list(sides.values())[:most]


def _is_named(name: str) -> bool:
    return name[:1].isupper() and not is_anonymous(name)
