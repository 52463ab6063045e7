"""Who counts the other side's fighters that fell in an operation or a clash: its men killed them.

"The army said nine rebels were killed in operations in Sulu"; "12 soldiers died in the battle, the
ZLF said".
"""

from __future__ import annotations

from typing import Final

from briefing.extract.parties.antecedents import bodies_in
from briefing.extract.parties.cast import state_bodies
from briefing.extract.parties.kinds import are_irregular, are_regular
from briefing.extract.people.victims import Victims
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.lexicon import word_set
from briefing.models import Span

_FIGHTS: Final = word_set("circumstances", "foes", "nouns")
_APART: Final = word_set("circumstances", "foes", "apart")

COUNTED: Final = "counts its foes"  # how the claim says who did it
_NOBODY: Final = word_set("circumstances", "not_attackers", "words")


def counting_foe(scene: Scene, victims: Victims) -> ActorMention | None:
    """The party that says so, where it is of the other side and the sentence names no third one."""
    held = scene.parse.held
    if _FIGHTS.isdisjoint(held) or not _APART.isdisjoint(held):
        return None
    own = scene.span(scene.parse.groups[victims.at])
    words = scene.document.speech(scene.sentence, own.start).words
    if words is None:
        return None
    parties = [a for a in scene.document.actors_in(scene.sentence) if a.combatant]
    said = [a for a in parties if words.start <= a.start < words.end] or _speaking_for(scene, words)
    others = [a for a in parties if a not in said and not own.start <= a.start < own.end]
    if len(said) != 1 or {a.name for a in others} - {victims.side} - _NOBODY:
        return None
    return said[0] if _are_foes(said[0], victims) else None


def _speaking_for(scene: Scene, words: Span) -> list[ActorMention]:
    """ "A rebel commander said", "army spokesman Ada Oke said"."""
    inside = (t for t in scene.parse.tokens if words.start <= t.start < words.end)
    state = [t for t in inside if t.lower in state_bodies() and t.lower not in PEOPLE]
    own = [ActorMention(t.start, t.end, t.lower, t.text) for t in state[:1]]
    return own or bodies_in(scene, words)


def _are_foes(party: ActorMention, victims: Victims) -> bool:
    """Whether a state's forces tell of fighters that are none of a state's, or the other way."""
    state = party.country is not None or party.as_written.lower().split()[-1] in state_bodies()
    return are_irregular(victims.words) if state else are_regular(victims.words)
