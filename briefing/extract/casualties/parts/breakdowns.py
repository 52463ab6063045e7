"""Counts that are parts of another count: "311, including 183 rebels and 28 civilians"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from briefing.actors import side_of
from briefing.extract.casualties.parts.sharers import sharers_of
from briefing.extract.circumstances.telling.statement import names_source
from briefing.extract.people.victims import armed_body, described, names_people, words_with
from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.language.inflection import is_plural
from briefing.language.lists import begins_clause
from briefing.language.roles import is_of_them
from briefing.lexicon import load, word_set
from briefing.models import Quantity, Span, VictimGroup
from briefing.records import record, replace

_NEAR: Final = 5  # groups after a bare count in which the words for its people stand


@record(frozen=True)
class Part:
    """One count of a breakdown: the noun group at ``at``, with its words up to ``end``."""

    at: int
    end: int
    quantity: Quantity
    words: str | None
    group: VictimGroup
    side: str | None


def parts_of(scene: Scene, total: Quantity, after: int, until: int) -> list[Part]:
    """The parts of ``total`` among the groups from ``after`` to ``until``; none add up to more.

    A part stands behind a word that opens a breakdown ("including", "made up of", a colon), or
    says itself that it is one ("54 of them").
    """
    if total.best is None or total.kind in ("none", "at_most"):
        return []
    found: list[Part] = []
    told = 0
    for part in _candidates(scene, after, until):
        told += part.quantity.best or 0
        found.append(part)
        if told >= total.best:
            break
    if told > total.best or (len(found) == 1 and told == total.best):
        return []
    whole = told == total.best
    if found and scene.parse.groups[found[0].at - 1].word == "(" and not whole:
        return []  # "11,240 people (1,606 households)"
    return [part for part in found if whole or part.words is not None]


def group_of_parts(total: Quantity, parts: Iterable[Part]) -> VictimGroup | None:
    """What the parts say of the whole: mixed, or the one group that all of it belongs to."""
    told = list(parts)
    groups = {part.group for part in told}
    if {"civilians", "combatants"} <= groups:
        return "mixed"
    complete = sum(part.quantity.best or 0 for part in told) == total.best
    return groups.pop() if complete and len(groups) == 1 else None


def _candidates(scene: Scene, after: int, until: int) -> Iterator[Part]:
    groups = scene.parse.groups
    opened, end = False, -1  # ``end``: the last group of the part before
    for at in range(after, until):
        if at <= end:
            continue  # "one of them a policeman"
        group = groups[at]
        opened = opened or _opens(scene, at)
        if group.kind != "noun" or _count_of(scene, at) is None:
            opened = opened and (_opens(scene, at) or not _ends(group))
            continue
        if not (opened or is_of_them(scene.parse, at)) or names_source(scene, at):
            return
        part = part_at(scene, at, until)
        if part:
            opened, end = True, part.end
            yield part


def _count_of(scene: Scene, at: int) -> Quantity | None:
    """The count of a noun group, one for "a woman"; None for what is not counted."""
    group = scene.parse.groups[at]
    if group.quantity:
        return None if group.quantity.kind == "vague" else group.quantity
    first = scene.parse.tokens[group.first].lower
    if first not in ("a", "an", "another") or not names_people(scene.document, scene.parse, at):
        return None
    return None if is_plural(group.word) else Quantity("exact", 1, 1, 1, first)


def _opens(scene: Scene, at: int) -> bool:
    first = scene.parse.groups[at].first
    words = scene.parse.lower
    openers = _OPENERS.get(words[first], ())
    return any(words[first : first + len(opener)] == opener for opener in openers)


def _ends(group: Group) -> bool:
    """Whether a verb, or who says so, carries the sentence on to something else.

    "Were civilians" does not.
    """
    if group.word == "according":
        return True  # "among them four children, according to a doctor"
    return group.kind == "verb" and group.finite and group.verb != "be"


def part_at(scene: Scene, at: int, until: int) -> Part | None:
    """The count at ``at`` with the words that say whom it counts."""
    groups = scene.parse.groups
    group = groups[at]
    quantity = _count_of(scene, at)
    if quantity is None:
        return None
    words, kind, side = described(scene.document, scene.parse, at)
    victims = group.word in word_set("casualties", "breakdown", "victims")
    if words is not None and not group.pronoun and not victims:
        if not names_people(scene.document, scene.parse, at):
            return None
        part = Part(at, at, quantity, words, kind, side)
        return _with_members(scene, _with_sharers(scene, part, until), until)
    for other in range(at + 1, min(until, at + _NEAR)):
        following = groups[other]
        if following.kind == "noun" and following.quantity:
            break
        if following.word in _sides() and following.kind == "preposition":
            return _on_side(scene, at, other, until, quantity)
        if following.kind == "noun" and names_people(scene.document, scene.parse, other):
            words, kind, side = described(scene.document, scene.parse, other)
            return Part(at, other, quantity, words, kind, side)
        if following.kind != "noun" and following.verb != "be" and following.form != "ed":
            break
    return Part(at, at, quantity, None, "unknown", None)


def _with_sharers(scene: Scene, part: Part, until: int) -> Part:
    """ "12 women and children": 12 of both together."""
    shared = sharers_of(
        scene, part.at, lambda at: at < until and not begins_clause(scene.parse, at)
    )
    if shared is None:
        return part
    words, group, side, last = shared
    return replace(part, end=last, words=words, group=group, side=side)


def _with_members(scene: Scene, part: Part, until: int) -> Part:
    """ "80 members of X": the side is that of the group behind "of"; "seven members of one family"
    are seven."""
    groups = scene.parse.groups
    if part.at + 2 >= until or groups[part.at + 1].word not in _OF_BODIES:
        return part
    body = armed_body(scene.document, scene.parse, part.at, _OF_BODIES)
    if body is None:
        return replace(part, end=part.at + 2)
    if body.name.islower():
        group = "combatants" if part.group == "unknown" else part.group
        return replace(part, end=part.at + 2, group=group)
    words = words_with(scene.document, scene.parse, part.at, part.words or "", body)
    group = "combatants" if part.group == "unknown" else part.group
    return Part(part.at, part.at + 2, part.quantity, words, group, side_of(body))


_OF_BODIES: Final = frozenset(("of", "from"))


def _on_side(scene: Scene, at: int, preposition: int, until: int, quantity: Quantity) -> Part:
    """ "183 on the side of X and its allies", "12 from the army"."""
    groups = scene.parse.groups
    end = preposition
    while end + 1 < until and groups[end + 1].word != "," and not groups[end + 1].quantity:
        if groups[end + 1].kind == "coordinator" and groups[min(end + 2, until - 1)].quantity:
            break
        end += 1
    span = Span(scene.span(groups[preposition]).start, scene.span(groups[end]).end)
    actors = [actor for actor in scene.document.actors_in(span) if actor.combatant]
    if not actors:
        return Part(at, at, quantity, None, "unknown", None)
    return Part(at, end, quantity, None, "combatants", side_of(actors[0]))


def _openers() -> dict[str, list[list[str]]]:
    """The words that open a breakdown, by the first of them."""
    openers: dict[str, list[list[str]]] = {}
    for words in map(str.split, load("casualties")["breakdown"]["openers"]):
        openers.setdefault(words[0], []).append(words)
    return openers


_OPENERS: Final = _openers()


@cache
def _sides() -> frozenset[str]:
    return word_set("casualties", "breakdown", "sides")
