"""What became of each thing that was to be added, and what the analyst says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Status = Literal["added", "already there", "failed"]


@dataclass(frozen=True)
class Outcome:
    """One line: what was asked for or made, and the rest of the sentence."""

    status: Status
    what: str
    told: str

    def __str__(self) -> str:
        whole = self.told[-1:] in ".?" or (self.told[0] == "(" and self.told[-1] == ")")
        end = "" if whole else "."
        return f"{self.status}: {self.what} {self.told}{end}"


@dataclass(frozen=True)
class Wishes:
    """What the analyst states of all that is added; it goes before what a file says of itself."""

    published: date | datetime | None = None
    publisher: str | None = None
