"""One person, by name or by role."""

from __future__ import annotations

from functools import cache

from briefing.extract.people import is_plural, people_words
from briefing.language.document import Document
from briefing.language.groups import Group, Parsed
from briefing.lexicon import load
from briefing.models import Span

_SHORTEST_ROLE = 5  # letters: "a list" is nobody


def sounds_human(word: str) -> bool:
    human = word.endswith(("er", "or", "ist", "ian", "ant", "ee", "eer", "ive"))
    return human and len(word) >= _SHORTEST_ROLE


def is_person_by_name(document: Document, parse: Parsed, group: Group) -> bool:
    """A title and a name, or two capitalised words that are no place and no actor."""
    tokens = parse.tokens[group.first : group.last]
    if not tokens[-1].capitalised:
        return False
    if any(t.lower in _titles() or _is_person(t.lower) for t in tokens[:-1]):
        return True
    capitalised = [t for t in tokens if t.capitalised and t.lower not in ("the", "a", "an")]
    span = Span(tokens[0].start, tokens[-1].end)
    known = document.places_in(span) or document.actors_in(span)
    return len(capitalised) > 1 and not group.definite and not known


def _is_person(word: str) -> bool:
    return word in people_words() and not is_plural(word)


@cache
def _titles() -> frozenset[str]:
    return frozenset(load("victims")["titles"]["words"].split())
