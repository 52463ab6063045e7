"""Which side killed fighters that fell in an operation or a clash: the other one.

"The army said nine rebels were killed in operations in Sulu"; "Troops clashed with ZLF rebels in
Duko. Two policemen were killed in the fighting."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefing.actors import fights_for, side_of
from briefing.extract.circumstances.day.event_dates import days_of
from briefing.extract.circumstances.event.incident import EVENT_NOUNS, begins_anew, tells_event
from briefing.extract.circumstances.when import parted_by_days
from briefing.extract.circumstances.who import actor_in, near_trigger
from briefing.extract.parties.antecedents import bodies_in
from briefing.extract.parties.cast import keepers, state_bodies
from briefing.extract.parties.kinds import are_irregular, are_regular
from briefing.extract.parties.strangers import is_generic
from briefing.extract.people.victims import Victims
from briefing.extract.people.words import PEOPLE, are_attackers
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.lexicon import word_set
from briefing.models import Span

_FIGHTS: Final = word_set("circumstances", "foes", "nouns")
_EVENTS: Final = _FIGHTS | EVENT_NOUNS
_APART: Final = word_set("circumstances", "foes", "apart")
_NOBODY: Final = word_set("circumstances", "not_attackers", "words")
_BACK: Final = 3  # sentences before "the fighting" in which its sides are named

_WITH: Final = ["preposition", "noun"]
_MUTUAL: Final = word_set("circumstances", "opponents", "nouns")
_AGAINST: Final = word_set("circumstances", "opponents", "prepositions")

COUNTED: Final = "counts its foes"  # how the claim says who did it


def opponent(scene: Scene, trigger: int) -> ActorMention | None:
    """ "In clashes with rebels": who fought against the soldiers that fell there."""
    if _MUTUAL.isdisjoint(scene.parse.held):
        return None
    groups = scene.parse.groups
    for at in near_trigger(scene, trigger):
        shaped = groups[at].word in _MUTUAL and [g.kind for g in groups[at + 1 : at + 3]] == _WITH
        if shaped and groups[at + 1].word in _AGAINST:
            found = actor_in(scene, at + 2) or _in_service(scene, at + 2)
            if found and found.combatant:
                return found
    return None


def _in_service(scene: Scene, at: int) -> ActorMention | None:
    """ "Security officers": people who serve a government, by the word for them."""
    span = scene.span(scene.parse.groups[at])
    words = scene.document.article.text[span.start : span.end]
    return ActorMention(span.start, span.end, words, words) if are_regular(words) else None


def foe_of(scene: Scene, victims: Victims, *, lost: bool = False) -> ActorMention | None:
    """The side against which those fought that fell in a fight, where the text names but one.

    ``lost``: the words tell of a fight by themselves, as in "have lost 15 fighters".
    """
    if not are_fighters(victims) or victims.quantity.kind == "none":
        return None
    if not _APART.isdisjoint(scene.parse.held):
        return None
    scenes = [scene] if lost else list(_telling_fight(scene))
    if not scenes or _fell_on_both_sides(scene, victims):
        return None
    own = scene.span(scene.parse.groups[victims.at])
    party = next((a for a in scene.document.actors_in(own) if a.combatant), None)
    if _keeps_peace(victims, party):
        return None
    for told in scenes:
        words = scene.document.speech(scene.sentence, own.start).words if told is scene else None
        parties = _fighting(told)
        fought = [a for a in parties if not (words and words.start <= a.start < words.end)]
        if told is scene and "between" in scene.parse.held:
            parties, words = fought, None  # whoever tells of two others fought neither
        for named in (fought, parties, _speaking_for(told, words) if words else []):
            foes = [a for a in named if _are_foes(a, victims, party) and not _is_in(own, a)]
            if foes:
                return _only(foes)
    return None


def are_fighters(victims: Victims) -> bool:
    """ "Bandits", too, who serve nobody."""
    group = victims.group
    return group == "combatants" or (group != "civilians" and are_irregular(victims.words))


def _keeps_peace(victims: Victims, party: ActorMention | None) -> bool:
    """ "Two peacekeepers were killed in the fighting": it was not theirs."""
    return "peacekeep" in (victims.words or "") or (party is not None and party.name in keepers())


def _fell_on_both_sides(scene: Scene, victims: Victims) -> bool:
    """ "Nine rebels and two soldiers were killed": who of them killed whom is not said."""
    groups, at = scene.parse.groups, victims.at
    beside = (groups[max(0, at - 2) : at][::-1], groups[at + 1 : at + 3])
    joined = (pair[1] for pair in beside if len(pair) > 1 and pair[0].kind == "coordinator")
    return any(PEOPLE.get(other.word, "civilians") != "civilians" for other in joined)


def _fighting(scene: Scene) -> list[ActorMention]:
    """The parties of a sentence that it does not count: "nine rebels" are rather its victims."""
    parties = (a for a in scene.document.actors_in(scene.sentence) if a.combatant)
    groups = scene.parse.groups
    told = ((a, scene.group_at(a.start)) for a in parties)
    aside = "where" if "where" in scene.parse.held else ""
    return [
        a
        for a, at in told
        if groups[at].quantity is None and not (aside and at and groups[at - 1].word == aside)
    ]


def _telling_fight(scene: Scene) -> Iterator[Scene]:
    """The sentence, if it tells of a fight or goes on with one, and those before that may name its
    sides."""
    events = [g for g in scene.parse.groups if g.kind == "noun" and g.word in _EVENTS]
    fights = [group for group in events if group.word in _FIGHTS]
    if fights:
        yield scene
    again = any(group.definite for group in fights or events)
    if (events or tells_event(scene)) and not again:
        return
    told = bool(fights)
    for index in range(scene.sentence.index, max(0, scene.sentence.index - _BACK), -1):
        earlier = scene.at(index - 1)
        apart = not again and parted_by_days(days_of(earlier), days_of(scene))
        told = told or not _FIGHTS.isdisjoint(earlier.parse.held)
        if apart or not told or begins_anew(scene.at(index)):
            return
        yield earlier


def _is_in(span: Span, actor: ActorMention) -> bool:
    return span.start <= actor.start < span.end


def _only(foes: Iterable[ActorMention]) -> ActorMention | None:
    """The one party that all mentions are of; "the gunmen" are of the one that has a name."""
    named = [a for a in foes if not is_generic(a)] or list(foes)
    return named[0] if len({side_of(a) for a in named}) == 1 else None


def _speaking_for(scene: Scene, words: Span) -> list[ActorMention]:
    """ "A rebel commander said", "army spokesman Ada Oke said"."""
    inside = (t for t in scene.parse.tokens if words.start <= t.start < words.end)
    state = [t for t in inside if t.lower in state_bodies() and t.lower not in PEOPLE]
    own = [ActorMention(t.start, t.end, t.lower, t.text) for t in state[:1]]
    return own or bodies_in(scene, words)


def _are_foes(party: ActorMention, victims: Victims, own: ActorMention | None) -> bool:
    """Whether a state's forces are told of fighters that are none of a state's, or the other way;
    two states' are foes, too, and so are two groups that have names."""
    nobody = is_generic(party) and party.name.lower().split()[-1] in _NOBODY
    if nobody or party.name in keepers():
        return False
    side = _side(own) if own else victims.side
    if side == _side(party):
        return False
    state = _is_regular(party)
    regular = _is_regular(own) if own else _are_regular(victims)
    return state != regular or not (side is None or is_generic(party) or (own and is_generic(own)))


def _are_regular(victims: Victims) -> bool:
    """Whether those who fell are fighters, and by the word for them no government's foes."""
    irregular = are_irregular(victims.words) or are_attackers(victims.words)
    return victims.group == "combatants" and not irregular


def _is_regular(party: ActorMention) -> bool:
    last = party.as_written.lower().split()[-1]
    return party.country is not None or last in state_bodies() or _side(party) != party.name


def _side(party: ActorMention) -> str:
    """The state of its forces, also of those with a name of their own."""
    return fights_for(side_of(party))
