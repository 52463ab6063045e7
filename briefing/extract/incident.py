"""The sentences of one incident: what one says of day and place holds for the others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.extract.scene import Scene
from briefing.lexicon import load

_REACH = 16  # sentences that are looked at on either side
_OPENING = 5  # words in which a sentence says that it speaks of something else


def before(scene: Scene) -> Iterator[Scene]:
    """The sentences before of the same incident, the nearest first."""
    for index in range(scene.sentence.index, max(0, scene.sentence.index - _REACH), -1):
        if begins_anew(scene.at(index)):
            return
        yield scene.at(index - 1)


def after(scene: Scene) -> Iterator[Scene]:
    """The sentences after of the same incident, the nearest first."""
    last = min(len(scene.document.sentences), scene.sentence.index + _REACH)
    for index in range(scene.sentence.index + 1, last):
        if begins_anew(scene.at(index)):
            return
        yield scene.at(index)


def begins_anew(scene: Scene) -> bool:
    """Whether a sentence leaves what was told before: "Meanwhile, …", "In a separate raid …"."""
    sentences, index = scene.document.sentences, scene.sentence.index
    if scene.sentence.heading:
        return not all(sentence.heading for sentence in sentences[max(0, index - 1) : index])
    words = " ".join(token.lower for token in scene.parse.tokens[:_OPENING]).lstrip("-–— ")
    return any(words.startswith(opening) for opening in _openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple(load("circumstances")["anew"]["openings"])
