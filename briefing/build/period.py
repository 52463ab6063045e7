"""Which edition is asked for, and which articles and event data belong to it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import wording
from briefing.articles import merge_copies, read_article, read_articles, tell_copies
from briefing.build.event_data import (
    last_event,
    read_event_data,
    tell_span,
    tell_unread_rows,
    tells_of,
)
from briefing.build.remembered import Remembered
from briefing.build.request import BuildRequest
from briefing.corrections import Decisions, read_corrections
from briefing.desk import Desk, Edition, week_of
from briefing.errors import BriefingError
from briefing.models import Article

if TYPE_CHECKING:
    from briefing.events import Events

_NAMED = 8  # articles without a date that are told by name


class EmptyPeriodError(BriefingError):
    """The desk has nothing from the period. A batch goes on to the next week."""


@dataclass(frozen=True)
class Intake:
    """The edition, its articles in the order of citation, and a sentence per file left out.

    ``merged`` tells of each file that is one source with another, ``unbuilt`` of the desk's weeks
    that have no brief; ``decisions`` are the
    analyst's, of all editions of the desk; ``events`` is all event data, whatever its days.
    """

    edition: Edition
    articles: tuple[Article, ...]
    left_out: tuple[str, ...]
    events: Events
    merged: tuple[str, ...] = ()
    unbuilt: tuple[str, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)

    @property
    def sample(self) -> bool:
        """Whether the edition is made of sample reports alone."""
        return bool(self.articles) and all(article.sample for article in self.articles)

    @property
    def inputs(self) -> dict[str, str]:
        """The SHA-256 of every file that shapes the edition, by its path in the desk.

        The copies of a text were read too.
        """
        files = {article.path: article.sha256 for article in self.articles}
        files |= {copy.path: copy.sha256 for one in self.articles for copy in one.copies}
        files |= self.events.inputs
        decided = self.decisions
        return files | ({decided.name: decided.sha256} if decided.sha256 else {})


def take_in(desk: Desk, request: BuildRequest) -> Intake:
    """Read the decisions, the articles and the event data, and choose the edition.

    Raises EmptyPeriodError where nothing is in it, BriefingError where a decision can't be read.
    """
    decisions = read_corrections(desk.corrections)
    return replace(_take_in(desk, request), decisions=decisions)


def _take_in(desk: Desk, request: BuildRequest) -> Intake:
    events = read_event_data(desk, request)
    if request.articles:
        articles = [read_article(path, root=desk.root) for path in request.articles]
        edition = _edition_of(articles, desk, request)
        return _intake(edition, merge_copies(articles), (), events)
    articles, notes = _read_folder(desk, events)
    edition = _asked(desk, request) or _newest(articles, events, desk, notes)
    inside = [article for article in articles if edition.covers(article.published)]
    if not inside and not tells_of(events, edition):
        raise EmptyPeriodError(_nothing(desk, edition, articles, events, notes))
    undated = [article for article in articles if article.published is None]
    distinct = merge_copies([*inside, *undated])  # a copy has the day of what it is a copy of
    left = [article.path for article in distinct if article.published is None]
    dated = [article for article in distinct if article.published]
    intake = _intake(edition, dated, (*notes, *_undated(left)), events)
    return intake if _asked(desk, request) else replace(intake, unbuilt=_unbuilt(desk, articles))


def _read_folder(desk: Desk, events: Events) -> tuple[list[Article], list[str]]:
    """The desk's articles; beside event data there need be none, nor a folder for them.

    The sample reports that came with a desk are left out beside reports of its own.
    """
    if not desk.articles.is_dir() and not events.table.empty:
        return [], []
    read = Remembered(desk.root).read_article
    articles, notes = read_articles(
        desk.articles, root=desk.root, ignore=desk.sources.ignore, read=read
    )
    return [article for article in articles if not article.sample] or articles, notes


def _intake(
    edition: Edition, articles: list[Article], left_out: tuple[str, ...], events: Events
) -> Intake:
    unread, merged = (*left_out, *events.unread), tuple(tell_copies(articles))
    return Intake(edition, tuple(articles), unread, events, merged)


def _asked(desk: Desk, request: BuildRequest) -> Edition | None:
    if request.week:
        return Edition.week(request.week, desk.reports)
    if request.start and request.end:
        return Edition.span(request.start, request.end, desk.reports)
    return Edition.week(desk.brief.week, desk.reports) if desk.brief.week else None


def _edition_of(articles: list[Article], desk: Desk, request: BuildRequest) -> Edition:
    """Named files are read whatever their date; the period only names the edition."""
    if request.week or request.start:
        asked = _asked(desk, request)
        assert asked is not None
        return asked
    days = [article.published for article in articles]
    if any(day is None for day in days):
        return Edition.undated(Path(articles[0].path), desk.reports)
    return Edition.week(week_of(max(day for day in days if day)), desk.reports)


def _newest(articles: list[Article], events: Events, desk: Desk, notes: list[str]) -> Edition:
    days = [article.published for article in articles if article.published]
    last = max(days, default=None) or last_event(events)
    if last:
        return Edition.week(week_of(last), desk.reports)
    if articles:
        raise BriefingError(
            f"No article in {desk.articles.name}/ has a publication date, so there is no week to "
            "build. Add `published: 2024-11-28` to their front matter, or name one with --article."
        )
    problems = f" {notes[0]}" if notes else ""
    raise BriefingError(
        f"{desk.articles.name}/ has no article that can be read.{problems} "
        "Put the week's reports there, or name one with --article."
    )


def _unbuilt(desk: Desk, articles: list[Article]) -> tuple[str, ...]:
    """A note on weeks before the newest that have articles and no brief; only the newest is built.

    Nothing where there is none, or where an edition is there already.
    """
    held = Counter(week_of(article.published) for article in articles if article.published)
    *earlier, newest = sorted(held) or [""]
    open_still = [week for week in earlier if not Edition.week(week, desk.reports).folder.exists()]
    if not open_still:
        return ()
    told = wording.counted(sum(held[week] for week in open_still), "article")
    named = wording.few(open_still, _NAMED, say=str)
    return (
        f"Only the newest week, {newest}, is built; {told} of {named} have no brief yet. "
        f"Build with --week {open_still[-1]}, say, or all with briefing batch "
        f"--weeks {open_still[0]}..{newest}.",
    )


def _undated(paths: list[str]) -> list[str]:
    """One note for all: a desk that is new to the tool may have hundreds."""
    note = (
        f"Without a publication date, and so in no period: {wording.few(paths, _NAMED, say=str)}. "
        "Add `published:` to the front matter, or build with --article."
    )
    return [note] if paths else []


def _nothing(
    desk: Desk, edition: Edition, articles: list[Article], events: Events, notes: list[str]
) -> str:
    """Why an edition has nothing, with what there is of other periods."""
    weeks = sorted({week_of(article.published) for article in articles if article.published})
    told = [f"{desk.articles.name}/ has no article published in {edition.name}"]
    if weeks:
        run = weeks[0] if len(weeks) == 1 else f"{weeks[0]} to {weeks[-1]}"
        told.append(f"it has those of {run}")
    if spans := tell_span(events):
        told.append(spans)
    if weeks:
        return f"{'; '.join(told)}. Build with --week {weeks[-1]}, say."
    found = [*notes, *events.unread, *tell_unread_rows(events)]
    problems = f" {found[0]}" if found else ""
    what_next = "Put the period's reports there, or name one with --article."
    return f"{'; '.join(told)}.{problems} {what_next}"
