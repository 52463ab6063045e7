"""Text to sentences, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.lexicon import word_set
from briefing.lexicon.titles import SHORT
from briefing.models import Sentence

_BLOCK: Final = re.compile(r"\S[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*")  # what stands between blank lines
_LINE: Final = re.compile(r"[^\n]+")
_STOP: Final = re.compile(  # a mark first, which is soon found; a run of marks is tried once
    r"[.!?…](?:(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=\s)"
    r"|(?<=[a-z]{3}[.!?])[\"”]?(?=[A-Z][a-z]*+[\s,]))"  # or white space was lost: "in need.And"
)
_BULLET: Final = re.compile(r"\s*(?:[-–—•*·▪‣●○■►]|\d{1,2}[.)])\s+(?=\S)")  # of an item in a list
_OPENING: Final = "\"'“‘«([—–-"
_HEADING_WORDS: Final = 14
_LONGEST: Final = 2000  # characters: what runs on is cut, so that no text makes later stages slow
# Characters in a line that was broken by an editor and not by its author
_WRAP_AT: Final = (55, 100)
_WRAPPED_LINES: Final = 3
_FULL: Final = frozenset(".!?")
_FEWEST_ITEMS: Final = 2  # lines with a bullet that make a list


@cache
def _words(name: str) -> frozenset[str]:
    return word_set("sentences", name, "words")


_STARTERS: Final = _words("starters")
_TITLES: Final = _words("titles") | SHORT
_SHORTENED: Final = _words("shortened")


def split_sentences(text: str) -> list[Sentence]:
    """Sentences in order, trimmed of white space; headings are sentences of their own.

    A blank line always ends a paragraph. A single line break does so too, unless the lines look
    wrapped by an editor or the next line goes on in lower case.
    """
    sentences: list[Sentence] = []
    alone = len(text.strip())  # a text of one line is a text, not a heading
    for number, (start, end) in enumerate(_paragraphs(text)):
        spans = list(_spans(text, start, end))
        heading = len(spans) == 1 and _is_heading(text[start:end]) and alone > end - start
        sentences += [
            Sentence(a, b, text[a:b], len(sentences) + i, number, heading)
            for i, (a, b) in enumerate(spans)
        ]
    return sentences


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for block in _BLOCK.finditer(text):
        spans = [line.span() for line in _LINE.finditer(text, block.start(), block.end())]
        yield from _trimmed(
            text, [block.span()] if _is_wrapped(text, spans) else _joined(text, spans)
        )


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    low, high = _WRAP_AT
    wrapped = len(lines) >= _WRAPPED_LINES and all(low <= b - a <= high for a, b in lines[:-1])
    if not wrapped or all(text[a:b].rstrip()[-1:] in _FULL for a, b in lines):
        return False  # an editor breaks lines wherever they are full
    return sum(bool(_BULLET.match(text, a, b)) for a, b in lines) < _FEWEST_ITEMS


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Lines as paragraphs, a line that goes on in lower case joined to the one before."""
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        first = text[start:end].lstrip()[:1]
        if joined and first.islower():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _trimmed(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        piece = text[start:end]
        bullet = _BULLET.match(piece)
        left = bullet.end() if bullet else len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if right > left:
            yield start + left, start + right


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in _ended(text, start, end):
        begin = first
        while last - begin > _LONGEST:
            cut = max(text.rfind(mark, begin, begin + _LONGEST) for mark in ("; ", ", ", " "))
            cut = cut + 1 if cut > begin else begin + _LONGEST
            yield begin, cut
            begin = cut + (
                len(text[cut : cut + _LONGEST]) - len(text[cut : cut + _LONGEST].lstrip())
            )
        if begin < last:
            yield begin, last


def _ended(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans that a mark ends."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= begin and _ends(text, begin, stop, end):
            yield begin, stop.end()
            begin = stop.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the mark ends a sentence, judged by the word before and the word after."""
    after = text[stop.end() : min(end, stop.end() + 40)].split()
    following = after[0].lstrip(_OPENING) if after else ""
    if following[:1].islower():
        return False
    if stop.group()[0] != ".":
        return True
    before = text[max(begin, stop.start() - 30) : stop.start()].split()
    word = before[-1].lstrip(_OPENING) if before else ""
    if len(stop.group()) > 1 or not word:
        return True
    return not _is_shortened(word, following)


def _is_shortened(word: str, following: str) -> bool:
    """Whether the full stop after ``word`` marks an abbreviation inside a sentence."""
    bare = word.lower()
    starts = following.strip(",").lower() in _STARTERS
    if bare in _TITLES:
        return word[0].isupper() or following[:1].isdigit()
    inside = "." in bare and not bare[-1].isdigit()  # "U.S", and not a sum: "fell to $78.22."
    if inside or (bare in _SHORTENED and word[0].isupper()):
        return not starts
    return len(bare) == 1 and word.isupper() and word != "I" and not starts


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _HEADING_WORDS and line[-1] not in '.!?:;,…"”’»'
