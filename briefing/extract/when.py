"""When an event happened, as the text says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from briefing.extract.scene import Scene
from briefing.language.dates import Dated, assumed
from briefing.lexicon import load
from briefing.models import When

_OPENING = 1  # words before a date that opens its sentence
_WEEK_PREC, _YEAR_PREC = 3, 5


def event_time(scene: Scene, start: int, end: int) -> tuple[When, bool]:
    """When ``text[start:end]`` happened, and whether that is a window opened by "since"."""
    dated = [
        d
        for d in scene.document.dates[scene.sentence.index]
        if not _of_speech(scene, d) and not (d.since and _separated(scene, d, start, end))
    ]
    if dated:
        nearest = min(dated, key=lambda d: _distance(scene, d, start, end))
        return nearest.when, nearest.since
    earlier = scene.earlier()
    if earlier:
        index = earlier.sentence.index
        dated = [
            d
            for d in scene.document.dates[index]
            if not _of_speech(earlier, d) and not (d.since and d.when.date_prec == _YEAR_PREC)
        ]
        if dated:
            return dated[-1].when, False
    return _day_of_report(scene) or assumed(scene.document.article.published), False


def _day_of_report(scene: Scene) -> When | None:
    """The day that the paragraph's first words, its heading or the lead of a round-up gives."""
    document, lead = scene.document, load("dates")["roundup"]
    known = set(lead["words"].split())
    for index in range(scene.sentence.index, -1, -1):
        words = {token.lower for token in document.tokens[index]}
        heading = document.sentences[index].heading
        opening = index < lead["sentences"] and not known.isdisjoint(words)
        same = document.sentences[index].paragraph == scene.sentence.paragraph
        first = document.dates[index][0].first if document.dates[index] else _OPENING + 1
        entry = same and first <= _OPENING  # "[2011-01-25] …", "On Monday …"
        dates = document.dates[index] if heading or opening or entry else ()
        days = [d.when for d in dates if _is_near(d) and not d.since]
        if days:
            return replace(days[0] if entry else days[-1], basis="dateline")
    return None


def _is_near(dated: Dated) -> bool:
    return dated.when.start is not None and (dated.when.date_prec or _YEAR_PREC) <= _WEEK_PREC


def _distance(scene: Scene, dated: Dated, start: int, end: int) -> int:
    first = scene.parse.tokens[dated.first].start
    return first - end if first >= end else start - first if first < start else 0


def _separated(scene: Scene, dated: Dated, start: int, end: int) -> bool:
    """Whether a colon or semicolon stands between a date and ``text[start:end]``."""
    first = scene.parse.tokens[dated.first].start
    between = (end, first) if first >= end else (first, start)
    return any(c in ":;" for c in scene.document.article.text[between[0] : between[1]])


def _of_speech(scene: Scene, dated: Dated) -> bool:
    """ "police said Monday": the day of the statement."""
    at = dated.first - 1
    words = [token.lower for token in scene.parse.tokens[max(0, at - 1) : at + 1]]
    return bool(words) and (words[-1] in _SAYING or (words[-1] == "on" and words[0] in _SAYING))


_SAYING = frozenset(
    "said says told announced reported confirmed added statement stated late".split()
)


def is_background(scene: Scene, when: When) -> bool:
    """Whether the date lies so far before the report that it is history told in passing."""
    published = scene.document.article.published
    if when.end is None or when.basis not in ("stated", "relative"):
        return False
    if published is None:
        return when.date_prec == _YEAR_PREC
    return when.end < published - timedelta(days=load("circumstances")["before"]["days"])
