"""Who it is where a name and what explains it stand together: "JNIM, an al-Qaeda affiliate,"."""

from __future__ import annotations

from typing import Final

from briefing.extract.parties.antecedents import actor_of
from briefing.extract.parties.cast import is_named
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.lexicon import word_set

_BODIES: Final = word_set("sources", "back", "party")
_BELIEVED: Final = word_set("circumstances", "believed", "verbs")


def apposed_actor(scene: Scene, at: int) -> ActorMention | None:
    """The name that the noun group at ``at`` explains; None where it explains none.

    In front, "JNIM, an al-Qaeda affiliate,", or behind, "another armed group, CODECO,".
    """
    groups = scene.parse.groups
    words = scene.parse.words(groups[at])
    if words[0] in ("a", "an", "one") and at > 1 and groups[at - 1].word == ",":
        return _named(scene, at - 2)
    if words[0] in ("another", "a", "an") and at + 1 < len(groups) and groups[at + 1].word == ",":
        closed = at + 3 < len(groups) and groups[at + 3].word == ","
        return _named(scene, at + 2) if closed else None
    return None


def _named(scene: Scene, at: int) -> ActorMention | None:
    """The armed body whose name ends a noun group, and which the group names alone."""
    group = scene.parse.groups[at]
    if group.kind != "noun" or group.quantity is not None:
        return None
    span = scene.span(group)
    inside = [a for a in scene.document.actors_in(span) if a.combatant and is_named(a)]
    return inside[-1] if inside and inside[-1].end == span.end else None


def body_behind(scene: Scene, at: int) -> ActorMention | None:
    """ "Gunmen from the group": the armed group that "the group" means, where it has a name."""
    link, body = (*scene.parse.groups[at + 1 : at + 3], None, None)[:2]
    if link is None or body is None or link.word not in ("of", "from") or not body.definite:
        return None
    found = actor_of(scene, (at + 2,)) if body.word in _BODIES else None
    return found if found and found.combatant and is_named(found) else None


def believed_to_be(scene: Scene, at: int) -> ActorMention | None:
    """Whom the people at ``at`` are taken for: "persons suspected to be bandits"."""
    if "be" not in scene.parse.held:
        return None
    behind = scene.parse.groups[at + 1 : at + 5]
    if [group.kind for group in behind] != ["verb", "preposition", "verb", "noun"]:
        return None
    believed, to, be, _ = behind
    plain = believed.form == "ed" and not (believed.passive or believed.perfect)
    known = plain and believed.verb in _BELIEVED and (to.word, be.verb) == ("to", "be")
    return actor_of(scene, (at + 4,)) if known else None
