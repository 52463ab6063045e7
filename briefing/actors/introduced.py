"""Names that a text explains once and then uses: "the Zomi Liberation Front (ZLF)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from briefing.actors.organisations import is_acronym
from briefing.language.document import ActorMention
from briefing.language.grammar import word_classes
from briefing.language.tokens import Token
from briefing.lexicon import load

_LONGEST_NAME = 5  # words
_APPOSITION = 7  # words in which "…, a militant group" says what a name is

Sentences = Sequence[Sequence[Token]]


def with_introduced(
    text: str, sentences: Sentences, actors: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """The actors of a document and every later mention of a name that it introduces."""
    names = dict(_short_forms(sentences, actors))
    for name in chain(
        _explained(text, sentences), _claimants(text, sentences), _armed_acronyms(actors)
    ):
        names.setdefault(name, name)
    if not names:
        return tuple(actors)
    firsts = {name.split()[0] for name in names}
    taken = {offset for actor in actors for offset in (actor.start,)}
    added = [
        mention
        for tokens in sentences
        for at, token in enumerate(tokens)
        if token.text in firsts and token.start not in taken
        for mention in _mentions(text, tokens, at, names)
    ]
    return _merged(actors, added)


def _mentions(
    text: str, tokens: Sequence[Token], at: int, names: dict[str, str]
) -> Iterator[ActorMention]:
    for size in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        written = text[tokens[at].start : tokens[at + size - 1].end]
        if written in names:
            end = tokens[at + size - 1].end
            yield ActorMention(tokens[at].start, end, names[written], written)
            return


def _merged(
    actors: Sequence[ActorMention], added: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """Both in the order of the text; a mention inside one that was known before is left out."""
    merged: list[ActorMention] = []
    for actor in sorted((*actors, *added), key=lambda a: (a.start, -a.end)):
        if not merged or actor.start >= merged[-1].end:
            merged.append(actor)
    return tuple(merged)


def _short_forms(sentences: Sentences, actors: Sequence[ActorMention]) -> Iterator[tuple[str, str]]:
    """(short form, name) of "the Zomi Liberation Front (ZLF)" and "the ZLF [Zomi … Front]"."""
    by_end = {actor.end: actor for actor in actors if actor.country is None}
    by_start = {actor.start: actor for actor in actors if actor.country is None}
    for tokens in sentences:
        for at in range(1, len(tokens) - 2):
            if tokens[at].text not in ("(", "["):
                continue
            before, inner = tokens[at - 1], tokens[at + 1]
            if before.end in by_end and is_acronym(inner.text):
                yield inner.text, by_end[before.end].name
            elif inner.start in by_start and is_acronym(before.text):
                yield before.text, by_start[inner.start].name


def _armed_acronyms(actors: Sequence[ActorMention]) -> Iterator[str]:
    """ "ZLF" where the text says "ZLF rebels"."""
    return (actor.name for actor in actors if actor.country is None and is_acronym(actor.name))


def _explained(text: str, sentences: Sentences) -> Iterator[str]:
    """ "Ansar al-X, a militant group", "the rebel group Ansar al-X"."""
    kinds, armed = _kinds()
    for tokens in sentences:
        for at, token in enumerate(tokens):
            if token.lower not in kinds:
                continue
            if at and tokens[at - 1].lower in armed:
                end = _name_end(tokens, at + 1)
                if end > at + 1:
                    yield text[tokens[at + 1].start : tokens[end - 1].end]
            start = _name_before(tokens, at, armed)
            if start is not None:
                yield text[tokens[start[0]].start : tokens[start[1] - 1].end]


def _claimants(text: str, sentences: Sentences) -> Iterator[str]:
    """ "Tawhid Zom claimed responsibility": who does so is an armed organisation."""
    claims, things, between = _claims()
    for tokens in sentences:
        for at, token in enumerate(tokens):
            if token.lower not in things or not at or tokens[at - 1].lower not in claims:
                continue
            end = at - 1
            while end and tokens[end - 1].lower in between:
                end -= 1
            first = end
            while first and end - first < _LONGEST_NAME and _in_name(tokens[first - 1]):
                first -= 1
            if first < end and _is_new(tokens[first:end]):
                yield text[tokens[first].start : tokens[end - 1].end]


def _is_new(name: Sequence[Token]) -> bool:
    """Whether words are no plain words with a capital, such as "Nobody" or "Police"."""
    plain = load("actors")["forces"]
    known = f"{plain['state']['words']} {plain['armed']['words']}".split()
    return not all(token.lower in word_classes() or token.lower in known for token in name)


def _name_end(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < min(len(tokens), at + _LONGEST_NAME) and _in_name(tokens[end]):
        end += 1
    return end


def _name_before(tokens: Sequence[Token], at: int, armed: frozenset[str]) -> tuple[int, int] | None:
    """The name that "…, an armed group" at ``at`` explains, as (first token, token after it)."""
    commas = (i for i in range(at - 1, max(1, at - _APPOSITION), -1) if tokens[i].text == ",")
    comma = next(commas, None)
    if comma is None or comma + 1 >= at or tokens[comma + 1].lower not in ("a", "an", "the"):
        return None
    if armed.isdisjoint(token.lower for token in tokens[comma + 1 : at]):
        return None
    first = comma
    while first and comma - first < _LONGEST_NAME and _in_name(tokens[first - 1]):
        first -= 1
    first += tokens[first].lower == "the"
    sentence_opens = first == 0 and comma - first == 1 and not is_acronym(tokens[0].text)
    return None if first == comma or sentence_opens else (first, comma)


def _in_name(token: Token) -> bool:
    return token.capitalised or token.lower.startswith(("al-", "ul-", "ud-"))


@cache
def _claims() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(forms of "claim", what is claimed, words between the claimant and the verb)."""
    claims = load("actors")["claimants"]
    lists = (claims["verbs"], claims["things"], claims["between"])
    verbs, things, between = (frozenset(words.split()) for words in lists)
    return verbs, things, between


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """(nouns for an organisation, words that say it is armed)."""
    explained = load("actors")["explained"]
    return frozenset(explained["nouns"].split()), frozenset(explained["armed"].split())
