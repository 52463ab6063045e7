"""What the analyst corrected: a mark beside the figure, a line in the colophon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.corrections.applied import DONE
from briefing.rows import records
from briefing.wording import counted

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

LISTED = 10  # corrections that the colophon tells one by one


@dataclass(frozen=True)
class Mark:
    """The number of a correction, and its sentence; ``listed``: the colophon tells it."""

    number: int
    text: str
    listed: bool


def marks_by_claim(ledger: Ledger) -> dict[str, list[Mark]]:
    """Return the corrections of every claim or event that still stands but was changed."""
    found: dict[str, list[Mark]] = {}
    for mark, row in _numbered(ledger):
        if row["action"] != "reject":
            found.setdefault(row["target_id"], []).append(mark)
    return found


def told_corrections(ledger: Ledger) -> dict[str, Any]:
    """Return what the colophon tells: how many there are, and the first ones in a line each."""
    marks = [mark for mark, _ in _numbered(ledger)]
    rows = records(ledger.corrections)
    accepted = sum(row["action"] == "accept" and row["status"] in DONE for row in rows)
    undone = sum(row["status"] not in (*DONE, "overruled") for row in rows)
    rest = [
        f"{len(marks) - LISTED} of them in the claim ledger" if len(marks) > LISTED else "",
        f"{counted(accepted, 'claim')} accepted as read" if accepted else "",
        f"{counted(undone, 'decision')} could not be carried out" if undone else "",
    ]
    return {
        "count": counted(len(marks), "correction"),
        "listed": [mark for mark in marks if mark.listed],
        "rest": [text for text in rest if text],
        "any": not ledger.corrections.empty,
    }


def _numbered(ledger: Ledger) -> list[tuple[Mark, Row]]:
    """The decisions that changed something, in the order of the file."""
    rows = [
        row
        for row in records(ledger.corrections)
        if row["status"] in DONE and row["action"] != "accept"
    ]
    return [
        (Mark(number, row["text"], number <= LISTED), row)
        for number, row in enumerate(rows, start=1)
    ]
