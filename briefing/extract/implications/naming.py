"""All mentions of possible subjects in an article: names of the lexicon, the leaders whom the
article introduces, other actors, and last the countries of its towns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from briefing.actors import canonical, state_name
from briefing.extract.implications.leaders import find_leaders, leaders_in
from briefing.extract.implications.subjects import Mention, names_in, names_of
from briefing.language.document import Document
from briefing.lexicon import load
from briefing.models import Sentence
from briefing.records import replace

_TOWNS: Final = ("settlement", "admin1")
_OFTEN: Final = 2  # times that a side's troops are told of
_FEW: Final = 3  # places of an article too short to tell where it plays


def find_mentions(document: Document) -> list[list[Mention]]:
    """The mentions of every sentence, in the order of the text."""
    listed = [names_in(parse.tokens, parse.texts) for parse in document.parsed]
    leaders = find_leaders(zip(document.tokens, listed, strict=True))
    home = _countries_told_of(document, listed)
    named = [
        _complete(document, sentence, found, leaders, home)
        for sentence, found in zip(document.sentences, listed, strict=True)
    ]
    armed = Counter([mention.name for found in named for mention in found if mention.armed])
    sides = {name for name, times in armed.items() if times >= _OFTEN}
    return [_with_sides(found, sides) for found in named] if sides else named


def _with_sides(named: list[Mention], sides: Collection[str]) -> list[Mention]:
    """ "Kyiv" is a side of the fighting where the article tells of Ukrainian troops."""
    return [replace(m, side=True) if m.name in sides else m for m in named]


def _countries_told_of(document: Document, listed: Sequence[Sequence[Mention]]) -> frozenset[str]:
    """The countries that an article names, or in which several of its places lie.

    A lone name may as well be a namesake abroad: "Houla" in a report on Lebanon. Where few places
    are named at all, that says nothing.
    """
    title = names_of(document.article.title)
    named = {mention.name for mention in chain(title, *listed)}
    located = {(p.name, p.country) for p in document.places if p.country in load("countries")}
    lie = Counter(country for _, country in located if country)
    few = len(located) <= _FEW
    return frozenset(c for c, count in lie.items() if few or count > 1 or state_name(c) in named)


def _complete(
    document: Document,
    sentence: Sentence,
    found: Sequence[Mention],
    leaders: Mapping[str, str],
    home: frozenset[str],
) -> list[Mention]:
    """The listed names of a sentence with the further ones, none over another."""
    kept = list(found)
    for mention in _further(document, sentence, leaders, home):
        if not any(m.start < mention.end and mention.start < m.end for m in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _further(
    document: Document,
    sentence: Sentence,
    leaders: Mapping[str, str],
    home: frozenset[str],
) -> Iterator[Mention]:
    yield from leaders_in(document.tokens[sentence.index], leaders)
    for actor in document.actors_in(sentence):
        if canonical(actor.name):  # "rebels" could be anybody's
            yield Mention(actor.start, actor.end, actor.name, armed=actor.combatant)
    for place in document.places_in(sentence):
        # What "shopkeepers in Idlib" fear is feared in Syria; but a town of a dependency, such as
        # Bermuda, has no state of its own to speak of.
        if place.country in home and place.kind in _TOWNS:
            yield Mention(place.start, place.end, state_name(place.country or ""), "town")
