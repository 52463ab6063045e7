"""Names → places: find them in a text, locate one, read the base map.

``find_places`` and ``locate`` work offline on an index of GeoNames' towns, which
``prepare_gazetteer`` builds once per machine; the first call builds it where it is missing.
"""

from __future__ import annotations

from briefing.places.behind import is_quarter
from briefing.places.find import find_places, locate
from briefing.places.index import prepare_gazetteer
from briefing.places.near import lies_beside
from briefing.places.region import Region
from briefing.places.within import breadth, holds_states
from briefing.places.words import stands_for_state

__all__ = [
    "Region",
    "breadth",
    "find_places",
    "holds_states",
    "is_quarter",
    "lies_beside",
    "locate",
    "prepare_gazetteer",
    "stands_for_state",
]
