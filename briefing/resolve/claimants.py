"""One name for a claimant in all articles: "the Observatory" is SOHR where no other is told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import combinations, groupby
from typing import Final, NamedTuple

from briefing.actors import canonical
from briefing.language.sourcekinds import known_sources
from briefing.ledger import Row
from briefing.lexicon import load, word_set
from briefing.lexicon.titles import WRITTEN
from briefing.rows import short_name

_BODIES: Final = word_set("events", "claimants", "bodies")
_LEFT_OUT: Final = word_set("events", "claimants", "left_out")
_OWN: Final = word_set("events", "claimants", "own")
_OURS: Final = word_set("events", "claimants", "ours")

_SHORTER: Final[dict[str, str]] = load("events")["claimants"]["shorter"]
_SPELLINGS: Final = str.maketrans(
    {"o": "u", "e": "i", "y": "i", "w": "v", "'": "", "’": "", "-": ""}
)
_LONGEST: Final = 8  # words of a name among which a shorter name's are sought

Words = frozenset[str]


class Claimants(NamedTuple):
    """What each name as written stands for; None: the outlet speaks for itself."""

    names: dict[str, str | None]

    def rename(self, rows: Iterable[Row]) -> list[Row]:
        """The rows with ``source_original`` under its one name."""
        return [row | {"source_original": self._name(row)} for row in rows]

    def _name(self, row: Row) -> str | None:
        written = row["source_original"]
        return self.names.get(written, written)


def name_claimants(rows: Iterable[Row]) -> Claimants:
    """Find one name for every claimant in rows of claims.

    A name that the lexicon knows, or one of an armed group, gets its canonical form. Others are one
    where they have the same words ("Gaza's health ministry", "Ministry of Health in Gaza"), or
    where a shorter name fits into the words of exactly one longer one and says what kind of body it
    is ("the Observatory"). The form that is told most often stands for all.
    """
    told = Counter(row["source_original"] for row in rows if row["source_original"])
    own = dict.fromkeys(name for name in told if _is_own(name))
    known = {name: found for name in told if (found := _canonical(name))}
    others = {name: words for name in told if name not in known and (words := _words(name))}
    spoken = Counter[str]()
    for name, number in told.items():
        spoken[known.get(name, name)] += number
    persons = _persons(others, spoken)
    joined = _joined(others, sorted(set(known.values())), spoken)
    return Claimants({**known, **joined, **persons, **own})


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
    plain = word.lower().translate(_SPELLINGS)
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


def _joined(others: dict[str, Words], known: list[str], spoken: Counter[str]) -> dict[str, str]:
    """Names that the lexicon does not know, each with the name that stands for it."""
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
    return {name: target[words] for words, names in by_words.items() for name in names}


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
    return [(_words(form), name) for form, name in _known().items() if name in wanted]


def _words(name: str) -> Words:
    """The words of a name that tell it from others, in any order."""
    plain = short_name(name).lower().replace("’", "'").replace("'s", "")
    for long, short in _SHORTER.items():
        plain = plain.replace(long, short)
    return frozenset(word.strip("().,'") for word in plain.split()) - _LEFT_OUT


def _most(names: list[str], spoken: Counter[str]) -> str:
    return min(names, key=lambda name: (-spoken[name], len(name), name))
