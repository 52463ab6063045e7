"""Deaths of old age and illness, which are of no war."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from briefing.extract.triggers import means
from briefing.language.groups import Parsed
from briefing.language.quantities import number_of
from briefing.lexicon import load, word_set


def is_natural(parse: Parsed, at: int) -> bool:
    """ "Died in his sleep", "died on 1 May, aged 97": of no war."""
    if not _violent().isdisjoint(parse.held):
        return False
    words = parse.lower[parse.groups[at].last :]
    told = " ".join(words)
    if any(phrase in told for phrase in load("casualties")["natural"]["phrases"]):
        return True
    old = load("casualties")["natural"]["old"]
    aged = [number_of(after) for word, after in pairwise(words) if word in ("aged", "of")]
    stated = "aged" in words or "age" in words
    return stated and any(years is not None and years >= old for years in aged)


@cache
def _violent() -> frozenset[str]:
    attacks = word_set("circumstances", "incident", "nouns")
    return attacks.union(means(), word_set("circumstances", "attack", "verbs"))
