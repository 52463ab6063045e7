"""For whom a consequence holds: countries, governments by their capitals, alliances, regions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from briefing.actors import canonical, state_name
from briefing.language.document import Document
from briefing.language.tokens import Token, tokenize
from briefing.lexicon import load
from briefing.models import Attribution, Sentence, Span

MOST_SUBJECTS = 4  # a statement about more is a statement about the region
_REACH = 6  # sentences back in which a subject that is not repeated is sought
_CARRIED = 2  # subjects that a sentence without names takes over
_NEAR = 2  # words between a name and the event it belongs to: "the Syrian civil war"

_BACK = 4  # words before a name that are looked at
_REGION = "the wider region"  # says little on its own

Role = Literal["subject", "place", "event", "town"]
_ROLES: tuple[Role, ...] = ("subject", "place", "event", "town")
_TOWNS = ("settlement", "admin1")


@dataclass(frozen=True)
class Mention(Span):
    """A name of a possible subject, and what the words around it make of it."""

    name: str = ""
    role: Role = "subject"


class _Spelling(NamedTuple):
    """A name as the lexicon spells it, after its first token; ``town``: a capital."""

    rest: tuple[str, ...]
    name: str
    town: bool


@cache
def _names() -> dict[str, dict[str, list[_Spelling]]]:
    """Spellings by their first and second token, longest first; "" where there is no second."""
    table: dict[str, dict[str, list[_Spelling]]] = {}
    for name, spelling, town in _spellings():
        first, *rest = (token.text for token in tokenize(spelling))
        entries = table.setdefault(first, {}).setdefault(rest[0] if rest else "", [])
        entries.append(_Spelling(tuple(rest), name, town))
        entries.sort(key=lambda entry: -len(entry.rest))
    return table


def _spellings() -> Iterator[tuple[str, str, bool]]:
    lexicon = load("subjects")
    for group in ("organisations", "regions"):
        for name, also in lexicon[group].items():
            yield from ((name, spelling, False) for spelling in (name, *also))
    for country in load("countries").values():
        name = country["name"]
        for key in ("also", "demonyms", "people", "metonyms"):
            yield from ((name, spelling, key == "metonyms") for spelling in country.get(key, ()))
        yield name, name, False


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(load("subjects")["roles"][role]["words"].split())


def mentions(document: Document, sentence: Sentence) -> list[Mention]:
    """Names of possible subjects in ``sentence``, in order: the lexicon's, other actors, and last
    the countries of its towns: what "shopkeepers in Idlib" fear is feared in Syria."""
    found = list(names_in(document.tokens[sentence.index]))
    covered = {offset for mention in found for offset in range(mention.start, mention.end)}
    for actor in document.actors_in(sentence):
        new = covered.isdisjoint(range(actor.start, actor.end))
        if new and canonical(actor.name):  # "rebels" could be anybody's
            found.append(Mention(actor.start, actor.end, actor.name))
            covered.update(range(actor.start, actor.end))
    for place in document.places_in(sentence):
        new = covered.isdisjoint(range(place.start, place.end))
        # A town of a dependency, such as Bermuda, has no state of its own to speak of.
        if new and place.country in load("countries") and place.kind in _TOWNS:
            found.append(Mention(place.start, place.end, state_name(place.country or ""), "town"))
    return sorted(found, key=lambda mention: mention.start)


def names_in(tokens: Sequence[Token]) -> Iterator[Mention]:
    """The lexicon's names in a sentence, in order."""
    names = _names()
    end = 0
    for at, token in enumerate(tokens):
        begun = names.get(token.text) if at >= end else None
        spelling = _spelled(begun, tokens, at) if begun else None
        if spelling:
            end = at + 1 + len(spelling.rest)
            role = _role(tokens, at, end, town=spelling.town)
            yield Mention(token.start, tokens[end - 1].end, spelling.name, role)


def _spelled(
    begun: dict[str, list[_Spelling]], tokens: Sequence[Token], at: int
) -> _Spelling | None:
    """The longest spelling that stands in the tokens from ``at`` on."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    spellings = (*begun.get(following, ()), *begun.get("", ()))
    return next((one for one in spellings if _stands(one, tokens, at)), None)


def _stands(spelling: _Spelling, tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1 : at + 1 + len(spelling.rest)]
    return tuple(token.text for token in following) == spelling.rest


def _role(tokens: Sequence[Token], first: int, end: int, *, town: bool) -> Role:
    """What a name is in “Syrian war” (event), “in Syria” (place), “forces in Syria” (subject)."""
    following = [token.lower for token in tokens[end : end + _NEAR]]
    if not _words("events").isdisjoint(following) and "," not in following:
        return "event"
    before = [token.lower for token in tokens[max(0, first - _BACK) : first]]
    while before and before[-1] in _words("between"):
        before.pop()
    if before and before[-1] in _words("places"):
        held = not _words("holders").isdisjoint(before[-2:])
        return "subject" if held and not town else "place"
    return "event" if before and before[-1] in _words("causes") else "subject"


def choose_subjects(
    document: Document,
    sentence: Sentence,
    named: Sequence[Sequence[Mention]],
    spoken: Attribution,
    *,
    attitude: bool,
) -> tuple[str, ...]:
    """The canonical names for whom ``sentence`` states a consequence.

    ``named`` holds the mentions of every sentence. Where it happens and what caused it come only
    where nobody else is named, and so does who speaks unless the statement is the speaker's own
    ``attitude``. A sentence without names, or about "it", carries on with those before.
    """
    here = named[sentence.index]
    if not attitude and not _of_itself(document.tokens[sentence.index], spoken.cue or ""):
        here = [_unspoken(document, mention, spoken.source_original or "") for mention in here]
    before = reversed(named[max(0, sentence.index - _REACH) : sentence.index])
    carried = _most_telling(next((mentioned for mentioned in before if mentioned), []))[:_CARRIED]
    chosen = _most_telling(here)
    if _carries_on(document, sentence) or not any(m.role == "subject" for m in here):
        return _distinct((*carried[:1], *chosen))
    if all(name == _REGION for name in chosen):
        return _distinct((*chosen, *carried))
    return _distinct(chosen)


def _most_telling(mentioned: Sequence[Mention]) -> list[str]:
    """The names in the best role that any of them has."""
    best = next((role for role in _ROLES if any(m.role == role for m in mentioned)), None)
    return [mention.name for mention in mentioned if mention.role == best]


def _carries_on(document: Document, sentence: Sentence) -> bool:
    words = [token.lower for token in document.tokens[sentence.index] if token.text[0].isalnum()]
    return any("-".join(words[:size]) in _words("carried") for size in (1, 2))


def _of_itself(tokens: Sequence[Token], cue: str) -> bool:
    """Whether speakers speak of themselves: "Kabul says that it has asked for a loan"."""
    words = [token.lower for token in tokens if token.lower != "that"]
    said = cue.lower().split()[-1:]
    return any([word] == said and after in _words("themselves") for word, after in pairwise(words))


def _unspoken(document: Document, mention: Mention, source: str) -> Mention:
    """A speaker is a subject only where no other is named."""
    spoken = document.article.text[mention.start : mention.end] in source
    return replace(mention, role="place") if spoken else mention


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:MOST_SUBJECTS]
