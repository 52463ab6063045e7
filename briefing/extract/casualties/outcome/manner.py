"""How people were taken: arrested, captured in the field or abducted."""

from __future__ import annotations

from functools import cache
from typing import Final

from briefing.extract.scene import Scene
from briefing.extract.triggers import nouns_of
from briefing.language.inflection import inflect
from briefing.lexicon import entries

_NEAR: Final = 3  # groups after a verb in which "hostage" or "prisoner" stands


def manner_of(scene: Scene, trigger: int) -> str | None:
    """The manner that the words of the trigger name: "took … hostage" is an abduction."""
    known, groups = _manners(), scene.parse.groups
    last = trigger + 1 + (groups[trigger].kind == "verb") * _NEAR
    words = [word for group in groups[trigger:last] for word in scene.parse.words(group)]
    captives = nouns_of("captivity")
    words.sort(key=lambda word: word not in captives)  # "seized two guards as hostages"
    return next((known[word] for word in words if word in known), None)


@cache
def _manners() -> dict[str, str]:
    """The brief's name of a manner by word, in every form."""
    return {
        form: name
        for name, words in entries("casualties", "manners").items()
        for word in words.split()
        for form, _ in inflect(word)
    }
