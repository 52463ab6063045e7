"""Events that a sentence only recalls: "known for a massacre", "the anniversary of the attack"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from typing import Final

from briefing.extract.scene import Scene, once
from briefing.language.comparisons import is_compared
from briefing.language.dateparts import YEAR
from briefing.language.groups import Group
from briefing.language.inflection import plural_of
from briefing.lexicon import load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.lexicon.memo import positions
from briefing.models import Span

_words = partial(word_set, "history")

_MEASURE: Final = 16  # words from "since" to the year of what a superlative is measured by
_CLAUSE: Final = 6  # groups behind a comma in which a clause has its verb
_ENDS: Final = frozenset((";", ":", "—", "–"))
_AFTER_COMMA: Final = frozenset(("when", "where", "as"))  # these go on with what stands before


@once
def recollections(scene: Scene) -> tuple[Span, ...]:
    """The stretches of a sentence in which it recalls what was long before."""
    held, words = scene.parse.held, scene.parse.lower
    starts = [] if _LENGTHS.keys().isdisjoint(held) else _remembering(words)
    measures = _measuring(words) if "since" in held else []
    named = [at for at in measures if not _NAMED.isdisjoint(words[at + 1 :])]
    spans = [_reach(scene, start) for start in sorted({*starts, *named})]
    spans += [span for at in measures if (span := _up_to_year(scene, at))]
    earlier = () if _EARLIER.isdisjoint(held) else tuple(_of_earlier(scene))
    return (*spans, *earlier)


@once
def events_of_years(scene: Scene) -> tuple[tuple[int, int], ...]:
    """(Position of the group, year) of what a year names: "the 1985 seizure of the palace"."""
    parse = scene.parse
    if _NAMED.isdisjoint(parse.held):
        return ()
    return tuple(
        (at, int(word))
        for at, group in enumerate(parse.groups)
        if group.word in _NAMED
        for word in parse.lower[group.first : group.head]
        if YEAR.fullmatch(word)
    )


def _remembering(words: Sequence[str]) -> list[int]:
    """The tokens with which a phrase begins that says that something is remembered."""
    known, sizes = _phrases(), _LENGTHS
    return [
        at
        for at in positions(words, sizes)
        if any(tuple(words[at : at + size]) in known for size in sizes[words[at]])
    ]


def _measuring(words: Sequence[str]) -> list[int]:
    """The tokens "since" in "the deadliest since an attack that killed 40"."""
    return [at for at, word in enumerate(words) if word == "since" and is_compared(words, at)]


def _up_to_year(scene: Scene, since: int) -> Span | None:
    """ "Since rebels took Goma in 2012": what the year dates, and no news."""
    words, tokens = scene.parse.lower, scene.parse.tokens
    within = range(since + 1, min(len(words), since + _MEASURE))
    year = next((at for at in within if YEAR.fullmatch(words[at])), None)
    return None if year is None else Span(tokens[since].start, tokens[year].end)


def _of_earlier(scene: Scene) -> Iterator[Span]:
    """The clauses "who killed 40 people in previous raids", "In earlier attacks …"."""
    tokens, groups, words = scene.parse.tokens, scene.parse.groups, scene.parse.lower
    for at in positions(words, _EARLIER):
        named = words[at - 1] in _DURING and not _ATTACKS.isdisjoint(words[at + 1 : at + 3])
        if not named or words[at - 2 : at - 1] == ["than"]:
            continue
        first = start = scene.group_at(tokens[at - 1].start)
        while start and not _bounds(groups[start - 1]):
            start -= 1
        own = Span(scene.span(groups[start]).start, tokens[at].end)
        yield own if start < first else _reach(scene, at - 1)


def _bounds(group: Group) -> bool:
    """Whether a clause begins behind a group: a comma, "who", "when"."""
    return group.word == "," or group.word in _ENDS or group.kind in ("relative", "subordinator")


_DURING: Final = frozenset(("in", "during"))


def _reach(scene: Scene, first: int) -> Span:
    """From the token ``first`` to where the sentence returns to what it tells."""
    tokens, groups = scene.parse.tokens, scene.parse.groups
    start = tokens[first].start
    for at in range(scene.group_at(start) + 1, len(groups)):
        if _returns(groups, at):
            return Span(start, scene.span(groups[at]).start)
    return Span(start, scene.sentence.end)


def _returns(groups: Sequence[Group], at: int) -> bool:
    """Whether the group at ``at`` ends what is recalled."""
    group = groups[at]
    if group.word in _ENDS:
        return not groups[at - 1].word[-1].isdigit()  # "a 1991–94 war"
    if group.word == ",":
        return at + 1 < len(groups) and _opens_clause(groups, at + 1)
    before = groups[at - 1].word if at else ""
    return group.word in _words("recalled", "returns") and before != ","


def _opens_clause(groups: Sequence[Group], at: int) -> bool:
    """Whether a clause of its own stands behind a comma, or the rest of one that it broke."""
    first = groups[at]
    if first.kind == "verb":
        return first.finite and first.form != "ing"
    if first.word in _AFTER_COMMA:
        return False
    if first.kind in ("coordinator", "subordinator"):
        return True
    for group in groups[at : at + _CLAUSE]:
        if group.kind == "relative" or group.word in _AFTER_COMMA:
            return False
        if group.kind == "verb":
            return group.finite
    return False


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in load("history")["recalled"]["phrases"])


def _lengths() -> dict[str, tuple[int, ...]]:
    return lengths_by_word(_phrases())


_LENGTHS: Final = _lengths()


def _named() -> frozenset[str]:
    """What a year may name, and what a superlative is measured by."""
    attacks = word_set("circumstances", "incident", "nouns")
    return attacks | word_set("dates", "named_years", "words") | _words("named", "words")


_NAMED: Final = _named()
_EARLIER: Final = _words("earlier", "words")
_INCIDENTS: Final = word_set("circumstances", "incident", "nouns")
_ATTACKS: Final = _INCIDENTS | {plural_of(word) for word in _INCIDENTS}
