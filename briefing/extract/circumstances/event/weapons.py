"""The weapons and manners that a sentence names, and the words for them that tell of none."""

from __future__ import annotations

from functools import cache

from briefing.extract.scene import Scene, once
from briefing.extract.triggers import means as weapons
from briefing.lexicon import load


@once
def weapons_told(scene: Scene) -> list[tuple[int, str]]:
    """The tokens of a sentence that name a weapon or manner, and what they name."""
    known, words = weapons(), scene.parse.lower
    if _weapon_words().isdisjoint(words):
        return []
    pairs = (f"{word}-{after}" for word, after in zip(words, [*words[1:], ""], strict=True))
    either = ((at, known.get(two) or known.get(words[at])) for at, two in enumerate(pairs))
    return [(at, name) for at, name in either if name and not is_harmless(words, at)]


def is_harmless(words: list[str], at: int) -> bool:
    """ "A gold mine", "a hunger strike", "assault troops": a word for a weapon or an attack that
    tells of none."""
    beside = _harmless().get(words[at])
    if beside is None:
        return False
    before, behind = beside
    return (at > 0 and words[at - 1] in before) or (
        words[at + 1 : at + 2] != [] and words[at + 1] in behind
    )


@cache
def _harmless() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """By such a word, what makes it harmless right before it and right behind it."""
    table: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for entry in load("casualties")["harmless"]:
        before, behind = (frozenset(entry.get(key, "").split()) for key in ("before", "behind"))
        table |= dict.fromkeys(entry["words"].split(), (before, behind))
    return table


@cache
def _weapon_words() -> frozenset[str]:
    """The words with which a weapon or manner is named, of two with a hyphen the first as well."""
    return frozenset(weapons()).union(name.partition("-")[0] for name in weapons())
