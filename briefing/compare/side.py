"""One of the two editions that are compared, and how the two lie to each other in time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.ledger.codebook import Row, load_codebook
from briefing.ledger.reading import read_edition
from briefing.ledger.stored import read_tables, tidy_rows
from briefing.lexicon import load
from briefing.settings.edition import covered_days
from briefing.sourcename import name_source

# What is looked at; a ledger of an earlier version may lack some.
TABLES = (
    "sources", "casualties", "tolls", "events", "territory", "control", "key_figures",
    "corrections",
)  # fmt: skip


@dataclass(frozen=True)
class Side:
    """An edition: its record (``edition.json``) and those of its tables that are compared."""

    record: Mapping[str, Any]
    tables: Mapping[str, list[Row]]

    @classmethod
    def stored(cls, ledger: Path) -> Side:
        """The edition in a ledger's folder. Raises BriefingError where it can't be read."""
        return cls(_record(ledger), read_tables(ledger, _known()))

    @classmethod
    def fresh(cls, record: Mapping[str, Any], rows: Mapping[str, list[Row]]) -> Side:
        """The edition that is being built."""
        return cls(record, {name: tidy_rows(rows[name], name) for name in _known() if name in rows})

    @property
    def name(self) -> str:
        return str(self.record.get("name") or "the earlier edition")

    @property
    def start(self) -> date | None:
        return self.record.get("start")

    @property
    def end(self) -> date | None:
        return self.record.get("end")

    @property
    def days(self) -> int | None:
        """How many days the edition covers; None without a period."""
        return covered_days(self.start, self.end)

    def rows(self, table: str) -> list[Row]:
        """A table's rows; none where the edition lacks it."""
        return self.tables.get(table, [])

    @cached_property
    def publishers(self) -> dict[int, str]:
        """What to call each source."""
        return {row["number"]: name_source(row) for row in self.rows("sources")}

    @cached_property
    def articles(self) -> dict[str, Row]:
        """The sources by the id of their article."""
        return {row["article_id"]: row for row in self.rows("sources")}

    @cached_property
    def events(self) -> dict[str, Row]:
        """The reconciled events by their id."""
        return {row["event_id"]: row for row in self.rows("events")}

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The tolls that their own claimant has replaced by a later one."""
        return frozenset(toll for row in self.rows("events") for toll in row["superseded_ids"])

    @cached_property
    def rejections(self) -> dict[str, str]:
        """The claims and events that the analyst rejected, each with the note on why."""
        rows = self.rows("corrections")
        done = [row for row in rows if row["action"] == "reject" and row["status"] in _DONE]
        return {
            name: row["note"] or ""
            for row in done
            for name in (row["target_id"] or row["target"], *row["claim_ids"])
        }

    @cached_property
    def claims(self) -> dict[str, Row]:
        """Every casualty and territorial claim by its id."""
        return {
            row["claim_id"]: row for name in ("casualties", "territory") for row in self.rows(name)
        }


def _record(ledger: Path) -> dict[str, Any]:
    """What ``edition.json`` says, with dates for days. Raises BriefingError where it is damaged."""
    try:
        record = read_edition(ledger)
        days = [date.fromisoformat(str(record[name])) for name in _DAYS if record.get(name)]
    except (ValueError, AttributeError) as error:
        raise BriefingError(
            f"{ledger / 'edition.json'} is damaged ({error}); build that edition again."
        ) from error
    whole = dict(zip(_DAYS, days, strict=True)) if len(days) == len(_DAYS) else {}
    return {**record, **dict.fromkeys(_DAYS), **whole}


_DAYS = ("start", "end")
_DONE = ("applied", "found_again")


def _known() -> list[str]:
    return [name for name in TABLES if name in load_codebook()]


def are_alike(days: int | None, others: int | None) -> bool:
    """Whether two periods, in days, are of about the same length; None: no period."""
    share: float = load("changes")["periods"]["length"]
    return bool(days and others and abs(days - others) <= share * max(days, others))


@dataclass(frozen=True)
class Pair:
    """The earlier edition and this one."""

    before: Side
    after: Side

    @property
    def same_period(self) -> bool:
        """Whether both are of the same days, or neither has any: the one replaces the other."""
        return (self.before.start, self.before.end) == (self.after.start, self.after.end)

    @property
    def earlier(self) -> str:
        """How a reason calls the earlier edition: of one period, both have the same name."""
        return "the earlier edition" if self.same_period else self.before.name

    @property
    def alike(self) -> bool:
        """Whether both periods are of about the same length: two weeks, two months."""
        return are_alike(self.before.days, self.after.days)

    def expects(self, start: date | None, end: date | None) -> bool:
        """Whether this edition should have what the earlier one tells of these days."""
        if self.same_period:
            return True
        first, last = start or end, end or start
        if not (first and last and self.after.start and self.after.end):
            return False
        return self.after.start <= first and last <= self.after.end
