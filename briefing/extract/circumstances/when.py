"""When an event happened, as the text says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.extract.circumstances.aftermath import (
    dates_of_noun,
    dates_of_others,
    is_spoken_of,
    is_tried,
)
from briefing.extract.circumstances.chronicle import day_of_chronicle
from briefing.extract.circumstances.counted_day import tells_count_of_day, without_counts
from briefing.extract.circumstances.counting import (
    counted_from,
    counted_on,
    dated_aside,
    last_day,
)
from briefing.extract.circumstances.entries import day_of_live_page
from briefing.extract.circumstances.history import (
    is_background,
    recalled_time,
    stands_under_history,
    time_carried_on,
)
from briefing.extract.circumstances.incident import after, before, begins_anew, retold
from briefing.extract.circumstances.labels import label_of
from briefing.extract.circumstances.listed import openers
from briefing.extract.circumstances.named_day import day_of_attack
from briefing.extract.circumstances.other_days import (
    is_of_aside,
    is_of_occasion,
    is_of_sequel,
    is_of_speech,
    is_to_come,
)
from briefing.extract.circumstances.same_period import window_meant
from briefing.extract.circumstances.statement import is_of_decree, is_of_person
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene, once, scenes_of
from briefing.language.dateparts import DAY_PREC, DAYS_PREC, WEEK_PREC, YEAR_PREC
from briefing.language.dates import Dated, assumed
from briefing.language.document import Document
from briefing.language.subjects import belongs_to_noun
from briefing.lexicon import load, word_set
from briefing.models import Span, When
from briefing.records import replace

_ROUNDUP_SENTENCES: Final = load("dates")["roundup"]["sentences"]

_words = partial(word_set, "dates")

_SUMMING: Final = word_set("casualties", "toll", "rising")
_ROUNDUP: Final = _words("roundup", "words")

_BACK: Final = 8  # sentences before in which a day is sought from which "a day later" counts
_ENTRY: Final = (":", "–", "—", "-")  # behind the day of an entry in a list of days
_LONGEST_DELAY: Final = 60  # days from what a dateline dates to its publication
_OPENING: Final = 1  # words before a date that opens its sentence
_LONGEST: Final = 270  # days of a window that a report covers: three quarters


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
    recalled = recalled_time(scene, Span(start, end), _own_dates(scene))
    if recalled is not None:
        return EventTime(recalled, past=True)
    told = _own_time(scene, start, end)
    if told is not None:
        tried = told.when.start is None and is_tried(scene, scene.group_at(start))
        return EventTime(told.when, told.since, tried or is_background(scene, told.when))
    carried = _carried_on(scene)
    if carried is not None:
        return EventTime(carried, past=True)
    if stands_under_history(scene):
        return EventTime(When(), past=True)
    announced = _day_announced(scene)
    if announced is not None:
        return EventTime(announced)
    said = _day_before(scene) or _of_history(scene) or _of_incident(scene)
    said = said or day_of_attack(scene) or (_day_of_head(scene) if label_of(scene) else None)
    said = said or (None if tells_count_of_day(scene) else _day_of_report(scene))
    said = said or day_of_chronicle(scene, start)
    when = said or assumed(scene.document.reported)
    return EventTime(when, past=is_background(scene, when))


@once
def _day_announced(scene: Scene) -> When | None:
    """ "On Monday shells hit the port. The rebels said on Wednesday they had taken Bara": by then,
    and not on the day before, where the places of the sentence are new to the report.
    """
    dates = scene.document.dates[scene.sentence.index]
    said = [d.when.start for d in dates if d.when.start and is_of_speech(scene, d)]
    if not said:
        return None
    places = {place.name for place in scene.document.places_in(scene.sentence)}
    if not places and not _takes_new_name(scene):
        return None
    before = scene.document.places_in(Span(0, scene.sentence.start))
    if any(place.name in places for place in before):
        return None
    return assumed(said[0] + timedelta(days=1))  # also on that day


def _takes_new_name(scene: Scene) -> bool:
    """ "They said on Wednesday it had taken Bolobolo": a village of which nothing was told yet."""
    if _words("announced", "verbs").isdisjoint(scene.parse.held):
        return False
    told = scene.document.article.text[: scene.sentence.start]
    for verb, taken in pairwise(scene.parse.groups):
        name = scene.parse.tokens[taken.first]
        if verb.verb in _words("announced", "verbs") and taken.kind == "noun" and name.capitalised:
            known = scene.document.actors_in(scene.span(taken)) or name.text in told
            return not known
    return False


@once
def _carried_on(scene: Scene) -> When | None:
    return time_carried_on(scene, _event_dates)


def _own_time(scene: Scene, start: int, end: int) -> EventTime | None:
    """What the sentence itself says of when ``text[start:end]`` was; None where it says nothing."""
    at = scene.group_at(start)
    told = dates_of_noun(scene, at, _own_dates(scene))
    if told or is_spoken_of(scene, at):
        return EventTime(told[0].when if told else When())
    aside = dated_aside(scene, _own_dates(scene), start)
    if aside:
        when = counted_from(aside, _event_dates(scene)) or assumed(scene.document.reported)
        return EventTime(when)
    meant = window_meant(scene, _event_dates)
    if meant:
        return EventTime(meant)
    own = _told_with(scene, start, end)
    if not own:
        return None
    told = [d for d in own if not (len(own) > 1 and is_of_aside(scene, d, start))] or own
    nearest = min(told, key=lambda d: _distance(scene, d, start, end))
    opening = _opening(scene, nearest, start)
    return EventTime(opening) if opening else EventTime(nearest.when, nearest.since)


def _opening(scene: Scene, dated: Dated, start: int) -> When | None:
    """ "40 have died since rebels took Sake on 3 May": the day of what stands behind "since"."""
    if dated.opening is None:
        return None
    since, when = dated.opening
    tokens = scene.parse.tokens
    return when if tokens[since].start < start < tokens[dated.first].start else None


def _told_with(scene: Scene, start: int, end: int) -> list[Dated]:
    """The dates of a sentence that may be of ``text[start:end]``."""
    return [
        d
        for d in _event_dates(scene)
        if not (d.since and _separated(scene, d, start, end))
        and not _is_of_sum(scene, d, end)
        and not _is_of_next(scene, d, end)
        and not _is_of_whole(scene, d, end)
        and not is_of_sequel(scene, d, end)
        and not is_of_person(scene, scene.span_of(d), end)
    ]


def _day_before(scene: Scene) -> When | None:
    """What the sentence before in the same paragraph says, but for a mere year."""
    earlier = scene.earlier()
    if earlier is None or begins_anew(scene):
        return None
    days = [d for d in _event_dates(earlier) if not _is_mere_year(d)]
    return days[-1].when if days else None


def _day_of_head(scene: Scene) -> When | None:
    """ "Incidents from 1 to 15 May. Mopti: 44 killed. Gao: 5 killed.": the days of what stands over
    the places of a paragraph."""
    before = scene.earlier()
    while before is not None and not (_event_dates(before) and not label_of(before)):
        before = before.earlier()
    return _period_in(_event_dates(before)) or _first_day(before) if before else None


def _first_day(scene: Scene) -> When | None:
    return next((d.when for d in _event_dates(scene) if not _is_mere_year(d)), None)


def _is_mere_year(dated: Dated) -> bool:
    """ "In 2012", "since 2015": not "from July to September"."""
    start, end = dated.when.start, dated.when.end
    if dated.when.date_prec != YEAR_PREC or start is None or end is None:
        return dated.when.date_prec == YEAR_PREC
    return dated.since or end - start > timedelta(days=_LONGEST)


def parted_by_days(told: frozenset[When], days: frozenset[When]) -> bool:
    """Whether what was told is of other days: "On Monday …. A day later …"."""
    return bool(told and days) and told.isdisjoint(days)


def stands_aside(scene: Scene, start: int) -> bool:
    """Whether what stands at ``start`` only dates what the sentence tells."""
    return dated_aside(scene, _own_dates(scene), start) is not None


@once
def _event_dates(scene: Scene) -> list[Dated]:
    """The dates of a sentence apart from those of its dateline and of what somebody says."""
    aside = dates_of_others(scene, _own_dates(scene))
    told = [dated for dated in _own_dates(scene) if not dated.clause and dated not in aside]
    if all(dated.shift is None for dated in told):
        return told
    counted = counted_on(told, _told_before(scene))
    return [dated for dated in counted if dated.shift is None and not _is_ahead(scene, dated)]


def _is_ahead(scene: Scene, dated: Dated) -> bool:
    """Whether a day counted from another lies after the report: it was counted from a wrong one."""
    reported = scene.document.reported
    return bool(reported and dated.when.start and dated.when.start > reported)


@once
def _own_dates(scene: Scene) -> list[Dated]:
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


def _told_before(scene: Scene) -> When | None:
    """The day that the text told last before a sentence, of an event and not of a statement."""
    index = scene.sentence.index
    near = [scene.at(i) for i in range(index - 1, max(-1, index - _BACK), -1)]
    return last_day([[d for d in _own_dates(s) if not d.clause] for s in near])


@once
def days_of(scene: Scene) -> frozenset[When]:
    """The single days on which the sentence says that something happened."""
    dates = (dated.when for dated in _event_dates(scene))
    return frozenset(
        When(day.start, day.end) for day in dates if day.start and day.date_prec == DAY_PREC
    )


@once
def is_of_span(scene: Scene) -> bool:
    """Whether all dates of the sentence are years or open a window: it tells no single event."""
    dates = _event_dates(scene)
    return bool(dates) and all(d.since or d.when.date_prec == YEAR_PREC for d in dates)


@once
def _of_history(scene: Scene) -> When | None:
    """The day long past of the sentence before, where this one goes on with what that told.

    "A plane had landed on a strip there on 2 March 1988.  Jets bombed the strip": in 1988.
    """
    if scene.sentence.index == 0 or scene.sentence.heading or begins_anew(scene):
        return None
    last = scene.at(scene.sentence.index - 1)
    days = [d.when for d in _event_dates(last) if not d.since and d.when.date_prec == DAY_PREC]
    if not days or "had" not in last.parse.held or not is_background(last, days[-1]):
        return None
    told = {group.word for group in last.parse.groups if group.kind == "noun"}
    known = {g.word for g in scene.parse.groups if g.kind == "noun" and g.definite}
    return days[-1] if told & known - PEOPLE.keys() else None


@once
def _of_incident(scene: Scene) -> When | None:
    """What the incident's other sentences say: in so many words, else its first day, and for a
    heading the one to come."""
    others = list(after(scene)) if scene.sentence.heading else list(_of_entry(scene))[::-1]
    if _covers_period(scene.document):
        others = [s for s in others if s.sentence.paragraph == scene.sentence.paragraph]
    scenes = [*retold(scene), *(s for s in others if not s.sentence.heading)]
    told = [d for s in scenes for d in _event_dates(s) if not _is_in_passing(d)]
    recent = [dated for dated in told if not _is_long_past(scene.document, dated)]
    return _day_in(recent or told, DAYS_PREC)


def _covers_period(document: Document) -> bool:
    """ "In May we recorded 47 incidents": a report of months, whose paragraphs are no one event."""
    own = _report_days(document)[0]
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


def _day_of_report(scene: Scene) -> When | None:
    """The day that the paragraph's first words, its heading, the dateline or the lead of a
    round-up gives."""
    return _report_days(scene.document)[scene.sentence.index]


@lru_cache(maxsize=2)
def _report_days(document: Document) -> list[When | None]:
    """Per sentence the day given last before it: for all that follows, or for its paragraph."""
    days: list[When | None] = []
    for_all = day_of_live_page(document)
    for sentence, dates in zip(document.sentences, document.dates, strict=True):
        given = _day_in(_given(document, sentence.index)[::-1], WEEK_PREC)
        opens = bool(dates) and dates[0].first <= _OPENING  # "[2011-01-25] …", "On Monday …"
        opens = opens and not is_of_speech(scenes_of(document)[sentence.index], dates[0])
        own = (_day_in(dates, WEEK_PREC) or _period_in(dates)) if opens else given
        if own and not given and not days and (own.date_prec or 0) > WEEK_PREC:
            for_all = own  # "From July to September, …" opens the report
        goes_on = days and document.sentences[sentence.index - 1].paragraph == sentence.paragraph
        days.append(own or (days[-1] if goes_on else for_all))
        for_all = given or for_all
    return days


def _period_in(dates: Sequence[Dated]) -> When | None:
    """The window with which a paragraph opens: "From July to September, …"."""
    if not dates:
        return None
    first = dates[0]
    months = first.when.start is not None and (first.when.date_prec or 0) > WEEK_PREC
    period = months and not first.since and not _is_mere_year(first)
    return replace(first.when, basis="dateline") if period else None


def _given(document: Document, index: int) -> tuple[Dated, ...]:
    """The dates of a sentence that hold for what follows it: of a heading, a dateline, a lead."""
    head, dates = document.dateline, document.dates[index]
    heads = document.sentences[index].heading or index in openers(document)
    if heads or _opens_roundup(document, index):
        scene = scenes_of(document)[index]
        return tuple(d for d in dates if not is_of_decree(scene, scene.group_of(d)))
    if head is None or head.sentence != index:
        return ()
    return tuple(d for d in dates if d.last <= head.tokens and not _is_long_past(document, d))


def _is_long_past(document: Document, dated: Dated) -> bool:
    """ "CULIACÁN – On September 9, a year ago, …": of what is looked back to, and no dateline."""
    told, start = document.reported, dated.when.start
    return told is not None and start is not None and (told - start).days > _LONGEST_DELAY


def _opens_roundup(document: Document, index: int) -> bool:
    if index >= _ROUNDUP_SENTENCES:
        return False
    return any(token.lower in _ROUNDUP for token in document.tokens[index])


def _day_in(dates: Sequence[Dated], coarsest: int) -> When | None:
    """The first of ``dates`` that is fixed, no coarser than that and opens no window."""
    for dated in dates:
        when = dated.when
        if when.start and (when.date_prec or YEAR_PREC) <= coarsest and not dated.since:
            return replace(when, basis="dateline")
    return None


def _distance(scene: Scene, dated: Dated, start: int, end: int) -> int:
    first = scene.parse.tokens[dated.first].start
    return first - end if first >= end else start - first if first < start else 0


def _separated(scene: Scene, dated: Dated, start: int, end: int) -> bool:
    """Whether a colon or semicolon stands between a date and ``text[start:end]``."""
    first = scene.parse.tokens[dated.first].start
    between = (end, first) if first >= end else (first, start)
    if any(c in ":;" for c in scene.document.article.text[between[0] : between[1]]):
        return True
    if _is_of_participle(scene, dated, start):
        return True
    return first >= end and _opens_relative(scene, end, first)


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
    if at <= 1:
        return False
    return groups[at - 1].word in _words("began", "words") and groups[at - 2].kind == "relative"
