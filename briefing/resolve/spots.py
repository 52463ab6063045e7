"""A count at one spot beside one of its whole town: nine in a school, 31 in the town that day.

At one place a toll may rise to several times what was told first. That of a town holds what died
at a spot in it, and is no later count of that.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.language.inflection import plurals_of
from briefing.ledger import Row
from briefing.lexicon import load, word_set


def head_of_spot(words: str) -> str:
    """ "market" of "crowded markets"."""
    head = words.rsplit(maxsplit=1)[-1].lower()
    return next((noun for noun in _nouns() if head in (noun, *plurals_of(noun))), head)


def is_all_over(claim: Row) -> bool:
    """ "Shelling killed 31 people across Duko"."""
    return _across().search(claim["sentence"]) is not None


def is_of_no_attack(toll: Row) -> bool:
    """Whether nothing ties a count to one attack: "at least 31 people were killed in Duko"."""
    return not toll.get("one_attack") and not toll["means"]


@cache
def _nouns() -> frozenset[str]:
    return word_set("circumstances", "spot", "nouns")


@cache
def _across() -> re.Pattern[str]:
    rule = load("events")["spots"]
    return re.compile(
        rf"\b(?:{'|'.join(rule['across'])}) (?:the (?:{'|'.join(rule['towns'])})|[A-Z])"
    )
