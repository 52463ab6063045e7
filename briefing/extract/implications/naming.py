"""All mentions of possible subjects in an article: names of the lexicon, the leaders whom the
article introduces, other actors, and last the countries of its towns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.actors import canonical, state_name
from briefing.extract.implications.leaders import find_leaders, leaders_in
from briefing.extract.implications.subjects import Mention, names_in
from briefing.language.document import Document
from briefing.lexicon import load
from briefing.models import Sentence

_TOWNS = ("settlement", "admin1")


def find_mentions(document: Document) -> list[list[Mention]]:
    """The mentions of every sentence, in the order of the text."""
    listed = [list(names_in(tokens)) for tokens in document.tokens]
    leaders = find_leaders(zip(document.tokens, listed, strict=True))
    return [
        _complete(document, sentence, found, leaders)
        for sentence, found in zip(document.sentences, listed, strict=True)
    ]


def _complete(
    document: Document, sentence: Sentence, found: Sequence[Mention], leaders: Mapping[str, str]
) -> list[Mention]:
    """The listed names of a sentence with the further ones, none over another."""
    kept = list(found)
    for mention in _further(document, sentence, leaders):
        if not any(m.start < mention.end and mention.start < m.end for m in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def _further(
    document: Document, sentence: Sentence, leaders: Mapping[str, str]
) -> Iterator[Mention]:
    yield from leaders_in(document.tokens[sentence.index], leaders)
    for actor in document.actors_in(sentence):
        if canonical(actor.name):  # "rebels" could be anybody's
            yield Mention(actor.start, actor.end, actor.name)
    for place in document.places_in(sentence):
        # What "shopkeepers in Idlib" fear is feared in Syria; but a town of a dependency, such as
        # Bermuda, has no state of its own to speak of.
        if place.country in load("countries") and place.kind in _TOWNS:
            yield Mention(place.start, place.end, state_name(place.country or ""), "town")
