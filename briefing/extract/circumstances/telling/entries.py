"""Entries of a list or a live page: a place or an hour that opens a paragraph and holds for it.

"Lashio: two soldiers were killed", "2. Hsipaw. A drone wounded three", "13:40 – The army says …".
"""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.circumstances.telling.listed import items_of, openers
from briefing.extract.scene import Scene, per_document
from briefing.language.dateparts import DAY_PREC
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.lexicon.openings import BRACKETS, HOUR, NAMES
from briefing.models import Place, Sentence, When

_FEWEST: Final = 2  # paragraphs that open so make a list
_CLOSED: Final = rf"{BRACKETS}(?::(?=\s)|\.(?=\s*$))"  # "(Masisi):" behind a name
_LABEL: Final = re.compile(_CLOSED)
_FEWEST_NAMES: Final = 3  # … also where only one of the names is known for a place
_FEWEST_DAYS: Final = 3  # … and that many a chronicle
_BEFORE_DAY: Final = tuple(
    f"{words} " for words in sorted(word_set("circumstances", "entries", "before_day"))
)
_AHEAD: Final = 4  # words before the day: "In the night of"
_NAME: Final = re.compile(rf"(?!\w:)({NAMES}){_CLOSED}")  # "Q:" and "A:" name nothing
_DIGITS: Final = frozenset("0123456789")
_HOUR: Final = re.compile(HOUR)


def place_of_entry(scene: Scene) -> Place | None:
    """The place with which the entry opens that a sentence belongs to."""
    return _entries(scene.document).get(scene.sentence.paragraph)


@per_document
def openings(document: Document) -> frozenset[int]:
    """The sentences that open an entry: what stands before one is told of another place or hour."""
    entries = _entries(document).keys() | items_of(document).keys()
    firsts = (s.index for s in _firsts(document) if s.paragraph in entries)
    return openers(document).union(firsts)


def day_of_live_page(document: Document) -> When | None:
    """The report's own day, for a page that tells one day by the hour."""
    if document.reported is None or len(_hours(document)) < _FEWEST:
        return None
    return When(document.reported, document.reported, DAY_PREC, basis="dateline")


@per_document
def _entries(document: Document) -> dict[int, Place | None]:
    """The paragraphs that open an entry, with its place; none where they make no list."""
    firsts = {s.start + _behind_hour(s.text): s for s in _firsts(document)}
    opening = ((p, firsts[p.start]) for p in document.places if p.start in firsts)
    places: dict[int, Place | None] = {
        s.paragraph: place for place, s in opening if _LABEL.match(s.text, place.end - s.start)
    }
    places |= _named_again(document, firsts) if len(places) < _FEWEST else {}
    named = _unknown(firsts) if places else {}
    if len(places) >= _FEWEST or len({**named, **places}) >= _FEWEST_NAMES:
        places = {**named, **places}
    by_hour = {paragraph: places.get(paragraph) for paragraph in _hours(document)}
    lists = ((_FEWEST, places), (_FEWEST, by_hour))
    chronicle = (_FEWEST_DAYS, dict.fromkeys(_dated(document)))
    return {
        paragraph: p
        for least, found in (chronicle, *lists)
        if len(found) >= least
        for paragraph, p in found.items()
    }


def _named_again(document: Document, firsts: dict[int, Sentence]) -> dict[int, Place | None]:
    """ "Jenin: …": a name with which a place of the text begins: "Jenin camp"."""
    names = {place.as_written.split(" ")[0] for place in document.places}
    unknown = _unknown(firsts)
    return {at: place for at, place in unknown.items() if place and place.as_written in names}


def _dated(document: Document) -> list[int]:
    """The paragraphs that open with a day of the calendar, as in a chronicle: "On 16 March, …"."""
    return [
        s.paragraph
        for s in _firsts(document)
        for dated in document.dates[s.index][:1]
        if dated.when.basis == "stated" and dated.when.date_prec == DAY_PREC
        if dated.first <= _AHEAD and s.text.startswith(_BEFORE_DAY)
    ]


def _behind_hour(text: str) -> int:
    """Where the words behind "12:00 GMT" begin, or the first word of a text without an hour."""
    hour = _HOUR.match(text) if text[0] in _DIGITS else None
    return hour.end() if hour else 0


def _unknown(firsts: dict[int, Sentence]) -> dict[int, Place | None]:
    """By paragraph the names that no gazetteer knows: in a list by place each is one."""
    spared = word_set("circumstances", "entries", "words")
    found: dict[int, Place | None] = {}
    for start, sentence in firsts.items():
        match = _NAME.match(sentence.text, start - sentence.start)
        if match and match[1].lower() not in spared:
            end = sentence.start + match.end(1)
            found[sentence.paragraph] = Place(start, end, match[1], match[1])
    return found


@per_document
def _hours(document: Document) -> list[int]:
    """The paragraphs that open with an hour."""
    firsts = _firsts(document)
    return [s.paragraph for s in firsts if s.text[0] in _DIGITS and _HOUR.match(s.text)]


@per_document
def _firsts(document: Document) -> list[Sentence]:
    """The first sentence of each paragraph."""
    told = zip((None, *document.sentences), document.sentences, strict=False)
    return [s for last, s in told if last is None or last.paragraph != s.paragraph]
