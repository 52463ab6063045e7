"""When an event happened, as the text says it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from briefing.extract.circumstances.day.announced import assumed_day, day_announced
from briefing.extract.circumstances.day.counted_day import tells_count_of_day
from briefing.extract.circumstances.day.counting import counted_from, dated_aside
from briefing.extract.circumstances.day.event_dates import event_dates, is_mere_year, own_dates
from briefing.extract.circumstances.day.history import (
    is_background,
    recalled_time,
    stands_under_history,
    time_carried_on,
)
from briefing.extract.circumstances.day.named_day import day_of_attack
from briefing.extract.circumstances.day.other_days import is_of_aside
from briefing.extract.circumstances.day.report_days import (
    day_in,
    day_of_bulletin,
    day_of_report,
    is_long_past,
    period_in,
    report_days,
)
from briefing.extract.circumstances.day.same_period import window_meant
from briefing.extract.circumstances.day.told_with import (
    distance,
    is_of_clause_before,
    is_of_contrast,
    is_of_part,
    is_of_reason,
    told_with,
)
from briefing.extract.circumstances.event.aftermath import dates_of_noun, is_spoken_of, is_tried
from briefing.extract.circumstances.event.answered import ANSWERS, day_of_answered
from briefing.extract.circumstances.event.incident import after, before, begins_anew, retold
from briefing.extract.circumstances.place.setting import locations
from briefing.extract.circumstances.telling.chronicle import day_of_chronicle
from briefing.extract.circumstances.telling.labels import label_of
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene, once
from briefing.language.dateparts import DAY_PREC, DAYS_PREC, WEEK_PREC
from briefing.language.dates import Dated, assumed
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import Span, When

_words = partial(word_set, "dates")
_ENTRY: Final = (":", "–", "—", "-")  # behind the day of an entry in a list of days


class EventTime(NamedTuple):
    """When something happened; ``since``: a window that "since" opens; ``past``: it is history."""

    when: When
    since: bool = False
    past: bool = False


def event_time(scene: Scene, start: int, end: int) -> EventTime:
    """When ``text[start:end]`` happened.

    What the sentence only recalls, and what somebody is only tried or sought for, has a day where
    that stands with it, and else none. Otherwise what its sentence says, else the sentence before
    in its paragraph, else what the incident's other sentences say, else the day that the report
    gives for all that has none.
    """
    recalled = recalled_time(scene, Span(start, end))
    if recalled is not None:
        return EventTime(recalled, past=True)
    told = _own_time(scene, start, end)
    if told is not None:
        tried = told.when.start is None and is_tried(scene, scene.group_at(start))
        return EventTime(told.when, told.since, tried or is_background(scene, told.when))
    carried = time_carried_on(scene)
    if carried is not None:
        return EventTime(carried, past=True)
    if stands_under_history(scene):
        return EventTime(When(), past=True)
    announced = day_announced(scene)
    if announced is not None:
        behind = [d for other in retold(scene) for d in event_dates(other)]
        return EventTime(day_in(behind, DAYS_PREC) or announced)
    said = _day_before(scene) or _of_history(scene) or _day_of_place(scene) or _of_incident(scene)
    said = said or day_of_attack(scene) or (_day_of_head(scene) if label_of(scene) else None)
    said = said or (None if tells_count_of_day(scene) else day_of_report(scene))
    said = said or day_of_chronicle(scene, start) or day_of_bulletin(scene.document)
    when = said or assumed_day(scene)
    return EventTime(when, past=is_background(scene, when))


def _own_time(scene: Scene, start: int, end: int) -> EventTime | None:
    """What the sentence itself says of when ``text[start:end]`` was; None where it says nothing."""
    if not ANSWERS.isdisjoint(scene.parse.held):
        answered = day_of_answered(scene, own_dates(scene), start)
        if answered is not None:
            return EventTime(answered)
    at = scene.group_at(start)
    told = dates_of_noun(scene, at, own_dates(scene))
    if told or is_spoken_of(scene, at):
        return EventTime(told[0].when if told else When())
    aside = dated_aside(scene, own_dates(scene), start)
    if aside:
        when = counted_from(aside, event_dates(scene)) or assumed(scene.document.reported)
        return EventTime(when)
    meant = window_meant(scene)
    if meant:
        return EventTime(meant)
    own = told_with(scene, start, end)
    if not own:
        return None
    apart = len(own) > 1
    told = [d for d in own if not (apart and _is_of_another(scene, d, start))] or own
    nearest = min(told, key=lambda d: distance(scene, d, start, end))
    opening = _opening(scene, nearest, start)
    return EventTime(opening) if opening else EventTime(nearest.when, nearest.since)


def _is_of_another(scene: Scene, dated: Dated, start: int) -> bool:
    others = (is_of_aside, is_of_contrast, is_of_clause_before, is_of_part, is_of_reason)
    return any(is_other(scene, dated, start) for is_other in others)


def _opening(scene: Scene, dated: Dated, start: int) -> When | None:
    """ "40 have died since rebels took Sake on 3 May": the day of what stands behind "since"."""
    if dated.opening is None:
        return None
    since, when = dated.opening
    tokens = scene.parse.tokens
    return when if tokens[since].start < start < tokens[dated.first].start else None


def _day_before(scene: Scene) -> When | None:
    """What the sentence before in the same paragraph says, but for a mere year."""
    earlier = scene.earlier()
    if earlier is None or begins_anew(scene):
        return None
    days = [d for d in event_dates(earlier) if not is_mere_year(d)]
    return days[-1].when if days else None


@once
def _day_of_place(scene: Scene) -> When | None:
    """ "Rebels struck Goma and Sake on Monday. … Meanwhile in Sake two men were hurt": the day that
    was told last of the sentence's place."""
    places = {place.name for place in locations(scene)}
    if not places or scene.sentence.heading:
        return None
    index = scene.sentence.index
    earlier = (scene.at(i) for i in range(index - 1, max(-1, index - _PLACE_BACK), -1))
    told = (s for s in earlier if event_dates(s) and not places.isdisjoint(_named_in(s)))
    last = next(told, None)
    days = {dated.when for dated in event_dates(last)} if last else set()
    day = next(iter(days)) if len(days) == 1 else None
    return day if day and (day.date_prec or WEEK_PREC) <= DAYS_PREC else None


_PLACE_BACK: Final = 12  # sentences


def _named_in(scene: Scene) -> list[str]:
    return [place.name for place in scene.document.places_in(scene.sentence)]


def _day_of_head(scene: Scene) -> When | None:
    """ "Incidents from 1 to 15 May. Mopti: 44 killed. Gao: 5 killed.": the days of what stands over
    the places of a paragraph."""
    before = scene.earlier()
    while before is not None and not (event_dates(before) and not label_of(before)):
        before = before.earlier()
    return period_in(event_dates(before)) or _first_day(before) if before else None


def _first_day(scene: Scene) -> When | None:
    return next((d.when for d in event_dates(scene) if not is_mere_year(d)), None)


def parted_by_days(told: frozenset[When], days: frozenset[When]) -> bool:
    """Whether what was told is of other days: "On Monday …. A day later …"."""
    return bool(told and days) and told.isdisjoint(days)


def stands_aside(scene: Scene, start: int) -> bool:
    """Whether what stands at ``start`` only dates what the sentence tells."""
    return dated_aside(scene, own_dates(scene), start) is not None


@once
def _of_history(scene: Scene) -> When | None:
    """The day long past of the sentence before, where this one goes on with what that told.

    "A plane had landed on a strip there on 2 March 1988.  Jets bombed the strip": in 1988.
    """
    if scene.sentence.index == 0 or scene.sentence.heading or begins_anew(scene):
        return None
    last = scene.at(scene.sentence.index - 1)
    days = [d.when for d in event_dates(last) if not d.since and d.when.date_prec == DAY_PREC]
    if not days or "had" not in last.parse.held or not is_background(last, days[-1]):
        return None
    told = {group.word for group in last.parse.groups if group.kind == "noun"}
    known = {g.word for g in scene.parse.groups if g.kind == "noun" and g.definite}
    return days[-1] if told & known - PEOPLE.keys() else None


@once
def _of_incident(scene: Scene) -> When | None:
    """What the incident's other sentences say: in so many words, else its first day, and for a
    heading the one to come."""
    nearest = _ALSO in scene.parse.held  # "A bomb also killed three": on the day told last
    others = list(after(scene)) if scene.sentence.heading else list(_of_entry(scene))
    others = others if nearest or scene.sentence.heading else others[::-1]
    if _covers_period(scene.document):
        others = [s for s in others if s.sentence.paragraph == scene.sentence.paragraph]
    scenes = [*retold(scene), *(s for s in others if not s.sentence.heading)]
    told = [d for s in scenes for d in event_dates(s) if not _is_in_passing(d)]
    recent = [dated for dated in told if not is_long_past(scene.document, dated)]
    return day_in(recent or told, DAYS_PREC)


_ALSO: Final = "also"


def _covers_period(document: Document) -> bool:
    """ "In May we recorded 47 incidents": a report of months, whose paragraphs are no one event."""
    own = report_days(document)[0]
    return own is not None and (own.date_prec or 0) > WEEK_PREC


def _is_in_passing(dated: Dated) -> bool:
    """ "A few days ago": of what it stands beside, and not of the whole incident."""
    last = (dated.when.as_written or " ").split(" ")[-1].lower()
    return dated.when.date_prec != DAY_PREC and last in _words("passing", "words")


def _of_entry(scene: Scene) -> Iterator[Scene]:
    """The incident's sentences before, in a list of days none before its own entry."""
    for other in before(scene):
        yield other
        dates, tokens = other.document.dates[other.sentence.index], other.parse.tokens
        opens = bool(dates) and dates[0].first == 0 and dates[0].last < len(tokens)
        if opens and tokens[dates[0].last].text in _ENTRY:
            return  # "10 May: rebels shell Goma"
