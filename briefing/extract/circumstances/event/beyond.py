"""What in a sentence belongs to another event than the one that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.place.setting import governor
from briefing.extract.circumstances.telling.statement import says
from briefing.extract.scene import Scene, once
from briefing.extract.triggers import verbs
from briefing.language.lists import begins_clause
from briefing.language.tokens import Token
from briefing.lexicon import word_set
from briefing.models import Place

_words = partial(word_set, "circumstances")

_LAPSES: Final = _words("dating", "lapses")
_CONTRAST: Final = _words("contrast", "words")
_PRECEDING: Final = _words("dating", "preceding")
_ATTACKS: Final = _words("incident", "nouns")
_KILLING: Final = frozenset([verb for verb, told in verbs().items() if told.takes == "object"])


@once
def turns(scene: Scene) -> tuple[int, ...]:
    """The groups with which a sentence turns to an event of another time."""
    return (*_lapses(scene), *_beginnings(scene), *_preceded(scene))


def _lapses(scene: Scene) -> Iterator[int]:
    """ "Killed two in Sidon, hours after rockets wounded five in Safed": from "hours" on."""
    units = _words("dating", "lapses")
    if units.isdisjoint(scene.parse.held):
        return
    groups = scene.parse.groups
    for at, (lapse, after) in enumerate(pairwise(groups[:-1])):
        if lapse.word in units and after.word in _words("dating", "turns"):
            told = groups[at + 2]
            if told.kind == "noun" and begins_clause(scene.parse, at + 2):
                yield at


def _preceded(scene: Scene) -> Iterator[int]:
    """ "Strikes by X killed nine after an attack by Y on Goma": from "after" on. Of those who "died
    after an attack" it tells why."""
    if _PRECEDING.isdisjoint(scene.parse.held):
        return
    groups, kills = scene.parse.groups, False
    for at, group in enumerate(groups[:-1]):
        kills = kills or (group.verb in _KILLING and not group.passive)
        if kills and group.word in _PRECEDING and groups[at + 1].word in _ATTACKS:
            yield at


def _beginnings(scene: Scene) -> Iterator[int]:
    """ "900 have died since the war began on 7 May, when rebels raided Goma": from "when" on."""
    if "when" not in scene.parse.held:
        return
    ends = {date.last for date in scene.document.dates[scene.sentence.index] if date.since}
    for at, group in enumerate(scene.parse.groups[1:], start=1):
        if group.word == "when" and {group.first, group.first - 1} & ends:
            yield at


def contrast(scene: Scene, end: int) -> int | None:
    """Where a conjunction behind a comma, a semicolon or a lapse of time sets another event against
    the one that ends at ``end``; None where none does.

    Without the comma, or with no subject behind it, a conjunction tells of the same event: "killed
    while they were driving to Goma", "…, while on his way".
    """
    starts = (scene.span(scene.parse.groups[at]).start for at in turns(scene))
    later = min((start for start in starts if start >= end), default=None)
    against = _set_against(scene, end)
    return min((start for start in (later, against) if start is not None), default=None)


def _says_more(scene: Scene, but: Token) -> bool:
    """ "Killed two men but denied that it had shelled Goma": what else somebody says."""
    return says(*scene.parse.groups[scene.group_at(but.start) + 1 :][:1])


def _set_against(scene: Scene, end: int) -> int | None:
    words, tokens = _CONTRAST, scene.parse.tokens
    held = scene.parse.held
    if ";" not in held and "but" not in held and words.isdisjoint(held):
        return None
    opened = tokens[0].lower in words  # "While three died in Goma, two were hurt in Sake"
    for mark, token in pairwise(tokens):
        if token.start >= end and token.lower == "but" and _says_more(scene, token):
            return token.start
        if mark.start < end:
            continue
        if mark.text == ";":
            return mark.start
        if opened and mark.text == "," and begins_clause(scene.parse, scene.group_at(token.start)):
            return token.start
        if mark.text == "," and token.lower in words:
            behind = scene.parse.groups[scene.group_at(token.start) + 1 :][:1]
            return token.start if behind and behind[0].kind == "noun" else None
    return None


def next_clause(scene: Scene, end: int) -> int | None:
    """Where behind ``end`` the next main clause begins: "…, and (that) the army shot three"."""
    groups = scene.parse.groups
    for at in range(scene.group_at(end), len(groups) - 1):
        if groups[at].kind != "coordinator":
            continue
        first = at + 1 + (groups[at + 1].word == "that" and at + 2 < len(groups))
        if groups[first].kind == "noun" and begins_clause(scene.parse, first):
            return scene.span(groups[at]).start
    return None


def next_verb(scene: Scene, end: int) -> int | None:
    """ "Kidnapped in Goma, she was freed in Sake": where behind ``end`` what the same people did or
    suffered next is told; None where first a clause goes on with the event."""
    groups = scene.parse.groups
    for group in groups[scene.group_at(end) :]:
        if group.kind in ("relative", "subordinator"):
            return None
        if group.kind == "verb" and group.finite and not says(group):
            start = scene.span(group).start
            return start if start >= end else None
    return None


def before_sequel(scene: Scene, places: list[Place], end: int) -> list[Place]:
    """ "Stayed in Sake, killing two, before moving onto Goma": without where they went next, if any
    other place is told."""
    groups = scene.parse.groups
    behind = range(scene.group_at(end), len(groups) - 1)
    leaves = (at for at in behind if groups[at].word == "before" and groups[at + 1].form == "ing")
    sequel = next(leaves, None)
    if sequel is None:
        return places
    start = scene.span(groups[sequel]).start
    return [place for place in places if place.start < start] or places


def stands_behind(scene: Scene, place: Place, end: int) -> bool:
    """Whether a bearing stands right behind the event: "killed two men 12 km south of Goma"."""
    if place.start < end:
        return False
    between = scene.parse.groups[scene.group_at(end) : scene.group_at(place.start)]
    return all(g.kind in ("noun", "preposition") and g.word != "," for g in between)


def is_of_other_event(scene: Scene, place: Place) -> bool:
    """ "After a raid on Sake": where an event was that may only date this one."""
    before = _before_event(scene, place)
    return before is not None and scene.parse.groups[before].word in _words("dating", "words")


def is_elsewhere(scene: Scene, place: Place) -> bool:
    """ "A day after the raid on Sake", "in reaction to attacks on Sake": never where this was."""
    before, groups = _before_event(scene, place) or _before_deed(scene, place), scene.parse.groups
    if not before:
        return False
    link, what = groups[before].word, groups[before - 1].word
    lapse = link in _words("dating", "turns") and what in _words("dating", "lapses")
    return lapse or (link in ("to", "for") and what in _words("answered", "words"))


def _before_deed(scene: Scene, place: Place) -> int | None:
    """The group before "losing the town of Goma", which governs ``place``."""
    if _LAPSES.isdisjoint(scene.parse.held):
        return None
    groups, at = scene.parse.groups, scene.group_at(place.start)
    while at > 1 and groups[at - 1].word == "of":
        at -= 2
    doing = at > 1 and groups[at - 1].kind == "verb" and groups[at - 1].form == "ing"
    return at - _EVENT_BEFORE if doing else None


def _before_event(scene: Scene, place: Place) -> int | None:
    """The group before the word for an event that happened at ``place``."""
    at = governor(scene, place)
    if at is None or at < _EVENT_BEFORE:
        return None
    noun = scene.parse.groups[at - 1]
    event = noun.word in _words("incident", "nouns") or noun.word in _words("befalls", "words")
    return at - _EVENT_BEFORE if event else None


_EVENT_BEFORE: Final = 2  # groups before the preposition: "after", "a raid"
