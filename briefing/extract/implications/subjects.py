"""Names of those for whom a consequence may hold: countries, governments by their capitals,
alliances, armed actors, regions; and what the words around a name make of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from briefing.language.tokens import Token, tokenize
from briefing.language.wordclasses import word_classes
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import positions
from briefing.models import Span
from briefing.records import record, replace

_WORD_CLASSES: Final = word_classes()

_NEAR: Final = 2  # words between a name and the event it belongs to: "the Syrian civil war"
_NEAR_FORCES: Final = 3  # … and the troops that it has: "Syria's ground troops"
_NEAR_SPEECH: Final = 6  # … and its word for what it says: "Congo's peacekeeping mission said"
_JOINED: Final = len(" and ")  # characters between two names of one noun
_BACK: Final = 4  # words before a name that are looked at

Role = Literal["subject", "place", "event", "town", "origin"]
_NameKind = Literal["state", "capital", "armed", "vague"]  # vague: for nobody beside a state


@record(frozen=True)
class Mention(Span):
    """A name of a possible subject, and what the words around it make of it.

    ``armed``: it is a side of the fighting: an armed group, or a state's troops. ``side``: a state
    whose troops fight elsewhere in the article. ``speaks``: it only says what the sentence tells.
    """

    name: str = ""
    role: Role = "subject"
    armed: bool = False
    speaks: bool = False
    side: bool = False


class _Spelling(NamedTuple):
    """A name as the lexicon spells it, after its first token."""

    rest: tuple[str, ...]
    name: str
    kind: _NameKind


def _names() -> dict[str, dict[str, list[_Spelling]]]:
    """Spellings by their first and second token, longest first; "" where there is no second."""
    table: dict[str, dict[str, list[_Spelling]]] = {}
    for spelling, name, kind in _spellings():
        first, *rest = (token.text for token in tokenize(spelling))
        entries = table.setdefault(first, {}).setdefault(rest[0] if rest else "", [])
        entries.append(_Spelling(tuple(rest), name, kind))
        entries.sort(key=lambda entry: -len(entry.rest))
    return table


def _spellings() -> Iterator[tuple[str, str, _NameKind]]:
    lexicon = load("subjects")
    kinds: dict[str, _NameKind] = {"armed": "armed", "vague": "vague"}
    for group in ("organisations", "armed", "regions", "vague"):
        kind = kinds.get(group, "state")
        for name, also in lexicon[group].items():
            yield from ((spelling, name, kind) for spelling in (name, *also))
    for country in load("countries").values():
        name = country["name"]
        for key in ("also", "demonyms", "people"):
            yield from ((spelling, name, "state") for spelling in country.get(key, ()))
        yield from ((spelling, name, "capital") for spelling in country.get("metonyms", ()))
        yield name, name, "state"


_NAMES: Final = _names()
_ARMED: Final = frozenset(  # names of armed groups that are a single word
    spelling for spelling, _, kind in _spellings() if kind == "armed" and " " not in spelling
)


@cache
def words_of(role: str) -> frozenset[str]:
    """The words of the lexicon that give a name the role ``role``."""
    return word_set("subjects", "roles", role, "words")


_EVENTS: Final = words_of("events")
_BETWEEN: Final = words_of("between")
_PLACES: Final = words_of("places")
_CAUSES: Final = words_of("causes")
_FORCES: Final = words_of("forces")
_BEFORE_FORCES: Final = words_of("before_forces")
_DIRECTIONS: Final = words_of("directions")
_BEGINNINGS: Final = words_of("beginnings")
_SPEAKING: Final = words_of("speaking")
_OF_ITSELF: Final = words_of("themselves")


def names_in(tokens: Sequence[Token], texts: list[str] | None = None) -> list[Mention]:
    """The lexicon's names in a sentence, in order.

    ``texts``: the tokens as they are written, where the caller has them.
    """
    named = list(_names_in(tokens, texts or [token.text for token in tokens]))
    for at in range(len(named) - 1, 0, -1):
        if named[at].armed and named[at].start - named[at - 1].end <= _JOINED:
            named[at - 1] = replace(named[at - 1], armed=True)  # "Pakistani and Afghan troops"
    return named


def _names_in(tokens: Sequence[Token], texts: list[str]) -> Iterator[Mention]:
    end = 0
    for at in positions(texts, _NAMES):
        token = tokens[at]
        spelling = _spelled(_NAMES[token.text], tokens, at) if at >= end else None
        if spelling:
            end = at + 1 + len(spelling.rest)
            role = _role(tokens, at, end, town=spelling.kind == "capital")
            if spelling.kind == "vague" and role == "subject":
                role = "place"
            armed = spelling.kind == "armed" or _are_forces(tokens[end : end + _NEAR_FORCES])
            speaks = _is_source(tokens, at) or _only_speaks(tokens[end : end + _NEAR_SPEECH])
            yield Mention(token.start, tokens[end - 1].end, spelling.name, role, armed, speaks)


def is_third_party(mention: Mention) -> bool:
    """Whether it names somebody on whom the fighting may tell, and not a side or a place of it."""
    return mention.role == "subject" and not (mention.armed or mention.side or mention.speaks)


def _is_source(tokens: Sequence[Token], at: int) -> bool:
    """ "According to the UN"."""
    before = [token.lower for token in tokens[max(0, at - _BACK) : at] if token.lower != "the"]
    return before[-2:] == ["according", "to"]


def _only_speaks(following: Sequence[Token]) -> bool:
    """ "Chad said that …", and not "Chad said it would …", which is about Chad."""
    said = False
    for token in following:
        if said and token.lower in _OF_ITSELF:
            return False
        said = said or token.lower in _SPEAKING
    return said


def _are_forces(following: Sequence[Token]) -> bool:
    """Whether the next noun makes a name that of a side: "Syria's ground troops", "Colombia's
    FARC rebels".
    """
    for token in following:
        if token.lower not in _BEFORE_FORCES:
            return token.lower in _FORCES or token.text in _ARMED
    return False


def names_of(title: str | None) -> tuple[Mention, ...]:
    """The lexicon's names in a title."""
    return tuple(names_in(tokenize(title)) if title else ())


def _spelled(
    begun: dict[str, list[_Spelling]], tokens: Sequence[Token], at: int
) -> _Spelling | None:
    """The longest spelling that stands in the tokens from ``at`` on."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    spellings = (*begun.get(following, ()), *begun.get("", ()))
    return next((one for one in spellings if _stands(one, tokens, at)), None)


def _stands(spelling: _Spelling, tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1 : at + 1 + len(spelling.rest)]
    if not spelling.rest and tokens[at].text in _BEGINNINGS:
        return not any(token.capitalised for token in tokens[at + 1 : at + 2])
    return tuple([token.text for token in following]) == spelling.rest


def _attached(following: Sequence[Token]) -> list[str]:
    """The words after a name that a name may belong to: none beyond a comma or "since"."""
    words = [token.lower for token in following]
    stop = next(
        (i for i, word in enumerate(words) if word in _WORD_CLASSES or word == ","),
        None,
    )
    return words[:stop]


def _role(tokens: Sequence[Token], first: int, end: int, *, town: bool) -> Role:
    """What a name is in “Syrian war” (event), “in Syria” (place), “forces in Syria” (subject)."""
    following = _attached(tokens[end : end + _NEAR])
    if not _EVENTS.isdisjoint(following):
        return "event"
    if following and following[0] in words_of("attributes"):
        return "origin"
    before = [token.lower for token in tokens[max(0, first - _BACK) : first]]
    while before and before[-1] in _BETWEEN:
        before.pop()
    if before[-1:] == ["with"] and not words_of("bounds").isdisjoint(before[-2:-1]):
        return "origin"  # "the border with Rwanda"
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _DIRECTIONS:
        return "place"  # "north of Damascus"
    if before and before[-1] in _PLACES:
        held = not words_of("holders").isdisjoint(before[-2:])
        return "subject" if held and not town else "place"
    return "event" if before and before[-1] in _CAUSES else "subject"
