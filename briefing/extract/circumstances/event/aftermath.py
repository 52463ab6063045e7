"""Killings that a sentence only speaks of, as what somebody is sought, held or tried for.

"A judge today issued a warrant in the murder of Omar Ali": when that was is not said, and the day
of the sentence is the judge's.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, partial
from typing import Final

from briefing.extract.scene import Scene, once
from briefing.extract.triggers import nouns, verbs
from briefing.language.dates import Dated
from briefing.language.groups import Group
from briefing.language.inflection import inflect
from briefing.lexicon import word_set

_DATING: Final = word_set("circumstances", "dating", "words")

_KIN: Final = word_set("circumstances", "aftermath", "kin")

_words = partial(word_set, "circumstances", "aftermath")

_BACK: Final = 8  # groups before a killing in which the sentence says why it speaks of it
_OF_NOUN: Final = 24  # groups behind a killing in which its day stands: "of Omar Ali on Monday"
_ENDS: Final = frozenset((";", ":"))
_GOES_ON: Final = frozenset(("noun", "preposition", "predicate"))


def is_spoken_of(scene: Scene, at: int) -> bool:
    """Whether the killing told by the group at ``at`` is what somebody is sought or tried for."""
    aside = at in _spoken_of(scene) or at in _mourned(scene)
    return aside or _is_epithet(scene, at) or _dates_what_is_told(scene, at)


def is_tried(scene: Scene, at: int) -> bool:
    """Whether a court speaks of a killing, as it does long after: "jailed for the murder of"."""
    return at in _spoken_of(scene) and not _words("tried").isdisjoint(scene.parse.held)


def dates_of_noun(scene: Scene, at: int, dates: Iterable[Dated]) -> list[Dated]:
    """Those of ``dates`` that stand with a killing which is told aside: of it, and of what is told
    with it ("the murder of Omar Ali, who was shot on Monday")."""
    aside = next((noun for noun in _told_aside(scene) if at in _reach(scene, noun)), None)
    return [] if aside is None else _behind(scene, aside, dates)


def is_ahead_of(scene: Scene, at: int, start: int) -> bool:
    """Whether ``start`` stands in what a killing only dates: "talks in Goma ended after the murder
    of two cooks"."""
    return at in _dating(scene) and start < scene.span(scene.parse.groups[at]).start


def dates_of_others(scene: Scene, dates: Iterable[Dated]) -> list[Dated]:
    """Those of ``dates`` that are of a killing of which the sentence only speaks, or after which
    something else was: "two men were arrested after the murder of Omar Ali on Monday"."""
    dates = list(dates)
    return [d for at in _told_aside(scene) for d in _behind(scene, at, dates)] if dates else []


def _behind(scene: Scene, at: int, dates: Iterable[Dated]) -> list[Dated]:
    reach = _reach(scene, at)
    return [d for d in dates if scene.group_of(d) in reach]


@once
def _told_aside(scene: Scene) -> list[int]:
    """The groups of a sentence that name a killing which it does not tell as its news."""
    return [*_spoken_of(scene), *_dating(scene), *_mourned(scene)]


@once
def _spoken_of(scene: Scene) -> list[int]:
    """The groups of a sentence that name a killing of which it only speaks."""
    if _killings().isdisjoint(scene.parse.held) or _telling().isdisjoint(scene.parse.held):
        return []
    groups = scene.parse.groups
    named = (at for at, g in enumerate(groups) if g.kind == "noun" and g.word in _killings())
    return [at for at in named if _is_reason(scene, at)]


@once
def _mourned(scene: Scene) -> list[int]:
    """The groups that name the dead whose kin a sentence is about: "relatives of 17 men killed"."""
    if _KIN.isdisjoint(scene.parse.held):
        return []
    groups = scene.parse.groups
    kin = (at for at in range(len(groups) - _KILLED) if groups[at].word in _KIN)
    dead = (at + 2 for at in kin if groups[at + 1].word == "of")
    return [at for at in dead if groups[at + 1].form == "ed" and not groups[at + 1].passive]


_KILLED: Final = 3  # groups from "relatives" to "killed" in "relatives of 17 men killed"


@once
def _dating(scene: Scene) -> list[int]:
    """The groups that name a killing which only says when something else was."""
    if _killings().isdisjoint(scene.parse.held) or _DATING.isdisjoint(scene.parse.held):
        return []
    groups = scene.parse.groups
    named = (at for at in range(1, len(groups)) if groups[at].word in _killings())
    return [at for at in named if groups[at - 1].word in _DATING]


def _is_reason(scene: Scene, at: int) -> bool:
    """Whether what governs a noun says that somebody is held, sought or tried for it."""
    groups = scene.parse.groups
    for back in range(at - 1, max(-1, at - _BACK), -1):
        group = groups[back]
        if group.word in _telling() or not _telling().isdisjoint(scene.parse.words(group)):
            return True
        if group.kind == "verb" and group.finite:
            return False
        if not _goes_on(group) and group.kind != "verb":
            return False
    return False


def _goes_on(group: Group) -> bool:
    """Whether a phrase goes on with a group: "of", "a nun", and a weekday, which has no kind."""
    return group.kind in _GOES_ON or (group.kind == "mark" and group.word.isalpha())


def _is_epithet(scene: Scene, at: int) -> bool:
    """ "A follower of recently murdered Omar Ali": a participle before a noun, in passing."""
    groups = scene.parse.groups
    if not 0 < at < len(groups) - 1 or groups[at + 1].kind != "noun":
        return False
    group = groups[at]
    bare = group.kind == "verb" and group.form == "ed" and not (group.passive or group.perfect)
    return bare and groups[at - 1].word in _words("links")


def _dates_what_is_told(scene: Scene, at: int) -> bool:
    """ "It was announced the same night Omar Ali was shot": the day of the announcement."""
    group = scene.parse.groups[at]
    if group.kind != "noun" or "same" not in scene.parse.held:
        return False
    dates = scene.document.dates[scene.sentence.index]
    counted = (d for d in dates if d.shift is not None and d.when.start is None)
    return any(group.first <= d.first and d.last <= group.head for d in counted)


def _reach(scene: Scene, at: int) -> range:
    """The groups behind a killing that belong to it: up to the next verb that tells of no harm.

    "The murder of Omar Ali, a cook, who was shot in Goma on Monday": all of it.
    """
    groups, last = scene.parse.groups, at + 1
    ends = _ENDS | word_set("circumstances", "contrast", "words")
    while last < min(len(groups), at + 1 + _OF_NOUN) and groups[last].word not in ends:
        own = last == at + 1 or groups[last - 1].kind == "relative"
        goes_on = own and groups[last].verb in verbs()
        if groups[last].kind == "verb" and not goes_on:
            break
        last += 1
    return range(at, last)


@cache
def _killings() -> frozenset[str]:
    """The nouns that tell of people killed."""
    return frozenset(word for word, trigger in nouns().items() if trigger.outcome == "killed")


@cache
def _telling() -> frozenset[str]:
    """The words that say that somebody is held, sought or tried, in every form."""
    forms = (form for verb in _words("verbs") for form, _ in inflect(verb))
    return frozenset(forms) | _words("nouns")
