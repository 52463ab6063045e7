"""People listed one by one: "two nurses, Ana Diaz and Omar Ali", "the dead include a boy"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.parts.breakdowns import Part
from briefing.extract.people.persons import is_person_by_name
from briefing.extract.people.victims import read_victims
from briefing.extract.people.words import is_general, singular
from briefing.extract.scene import Scene
from briefing.language.groups import Parsed
from briefing.language.lists import Linked
from briefing.language.subjects import subject
from briefing.lexicon import load, word_set
from briefing.models import Outcome, Quantity

_words = partial(word_set, "casualties", "rolls")

_VICTIMS: Final = _words("victims")
_COUNTS: Final = _words("counts")

_OPENS: Final = _words("opens")
_NAMES: Final = _words("names")
_MOST: Final = 30  # people that a text lists one by one
_LONGEST: Final = 120  # groups of a list
_OPENERS: Final = frozenset((",", ":", "--", "–", "—", "("))
_WITHIN: Final = frozenset(("in", "at", "on", "near", "from"))
_JOINS: Final = _OPENERS | {";"}


def members_of(scene: Scene, whole: int, total: Quantity) -> list[Part]:
    """The people behind the noun group at ``whole``, where the list is that of all of ``total``."""
    if total.best is None or not 1 < total.best <= _MOST:
        return []
    first = _list_start(scene.parse, whole + 1)
    found = [p for p in listed(scene, first) if _fits(scene, whole, p)] if first else []
    counted = sum(part.quantity.best or 0 for part in found)
    return found if len(found) > 1 and counted == total.best else []


def _fits(scene: Scene, whole: int, part: Part) -> bool:
    """Whether a listed person may be one of those counted: a driver is none of two nurses."""
    groups = scene.parse.groups
    if is_person_by_name(scene.document, scene.parse, groups[part.at]):
        return True
    one, two = groups[whole].word, groups[part.at].word
    return singular(one) == singular(two) or is_general(one) or is_general(two)


def may_list(scene: Scene) -> bool:
    """Whether a sentence has a word for those whom a list may name one by one."""
    return not _LISTING.isdisjoint(scene.parse.held)


def find_rolls(scene: Scene, told: Outcome | None) -> Iterator[Finding]:
    """Lists of the dead, the wounded, the hostages; ``told``: what befell the victims told last."""
    groups = scene.parse.groups
    for at, group in enumerate(groups[:-1]):
        if group.kind != "noun" or not (group.definite or group.pronoun):
            continue
        known = group.word in _VICTIMS or _includes(scene.parse, at)
        outcome = told if known else _outcomes().get(group.word)
        if outcome and _is_among(scene.parse, at):
            yield Finding(outcome, "rolls", Linked(parts=subject(scene.parse, at - 2).wholes), at)
        first = _after_verb(scene.parse, at + 1)
        if outcome and first:
            parts = [part.at for part in listed(scene, first)]
            yield Finding(outcome, "rolls", Linked(parts=parts), at)


def _includes(parse: Parsed, at: int) -> bool:
    """ "The toll includes two porters": a count that holds people."""
    if parse.groups[at].word not in _COUNTS:
        return False
    return parse.groups[_behind_aside(parse, at + 1)].verb == "include"


def _behind_aside(parse: Parsed, at: int) -> int:
    """The group behind ", which stood at 16 on Monday," where such a clause begins at ``at``."""
    groups = parse.groups
    if [group.kind for group in groups[at : at + 2]] != ["mark", "relative"]:
        return at
    commas = (i for i in range(at + 2, len(groups) - 1) if groups[i].word == ",")
    return next(commas, at - 1) + 1


def _is_among(parse: Parsed, at: int) -> bool:
    """ "Two guards were among the wounded"."""
    groups = parse.groups
    among = at > 1 and groups[at - 1].word == "among"
    return among and groups[at - 2].verb == "be" and not groups[at - 2].negated


def _list_start(parse: Parsed, at: int) -> int | None:
    """The first group of a list behind a count, its "of" phrases and brackets."""
    groups = parse.groups
    while (
        at + 1 < len(groups) and groups[at].kind == "preposition" and groups[at + 1].kind == "noun"
    ):
        at += 2
    if at < len(groups) and groups[at].word == "[":
        at = next((i + 1 for i in range(at, len(groups)) if groups[i].word == "]"), len(groups))
    opened = at < len(groups) and groups[at].word in _OPENERS
    return at + 1 if opened else None


def _after_verb(parse: Parsed, at: int) -> int | None:
    """Where a list begins behind "were", "are", "include" or "were identified as"."""
    groups = parse.groups
    while at + 1 < len(groups) and groups[at].word in _WITHIN:
        at += 2 if groups[at + 1].kind in ("noun", "mark") else 1  # "the dead in Goma were"
    if at >= len(groups):
        return None
    at = _behind_aside(parse, at) if groups[at].word == "," else at
    if at + 1 >= len(groups) or groups[at].kind != "verb" or groups[at].negated:
        return None
    if groups[at].verb in _OPENS:
        return at + 1 + (groups[at + 1].word == ":")
    named = groups[at].passive and groups[at].verb in _NAMES
    return at + 1 + (groups[at + 1].word in ("as", ":")) if named else None


def listed(scene: Scene, first: int) -> Iterator[Part]:
    """The people of the list that begins at ``first``; what explains a name is nobody else."""
    groups = scene.parse.groups
    joined, named = ":", False
    for at in range(first, min(len(groups), first + _LONGEST)):
        group = groups[at]
        if group.kind == "noun":
            part = member_at(scene, at) if joined else None
            by_name = is_person_by_name(scene.document, scene.parse, group)
            if part and (by_name or joined != "," or not named):
                yield part
                named = by_name
            joined = ""
        elif group.kind == "coordinator" or group.word in _JOINS:
            joined = "," if group.word == "," else group.word
        elif group.kind == "preposition":
            joined = ""
        elif group.kind in ("verb", "subordinator", "relative") and _goes_on(scene, first, at):
            joined = ""  # "a monk hit when a bomb went off; a girl"
        elif group.kind != "mark" or group.word == ".":
            return


def _goes_on(scene: Scene, first: int, at: int) -> bool:
    """Whether the list parts its people with semicolons, and another of them stands behind."""
    behind = scene.parse.groups[at : first + _LONGEST]
    return any(group.word == ";" for group in behind)


def member_at(scene: Scene, at: int) -> Part | None:
    """The one person, or those of one count, of a noun group."""
    victims = read_victims(scene.document, scene.parse, at)
    if victims is None or victims.quantity.kind != "exact" or victims.words is None:
        return None
    return Part(at, at, victims.quantity, victims.words, victims.group, victims.side)


def outcome_of_roll(word: str) -> Outcome | None:
    """What befell "the dead", "the wounded", "the hostages"."""
    return _outcomes().get(word)


def _listing() -> frozenset[str]:
    """The nouns whose people a sentence may list one by one."""
    return _words("victims").union(_words("counts"), _outcomes())


@cache
def _outcomes() -> dict[str, Outcome]:
    rolls = load("casualties")["rolls"]
    outcomes: tuple[Outcome, ...] = ("killed", "injured", "detained")
    return {word: outcome for outcome in outcomes for word in rolls[outcome].split()}


_LISTING: Final = _listing()
