"""Which language a text is in, by its commonest words and its letters; which parts are not English.

The words are in ``lexicon/stopwords.toml``, the letters in ``lexicon/scripts.toml``. Extraction
reads English only: what is in another language is told, never guessed at.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final, NamedTuple

from briefing.lexicon import load, word_set

ENGLISH: Final = "en"
UNKNOWN: Final = "und"  # ISO 639's code for a language that is not determined
# A run of letters; scripts without spaces between words are counted sign by sign.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W\d_\u3040-\u30ff\u4e00-\u9fff]+")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_ENOUGH_WORDS: Final = 4000
_LEAST_SHARE: Final = 0.08  # of all words; running text in any of the languages has 0.2 or more
_LEAST_DIFFERENT: Final = 2  # one word alone may belong to many languages …
_SHORT: Final = 12  # … and two of a headline, too: "Six die in raid" is not German
_AMONG_NAMES: Final = (
    0.12  # share of English in a list of names: "Ana de los Ríos and Luis del Valle were …"
)
_MARGIN: Final = 1.5  # by how much another language must be likelier than English
_MANY_WORDS: Final = 40  # among so many the commonest words of English cannot be missing
_HARDLY_ENGLISH, _PLAINLY_ENGLISH = 0.03, 0.2


class Foreign(NamedTuple):
    """A paragraph at ``start`` to ``end`` that is not in English."""

    start: int
    end: int
    language: str


def detect_language(text: str) -> str | None:
    """The ISO 639 code of the language, or None where the words do not tell.

    A long text that is in none of the languages known is ``UNKNOWN``.
    """
    words = _WORD.findall(text.lower())[:_ENOUGH_WORDS]
    if _BY_WORD.keys().isdisjoint(words):
        return _by_letters(text) or (UNKNOWN if len(words) >= _MANY_WORDS else None)
    seen, different = _counted(words)
    english = seen.pop(ENGLISH)
    if different[ENGLISH] > _LEAST_DIFFERENT and english >= _AMONG_NAMES * len(words):
        return ENGLISH
    codes = (code for code in load("stopwords") if code in seen)  # of two alike the first
    other = max(codes, key=lambda code: (seen[code], different[code]), default="")
    least = _LEAST_DIFFERENT + (len(words) < _SHORT)
    likelier = seen[other] > max(_LEAST_SHARE * len(words), _MARGIN * english)
    if different[other] >= least and likelier:
        return other
    likelier = english >= max(_LEAST_SHARE * len(words), seen[other])
    if different[ENGLISH] >= _LEAST_DIFFERENT and likelier:
        return ENGLISH
    hardly = len(words) >= _MANY_WORDS and english < _HARDLY_ENGLISH * len(words)
    return _by_letters(text) or (UNKNOWN if hardly else None)


def _counted(words: list[str]) -> tuple[dict[str, int], dict[str, int]]:
    """By language, how many of the words are among its commonest, and how many different ones."""
    times: dict[str, int] = {}
    for word in words:
        times[word] = times.get(word, 0) + 1
    seen, different = {ENGLISH: 0, "": 0}, {ENGLISH: 0, "": 0}
    for word, count in times.items():
        for code in _languages_of(word):
            seen[code] = seen.get(code, 0) + count
            different[code] = different.get(code, 0) + 1
    return seen, different


def name_language(code: str) -> str:
    """The language as a sentence names it: ``French``, ``a language that was not recognized``."""
    entry = load("stopwords").get(code) or load("scripts").get(code)
    if entry:
        return str(entry["name"])
    return "a language that was not recognized" if code == UNKNOWN else f"the language “{code}”"


def find_foreign(text: str, usual: str = ENGLISH) -> tuple[Foreign, ...]:
    """The paragraphs that are not in English; one that does not tell is in the ``usual`` one."""
    found = []
    for paragraph in _PARAGRAPH.finditer(text):
        language = _of_paragraph(paragraph.group()) or usual
        if language != ENGLISH:
            found.append(Foreign(paragraph.start(), paragraph.end(), language))
    return tuple(found)


def blank(text: str, foreign: tuple[Foreign, ...]) -> str:
    """``text`` with spaces in place of its foreign paragraphs: every offset stays."""
    pieces, end = [], 0
    for one in foreign:
        pieces += [text[end : one.start], " " * (one.end - one.start)]
        end = one.end
    return "".join((*pieces, text[end:]))


def _of_paragraph(text: str) -> str | None:
    words = text.lower().split()
    english = [word for word in words if word in _ENGLISH]
    plainly = len(english) >= _PLAINLY_ENGLISH * len(words)
    if plainly and (len(words) >= _SHORT or len({*english}) > _LEAST_DIFFERENT):
        return ENGLISH  # most of what is read: not worth the longer look
    return detect_language(text)


def _by_letters(text: str) -> str | None:
    """The language of a writing system of its own, where most letters are of it."""
    if text.isascii():
        return None
    letters = [letter for letter in text[: 8 * _ENOUGH_WORDS] if letter.isalpha()]
    pattern, codes = _scripts()
    counts = Counter(match.lastgroup for match in pattern.finditer("".join(letters)))
    code, most = max(counts.items(), key=lambda item: item[1], default=(None, 0))
    return code if code in codes and 2 * most > len(letters) else None


@cache
def _scripts() -> tuple[re.Pattern[str], frozenset[str]]:
    scripts = load("scripts")
    ranges = (f"(?P<{code}>[{''.join(one['letters'])}])" for code, one in scripts.items())
    return re.compile("|".join(ranges)), frozenset(scripts)


def _english() -> frozenset[str]:
    return word_set("stopwords", ENGLISH, "words")


_ENGLISH: Final = _english()


def _languages_of(word: str) -> tuple[str, ...]:
    return _BY_WORD.get(word, ())


def _by_word() -> dict[str, tuple[str, ...]]:
    """The languages of which a word is one of the commonest."""
    table: dict[str, list[str]] = {}
    for code, entry in load("stopwords").items():
        for word in entry["words"]:
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


_BY_WORD: Final = _by_word()
