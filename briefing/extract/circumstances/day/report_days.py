"""The day that a report, its heading, its lead or its paragraph gives for all that follows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.extract.circumstances.day.event_dates import is_mere_year
from briefing.extract.circumstances.day.other_days import is_of_speech
from briefing.extract.circumstances.telling.entries import day_of_live_page, openings
from briefing.extract.circumstances.telling.listed import openers
from briefing.extract.circumstances.telling.statement import is_of_decree
from briefing.extract.scene import Scene, per_document, scenes_of
from briefing.language.dateparts import DAY_PREC, WEEK_PREC, YEAR_PREC
from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.lexicon import load, word_set
from briefing.models import When
from briefing.records import replace

_words = partial(word_set, "dates")
_ROUNDUP_SENTENCES: Final = load("dates")["roundup"]["sentences"]
_ROUNDUP: Final = _words("roundup", "words")
_LONGEST_DELAY: Final = 60  # days from what a dateline dates to its publication
_FEWEST: Final = 2  # entries of a bulletin
_LONGEST_DAILY: Final = 7  # days from what it tells to its publication
_OPENING: Final = 1  # words before a date that opens its sentence


def day_of_report(scene: Scene) -> When | None:
    """The day that the paragraph's first words, its heading, the dateline or the lead of a
    round-up gives."""
    return report_days(scene.document)[scene.sentence.index]


@per_document
def report_days(document: Document) -> list[When | None]:
    """Per sentence the day given last before it: for all that follows, or for its paragraph."""
    days: list[When | None] = []
    for_all = day_of_live_page(document)
    for sentence, dates in zip(document.sentences, document.dates, strict=True):
        given = day_in(_given(document, sentence.index)[::-1], WEEK_PREC) if dates else None
        opens = bool(dates) and dates[0].first <= _OPENING  # "[2011-01-25] …", "On Monday …"
        opens = opens and not is_of_speech(scenes_of(document)[sentence.index], dates[0])
        own = (day_in(dates, WEEK_PREC) or period_in(dates)) if opens else given
        if own and not given and not days and (own.date_prec or 0) > WEEK_PREC:
            for_all = own  # "From July to September, …" opens the report
        goes_on = days and document.sentences[sentence.index - 1].paragraph == sentence.paragraph
        days.append(own or (days[-1] if goes_on else for_all))
        for_all = given or for_all
    return days


@per_document
def day_of_bulletin(document: Document) -> When | None:
    """ "Monday's toll, 9 July: …" over entries by place: the one day that the first sentence gives
    for those of them that have none."""
    first = next((s for s in document.sentences if not s.heading), None)
    if first is None or document.reported is None or len(openings(document)) < _FEWEST:
        return None
    days = [d for d in document.dates[first.index] if d.when.start and not d.since]
    day = day_in(days, DAY_PREC) if len(days) == 1 else None
    recent = day and day.start and (document.reported - day.start).days <= _LONGEST_DAILY
    return day if recent else None


def period_in(dates: Sequence[Dated]) -> When | None:
    """The window with which a paragraph opens: "From July to September, …"."""
    if not dates:
        return None
    first = dates[0]
    months = first.when.start is not None and (first.when.date_prec or 0) > WEEK_PREC
    period = months and not first.since and not is_mere_year(first)
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
    opens = tuple(d for d in dates if head.tokens <= d.first <= head.tokens + _OPENING)
    if opens and opens[0].when.basis == "stated":
        return opens  # "Rawalpindi, 30 September: On 28 September, troops killed six men"
    return tuple(d for d in dates if d.last <= head.tokens and not is_long_past(document, d))


def is_long_past(document: Document, dated: Dated) -> bool:
    """ "CULIACÁN – On September 9, a year ago, …": of what is looked back to, and no dateline."""
    told, start = document.reported, dated.when.start
    return told is not None and start is not None and (told - start).days > _LONGEST_DELAY


def _opens_roundup(document: Document, index: int) -> bool:
    if index >= _ROUNDUP_SENTENCES:
        return False
    return not _ROUNDUP.isdisjoint(document.parsed[index].lower)


def day_in(dates: Sequence[Dated], coarsest: int) -> When | None:
    """The first of ``dates`` that is fixed, no coarser than that and opens no window."""
    for dated in dates:
        when = dated.when
        if when.start and (when.date_prec or YEAR_PREC) <= coarsest and not dated.since:
            return replace(when, basis="dateline")
    return None
