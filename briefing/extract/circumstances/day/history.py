"""History told in passing: what lies long before the report, though no day may stand with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, partial
from typing import Final

from briefing.extract.circumstances.day.event_dates import event_dates, own_dates
from briefing.extract.circumstances.event.incident import begins_anew, tells_event
from briefing.extract.circumstances.telling.recalled import events_of_years, recollections
from briefing.extract.circumstances.telling.statement import says
from briefing.extract.reality import is_present
from briefing.extract.scene import Scene, once, per_document
from briefing.language.dateparts import YEAR_PREC
from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.language.groups import Group
from briefing.lexicon import load, word_set
from briefing.models import SAID, Span, When

_BEFORE_DAYS: Final = load("circumstances")["before"]["days"]
_OLD: Final = word_set("dates", "old", "words")
_BEFORE_BEGAN: Final = word_set("circumstances", "before", "began")

_words = partial(word_set, "history")

_OLD_YEAR: Final = re.compile(r"1[0-8]\d\d")
_IN: Final = frozenset(("in", "since"))
_DECEMBER, _LAST_DAY = 12, 31
_DAYS_OF_YEAR: Final = 365
_OPENING: Final = 1  # words before a date that opens its sentence
_LATEST: Final = 3  # words with which "that year" opens a sentence
_BACK: Final = 10  # sentences of a paragraph before in which its opening is sought


def is_background(scene: Scene, when: When) -> bool:
    """Whether the date lies so far before the report that it is history told in passing.

    So is whatever began the war that goes on: "the attack that started the war killed 90".
    """
    return _began_war(scene) or _is_of_old(scene) or is_long_past(scene, when)


def is_long_past(scene: Scene, when: When) -> bool:
    """Whether the text itself gives a day that lies long before the report."""
    published = scene.document.reported
    if when.end is None or when.basis not in SAID:
        return False
    if published is None:
        return when.date_prec == YEAR_PREC
    return when.end < published - timedelta(days=_BEFORE_DAYS)


def recalled_time(scene: Scene, event: Span) -> When | None:
    """When what the sentence only recalls was, undated where no day stands with it; None for news.

    What has a day of late is news, however it is told.
    """
    stretch = next((s for s in recollections(scene) if s.start <= event.start < s.end), None)
    if stretch is None:
        return _of_named_year(scene, event)
    starts = [(d.when, scene.span_of(d).start) for d in own_dates(scene)]
    with_it = [when for when, start in starts if stretch.start <= start < stretch.end]
    past = [when for when in with_it if is_long_past(scene, when)]
    if len(past) < len(with_it):
        return None
    return past[0] if past else When()


def _of_named_year(scene: Scene, event: Span) -> When | None:
    """ "The 1985 seizure of the palace", "carried out the 2013 attack": of that year."""
    named = events_of_years(scene)
    if not named:
        return None
    at, dated = scene.group_at(event.start), bool(own_dates(scene))
    for group, year in named:
        if _is_clause_of(scene, group, at):
            return _past_year(scene, year, scene.span(scene.parse.groups[group]))
        if not dated and (group == at or _tells_of(scene, group)):
            return _past_year(scene, year, scene.span(scene.parse.groups[group]))
    return None


def _is_clause_of(scene: Scene, at: int, event: int) -> bool:
    """ "Tried for the 1994 attack on Goma, in which 90 people died": told of that year."""
    groups, first = scene.parse.groups, at + 1
    while first + 1 < event and [g.kind for g in groups[first : first + 2]] == _WHERE:
        first += 2
    words = [group.word for group in groups[first : first + _RELATIVE]]
    opens = words[words[:1] == [","] :][:2]
    return 0 < event - first <= _CLAUSE and opens in (["in", "which"], ["during", "which"])


_WHERE: Final = ["preposition", "noun"]
_RELATIVE: Final = 3  # groups that open a clause: a comma, "in", "which"
_CLAUSE: Final = 8  # groups of it in which an event is told


def _tells_of(scene: Scene, at: int) -> bool:
    """Whether a sentence tells who did what a year names: "carried out the 2013 attack"."""
    verbs = [g for g in scene.parse.groups[:at] if g.kind == "verb"]
    return bool(verbs) and verbs[-1].verb in _words("named", "verbs")


def _past_year(scene: Scene, year: int, named: Span) -> When | None:
    """A year that lies long before the report; None for one that does not."""
    text = scene.document.article.text[named.start : named.end]
    start, end = date(year, 1, 1), date(year, _DECEMBER, _LAST_DAY)
    when = When(start, end, YEAR_PREC, text, "stated", named)
    return when if is_long_past(scene, when) else None


@once
def time_carried_on(scene: Scene) -> When | None:
    """The day or year long past with which the paragraph opened, where this sentence goes on.

    "In 1990 rebels overran Sake. Its guards fled. Forty people were killed": in 1990.
    """
    before = _before_in_paragraph(scene)
    if not before or not _goes_on(scene):
        return None
    same = _year_meant(scene)
    if same:
        return same
    told: When | None = None
    news = False
    for other in before:
        days = [d for d in event_dates(other) if not d.since]
        opened = _opening_time(other, days)
        told = opened or (_goes_further(other, told) if told and not days else None)
        if news and opened and not (days and days[0].first <= _OPENING):
            told = None  # "Rebels raided a camp. The war began in 2013. Three men were killed."
        news = news or bool(told is None and (days or _tells_news(other)))
    return _goes_further(scene, told) if told else None


def _goes_further(scene: Scene, told: When) -> When | None:
    """The time told before, or so many years on, where a sentence goes on with it."""
    return (_moved(scene, told) or told) if _goes_on(scene) else None


def _tells_news(scene: Scene) -> bool:
    return tells_event(scene) and not recollections(scene)


def _before_in_paragraph(scene: Scene) -> list[Scene]:
    """The sentences before in the paragraph, where one of them may tell of a year long past."""
    sentences, dates = scene.document.sentences, scene.document.dates
    index, paragraph = scene.sentence.index, scene.sentence.paragraph
    first = index
    while first and index - first < _BACK and sentences[first - 1].paragraph == paragraph:
        first -= 1
    near = range(first, index)
    dated = [i for i in near if dates[i] or events_of_years(scene.at(i))]
    return [scene.at(i) for i in near] if dated else []


def _opening_time(scene: Scene, days: Sequence[Dated]) -> When | None:
    """The time long past of which a sentence tells as its main matter, and not of a life."""
    if not days:
        years = events_of_years(scene)
        told = next((named for named in years if _tells_of(scene, named[0])), None)
        return _past_year(scene, told[1], scene.span(scene.parse.groups[told[0]])) if told else None
    if not all(is_long_past(scene, d.when) for d in days) or _tells_life(scene):
        return None
    return None if _is_added(scene, days[-1]) else days[-1].when


def _tells_life(scene: Scene) -> bool:
    """ "He was elected in 2019. Gunmen shot him": what follows is not of then."""
    lives = _words("carried", "lives")
    return any(group.kind == "verb" and group.verb in lives for group in scene.parse.groups)


def _is_added(scene: Scene, dated: Dated) -> bool:
    """Whether a date stands in what a clause adds: "the town, which burned in 2014, …"."""
    if dated.first <= _OPENING:
        return False
    before = scene.parse.groups[: scene.group_of(dated)]
    if any(group.kind in ("relative", "subordinator") for group in before):
        return True
    wars = word_set("circumstances", "before", "wars")
    return not tells_event(scene) and wars.isdisjoint(scene.parse.held)


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence may go on with what was long before: nothing in it is of today."""
    parse = scene.parse
    if scene.sentence.heading or begins_anew(scene):
        return False
    if not _words("carried", "back").isdisjoint(parse.held):
        return False
    verbs = [g for g in parse.groups if g.kind == "verb" and g.finite]
    if any(says(g) or is_present(parse, g, plain=False) for g in verbs):
        return False
    return not any(g.perfect and "had" not in parse.words(g) for g in verbs)


def _year_meant(scene: Scene) -> When | None:
    """ "That year militiamen stormed the town": the year that was told last."""
    opening = " ".join(scene.parse.lower[:_LATEST]) + " "
    if not any(opening.startswith(f"{words} ") for words in _same_year()):
        return None
    document, index = scene.document, scene.sentence.index
    for back in range(index - 1, max(-1, index - _BACK), -1):
        for dated in reversed(document.dates[back]):
            if dated.when.start and dated.when.at:
                return _past_year(scene, dated.when.start.year, dated.when.at)
    return None


def _moved(scene: Scene, told: When) -> When | None:
    """The year so many years from the one told: "two years later"; None where none is counted."""
    dates = scene.document.dates[scene.sentence.index]
    shift = next((d for d in dates if d.shift and abs(d.shift) >= _DAYS_OF_YEAR), None)
    if shift is None or shift.shift is None or told.start is None:
        return None
    return _past_year(scene, told.start.year + shift.shift // _DAYS_OF_YEAR, scene.span_of(shift))


def stands_under_history(scene: Scene) -> bool:
    """Whether a sentence stands below a heading such as "Background"."""
    index = scene.sentence.index
    return any(first < index < last for first, last in _sections(scene.document))


@per_document
def _sections(document: Document) -> list[tuple[int, int]]:
    """The headings that say that what follows is of before, each with the next heading."""
    headings = [sentence for sentence in document.sentences if sentence.heading]
    ends = [*(sentence.index for sentence in headings[1:]), len(document.sentences)]
    names = _words("headings", "words")
    return [
        (heading.index, end)
        for heading, end in zip(headings, ends, strict=False)
        if heading.text.strip(" #*:").lower() in names
    ]


@once
def _is_of_old(scene: Scene) -> bool:
    """ "In 1586 the port was captured", "a century later": history, whatever the calendar says."""
    before = ""
    for group in scene.parse.groups:
        word = group.word
        if word[:1] == "1" and before in _IN and _OLD_YEAR.fullmatch(word):
            return True
        before = word
    return not _OLD.isdisjoint(scene.parse.held)


@once
def _began_war(scene: Scene) -> bool:
    """ "… that started the war", "… which set off the conflict", "the massacre set off the war"."""
    if _BEFORE_BEGAN.isdisjoint(scene.parse.held):
        return False
    groups, wars = scene.parse.groups, word_set("circumstances", "before", "wars")
    for at in range(1, len(groups) - 1):
        what = groups[at + 1 + (groups[at + 1].kind == "preposition") :][:1]
        if groups[at].verb in _BEFORE_BEGAN and what and what[0].word in wars:
            return groups[at - 1].kind == "relative" or _is_of_the_war(scene, what[0])
    return False


def _is_of_the_war(scene: Scene, war: Group) -> bool:
    """ "The massacre at X, in which 300 died, set off the revolt", with no day: of how it began."""
    first = scene.parse.groups[0]
    told = first.definite and first.word in word_set("circumstances", "incident", "nouns")
    return told and war.definite and not scene.document.dates[scene.sentence.index]


@cache
def _same_year() -> tuple[str, ...]:
    return tuple(load("history")["carried"]["same_year"])
