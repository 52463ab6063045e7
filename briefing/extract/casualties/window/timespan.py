"""Counts that add up many events: "300 people in the last two months", "the war has cost"."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.scene import Scene
from briefing.language.comparisons import is_compared
from briefing.language.subjects import shared_verb, subject
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import positions
from briefing.lexicon.nearby import whole_words
from briefing.models import Span

_words = partial(word_set, "circumstances", "timespan")

_TO_DATE: Final = whole_words(load("casualties")["toll"]["to_date"])
_REACH: Final = 40  # tokens around a claim in which its span of time stands
_LONGEST: Final = 5  # words between the preposition of a span and its unit
_LONGEST_BEGINNING: Final = 8  # words of "the fighting in the region began"
_LONGEST_EVENT: Final = 3  # words behind "since the" up to what began: "2016 peace deal"
_FEWEST_DAYS: Final = 7  # "in 15 days" is a span, "in two days" one event's time
_AFTER: Final = 3  # groups from a count on in which its verb stands: "a war in which 900 have died"
_BEFORE: Final = 6  # groups before a count in which a war stands that has cost it
_BEHIND: Final = 5  # groups behind one in which "in the conflict" stands


def spans_events(scene: Scene, claim: Span) -> bool:
    """Whether ``claim`` is said of a span of time, or of what a whole war has cost."""
    near = [s for s in _spans(scene, claim) if not _apart(scene, s, claim)]
    return bool(near) or is_of_war(scene, claim) or _of_many_attacks(scene, claim)


def is_over_years(scene: Scene, claim: Span) -> bool:
    """ "310 peacekeepers had died in its ten years": a count of no day, whatever day was told."""
    text = scene.document.article.text
    near = (s for s in _spans(scene, claim) if not _apart(scene, s, claim))
    return any(text[s.start : s.end].split()[-1].lower() in _words("long") for s in near)


def is_since_event(scene: Scene, claim: Span) -> bool:
    """ "441 have been killed since the signing of the accord": of days that nobody says."""
    text = scene.document.article.text
    near = (s for s in _spans(scene, claim) if not _apart(scene, s, claim))
    return any(text.startswith(("since", "Since"), s.start) for s in near)


def is_to_date(scene: Scene) -> bool:
    """ "To date, 454 people have been killed": of all days up to the report."""
    return _TO_DATE.search(scene.sentence.text.lower()) is not None


def _spans(scene: Scene, claim: Span) -> list[Span]:
    """The stretches "in the last six months", "since the war began" around a claim."""
    openers = _words("openers")
    if openers.isdisjoint(scene.parse.held) and "since" not in scene.parse.held:
        return []
    starts = [claim.start, claim.end]
    first, last = (bisect_left(scene.parse.tokens, s, key=lambda t: t.start) for s in starts)
    tokens = scene.parse.tokens[max(0, first - _REACH) : last + _REACH]
    words = [token.lower for token in tokens]
    found = []
    for position in positions(words, openers | {"since"}):
        opens = words[position] in openers
        end = (_span_end(words, position) if opens else None) or _beginning(words, position)
        if end is not None:
            found.append(Span(tokens[position].start, tokens[end].end))
    return found


def _span_end(words: list[str], first: int) -> int | None:
    between: list[str] = []
    for at in range(first + 1, min(len(words), first + _LONGEST + 1)):
        word = words[at]
        if word in _words("units"):
            return at if between or (word, words[first]) == ("year", "this") else None
        if word == "days":
            return at if any(w.isdecimal() and int(w) >= _FEWEST_DAYS for w in between) else None
        if not (word in _words("between") or word.isdigit()):
            return None
        between.append(word)
    return None


def _beginning(words: list[str], first: int) -> int | None:
    """Where "since the fighting in the region began" ends; None in "the worst raid since"."""
    if words[first] != "since" or is_compared(words, first):
        return None
    if words[first + 1 : first + 2] == ["then"]:
        return first + 1
    if words[first + 1 : first + 2] == ["."]:
        return first  # "thousands have fled since."
    began, events = word_set("dates", "began", "words"), word_set("dates", "began", "events")
    near = range(first + 2, min(len(words), first + _LONGEST_BEGINNING + 1))
    told = next((at for at in near if words[at] in began), None)
    return told or next((at for at in near[:_LONGEST_EVENT] if words[at] in events), None)


def _apart(scene: Scene, span: Span, claim: Span) -> bool:
    """Whether another clause begins between a span of time and a claim."""
    start, end = min(span.end, claim.end), max(span.start, claim.start)
    groups = scene.parse.groups[scene.group_at(start) : scene.group_at(end) + 1]
    between = [g for g in groups if start <= scene.span(g).start and scene.span(g).end <= end]
    joined = any(a.word == "," and b.kind == "coordinator" for a, b in pairwise(between))
    if joined or any(g.word == ";" or (g.kind == "verb" and g.finite) for g in between):
        return True
    # "killed two men, bringing the total since the war began to 95"
    aside = any(a.word == "," and b.form == "ing" for a, b in pairwise(between))
    return aside and span.start >= claim.end


def _of_many_attacks(scene: Scene, claim: Span) -> bool:
    """ "Have set off 260 bombs, killing 190 people": too many for one event."""
    at, words = scene.group_at(claim.start), load("circumstances")["timespan"]["many"]
    for group in scene.parse.groups[max(0, at - _BEFORE) : at]:
        count = group.quantity.low if group.quantity and group.word in words else None
        if count is not None and count >= words[group.word]:
            return True
    return False


def is_of_war(scene: Scene, claim: Span) -> bool:
    """ "The war has claimed 70,000 lives", "5,000 were killed in the conflict": what a war has cost
    so far."""
    first = scene.group_at(claim.start)
    at = _first_deed(scene, first)
    groups = scene.parse.groups[max(0, at - _BEFORE) : at + _AFTER]
    before = groups[: min(at, _BEFORE)]
    wars = [i for i, g in enumerate(before) if g.kind == "noun" and g.word in _words("wars")]
    if wars and any(g.kind == "verb" and g.perfect for g in groups[wars[-1] :]):
        return True
    if wars and scene.parse.groups[_verb_at(scene, first)].perfect:
        return True  # "began in 1960 and has cost 9,000 lives"
    verb = _verb_at(scene, at)
    deed = scene.parse.groups[verb]
    if deed.perfect and not deed.passive and _is_done_by_war(scene, verb):
        return True
    last = scene.group_at(max(claim.start, claim.end - 1))
    within = scene.parse.groups[first : last + 1 + _BEHIND]
    return any(
        led.word in ("in", "during") and war.word in _words("whole_wars") and war.definite
        for led, war in pairwise(within)
    )


def _is_done_by_war(scene: Scene, verb: int) -> bool:
    """ "The conflict in Sudan, now in its third year, has killed": however much stands between."""
    who = subject(scene.parse, verb).wholes
    return any(scene.parse.groups[at].word in _words("wars") for at in who)


def _verb_at(scene: Scene, at: int) -> int:
    """The verb of a count: "has seen" of "the war has seen three million people displaced"."""
    return at if scene.parse.groups[at].kind == "verb" or not at else at - 1


def _first_deed(scene: Scene, at: int) -> int:
    """ "The war has killed thousands and forced millions to flee": "has killed" for "forced"."""
    verb = _verb_at(scene, at)
    if scene.parse.groups[verb].kind != "verb":
        return at
    shared = shared_verb(scene.parse, verb)
    while shared is not None:
        at = verb = shared
        shared = shared_verb(scene.parse, verb)
    return at
