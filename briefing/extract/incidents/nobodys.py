"""What strikes a town and is nobody's attack: "hit by floods", "an earthquake struck Goma", and
what a camera shoots."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from briefing.extract.scene import Scene
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import word_set

_words = partial(word_set, "incidents", "nobody")

_WHOLE: Final = 3  # "of" phrases read behind "a wave"


def is_nobodys(scene: Scene, at: int) -> bool:
    """Whether the verb at ``at`` tells what a flood, a disease or threats did."""
    if _all_words().isdisjoint(scene.parse.held):
        return False
    if _is_mark(scene, at) or _is_picture(scene, at):
        return True
    if [group.word for group in scene.parse.groups[at + 1 : at + 2]] == ["by"]:
        return _meant(scene, at + 2) in _words("words") | _words("by")
    done = [_meant(scene, i) for i in subject(scene.parse, at).wholes]
    strikes = _words("words")
    if scene.parse.groups[at].verb in _words("hits"):
        strikes |= _words("by")  # "sanctions hit Goma", but "a war killed"
    return bool(done) and strikes.issuperset(done)


def _is_mark(scene: Scene, at: int) -> bool:
    """ "Gold hit a two-year high", "the sides struck a deal"."""
    if _words("marks").isdisjoint(scene.parse.held):
        return False
    hit = object_(scene.parse, at).wholes
    return bool(hit) and all(scene.parse.groups[i].word in _words("marks") for i in hit)


def _is_picture(scene: Scene, at: int) -> bool:
    """ "The film was shot in Goma", "shot pictures of", "a video shot by a resident"."""
    groups, shots = scene.parse.groups, _words("shots")
    if groups[at].verb != "shoot" or shots.isdisjoint(scene.parse.held):
        return False
    hit = subject(scene.parse, at).wholes if groups[at].passive else object_(scene.parse, at).wholes
    return any(groups[i].word in shots for i in hit or [max(0, at - 1)])


@cache
def _all_words() -> frozenset[str]:
    return _words("words") | _words("by") | _words("marks") | _words("shots")


def _meant(scene: Scene, noun: int) -> str:
    """The word that says what "a wave of bomb threats" is; nothing behind the sentence's end."""
    groups = scene.parse.groups
    for _ in range(_WHOLE):
        goes_on = noun + 2 < len(groups) and groups[noun + 1].word == "of"
        noun += 2 * goes_on
    if noun >= len(groups):
        return ""
    first, last = (scene.parse.tokens[i] for i in (groups[noun].first, groups[noun].head))
    return first.lower if last.capitalised else groups[noun].word  # "Cyclone Mocha"
