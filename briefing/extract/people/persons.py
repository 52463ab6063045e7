"""One person, by name or by role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.people.names import own_part
from briefing.extract.people.words import PEOPLE
from briefing.language.document import ActorMention, Document
from briefing.language.groups import Group, Parsed
from briefing.language.inflection import is_plural
from briefing.language.tokens import Token
from briefing.language.wordclasses import ARTICLES
from briefing.lexicon import word_set
from briefing.lexicon.titles import WRITTEN
from briefing.models import Span

_SHORTEST_NAME: Final = 2  # words
_LONGEST_NAME: Final = 4  # words
_TITLES: Final = word_set("victims", "titles", "words") | WRITTEN
_OF_TOWNS: Final = word_set("places", "persons", "shared")
_FIRST_NAMES: Final = word_set("places", "persons", "given") - _OF_TOWNS


def is_person_by_name(document: Document, parse: Parsed, group: Group) -> bool:
    """A title and a name, several capitalised words of no place or actor, a name given before."""
    tokens = parse.tokens[group.first : group.last]
    if not _names(tokens[-1]):
        return False
    if is_introduced(parse, group):
        return True
    capitalised = [t for t in tokens if _names(t) and t.lower not in ARTICLES]
    if len(capitalised) == 1 and tokens[-1].text in document.surnames:
        return True
    if len(capitalised) < _SHORTEST_NAME or group.definite:
        return False
    places = document.places_in(Span(tokens[0].start, tokens[-1].end))
    if any(p.start <= capitalised[0].start and p.end >= tokens[-1].end for p in places):
        return False  # a town may be part of a person's name, but not all of it
    actors = document.actors_in(Span(tokens[0].start, tokens[-1].end))
    return all(_is_first_name(actor, tokens) for actor in actors)


def _names(token: Token) -> bool:
    """Whether a word has a capital, behind its article, too: "al-Ali"."""
    return token.capitalised or ("-" in token.text and own_part(token.text)[0].isupper())


def _is_first_name(actor: ActorMention, tokens: Sequence[Token]) -> bool:
    """ "Jordan", "Chad": a country's name that somebody bears before another."""
    alone = actor.start == tokens[0].start and actor.end == tokens[0].end
    return alone and actor.country is not None and not actor.combatant


def is_introduced(parse: Parsed, group: Group) -> bool:
    """Whether a title, a role or a first name stands before the name with which a group ends."""
    tokens = parse.tokens[group.first : group.last]
    if not _names(tokens[-1]):
        return False
    if any(t.lower in _TITLES or _is_person(t.lower) for t in tokens[:-1]):
        return True
    names = [t for t in tokens if _names(t)]
    return len(names) >= _SHORTEST_NAME and names[0].lower in _FIRST_NAMES


def _is_known(document: Document, span: Span) -> bool:
    return bool(document.places_in(span) or document.actors_in(span))


def find_surnames(document: Document) -> frozenset[str]:
    """The words that go on a person's name somewhere: later they stand for that person alone."""
    names: list[str] = []
    for parse in document.parsed:
        tokens = parse.tokens
        for group in parse.groups:
            several = group.kind == "noun" and group.last - group.first > 1
            if several and tokens[group.last - 1].capitalised:
                names += _surnames(document, parse, group)
    return frozenset(names)


def _surnames(document: Document, parse: Parsed, group: Group) -> list[str]:
    """ "Omar", "Ali" of "Gen. Omar Ali"; "Ali" of "Omar Ali", which must be the whole group."""
    tokens = parse.tokens[group.first : group.last]
    if _is_known(document, Span(tokens[0].start, tokens[-1].end)):
        return []
    first = 1 + max((i for i, t in enumerate(tokens) if _introduces(t.lower)), default=-1)
    names = tokens[first or 1 :]
    whole = first > 0 or len(tokens) <= _LONGEST_NAME
    plain = all(t.capitalised and t.text.isalpha() and t.lower not in PEOPLE for t in names)
    return (
        [t.text for t in names] if plain and whole and tokens[0].capitalised | (first > 0) else []
    )


def _introduces(word: str) -> bool:
    return word in _TITLES or _is_person(word)


def _is_person(word: str) -> bool:
    return word in PEOPLE and not is_plural(word)
