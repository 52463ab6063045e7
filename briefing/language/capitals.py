"""Capitals that tell nothing: of a headline in title case, of a text set in capitals throughout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.language.dateparts import is_month, is_weekday
from briefing.language.inflection import base_forms, verb_forms
from briefing.language.tokens import Token
from briefing.language.wordclasses import word_classes

_LONG: Final = 4  # letters: "in" and "the" are small in most headlines
_FEWEST: Final = 3  # long words from which a sentence tells how it is set
_SHARE: Final = 0.9  # of its long words


def plain_capitals(tokens: list[Token]) -> list[Token]:
    """The tokens of one sentence, without the capitals of words that are no names.

    Only where the sentence gives nearly every word a capital; then a word that is no known verb or
    function word may be a name and keeps it. Offsets and ``lower`` stay.
    """
    if sum([token.capitalised for token in tokens]) < _SHARE * _FEWEST:
        return tokens
    long = [token for token in tokens if len(token.text) >= _LONG and token.text.isalpha()]
    if len(long) < _FEWEST or sum([token.capitalised for token in long]) < _SHARE * len(long):
        return tokens
    shouted = sum(token.text.isupper() for token in long) >= _SHARE * len(long)
    return [_plain(token, shouted) for token in tokens]


def recased(text: str, sentences: Iterable[Sequence[Token]]) -> str:
    """``text`` with each token as it is written in ``sentences``; offsets stay."""
    pieces, end = [], 0
    for token in (token for tokens in sentences for token in tokens):
        if text[token.start : token.end] != token.text:
            pieces += [text[end : token.start], token.text]
            end = token.end
    return "".join((*pieces, text[end:]))


def _plain(token: Token, shouted: bool) -> Token:
    text = token.text
    if not text[0].isupper() or (text.isupper() and not shouted) or len(text.lower()) != len(text):
        return token  # an acronym stays one among other words
    lower = token.lower
    known = lower in verb_forms() or lower in base_forms() or lower in word_classes()
    small = known and not (is_month(lower) or is_weekday(lower))
    plain = text.lower() if small else text.capitalize()
    return Token(token.start, plain, lower, plain[0].isupper())
