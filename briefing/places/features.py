"""Features a list of towns does not know: airbases, crossings, dams, camps, islands, straits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, Final

from briefing.lexicon import load
from briefing.lexicon.memo import Memo
from briefing.places.context import Surroundings
from briefing.places.cues import STRONG
from briefing.places.keys import ARTICLES, exact_key, loose_key
from briefing.places.tokens import Tokens, Word
from briefing.places.words import Feature, Phrase
from briefing.records import record

LONGEST_NAME: Final = 5  # words of a feature's own name, its noun not counted


@record(frozen=True)
class Known:
    """One place of ``features.toml``: the name it stands for, and when its name counts."""

    phrase: Phrase
    nouns: frozenset[str]  # in lower case; without any the name is whole


def known_feature(text: str, tokens: Tokens, first: int) -> tuple[int, Phrase] | None:
    """The known feature that begins at a token, and the index after its last; the longest wins.

    The noun after a name belongs to it: "Goma airport". Work per token is bounded.
    """
    start = tokens.starts[first]
    distinctive = _BARE[tokens.words[first].lower]
    near = tokens.words[first + 1 : first + LONGEST_NAME + 1]
    if not distinctive and not _hold_noun(near):
        return None
    for last, noun_follows in reversed(_ends(text, tokens, first, distinctive)):
        end = tokens.ends[last - 1]
        found = _before_noun(text, start, end) if noun_follows else None
        found = found or (_bare(text, start, end) if distinctive else None)
        if found:
            phrase, end = found
            return _token_after(tokens, last, end), phrase
    return None


def _token_after(tokens: Tokens, index: int, end: int) -> int:
    while index < len(tokens) and tokens.starts[index] < end:
        index += 1
    return index


def _ends(text: str, tokens: Tokens, first: int, distinctive: bool) -> list[tuple[int, bool]]:
    """Where a name that begins at a token may end, and whether a noun follows.

    Only a space stands between its words; a name that is not distinctive needs the noun.
    """
    ends = []
    for last in range(first + 1, min(len(tokens), first + LONGEST_NAME) + 1):
        noun_follows = last < len(tokens) and _hold_noun(tokens.words[last : last + 1])
        if noun_follows or distinctive:
            ends.append((last, noun_follows))
        gap = text[tokens.ends[last - 1] : tokens.starts[last]] if last < len(tokens) else ""
        if gap not in (" ", "\u00a0"):
            break
    return ends


def _before_noun(text: str, start: int, end: int) -> tuple[Phrase, int] | None:
    """A name before a noun of its group; only here a transliteration may be a free one."""
    following = text[end : end + _FAR]
    match = _noun_pattern().match(_in_small_letters(following))
    if not match:
        return None
    noun, key = " ".join(match["noun"].split()), feature_key(text[start:end])
    for known in (*_index().get(key, ()), *_loose_index().get(loose_key(key) or "", ())):
        if noun in known.nouns:
            return known.phrase, end + match.end("noun")
    return None


_FAR: Final = 120  # characters of a noun with its attributes


def _in_small_letters(text: str) -> str:
    """Letter by letter: what would be two of them stays a capital, as offsets must."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)


def _may_be_bare(word: str) -> bool:
    """Whether a distinctive name can begin with a word; almost none does."""
    first = exact_key(word).partition(" ")[0]
    return first in ARTICLES or first in _first_words()


_BARE: Final = Memo(_may_be_bare)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _bare_index())


def _bare(text: str, start: int, end: int) -> tuple[Phrase, int] | None:
    """A name that is distinctive by itself, unless a word beside it makes it something else."""
    known = _BARE_INDEX.get(feature_key(text[start:end]))
    if known is None or (known.nouns and _is_other(text, start, end)):
        return None
    return known.phrase, end


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether the words say town, district or another feature: "Bagram district"."""
    around = Surroundings(text, start, end)
    return around.cue == STRONG or around.smaller or around.division or around.feature is not None


@lru_cache(maxsize=4096)
def feature_key(name: str) -> str:
    """A name's exact key with the Arabic article levelled within it and left out before it."""
    words = exact_key(name).split()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join("al" if word in ARTICLES else word for word in words)


@cache
def known_features() -> tuple[tuple[dict[str, Any], Known], ...]:
    """Every place of ``features.toml`` as the file has it and as it is used."""
    return tuple(
        (place, _read_place(group, place))
        for group in load("features")["group"]
        for place in group["places"]
    )


def _read_place(group: dict[str, Any], place: dict[str, Any]) -> Known:
    nouns = group["nouns"]
    name = " ".join((place["names"][0], *nouns[:1]))
    feature = Feature(group["kind"], group["precision"])
    latitude, longitude = place["at"]
    phrase = Phrase("feature", name, place.get("in"), latitude, longitude, feature)
    return Known(phrase, frozenset(noun.lower() for noun in nouns))


@cache
def _index() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = defaultdict(list)
    for place, known in known_features():
        for key in _keys(place):
            found[key].append(known)
    return dict(found)


@cache
def _loose_index() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = defaultdict(list)
    for key, known in _index().items():
        if skeleton := loose_key(key):
            found[skeleton] += known
    return dict(found)


@cache
def _bare_index() -> dict[str, Known]:
    return {
        feature_key(name): known
        for place, known in known_features()
        if place.get("bare") or not known.nouns
        for name in place["names"]
    }


_BARE_INDEX: Final = _bare_index()


def _keys(place: dict[str, Any]) -> set[str]:
    return {feature_key(name) for name in (*place["names"], *place.get("more", ()))}


@cache
def _noun_pattern() -> re.Pattern[str]:
    lexicon = load("features")
    nouns = _any_of({noun.lower() for group in lexicon["group"] for noun in group["nouns"]})
    attributes = _any_of(map(str.lower, lexicon["attributes"]))
    return re.compile(rf"(?:['’]s)?\s(?:(?:{attributes})\s){{0,3}}(?P<noun>{nouns})s?\b")


def _hold_noun(words: Iterable[Word]) -> bool:
    """Whether a feature's noun or its attribute can begin with one of them."""
    for word in words:
        if word.noun is None:
            word.noun = word.lower.partition("-")[0] in _noun_words()
        if word.noun:
            return True
    return False


@cache
def _noun_words() -> frozenset[str]:
    lexicon = load("features")
    nouns = (noun.lower() for group in lexicon["group"] for noun in group["nouns"])
    firsts = {name.split()[0].partition("-")[0] for name in (*nouns, *lexicon["attributes"])}
    return frozenset((*firsts, *(f"{first}s" for first in firsts)))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
