"""Whom a phrase names as the doer: "by rebels", "at the hands of rebels", "shells fired by rebels".

Works on the groups of one sentence; who these are is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.people.words import PEOPLE
from briefing.extract.triggers import means as weapons
from briefing.language.groups import Parsed
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import word_set

_MADE: Final = word_set("circumstances", "made", "verbs")
_HANDS: Final = word_set("circumstances", "made", "hands")
_SOURCES: Final = word_set("circumstances", "made", "sources")
_ATTACKS: Final = word_set("circumstances", "attack", "verbs")


def agents_behind(parse: Parsed, at: int, reach: int) -> Iterator[int]:
    """The noun groups that the group at ``at`` was done by, the nearest first.

    "Killed by a mine laid by rebels" has two. A verb of its own ends the phrase, unless it stands
    right behind: "an ambush laid by rebels".
    """
    if _AGENTS.isdisjoint(parse.held):
        return
    groups, last = parse.groups, at
    for index in range(at + 1, min(len(groups) - 1, at + reach)):
        group = groups[index]
        if group.kind == "verb" and group.finite and index > last + 1:
            return
        if group.word in _BY and _names_doer(parse, index):
            last = index + 1
            yield last
        elif group.word == "at" and _names_hands(parse, index + 1):
            last = index + _OF_HANDS
            yield last


_BY: Final = frozenset(("by", "from"))
_AGENTS: Final = _BY | {"at"}


def _names_doer(parse: Parsed, at: int) -> bool:
    """ "By rebels", "shelling from the Russian side", "gunfire from army positions"."""
    fire, preposition, who = parse.groups[at - 1 : at + 2]
    if preposition.word == "by":
        return who.kind == "noun"
    return fire.word in weapons() and who.word in _SOURCES


_OF_HANDS: Final = 3  # groups from "at" to whose hands: "the hands", "of", "rebels"


def _names_hands(parse: Parsed, at: int) -> bool:
    """ "The hands of rebels"."""
    hands = parse.groups[at : at + _OF_HANDS]
    kinds = [group.kind for group in hands]
    return kinds == ["noun", "preposition", "noun"] and hands[0].word in _HANDS


def makers_before(parse: Parsed, verb: int) -> Iterator[int]:
    """Who fired "shells fired by rebels", or shot "men shot by rebels", a verb's subject.

    "Radios used by rebels exploded": whose they are did not set them off, unless they are weapons.
    """
    for at in subject(parse, verb).wholes:
        if at + 1 < verb and _is_done_by(parse, at + 1):
            noun, done = parse.groups[at].word, parse.groups[at + 1].verb
            armed = noun in weapons() or done in _MADE
            if done in _ATTACKS or (armed and noun not in PEOPLE):
                yield at + 3


def makers_in(parse: Parsed, clause: range) -> Iterator[int]:
    """Who laid "a mine laid by rebels", wherever a clause tells of it."""
    if _MADE.isdisjoint(parse.held):
        return
    for at in clause:
        laid = at and parse.groups[at].verb in _MADE and _is_done_by(parse, at)
        if laid and parse.groups[at - 1].kind == "noun" and parse.groups[at - 1].word not in PEOPLE:
            yield at + 2


def runs_into(parse: Parsed, verb: int) -> bool:
    """ "A truck of the army hit a mine": it attacked nobody."""
    if parse.groups[verb].verb not in _STRUCK:
        return False
    return any(parse.groups[at].word in _MINES for at in object_(parse, verb).wholes)


_STRUCK: Final = word_set("circumstances", "struck", "verbs")
_MINES: Final = word_set("circumstances", "struck", "objects")


def _is_done_by(parse: Parsed, at: int) -> bool:
    """Whether a participle with its "by" stands at ``at``: "fired by rebels"."""
    following = parse.groups[at : at + 3]
    kinds = [group.kind for group in following]
    if kinds != ["verb", "preposition", "noun"] or following[1].word != "by":
        return False
    done = following[0]
    return not (done.perfect or done.passive) and done.form in ("ed", "base")


def attack_made(parse: Parsed, at: int) -> int:
    """The group before "carried out by the army" that ends before ``at``: "a strike" of "a strike
    carried out by the army against Goma"; the group before ``at`` where nothing was made."""
    groups = parse.groups
    if groups[at - 2].word != "by":
        return at - 1
    verb = at - len(("made", "by", "X"))
    verb -= verb > 1 and groups[verb].word == "out"
    made = verb > 0 and groups[verb].form == "ed" and groups[verb].verb in _MADE
    return verb - 1 if made else at - 1
