"""Whom a text holds responsible in so many words: "claimed by", "blamed on", "carried out by"."""

from __future__ import annotations

from functools import cache
from typing import Any

from briefing.extract.linking import object_, subject
from briefing.extract.scene import Scene, once
from briefing.extract.who import actor_in
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.lexicon import load

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
        found = blamed_in(near)
        if found:
            return found
    return None


@once
def blamed_in(scene: Scene) -> ActorMention | None:
    """The actor that the sentence itself says did it."""
    for at, group in enumerate(scene.parse.groups):
        if group.kind == "verb" and not group.negated and group.modal in ("", "may", "might"):
            for rule in _rules().get(group.verb, ()):
                found = _by_rule(scene, at, group, rule)
                if found:
                    return found
    return None


def _by_rule(scene: Scene, at: int, group: Group, rule: dict[str, Any]) -> ActorMention | None:
    if "nouns" in rule and not _has_noun(scene, at, rule):
        return None
    if rule["who"] == "subject":
        return None if group.passive else _first(scene, subject(scene.parse, at).wholes)
    if rule["who"] == "object":
        linked = subject(scene.parse, at) if group.passive else object_(scene.parse, at)
        return _first(scene, linked.wholes)
    return _after(scene, at, rule["who"])


def _has_noun(scene: Scene, at: int, rule: dict[str, Any]) -> bool:
    near = scene.parse.groups[max(0, at - 3) : at + 4]
    return any(g.word in rule["nouns"].split() for g in near)


def _after(scene: Scene, at: int, preposition: str) -> ActorMention | None:
    groups = scene.parse.groups
    for index in range(at + 1, min(len(groups) - 1, at + _REACH)):
        if groups[index].kind == "verb" and groups[index].finite:
            return None
        if groups[index].word == preposition and groups[index + 1].kind == "noun":
            return _somebody(scene, index + 1)
    return None


def _first(scene: Scene, groups: list[int]) -> ActorMention | None:
    return next((found for at in groups if (found := _somebody(scene, at))), None)


def _somebody(scene: Scene, at: int) -> ActorMention | None:
    """The actor of a noun group; "no group" is none."""
    quantity = scene.parse.groups[at].quantity
    return actor_in(scene, at) if quantity is None or quantity.kind != "none" else None


@cache
def _rules() -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for rule in load("circumstances")["blame"]:
        for verb in rule["verbs"].split():
            table.setdefault(verb, []).append(rule)
    return table
