"""The edition that a new one is compared with, and what the comparison says in its ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.build.request import BuildRequest
from briefing.compare import Side, compare, describe_earlier
from briefing.compare.reasons import note
from briefing.compare.side import are_alike
from briefing.compare.telling import changed, tally, tell
from briefing.compare.where import find_ledger
from briefing.desk import Desk, Edition
from briefing.errors import BriefingError
from briefing.ledger import Row
from briefing.ledger.stored import read_tables
from briefing.settings.shelf import Shelved, earlier_editions

EARLIER = 8  # editions before this one whose key figures are kept in its ledger
_SHOWN = 8  # changes that the end of a build tells one by one


@dataclass(frozen=True)
class Earlier:
    """A desk's editions before a new one, the first one first, and those about as long as it.

    The damaged are among these: none is passed over in silence for an older one.
    """

    editions: Sequence[Shelved] = ()
    alike: Sequence[Shelved] = ()

    @property
    def ledger(self) -> Path | None:
        """That of the newest, one of about the same length first: a week is compared with a week,
        a month with a month."""
        return self._newest.ledger if self._newest else None

    @property
    def parties(self) -> list[dict[str, Any]]:
        """Those of that edition; none where it is damaged."""
        record = self._newest.record if self._newest else None
        return list((record or {}).get("parties") or ())

    @property
    def _newest(self) -> Shelved | None:
        return next(reversed(self.alike or self.editions), None)

    def figures(self) -> list[Row]:
        """The rows of ``earlier_figures``: the key figures of the last editions as long as this.

        What is damaged is left out. The oldest come first.
        """
        return [row for one in self.alike[-EARLIER:] for row in _figures(one)]


def look_back(
    desk: Desk, edition: Edition, drafts: Path | None = None, *, sample: bool = False
) -> Earlier:
    """Return what an edition has before it; nothing where it has no period.

    ``drafts`` holds the ledgers of a batch's editions that are not in the reports yet; ``sample``:
    the edition is made of sample reports alone.
    """
    if edition.start is None:
        return Earlier()
    editions = earlier_editions(edition.start, desk.reports, drafts, sample=sample)
    alike = (one for one in editions if one.record is None or are_alike(one.days, edition.days))
    return Earlier(editions, tuple(alike))


def to_compare(desk: Desk, request: BuildRequest, earlier: Earlier) -> Path | None:
    """Return the ledger that an edition is compared with: the one asked for, else the newest.

    Raises BriefingError where the one asked for is not there.
    """
    if request.against is not None:
        return find_ledger(request.against, desk.reports)
    return earlier.ledger


def _figures(one: Shelved) -> list[Row]:
    if one.record is None:
        return []
    try:
        figures = read_tables(one.ledger, ["key_figures"]).get("key_figures", [])
    except BriefingError:
        return []
    days = {"date_start": one.start, "date_end": one.end}
    return [row | days | {"edition": one.record.get("name")} for row in figures]


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
