"""Surnames of those who lead a state, learnt from the article: after "Ghanaian president Kofi
Boateng" a later "Boateng" speaks and acts for Ghana.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from briefing.extract.implications.subjects import Mention
from briefing.language.tokens import Token
from briefing.lexicon import word_set

_words = partial(word_set, "subjects", "leaders")

_BEFORE: Final = _words("before")
_TITLES: Final = _words("titles")

_LONGEST_TITLE: Final = 4  # words: "acting deputy foreign minister"


def find_leaders(
    named: Iterable[tuple[Sequence[Token], Sequence[Mention]]],
) -> dict[str, str]:
    """States by the surnames of their leaders; ``named``: each sentence's tokens and names.

    A surname that two states share stands for neither.
    """
    found: dict[str, set[str]] = {}
    for tokens, mentions in named:
        for mention in mentions:
            at = bisect_left(tokens, mention.end, key=lambda token: token.end)
            surname = _surname(tokens, at + 1)
            if surname:
                found.setdefault(surname, set()).add(mention.name)
    return {surname: min(states) for surname, states in found.items() if len(states) == 1}


def leaders_in(tokens: Sequence[Token], leaders: Mapping[str, str]) -> Iterator[Mention]:
    """The surnames in a sentence, each as its state."""
    for token in tokens if leaders else ():
        if token.text in leaders:
            yield Mention(token.start, token.end, leaders[token.text])


def _surname(tokens: Sequence[Token], first: int) -> str | None:
    """The last name behind a title that stands right after a state or its possessive."""
    at = first + (first < len(tokens) and tokens[first].lower in ("'s", "’s"))
    words = tokens[at : at + _LONGEST_TITLE]
    before = len(list(takewhile(lambda token: token.lower in _BEFORE, words)))
    if before == len(words) or words[before].lower not in _TITLES:
        return None
    following = tokens[at + before + 1 :]
    name = list(takewhile(lambda token: token.text[0].isupper(), following))
    return name[-1].text if name else None
