"""Where in a text a pattern is worth trying: near a word that it needs, which is soon found."""

from __future__ import annotations

from collections.abc import Iterator


def find_all(text: str, word: str) -> Iterator[int]:
    """Where ``word`` stands in ``text``, in order."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
