"""Doers whom no lexicon knows by a name."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.actors import canonical
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.language.wordclasses import word_classes
from briefing.models import Span


def is_generic(actor: ActorMention) -> bool:
    """ "Rebels", "army troops": words for a body and no name."""
    bare = actor.name[:1].lower() + actor.name[1:]
    return bare == bare.lower() and actor.country is None and canonical(actor.name) is None


def named_stranger(scene: Scene, groups: Iterable[int]) -> ActorMention | None:
    """A capitalised name that is no place: "Macawisley" in "Macawisley captured the town"."""
    for at in groups:
        group = scene.parse.groups[at]
        words = scene.parse.tokens[group.first : group.last]
        names = [t for t in words if t.capitalised and t.lower not in word_classes()]
        if group.quantity or not names or names[-1] != words[-1]:
            continue
        if len(names) == 1 and (_opens(scene, group) or names[0].lower in PEOPLE):
            continue
        if not scene.document.places_in(scene.span(group)):
            span = Span(names[0].start, names[-1].end)
            written = scene.document.article.text[span.start : span.end]
            return ActorMention(span.start, span.end, written, written, combatant=False)
    return None


def _opens(scene: Scene, group: Group) -> bool:
    """Whether a group stands where every word has a capital: first, or behind a mark."""
    return group.first == 0 or scene.parse.letters[group.first - 1] in ",."
