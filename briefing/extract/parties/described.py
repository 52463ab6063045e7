"""A source by what it is: "the rights group" is the one of that kind that was named before."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from briefing.language.sourcekinds import known_sources
from briefing.lexicon import entries, word_set
from briefing.models import SourceKind

_BODIES: Final = word_set("sources", "described", "bodies")
BODIES: Final = tuple(sorted(_BODIES))  # with which such words for a source end
_KINDS: Final = {
    word: frozenset(kinds.split()) for word, kinds in entries("sources", "described", "of").items()
}
_LONGEST: Final = 3  # words of "medical aid group"
_BACK: Final = 40  # sources named before among which it is sought


def described_source(
    name: str, names: dict[str, SourceKind | None], before: str
) -> tuple[str, SourceKind | None] | None:
    """The one source with a name that "the rights group" can mean: of those who have spoken, else
    of the known ones that the text ``before`` names."""
    *about, body = name.split() or [""]
    if not about or len(about) >= _LONGEST or body not in _BODIES:
        return None
    kinds: frozenset[str] = frozenset().union(*(_KINDS.get(word, ()) for word in about))
    if not kinds:
        return None
    spoken = {
        one: kind
        for one, kind in islice(reversed(names.items()), _BACK)
        if kind in kinds and not one.islower()
    }
    found = spoken or _named_in(before, kinds)
    return next(iter(found.items())) if len(found) == 1 else None


def _named_in(text: str, kinds: frozenset[str]) -> dict[str, SourceKind | None]:
    """The known sources of such a kind whose names stand in a text."""
    return {
        name: kind
        for name, (kind, forms) in known_sources().items()
        if kind in kinds and any(_stands_in(form, text) for form in forms)
    }


def _stands_in(name: str, text: str) -> bool:
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None
