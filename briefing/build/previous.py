"""The edition that a new one is compared with, and what the comparison says in its ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from briefing.build.earlier import earlier_ledgers
from briefing.build.request import BuildRequest
from briefing.compare import Side, compare, describe_earlier
from briefing.compare.reasons import note
from briefing.compare.side import Pair
from briefing.compare.telling import changed, tally, tell
from briefing.compare.where import find_ledger
from briefing.desk import Desk, Edition
from briefing.errors import BriefingError
from briefing.ledger import Row
from briefing.ledger.stored import read_tables

EARLIER = 8  # editions before this one whose key figures are kept in its ledger
_SHOWN = 8  # changes that the end of a build tells one by one


def previous_ledger(
    desk: Desk, edition: Edition, request: BuildRequest, *, sample: bool = False
) -> Path | None:
    """Return the ledger to compare with: the one asked for, else the desk's newest earlier edition.

    ``sample``: the edition is made of sample reports alone.

    Of the editions that begin earlier, one of about the same length comes first: a week is compared
    with a week, a month with a month. Raises BriefingError where the one asked for is not there.
    """
    if request.against is not None:
        return find_ledger(request.against, desk.reports)
    if edition.start is None:
        return None
    earlier = earlier_ledgers(edition.start, desk.reports, request.drafts, sample=sample)
    alike = [ledger for ledger in earlier if _is_alike(ledger, edition)]
    return next(reversed(alike or earlier), None)


def figures_before(
    desk: Desk, edition: Edition, request: BuildRequest, *, sample: bool = False
) -> list[Row]:
    """Return the rows of ``earlier_figures``: the key figures of the desk's last editions.

    Only of editions about as long as this one; what is damaged is left out. The oldest come first.
    """
    if edition.start is None:
        return []
    earlier = earlier_ledgers(edition.start, desk.reports, request.drafts, sample=sample)
    alike = [ledger for ledger in earlier if _is_alike(ledger, edition)]
    return [row for ledger in alike[-EARLIER:] for row in _figures(ledger)]


def _figures(ledger: Path) -> list[Row]:
    try:
        record = Side.recorded(ledger).record
        figures = read_tables(ledger, ["key_figures"]).get("key_figures", [])
    except BriefingError:
        return []
    days = {"date_start": record["start"], "date_end": record["end"]}
    return [row | days | {"edition": record.get("name")} for row in figures]


def _is_alike(ledger: Path, edition: Edition) -> bool:
    period = Side({"start": edition.start, "end": edition.end}, {})
    try:
        return Pair(Side.recorded(ledger), period).alike
    except BriefingError:
        return True  # damaged: not passed over in silence for an older one


def compare_with(
    ledger: Path | None,
    record: Mapping[str, Any],
    rows: Mapping[str, list[Row]],
    warn: Callable[[str], None],
) -> tuple[list[Row], dict[str, Any] | None]:
    """Return the rows of ``changes`` and what ``edition.json`` says under ``compared_with``.

    None where there is no earlier edition. One that can't be read stops no build: ``warn`` is told
    why, and the record says so in its notes.
    """
    if ledger is None:
        return [], None
    try:
        before = Side.stored(ledger)
        made = compare(before, Side.fresh(record, rows))
        return made.rows, describe_earlier(before, made.notes)
    except BriefingError as error:
        warn(str(error))
        name = ledger.parent.name
        return [], {"name": name, "notes": [note("unreadable", edition=name)]}


def tell_rebuilt(edition: Edition, folder: Path) -> tuple[str, ...]:
    """Return in lines what the edition in ``folder`` changes against the one whose place it takes.

    Nothing where none stands there, it can't be read, or nothing has changed.
    """
    try:
        before, after = Side.stored(edition.folder / "ledger"), Side.stored(folder / "ledger")
    except BriefingError:
        return ()
    rows = changed(compare(before, after).rows)
    if not rows:
        return ()
    more = len(rows) - _SHOWN
    rest = [f"… and {more} more."] if more > 0 else []
    head = f"Against the edition that stood here: {tally(rows)}."
    return (head, *(tell(row) for row in rows[:_SHOWN]), *rest)
