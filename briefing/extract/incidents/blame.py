"""Whom a text holds responsible in so many words: "claimed by", "blamed on", "carried out by"."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from briefing.actors import side_of
from briefing.extract.circumstances.event.incident import begins_anew
from briefing.extract.circumstances.telling.statement import is_denied
from briefing.extract.circumstances.who import meant_by, speaker_of
from briefing.extract.incidents.events import Event, find_events, mention_at, tells_attack
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene, once
from briefing.extract.triggers import nouns
from briefing.extract.triggers import verbs as casualty_verbs
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.language.lists import list_from
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import load, word_set

_NOUNS: Final = nouns()
_BELIEVED: Final = word_set("circumstances", "believed", "verbs")
_DEEDS: Final = casualty_verbs()

_DEED_REACH: Final = 12  # groups after the verb in which the deed stands: "accused X, which …, of"
_REACH: Final = 12  # groups after the verb in which its preposition is sought
_NOUN_REACH: Final = (
    8  # groups from the verb to the noun it needs: "point to fighters of X as culprits"
)
_AHEAD: Final = 2  # sentences after a claim that may say who did it


def blamed(scene: Scene) -> ActorMention | None:
    """The actor that the sentence, or one of the next two, says did it."""
    document = scene.document
    last = min(len(document.sentences), scene.sentence.index + _AHEAD + 1)
    for index in range(scene.sentence.index, last):
        near = scene.at(index)
        if index > scene.sentence.index and near.sentence.heading:
            return None
        later = index > scene.sentence.index
        if later and (_counts_its_own(near) or begins_anew(near)):
            return None
        accused = (
            actor
            for actor in accused_in(near)
            if not (later and (_is_search(near, actor) or is_of_others(scene, near, actor)))
        )
        found = next((actor for actor in accused if not _is_nobody(actor)), None)
        if found:
            return found
        if later and any(not _is_the_attack(near, event) for event in find_events(near)):
            return None  # what follows is said of another attack
    return None


def _is_the_attack(scene: Scene, event: Event) -> bool:
    """ "The attack took place near a mosque": the one told before."""
    return event.nominal and event.attacker is None and scene.parse.groups[event.at].definite


@once
def _counts_its_own(scene: Scene) -> bool:
    """ "Officials blamed gangs for the deaths of two soldiers", "for killing two": for those, and
    for no others."""
    groups = scene.parse.groups
    return any(
        death.word in _NOUNS and of.word == "of" and _is_counted(scene, whom)
        for death, of, whom in zip(groups, groups[1:], groups[2:], strict=False)
    ) or any(
        of.kind == "preposition" and deed.verb in _DEEDS and _is_counted(scene, whom)
        for of, deed, whom in zip(groups, groups[1:], groups[2:], strict=False)
    )


def is_of_others(scene: Scene, near: Scene, actor: ActorMention) -> bool:
    """ "Four soldiers were killed in the attack, which X carried out": for other people, where that
    is another paragraph and the sentence at hand counts none that are as many."""
    if near.sentence.paragraph == scene.sentence.paragraph:
        return False
    counts = [c for start, c in _people_counted(near) if start < actor.start]
    return bool(counts) and not {c for _, c in _people_counted(scene)}.intersection(counts)


@once
def _people_counted(scene: Scene) -> list[tuple[int, int | None]]:
    """Where a sentence counts people that something befell, and how many they are."""
    if not any(group.verb in _DEEDS for group in scene.parse.groups):
        return []
    counted = (g for g in scene.parse.groups if g.quantity is not None and g.word in PEOPLE)
    return [(scene.span(g).start, g.quantity.best or g.quantity.low) for g in counted if g.quantity]


def _is_counted(scene: Scene, whom: Group) -> bool:
    return whom.quantity is not None or scene.parse.is_indefinite(whom)


@once
def accused_in(scene: Scene) -> list[ActorMention]:
    """All whom the sentence itself says did it."""
    return _found(scene, "blame")


@once
def denying_in(scene: Scene) -> list[ActorMention]:
    """All who deny in the sentence that they did it."""
    return _found(scene, "denial")


@once
def denouncing_in(scene: Scene) -> list[ActorMention]:
    """All who denounce in the sentence what was done."""
    return _found(scene, "denounced")


def denounces(scene: Scene, side: str | None) -> bool:
    """ "The army condemned the killing": it is no doer to be carried on from the attack before."""
    return any(side_of(actor) == side for actor in denouncing_in(scene))


def _found(scene: Scene, section: str) -> list[ActorMention]:
    rules = _rules(section)
    if scene.parse.held.isdisjoint(rules):
        return []
    found: list[ActorMention] = []
    for at, group in enumerate(scene.parse.groups):
        if group.kind == "verb" and not group.negated and _is_told(scene, at):
            if section == "blame" and is_denied(scene, at):
                continue
            for rule in rules.get(group.verb, ()):
                found += [a for a in _by_rule(scene, at, group, rule) if a not in found]
    return found


def _is_told(scene: Scene, at: int) -> bool:
    """ "Belong to X", "are believed to belong to X", but not "want to belong to X"."""
    groups = scene.parse.groups
    if groups[at].modal != "to":
        return groups[at].modal in ("", "may", "might")
    before = at - 1 - (at > 1 and groups[at - 1].word == "to")
    return before >= 0 and groups[before].passive and groups[before].verb in _BELIEVED


def _by_rule(scene: Scene, at: int, group: Group, rule: dict[str, Any]) -> list[ActorMention]:
    beside = "nouns" not in rule or _has_noun(scene, at, rule)
    if not beside or ("object" in rule and not _has_object(scene, at, rule)):
        return []
    if rule["who"] == "subject":
        return [] if group.passive else _all(scene, subject(scene.parse, at).wholes)
    if rule["who"] == "object":
        accused = [] if _is_of_another_deed(scene, at) else _accused(scene, at, group)
        return _all(scene, accused)
    if rule["who"] == "complement":
        return _all(scene, _said_to_be(scene, at, group))
    if rule["who"] == "whose":
        return _all(scene, _owners(scene, at, rule))
    return [] if _is_of_harmed(scene, at) else _after(scene, at, rule["who"])


def _is_of_harmed(scene: Scene, at: int) -> bool:
    """ "Nine gunmen belonging to X were killed", "killed nine gunmen belonging to X": not by X."""
    groups = scene.parse.groups
    if groups[at].form != "ing" or not at:
        return False
    deed = next((group for group in groups[at:] if group.finite), None)
    harmed = deed is not None and deed.passive and deed.verb in _DEEDS
    return harmed or (at > 1 and groups[at - 2].verb in _DEEDS and not groups[at - 2].passive)


def _said_to_be(scene: Scene, at: int, group: Group) -> list[int]:
    """ "The attackers were rebels": what stands behind "were", but not in "were hit by rebels"."""
    behind = scene.parse.groups[at + 1 : at + 2]
    return [at + 1] if not group.passive and behind and behind[0].kind == "noun" else []


def _owners(scene: Scene, at: int, rule: dict[str, Any]) -> list[int]:
    """ "It was the work of rebels", but not "is proud of the work done in the towns of rebels"."""
    groups = scene.parse.groups
    behind = groups[at + 1 : at + 4]
    if [group.kind for group in behind] != _OWNED or behind[1].word != "of":
        return []
    return list_from(scene.parse, at + 3) if behind[0].word in rule["nouns"].split() else []


_OWNED: Final = ["noun", "preposition", "noun"]


def _accused(scene: Scene, at: int, group: Group) -> list[int]:
    """The object of "blamed"; of "was blamed" and "soldiers accused of" what stands before it."""
    groups = scene.parse.groups
    if group.passive:
        return subject(scene.parse, at).wholes
    reduced = group.form == "ed" and at + 1 < len(groups) and groups[at + 1].word in ("of", "in")
    if reduced and at and groups[at - 1].kind == "noun":
        return [at - 1]
    return object_(scene.parse, at).wholes


def _is_of_another_deed(scene: Scene, at: int) -> bool:
    """ "Accused it of sending troops": no word for an attack stands behind "of"."""
    groups = scene.parse.groups
    for of in range(at + 1, min(len(groups) - 1, at + _DEED_REACH)):
        if groups[of].word in ("of", "for") and groups[of + 1].kind == "verb":
            return not tells_attack(groups[of + 1])
    return False


def _has_noun(scene: Scene, at: int, rule: dict[str, Any]) -> bool:
    nouns = rule["nouns"].split()
    if scene.parse.held.isdisjoint(nouns):
        return False
    return any(g.word in nouns for g in scene.parse.groups[max(0, at - 3) : at + _NOUN_REACH])


def _has_object(scene: Scene, at: int, rule: dict[str, Any]) -> bool:
    """ "Claimed the attack", unlike "claimed the attack had killed two"."""
    groups = scene.parse.groups
    behind = object_(scene.parse, at).wholes[:1]
    if not behind or groups[behind[0]].word not in rule["object"].split():
        return False
    return not any(group.finite for group in groups[behind[0] + 1 : behind[0] + 2])


def _after(scene: Scene, at: int, preposition: str) -> list[ActorMention]:
    groups = scene.parse.groups
    for index in range(at + 1, min(len(groups) - 1, at + _REACH)):
        if groups[index].kind == "verb" and groups[index].finite:
            return []
        if groups[index].word == preposition and groups[index + 1].kind == "noun":
            found = _all(scene, list_from(scene.parse, index + 1))
            if found:
                return found  # else it may be a day: "blamed the deaths on 2 May on rebels"
    return []


def _all(scene: Scene, groups: list[int]) -> list[ActorMention]:
    """The actors of noun groups; "no group" is none."""
    counts = {at: scene.parse.groups[at].quantity for at in groups}
    told = [at for at, count in counts.items() if count is None or count.kind != "none"]
    meant = ((at, _accused_at(scene, at)) for at in told)
    found = [(at, actor) for at, actor in meant if actor]
    # "several Palestinians": people of a state are not the state
    return [actor for at, actor in found if actor.combatant or counts[at] is None]


def _accused_at(scene: Scene, at: int) -> ActorMention | None:
    """Who a noun group is, "the group" and "they" included."""
    named = mention_at(scene, at)
    bare = named is not None and _is_nobody(named)
    return (meant_by(scene, at, named) if bare else named) or speaker_of(scene, at)


def _is_search(scene: Scene, actor: ActorMention) -> bool:
    """ "The raids carried out by the police": what follows an attack, and not the attack."""
    police = actor.as_written.lower().split()[-1] in word_set("cast", "branches", "police")
    return police and not word_set("circumstances", "searches", "words").isdisjoint(
        scene.parse.held
    )


def _is_nobody(actor: ActorMention) -> bool:
    return actor.name.lower() in word_set("circumstances", "not_attackers", "words")


@cache
def _rules(section: str) -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for rule in load("circumstances")[section]:
        for verb in rule["verbs"].split():
            table.setdefault(verb, []).append(rule)
    return table
