"""Across articles: the same toll told twice is one toll, different tolls stand side by side.

Nothing is ever added up. Tolls with another window, area, victim group or claimant overlap in ways
that the texts do not tell (Airwars, UCDP: reconcile, don't sum).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing.ledger import Row
from briefing.resolve.comparable import top_of
from briefing.rows import source_numbers

# What two tellings of one toll must share to the letter …
_SAME_TOLL = (
    "outcome", "victim_group", "victim_side", "claimant", "quantity_kind", "low", "best", "high",
    "subset", "running_total",
)  # fmt: skip
# … and dates that extraction only assumed, which therefore contradict nothing.
_UNSURE_DATES = ("assumed", "unknown")
_CARRIED = (
    "outcome", "victim", "victim_group", "victim_side", "perpetrator", "means", "subset",
    "running_total", "source_original", "certainty",
    "date_start", "date_end", "date_prec", "date_as_written", "date_basis",
    "low", "best", "high", "quantity_kind", "quantity_as_written",
    "place", "place_as_written", "place_kind", "country", "admin1", "latitude", "longitude",
    "where_prec", "geonameid", "direction",
)  # fmt: skip
# Weakest first, so that the strongest of several tellings of one toll can be picked.
CERTAINTIES = ("denied", "contested", "alleged", "claimed", "reported", "confirmed")


def resolve_tolls(casualties: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return the casualty rows with their ``toll_id``, and one row per distinct toll.

    History told in passing has no toll: it is not about the period.
    """
    tolls: dict[tuple[object, ...], list[list[Row]]] = {}
    for row in casualties:
        if not row["background"]:
            _join(row, tolls.setdefault(_shared(row), []))
    told = [rows for same in tolls.values() for rows in same]
    told.sort(key=lambda rows: (rows[0]["source"], rows[0]["start"]))
    ids = {row["claim_id"]: rows[0]["claim_id"] for rows in told for row in rows}
    marked = [row | {"toll_id": ids.get(row["claim_id"])} for row in casualties]
    totals = _totals(casualties)
    return marked, [_toll(rows) | {"breakdown": _breaks_down(rows[0], totals)} for rows in told]


def _shared(row: Row) -> tuple[object, ...]:
    facts = row | {"claimant": claimant(row)}
    key = tuple(facts.get(name) for name in _SAME_TOLL)
    # A vague number says nothing that could be matched: the words and the article must agree.
    own = (row["quantity_as_written"], row["article_id"]) if row["quantity_kind"] == "vague" else ()
    return key + own


def _join(row: Row, tolls: list[list[Row]]) -> None:
    """Add a row to the first toll that nothing in it speaks against, else begin a new one."""
    for told in tolls:
        if all(_agree(row, other) for other in told):
            told.append(row)
            return
    tolls.append([row])


def _agree(a: Row, b: Row) -> bool:
    """Whether place and window of two tellings can be the same: alike, or not said by one."""
    same_place = not a.get("place") or not b.get("place") or a["place"] == b["place"]
    if a["date_basis"] in _UNSURE_DATES or b["date_basis"] in _UNSURE_DATES:
        return same_place
    return same_place and _days(a) == _days(b)


def _days(row: Row) -> tuple[date | None, date | None]:
    return row["date_start"], row["date_end"]


def _totals(rows: list[Row]) -> dict[tuple[object, ...], list[Row]]:
    """The counts that are no part of another, by the sentence and the outcome they tell of."""
    totals: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if not row["subset"]:
            totals.setdefault(_told_of(row), []).append(row)
    return totals


def _told_of(row: Row) -> tuple[object, ...]:
    return row["article_id"], row["sentence_start"], row["outcome"]


def _breaks_down(part: Row, totals: dict[tuple[object, ...], list[Row]]) -> bool:
    """Whether a part is the whole count of its own group: the civilians of 311 people killed.

    "40 civilians, including 12 children" is no such part: its total counts civilians already.
    """
    if not part["subset"] or part["victim_group"] not in ("civilians", "combatants"):
        return False
    whole = totals.get(_told_of(part), [])
    return bool(whole) and all(t["victim_group"] in ("mixed", "unknown") for t in whole)


def claimant(row: Row) -> str:
    """Who says so, for a claim or a toll: the source named in the text, else what tells it."""
    return row["source_original"] or "source " + ", ".join(map(str, source_numbers(row)))


def _toll(told: list[Row]) -> Row:
    """One row for several tellings: the facts of the one that says most of place and date."""
    fullest = max(told, key=lambda r: (bool(r.get("place")), r["date_basis"] not in _UNSURE_DATES))
    certainty = max((row["certainty"] for row in told), key=CERTAINTIES.index)
    return {name: fullest.get(name) for name in _CARRIED} | {
        "toll_id": told[0]["claim_id"],
        "certainty": certainty,
        "perpetrator": next((r["perpetrator"] for r in told if r["perpetrator"]), None),
        "means": next((r["means"] for r in told if r["means"]), None),
        "claim_ids": [row["claim_id"] for row in told],
        "sources": sorted({row["source"] for row in told}),
    }


def latest_by_claimant(rows: Iterable[Row]) -> list[Row]:
    """Return each claimant's last word: the latest end date, then the highest count.

    A later statement replaces an earlier one of the same claimant only; different claimants never
    replace each other.
    """
    last: dict[str, Row] = {}
    for row in rows:
        key = claimant(row)
        if key not in last or _recency(row) > _recency(last[key]):
            last[key] = row
    return list(last.values())


def _recency(row: Row) -> tuple[date, int]:
    return row["date_end"] or date.min, top_of(row)
