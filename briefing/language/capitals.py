"""Capitals that tell nothing: of a headline in title case, of a text set in capitals throughout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from briefing.language.dateparts import is_month, is_weekday
from briefing.language.inflection import base_forms, verb_forms
from briefing.language.tokens import Token
from briefing.language.wordclasses import word_classes
from briefing.lexicon import word_set

_LONG: Final = 4  # letters: "in" and "the" are small in most headlines
_TITLE: Final = 5  # words of a title too short to tell by its long ones
_FEWEST: Final = 3  # long words from which a sentence tells how it is set
_SHARE: Final = 0.9  # of its long words


def plain_capitals(tokens: list[Token]) -> list[Token]:
    """The tokens of one sentence, without the capitals of words that are no names.

    Only where the sentence gives nearly every word a capital; then a word that is no known verb or
    function word may be a name and keeps it. Offsets and ``lower`` stay.
    """
    if sum([token.capitalised for token in tokens]) < _SHARE * _FEWEST:
        return tokens
    if len(tokens) <= _TITLE and all(map(_has_capital, tokens)):
        return _short_title(tokens)
    long = [token for token in tokens if len(token.text) >= _LONG and token.text.isalpha()]
    if len(long) < _FEWEST or sum([token.capitalised for token in long]) < _SHARE * len(long):
        return tokens
    shouted = sum(token.text.isupper() for token in long) >= _SHARE * len(long)
    return [_plain(token, shouted) for token in tokens]


def _has_capital(token: Token) -> bool:
    """Whether a word has a capital or is one that has none in any headline."""
    return token.capitalised or token.lower in word_classes()


def _short_title(tokens: list[Token]) -> list[Token]:
    """ "RSF Seizes Bara", "M23 Capture Sake": of so few words only the verb can be told."""
    verbs = verb_forms()
    deeds = word_set("grammar", "headlines", "deeds")
    for at in range(1, len(tokens) - 1):
        word = tokens[at].lower
        if word in deeds or (word in verbs and verbs[word].form in ("s", "base")):
            return [*tokens[:at], _plain(tokens[at], shouted=False), *tokens[at + 1 :]]
    return tokens


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
