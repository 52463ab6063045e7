"""What became of a decision, and the words in which a brief says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing import wording
from briefing.corrections.decision import Decision
from briefing.ledger import Row

Status = Literal["applied", "found_again", "overruled", "not_applied", "no_match"]
DONE: tuple[Status, ...] = ("applied", "found_again")
_VERBS = {
    "accept": "Accepted as read",
    "reject": "Rejected",
    "edit": "Corrected",
    "merge": "Merged",
    "split": "Split off",
}
PAST = {
    "accept": "accepted",
    "reject": "rejected",
    "edit": "edited",
    "merge": "merged",
    "split": "split",
}
_TOLD_AS = {
    **dict.fromkeys(("low", "best", "high"), "count"),
    **dict.fromkeys(("date_start", "date_end"), "date"),
}
_QUOTED = 90  # characters of a quote that are enough to know it again


@dataclass(frozen=True)
class Applied:
    """A decision with its outcome. ``original`` and ``corrected`` are values in words.

    ``target``: the id that it holds for now; ``why``: the reason where it was not applied.
    """

    decision: Decision
    status: Status
    table: str = ""
    target: str = ""
    quote: str = ""
    source: int | None = None
    about: str = ""  # an event in words
    claims: tuple[str, ...] = ()  # those that it concerns: of an event all that tell it
    original: str = ""
    corrected: str = ""
    why: str = ""

    @property
    def done(self) -> bool:
        """Whether the brief was changed as decided."""
        return self.status in DONE

    def row(self) -> Row:
        """The row of the ledger's table ``corrections``."""
        made = self.decision
        return {
            "line": made.line,
            "action": made.action,
            "target": made.target,
            "target_id": self.target or None,
            "claim_ids": list(self.claims),
            "table": self.table or None,
            "field": made.field or None,
            "value": made.value or None,
            "original": self.original or None,
            "corrected": self.corrected or None,
            "note": made.note or None,
            "by": made.by or None,
            "date": made.day,
            "quote": self.quote or self.about or made.quote or None,
            "source": self.source,
            "status": self.status,
            "text": self.tell(),
        }

    def tell(self) -> str:
        """What was done, or why nothing was, as one sentence."""
        made = self.decision
        if not self.done:
            lead = f"Line {made.line} ({made.action} {made.target})"
            return f"{lead} {_UNDONE[self.status]}: {self.why}."
        parts = [f"{_VERBS[made.action]}{self._what()}"]
        if made.note:
            parts.append(f": {made.note.rstrip('.')}")
        signed = wording.signed(made.by, made.day)
        return f"{''.join(parts)}{f' ({signed})' if signed else ''}."

    def _what(self) -> str:
        quote = self.quote or ("" if self.about else self.decision.quote)
        about = f" “{wording.cut(quote, _QUOTED)}”" if quote else f" {self.about or self.target}"
        source = f" (source {self.source})" if self.source else ""
        if self.decision.action == "split":
            return f" {self.original}:{about}{source}"
        if self.decision.action == "edit":
            change = f" {self._field} from {self.original} to {self.corrected}"
            return f"{change} in{about}{source}"
        return f"{about}{source}"

    @property
    def _field(self) -> str:
        """What was edited, as its value is told: the ends of a count with the count."""
        return _TOLD_AS.get(self.decision.field, self.decision.field)

    def mark(self) -> str:
        """What a corrected row says of itself in the column ``correction``."""
        made = self.decision
        who = f"by {made.by}" if made.by else "by the analyst"
        change = f"{self._field} corrected from {self.original} to {self.corrected} "
        lead = change if made.action == "edit" else f"{PAST[made.action]} "
        return f"{lead}{who}{f': {made.note}' if made.note else ''}"


_UNDONE: dict[str, str] = {
    "overruled": "was overruled",
    "not_applied": "was not applied",
    "no_match": "no longer matches anything",
}
