"""Who says so by other words than a verb: "according to X", "verified by X", "X: …"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from briefing.language.document import Speech
from briefing.language.groups import Parsed
from briefing.language.sourcekinds import is_state, source_kind
from briefing.language.speakers import source_after, whose_figures
from briefing.language.speaking import is_many
from briefing.lexicon import load, word_set
from briefing.models import Attribution, Sentence, Span
from briefing.records import replace

STOPS: Final = frozenset((";",))
_CONTRASTS: Final = STOPS | {"while", "whereas"}
_FARTHEST: Final = 60  # groups looked at for the end of a clause


def by_phrase(text: str, sentence: Sentence, parse: Parsed, index: int) -> Speech | None:
    """ "According to X, nine died", "nine died, citing X": what the clause around it tells."""
    group = parse.groups[index]
    tokens = parse.tokens
    for phrase in _PHRASES_BY_WORD[parse.lower[group.first]]:
        size = len(phrase)
        if parse.lower[group.first : group.first + size] == phrase:
            words = " ".join(phrase)
            source = source_after(parse, group.first + size)
            if source is None:
                return None
            name = text[source.start : source.end]
            if words in load("attribution")["relays"]["phrases"] and source_kind(name) is None:
                return None  # "citing links to the group"
            cue = text[tokens[group.first].start : tokens[group.first + size - 1].end]
            start, end = clause_around(sentence, parse, index, _CONTRASTS)
            at = Span(tokens[group.first].start, source.end)
            return Speech(start, end, Attribution(name, source_kind(name), cue), at)
    return None


def of_him(speech: Speech | None, last: Attribution | None) -> Speech | None:
    """ "According to him": whoever was named last; nobody where nobody was, or where they were
    several and he is one."""
    name = (speech.attribution.source_original or "").lower() if speech else ""
    if speech is None or name not in _objects():
        return speech
    if last is None or is_many(last) != (name == "them"):
        return None
    said = Attribution(last.source_original, last.kind, speech.attribution.cue)
    return replace(speech, attribution=said)


def clause_around(
    sentence: Sentence, parse: Parsed, index: int, marks: frozenset[str]
) -> tuple[int, int]:
    """Offsets of the clause that holds a group: one of ``marks`` begins another."""
    groups, tokens = parse.groups, parse.tokens
    before = range(index, max(0, index - _FARTHEST), -1)
    after = range(index + 1, min(len(groups), index + _FARTHEST))
    opens = next((i for i in before if groups[i].word in marks), None)
    closes = next((i for i in after if groups[i].word in marks), None)
    start = sentence.start if opens is None else tokens[groups[opens].first].start
    return start, sentence.end if closes is None else tokens[groups[closes].first].start


def verified(text: str, sentence: Sentence, parse: Parsed) -> list[Speech]:
    """ "Footage verified by X shows …": the verifier vouches for the rest."""
    found: list[Speech] = []
    tokens = parse.tokens
    for group in parse.groups:
        if group.kind != "verb" or group.last == len(tokens):
            continue
        if parse.lower[group.last] == "by" and f"{group.word} by" in _phrases():
            source = source_after(parse, group.last + 1)
            if source:
                name = text[source.start : source.end]
                cue = text[tokens[group.head].start : tokens[group.last].end]
                attribution = Attribution(name, source_kind(name), cue)
                words = Span(tokens[group.head].start, source.end)
                found.append(Speech(sentence.start, sentence.end, attribution, words))
    return found


def counted(text: str, sentence: Sentence, parse: Parsed) -> list[Speech]:
    """ "At least 340 have died, by an AFP count": whose figures they are."""
    if word_set("attribution", "figures", "nouns").isdisjoint(parse.held):
        return []
    found: list[Speech] = []
    for at, (by, figures) in enumerate(pairwise(parse.groups)):
        if by.word != "by" or (at and parse.groups[at - 1].word != ","):
            continue
        source = whose_figures(parse, figures, figures.first) if figures.kind == "noun" else None
        if source:
            name = text[source.start : source.end]
            cue = Span(parse.tokens[by.first].start, parse.tokens[figures.last - 1].end)
            attribution = Attribution(name, source_kind(name), text[cue.start : cue.end])
            found.append(Speech(*clause_around(sentence, parse, at, _CONTRASTS), attribution, cue))
    return found


def labelled(text: str, sentence: Sentence, parse: Parsed) -> list[Speech]:
    """ "Doctors' committee: 27 people killed", "17:10 – Army: the town has fallen"."""
    tokens, groups = parse.tokens, parse.groups
    colon = next((at for at, group in enumerate(groups) if tokens[group.first].text == ":"), 0)
    if not 0 < colon < len(groups) - 1:
        return []
    first = colon - 1
    while first > 1 and groups[first - 1].word in _OF and groups[first - 2].kind == "noun":
        first -= 2
    opens = first == 0 or groups[first - 1].word in _DASHES
    source = Span(tokens[groups[first].first].start, tokens[groups[colon - 1].last - 1].end)
    name = text[source.start : source.end]
    named = opens and groups[first].kind == "noun" and not is_state(name)  # "Sudan: 12 killed"
    kind = source_kind(name) if named else None
    if kind is None:
        return []
    mark = tokens[groups[colon].first]
    return [Speech(mark.end, sentence.end, Attribution(name, kind, mark.text), source)]


_DASHES: Final = frozenset("–—-")
_OF: Final = frozenset(("of", "at", "in", "from"))  # "Medics at the hospital: two dead"


@cache
def _phrases() -> frozenset[str]:
    return word_set("attribution", "phrases", "before")


@cache
def phrases_by_word() -> dict[str, list[list[str]]]:
    """The words of the phrases that begin with each word, the longest first."""
    table: dict[str, list[list[str]]] = {}
    for phrase in sorted(map(str.split, _phrases()), key=len, reverse=True):
        table.setdefault(phrase[0], []).append(phrase)
    return table


_PHRASES_BY_WORD: Final = phrases_by_word()


@cache
def _objects() -> frozenset[str]:
    return word_set("attribution", "carried_on", "objects")
