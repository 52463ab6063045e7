"""Casualties as a table: one row per event, with its range, who says what, and its grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from briefing.design import load_design
from briefing.present.block import Block, make_block, note_missing
from briefing.present.citations import Citer, claims_of
from briefing.present.overflow import Overflow
from briefing.present.words import capital
from briefing.resolve.comparable import (
    group_events,
    is_counted,
    is_whole,
    leading_first,
    shown_event,
    top_of,
    victim_of,
)
from briefing.resolve.says import tell_voices, who_says_what
from briefing.rows import party_colours, records, shown_place, shown_spot, shown_window
from briefing.wording import number

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_BESIDE = 1  # an event that a row says it is apart from; the ledger has them all


def casualty_table(events: pd.DataFrame, ledger: Ledger, *, most: int = 16) -> Block:
    """The events, grouped by outcome and victims, one row each; nothing is added up.

    Beyond ``most`` rows the rest opens on a screen, and on paper the ledger has it. The events of
    the key figures come first, whole counts before parts of others and what has no number, the
    killed before others, what several tell before what one tells, the larger before the smaller.
    """
    heads = list(ledger.key_figures["event_id"].dropna())  # in the order of the strip
    rows = sorted(records(events), key=lambda row: _standing(row, heads), reverse=True)
    if not rows:
        return note_missing("No casualty figures were found in what was read.", "events", ledger)
    citer, book = Citer(ledger), _Book(ledger)
    told = Overflow.of(rows, most)
    return make_block(
        "casualty_table",
        groups=_groups(told.shown, book, citer, lead=next(iter(heads), None)),
        more=_groups(told.more, book, citer),
        **told.counts,
    )


def _groups(
    rows: list[Row], book: _Book, citer: Citer, *, lead: str | None = None
) -> list[dict[str, Any]]:
    """The rows by outcome and victims, the group of the brief's leading figure before others."""
    groups = leading_first(group_events(rows), lead)
    ordered = ((told[0]["outcome"], list(_with_parts(told, rows))) for told in groups)
    return [
        {
            "glyph": load_design()["outcomes"][outcome]["glyph"],
            "outcome": outcome,
            "rows": [book.cells(row, citer) | {"part": part} for row, part in told],
        }
        for outcome, told in ordered
        if told
    ]


def _with_parts(told: list[Row], rows: list[Row]) -> Iterator[tuple[Row, str]]:
    """Each event with the parts of it right below, whomever they count; then parts of others.

    With each stands how it is told to be a part.
    """
    shown = {row["event_id"] for row in rows}
    for row in told:
        if is_whole(row):
            yield row, ""
            below = [part for part in rows if _whole_of(part) == row["event_id"]]
            yield from ((part, "of these:") for part in below)
    yield from (
        (row, "part of a count:")
        for row in told
        if not is_whole(row) and _whole_of(row) not in shown
    )


def _whole_of(row: Row) -> str | None:
    """The event that an event is a part of, where that is known."""
    return next(iter(row["apart_from"]), None) if not is_whole(row) else None


def _standing(row: Row, heads: list[str]) -> tuple[Any, ...]:
    counted = is_counted(row) and row["quantity_kind"] != "none"
    first = row["event_id"] in heads, is_whole(row), counted, row["outcome"] == "killed"
    return *first, row["independent"] > 1, top_of(row), row["event_id"]


class _Book:
    """What the cells of every row are made from, read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._edition = ledger.edition
        self._tolls = {toll["toll_id"]: toll for toll in records(ledger.tolls)}
        self._events = {event["event_id"]: event for event in records(ledger.events)}

    def cells(self, row: Row, citer: Citer) -> dict[str, Any]:
        said = who_says_what(row, self._tolls)
        inside = row["best"] not in (None, row["low"], row["high"])
        return {
            "count": shown_event(row),
            "best": f"best {number(row['best'])}" if inside else "",
            "vague": row["quantity_kind"] == "vague",
            "denied": row["certainty"] == "denied",
            "victim": victim_of(row),
            "side": row["victim_side"],
            "colours": party_colours(self._edition),
            "place": capital(shown_place(row)),
            "spot": shown_spot(row),
            "when": shown_window(row, self._edition),
            "means": row["means"],
            "perpetrator": " or ".join(row["perpetrators"]) or None,
            "says": tell_voices(said),
            "apart": self._apart(row),
            "grade": row["grade"],
            "reason": row["grade_reason"],
            "citations": citer.cite(claims_of(row)),
        }

    def _apart(self, row: Row) -> list[str]:
        """Counts of the same victims that were not merged: ``28 on 27–30 Nov: running total``."""
        told = zip(map(self._events.get, row["apart_from"]), row["apart_reason"], strict=False)
        alike = [(other, why) for other, why in told if other and _could_be(row, other)]
        return [f"{self._named(other)}: {why}" for other, why in alike[:_BESIDE]]

    def _named(self, event: Mapping[str, Any]) -> str:
        days = shown_window(event, self._edition)
        return f"{shown_event(event)}{f' on {days}' if days else ''}"


def _could_be(row: Row, other: Row) -> bool:
    """Whether a reader might take one for the other: what is no part, of the same victims."""
    victims = "victim_group", "victim_side"
    return is_whole(row) and all(row[name] == other[name] for name in victims)
