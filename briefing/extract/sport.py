"""Paragraphs on sport, whose losses, sieges and captures are no war's."""

from __future__ import annotations

from functools import partial
from typing import Final, TypeVar

from briefing.extract.scene import per_document, scenes_of
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import Claim

_words = partial(word_set, "sport", "match")

_FEWEST: Final = 2  # words of sport, one of which is said of nothing else
Told = TypeVar("Told", bound=Claim)


def without_sport(document: Document, claims: list[Told]) -> list[Told]:
    """The claims without those of paragraphs on a match in which nobody was attacked."""
    playing = paragraphs_on_sport(document)
    if not playing:
        return claims
    return [c for c in claims if document.sentence_at(c.start).paragraph not in playing]


@per_document
def paragraphs_on_sport(document: Document) -> frozenset[int]:
    """The paragraphs with words of sport and none of violence."""
    sure = _words("sure")
    told = {s.sentence.paragraph for s in scenes_of(document) if not sure.isdisjoint(s.parse.held)}
    return frozenset(p for p in told if _is_sport(_words_of(document, p))) if told else frozenset()


def _words_of(document: Document, paragraph: int) -> set[str]:
    held: set[str] = set()
    for scene in scenes_of(document):
        if scene.sentence.paragraph == paragraph:
            held.update(scene.parse.held)
    return held


def _is_sport(words: set[str]) -> bool:
    if not _words("violent").isdisjoint(words):
        return False
    return len(words & (_words("sure") | _words("words"))) >= _FEWEST
