"""Event data in a build: the desk's files or those named, and the rows they give."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefing.build.request import BuildRequest
from briefing.desk import Desk, Edition
from briefing.ledger import Row
from briefing.wording import window

if TYPE_CHECKING:
    from briefing.events import Events


def read_event_data(desk: Desk, request: BuildRequest) -> Events:
    """The events of the files named, else of the desk's folder. Raises ``BriefingError``."""
    from briefing.events import read_event_folder, read_events

    if request.events:
        return read_events(request.events, root=desk.root)
    return read_event_folder(desk.events, root=desk.root)


def tells_of(events: Events, edition: Edition) -> bool:
    """Whether any event touches the edition's period, or a month has begun by its end."""
    import pandas as pd

    if edition.start is None or edition.end is None or events.table.empty:
        return False
    monthly = [form.key for form in events.formats if form.monthly]
    begun = events.table["date_start"] <= pd.Timestamp(edition.end)
    lasting = events.table["date_end"] >= pd.Timestamp(edition.start)
    return bool((begun & (lasting | events.table["dataset"].isin(monthly))).any())


def last_event(events: Events) -> date | None:
    """The last day on which an event began; None where there are no events."""
    if events.table.empty:
        return None
    last: date = events.table["date_start"].max().date()
    return last


def tell_span(events: Events) -> str | None:
    """``the event data, of 5–11 Dec 2016, has nothing of it``; None where there are no events."""
    if events.table.empty:
        return None
    first, last = events.table["date_start"].min().date(), events.table["date_end"].max().date()
    return f"the event data, of {window(first, last, year=True)}, has nothing of it"


def tell_unread_rows(events: Events) -> list[str]:
    """Return a sentence for each file with rows that could not be read; the brief has it too."""
    if not events.problems:
        return []
    from briefing.resolve.event_data.gaps import problem_gaps

    return [gap["text"] for gap in problem_gaps(events, ["unreadable"])]


def add_event_rows(
    rows: dict[str, list[Row]], events: Events, edition: Edition, desk: Desk
) -> dict[str, list[Row]]:
    """Return the ledger's rows with those of event data, whose gaps stand behind the others."""
    if events.table.empty and not events.problems:
        return rows
    from briefing.resolve.event_data import resolve_event_data

    told = resolve_event_data(events, edition.start, edition.end, desk.region.countries)
    return rows | told | {"gaps": rows["gaps"] + told["gaps"]}
