"""Buildings: who moves into one, leaves it for some hours or takes it from its owner."""

from __future__ import annotations

from typing import Final

from briefing.language.inflection import plural_of
from briefing.lexicon import load


def _read(question: str) -> frozenset[str]:
    """The buildings, singular and plural, of the groups that a question is asked of."""
    groups = (g for g in load("buildings")["group"] if question in g["for"].split())
    words = [word for group in groups for word in group["words"].split()]
    return frozenset((*words, *map(plural_of, words)))


OCCUPIED: Final = _read("occupied")
EVACUATED: Final = _read("evacuated")
OWNED: Final = _read("owned")
