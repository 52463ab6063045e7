"""What event data leaves open: rows not read, windows and places too wide, weeks not covered."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.events import Events, Format
from briefing.ledger import Row
from briefing.wording import listed, number, window

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 3  # rows that are named; event_problems lists all
_MAPPED = 3  # UCDP where_prec up to which an event is a point
_LEFT_OUT = {
    "unreadable": "cannot be read and {is_are} in no figure",
    "repeated": "{repeat} an event that stands in a newer row and {is_are} counted there alone",
    "coarser": "{repeat} at a coarser level what finer rows give and {is_are} in no figure",
}


def gap(kind: str, text: str) -> Row:
    """A row of ``gaps``."""
    return {"kind": kind, "text": text, "claim_id": None, "source": None}


def problem_gaps(events: Events, kinds: Container[str] | None = None) -> Iterator[Row]:
    """Yield what was wrong with rows, each kind of each file in one sentence; or some ``kinds``."""
    for (file, kind), same in groupby(events.problems, key=lambda p: (p["file"], p["kind"])):
        found = list(same)
        if kinds is not None and kind not in kinds:
            continue
        if kind in _LEFT_OUT:
            yield gap("event_rows", _left_out(file, kind, found))
        else:
            yield gap("event_doubts", _doubtful(file, found))


def _left_out(file: str, kind: str, found: list[Row]) -> str:
    lines = {row["line"] for row in found}
    one = len(lines) == 1
    told = _LEFT_OUT[kind].format(
        is_are="is" if one else "are", repeat="repeats" if one else "repeat"
    )
    return f"{_rows(len(lines))} of {file} {told}: {_first(found)}"


def _doubtful(file: str, found: list[Row]) -> str:
    lines = {row["line"] for row in found}
    return (
        f"{_rows(len(lines))} of {file} {'is' if len(lines) == 1 else 'are'} doubtful and used as "
        f"published: {_first(found)}"
    )


def _first(found: list[Row]) -> str:
    shown = "; ".join(f"line {row['line']}: {row['problem']}" for row in found[:SHOWN])
    return f"{shown}; …" if len(found) > SHOWN else f"{shown}."


def elsewhere(form: Format, rows: int) -> Iterator[Row]:
    """Yield how many rows are of countries that the desk does not watch."""
    if rows:
        yield gap("event_rows", f"{_rows(rows)} of {form.name} {'is' if rows == 1 else 'are'} of "
                  "other countries than the desk’s and left out.")  # fmt: skip


def coverage_gaps(form: Format, table: pd.DataFrame, start: date, end: date) -> Iterator[Row]:
    """Yield where the dataset does not cover the whole period, or nothing of it."""
    first, last = _covered(table)
    if last < end or first > start:
        told = f"{form.name} as read covers {window(first, last, year=True)}"
        if reaches(form, table, start, end):
            yield gap("event_coverage", f"{told}: not the whole period.")
        else:
            yield gap("event_coverage", f"{told}: nothing of the period, so no figure is given.")


def reaches(form: Format, table: pd.DataFrame, start: date, end: date) -> bool:
    """Whether a dataset's days meet the period: else its zeros would only be what nobody has read.

    Of monthly data the last month that has begun stands for a period after it.
    """
    first, last = _covered(table)
    return first <= end and (form.monthly or last >= start)


def _covered(table: pd.DataFrame) -> tuple[date, date]:
    return table["date_start"].min().date(), table["date_end"].max().date()


def month_gaps(form: Format, period_start: date, period_end: date) -> Iterator[Row]:
    """Yield that monthly figures are not of the edition's period alone."""
    days = window(period_start, period_end, year=True)
    yield gap("event_coverage", f"{form.name} gives months: its figures are of {days}.")


def period_gaps(form: Format, inside: pd.DataFrame, beyond: pd.DataFrame) -> Iterator[Row]:
    """Yield what the events of the period leave open: windows, places, days, clarity."""
    if len(beyond):
        yield gap("event_window", _beyond(form, beyond))
    for column, most, kind, told in (
        ("where_prec", _MAPPED, "event_place", "located no closer than a province or a line"),
        ("date_prec", 1, "event_date", "not dated to the day"),
        ("clarity", 1, "event_doubts", "less clear than others (event_clarity 2)"),
    ):
        vague = inside[(inside[column] > most).fillna(False)] if column in inside else inside[:0]
        if len(vague):
            dead = number(int(vague["best"].sum()))
            yield gap(kind, f"{number(len(vague))} of {_events(len(inside))} of {form.name}, with "
                      f"{dead} dead, {'is' if len(vague) == 1 else 'are'} {told}.")  # fmt: skip


def _beyond(form: Format, beyond: pd.DataFrame) -> str:
    """``7 records … are in none of its figures: 459 dead in Aleppo town, 15 Nov – 12 Dec; …``"""
    days = beyond["date_end"] - beyond["date_start"]
    shortest = beyond.assign(days=days).sort_values(["days", "best"], ascending=[True, False])
    told = [
        f"{number(row['best'])} dead in {row['place'] or row['country']}, "
        f"{window(row['date_start'].date(), row['date_end'].date())}"
        for row in shortest.head(SHOWN).to_dict("records")
    ]
    return (
        f"{number(len(beyond))} {'record' if len(beyond) == 1 else 'records'} of {form.name} "
        f"{'has a window that reaches' if len(beyond) == 1 else 'have windows that reach'} beyond "
        f"the period; how many of their dead fall into it is not known, so they are in none of its "
        f"figures: {listed(told)}{' among them' if len(beyond) > SHOWN else ''}."
    )


def _rows(count: int) -> str:
    return f"{number(count)} {'row' if count == 1 else 'rows'}"


def _events(count: int) -> str:
    return f"{number(count)} {'event' if count == 1 else 'events'}"
