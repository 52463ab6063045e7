"""Names that a text explains once and then uses: "the Zomi Liberation Front (ZLF)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final

from briefing.actors.organisations import is_acronym
from briefing.language.document import ActorMention
from briefing.language.tokens import Token
from briefing.language.wordclasses import word_classes
from briefing.lexicon import load
from briefing.lexicon.memo import positions
from briefing.models import Span
from briefing.records import replace

_LONGEST_NAME: Final = 5  # words
_APPOSITION: Final = 7  # words in which "…, a militant group" says what a name is

_OPENING: Final = frozenset(("(", "["))
_OR: Final = frozenset(("or",))

Sentences = Sequence[Sequence[Token]]
Read = Sequence[tuple[Sequence[Token], Sequence[str]]]  # with the words in lower case


def with_introduced(
    text: str, sentences: Sentences, actors: Sequence[ActorMention], words: Sequence[Sequence[str]]
) -> tuple[ActorMention, ...]:
    """The actors of a document and every later mention of a name that it introduces.

    ``words``: the tokens of each sentence in lower case.
    """
    read = list(zip(sentences, words, strict=True))
    actors = _as_explained(read, actors)
    names = dict(_short_forms(read, actors))
    known = {actor.end for actor in actors}
    told = (*_explained(read), *_claimants(read))
    new = (text[span.start : span.end] for span in told if span.end not in known)
    for name in chain(new, _armed_acronyms(actors)):
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


def _as_explained(read: Read, actors: Sequence[ActorMention]) -> Sequence[ActorMention]:
    """The actors, a short form that is known for another one as the text explains it: "the Somali
    National Army (SNA)" is not the Syrian one."""
    by_end = {actor.end: actor for actor in actors}
    explained: dict[str, ActorMention] = {}
    for tokens, words in read:
        for at in positions(words, _OPENING):
            whole = by_end.get(tokens[at - 1].end) if 0 < at < len(tokens) - 2 else None
            short = tokens[at + 1].text if whole else ""
            if whole and is_acronym(short) and _spells(short, whole.as_written):
                explained.setdefault(short, whole)
    if not explained:
        return actors
    return [_as_meant(actor, explained.get(actor.as_written, actor)) for actor in actors]


def _as_meant(actor: ActorMention, meant: ActorMention) -> ActorMention:
    return replace(actor, name=meant.name, country=meant.country, combatant=meant.combatant)


def _spells(short: str, name: str) -> bool:
    """Whether the capitals of a name make up its short form."""
    return "".join(word[0] for word in name.split() if word[0].isupper()) == short


def _short_forms(read: Read, actors: Sequence[ActorMention]) -> Iterator[tuple[str, str]]:
    """(short form, name) of "the Zomi Front (ZF)", "the ZF [Zomi Front]", "Zomi Front, or ZF,"."""
    by_end = {actor.end: actor for actor in actors if actor.country is None}
    by_start = {actor.start: actor for actor in actors if actor.country is None}
    for tokens, words in read:
        for at in positions(words, _OPENING):
            if not 0 < at < len(tokens) - 2:
                continue
            before, inner = tokens[at - 1], tokens[at + 1]
            if before.end in by_end and is_acronym(inner.text):
                yield inner.text, by_end[before.end].name
            elif inner.start in by_start and is_acronym(before.text):
                yield before.text, by_start[inner.start].name
        for at in positions(words, _OR):
            short = at + 1 + (words[at + 1 : at + 2] == ["the"])
            if not 1 < at < short < len(tokens) - 1 or tokens[short + 1].text not in ",.":
                continue
            named = tokens[at - 1].text == "," and tokens[at - 2].end in by_end
            if named and is_acronym(tokens[short].text):
                yield tokens[short].text, by_end[tokens[at - 2].end].name


def _armed_acronyms(actors: Sequence[ActorMention]) -> Iterator[str]:
    """ "ZLF" where the text says "ZLF rebels"."""
    return (actor.name for actor in actors if actor.country is None and is_acronym(actor.name))


def _explained(read: Read) -> Iterator[Span]:
    """ "Ansar al-X, a militant group", "the rebel group Ansar al-X"."""
    kinds, armed = _kinds()
    for tokens, words in read:
        for at in positions(words, kinds):
            if at and tokens[at - 1].lower in armed:
                end = _name_end(tokens, at + 1)
                if end > at + 1:
                    yield Span(tokens[at + 1].start, tokens[end - 1].end)
            comma = _comma_before(tokens, at, armed)
            first = _name_start(tokens, comma) if comma else None
            if comma and first is not None and not _opens(tokens, first, comma):
                yield Span(tokens[first].start, tokens[comma - 1].end)


def _claimants(read: Read) -> Iterator[Span]:
    """ "Tawhid Zom claimed responsibility": who does so is an armed organisation."""
    claims, things, between = _claims()
    for tokens, words in read:
        for at in positions(words, things):
            if not at:
                continue
            end = at - 1 if tokens[at - 1].lower not in ("the", "this") else at - 2
            if end < 0 or tokens[end].lower not in claims:
                continue
            while end and tokens[end - 1].lower in between:
                end -= 1
            first = _name_start(tokens, end)
            if first is not None and _is_new(tokens[first:end]):
                yield Span(tokens[first].start, tokens[end - 1].end)


def _is_new(name: Sequence[Token]) -> bool:
    """Whether words are no plain words with a capital, such as "Police"."""
    plain = load("actors")["forces"]
    known = f"{plain['state']['words']} {plain['armed']['words']}".split()
    return not all(token.lower in known for token in name)


def _name_end(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < min(len(tokens), at + _LONGEST_NAME) and _in_name(tokens[end]):
        end += 1
    return end


def _name_start(tokens: Sequence[Token], end: int) -> int | None:
    """The first token of the capitalised name that ends before ``end``, without "The"."""
    first = end
    while first and end - first < _LONGEST_NAME and _in_name(tokens[first - 1]):
        first -= 1
    while first < end and tokens[first].lower in word_classes():
        first += 1
    return first if first < end else None


def _comma_before(tokens: Sequence[Token], at: int, armed: frozenset[str]) -> int | None:
    """The comma after the name that "…, an armed group" at ``at`` explains."""
    commas = (i for i in range(at - 1, max(1, at - _APPOSITION), -1) if tokens[i].text == ",")
    comma = next(commas, None)
    if comma is None or comma + 1 >= at or tokens[comma + 1].lower not in ("a", "an", "the"):
        return None
    return None if armed.isdisjoint(token.lower for token in tokens[comma + 1 : at]) else comma


def _opens(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name is one word that opens its sentence: its capital says nothing."""
    return first == 0 and end == 1 and not is_acronym(tokens[0].text)


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
