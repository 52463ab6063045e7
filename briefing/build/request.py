"""What a build is asked for, what it tells on the way, and what comes of it."""

from __future__ import annotations

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
    drafts: Path | None = None  # where a batch keeps the ledgers of editions in the making


@dataclass(frozen=True)
class BuildResult:
    """What was written. ``complete`` is False where a section failed or a format is missing."""

    edition: Edition
    folder: Path
    paths: tuple[Path, ...]
    summary: tuple[str, ...]
    undated: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        return not self.failures


class Progress(Protocol):
    """Told of each step; the command line draws it. Safe to call from several threads."""

    def start(self, step: str, total: int) -> None: ...

    def advance(self, step: str) -> None: ...

    def finish(self, step: str) -> None: ...

    def warn(self, text: str) -> None: ...
