"""Lists of incidents under words that give the place or the day of all: "In Goma on Monday:"."""

from __future__ import annotations

from typing import Final

from briefing.extract.circumstances.telling.statement import says
from briefing.extract.scene import Scene, per_document, scenes_of
from briefing.language.document import Document
from briefing.models import Place
from briefing.places import breadth

_FEWEST: Final = 2  # items that make a list
_LONGEST: Final = 3  # sentences of an item
_QUOTES: Final = ("“", '"', "‘", "'")
_PLAIN: Final = frozenset("pd,.")  # classes of the words between a place and a day


@per_document
def items_of(document: Document) -> dict[int, int]:
    """By the paragraph of each item the sentence that opens its list."""
    found: dict[int, int] = {}
    for opener in openers(document):
        items = _items(document, opener)
        if len(items) >= _FEWEST:
            found.update(dict.fromkeys(items, opener))
    return found


@per_document
def openers(document: Document) -> frozenset[int]:
    """The sentences that open a list with the place or the day of its items: words that a colon
    ends, and headings such as "Goma, 25 November" where there are several."""
    headings = _place_headings(document)
    closed = _closed(document) if ":\n" in document.article.text else []
    told = [i for i in closed if _opens(scenes_of(document)[i])]
    return frozenset((*told, *(headings if len(headings) >= _FEWEST else ())))


def place_of_list(scene: Scene) -> Place | None:
    """The place that the words over a list give all its items."""
    opener = items_of(scene.document).get(scene.sentence.paragraph)
    return None if opener is None else _place_given(scene.document, opener)


@per_document
def places_of_headings(document: Document) -> dict[int, Place]:
    """By paragraph the place of the heading above it, where that names a place and a day alone."""
    found: dict[int, Place] = {}
    headings, above = _place_headings(document), None
    for sentence in document.sentences if headings else ():
        if sentence.heading:
            above = headings.get(sentence.index)
        elif above:
            found[sentence.paragraph] = above
    return found


@per_document
def _place_headings(document: Document) -> dict[int, Place]:
    """The headings that name a place and a day alone, each with its place."""
    headings = (scenes_of(document)[s.index] for s in document.sentences if s.heading)
    return {s.sentence.index: place for s in headings if (place := _place_of_heading(s))}


def _place_given(document: Document, opener: int) -> Place | None:
    """The narrowest place that a sentence names; no country, in which much lies."""
    sentence = document.sentences[opener]
    named = [p for p in document.places_in(sentence) if p.kind != "country"]
    return min(named, key=breadth, default=None)


@per_document
def _closed(document: Document) -> list[int]:
    """The paragraphs of one sentence that a colon ends, by that sentence."""
    sentences = document.sentences
    return [s.index for s in sentences if s.text[-1] == ":" and _is_alone(document, s.index)]


def _is_alone(document: Document, index: int) -> bool:
    near = document.sentences[max(0, index - 1) : index + 2]
    return sum(s.paragraph == document.sentences[index].paragraph for s in near) == 1


def _opens(scene: Scene) -> bool:
    """Whether a sentence gives a place or a day, and does not say that somebody speaks."""
    given = scene.document.dates[scene.sentence.index] or scene.document.places_in(scene.sentence)
    return bool(given) and not any(says(group) for group in scene.parse.groups)


def _items(document: Document, opener: int) -> list[int]:
    """The paragraphs of a list: up to a heading, a quotation, a long one or the next opening."""
    items: dict[int, int] = {}
    closed = _closed(document)
    for sentence in document.sentences[opener + 1 :]:
        ends = sentence.heading or sentence.index in closed or sentence.text.startswith(_QUOTES)
        items[sentence.paragraph] = items.get(sentence.paragraph, 0) + 1
        if ends or items[sentence.paragraph] > _LONGEST:
            del items[sentence.paragraph]
            break
    return list(items)


def _place_of_heading(scene: Scene) -> Place | None:
    """ "Goma, 25 November": the place, where nothing else is told."""
    place = _place_given(scene.document, scene.sentence.index)
    if place is None:
        return None
    dates = scene.document.dates[scene.sentence.index]
    spans = [*scene.document.places_in(scene.sentence), *map(scene.span_of, dates)]
    told = zip(scene.parse.tokens, scene.parse.letters, strict=True)
    rest = [
        t for t, c in told if c not in _PLAIN and not any(s.start <= t.start < s.end for s in spans)
    ]
    return None if rest else place
