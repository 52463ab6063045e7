"""Days and places of what somebody says or of a person, which are not those of the event."""

from __future__ import annotations

from functools import partial

from briefing.extract.scene import Scene, once
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import Span

_words = partial(word_set, "dates", "statement")

_ASIDE = 6  # groups between a verb of speech and what belongs to it


def is_of_statement(scene: Scene, at: int) -> bool:
    """Whether the group at ``at`` belongs to a verb of speech: "police said in Goma on Monday"."""
    groups = scene.parse.groups
    for back in range(at - 1, max(-1, at - _ASIDE), -1):
        if groups[back].kind == "verb":
            return says(groups[back])
        if not _is_aside(scene, back):
            return False
    return False


def says(*groups: Group) -> bool:
    """Whether the first group is a verb of speech in the active."""
    return any(g.kind == "verb" and g.verb in _words("verbs") and not g.passive for g in groups[:1])


def is_of_person(scene: Scene, told: Span, end: int) -> bool:
    """Whether ``told`` stands in a clause on a person that is over before the event, which ends at
    ``end``, is told: "a cook, who fled to Goma in 2012, was killed"."""
    if not any(start < told.start for start in _personal_clauses(scene)):
        return False
    return any(t.text == "," and told.end <= t.start < end for t in scene.parse.tokens)


@once
def _personal_clauses(scene: Scene) -> list[int]:
    """Where a "who" or "whose" of the sentence opens a clause."""
    openers = word_set("dates", "personal", "words")
    return [t.start for t in scene.parse.tokens if t.lower in openers]


def _is_aside(scene: Scene, at: int) -> bool:
    """Where, to whom and in what somebody speaks: "in a statement", "in Goma", "told reporters"."""
    group = scene.parse.groups[at]
    if group.kind == "preposition" or group.word in _words("occasions"):
        return True
    return group.kind == "noun" and bool(scene.document.places_in(scene.span(group)))
