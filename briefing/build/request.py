"""What a build is asked for, what it tells on the way, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from briefing.settings.edition import Edition


@dataclass(frozen=True)
class BuildRequest:
    """The period (a week, or first and last day, or none: the desk's), the files, the formats."""

    week: str | None = None
    start: date | None = None
    end: date | None = None
    articles: tuple[Path, ...] = ()
    events: tuple[Path, ...] = ()  # instead of the desk's events/
    to: tuple[str, ...] = ()
    strict: bool = False
    hxl: bool = False  # HXL tags as a second row of headings in the ledger's CSV files
    against: str | None = None  # compare with this edition or folder instead of the one before
    force: bool = False  # build, and look nothing up in the desk's cache
    drafts: Path | None = None  # where a batch keeps the ledgers of editions in the making


# What a build writes into an edition's folder; anything else there belongs to the analyst.
OWN_NAMES = ("brief.html", "brief.pdf", "ledger", "notebooks", "manifest.json")


@dataclass(frozen=True)
class BuildResult:
    """What was written. ``complete`` is False where a section failed or a format is missing.

    ``notes`` are what the progress was warned of, ``rebuilt`` tells what has changed against the
    edition that stood in its place.
    """

    edition: Edition
    folder: Path
    paths: tuple[Path, ...]
    summary: tuple[str, ...]
    undated: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rebuilt: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return not self.failures


class Progress(Protocol):
    """Told of each step; the command line draws it. Safe to call from several threads."""

    def start(self, step: str, total: int) -> None: ...

    def advance(self, step: str) -> None: ...

    def finish(self, step: str) -> None: ...

    def warn(self, text: str) -> None: ...


class Heard:
    """A progress that passes all on and remembers what it was warned of."""

    def __init__(self, report: Progress, notes: Iterable[str] = ()) -> None:
        self.start, self.advance, self.finish = report.start, report.advance, report.finish
        self.notes = list(notes)
        self._report = report

    def warn(self, text: str) -> None:
        """Remember a warning, and pass it on."""
        self.notes.append(text)
        self._report.warn(text)
