"""What is not known: said in the brief, one sentence each, rather than smoothed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from briefing import wording
from briefing.ledger import Row
from briefing.resolve.tolls import claimant
from briefing.rows import shown_count, shown_place

# A road or a region has no point of its own, so the lack of one is no gap.
_WITHOUT_POINT = {"highway", "area", "country"}


def find_gaps(rows: Mapping[str, list[Row]], unread: Iterable[str]) -> list[Row]:
    """Return the rows of ``gaps``; ``unread`` tells of each file not read, in words."""
    return [
        *(_gap("unread", text) for text in unread),
        *_contradictions(rows["tolls"]),
        *_undated(rows),
        *_unresolved(rows),
        *_single_source(rows["tolls"]),
        *_unattributed(rows),
        *_unpublished(rows["sources"]),
    ]


def _gap(kind: str, text: str, claim_id: str | None = None, source: int | None = None) -> Row:
    return {"kind": kind, "text": text, "claim_id": claim_id, "source": source}


def _contradictions(tolls: list[Row]) -> list[Row]:
    """Same outcome, victims, place and window, different counts."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for toll in tolls:
        if toll["low"] is not None and toll["place"] and not toll["subset"]:
            names = ("outcome", "victim_group", "victim_side", "place", "date_start", "date_end")
            groups.setdefault(tuple(toll[name] for name in names), []).append(toll)
    return [
        _gap("contradiction", _disagreement(told), told[0]["claim_ids"][0])
        for told in groups.values()
        if len({(t["low"], t["high"]) for t in told}) > 1 and len({claimant(t) for t in told}) > 1
    ]


def _disagreement(told: list[Row]) -> str:
    first = told[0]
    who = first["victim_group"] if first["victim_group"] not in ("unknown", "mixed") else "people"
    days = wording.window(first["date_start"], first["date_end"])
    said = wording.listed(f"{shown_count(t)} ({claimant(t)})" for t in told)
    subject = f"{who} {first['outcome']} in {shown_place(first)}"
    return f"Accounts of {subject}{', ' + days if days else ''} disagree: {said}."


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
        _gap("unresolved_place", f"{name} could not be placed on the map.", claim)
        for name, claim in sorted(lost.items())
    ]


def _single_source(tolls: list[Row]) -> list[Row]:
    single = [toll for toll in tolls if len(toll["sources"]) == 1 and not toll["subset"]]
    if not single:
        return []
    whole = sum(not toll["subset"] for toll in tolls)
    several = f"{len(single)} of {whole} casualty counts rest on a single source."
    text = several if whole > 1 else "The one casualty count rests on a single source."
    return [_gap("single_source", text)]


def _unattributed(rows: Mapping[str, list[Row]]) -> list[Row]:
    claims = [*rows["casualties"], *rows["territory"]]
    bare = sum(not row["source_original"] for row in claims)
    text = (
        f"{bare} of {_claims(len(claims))} told in the article's own voice, with no other origin."
    )
    return [_gap("unattributed", text)] if bare else []


def _unpublished(sources: list[Row]) -> list[Row]:
    return [
        _gap("no_publisher", f"Source {row['number']} names no publisher.", source=row["number"])
        for row in sources
        if not row["publisher"]
    ]
