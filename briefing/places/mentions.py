"""From text to mentions: which stretches may be places, before anything is decided about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from itertools import pairwise
from typing import Final

from briefing.lexicon.memo import Memo
from briefing.models import PlaceKind
from briefing.places.context import Surroundings
from briefing.places.cues import names_organisation
from briefing.places.gazetteer import Entry, gazetteer
from briefing.places.keys import exact_key
from briefing.places.parts import LONGEST, Part, cut_run
from briefing.places.runs import fixed_names, name_of, read_runs
from briefing.places.tokens import Tokens
from briefing.places.words import Feature, Phrase
from briefing.records import record

LAND: Final = ("area", "site", "settlement")
_LABELS: Final = ("entries", "phrase", "common", "unknown", *LAND)


class Mention:
    """A stretch that may be a place. ``entries`` are what the gazetteer knows of its name."""

    __slots__ = (
        "around", "direction", "division", "end", "entries", "feature", "inside", "key", "land",
        "name", "next_word", "phrase", "single", "smaller", "start",
    )  # fmt: skip

    def __init__(
        self, start: int, end: int, name: str, around: Surroundings, entries: tuple[Entry, ...]
    ) -> None:
        self.start = start
        self.end = end
        self.name = name
        self.key: str = _KEYS[name]
        self.around = around
        self.entries = entries
        self.phrase: Phrase | None = None
        self.direction: str | None = around.direction
        self.division: bool = around.division  # "province" belongs to the name or follows it
        self.smaller: bool = around.smaller  # "County" or "District" belongs to the name
        self.feature: Feature | None = around.feature
        self.land: PlaceKind | None = None  # "Lake", "Mountains" belongs to the name
        self.inside: bool = False  # part of the name of a person or an organisation
        self.single: bool = True  # one word
        self.next_word: str = ""  # behind it, after a space


_KEYS: Final = Memo(exact_key)


@record(frozen=False)
class Reading:
    """All mentions of a text, the countries it speaks of, and the words of its other names."""

    mentions: list[Mention] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)  # words of persons' and organisations' names


def read_mentions(text: str) -> Reading:
    """Every mention in reading order, overlaps excluded; linear in the length of the text."""
    tokens = Tokens(text)
    fixed = fixed_names(text, tokens)
    runs = read_runs(text, tokens, fixed)
    known = gazetteer().lookup_all(_candidates(text, tokens, runs))
    reading = Reading()
    for first, last in runs:
        _read_run(text, tokens, cut_run(text, tokens, first, last, fixed, known), reading)
    return reading


def _candidates(text: str, tokens: Tokens, runs: Iterable[tuple[int, int]]) -> set[str]:
    return {
        name_of(text, tokens, i, j)
        for first, last in runs
        for i in range(first, last)
        for j in range(i + 1, min(last, i + LONGEST) + 1)
    }


def _read_run(text: str, tokens: Tokens, parts: list[Part], reading: Reading) -> None:
    """Add a run's mentions; the words of a name that is no place are remembered instead."""
    inside = _first_inside(parts)
    for index, part in enumerate(parts):
        other = index >= inside
        if part.phrase and part.phrase.country:
            reading.countries.add(part.phrase.country)
        if (other and part.label == "entries") or (
            part.label in ("unknown", "common") and (other or part.last - part.first > 1)
        ):
            reading.others |= {tokens.words[k].lower for k in range(part.first, part.last)}
        mention = _mention(text, tokens, parts, index)
        if mention:
            mention.inside = other or names_organisation(text, mention.start)
            reading.mentions.append(mention)


def _first_inside(parts: list[Part]) -> int:
    """From which part on a run is the name of a person, an organisation or a thing.

    "Texas Senator Cruz" is a place and a person; "Kyiv Post" is one name throughout.
    """
    if len(parts) == 1:
        return 1
    if any(part.label == "org" for part in parts):
        return 0
    named = {"entries", "unknown", "common", "given"}
    for index, (left, right) in enumerate(pairwise(parts)):
        if left.label in ("title", "given") and right.label in named:
            return index
        if left.label == "given" and right.label == "phrase":
            return index
        if {left.label, right.label} == {"entries", "common"}:
            return 0
    return len(parts)


def _mention(text: str, tokens: Tokens, parts: list[Part], index: int) -> Mention | None:
    part = parts[index]
    if part.label not in _LABELS:
        return None
    if part.phrase and part.phrase.kind in ("demonym", "office"):
        return None
    following = parts[index + 1] if index + 1 < len(parts) else None
    preceding = parts[index - 1] if index else None
    start, end = tokens.starts[part.first], tokens.ends[part.last - 1]
    around = Surroundings(text, start, end)
    mention = Mention(start, end, text[start:end], around, part.entries)
    mention.single = part.last - part.first == 1
    if part.phrase:
        mention.phrase, mention.smaller, mention.feature = part.phrase, False, None
    elif {entry.kind for entry in part.entries} == {"admin1"}:
        mention.feature = None
    else:
        mention.end = around.end
    if part.label in LAND:
        mention.land = part.label  # type: ignore[assignment]
    if preceding is not None and preceding.label == "direction":
        turned = tokens.words[part.first - 1]
        mention.direction = turned.lower
        mention.start = tokens.starts[part.first - 1] if turned.capital else start
    if following and following.label in ("division", "smaller", "town") and not part.phrase:
        mention.end = tokens.ends[following.last - 1]
        mention.smaller |= following.label == "smaller"
        mention.division |= following.label == "division"
    mention.next_word = _next_word(text, mention.end)
    return mention


def _next_word(text: str, end: int) -> str:
    if text[end : end + 1] != " ":
        return ""
    following = text[end : end + 16].split(maxsplit=1)
    return following[0].strip(",.") if following else ""
