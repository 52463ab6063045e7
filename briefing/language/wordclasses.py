"""Word classes: the lists that hold a word, and what it may be by them, whatever stands beside it.

One letter for each class: d determiner, p preposition, c coordinator, r relative pronoun,
s subordinator, b form of be or get, h have, m modal or do, n pronoun, x negation, a adverb, v verb,
j adjective that stands after its noun, q quantity (told by the caller), ' possessive, , mark that
separates, . other mark, w any other word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from briefing.language.inflection import base_forms, verb_forms
from briefing.language.tokens import Token
from briefing.lexicon import entries, load, word_set
from briefing.lexicon.memo import Memo
from briefing.records import record

_LETTERS: Final = {
    "determiner": "d", "preposition": "p", "coordinator": "c", "relative": "r", "subordinator": "s",
    "be": "b", "have": "h", "do": "m", "modal": "m", "pronoun": "n", "negation": "x", "adverb": "a",
}  # fmt: skip
ENDING_WORD: Final = 5  # letters from which an ending says something
ARTICLES: Final = frozenset(("the", "a", "an"))
AUXILIARIES: Final = frozenset("bhm")  # letters of the classes "be", "have", "do" and the modals
INDEFINITE: Final = ARTICLES - {"the"}
FARTHER: Final = frozenset(("further", "farther"))
ACRONYMS: Final = frozenset(("US", "IS", "WHO"))  # and not "us", "is", "who"


@cache
def word_classes() -> dict[str, str]:
    """Closed-class words and their letter; where a word has several classes the first wins."""
    table: dict[str, str] = {}
    for name, letter in _LETTERS.items():
        for word in load("grammar")["classes"][name].split():
            table.setdefault(word, letter)
    return table


@cache
def class_words(name: str) -> frozenset[str]:
    """The words of a class of the grammar ("preposition"); ``KeyError`` where it has none such."""
    return word_set("grammar", "classes", name)


@cache
def closed_class() -> dict[str, str]:
    """The letters of words and marks that are the same wherever they stand."""
    marks = dict.fromkeys((*",;:()[]—–-/", "--", "..."), ",")
    marks["&"] = "."  # joins words of a name, not groups
    return {**word_classes(), **marks, **dict.fromkeys(("'s", "’s", "'", "’"), "'")}


def joiner(tokens: Sequence[Token], position: int) -> int:
    """How many tokens from ``position`` on say "and" together: "along with", "as well as"."""
    length, letter = phrase_at(tokens, position)
    return length if letter == "c" else 0


def phrase_at(tokens: Sequence[Token], position: int) -> tuple[int, str]:
    """(tokens, letter) of the phrase at ``position`` that reads as one word; (0, "") without."""
    for words, letter in _PHRASES.get(tokens[position].lower, ()):
        following = tokens[position : position + len(words)]
        if tuple(token.lower for token in following) != words:
            continue
        if letter != "w" or (following[0].capitalised and following[-1].capitalised):
            return len(words), letter
    return 0, ""


def _whole_names() -> Iterator[str]:
    """The sources, in small letters, whose names hold a verb or a preposition."""
    for kind in load("sources")["whole"]:
        for name, others in entries("sources", "whole", kind).items():
            forms = dict.fromkeys(form.lower() for form in (name, *others))
            yield from (form for form in forms if " " in form)


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases that read as one word, by their first: coordinators "c", adverbs "a",
    negations "x", names "w"."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    listed = load("grammar")["classes"]
    names = (*listed["names"], *_whole_names())
    joiners, adverbs, negations = (listed[key] for key in ("joiners", "adverbs", "negations"))
    for known, letter in ((joiners, "c"), (adverbs, "a"), (negations, "x"), (names, "w")):
        for phrase in known:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, letter))
    return table


_PHRASES: Final = phrases()


@record(frozen=True, eq=False)
class Traits:
    """What a word may be by the lists that hold it, read once for each word."""

    predicate: bool
    closed: str  # the letter of its closed class
    directs: bool
    base: bool  # a verb's base or -s form that may be a noun as well
    verb: bool
    after_noun: bool
    adjective: bool  # a participle that is an adjective beside some words
    linking: bool
    manner: bool
    plain: bool  # by no list and by no ending other than a noun


def _read_traits(word: str) -> Traits:
    return Traits(
        word in class_words("predicate"),
        closed_class().get(word, ""),
        word in class_words("direction") or word in FARTHER or word == "likely",
        word in base_forms(),
        word in verb_forms(),
        word in class_words("after_noun"),
        word in class_words("adjective_ed"),
        word in class_words("linking_ed"),
        is_manner(word),
        is_plain(word),
    )


TRAITS: Final = Memo(_read_traits)


def is_plain(word: str) -> bool:
    """Whether a word says by no list and by no ending that it may be other than a noun."""
    lists = ("after_noun", "adjective_ed", "linking_ed")
    listed = any(word in class_words(name) for name in lists)
    known = listed or word in verb_forms() or word in base_forms()
    return not (known or word.endswith(("ly", "ed", "ing")))


def is_manner(word: str) -> bool:
    """Whether a word in small letters is an adverb by its ending: "heavily", not "family"."""
    return (
        word.endswith("ly") and len(word) >= ENDING_WORD and word not in class_words("not_adverb")
    )


def next_word(tokens: Sequence[Token], position: int) -> str:
    """The word behind ``position`` in small letters; "" at the end of the sentence."""
    return tokens[position + 1].lower if position + 1 < len(tokens) else ""
