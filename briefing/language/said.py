"""What a verb attributes: "X said …", "…, X said", "…, said X", "X was quoted as saying"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from briefing.language.carried_on import attributed_to
from briefing.language.credits import STOPS, clause_around
from briefing.language.dateparts import is_weekday
from briefing.language.document import Speech
from briefing.language.groups import Group, Parsed
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
    charging,
    clause_only,
    counting,
    end_of_decree,
    end_of_report,
    may_speak,
)
from briefing.lexicon import load, word_set
from briefing.models import Attribution, Sentence, Span

QUOTES: Final = frozenset('"“”„«»‘')  # the apostrophe’s sign opens nothing
_STATE: Final = ["predicate"]
_RELAYING: Final = word_set("attribution", "relays", "verbs")
Stretch = tuple[int, int]  # offsets


def by_verb(
    text: str, sentence: Sentence, parse: Parsed, index: int, last: Attribution | None
) -> Speech | None:
    """What the verb group at ``index`` attributes; ``last``: the source named before it, if any."""
    quoted = _quoted(text, sentence, parse, index)
    group = parse.groups[index]
    if quoted or group.verb not in _VERBS or group.modal == "to" or group.passive:
        return quoted
    behind = parse.groups[index + 1 : index + 2]
    if group.form == "ed" and ([g.kind for g in behind] == _STATE or _is_described(group, behind)):
        return None  # "17 people reported missing", "fighters described as rebels"
    return _shared(sentence, parse, index, last) or _said(text, sentence, parse, index, last)


def _is_described(group: Group, behind: Sequence[Group]) -> bool:
    """ "A band described as rebels shot two": a participle, and nothing that they say."""
    return not group.perfect and [g.word for g in behind] == ["as"] and group.verb in _DESCRIBING


_DESCRIBING: Final = word_set("attribution", "not_said", "describing")


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
    attribution = attributed_to(text[name.start : name.end], parse, source, cue, last)
    if attribution is None or not may_speak(parse, index, subject, attribution):
        return None
    title = parse.groups[title_of(parse, carrier)]
    if attribution.kind is None and title.first < source[0].first:  # "the army's spokesman, X,"
        titled = text[parse.tokens[title.first].start : name.start]
        attribution = Attribution(attribution.source_original, source_kind(titled), cue)
    if any(mark in text[content[0] : content[1]] for mark in QUOTES):
        attribution = Attribution(attribution.source_original, attribution.kind, cue, direct=True)
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
    stated = index > 1 and joined and groups[index - 1].word == "but"
    spoken = STRONG | _COUNTING if stated or not joined else STRONG
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
    if groups[index].verb not in _RELAYING:
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
    substantial = any(
        g.kind == "verb" and not _is_of_occasion(parse, at)
        for at, g in enumerate(_until(parse, index + 1, end), index + 1)
    )
    before_comma = start < source and groups[first - 1].word in CLOSING
    told = (g for g in groups[: max(0, first - 1)] if tokens[g.first].start >= start)
    inserted = _is_inserted(parse, index)
    if before_comma and substantial and inserted:
        return start, end  # "Five died, X said, adding …"
    if before_comma and not substantial and any(g.finite for g in told):
        return start, source
    ends = (end_of_decree(parse, index), end_of_report(parse, index))
    return cue_end, min(
        (tokens[groups[at].first].start for at in ends if at is not None), default=end
    )


def _is_of_occasion(parse: Parsed, at: int) -> bool:
    """ "In a report published on Tuesday", "told reporters gathered at the hospital": the
    participle only says on what occasion somebody spoke."""
    groups = parse.groups
    verb, noun, led = groups[at], groups[at - 1], groups[at - 2]
    if verb.form != "ed" or verb.passive or verb.perfect or noun.word not in _OCCASIONS:
        return False
    behind = groups[at + 1] if at + 1 < len(groups) else None
    bare = behind is None or behind.kind != "noun" or is_weekday(behind.word)
    return bare and (led.kind == "preposition" or led.verb == "tell")


_OCCASIONS: Final = word_set("dates", "statement", "occasions")


def _is_inserted(parse: Parsed, index: int) -> bool:
    """Whether a comma follows who says so, at once or behind the day: "X said on Tuesday, …"."""
    groups, at = parse.groups, index + 1
    if groups[index].verb == "tell" and at < len(groups) and groups[at].kind == "noun":
        at += 1  # "two nurses told us, citing …"
    while at + 1 < len(groups) and (
        _is_of_occasion(parse, at) or _dates_or_places(groups[at], groups[at + 1])
    ):
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


def _verbs() -> frozenset[str]:
    verbs = load("attribution")["verbs"]
    said = " ".join((verbs["say"], verbs["claim"], verbs["deny"])).split()
    return frozenset((*said, *counting(), *clause_only(), *charging()))


_VERBS: Final = _verbs()
_COUNTING: Final = counting()
TELLING: Final = _VERBS | _RELAYING  # whose subject, or whoever they quote, may say something
