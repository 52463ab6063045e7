"""What is not known: said in the brief, one sentence each, rather than smoothed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing import wording
from briefing.ledger import Row
from briefing.resolve.comparable import is_counted, subject_of, top_of
from briefing.rows import located, shown_count

# A road or a region has no point of its own, so the lack of one is no gap.
_TWO = 2  # voices
UNPLACED = " could not be placed on the map."
_WITHOUT_POINT = {"highway", "area", "country"}
_OF_SEVERAL = (" is in ", " are in "), (" has ", " each have "), ("so it gave", "so they gave")
_SAYS = re.compile(r" (?:is|are|has|have|was|were|could|can|cannot|does|do) |: ")


def find_gaps(rows: Mapping[str, list[Row]], unread: Iterable[str]) -> list[Row]:
    """Return the rows of ``gaps``; ``unread`` tells of each file not read, in words."""
    return [
        *_unread(unread, rows["sources"]),
        *_contradictions(rows),
        *_undated(rows),
        *_unresolved(rows),
        *_single_source(rows["events"]),
        *_unattributed(rows),
        *_unpublished(rows["sources"]),
    ]


def _unread(told: Iterable[str], sources: list[Row]) -> list[Row]:
    """What was not read. A source is named by its number, several of which the same holds at once.

    What to do about it is for the terminal; the reader of a brief can do nothing.
    """
    numbers = {row["path"]: row["number"] for row in sources}
    found: dict[str, list[int]] = {}
    for text in map(_without_advice, told):
        path = next((path for path in numbers if text.startswith(f"{path} ")), None)
        held = found.setdefault(text.removeprefix(path) if path else text, [])
        if path:
            held.append(numbers[path])
    return [_unread_gap(rest, held) for rest, held in found.items()]


def _unread_gap(rest: str, numbers: list[int]) -> Row:
    if not numbers:
        return _gap("unread", rest)
    if len(numbers) == 1:
        return _gap("unread", f"Source {numbers[0]}{rest}", source=numbers[0])
    for one, many in _OF_SEVERAL:
        rest = rest.replace(one, many, 1)
    return _gap("unread", f"Sources {wording.listed(map(str, sorted(numbers)))}{rest}")


def _without_advice(text: str) -> str:
    """A message without its last sentence, where one before it says what is wrong."""
    fact, _, _ = text.rpartition(". ")
    return f"{fact}." if _SAYS.search(fact) else text


def _gap(kind: str, text: str, claim_id: str | None = None, source: int | None = None) -> Row:
    return {"kind": kind, "text": text, "claim_id": claim_id, "source": source}


def _contradictions(rows: Mapping[str, list[Row]]) -> list[Row]:
    """Events that claimants count differently, or hold different sides responsible for."""
    tolls = {toll["toll_id"]: toll for toll in rows["tolls"]}
    found = []
    for event in (event for event in rows["events"] if event["scope"] != "part"):
        told = zip(event["claimants"], map(tolls.get, event["toll_ids"]), strict=False)
        counts = {who: toll for who, toll in told if toll and is_counted(toll)}
        if len({top_of(toll) for toll in counts.values()}) > 1:
            found.append(_gap("contradiction", _disagreement(event, counts), event["claim_ids"][0]))
        if event["grade"] == "contested":
            text = f"{_subject(event)}: {event['grade_reason']}."
            found.append(_gap("contradiction", text[:1].upper() + text[1:], event["claim_ids"][0]))
    return found


def _disagreement(event: Row, told: Mapping[str, Row]) -> str:
    said = wording.listed(f"{shown_count(toll)} ({who})" for who, toll in told.items())
    return f"Accounts of {_subject(event)} disagree: {said}."


def _subject(event: Row) -> str:
    days = wording.window(event["date_start"], event["date_end"])
    return f"{subject_of(event)}{located(event)}{f' ({days})' if days else ''}"


def _undated(rows: Mapping[str, list[Row]]) -> list[Row]:
    claims = [*rows["casualties"], *rows["territory"]]
    bare = Counter(row["source"] for row in claims if not row["date_start"])
    return [
        _gap("undated", f"{_claims(n)} from source {source} could not be dated.", source=source)
        for source, n in sorted(bare.items())
    ]


def _claims(n: int) -> str:
    return f"{n} claim" if n == 1 else f"{n} claims"


def _unresolved(rows: Mapping[str, list[Row]]) -> list[Row]:
    places = [row for row in (*rows["casualties"], *rows["territory_places"]) if row.get("place")]
    lost = {
        row["place_as_written"]: row["claim_id"]
        for row in reversed(places)
        if row["latitude"] is None and row["place_kind"] not in _WITHOUT_POINT
    }
    return [
        _gap("unresolved_place", f"{name}{UNPLACED}", claim) for name, claim in sorted(lost.items())
    ]


def _single_source(events: list[Row]) -> list[Row]:
    own = [event for event in events if event["scope"] != "part"]
    whole = [event for event in own if event["quantity_kind"] != "none"]
    single = sum(event["independent"] < _TWO for event in whole)
    if not single:
        return []
    parts = "Parts of a count aside, " if len(own) < len(events) else ""
    several = f"{parts}{single} of {len(whole)} casualty events rest on a single source."
    text = several if len(whole) > 1 else "The one casualty count rests on a single source."
    return [_gap("single_source", text)]


def _unattributed(rows: Mapping[str, list[Row]]) -> list[Row]:
    claims = [*rows["casualties"], *rows["territory"]]
    bare = sum(not row["source_original"] for row in claims)
    are = "is" if bare == 1 else "are"
    text = f"{bare} of {_claims(len(claims))} {are} told in the article's own voice alone."
    return [_gap("unattributed", text)] if bare else []


def _unpublished(sources: list[Row]) -> list[Row]:
    bare = [row["number"] for row in sources if not row["publisher"]]
    if not bare:
        return []
    if len(bare) == 1:
        return [_gap("no_publisher", f"Source {bare[0]} names no publisher.", source=bare[0])]
    names = wording.listed(map(str, bare))
    return [_gap("no_publisher", f"Sources {names} name no publisher.")]
