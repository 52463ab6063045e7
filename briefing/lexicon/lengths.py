"""How long the phrases of a table are: few stretches of a text are cut out and looked up."""

from __future__ import annotations

from collections.abc import Iterable


def lengths_by_word(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that begin with each word, the most first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in found.items()}
