"""Which places of a sentence say where something happened, and which only name or locate."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.extract.circumstances.doer.agents import attack_made
from briefing.extract.circumstances.place.care import is_of_care, takes_in
from briefing.extract.circumstances.telling.labels import is_label
from briefing.extract.circumstances.telling.statement import is_of_statement, says
from briefing.extract.circumstances.telling.talks import is_of_talks
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene, once
from briefing.extract.triggers import means as weapons
from briefing.language.dateparts import YEAR, is_month
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import Place, Span
from briefing.places import stands_for_state

_REACH: Final = 6  # groups that are looked at before a place


@once
def locations(scene: Scene) -> list[Place]:
    """The places of a sentence in which something can have happened, in order."""
    actors = scene.document.actors_in(scene.sentence)
    named = [p for p in _named(scene) if not _is_actor(p, actors)]
    found = [p for p in named if is_locative(scene, p) or _lies_near(scene, p, named)]
    return _with_narrower(scene, found)


def _with_narrower(scene: Scene, found: list[Place]) -> list[Place]:
    """With what was struck within one of them: "a blast rocked Sake in the province of Kivu"."""
    starts = {place.start for place in found}
    inner = [p for p in attacked(scene) if p.start not in starts and _is_inside(p, starts)]
    return sorted([*found, *inner], key=lambda place: place.start) if inner else found


def _is_inside(place: Place, starts: set[int]) -> bool:
    return any(outer.start in starts for outer in place.within)


def _lies_near(scene: Scene, place: Place, named: list[Place]) -> bool:
    """ "Shells hit Bara camp near El Obeid": what was hit is where it was, and not what is near."""
    beyond = scene.group_at(place.start) + 2
    neighbour = any(scene.group_at(p.start) == beyond and is_near(scene, p) for p in named)
    return neighbour and place in attacked(scene)


@once
def attacked(scene: Scene) -> list[Place]:
    """Places that are a verb's object: "took the town of Bama, killing 12"."""
    return [p for p in _named(scene) if p.kind != "country" and is_attacked(scene, p)]


def is_attacked(scene: Scene, place: Place) -> bool:
    """Whether a place is a verb's object, or the subject of an attack in the passive."""
    groups = scene.parse.groups
    at = scene.group_at(place.start)
    of = at + 1 < len(groups) and groups[at + 1].word == "of"  # "the Goma group of villages"
    if groups[at].word in PEOPLE and not of:
        return False  # "said a Goma policeman"
    if at > 1 and groups[at - 1].word == ",":
        at = _apposed_to(scene, at)
    while at > 1 and groups[at - 1].word == "of":  # "took control of the town of Bama"
        at -= 2
    verb = (
        at > 0 and groups[at - 1].kind == "verb" and groups[at - 1].verb not in _ATTACK_ADDRESSING
    )
    return verb or _is_bombed(scene, place)


def _is_bombed(scene: Scene, place: Place) -> bool:
    """ "Goma was shelled again, and two men died": the subject of an attack in the passive."""
    groups, at = scene.parse.groups, scene.group_at(place.start)
    if at + 1 >= len(groups) or not groups[at + 1].passive:
        return False
    return place.end == scene.span(groups[at]).end and is_struck(groups, at, at + 1)


def is_struck(groups: Sequence[Group], at: int, verb: int) -> bool:
    """Whether ``verb`` tells in the passive of an attack on the noun group ``at``, its subject."""
    if at and groups[at - 1].kind == "preposition":
        return False  # "men marching to Goma were fired on"
    return groups[verb].passive and groups[verb].verb in STRIKING


def _apposed_to(scene: Scene, at: int) -> int:
    """ "Struck the capital of the country, Goma": the group that the name at ``at`` explains."""
    groups = scene.parse.groups
    told = at - 2
    while told > 1 and groups[told - 1].word == "of":
        told -= 2
    return told if groups[told].word in _CENTRES else at


@once
def bearings(scene: Scene) -> list[Place]:
    """Places from which the text takes a bearing: "a mine 12 km south of Bunia"."""
    return [p for p in _named(scene) if p.kind != "country" and _relation(scene, p)]


@once
def homes(scene: Scene) -> list[Place]:
    """Places whose people or officials the text names: "gunmen killed the mayor of Goma"."""
    return [p for p in _homes(scene) if not is_of_speaker(scene, p)]


@once
def homes_of_speakers(scene: Scene) -> list[Place]:
    """Those of who says so: "the mayor of Goma said nine had died", "officials in Goma said"."""
    own = [p for p in _homes(scene) if is_of_speaker(scene, p)]
    if _SPEAKERS.isdisjoint(scene.parse.held):
        return own
    named = (p for p in _named(scene) if p.kind != "country")
    return [*own, *(p for p in named if _is_of_body(scene, p))]


def _is_of_body(scene: Scene, place: Place) -> bool:
    at = governor(scene, place)
    return at is not None and _is_speaking(scene, at)


@once
def _homes(scene: Scene) -> list[Place]:
    return [p for p in _named(scene) if p.kind != "country" and _is_home(scene, p)]


def is_of_speaker(scene: Scene, place: Span) -> bool:
    """Whether a place stands in the words for who says so: "a nurse at a clinic in Goma said"."""
    words = (speech.words for speech in scene.document.speeches[scene.sentence.index])
    return any(said and said.start <= place.start < said.end for said in words)


def _is_home(scene: Scene, place: Place) -> bool:
    groups = scene.parse.groups
    at = scene.group_at(place.start)
    while at > 1 and groups[at - 1].word in ("of", "for"):
        at -= 2
        if groups[at].word in _HOME:
            return True
    return False


@once
def _named(scene: Scene) -> list[Place]:
    """The places of a sentence behind its dateline."""
    head, places = scene.document.dateline, scene.document.places_in(scene.sentence)
    return [p for p in places if not (head and head.start <= p.start < head.end)]


def _is_actor(place: Place, actors: tuple[ActorMention, ...]) -> bool:
    """ "Syrian" in "Syrian army": a nationality and not a place."""
    return any(
        actor.start <= place.start and place.end <= actor.end and actor.combatant
        for actor in actors
    )


def is_locative(scene: Scene, place: Place) -> bool:
    """Whether the words before a place say that something is there, or befalls it.

    What only says where another place lies ("a cook from Sake in Congo") goes with that one.
    """
    inner = _innermost(scene, place)
    if _names_attack(scene, inner) or is_label(scene, inner):
        return True
    at, groups = governor(scene, inner), scene.parse.groups
    if (
        at is None
        or is_of_statement(scene, at)
        or is_of_care(scene, at)
        or (groups[at].word == "at" and takes_in(scene, inner, at))
        or (groups[at].word == "between" and stands_for_state(inner.as_written))
        or is_of_talks(scene, at)
    ):
        return False
    if groups[at].word in _LOCATIVE:
        return not (
            (at and groups[at - 1].word in _SPEAKERS and _is_speaking(scene, at))
            or (at and groups[at - 1].word in _STATIONED and _is_stationed(scene, at))
            or (groups[at].word == "into" and _is_ahead(scene, at))
            or _is_idea(scene, inner)
        )
    if groups[at].word == "to" and at and groups[at - 1].word in _EDGES:
        return True
    if at and _is_of_turn(scene, at):
        return True
    befalls = at > 0 and inner.kind != "country"
    befalls = befalls and groups[at].word in _BEFALL
    return befalls and groups[attack_made(scene.parse, at)].word in _BEFALLS


def _is_idea(scene: Scene, place: Place) -> bool:
    """ "The deadliest raid in Benue's history"."""
    if _ABSTRACT.isdisjoint(scene.parse.held):
        return False
    return scene.parse.groups[scene.group_at(place.start)].word in _ABSTRACT


def _is_speaking(scene: Scene, at: int) -> bool:
    """ "The ministry in Cairo said": unlike "police in Goma", of all that is told to it."""
    body = scene.parse.groups[at - 1]
    return at > 0 and body.word in _SPEAKERS and is_of_speaker(scene, scene.span(body))


def _is_stationed(scene: Scene, at: int) -> bool:
    """ "Our correspondent in Goma says", but not "a bomb outside the embassy in Goma"."""
    groups = scene.parse.groups
    placed = at > _LED and groups[at - 2].word in _LOCATIVE
    return not placed or groups[at - 1 - _LED].word in PEOPLE  # "officials at the embassy in Goma"


_LED: Final = 2  # groups from "in" back to what leads to "embassy" before it


def _is_of_turn(scene: Scene, at: int) -> bool:
    """ "At the gates to Goma", "across from Goma", "calm returned to Goma", "driven from Goma"."""
    groups = scene.parse.groups
    if groups[at].word == "to":
        calm = groups[at - 1].verb == "return" and groups[max(0, at - 2)].word in _CALM
        return calm or groups[at - 1].word in _EDGES
    if groups[at].word not in ("from", "out"):
        return False
    near = groups[max(0, at - _REACH) : at]
    last = next((group for group in reversed(near) if group.kind == "verb"), None)
    if last is not None and last.verb in _words("care", "receives") and _takes_harmed(near):
        return True  # "received 12 dead and 40 wounded from Goma"
    ousting = _OUSTING if groups[at].word == "from" else _words("locative", "driving")
    ousted = last is not None and last.verb in ousting and not (last.modal or last.passive)
    return ousted or groups[at - 1].word == "across"


def _takes_harmed(near: list[Group]) -> bool:
    return any(
        group.kind == "predicate" or group.word in _words("care", "harmed") for group in near
    )


def _is_ahead(scene: Scene, at: int) -> bool:
    """ "Who help migrants sneak into Kenya", "trying to slip into Niger": where nobody is yet."""
    groups, passing = scene.parse.groups, _words("passage", "verbs")
    before = groups[max(0, at - _REACH) : at]
    last = next((group for group in reversed(before) if group.verb), None)
    ahead = last is not None and (last.form == "base" or last.modal == "to")
    wanted = ahead and last is not None and last.verb in passing
    return wanted or any(group.word in passing for group in before[-1:])  # "the escape into Kenya"


def town_of_care(scene: Scene) -> Place | None:
    """ "At the hospital in Omdurman medics had received 30 wounded": rather there than nowhere."""
    if _words("care", "houses").isdisjoint(scene.parse.held):
        return None
    named = scene.document.places_in(scene.sentence)
    return next((p.within[0] for p in named if p.within and not is_locative(scene, p)), None)


def is_near(scene: Scene, place: Place) -> bool:
    """Whether something is not in a place but near it."""
    at = governor(scene, place)
    return at is not None and scene.parse.groups[at].word in _words("locative", "beside")


def leads_on(scene: Scene, place: Place) -> bool:
    """Whether a place opens the next clause: "…, and in Goma the mayor was arrested"."""
    at, groups = governor(scene, place), scene.parse.groups
    if not at:
        return False
    if groups[at].word == "in" and count_of_part(scene, at):
        return True
    if groups[at - 1].kind != "coordinator":
        return False
    for group in groups[scene.group_at(place.end - 1) + 1 :]:
        if group.kind in ("relative", "subordinator", "coordinator"):
            return False
        if group.kind == "verb" and group.finite:
            return not says(group)
    return False


def count_of_part(scene: Scene, at: int) -> int | None:
    """ "…; in Sake, nine": the bare count of the part that opens with "in" at ``at``."""
    groups = scene.parse.groups
    if at == 1 or at >= len(groups) - _PART or groups[at].word != "in":
        return None
    count = at + _PART + (groups[at + _PART].word == ",")
    name, behind = groups[at + 1], groups[count : count + 2]
    if (at and groups[at - 1].word not in JOINTS) or not scene.parse.tokens[name.first].capitalised:
        return None
    if not behind or not is_bare_count(behind[0]):
        return None
    return count if len(behind) == 1 or behind[1].word in _PART_ENDS else None


def is_bare_count(group: Group) -> bool:
    """ "nine", with no noun, and no year."""
    return group.only_counts and not YEAR.fullmatch(group.word)


_PART: Final = 2  # groups of "in Sake"
JOINTS: Final = frozenset((";", ",", "and"))
_PART_ENDS: Final = JOINTS | {"."}


def _innermost(scene: Scene, place: Place) -> Place:
    """The narrowest place of the sentence that the text puts directly within ``place``."""
    inside = {p.within[0].start: p for p in _named(scene) if p.within}
    for _ in range(_REACH):
        inner = inside.get(place.start)
        if inner is None or inner.start > place.start:
            break
        place = inner
    return place


def governor(scene: Scene, place: Place) -> int | None:
    """Position of the preposition that governs the noun group of a place; None without one."""
    groups = scene.parse.groups
    at = scene.group_at(place.start)
    while at and groups[at].kind == "verb" and groups[at - 1].kind != "preposition":
        at -= 1  # "the seaside Cite Soleil": a name that looks like a verb
    for _ in range(_REACH):
        before = groups[at - 1] if at else None
        if before is None:
            return None
        whole = groups[at - 2].word if at > 1 else ""
        if before.word == "of" and before.kind == "preposition":
            if whole in _RELATION and not _is_within(groups, at):
                return None
            if whole in _OUTSIDE or whole in _BEFALLS:
                return at - 1 - (whole in _OUTSIDE)
            at = max(0, at - 2)
        elif before.kind == "preposition":
            return at - 1
        elif groups[at].word in PEOPLE and before.kind in ("coordinator", "mark"):
            break  # "died in Goma, the governor of Kivu said"
        elif before.kind in ("coordinator", "mark") and at > 1 and _is_listed(groups[at - 2]):
            at -= 2
        elif before.kind == "mark" and before.word.isalpha():
            at -= 1  # "in nearby Goma"
        else:
            return None
    return None


def _is_within(groups: Sequence[Group], at: int) -> bool:
    """ "In the north of Mali" is in Mali, "to the north of Goma" and "north of Goma" beside it."""
    led = groups[at - 1 - _LED] if at > _LED else None
    return led is not None and led.word == "in" and groups[at - _LED].definite


_TIMES: Final = word_set("grammar", "times", "words")


def _is_listed(group: Group) -> bool:
    """Whether a place may go on a list with a noun: not with the day of "on 14 October, the Mali
    Red Cross said"."""
    day = group.word.isdecimal() or is_month(group.word) or group.word in _TIMES
    return group.kind == "noun" and not day


def _relation(scene: Scene, place: Place) -> bool:
    groups = scene.parse.groups
    at = scene.group_at(place.start)
    while at > 1 and groups[at - 1].word == "of" and groups[at - 2].word in _words("towns"):
        at -= 2  # "north of the city of Goma"
    return at > 1 and groups[at - 1].kind == "preposition" and groups[at - 2].word in _RELATION


def _names_attack(scene: Scene, place: Place) -> bool:
    """ "Kabul blast kills 3", "after the Riyadh bombing": the place names the attack."""
    if place.kind == "country":
        return False
    group = scene.parse.groups[scene.group_at(place.start)]
    return group.kind == "noun" and group.word in _ATTACKS


@cache
def _words(section: str, key: str = "words") -> frozenset[str]:
    return word_set("circumstances", section, key)


_LOCATIVE: Final = _words("locative")
_EDGES: Final = _words("locative", "edges")
_BEFALLS: Final = _words("befalls")
_BEFALL: Final = _words("befalls", "prepositions")
_STATIONED: Final = _words("stationed")
_RELATION: Final = _words("relation")
_ABSTRACT: Final = _words("abstract")
_HOME: Final = _words("home")
_SPEAKERS: Final = _words("stationed", "speakers")
_ATTACKS: Final = _words("befalls", "named") | frozenset(weapons())
_CENTRES: Final = _words("towns") | {"capital"}
_OUTSIDE: Final = _words("locative", "of")
_CALM: Final = _words("locative", "calm")
_OUSTING: Final = _words("locative", "ousting")
_ATTACK_ADDRESSING: Final = _words("attack", "addressing")
STRIKING: Final = _words("attack", "verbs")
