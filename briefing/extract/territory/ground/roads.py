"""The two ends of a road that has their names: "the Sake–Goma road", "the Bara-Dilling highway"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.extract.scene import Scene
from briefing.lexicon import word_set
from briefing.models import Place, Span

_WORDS: Final = word_set("territory", "roads", "words")
_WORD: Final = r"(?:(?:[Aa]l|[Ee]l|[Aa][drstn]|[Aa]sh)[- ])?(?!The\b)[A-ZÀ-ÖØ-Þ][\w'’]*"
_NAME: Final = rf"{_WORD}(?: {_WORD}){{0,3}}"
_ROAD: Final = rf"(?:{'|'.join(sorted(_WORDS))})\b"
_ENDS: Final = re.compile(
    rf"({_NAME}) ?[–—-] ?({_NAME})(?: [a-z]+)? {_ROAD}"
    rf"|{_ROAD} (?:[a-z]+ )?(?:between|from|linking|connecting) (?:the [a-z ]+ of )?({_NAME})"
    rf" (?:and|to|with) ({_NAME})"
)
_NEAR: Final = 80  # characters beside the word for a road in which its names stand


def road_ends(scene: Scene, span: Span) -> tuple[Place, ...]:
    """The places at both ends of the road that ``span`` names; none where it names no two."""
    text = scene.document.article.text
    if _WORDS.isdisjoint(text[span.start : span.end].lower().split()):
        return ()
    first = max(scene.sentence.start, span.start - _NEAR)
    last = min(scene.sentence.end, span.end + _NEAR)
    found = (m for m in _ENDS.finditer(text, first, last) if m.start() < span.end < m.end() + 1)
    named = next(found, None)
    return tuple(_ends(scene, named)) if named else ()


def _ends(scene: Scene, named: re.Match[str]) -> Iterator[Place]:
    for number in (1, 2) if named[1] else (3, 4):
        start, end = named.span(number)
        known = [p for p in scene.document.places_in(Span(start, end)) if p.end <= end]
        written = named[number]
        yield known[0] if known else Place(start, end, written, written, "settlement")
