"""The dates of a sentence that are of events: not of its dateline, of what is said or to come."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from briefing.extract.circumstances.day.counted_day import without_counts
from briefing.extract.circumstances.day.counting import (
    counted_from,
    counted_on,
    from_clauses,
    last_day,
)
from briefing.extract.circumstances.day.other_days import is_of_occasion, is_of_speech, is_to_come
from briefing.extract.circumstances.event.aftermath import dates_of_others
from briefing.extract.circumstances.event.answered import ANSWERS, without_answered
from briefing.extract.circumstances.event.incident import EVENT_NOUNS
from briefing.extract.scene import Scene, once
from briefing.language.dateparts import DAY_PREC, YEAR_PREC, precision_of
from briefing.language.dates import Dated
from briefing.lexicon import word_set
from briefing.models import When
from briefing.records import replace

_ATTACKS: Final = word_set("circumstances", "attack", "verbs")
_BACK: Final = 8  # sentences before in which a day is sought from which "a day later" counts
_LONGEST: Final = 270  # days of a window that a report covers: three quarters


@once
def event_dates(scene: Scene) -> list[Dated]:
    """The dates of a sentence apart from those of its dateline and of what somebody says."""
    own = own_dates(scene)
    if not own:
        return []
    aside = dates_of_others(scene, own)
    told = [dated for dated in own if not dated.clause and dated not in aside]
    told = told if ANSWERS.isdisjoint(scene.parse.held) else without_answered(scene, told)
    if told != own:
        told = from_clauses(scene, own, told)
    if not told:
        return _before_speech(scene)
    reported = scene.document.reported
    told = [_up_to_speech(scene, d) if d.when.end == reported else d for d in told]
    if all(dated.shift is None for dated in told):
        return told
    counted = counted_on(told, _start_of_count(scene, told[0]))
    return [dated for dated in counted if dated.shift is None and not _is_ahead(scene, dated)]


def _up_to_speech(scene: Scene, dated: Dated) -> Dated:
    """ "Said on Monday that 12 men had died in 24 hours", "since Friday": a window that is open to
    the day of the report ends with the day of the statement."""
    start, end = dated.when.start, dated.when.end
    if start is None or end is None or start == end:
        return dated
    said = next((d.when.start for d in _days_of_speech(scene)), None)
    if said is None or said >= end:
        return dated
    running = (dated.when.as_written or "").split(" ")[0].lower() in _RUNNING
    start -= (end - said) * (running and not dated.since)
    precision = precision_of(start, said)
    when = replace(dated.when, start=start, end=said, date_prec=precision)
    return dated._replace(when=when) if start <= said else dated


_RUNNING: Final = word_set("dates", "running", "words")


def _before_speech(scene: Scene) -> list[Dated]:
    """ "The toll has reached 19, officials said on Saturday, a day after the missile struck": the
    day of the strike, for all that has none."""
    asides = [dated for dated in own_dates(scene) if dated.clause and dated.shift is not None]
    if not asides or not _is_of_attack(scene, asides[0]):
        return []
    dates = scene.document.dates[scene.sentence.index]
    when = counted_from(asides[0], [d for d in dates if is_of_speech(scene, d)])
    return [asides[0]._replace(when=when, shift=None, clause=False)] if when else []


def _is_of_attack(scene: Scene, dated: Dated) -> bool:
    """Whether what a day is counted from is an attack: "a day after the missile struck"."""
    behind = scene.parse.groups[scene.group_of(dated) + 1 :][:_CLAUSE]
    return any(group.verb in _ATTACKS or group.word in EVENT_NOUNS for group in behind)


_CLAUSE: Final = 6  # groups of "after the missile struck"


def _is_ahead(scene: Scene, dated: Dated) -> bool:
    """Whether a day counted from another lies after the report: it was counted from a wrong one."""
    reported = scene.document.reported
    return bool(reported and dated.when.start and dated.when.start > reported)


@once
def own_dates(scene: Scene) -> list[Dated]:
    """The dates of a sentence as it has them: those that count from another day do so still."""
    head = scene.document.dateline
    skipped = head.tokens if head and head.sentence == scene.sentence.index else 0
    dates = scene.document.dates[scene.sentence.index]
    if not dates:
        return []
    return [
        d
        for d in without_counts(scene, dates)
        if d.first >= skipped
        and not (is_to_come(scene, d) or is_of_speech(scene, d) or is_of_occasion(scene, d))
    ]


def _start_of_count(scene: Scene, first: Dated) -> When | None:
    """The day from which ``first`` counts: back from that of the statement that tells it ("said on
    Thursday that … the day before"), else from the day of what was told before."""
    if first.shift is not None and first.shift < 0:
        said = [d.when for d in _days_of_speech(scene) if d.first < first.first]
        if said:
            return said[-1]
    before = scene.sentence.index - 1
    told = _told_before(scene)
    if told is None and before >= 0:
        told = next((d.when for d in _days_of_speech(scene.at(before))), None)
    return told


@once
def _days_of_speech(scene: Scene) -> list[Dated]:
    dates = scene.document.dates[scene.sentence.index]
    return [d for d in dates if d.when.date_prec == DAY_PREC and is_of_speech(scene, d)]


def _told_before(scene: Scene) -> When | None:
    """The day that the text told last before a sentence, of an event and not of a statement."""
    index = scene.sentence.index
    near = [scene.at(i) for i in range(index - 1, max(-1, index - _BACK), -1)]
    return last_day([[d for d in own_dates(s) if not d.clause] for s in near])


@once
def days_of(scene: Scene) -> frozenset[When]:
    """The single days on which the sentence says that something happened."""
    dates = (dated.when for dated in event_dates(scene))
    return frozenset(
        When(day.start, day.end) for day in dates if day.start and day.date_prec == DAY_PREC
    )


@once
def is_of_span(scene: Scene) -> bool:
    """Whether all dates of the sentence are years or open a window: it tells no single event."""
    dates = event_dates(scene)
    return bool(dates) and all(d.since or d.when.date_prec == YEAR_PREC for d in dates)


def is_mere_year(dated: Dated) -> bool:
    """ "In 2012", "since 2015": not "from July to September"."""
    start, end = dated.when.start, dated.when.end
    if dated.when.date_prec != YEAR_PREC or start is None or end is None:
        return dated.when.date_prec == YEAR_PREC
    return dated.since or end - start > timedelta(days=_LONGEST)
