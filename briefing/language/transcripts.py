"""Transcripts: brackets that an editor put around words, and the sounds of who searches for one.

"They killed 12 [people] – uh – in Goma" reads as "They killed 12 people in Goma".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.language.numerals import number_of
from briefing.language.tokens import Token
from briefing.lexicon import word_set

_words = partial(word_set, "grammar", "transcripts")

_SOUNDS: Final = _words("sounds")
_REMARKS: Final = _words("remarks")
_BEFORE: Final = _words("before")  # … words that an editor completes
_OPENS: Final = _words("opens")  # … and with which he adds where or when
_LONGEST: Final = 8  # tokens of what stands in brackets
_MARKS: Final = frozenset((",", "–", "—", "-", "--", "…", "..."))
_CLOSING: Final = {"[": "]", "(": ")"}
_SIGNS: Final = re.compile(
    rf"\[|\((?:{'|'.join(sorted(_REMARKS))})\)|\b(?:{'|'.join(sorted(_SOUNDS))})\b", re.IGNORECASE
)


def needs_reading(text: str) -> bool:
    """Whether a text has anything of a transcript; most have not."""
    return _SIGNS.search(text) is not None


def without_insertions(tokens: list[Token]) -> list[Token]:
    """The words of a sentence without sounds, remarks and an editor's brackets; one that is nothing
    else ("[applause]") as it stands, so that no sentence is without a word."""
    dropped = {at for start in range(len(tokens)) for at in _dropped_from(tokens, start)}
    kept = [token for at, token in enumerate(tokens) if at not in dropped]
    return kept or tokens


def _dropped_from(tokens: Sequence[Token], start: int) -> Sequence[int]:
    token = tokens[start]
    if token.text in _CLOSING:
        return _of_bracket(tokens, start)
    if token.lower not in _SOUNDS:
        return ()
    behind = start + 1 < len(tokens) and tokens[start + 1].text in _MARKS
    if not token.text.islower() and not (behind and start <= 1):
        return ()  # "Um Rawaba", "the ER"
    before = behind and start > 0 and tokens[start - 1].text == tokens[start + 1].text
    return range(start - before, start + 1 + behind)


def _of_bracket(tokens: Sequence[Token], start: int) -> Sequence[int]:
    """The tokens to drop of the bracket at ``start``: all of a remark, the marks of added words."""
    closing = _CLOSING[tokens[start].text]
    within = range(start + 1, min(len(tokens), start + 1 + _LONGEST))
    end = next((at for at in within if tokens[at].text == closing), None)
    if end is None or end == start + 1:
        return ()
    first = tokens[start + 1]
    if end == start + 2 and first.lower in _REMARKS:
        return range(start, end + 1)
    if closing != "]" or not first.text.islower():
        return ()
    completes = start > 0 and _is_completed(tokens[start - 1].lower)
    return (start, end) if completes or first.lower in _OPENS else ()


def _is_completed(word: str) -> bool:
    return word in _BEFORE or word[0].isdigit() or number_of(word) is not None
