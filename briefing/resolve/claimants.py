"""One name for a claimant in all articles: "the Observatory" is SOHR where no other is told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import combinations, groupby
from typing import Final, NamedTuple

from briefing.actors import canonical, state_name
from briefing.language.sourcekinds import known_sources
from briefing.ledger import Row
from briefing.lexicon import word_set
from briefing.lexicon.titles import WRITTEN
from briefing.places.keys import exact_key
from briefing.resolve.bodies import Words, body_of, person_of, words_of
from briefing.resolve.spokesmen import bodies_spoken_for
from briefing.rows import short_name

_BODIES: Final = word_set("events", "claimants", "bodies")
_DOMESTIC: Final = word_set("events", "claimants", "domestic")
_OWN: Final = word_set("events", "claimants", "own")
_OURS: Final = word_set("events", "claimants", "ours")

_SPELLINGS: Final = str.maketrans(
    {"o": "u", "e": "i", "y": "i", "w": "v", "'": "", "’": "", "-": ""}
)
_LONGEST: Final = 8  # words of a name among which a shorter name's are sought

Told = tuple[str | None, str]  # the article and the name as written


class Claimants(NamedTuple):
    """What each name as written stands for; None: the outlet speaks for itself.

    ``near`` are the short names of which an article says by itself whose they are.
    """

    names: dict[str, str | None]
    near: dict[Told, str]

    def rename(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with ``source_original`` under its one name."""
        return [row | {"source_original": self._name(row)} for row in rows]

    def _name(self, row: Row) -> str | None:
        written = row["source_original"]
        return self.near.get(_told(row)) or self.names.get(written, written)


def _told(row: Row) -> Told:
    return row.get("article_id"), row["source_original"]


def name_claimants(rows: Iterable[Row]) -> Claimants:
    """Find one name for every claimant in rows of claims.

    A name that the lexicon knows, or one of an armed group, gets its canonical form. Others are one
    where they have the same words ("Gaza's health ministry", "Ministry of Health in Gaza"), or
    where a shorter name fits into the words of exactly one longer one and says what kind of body it
    is ("the Observatory"): one of its own article, of its country, or of the week. Who speaks for a
    body that others name is that body. The form that is told most often stands for all.
    """
    rows = [row for row in rows if row["source_original"]]
    told = Counter(row["source_original"] for row in rows)
    own = dict.fromkeys(name for name in told if _is_own(name))
    known = {name: found for name in told if (found := _canonical(name))}
    others = {name: words for name in told if name not in known and (words := words_of(name))}
    spoken = Counter[str]()
    for name, number in told.items():
        spoken[known.get(name, name)] += number
    joined, holders = _joined(others, sorted(set(known.values())), spoken)
    speaking = {name: person for name in others if (person := person_of(name))}
    alone = (name for name in others if name not in speaking and not others[name] & _BODIES)
    persons = _persons({*speaking.values(), *alone}, spoken)
    near = _near(rows, others, holders, {**known, **joined})
    of_bodies = _of_bodies(rows, speaking, persons, joined, near)
    spoken_for = _spoken_for(told, persons)
    return Claimants({**known, **joined, **persons, **of_bodies, **spoken_for, **own}, near)


def _spoken_for(told: Iterable[str], persons: dict[str, str]) -> dict[str, str]:
    """Who speaks for a body that is told of, however else the week calls that person."""
    bodies = bodies_spoken_for(told, _canonical)
    by_person = {person_of(name) or name: body for name, body in bodies.items()}
    of_person = {persons[name]: body for name, body in by_person.items() if name in persons}
    again = {name: of_person[one] for name, one in persons.items() if one in of_person}
    return {**again, **bodies}


def _of_bodies(
    rows: list[Row],
    speaking: dict[str, str],
    persons: dict[str, str],
    joined: dict[str, str],
    near: dict[Told, str],
) -> dict[str, str]:
    """Persons whom some text names with the body that they speak for: that body."""
    found: dict[str, set[str]] = {}
    for row in rows:
        name = row["source_original"]
        if name in speaking:
            body = near.get(_told(row)) or joined[name]
            found.setdefault(persons[speaking[name]], set()).add(body)
    return {
        name: min(found[person])
        for name, person in persons.items()
        if len(found.get(person, ())) == 1
    }


def _near(
    rows: list[Row], others: dict[str, Words], holders: dict[Words, set[str]], named: dict[str, str]
) -> dict[Told, str]:
    """Short names that may be those of several bodies, by what their articles say.

    "The health ministry" is the one whose full name stands in the article, else that of the country
    told of: a ministry of health counts its own dead, one of defence may be anybody's.
    """
    full: dict[str | None, set[str]] = {}
    for row in rows:
        name: str = row["source_original"]
        full.setdefault(row.get("article_id"), set()).add(named.get(name, name))
    found: dict[Told, str] = {}
    told = ((others.get(row["source_original"], frozenset()), row) for row in rows)
    for words, row in sorted(told, key=lambda pair: -len(pair[0])):  # full names first
        meant = {named.get(name, name) for name in holders.get(words, ())}
        article = full[row.get("article_id")]
        here = meant & article or meant
        here = here if len(here) == 1 else _of_country(here, words, row)
        if len(meant) > 1 and len(here) == 1:
            found[_told(row)] = min(here)
            article.discard(named.get(row["source_original"], row["source_original"]))
            article |= here
    return found


def _of_country(meant: set[str], words: Words, row: Row) -> set[str]:
    """Of bodies that count their own people only: that of the place or the country told of."""
    if _DOMESTIC.isdisjoint(words):
        return set()
    code = row.get("country")
    areas = (row.get("place"), row.get("admin1"), state_name(code) if code else None)
    return {name for name in meant for area in areas if area and words_of(area) <= words_of(name)}


def _persons(names: Iterable[str], spoken: Counter[str]) -> dict[str, str]:
    """ "Taliban spokesman Zabihullah Mujahid", "Zabihullah Mojahid", "Mr. Mujahid": one person.

    A surname alone stands for the one person of that name whom the week names.
    """
    full: dict[tuple[str, str], list[str]] = {}
    short: dict[str, str] = {}
    for name in sorted(names):
        words = [word for word in name.split() if word.lower() not in WRITTEN]
        if len(words) == 1 and words[0][:1].isupper():
            short[name] = _folded(words[0])
        elif len(words) > 1 and all(word[:1].isupper() for word in words[-2:]):
            full.setdefault((_folded(words[-2]), _folded(words[-1])), []).append(name)
    chosen = {person: _most(written, spoken) for person, written in full.items()}
    found = {name: chosen[person] for person, written in full.items() for name in written}
    of_surname: dict[str, list[str]] = {}
    for (_, surname), one in chosen.items():
        of_surname.setdefault(surname, []).append(one)
    for name, surname in short.items():
        own = of_surname.get(surname, [])
        found |= {name: own[0]} if len(own) == 1 else {}
    return found


def _folded(word: str) -> str:
    """A name without what its spellings in Latin letters differ in: Mojahid, Mujahid."""
    plain = exact_key(word.replace("-", "")).translate(_SPELLINGS)
    return "".join(letter for letter, _ in groupby(plain))


def _is_own(name: str) -> bool:
    """Whether the outlet speaks of itself: "we", "our spokesman"."""
    first, _, noun = name.lower().partition(" ")
    return name in _OWN or (noun != "" and first in _OURS)


def _canonical(name: str) -> str | None:
    """The lexicon's name for a source or an armed group; None where it knows none."""
    bare = short_name(name)
    if bare in _known():
        return _known()[bare]
    actor = canonical(bare)
    return actor.name if actor and actor.combatant and not actor.country else None


@cache
def _known() -> dict[str, str]:
    return {form: name for name, (_, forms) in known_sources().items() for form in forms}


def _joined(
    others: dict[str, Words], known: list[str], spoken: Counter[str]
) -> tuple[dict[str, str], dict[Words, set[str]]]:
    """Names that the lexicon does not know, each with the name that stands for it; and the longer
    names that each short one may be meant for."""
    by_words: dict[Words, list[str]] = {}
    for name in sorted(others):
        by_words.setdefault(others[name], []).append(name)
    chosen = {words: _most(names, spoken) for words, names in by_words.items()}
    longer = [*((words, name) for words, name in chosen.items()), *_spelled_out(known)]
    holders = _holders(longer)
    target = {
        # The longest first, so that what holds a name is known before the name itself.
        words: chosen[words]
        for words in sorted(chosen, key=lambda words: (-len(words), sorted(words)))
    }
    for words in target:
        wider = {target.get(others.get(n, frozenset()), n) for n in holders.get(words, ())}
        wider.discard(chosen[words])
        if len(wider) == 1:
            (target[words],) = wider
    return {name: target[words] for words, names in by_words.items() for name in names}, holders


def _holders(longer: list[tuple[Words, str]]) -> dict[Words, set[str]]:
    """By every one to three words of which one says a kind of body: the longer names of them."""
    held: dict[Words, set[str]] = {}
    for words, name in longer:
        for kind in words & _BODIES:
            others = sorted(words - {kind})
            for size in (0, 1, 2):
                for more in combinations(others[:_LONGEST], size):
                    if len(more) < len(others):
                        held.setdefault(frozenset((kind, *more)), set()).add(name)
    return held


def _spelled_out(known: list[str]) -> list[tuple[Words, str]]:
    """Every form of the known names that somebody in the week is called by."""
    wanted = set(known)
    return [(words_of(form), name) for form, name in _known().items() if name in wanted]


def _most(names: list[str], spoken: Counter[str]) -> str:
    """The name told most often; of a body rather than of who speaks for it."""
    return min(names, key=lambda name: (body_of(name) != name, -spoken[name], len(name), name))
