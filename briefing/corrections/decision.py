"""What an analyst decided: one row of ``corrections.csv``, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Action = Literal["accept", "reject", "edit", "merge", "split"]

# A claim's id as extraction makes it: article, letter of the kind, offset.
_CLAIM = re.compile(r"(?P<article>[0-9a-f]{12})-(?P<letter>[a-z])(?P<start>\d+)(?:\.\d+)?")


@dataclass(frozen=True)
class ClaimId:
    """The parts of a claim's id: of which article, which kind, and where the quote began."""

    article: str
    letter: str
    start: int

    @classmethod
    def read(cls, text: str) -> ClaimId | None:
        """The parts of ``text``; None where it is no claim's id."""
        match = _CLAIM.fullmatch(text)
        return cls(match["article"], match["letter"], int(match["start"])) if match else None


@dataclass(frozen=True)
class Decision:
    """One decided row, checked: ``value`` is as typed, ``read`` what was made of it.

    ``edition``, ``quote`` and ``article`` say what the decision was about when it was made; with
    them a claim is found again whose id has changed with its article.
    """

    line: int
    target: str
    action: Action
    field: str = ""
    value: str = ""
    read: Any = None
    note: str = ""
    by: str = ""
    day: date | None = None
    edition: str = ""
    quote: str = ""
    article: str = ""


@dataclass(frozen=True)
class Decisions:
    """A desk's ``corrections.csv``. ``sha256`` is of its bytes; empty where nothing is decided."""

    rows: tuple[Decision, ...] = ()
    undecided: int = 0
    name: str = "corrections.csv"
    sha256: str = ""
    targets: frozenset[str] = field(default=frozenset())  # of all rows, the undecided too
