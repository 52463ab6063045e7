"""What an attack answers: "killed 90 in retaliation for a raid that had cost ten lives".

It was before, and elsewhere: its dead have the day and the place that are told with it, or none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.circumstances.event.incident import EVENT_NOUNS
from briefing.extract.scene import Scene, once
from briefing.extract.triggers import verbs
from briefing.language.dates import Dated
from briefing.language.groups import Group
from briefing.language.lists import begins_clause
from briefing.lexicon import word_set
from briefing.models import Span, When

ANSWERS: Final = word_set("circumstances", "answered", "words")
_ATTACKS: Final = word_set("circumstances", "attack", "verbs")
_LINKS: Final = frozenset(("for", "to"))


@once
def answered(scene: Scene) -> Span | None:
    """The stretch of a sentence that tells of what was answered."""
    groups = scene.parse.groups
    for at, group in enumerate(groups[:-2]):
        if group.word in ANSWERS and groups[at + 1].word in _LINKS and _is_attack(groups[at + 2]):
            end = _end(scene, at + 2)
            others = (*groups[:at], *groups[end:])  # not "a strike in protest at the killing"
            if any(_is_attack(g) or g.verb in _ATTACKS or g.verb in verbs() for g in others):
                last = scene.span(groups[end]).start if end < len(groups) else scene.sentence.end
                return Span(scene.span(groups[at + 2]).start, last)
    return None


def _end(scene: Scene, at: int) -> int:
    """The group with which behind a comma the sentence goes on: "…, rebels shot two men"."""
    groups = scene.parse.groups
    for index in range(at + 1, len(groups) - 1):
        next_noun = groups[index + 1].kind == "noun" and begins_clause(scene.parse, index + 1)
        if groups[index].word == "," and next_noun:
            return index
    return len(groups)


def _is_attack(group: Group) -> bool:
    return group.kind == "noun" and group.word in EVENT_NOUNS


def is_answered_there(scene: Scene, start: int) -> bool:
    """Whether what is told at ``start`` is of what was answered."""
    stretch = answered(scene)
    return stretch is not None and stretch.start <= start < stretch.end


def without_answered(scene: Scene, dates: list[Dated]) -> list[Dated]:
    """The dates apart from those of what was answered."""
    return [dated for dated in dates if not is_answered_there(scene, scene.span_of(dated).start)]


def day_of_answered(scene: Scene, dates: Sequence[Dated], start: int) -> When | None:
    """When what was answered happened, if that is what is told at ``start``: unknown, unless a day
    stands with it."""
    stretch = answered(scene)
    if stretch is None or not stretch.start <= start < stretch.end:
        return None
    days = (d for d in dates if stretch.start <= scene.span_of(d).start < stretch.end)
    return next((dated.when for dated in days), When())
