"""Who says so: reported and direct speech, inside a sentence and across sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import Final

from briefing.language.credits import (
    STOPS,
    by_phrase,
    clause_around,
    counted,
    labelled,
    of_him,
    phrases_by_word,
    verified,
)
from briefing.language.dateparts import is_weekday
from briefing.language.document import Speech
from briefing.language.groups import Group, Parsed
from briefing.language.inflection import inflect
from briefing.language.sourcekinds import source_kind
from briefing.language.speakers import (
    CLOSING,
    speaker_after,
    speaker_before,
    title_of,
    whose_figures,
)
from briefing.language.speaking import (
    STRONG,
    clause_only,
    counting,
    end_of_decree,
    fears,
    is_many,
    may_speak,
)
from briefing.lexicon import load, word_set
from briefing.models import Attribution, Sentence, Span
from briefing.records import replace

_PHRASES_BY_WORD: Final = phrases_by_word()
_COUNTING: Final = counting()
_RELAYS_VERBS: Final = word_set("attribution", "relays", "verbs")
_RELAYS_PHRASES: Final = load("attribution")["relays"]["phrases"]
_QUOTES: Final = frozenset('"“”„«»‘')  # the apostrophe’s sign opens nothing

Stretch = tuple[int, int]  # offsets


def find_speeches(
    text: str, sentences: Sequence[Sentence], parsed: Sequence[Parsed]
) -> list[list[Speech]]:
    """The stretches of each sentence that somebody says, outermost first.

    A pronoun or "the group" stands for the source named last; a sentence wholly inside quotation
    marks without a source of its own belongs to the source around it.
    """
    found: list[list[Speech]] = []
    last: Attribution | None = None
    inside = False
    for sentence, parse in zip(sentences, parsed, strict=True):
        speeches = _speeches(text, sentence, parse, last)
        quoted = inside or sentence.text[:1] in _QUOTES
        if not speeches and quoted and last:
            direct = Attribution(last.source_original, last.kind, last.cue, direct=True)
            speeches = [Speech(sentence.start, sentence.end, direct)]
        inside = _left_open(sentence.text, inside)
        found.append(speeches)
        last = next((s.attribution for s in speeches if s.attribution.source_original), last)
        if sentence.heading:
            last = None
    return found


def _left_open(text: str, inside: bool) -> bool:
    opened = text.count("“") - text.count("”")
    if opened:
        return opened > 0
    return inside != bool(text.count('"') % 2)


def _speeches(
    text: str, sentence: Sentence, parse: Parsed, last: Attribution | None
) -> list[Speech]:
    found: list[Speech] = []
    words, telling, opening = parse.lower, _TELLING, _PHRASES_BY_WORD
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
        before = found[-1].attribution if found else last
        speech = _by_verb(text, sentence, parse, index, before) if tells else None
        if speech is None and opens:
            speech = of_him(by_phrase(text, sentence, parse, index), before)
        if speech:
            found.append(speech)
    if found:
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


# --- "X said …", "…, X said", "…, said X" -------------------------------------------------------


def _by_verb(
    text: str, sentence: Sentence, parse: Parsed, index: int, last: Attribution | None
) -> Speech | None:
    quoted = _quoted(text, sentence, parse, index)
    group = parse.groups[index]
    if quoted or group.verb not in _VERBS or group.modal == "to" or group.passive:
        return quoted
    return _shared(sentence, parse, index, last) or _said(text, sentence, parse, index, last)


def _said(
    text: str, sentence: Sentence, parse: Parsed, index: int, last: Attribution | None
) -> Speech | None:
    """ "X said …", "…, X said", "…, said X"."""
    group = parse.groups[index]
    carrier = _carrier(parse, index)
    subject = speaker_before(parse, carrier)
    told = _who_and_what(sentence, parse, index, subject)
    if told is None:
        return None
    source, content = told
    if subject and group.verb not in STRONG and _is_governed(parse, subject[0]):
        return None  # "the policy toward the evacuation of people maimed in war shows"
    whole = parse.tokens[source[0].first].start, parse.tokens[source[1].last - 1].end
    name = _whose_tally(parse, source) or Span(*whole)
    cue = text[parse.tokens[group.first].start : parse.tokens[group.last - 1].end]
    attribution = _named(text[name.start : name.end], parse, source, cue, last)
    if attribution is None or not may_speak(parse, index, subject, attribution):
        return None
    if any(mark in text[content[0] : content[1]] for mark in _QUOTES):
        attribution = Attribution(attribution.source_original, attribution.kind, cue, direct=True)
    title = parse.groups[title_of(parse, index)]
    start, end = min(source[0].first, title.first), max(source[1].last, group.last)
    if carrier != index:
        start = group.first  # what stands between is no part of the source
    words = Span(parse.tokens[start].start, parse.tokens[end - 1].end)
    return Speech(*content, attribution, words)


def _who_and_what(
    sentence: Sentence, parse: Parsed, index: int, subject: tuple[int, int] | None
) -> tuple[tuple[Group, Group], tuple[int, int]] | None:
    """The first and the last group of who speaks, and where what is said begins and ends."""
    group = parse.groups[index]
    turned = group.verb != "tell" and group.form != "ing"  # "saying nine people had died"
    inverted = speaker_after(parse, index) if turned else None
    if inverted and _told(parse, subject, index):
        first, end = inverted
        start = clause_around(sentence, parse, index, STOPS)[0]
        source = parse.groups[first], parse.groups[end - 1]
        return source, (start, parse.tokens[group.first].start)
    if subject is None:
        return None
    clause = clause_around(sentence, parse, index, STOPS)
    source = parse.groups[subject[0]], parse.groups[subject[1]]
    return source, _content(clause, parse, subject[0], index)


def _whose_tally(parse: Parsed, source: tuple[Group, Group]) -> Span | None:
    """Who counted, where "an AFP tally" is what shows it; "a UN report" is a source of its own."""
    group = source[0]
    if group is not source[1] or group.word not in word_set("attribution", "figures", "tallies"):
        return None
    return whose_figures(parse, group, group.first)


def _carrier(parse: Parsed, index: int) -> int:
    """The verb whose subject says so: of "Residents gave a toll, saying …", and of "Rebels raided
    the post and claimed …", the first."""
    groups = parse.groups
    joined = groups[index - 1].kind == "coordinator" and groups[index].finite
    participle = groups[index].form == "ing" and groups[index - 1].word == ","
    spoken = STRONG if joined else STRONG | _COUNTING
    if not index or not (joined or participle) or groups[index].verb not in spoken:
        return index
    finite = [at for at in range(index - 2, 0, -1) if groups[at].finite and not groups[at].passive]
    saying = [at for at in finite if groups[at].verb in _VERBS]
    return next(iter((*saying, *finite)), index)


def _told(parse: Parsed, subject: tuple[int, int] | None, index: int) -> bool:
    """Whether what is said stands before the verb: "Five died, said X", not "X, who fled, said"."""
    before = parse.groups[: subject[0] if subject else index - 1]
    return any(group.finite for group in before)


def _quoted(text: str, sentence: Sentence, parse: Parsed, index: int) -> Speech | None:
    """ "The agency quoted an officer as saying that": the officer says so."""
    groups, tokens = parse.groups, parse.tokens
    if groups[index].verb not in _RELAYS_VERBS:
        return None
    said = next((i for i in range(index + 2, len(groups)) if groups[i].word == "saying"), None)
    if said is None or groups[said - 1].word != "as":
        return None
    source = speaker_before(parse, index) if groups[index].passive else (index + 1, said - 2)
    if source is None:
        return None
    start, end = tokens[groups[source[0]].first].start, tokens[groups[source[1]].last - 1].end
    cue = Span(tokens[groups[said - 1].first].start, tokens[groups[said].last - 1].end)
    name = text[start:end]
    attribution = Attribution(name, source_kind(name), text[cue.start : cue.end])
    ends = all(group.kind == "mark" for group in groups[said + 1 :])  # "…, X quoted Y as saying."
    content = (sentence.start, start) if ends else (cue.end, sentence.end)
    return Speech(*content, attribution, Span(start, cue.end))


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


def _shared(
    sentence: Sentence, parse: Parsed, index: int, last: Attribution | None
) -> Speech | None:
    """ "X said two had died, adding that …": the participle has the subject of the verb before."""
    groups, tokens = parse.groups, parse.tokens
    participle = groups[index].form == "ing" and index > 1 and groups[index - 1].word == ","
    if not participle or last is None or groups[index - 2].verb not in _VERBS:
        return None
    cue = Span(tokens[groups[index].first].start, tokens[groups[index].last - 1].end)
    attribution = Attribution(last.source_original, last.kind, groups[index].word)
    return Speech(cue.end, sentence.end, attribution, cue)


def _is_governed(parse: Parsed, first: int) -> bool:
    before = parse.groups[first - 1] if first else None
    opens = before is not None and before.word == "as"  # "as sources spoke of 81 dead"
    return before is not None and before.kind in ("preposition", "verb") and not opens


def _content(clause: Stretch, parse: Parsed, first: int, index: int) -> Stretch:
    """What is said: after the cue, or before the source where that stands at the end."""
    start, end = clause
    groups, tokens = parse.groups, parse.tokens
    cue_end, source = tokens[groups[index].last - 1].end, tokens[groups[first].first].start
    substantial = any(g.kind == "verb" for g in _until(parse, index + 1, end))
    before_comma = start < source and groups[first - 1].word in CLOSING
    told = (g for g in groups[: max(0, first - 1)] if tokens[g.first].start >= start)
    inserted = _is_inserted(parse, index)
    if before_comma and substantial and inserted:
        return start, end  # "Five died, X said, adding …"
    if before_comma and not substantial and any(g.finite for g in told):
        return start, source
    decreed = end_of_decree(parse, index)
    return cue_end, end if decreed is None else min(end, tokens[groups[decreed].first].start)


def _is_inserted(parse: Parsed, index: int) -> bool:
    """Whether a comma follows who says so, at once or behind the day: "X said on Tuesday, …"."""
    groups, at = parse.groups, index + 1
    if groups[index].verb == "tell" and at < len(groups) and groups[at].kind == "noun":
        at += 1  # "two nurses told us, citing …"
    while at + 1 < len(groups) and _dates_or_places(groups[at], groups[at + 1]):
        at += 1 + (groups[at].kind == "preposition")
    if at < len(groups) and is_weekday(groups[at].word):
        at += 1
    return at < len(groups) and groups[at].word in _INSERTED


def _dates_or_places(group: Group, following: Group) -> bool:
    """ "On Tuesday", "late", "in a statement" behind a verb of saying."""
    if group.word in ("late", "early"):
        return True
    return group.kind == "preposition" and (following.kind == "noun" or is_weekday(following.word))


_INSERTED: Final = frozenset((",", "—", "–", "--"))


def _until(parse: Parsed, at: int, end: int) -> Iterator[Group]:
    """The groups from ``at`` that begin before the offset ``end``."""
    later = (parse.groups[i] for i in range(at, len(parse.groups)))
    return takewhile(lambda group: parse.tokens[group.first].start < end, later)


def _named(
    name: str, parse: Parsed, source: tuple[Group, Group], cue: str, last: Attribution | None
) -> Attribution | None:
    """The source, or the one named before where the words only point back to it."""
    words = parse.lower[source[0].first : source[1].last]
    if words[0] in _PRONOUNS and len(words) == 1:
        one = words[0] in ("he", "she")
        if last is None or (one and is_many(last)):  # "he" is none of "analysts"
            return None
        return Attribution(last.source_original, last.kind, cue)
    if words == ["one"] and last and is_many(last):  # "Miners said … it comes, said one"
        return Attribution(last.source_original, last.kind, cue)
    bare = [word for word in words if word not in ("the", "same", "this")]
    if last and source[0].definite and len(bare) == 1 and _points_to(bare[0], last):
        return Attribution(last.source_original, last.kind, cue)
    return Attribution(name, source_kind(name), cue)


def _points_to(word: str, last: Attribution) -> bool:
    """Whether "the group", "the ministry" can mean the source named last."""
    known = load("attribution")["carried_on"]
    if word in known["bodies"].split():
        return _is_body(last)
    if word in known["any_source"].split():
        return True
    named = (last.source_original or "").lower().split()
    return word in known["nouns"].split() and word in named


def _is_body(last: Attribution) -> bool:
    """Whether a source is a body with a name, which "the group" can mean: no residents, no army."""
    words = (last.source_original or "").removeprefix("The ").removeprefix("the ").split()
    known = last.kind not in word_set("attribution", "carried_on", "no_bodies")
    return known and not is_many(last) and any(word[:1].isupper() for word in words)


# --- tables -------------------------------------------------------------------------------------


@cache
def _verbs() -> frozenset[str]:
    verbs = load("attribution")["verbs"]
    said = " ".join((verbs["say"], verbs["claim"], verbs["deny"])).split()
    return frozenset((*said, *counting(), *clause_only()))


_VERBS: Final = _verbs()


def _telling() -> frozenset[str]:
    """The verbs whose subject, or whoever they quote, may say something."""
    return _verbs() | word_set("attribution", "relays", "verbs")


_TELLING: Final = _telling()


def _fearing() -> frozenset[str]:
    """The forms of the verbs of fear."""
    return frozenset(form for verb in fears() for form, _ in inflect(verb))


_FEARING: Final = _fearing()


def _pronouns() -> frozenset[str]:
    return word_set("attribution", "carried_on", "pronouns")


_PRONOUNS: Final = _pronouns()
