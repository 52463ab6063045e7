"""Words for people: what they say of number and of status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.language.inflection import is_plural, plural_of, plurals_of
from briefing.lexicon import load, word_set
from briefing.models import VictimGroup

_SHORTEST_ROLE: Final = 5  # letters: "a list" is nobody
_GROUPS: Final[tuple[VictimGroup, ...]] = ("civilians", "combatants", "unknown")
_TELLING: Final[tuple[VictimGroup, ...]] = ("combatants", "civilians")  # the first wins


# --- tables -------------------------------------------------------------------------------------


def _read_people() -> dict[str, VictimGroup]:
    table: dict[str, VictimGroup] = {}
    for group in _GROUPS:
        for word in load("victims")["groups"][group]["words"].split():
            for form in (word, *plurals_of(word)):
                table.setdefault(form, group)
    return table


def _read_singulars() -> dict[str, str]:
    groups = load("victims")["groups"].values()
    words: list[str] = [word for group in groups for word in group["words"].split()]
    return {form: word for word in reversed(words) for form in plurals_of(word) if form != word}


def _read_citizens() -> frozenset[str]:
    countries = load("countries").values()
    names = [n for c in countries for n in (*c.get("people", ()), *c.get("demonyms", ()))]
    return frozenset(name.lower() for name in names)


def _read_collectives() -> dict[str, int | None]:
    sized = {2: "two", 3: "three"}
    table: dict[str, int | None] = dict.fromkeys(word_set("victims", "collectives", "words"))
    for size, key in sized.items():
        table.update(dict.fromkeys(word_set("victims", "collectives", key), size))
    return table


def _endings(of: str, key: str = "endings") -> tuple[str, ...]:
    return tuple(sorted(word_set("victims", of, key)))


def _with_plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, plural_of(word)))


PEOPLE: Final = _read_people()  # singulars and plurals, each with what it says of their status
SINGULARS: Final = _read_singulars()  # by every plural for people
CITIZENS: Final = _read_citizens()  # of all countries, in small letters: "spaniards"
COLLECTIVES: Final = _read_collectives()  # "a family", "a couple", and how many they are
ATTACKERS: Final = _with_plurals(word_set("circumstances", "attack", "doers"))
_DOERS: Final = word_set("circumstances", "attack", "doers")
_NOT_PEOPLE: Final = _with_plurals(word_set("victims", "not_people", "words"))
_ANYBODY: Final = word_set("totals", "general", "words")
_KIN: Final = word_set("victims", "kin", "words")
_ARMED: Final = word_set("victims", "armed", "words")
_FORMER: Final = word_set("victims", "titles", "former")
_MODIFIERS: Final = [(kind, word_set("victims", "modifiers", kind)) for kind in _TELLING]
_OF_PEOPLE: Final = _endings("people")
_OF_ROLES: Final = _endings("roles")
_OF_THINGS: Final = _endings("things")


# --- number -------------------------------------------------------------------------------------


def singular(word: str) -> str:
    """The singular of a word for people; any other word as it is."""
    return SINGULARS.get(word, word)


# --- who they are -------------------------------------------------------------------------------


def status(noun: Iterable[str]) -> VictimGroup:
    """Civilians or combatants by the head noun, else by the words before it."""
    words = list(noun)
    if not words:
        return "unknown"
    group = PEOPLE.get(words[-1], "unknown")
    before = set(words[:-1])
    own = words[-1] not in _KIN  # but "an army colonel's wife"
    if group == "civilians" and own and before & _ARMED:
        return "combatants"
    if group != "unknown":
        return group
    told = next((kind for kind, modifiers in _MODIFIERS if before & modifiers), None)
    return told or ("unknown" if words[-1] in PEOPLE else _status_by_title(words[:-1]))


def _status_by_title(before: list[str]) -> VictimGroup:
    """What the words before a name say: "Mayor Ana Vega", "Sgt. Omar Ali", not "the ex-mayor"."""
    if not _FORMER.isdisjoint(before):
        return "unknown"
    return next((kind for word in reversed(before) if (kind := _TITLES.get(word))), "unknown")


def _read_titles() -> dict[str, VictimGroup]:
    titles = {word: kind for kind in _TELLING for word in word_set("victims", "titles", kind)}
    return titles | {word: kind for word, kind in PEOPLE.items() if not is_plural(word)}


_TITLES: Final = _read_titles()  # what can stand before a name, with what it says of the person


def are_attackers(words: str | None) -> bool:
    """Whether people are spoken of as those who attacked: "three of the raiders"."""
    last = words.lower().split()[-1] if words else ""
    return singular(last) in _DOERS


def is_general(word: str) -> bool:
    """Whether a noun may stand for anybody: "people", "a woman", "Spaniards"."""
    return singular(word) in _ANYBODY or word in CITIZENS


def is_word_for_people(head: str) -> bool:
    """Whether a noun is known for people, or looks so: "ferrymen", "a 9-year-old"."""
    return head in PEOPLE or head.endswith(_OF_PEOPLE)


def sounds_like_role(word: str) -> bool:
    """Whether an unknown noun may name what somebody does: "welder", "botanist"."""
    return len(word) >= _SHORTEST_ROLE and word.endswith(_OF_ROLES)


def is_thing(word: str) -> bool:
    """Whether a word is known for something else than people, or looks like one."""
    return word in _NOT_PEOPLE or (word.endswith(_OF_THINGS) and word not in PEOPLE)
