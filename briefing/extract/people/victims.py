"""Which noun groups speak of people, how many, and whether they are civilians or fighters."""

from __future__ import annotations

from typing import Final

from briefing.actors import canonical, side_of
from briefing.extract.people.headcount import FILLERS, ONE_MORE, Likelihood, headcount
from briefing.extract.people.persons import is_introduced
from briefing.extract.people.words import (
    CITIZENS,
    PEOPLE,
    is_thing,
    is_word_for_people,
    singular,
    status,
)
from briefing.extract.triggers import nouns, nouns_of
from briefing.language.document import ActorMention, Document
from briefing.language.groups import Group, Parsed, owner_group
from briefing.language.inflection import is_plural
from briefing.language.roles import is_share
from briefing.lexicon import load, word_set
from briefing.models import Quantity, Span, VictimGroup
from briefing.records import record

PRONOUNS: Final = word_set("victims", "pronouns", "words")  # one person, named before
_MEMBERS: Final = word_set("victims", "membership", "words")
_OF: Final = frozenset(("of",))
_RULERS: Final = word_set("victims", "rulers", "words")
_OF_RULERS: Final[str] = load("victims")["rulers"]["side"]
# Towns that stand for a state: of people from there they say no side.
_METONYMS: Final = frozenset(
    name for country in load("countries").values() for name in country.get("metonyms", ())
)
_EVENTS: Final = frozenset(word for word, told in nouns().items() if told.owner and not told.doer)
_CAPTIVITY: Final = nouns_of("captivity")


@record(frozen=True)
class Victims:
    """The people one noun group names."""

    quantity: Quantity
    words: str | None  # without count and article; None where only a count stands
    group: VictimGroup
    side: str | None
    at: int  # position of the noun group in its sentence …
    last: int | None = None  # … and of the last that shares its count: "12 women and children"


def read_victims(
    document: Document, parse: Parsed, at: int, *, accepts: str = "", owner: bool = False
) -> Victims | None:
    """The people of the noun group at ``at``; None where it names none.

    ``accepts``: "people" only words known for people, because the verb says nothing ("captured");
    "person" any noun, because the verb is said of persons alone ("assassinated").
    ``owner``: the people are those before the possessive: "the judge's death".
    """
    group = owner_group(parse, parse.groups[at]) if owner else _people_at(parse, at)
    if group is None or group.kind != "noun" or _is_event(group):
        return None
    if group.pronoun and not group.quantity:
        return _one_by_pronoun(parse, at) if accepts != "people" or group.word in _MAN else None
    noun = _noun_words(parse, group)
    actors = _actors(document, parse, group)
    likelihood = _likelihood(noun, actors)
    quantity = headcount(document, parse, group, likelihood, accepts)
    if quantity is None or likelihood == "not_people":
        return None
    topic = not noun and not group.pronoun and quantity.kind == "vague"
    if topic and is_share(parse, group):
        return None  # "many of the displaced are children": the topic and no count
    counted = (not noun and group.quantity) or (quantity.best == 1 and group.word in ONE_MORE)
    sure = likelihood == "people" or is_introduced(parse, group) or counted
    if accepts == "people" and not sure:
        return None
    words, kind = _written(document, parse, group), _group(noun, actors)
    member = kind == "unknown" and noun and singular(parse.groups[at].word) in _MEMBERS
    body = armed_body(document, parse, at, _OF) if member else None
    if body and words:
        words, kind, actors = words_with(document, parse, at, words, body), "combatants", (body,)
    side = _side(actors, kind, words)
    if side is None and kind == "combatants":
        whose = armed_body(document, parse, at, _OF)  # "two fighters of the Homs police"
        side = _side((whose,), kind, words) if whose else None
    return Victims(quantity, words, kind, side, at)


def _is_event(group: Group) -> bool:
    """ "The crime was the killing of two nuns, and many were murdered": no killing was murdered."""
    return group.word in _EVENTS and group.quantity is None


def armed_body(
    document: Document, parse: Parsed, at: int, prepositions: frozenset[str]
) -> ActorMention | None:
    """ "Two members of Hezbollah": the armed body behind one of ``prepositions``, and its noun."""
    behind = parse.groups[at + 1 : at + 3]
    kinds = [group.kind for group in behind]
    if kinds != ["preposition", "noun"] or behind[0].word not in prepositions:
        return None
    head = parse.tokens[behind[1].head]
    named = _actors(document, parse, behind[1])
    return next((a for a in named if a.combatant and a.start <= head.start < a.end), None)


def words_with(document: Document, parse: Parsed, at: int, words: str, body: ActorMention) -> str:
    """The words for people with their armed body behind them: "members of the Homs police"."""
    end = parse.tokens[parse.groups[at].last - 1].end
    return words + document.article.text[end : body.end]


def described(
    document: Document, parse: Parsed, at: int
) -> tuple[str | None, VictimGroup, str | None]:
    """Words, status and side of the people that the noun group at ``at`` names."""
    group = _people_at(parse, at)
    noun, words = _noun_words(parse, group), _written(document, parse, group)
    actors = _actors(document, parse, group)
    of = _group(noun, actors)
    return words, of, _side(actors, of, words)


def names_people(document: Document, parse: Parsed, at: int) -> bool:
    """Whether the noun group at ``at`` has a word that is known for people."""
    group = _people_at(parse, at)
    return _likelihood(_noun_words(parse, group), _actors(document, parse, group)) == "people"


_MAN: Final = frozenset(("he", "him"))  # never a ship or a town


def _one_by_pronoun(parse: Parsed, at: int) -> Victims | None:
    """ "She was murdered": one person, named before."""
    word = parse.groups[at].word
    if word not in PRONOUNS:
        return None
    return Victims(Quantity("exact", 1, 1, 1, word), None, "unknown", None, at)


def _noun_words(parse: Parsed, group: Group) -> list[str]:
    """The words of the group after its count, articles and fillers left out, head last."""
    first = group.first
    words = [
        token.lower
        for position, token in enumerate(parse.tokens[first : group.head + 1], first)
        if parse.letters[position] in "w'" and token.lower not in FILLERS
    ]
    return [] if group.pronoun else _compounded(words)


def _compounded(words: list[str]) -> list[str]:
    """ "Blue helmets" as one word where the lexicon has the two as one."""
    joined = "-".join(words[-2:])
    return [*words[:-2], joined] if joined in PEOPLE else words


def _people_at(parse: Parsed, at: int) -> Group:
    """The noun group at ``at``; of "holds foreigners hostage" its head is whom was taken."""
    group = _whole_name(parse, at)
    last = group.head
    if last == group.first or parse.tokens[last].lower not in _CAPTIVITY:
        return group
    before = parse.tokens[last - 1].lower
    counted = last - 1 > group.first or is_plural(before)
    if not (counted and is_word_for_people(before)):
        return group
    return group.part(group.last - 1, last - 1, group.word)


def _whole_name(parse: Parsed, at: int) -> Group:
    """ "Two Army of Islam fighters": the name of a body with "of", and people as its last word."""
    group, behind = parse.groups[at], parse.groups[at + 1 : at + 3]
    if [g.kind for g in behind] != ["preposition", "noun"] or behind[0].word not in ("of", "for"):
        return group
    name, people = parse.tokens[group.head], parse.tokens[behind[1].head]
    capitals = name.capitalised and parse.tokens[behind[1].first].capitalised
    if not capitals or people.capitalised or not is_word_for_people(people.lower):
        return group
    return group.part(behind[1].last, behind[1].head, people.lower)


def _actors(document: Document, parse: Parsed, group: Group) -> tuple[ActorMention, ...]:
    tokens = parse.tokens
    return document.actors_in(Span(tokens[group.first].start, tokens[group.last - 1].end))


def _likelihood(noun: list[str], actors: tuple[ActorMention, ...]) -> Likelihood:
    if not noun:
        return "open"
    head = noun[-1]
    if is_thing(head):
        fighters = head.endswith("s") and bool(actors) and _names_people(head, actors)
        return "people" if fighters else "not_people"  # "44 Tamil Tigers"
    if is_word_for_people(head):
        return "people"
    return "people" if actors and _names_people(head, actors) else "open"


def _group(noun: list[str], actors: tuple[ActorMention, ...]) -> VictimGroup:
    """Civilians or combatants, by the noun; "four VDP", "two Taliban" are of that armed body."""
    told = status(noun)
    if told != "unknown" or not noun:
        return told
    body = next((a for a in actors if a.as_written.lower().split()[-1] == noun[-1]), None)
    armed = body is not None and body.combatant and body.country is None and body.name[:1].isupper()
    return "combatants" if armed else told


def _names_people(head: str, actors: tuple[ActorMention, ...]) -> bool:
    return any(actor.as_written.lower().endswith(head) and actor.combatant for actor in actors) or (
        head in CITIZENS
    )


def _written(document: Document, parse: Parsed, group: Group) -> str | None:
    """The victims' words without count, articles, fillers and age."""
    first, last = group.first + group.counted, group.last
    if parse.lower[group.head + 1 : last][:1] == ["aged"]:
        last = group.head + 1
    while first < last and (
        group.pronoun or parse.letters[first] in "qdp." or parse.tokens[first].lower in FILLERS
    ):
        first += 1
    if first >= last:
        return None
    return document.article.text[parse.tokens[first].start : parse.tokens[last - 1].end]


def _side(actors: tuple[ActorMention, ...], group: VictimGroup, words: str | None) -> str | None:
    """Whose they are. A nationality is no side of civilians; "militants" are on no named side."""
    if group == "civilians" or not actors or actors[-1].as_written in _METONYMS:
        return None
    if actors[-1].name == words and not _RULERS.isdisjoint(words.lower().split()[:1]):
        return _OF_RULERS
    nameless = actors[-1].name.islower() and (" " not in actors[-1].name)
    bare = actors[-1].name == words and canonical(words) is None  # and not "95 Houthis"
    return None if nameless or bare else side_of(actors[-1])
