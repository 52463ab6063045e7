"""The casualty lexicon as look-up tables."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from briefing.language.inflection import plural_of
from briefing.lexicon import entries, load, word_set
from briefing.models import Outcome


class Trigger(NamedTuple):
    """A word that says what happened to people."""

    rule: str
    outcome: Outcome
    takes: str = ""  # "object" or "subject" of a verb
    accepts: str = ""  # "people", "fighters": only with a noun for them; "person": any noun is one
    needs: frozenset[str] = frozenset()  # a word that must follow; beside a noun, a verb
    counted: bool = False  # a noun that needs a count of its own
    owner: bool = False  # a noun that befell whom a possessive names: "the judge's death"
    doer: bool = False  # a noun for who did it: "the killer of two men"


@cache
def verbs() -> dict[str, Trigger]:
    """Triggers by the verb's lemma."""
    return _table("verbs")


@cache
def predicates() -> dict[str, Trigger]:
    """Triggers by the adjective that stands after its noun."""
    return _table("predicates")


@cache
def nouns() -> dict[str, Trigger]:
    """Triggers by noun, singular and plural."""
    table = _table("nouns")
    return table | {plural_of(word): trigger for word, trigger in table.items()}


@cache
def adjectives() -> dict[str, Outcome]:
    """Outcome by adjective inside a noun group."""
    return entries("casualties", "adjectives")


@cache
def words_of(section: str, key: str) -> frozenset[str]:
    """The words of ``[section] key``."""
    return word_set("casualties", section, key)


@cache
def nouns_of(section: str, key: str = "nouns") -> frozenset[str]:
    """The nouns of ``[section] key``, singular and plural."""
    return frozenset(form for word in words_of(section, key) for form in (word, plural_of(word)))


@cache
def means() -> dict[str, str]:
    """The brief's name of a weapon or manner, by word."""
    weapons = entries("casualties", "weapons").items()
    return {word: name for name, words in weapons for word in words.split()}


def _table(name: str) -> dict[str, Trigger]:
    table: dict[str, Trigger] = {}
    for entry in load("casualties")[name]:
        trigger = _trigger(entry)
        table.update(dict.fromkeys(entry["words"].split(), trigger))
    return table


def _trigger(entry: dict[str, Any]) -> Trigger:
    return Trigger(
        entry["rule"],
        entry["outcome"],
        entry.get("takes", ""),
        entry.get("accepts", ""),
        frozenset(entry.get("needs", "").split()),
        entry.get("counted", False),
        entry.get("owner", False),
        entry.get("doer", False),
    )
