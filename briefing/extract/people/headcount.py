"""How many people a noun group names: by its numeral, by its noun, or one by a name."""

from __future__ import annotations

from typing import Final, Literal

from briefing.extract.people.persons import is_person_by_name
from briefing.extract.people.words import (
    CITIZENS,
    COLLECTIVES,
    is_word_for_people,
    sounds_like_role,
)
from briefing.language.document import Document
from briefing.language.groups import Group, Parsed
from briefing.language.inflection import is_plural
from briefing.language.numerals import number_of
from briefing.language.wordclasses import ARTICLES
from briefing.lexicon import word_set
from briefing.models import Quantity, QuantityKind

Likelihood = Literal["people", "open", "not_people"]
OTHERS: Final = word_set("victims", "further", "words")
FILLERS: Final = OTHERS | word_set("victims", "further", "fillers")
ONE_MORE: Final = word_set("victims", "further", "one")  # "a third was hurt"
_SIZE_UNITS: Final = word_set("victims", "collectives", "units")
_INDEFINITE: Final = frozenset(("a", "an", "another"))


def headcount(
    document: Document, parse: Parsed, group: Group, likelihood: Likelihood, accepts: str
) -> Quantity | None:
    """The count of a noun group; None where it names nobody new or nobody at all.

    ``accepts``: "people" only words known for people, "person" any noun, for verbs that are said
    of persons alone ("assassinated"), "" those that sound like a person.
    """
    if group.quantity:
        return None if likelihood == "open" and _counts_no_noun(parse, group) else group.quantity
    head = parse.tokens[group.head].lower
    text = document.article.text
    written = text[parse.tokens[group.first].start : parse.tokens[group.last - 1].end]
    several = Quantity("vague", None, None, None, written)
    one = Quantity("exact", 1, 1, 1, written)
    indefinite = parse.tokens[group.first].lower in _INDEFINITE
    if head in FILLERS or ((indefinite or _is_the_second(parse, group)) and head in ONE_MORE):
        return one if head in ONE_MORE else several
    size = _stated_size(parse, group)
    if size:
        return Quantity("exact", size, size, size, written)
    if likelihood == "people" and not _is_adjective(parse, group):
        return _of_people(head, written, indefinite)
    marked = group.definite or indefinite or parse.tokens[group.head].capitalised
    if marked and _may_be_one(head, indefinite, accepts) and not is_plural(head):
        return one
    return one if is_person_by_name(document, parse, group) else None


def _counts_no_noun(parse: Parsed, group: Group) -> bool:
    """ "Many political, religious and trade bodies": several of what is an adjective."""
    token = parse.tokens[group.head]
    counts_it = group.head >= group.first + group.counted and not token.capitalised
    return counts_it and token.lower.endswith(_OF_ADJECTIVES)


_OF_ADJECTIVES: Final = tuple(sorted(word_set("victims", "adjectives", "endings")))


def _is_the_second(parse: Parsed, group: Group) -> bool:
    """ "Killing one and wounding the second", but not "the other"."""
    words = parse.words(group)
    return len(words) == len(("the", "second")) and words[0] == "the" and words[1] not in OTHERS


def _is_adjective(parse: Parsed, group: Group) -> bool:
    """ "Malian and French troops": a people's name without article stands before its noun."""
    word = parse.tokens[group.head].lower
    bare = group.last - group.first == 1 and group.first > 0
    return bare and word in CITIZENS and not is_plural(word)


def _of_people(head: str, written: str, indefinite: bool) -> Quantity | None:
    """How many a word for people stands for, where no count does; None for a body: "the army"."""
    one = Quantity("exact", 1, 1, 1, written)
    if head in COLLECTIVES or (is_plural(head) and not indefinite):
        size = COLLECTIVES.get(head)
        kind: QuantityKind = "exact" if size else "vague"
        return Quantity(kind, size, size, size, written)
    return one if is_word_for_people(head) or head in CITIZENS else None


def _stated_size(parse: Parsed, group: Group) -> int | None:
    """Twelve of "a 12-member crew", three of "a three-man patrol"."""
    for token in parse.tokens[group.first : group.head]:
        number, hyphen, unit = token.lower.rpartition("-")
        if hyphen and unit in _SIZE_UNITS:
            return number_of(number)
    return None


def _may_be_one(head: str, indefinite: bool, accepts: str) -> bool:
    if head in ARTICLES:
        return False  # "the", before "kidnapped"
    if accepts == "person":
        return True
    return indefinite and accepts != "people" and sounds_like_role(head)
