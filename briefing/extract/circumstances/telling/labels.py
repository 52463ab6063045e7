"""Sentences that stand for themselves: numbered findings, and items under a place's name.

Inside a paragraph, too: "Mopti: 31 incidents, 44 killed. Gao: 8 incidents." The entries of a list,
a paragraph each, are read in ``entries``. "4. On 20 May, …" tells of another incident than "3.".
"""

from __future__ import annotations

import re
from typing import Final

from briefing.extract.scene import Scene, once
from briefing.lexicon import word_set
from briefing.lexicon.openings import NAMES, NUMBER
from briefing.models import Place, Sentence

_NUMBER: Final = re.compile(NUMBER)
_LETTER: Final = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{2,4})\) ")
_NAMED: Final = re.compile(rf"{NAMES}, ")  # "Majete, "
_DIVISION: Final = re.compile(r"^ (?:region|province|district|oblast|state|governorate|county)\b")
_LONGEST: Final = 48  # characters of a label with its colon or full stop
_BLANK: Final = 2  # characters between two paragraphs, where no number stands
_COLON: Final = ":"


def stands_alone(scene: Scene) -> bool:
    """Whether a sentence leaves what was told before it: it is numbered, or has a label."""
    sentence = scene.sentence
    if sentence.index == 0:
        return False
    gap = sentence.start - scene.document.sentences[sentence.index - 1].end
    if gap >= _BLANK and (gap > _BLANK or sentence.text[0] == "(") and _is_numbered(scene):
        return True
    return _may_be_headed(sentence) and (bool(label_of(scene)) or _opens_turn(scene))


def _opens_turn(scene: Scene) -> bool:
    """ "Question: …", "Spokesman: …": whoever speaks next speaks of something else."""
    first = scene.parse.lower[:2]
    return first[1:] == [_COLON] and first[0] in word_set("circumstances", "anew", "turns")


def _may_be_headed(sentence: Sentence) -> bool:
    short = sentence.end - sentence.start <= _LONGEST
    return short or _COLON in sentence.text[:_LONGEST]


def is_label(scene: Scene, place: Place) -> bool:
    """Whether a place is the heading of its own sentence, and so where it happened."""
    if place.start - scene.sentence.start > _LONGEST or not _may_be_headed(scene.sentence):
        return False
    return place.start in [p.start for p in label_of(scene)]


@once
def label_of(scene: Scene) -> tuple[Place, ...]:
    """The places with which a sentence is headed: "Mopti: …", "Majete, Amhara: …", "Mali."."""
    places = scene.document.places_in(scene.sentence)
    if not places or scene.sentence.heading or _opens_text(scene):
        return ()
    text, first = scene.document.article.text, places[0]
    ahead = text[scene.sentence.start : first.start]
    count = 1
    if len(places) > 1 and text[first.end : places[1].start] == ", ":
        count = 2
    behind = _DIVISION.sub("", text[places[count - 1].end : scene.sentence.end], count=1)
    headed = behind == "." or (behind[:1] == _COLON and behind != _COLON)
    return places[:count] if headed and (not ahead or _NAMED.fullmatch(ahead)) else ()


@once
def _is_numbered(scene: Scene) -> bool:
    """Whether the paragraph that a sentence opens has a number or a letter in brackets."""
    sentences, index = scene.document.sentences, scene.sentence.index
    if sentences[index - 1].paragraph == scene.sentence.paragraph:
        return False
    between = scene.document.article.text[sentences[index - 1].end : scene.sentence.start].strip()
    return bool(_NUMBER.fullmatch(between) or _LETTER.match(scene.sentence.text))


def _opens_text(scene: Scene) -> bool:
    """ "ISLAMABAD: Eleven soldiers …" at the head of a text: a dateline."""
    return all(s.heading for s in scene.document.sentences[: scene.sentence.index])
