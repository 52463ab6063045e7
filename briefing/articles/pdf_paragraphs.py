"""Printed lines → paragraphs: by gaps and sizes, and words that a line's end parted made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from briefing.articles.pdf_lines import Line
from briefing.articles.prose import ends_sentence, is_list_item
from briefing.lexicon import load, word_set

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010]$")
_SOFT_HYPHEN = "\u00ad"


def join_lines(lines: list[Line]) -> list[str]:
    """Return the paragraphs that the lines make."""
    paragraphs: list[list[str]] = []
    layout = _Layout(lines)
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if before is None or layout.parts(before, line):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
    spelled = Counter(word.lower() for line in lines for word in _WORDS.findall(line.text))
    return [_join(texts, spelled) for texts in paragraphs]


class _Layout:
    """What is usual in a document: how far apart lines of a size stand, how long they are."""

    def __init__(self, lines: list[Line]) -> None:
        steps: dict[float, list[float]] = {}
        lengths: dict[float, list[int]] = {}
        for above, line in pairwise(lines):
            if above.size == line.size and above.page == line.page and above.y > line.y:
                steps.setdefault(line.size, []).append(above.y - line.y)
        for line in lines:
            lengths.setdefault(line.size, []).append(len(line.text))
        self._steps = {size: median(found) for size, found in steps.items()}
        self._lengths = {size: median(found) for size, found in lengths.items()}

    def parts(self, above: Line, line: Line) -> bool:
        """Whether a paragraph ends between two lines."""
        rules = load("pdf")
        if abs(above.size - line.size) > rules["same_size"] * above.size:
            return True
        if is_list_item(line.text):
            return True
        if above.page != line.page or above.y < line.y:  # the next page or column
            return ends_sentence(above.text) or self._had_room(above, line)
        step = self._steps.get(line.size, 0.0)
        if above.y - line.y > rules["wider_gap"] * step:
            return True
        indented = line.x - above.x > line.size / 2
        return (indented and ends_sentence(above.text)) or self._had_room(above, line)

    def _had_room(self, above: Line, line: Line) -> bool:
        """Whether the next line's first word would still have fitted on the line above."""
        if line.text[0].islower() and not ends_sentence(above.text):
            return False
        full: float = load("pdf")["room_left"] * self._lengths[above.size]
        return len(above.text) + 1 + len(line.text.split(" ", 1)[0]) < full


def _join(texts: Iterable[str], spelled: Counter[str]) -> str:
    whole = ""
    for text in texts:
        whole = _fit(whole, text, spelled)
    return whole


def _fit(whole: str, text: str, spelled: Counter[str]) -> str:
    """A line at the end of those before it: with a space, or as the rest of their last word."""
    if whole.endswith(_SOFT_HYPHEN):
        return whole[:-1] + text
    parted = _PARTED.search(whole)
    if parted and text[0].isalpha():
        return (whole if _keeps_hyphen(parted[1], text, spelled) else whole[:-1]) + text
    return f"{whole} {text}" if whole else text


def _keeps_hyphen(first: str, following: str, spelled: Counter[str]) -> bool:
    """Whether the hyphen at a line's end belongs to the word: ``Russian-backed``, ``atta-cked``."""
    second = _WORDS.match(following)
    rest = second[0] if second else following
    if rest[:1].isupper() or first.isupper():
        return True
    first, rest = first.lower(), rest.lower()
    with_hyphen, without = spelled[f"{first}-{rest}"], spelled[f"{first}{rest}"]
    if with_hyphen != without:
        return with_hyphen > without
    head = rest.split("-", 1)[0]
    return first in word_set("pdf", "hyphen_behind") or head in word_set("pdf", "hyphen_before")
