"""Where in a text a pattern is worth trying: near a word that it needs, which is soon found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of the phrases as whole words: no "as of" in "areas of"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")


def find_all(text: str, word: str) -> Iterator[int]:
    """Where ``word`` stands in ``text``, in order."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)
