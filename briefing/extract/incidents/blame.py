"""Whom a text holds responsible in so many words: "claimed by", "blamed on", "carried out by"."""

from __future__ import annotations

from functools import cache
from typing import Any

from briefing.extract.incidents.events import find_events, mention_at
from briefing.extract.scene import Scene, once
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.language.linking import object_, subject
from briefing.language.lists import list_from
from briefing.lexicon import load, word_set

_REACH = 8  # groups after the verb in which its preposition is sought
_AHEAD = 2  # sentences after a claim that may say who did it


def blamed(scene: Scene) -> ActorMention | None:
    """The actor that the sentence, or one of the next two, says did it."""
    document = scene.document
    last = min(len(document.sentences), scene.sentence.index + _AHEAD + 1)
    for index in range(scene.sentence.index, last):
        near = scene.at(index)
        if index > scene.sentence.index and near.sentence.heading:
            return None
        found = next((actor for actor in accused_in(near) if not _is_nobody(actor)), None)
        if found:
            return found
        if index > scene.sentence.index and next(find_events(near), None):
            return None  # what follows is said of another attack
    return None


@once
def accused_in(scene: Scene) -> list[ActorMention]:
    """All whom the sentence itself says did it."""
    return _found(scene, "blame")


@once
def denying_in(scene: Scene) -> list[ActorMention]:
    """All who deny in the sentence that they did it."""
    return _found(scene, "denial")


def _found(scene: Scene, section: str) -> list[ActorMention]:
    rules = _rules(section)
    found: list[ActorMention] = []
    for at, group in enumerate(scene.parse.groups):
        if group.kind == "verb" and not group.negated and group.modal in ("", "may", "might"):
            for rule in rules.get(group.verb, ()):
                found += [a for a in _by_rule(scene, at, group, rule) if a not in found]
    return found


def _by_rule(scene: Scene, at: int, group: Group, rule: dict[str, Any]) -> list[ActorMention]:
    if "nouns" in rule and not _has_noun(scene, at, rule):
        return []
    if rule["who"] == "subject":
        return [] if group.passive else _all(scene, subject(scene.parse, at).wholes)
    if rule["who"] == "object":
        return _all(scene, _accused(scene, at, group))
    return _after(scene, at, rule["who"])


def _accused(scene: Scene, at: int, group: Group) -> list[int]:
    """The object of "blamed"; of "was blamed" and "soldiers accused of" what stands before it."""
    groups = scene.parse.groups
    if group.passive:
        return subject(scene.parse, at).wholes
    reduced = group.form == "ed" and at + 1 < len(groups) and groups[at + 1].word in ("of", "in")
    if reduced and at and groups[at - 1].kind == "noun":
        return [at - 1]
    return object_(scene.parse, at).wholes


def _has_noun(scene: Scene, at: int, rule: dict[str, Any]) -> bool:
    near = scene.parse.groups[max(0, at - 3) : at + 4]
    return any(g.word in rule["nouns"].split() for g in near)


def _after(scene: Scene, at: int, preposition: str) -> list[ActorMention]:
    groups = scene.parse.groups
    for index in range(at + 1, min(len(groups) - 1, at + _REACH)):
        if groups[index].kind == "verb" and groups[index].finite:
            return []
        if groups[index].word == preposition and groups[index + 1].kind == "noun":
            return _all(scene, list_from(scene.parse, index + 1))
    return []


def _all(scene: Scene, groups: list[int]) -> list[ActorMention]:
    """The actors of noun groups; "no group" is none."""
    counts = (scene.parse.groups[at].quantity for at in groups)
    told = [at for at, q in zip(groups, counts, strict=True) if q is None or q.kind != "none"]
    return [found for at in told if (found := mention_at(scene, at))]


def _is_nobody(actor: ActorMention) -> bool:
    return actor.name.lower() in word_set("circumstances", "not_attackers", "words")


@cache
def _rules(section: str) -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for rule in load("circumstances")[section]:
        for verb in rule["verbs"].split():
            table.setdefault(verb, []).append(rule)
    return table
