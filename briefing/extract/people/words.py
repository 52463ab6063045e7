"""Words for people: what they say of number and of status."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from briefing.language.inflection import plural_of
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import MOST
from briefing.models import VictimGroup

_SHORTEST_ROLE: Final = 5  # letters: "a list" is nobody


def status(noun: Iterable[str]) -> VictimGroup:
    """Civilians or combatants by the head noun, else by the words before it."""
    words = list(noun)
    if not words:
        return "unknown"
    group = people_words().get(words[-1], "unknown")
    before = set(words[:-1])
    modifiers = load("victims")["modifiers"]
    own = words[-1] not in word_set("victims", "kin", "words")  # but "an army colonel's wife"
    if group == "civilians" and own and before & {"military", "army"}:
        return "combatants"
    if group != "unknown":
        return group
    for kind in ("combatants", "civilians"):
        if before & set(modifiers[kind].split()):
            return "combatants" if kind == "combatants" else "civilians"
    return "unknown" if words[-1] in people_words() else _status_by_title(words[:-1])


def _status_by_title(before: list[str]) -> VictimGroup:
    """What the words before a name say: "Mayor Ana Vega", "Sgt. Omar Ali", not "the ex-mayor"."""
    if not word_set("victims", "titles", "former").isdisjoint(before):
        return "unknown"
    return next((kind for word in reversed(before) if (kind := _titles().get(word))), "unknown")


@cache
def _titles() -> dict[str, VictimGroup]:
    """What each word that can stand before a name says of the person's status."""
    kinds: tuple[VictimGroup, ...] = ("combatants", "civilians")
    titles = {w: kind for kind in kinds for w in word_set("victims", "titles", kind)}
    known = {word: kind for word, kind in people_words().items() if not is_plural(word)}
    return titles | known


@cache
def people_words() -> dict[str, VictimGroup]:
    """Every singular and plural for people, with what it says of their status."""
    lexicon = load("victims")
    table: dict[str, VictimGroup] = {}
    groups: tuple[VictimGroup, ...] = ("civilians", "combatants", "unknown")
    for group in groups:
        for word in lexicon["groups"][group]["words"].split():
            for form in (word, *plurals(word)):
                table.setdefault(form, group)
    return table


@cache
def singulars() -> dict[str, str]:
    """The singular of every plural for people."""
    lexicon = load("victims")["groups"]
    words: list[str] = [word for group in lexicon.values() for word in group["words"].split()]
    return {form: word for word in reversed(words) for form in plurals(word) if form != word}


def singular(word: str) -> str:
    """The singular of a word for people; any other word as it is."""
    return singulars().get(word, word)


def are_attackers(words: str | None) -> bool:
    """Whether people are spoken of as those who attacked: "three of the raiders"."""
    last = words.lower().split()[-1] if words else ""
    return singular(last) in word_set("circumstances", "attack", "doers")


@cache
def attackers() -> frozenset[str]:
    """The words for those who attacked, singular and plural."""
    words = word_set("circumstances", "attack", "doers")
    return words | {plural_of(word) for word in words}


def is_general(word: str) -> bool:
    """Whether a noun may stand for anybody: "people", "a woman", "Spaniards"."""
    return singular(word) in word_set("totals", "general", "words") or word in citizens()


@lru_cache(maxsize=MOST)
def is_plural(word: str) -> bool:
    """Whether a noun stands for several: by its ending, or by the lexicon ("police")."""
    irregular = load("victims")["plurals"]
    if word.endswith(("men", "women")) or any(word in f.split() for f in irregular.values()):
        return True
    if word in word_set("victims", "uncountable", "words"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def is_word_for_people(head: str) -> bool:
    """Whether a noun is known for people, or looks so: "ferrymen", "a 9-year-old"."""
    return head in people_words() or head.endswith(_endings("people")) or "year-old" in head


def sounds_like_role(word: str) -> bool:
    """Whether an unknown noun may name what somebody does: "welder", "botanist"."""
    return len(word) >= _SHORTEST_ROLE and word.endswith(_endings("roles"))


@cache
def citizens() -> frozenset[str]:
    """Words for the people of every country, in small letters: "spaniards"."""
    names = [
        name
        for c in load("countries").values()
        for name in (*c.get("people", ()), *c.get("demonyms", ()))
    ]
    return frozenset(name.lower() for name in names)


@cache
def collectives() -> dict[str, int | None]:
    """Singulars for several people and how many they are: "a family", "a couple" of two."""
    entry = load("victims")["collectives"]
    sizes = {2: entry["two"], 3: entry["three"]}
    sized = {word: size for size, words in sizes.items() for word in words.split()}
    return {**dict.fromkeys(entry["words"].split()), **sized}


@cache
def not_people() -> frozenset[str]:
    """What is counted, hit or taken and is nobody, singular and plural."""
    words = word_set("victims", "not_people", "words")
    return frozenset(form for word in words for form in (word, plural_of(word)))


def is_thing(word: str) -> bool:
    """Whether a word is known for something else than people, or looks like one."""
    return word in not_people() or (
        word.endswith(_endings("things")) and word not in people_words()
    )


@cache
def _endings(of: str) -> tuple[str, ...]:
    return tuple(sorted(word_set("victims", of, "endings")))


def plurals(word: str) -> list[str]:
    """The plurals of a word for people: "nuns", "policemen", "people" and "persons"."""
    irregular = load("victims")["plurals"].get(word)
    return irregular.split() if irregular else [plural_of(word)]
