"""A count at one spot beside one of its whole town: nine in a school, 31 in the town that day.

At one place a toll may rise to several times what was told first. That of a town holds what died
at a spot in it, and is no later count of that.
"""

from __future__ import annotations

import re
from functools import cache

from briefing.language.inflection import plurals_of
from briefing.ledger import Row
from briefing.lexicon import load


def is_at_spot(claim: Row) -> bool:
    """ "Killed nine people at a school", but not "a doctor at the hospital said"."""
    spots = {match["spot"] for match in _at_spot().finditer(claim["sentence"].lower())}
    source = (claim["source_original"] or "").lower()
    return any(spot not in source for spot in spots)


def is_all_over(claim: Row) -> bool:
    """ "Shelling killed 31 people across Duko"."""
    return _across().search(claim["sentence"]) is not None


def is_of_no_attack(toll: Row) -> bool:
    """Whether nothing ties a count to one attack: "at least 31 people were killed in Duko"."""
    return not toll.get("one_attack") and not toll["means"]


@cache
def _at_spot() -> re.Pattern[str]:
    rule = load("events")["spots"]
    nouns = rule["nouns"].split()
    spots = "|".join(sorted((*nouns, *(p for noun in nouns for p in plurals_of(noun)))))
    before = "|".join(rule["before"].split())
    return re.compile(rf"\b(?:{before}) (?:[\w'’-]+ ){{1,4}}(?P<spot>{spots})\b")


@cache
def _across() -> re.Pattern[str]:
    rule = load("events")["spots"]
    return re.compile(
        rf"\b(?:{'|'.join(rule['across'])}) (?:the (?:{'|'.join(rule['towns'])})|[A-Z])"
    )
