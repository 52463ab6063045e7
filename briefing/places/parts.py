"""A run cut into parts: known names, nouns of the land, titles, what is no place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefing.places.behind import is_place_after
from briefing.places.context import Surroundings, begins_sentence
from briefing.places.cues import GOOD, is_place_of
from briefing.places.divisions import feature_openings, is_feature
from briefing.places.gazetteer import Entry
from briefing.places.labels import function_words, label_of
from briefing.places.runs import Fixed, name_of
from briefing.places.tokens import Tokens, Word
from briefing.places.words import Phrase, land_nouns, names_villages, words

_FEATURE_OPENINGS: Final = feature_openings()

LONGEST: Final = 6  # words in one name
TOWN, CITY = 1_000, 50_000  # populations


class Part:
    """``tokens[first:last]``; ``label``: phrase, entries, unknown, or what ``label_of`` says."""

    __slots__ = ("entries", "first", "label", "last", "phrase")

    def __init__(
        self,
        first: int,
        last: int,
        label: str,
        phrase: Phrase | None = None,
        entries: tuple[Entry, ...] = (),
    ) -> None:
        self.first = first
        self.last = last
        self.label = label
        self.phrase = phrase
        self.entries = entries


def cut_run(
    text: str,
    tokens: Tokens,
    first: int,
    last: int,
    fixed: Fixed,
    known: dict[str, tuple[Entry, ...]],
) -> list[Part]:
    """Cut a run into parts, longest known name first; what is half known is one unknown name."""
    parts: list[Part] = []
    i = first
    while i < last:
        part = _next_part(text, tokens, i, last, fixed, known)
        if parts and {part.label, parts[-1].label} <= {"unknown", "entries"}:
            part = Part(parts.pop().first, part.last, "unknown")
        parts.append(part)
        i = part.last
    if len(parts) == 1:
        return parts
    district = parts[-1:] if parts[-1].label == "smaller" else []  # "Sheikh Said District"
    named = parts[: len(parts) - len(district)]
    if _names_one_place(text, tokens, named, sure=bool(district)):
        return [Part(first, named[-1].last, "unknown"), *district]
    if _names_city(text, tokens, parts):
        parts[1].label = "town"
    return _join_land(text, tokens, _with_departments(text, tokens, parts))


def _names_one_place(
    text: str, tokens: Tokens, parts: Sequence[Part], *, sure: bool = False
) -> bool:
    """A person's name that a place bears: "Wali Shahid Khel district", "village of Tal Hassan".

    ``sure``: a capital District follows.
    """
    personal = any(part.label == "given" for part in parts) or _is_honoured(tokens, parts[0])
    rest = parts[1:] if parts[0].label == "title" else parts
    plain = all(part.label in ("given", "unknown", "entries", "common") for part in rest)
    if not (personal and plain):
        return False
    start, end = tokens.starts[parts[0].first], tokens.ends[parts[-1].last - 1]
    return sure or is_place_after(text, end) or is_place_of(text, start)


def _names_city(text: str, tokens: Tokens, parts: Sequence[Part]) -> bool:
    """ "In Kandahar City", where the gazetteer knows the town without the word."""
    if len(parts) != _NAME_AND_KIND or tokens.words[parts[1].first].lower not in ("city", "town"):
        return False
    start, end = tokens.starts[parts[0].first], tokens.ends[parts[0].last - 1]
    whole = parts[1].last - parts[1].first == 1
    return whole and bool(parts[0].entries) and Surroundings(text, start, end).cue >= GOOD


_NAME_AND_KIND: Final = 2  # parts: "Kandahar" and "City"


def _is_honoured(tokens: Tokens, part: Part) -> bool:
    """ "The town of Sheikh Zuweid": places bear some titles with a name, and never the others."""
    honoured = words("persons", "honoured")
    return part.label == "title" and tokens.words[part.first].lower in honoured


def _with_departments(text: str, tokens: Tokens, parts: list[Part]) -> list[Part]:
    """ "San Miguel Department" is a division where the gazetteer knows one of that name."""
    for known, part in pairwise(parts):
        named = tokens.words[part.first].lower == "department" and part.last - part.first == 1
        of = text.startswith(" of ", tokens.ends[part.last - 1])
        if named and not of and any(entry.kind == "admin1" for entry in known.entries):
            part.label = "division"
    return parts


def _join_land(text: str, tokens: Tokens, parts: list[Part]) -> list[Part]:
    """Join nouns of the land with the name beside them: "Lake Erie", "Qandil Mountains"."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        names = ("unknown", "entries", "phrase", "direction")
        kind = None
        if last and part.label == "land" and last.label in names:
            kind = land_nouns("after").get(tokens.words[part.first].lower)
        elif last and last.label == "land" and part.label in names:
            kind = land_nouns("before").get(tokens.words[last.first].lower)
            kind = None if _is_verb(text, tokens, last, part) else kind
        if last and kind:
            joined[-1] = Part(last.first, part.last, kind)
        else:
            joined.append(part)
    return joined


def _is_verb(text: str, tokens: Tokens, noun: Part, name: Part) -> bool:
    """ "Tell Ali to go", but not "Tell al-Ali": a common word that opens a sentence."""
    word = tokens.words[noun.first].lower
    if word not in words("common") or "-" in tokens.words[name.first].text:
        return False
    return begins_sentence(text, tokens.starts[noun.first])


def _next_part(
    text: str,
    tokens: Tokens,
    i: int,
    last: int,
    fixed: Fixed,
    known: dict[str, tuple[Entry, ...]],
) -> Part:
    if i not in fixed and tokens.words[i].lower in _FEATURE_OPENINGS:
        for j in range(min(last, i + _FEATURE), i + 1, -1):  # "Railway Station", "Air Base"
            if is_feature(name_of(text, tokens, i, j)):
                return Part(i, j, "feature")
    stop = min(last, max(i + LONGEST, fixed[i][0] if i in fixed else 0))
    for j in range(stop, i, -1):
        if i in fixed and fixed[i][0] == j:
            return Part(i, j, "phrase", phrase=fixed[i][1])
        entries = known.get(name_of(text, tokens, i, j), ())
        if entries and j - i > 1:
            entries = _long_name(entries, tokens.words[i:j], any(k in fixed for k in range(i, j)))
        if entries and (j - i > 1 or not (label := label_of(tokens.words[i]))):
            return Part(i, j, "entries", entries=entries)
        if entries and label == "common":
            return Part(i, j, label, entries=entries)
    for j in range(min(last, i + _FEATURE), i, -1):  # "International Airport"
        if is_feature(name_of(text, tokens, i, j)):
            return Part(i, j, "feature")
    return Part(i, i + 1, label_of(tokens.words[i]) or "unknown")


_FEATURE: Final = 4  # words of a feature's noun with its attributes


def _long_name(
    entries: tuple[Entry, ...], name: Sequence[Word], holds_country: bool
) -> tuple[Entry, ...]:
    """Entries of a name of several words, unless other words make it more likely two things.

    "New Mexico" and "Gaza Strip" are one name, "Aleppo Syria" is two; "The Bronx" is a name, "The
    Valley" of some hamlet is not.
    """
    if any(label_of(word) for word in name if not names_villages(word.lower)):
        entries = tuple(entry for entry in entries if not entry.loose)
    edges = {name[0].lower, name[-1].lower}
    if edges & function_words():
        return tuple(e for e in entries if e.main and e.population >= CITY)
    if holds_country:
        return tuple(e for e in entries if e.main and (e.population >= TOWN or e.kind == "admin1"))
    return entries
