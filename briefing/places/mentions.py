"""From text to mentions: which stretches may be places, before anything is decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import cache
from itertools import pairwise
from typing import Final

from briefing.lexicon.memo import Memo
from briefing.models import PlaceKind
from briefing.places.context import (
    GOOD,
    Surroundings,
    begins_sentence,
    feature_openings,
    is_feature,
    is_place_after,
    is_place_of,
    names_organisation,
)
from briefing.places.features import known_feature
from briefing.places.gazetteer import Entry, gazetteer
from briefing.places.keys import exact_key
from briefing.places.tokens import Tokens, Word, find_runs
from briefing.places.words import (
    Feature,
    Phrase,
    features,
    land_nouns,
    names_villages,
    phrases,
    words,
)
from briefing.records import record

_PHRASES: Final = phrases()
_FEATURE_OPENINGS: Final = feature_openings()

LONGEST: Final = 6  # words in one name
LAND: Final = ("area", "site", "settlement")
_LABELS: Final = ("entries", "phrase", "common", "unknown", *LAND)
TOWN, CITY = 1_000, 50_000  # populations


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


class _Part:
    """``tokens[first:last]``; ``label``: phrase, entries, unknown, or what ``_label`` says."""

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


def read_mentions(text: str) -> Reading:
    """Every mention in reading order, overlaps excluded; linear in the length of the text."""
    tokens = Tokens(text)
    fixed = _fixed_names(text, tokens)
    runs = list(_cut_runs(find_runs(text, tokens), fixed))
    known = gazetteer().lookup_all(_candidates(text, tokens, runs))
    reading = Reading()
    for first, last in runs:
        _read_run(text, tokens, _parts(text, tokens, first, last, fixed, known), reading)
    return reading


def _fixed_names(text: str, tokens: Tokens) -> dict[int, tuple[int, Phrase]]:
    """Countries, areas and known features by the index of their first token; the longest wins."""
    found: dict[int, tuple[int, Phrase]] = {}
    read = 0
    for i in tokens.capitals:
        if i >= read and (fixed := _fixed_name(text, tokens, i)):
            found[i] = fixed
            read = fixed[0]
    return found


def _fixed_name(text: str, tokens: Tokens, i: int) -> tuple[int, Phrase] | None:
    feature = known_feature(text, tokens, i)
    longest = min(len(tokens), i + _PHRASE_LENGTHS.get(tokens.words[i].text, 0))
    for j in range(longest, feature[0] if feature else i, -1):
        phrase = _PHRASES.get(_name(text, tokens, i, j))
        if phrase and not text.startswith("$", tokens.end(j - 1)):  # "US$2.4 million"
            return j, phrase
    return feature


def _phrase_lengths() -> dict[str, int]:
    """Words of the longest fixed name that begins with each word."""
    lengths: dict[str, int] = {}
    for name in phrases():
        names = Tokens(name)
        first = names.words[0].text
        lengths[first] = max(lengths.get(first, 0), len(names))
    return lengths


_PHRASE_LENGTHS: Final = _phrase_lengths()


def _name(text: str, tokens: Tokens, first: int, last: int) -> str:
    if last - first == 1:
        return tokens.words[first].text
    return text[tokens.starts[first] : tokens.end(last - 1)].replace("\u00a0", " ")


def _cut_runs(
    runs: Iterable[tuple[int, int]], fixed: dict[int, tuple[int, Phrase]]
) -> Iterable[tuple[int, int]]:
    """Runs in which fixed names that reach over their ends ("Gulf of Aden") are whole."""
    reach = 0
    for first, last in runs:
        start, end = max(first, reach), max(last, reach)
        for i in range(start, last):
            if i in fixed:
                end = max(end, fixed[i][0])
        reach = end
        if start < end:
            yield start, end


def _candidates(text: str, tokens: Tokens, runs: Iterable[tuple[int, int]]) -> set[str]:
    return {
        _name(text, tokens, i, j)
        for first, last in runs
        for i in range(first, last)
        for j in range(i + 1, min(last, i + LONGEST) + 1)
    }


def _parts(
    text: str,
    tokens: Tokens,
    first: int,
    last: int,
    fixed: dict[int, tuple[int, Phrase]],
    known: dict[str, tuple[Entry, ...]],
) -> list[_Part]:
    """Cut a run into parts, longest known name first; what is half known is one unknown name."""
    parts: list[_Part] = []
    i = first
    while i < last:
        part = _next_part(text, tokens, i, last, fixed, known)
        if parts and {part.label, parts[-1].label} <= {"unknown", "entries"}:
            part = _Part(parts.pop().first, part.last, "unknown")
        parts.append(part)
        i = part.last
    if len(parts) == 1:
        return parts
    district = parts[-1:] if parts[-1].label == "smaller" else []  # "Sheikh Said District"
    named = parts[: len(parts) - len(district)]
    if _names_one_place(text, tokens, named, sure=bool(district)):
        return [_Part(first, named[-1].last, "unknown"), *district]
    if _names_city(text, tokens, parts):
        parts[1].label = "town"
    return _join_land(text, tokens, _with_departments(text, tokens, parts))


def _names_one_place(
    text: str, tokens: Tokens, parts: Sequence[_Part], *, sure: bool = False
) -> bool:
    """A person's name that a place bears: "Wali Shahid Khel district", "village of Tal Hassan".

    ``sure``: a capital District follows.
    """
    personal = any(part.label == "given" for part in parts) or _is_honoured(tokens, parts[0])
    rest = parts[1:] if parts[0].label == "title" else parts
    plain = all(part.label in ("given", "unknown", "entries", "common") for part in rest)
    if not (personal and plain):
        return False
    start, end = tokens.starts[parts[0].first], tokens.end(parts[-1].last - 1)
    return sure or is_place_after(text, end) or is_place_of(text, start)


def _names_city(text: str, tokens: Tokens, parts: Sequence[_Part]) -> bool:
    """ "In Kandahar City", where the gazetteer knows the town without the word."""
    if len(parts) != _TWO or tokens.words[parts[1].first].lower not in ("city", "town"):
        return False
    start, end = tokens.starts[parts[0].first], tokens.end(parts[0].last - 1)
    whole = parts[1].last - parts[1].first == 1
    return whole and bool(parts[0].entries) and Surroundings(text, start, end).cue >= GOOD


_TWO: Final = 2  # parts: the name and "City"


def _is_honoured(tokens: Tokens, part: _Part) -> bool:
    """ "The town of Sheikh Zuweid": places bear some titles with a name, and never the others."""
    honoured = words("persons", "honoured")
    return part.label == "title" and tokens.words[part.first].lower in honoured


def _with_departments(text: str, tokens: Tokens, parts: list[_Part]) -> list[_Part]:
    """ "San Miguel Department" is a division where the gazetteer knows one of that name."""
    for known, part in pairwise(parts):
        named = tokens.words[part.first].lower == "department" and part.last - part.first == 1
        of = text.startswith(" of ", tokens.end(part.last - 1))
        if named and not of and any(entry.kind == "admin1" for entry in known.entries):
            part.label = "division"
    return parts


def _join_land(text: str, tokens: Tokens, parts: list[_Part]) -> list[_Part]:
    """Join nouns of the land with the name beside them: "Lake Erie", "Qandil Mountains"."""
    joined: list[_Part] = []
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
            joined[-1] = _Part(last.first, part.last, kind)
        else:
            joined.append(part)
    return joined


def _is_verb(text: str, tokens: Tokens, noun: _Part, name: _Part) -> bool:
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
    fixed: dict[int, tuple[int, Phrase]],
    known: dict[str, tuple[Entry, ...]],
) -> _Part:
    if i not in fixed and tokens.words[i].lower in _FEATURE_OPENINGS:
        for j in range(min(last, i + _FEATURE), i + 1, -1):  # "Railway Station", "Air Base"
            if is_feature(_name(text, tokens, i, j)):
                return _Part(i, j, "feature")
    stop = min(last, max(i + LONGEST, fixed[i][0] if i in fixed else 0))
    for j in range(stop, i, -1):
        if i in fixed and fixed[i][0] == j:
            return _Part(i, j, "phrase", phrase=fixed[i][1])
        entries = known.get(_name(text, tokens, i, j), ())
        if entries and j - i > 1:
            entries = _long_name(entries, tokens.words[i:j], any(k in fixed for k in range(i, j)))
        if entries and (j - i > 1 or not (label := _label(tokens.words[i]))):
            return _Part(i, j, "entries", entries=entries)
        if entries and label == "common":
            return _Part(i, j, label, entries=entries)
    for j in range(min(last, i + _FEATURE), i, -1):  # "International Airport"
        if is_feature(_name(text, tokens, i, j)):
            return _Part(i, j, "feature")
    return _Part(i, i + 1, _label(tokens.words[i]) or "unknown")


_FEATURE: Final = 4  # words of a feature's noun with its attributes


def _long_name(
    entries: tuple[Entry, ...], name: Sequence[Word], holds_country: bool
) -> tuple[Entry, ...]:
    """Entries of a name of several words, unless other words make it more likely two things.

    "New Mexico" and "Gaza Strip" are one name, "Aleppo Syria" is two; "The Bronx" is a name, "The
    Valley" of some hamlet is not.
    """
    if any(_label(word) for word in name if not names_villages(word.lower)):
        entries = tuple(entry for entry in entries if not entry.loose)
    edges = {name[0].lower, name[-1].lower}
    if edges & _function_words():
        return tuple(e for e in entries if e.main and e.population >= CITY)
    if holds_country:
        return tuple(e for e in entries if e.main and (e.population >= TOWN or e.kind == "admin1"))
    return entries


def _label(word: Word) -> str | None:
    """What a single word is apart from a name; None where it may be one."""
    return _LABEL_OF[word.text]


def _label_of(text: str) -> str | None:
    word = text.lower().rstrip(".")
    label = _labels().get(word)
    if label == "function":
        return label
    if text in words("division", "smaller"):
        return "smaller"
    return "land" if word in _land() and text.istitle() else label


_LABEL_OF: Final = Memo(_label_of)


@cache
def _labels() -> dict[str, str]:
    """What each word is apart from a name; the first of its labels counts."""
    known: tuple[tuple[str, Iterable[str]], ...] = (
        ("function", _function_words()),
        ("direction", words("directions")),
        ("title", words("persons", "titles")),
        ("given", words("persons", "given")),
        ("feature", features()),
        ("org", words("organisations")),
        ("division", words("division", "singular")),
        ("common", words("common")),
    )
    return {word: label for label, group in reversed(known) for word in group}


@cache
def _function_words() -> frozenset[str]:
    return words("calendar") | words("function")


@cache
def _land() -> frozenset[str]:
    return frozenset((*land_nouns("after"), *land_nouns("before")))


def _read_run(text: str, tokens: Tokens, parts: list[_Part], reading: Reading) -> None:
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


def _first_inside(parts: list[_Part]) -> int:
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


def _mention(text: str, tokens: Tokens, parts: list[_Part], index: int) -> Mention | None:
    part = parts[index]
    if part.label not in _LABELS:
        return None
    if part.phrase and part.phrase.kind in ("demonym", "office"):
        return None
    following = parts[index + 1] if index + 1 < len(parts) else None
    preceding = parts[index - 1] if index else None
    start, end = tokens.starts[part.first], tokens.end(part.last - 1)
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
        mention.end = tokens.end(following.last - 1)
        mention.smaller |= following.label == "smaller"
        mention.division |= following.label == "division"
    mention.next_word = _next_word(text, mention.end)
    return mention


def _next_word(text: str, end: int) -> str:
    if text[end : end + 1] != " ":
        return ""
    following = text[end : end + 16].split(maxsplit=1)
    return following[0].strip(",.") if following else ""
