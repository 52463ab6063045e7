"""What to look at among the casualties: events whose figure, place or author is in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.corrections.name import name_event
from briefing.ledger.codebook import Row
from briefing.resolve.comparable import is_counted, top_of
from briefing.review.book import Book
from briefing.review.changes import told_change
from briefing.review.item import Item, Reason
from briefing.review.places import is_unplaced
from briefing.review.signs import is_apart, is_weighty, load_signs, reason
from briefing.rows import shown_place
from briefing.wording import listed

_DOUBTFUL = ("alleged", "denied", "contested")


def casualty_items(book: Book) -> list[Item]:
    """An item for every event of casualties that shows a sign and is not decided yet."""
    events = {row["event_id"]: row for row in book.rows("events")}
    return [
        Item(
            target=_target(row),
            figure=name_event(row, book.edition),
            reasons=tuple(_reasons(row, book, events)),
            tellings=book.tellings(row["claim_ids"]),
            size=top_of(row),
            outcome=row["outcome"],
        )
        for row in events.values()
        if not book.is_decided(row, row["claim_ids"])
    ]


def _target(row: Row) -> str:
    """The event; its claim where there is but one, for that stays the same as long as its text."""
    return str(row["claim_ids"][0] if len(row["claim_ids"]) == 1 else row["event_id"])


def _reasons(row: Row, book: Book, events: dict[str, Row]) -> Iterator[Reason]:
    weighty = is_weighty(top_of(row))
    yield from _voices(row, book, weighty)
    if row["grade"] == "contested" or len(row["perpetrators"]) > 1:
        yield reason("contested", row["grade_reason"] or listed(row["perpetrators"]))
    if book.headline & set(row["claim_ids"]):
        yield reason("headline")
    if is_unplaced(row) and (weighty or not is_counted(row)):
        yield reason("unplaced", shown_place(row))
    elif weighty and not row["place"] and row["scope"] == "incident":
        yield reason("unsaid_place")
    if row["date_basis"] in ("assumed", "unknown"):
        yield reason("assumed_date")
    yield from _parse(row)
    yield from told_change(row["event_id"], book)
    yield from _duplicates(row, book, events)


def _voices(row: Row, book: Book, weighty: bool) -> Iterator[Reason]:
    """One voice for a high number, or several that differ."""
    if weighty and row["independent"] == 1 and row["scope"] != "part":
        yield reason("single_source", listed(row["claimants"]))
    tolls = (book.tolls[toll] for toll in row["toll_ids"] if toll in book.tolls)
    counted = [toll for toll in tolls if is_counted(toll)]
    if len({toll["source_original"] for toll in counted}) > 1:
        tops = [top_of(toll) for toll in counted]
        if is_apart(min(tops), max(tops), "contradiction"):
            counted.sort(key=top_of)
            yield reason("contradiction", listed(dict.fromkeys(map(book.says, counted))))


def _parse(row: Row) -> Iterator[Reason]:
    """What extraction itself is not sure of."""
    if row["quantity_kind"] in ("vague", "coded"):
        yield reason(row["quantity_kind"], row["quantity_as_written"])
    if row["certainty"] in _DOUBTFUL:
        yield reason("doubtful", row["certainty"])


def _duplicates(row: Row, book: Book, events: dict[str, Row]) -> Iterator[Reason]:
    """An event beside it that may be the same, told once: by the first of the two."""
    for other, why in zip(row["apart_from"], row["apart_reason"], strict=False):
        if other in events and row["event_id"] < other and _may_be_one(row, events[other], why):
            yield reason(
                "duplicate",
                f"{_target(events[other])} ({name_event(events[other], book.edition)}): {why}",
            )


def _may_be_one(row: Row, other: Row, why: str) -> bool:
    rule = load_signs()["duplicate"]
    same = top_of(row) == top_of(other) >= int(rule["count"])
    return why in rule["reasons"] or (same and row["victim_side"] == other["victim_side"])
