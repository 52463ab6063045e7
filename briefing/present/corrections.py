"""What the analyst corrected, as the colophon tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.corrections.applied import DONE
from briefing.corrections.marks import LISTED, numbered
from briefing.rows import records
from briefing.wording import counted

if TYPE_CHECKING:
    from briefing.ledger import Ledger


def told_corrections(ledger: Ledger) -> dict[str, Any]:
    """Return what the colophon tells: how many there are, and the first ones in a line each."""
    marks = [mark for mark, _ in numbered(ledger)]
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
