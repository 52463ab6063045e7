"""Who says so: reported and direct speech, inside a sentence and across sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from briefing.language.credits import (
    by_phrase,
    counted,
    labelled,
    of_him,
    phrases_by_word,
    verified,
)
from briefing.language.document import Speech
from briefing.language.groups import Parsed
from briefing.language.inflection import inflect
from briefing.language.said import QUOTES, TELLING, by_verb
from briefing.language.speaking import fears
from briefing.language.spoken_of import HE, body_met, person_met, who_is_silent
from briefing.language.told_after import TOLD, tell_before
from briefing.lexicon import load, word_set
from briefing.models import Attribution, Sentence, Span
from briefing.records import replace

_PHRASES_BY_WORD: Final = phrases_by_word()
_RELAYS_PHRASES: Final = load("attribution")["relays"]["phrases"]


def find_speeches(
    text: str, sentences: Sequence[Sentence], parsed: Sequence[Parsed]
) -> list[list[Speech]]:
    """The stretches of each sentence that somebody says, outermost first.

    A pronoun or "the group" stands for the source named last; a sentence wholly inside quotation
    marks without a source of its own belongs to the source around it.
    """
    found: list[list[Speech]] = []
    last: Attribution | None = None
    met: Parsed | None = None  # the last sentence, where nobody speaks in it
    inside = False
    waiting: list[int] = []  # sentences of a quotation that goes on, which name nobody
    for sentence, parse in zip(sentences, parsed, strict=True):
        he = person_met(text, met) if met and not HE.isdisjoint(parse.held) else None
        if met and he is None and last is None and parse.lower[:1] == ["it"]:
            he = body_met(text, met)
        speeches = _speeches(text, sentence, parse, he or last)
        quoted = inside or sentence.text[:1] in QUOTES
        waiting = waiting if inside else []
        if speeches:
            _say_all(found, sentences, waiting, speeches[0].attribution)
        elif quoted:
            waiting.append(len(found))
        if not speeches and quoted and last:
            direct = Attribution(last.source_original, last.kind, last.cue, direct=True)
            speeches = [Speech(sentence.start, sentence.end, direct)]
        inside = _left_open(sentence.text, inside)
        if found and not (found[-1] or TOLD.isdisjoint(parse.held)):
            tell_before(text, sentences, found, parse)
        found.append(speeches)
        silent = who_is_silent(text, parse) if not speeches else None
        met = None if speeches or sentence.heading else parse
        last = next((s.attribution for s in speeches if _is_speaker(s)), silent or last)
        if sentence.heading:
            last = None
    return found


def _say_all(
    found: list[list[Speech]], sentences: Sequence[Sentence], quoted: list[int], said: Attribution
) -> None:
    """ "“Gunmen came. They killed two,” a nurse said": she says also what stands before."""
    for at in quoted:
        if said.direct:
            found[at] = [Speech(sentences[at].start, sentences[at].end, said)]


def _is_speaker(speech: Speech) -> bool:
    """Whether a source can be "he": no "initial assessment"."""
    source = speech.attribution.source_original
    words = source.lower().split() if source else ["none"]
    return source is not None and words[-1] not in _NEVER and not _PAPERS.issuperset(words)


_NEVER: Final = word_set("sources", "never", "words")


def _left_open(text: str, inside: bool) -> bool:
    opened = text.count("“") - text.count("”")
    if opened:
        return opened > 0
    return inside != bool(text.count('"') % 2)


def _speeches(
    text: str, sentence: Sentence, parse: Parsed, last: Attribution | None
) -> list[Speech]:
    found: list[Speech] = []
    words, telling, opening = parse.lower, TELLING, _PHRASES_BY_WORD
    may_tell = [
        (index, group)
        for index, group in enumerate(parse.groups)
        if group.verb in telling or words[group.first] in opening
    ]
    for index, group in may_tell:
        tells = group.verb in telling and group.kind == "verb"
        opens = words[group.first] in opening and group.kind in _CUES
        if not (tells or opens):
            continue
        spoken = found[-1:] if found and not _is_paper(found[-1]) else []
        before = spoken[0].attribution if spoken else last
        speech = by_verb(text, sentence, parse, index, before) if tells else None
        if speech is None and opens:
            speech = of_him(by_phrase(text, sentence, parse, index), before)
        if speech:
            found.append(speech)
    if found:
        found = _without_papers(found) if len(found) > 1 else found
        found = _in_turn(parse, _relayed(_without_feared(found)))
    if "by" in words:
        found += (*verified(text, sentence, parse), *counted(text, sentence, parse))
    found += labelled(text, sentence, parse) if ":" in words else []
    return sorted(found, key=lambda speech: (speech.start, -speech.end))


_CUES: Final = frozenset(("verb", "preposition", "noun"))  # groups with which a phrase can begin


def _without_feared(speeches: list[Speech]) -> list[Speech]:
    """ "Officials fear a siege, a diplomat said": who says so comes before who fears it."""
    said = [s for s in speeches if (s.attribution.cue or "").lower() not in _FEARING]
    return said or speeches


def _without_papers(speeches: list[Speech]) -> list[Speech]:
    """ "Initial reports suggest that nine died, the mayor said": he says so."""
    said = [s for s in speeches if not _is_paper(s)]
    return [s for s in speeches if s in said or not any(o.start <= s.start < o.end for o in said)]


def _is_paper(speech: Speech) -> bool:
    """ "Initial reports", of nobody in particular."""
    return _PAPERS.issuperset((speech.attribution.source_original or "none").lower().split())


_PAPERS: Final = word_set("attribution", "papers", "words")


def _in_turn(parse: Parsed, speeches: list[Speech]) -> list[Speech]:
    """ "Two died in Sake, X said, and four were shot in Goma, Y said": each says what is before."""
    told = list(speeches)
    for at, (first, second) in enumerate(pairwise(speeches)):
        if first.words is None or second.words is None or first.start != second.start:
            continue
        inserted = first.start < first.words.start and first.words.end <= second.words.start
        if inserted and _tells(parse, first.start, first.words.start):
            told[at] = replace(told[at], end=first.words.end)
            if _tells(parse, first.words.end, second.words.start):
                told[at + 1] = replace(second, start=first.words.end)
    return told


def _tells(parse: Parsed, start: int, end: int) -> bool:
    """Whether a clause stands between two offsets."""
    inside = (g for g in parse.groups if g.finite and start <= parse.tokens[g.first].start < end)
    return next(inside, None) is not None


def _relayed(speeches: list[Speech]) -> list[Speech]:
    """ "AFP reported, citing a doctor": what the one tells, the other has said."""
    cited = [s for s in speeches if (s.attribution.cue or "").lower() in _RELAYS_PHRASES]
    if len(cited) != 1 or len(speeches) == 1:
        return speeches
    told = [s for s in speeches if s is not cited[0]]
    cue = cited[0].words
    return [replace(s, attribution=cited[0].attribution, words=_both(s.words, cue)) for s in told]


def _both(teller: Span | None, cited: Span | None) -> Span | None:
    """The words for who tells and for whom it cites, where they stand together."""
    if teller and cited and 0 <= cited.start - teller.end <= _BESIDE:
        return Span(teller.start, cited.end)
    return cited


_BESIDE: Final = 6  # characters between "told us" and "citing"


def _fearing() -> frozenset[str]:
    """The forms of the verbs of fear."""
    return frozenset(form for verb in fears() for form, _ in inflect(verb))


_FEARING: Final = _fearing()
