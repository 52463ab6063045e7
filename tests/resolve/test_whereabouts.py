"""How the places of two counts lie to each other."""

from __future__ import annotations

import pytest

from briefing.ledger import Row
from briefing.resolve.whereabouts import relate


def _at(first: str, *also: str) -> Row:
    return {
        "place": first, "place_as_written": first, "place_kind": "settlement", "country": "CD",
        "admin1": None, "latitude": None, "longitude": None, "where_prec": 1, "direction": None,
        "also_at": list(also),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (_at("Goma"), _at("Goma"), "same"),
        (_at("Goma"), _at("Sake"), "apart"),
        # a count of several towns is none of one of them
        (_at("Goma", "Sake"), _at("Goma"), "holds"),
        (_at("Sake"), _at("Goma", "Sake"), "inside"),
        (_at("Goma", "Sake"), _at("Sake", "Goma"), "same"),
        (_at("Goma", "Sake"), _at("Goma", "Beni"), "apart"),
        (_at("Goma", "Sake"), _at("Beni"), "apart"),
    ],
)
def test_lists_of_places(one: Row, other: Row, relation: str) -> None:
    """Where a text gives one count for several places, it is wider than each of them."""
    assert relate(one, other) == relation
    assert relate(other, one) == {"holds": "inside", "inside": "holds"}.get(relation, relation)
