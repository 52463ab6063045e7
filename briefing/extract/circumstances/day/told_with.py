"""Which dates of a sentence are of what stands at one place in it."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.day.event_dates import event_dates
from briefing.extract.circumstances.day.other_days import is_of_sequel
from briefing.extract.circumstances.telling.statement import is_of_person
from briefing.extract.scene import Scene
from briefing.language.dateparts import WEEK_PREC
from briefing.language.dates import Dated
from briefing.language.subjects import belongs_to_noun
from briefing.lexicon import word_set

_words = partial(word_set, "dates")
_CONTRAST: Final = word_set("circumstances", "contrast", "words")
_PART: Final = word_set("circumstances", "part", "words")
_SUMMING: Final = word_set("casualties", "toll", "rising")


def told_with(scene: Scene, start: int, end: int) -> list[Dated]:
    """The dates of a sentence that may be of ``text[start:end]``."""
    return [
        d
        for d in event_dates(scene)
        if not (d.since and _separated(scene, d, start, end))
        and not _opens_behind(scene, d, start)
        and not _is_of_sum(scene, d, end)
        and not _is_of_next(scene, d, end)
        and not _is_of_whole(scene, d, end)
        and not is_of_sequel(scene, d, end)
        and not is_of_person(scene, scene.span_of(d), end)
    ]


def distance(scene: Scene, dated: Dated, start: int, end: int) -> int:
    """Characters between a date and ``text[start:end]``; 0 where it begins in there."""
    first = scene.parse.tokens[dated.first].start
    return first - end if first >= end else start - first if first < start else 0


def _opens_behind(scene: Scene, dated: Dated, start: int) -> bool:
    """ "Left 38 dead, twice as many as in 2022, when 19 died": what "when" opens is of the 19."""
    token = scene.parse.tokens[dated.first]
    return token.lower == "when" and start < token.start


def is_of_contrast(scene: Scene, dated: Dated, start: int) -> bool:
    """ "Ten died on Monday, while seven died on Tuesday": the day before what sets another event
    against the first is of that one."""
    first = scene.parse.tokens[dated.first].start
    if first >= start or _CONTRAST.isdisjoint(scene.parse.held):
        return False
    groups = scene.parse.groups[scene.group_of(dated) : scene.group_at(start)]
    return any(a.word == "," and b.word in _CONTRAST for a, b in pairwise(groups))


def is_of_reason(scene: Scene, dated: Dated, start: int) -> bool:
    """ "On Monday police arrested two men over Sunday's raid": the day of the raid alone."""
    parse = scene.parse
    if parse.letters[dated.last : dated.last + 1] != ["'"]:
        return False
    at = scene.group_of(dated)
    return start < parse.tokens[dated.first].start and parse.groups[at - 1].word in _REASONS


_REASONS: Final = _words("reason", "words")


def is_of_clause_before(scene: Scene, dated: Dated, start: int) -> bool:
    """ "Nine died in Goma on Monday and four in Sake were shot on Tuesday": the day before "and" is
    of the first, where what the second clause tells has a day behind it."""
    parse = scene.parse
    if parse.tokens[dated.first].start >= start or "and" not in parse.held:
        return False
    at = scene.group_of(dated) + 1
    at += at < len(parse.groups) and parse.groups[at].word == ","
    if at >= len(parse.groups) or parse.groups[at].kind != "coordinator":
        return False
    later = next((d for d in event_dates(scene) if parse.tokens[d.first].start > start), None)
    clause = parse.groups[at : scene.group_of(later)] if later else []
    told = [g for g in clause if g.kind == "verb" and g.finite]
    return len(told) == 1 and not any(g.word in (",", ";") for g in clause[1:])


def is_of_part(scene: Scene, dated: Dated, start: int) -> bool:
    """ "Since May 90 have died, including 40 who died on Tuesday": the day of those 40 alone."""
    if _PART.isdisjoint(scene.parse.held):
        return False
    groups = scene.parse.groups[scene.group_at(start) + 1 : scene.group_of(dated)]
    words = [group.word for group in groups]
    opened = max([at for at, word in enumerate(words) if word in _PART], default=None)
    return opened is not None and "," not in words[opened:]


def _separated(scene: Scene, dated: Dated, start: int, end: int) -> bool:
    """Whether a colon or semicolon stands between a date and ``text[start:end]``."""
    first = scene.parse.tokens[dated.first].start
    between = (end, first) if first >= end else (first, start)
    marks = [c for c in scene.document.article.text[between[0] : between[1]] if c in ":;"]
    if marks and not (marks == [";"] and first < start and _goes_on(scene, start)):
        return True
    if _is_of_participle(scene, dated, start):
        return True
    return first >= end and _opens_relative(scene, end, first)


def _goes_on(scene: Scene, start: int) -> bool:
    """ "Since May 104 have been killed; 1,900 have been injured": the same window, as the perfect
    shows."""
    groups, at = scene.parse.groups, scene.group_at(start)
    verb = next((group for group in groups[at : at + 2] if group.kind == "verb"), None)
    return verb is not None and verb.perfect and verb.passive


def _is_of_participle(scene: Scene, dated: Dated, start: int) -> bool:
    """ "Attacked a village held by rebels since May, killing nine": how long they hold it."""
    groups, at, own = scene.parse.groups, scene.group_of(dated), scene.group_at(start)
    since = dated.opening[0] if dated.opening else dated.first
    verbs = (i for i in range(at, -1, -1) if groups[i].kind == "verb" and groups[i].first < since)
    verb = next(verbs, own)
    between = own < verb or at < own  # and not before both
    return verb != own and between and belongs_to_noun(scene.parse, verb)


def _opens_relative(scene: Scene, start: int, end: int) -> bool:
    """ "Took Sake from the rebels who had held it since July": of what "who" opens."""
    groups = scene.parse.groups[scene.group_at(start) : scene.group_at(end)]
    return any(g.kind == "relative" and g.word in ("who", "which") for g in groups)


def _is_of_sum(scene: Scene, dated: Dated, end: int) -> bool:
    """ "Killed nine, bringing this year's total to 412": the window of the sum alone."""
    first = scene.parse.tokens[dated.first].start
    if first < end or not dated.when.start or (dated.when.date_prec or 0) <= WEEK_PREC:
        return False
    groups = scene.parse.groups[scene.group_at(end) : scene.group_at(first)]
    return any(a.word == "," and b.verb in _SUMMING for a, b in pairwise(groups))


def _is_of_next(scene: Scene, dated: Dated, end: int) -> bool:
    """Whether a day stands behind a semicolon, with what follows."""
    first = scene.parse.tokens[dated.first].start
    return first >= end and ";" in scene.document.article.text[end:first]


def _is_of_whole(scene: Scene, dated: Dated, end: int) -> bool:
    """ "Died in an operation that began several days ago": the day of what it was a part of."""
    if scene.parse.tokens[dated.first].start < end:
        return False
    groups, at = scene.parse.groups, scene.group_of(dated)
    at -= at > 0 and groups[at - 1].kind == "preposition"
    at -= at > 0 and groups[at - 1].word == "out"  # "clashes that broke out on Monday"
    if at <= 1:
        return False
    began = not _words("began", "words").isdisjoint(scene.parse.words(groups[at - 1]))
    return began and groups[at - 2].kind == "relative"
