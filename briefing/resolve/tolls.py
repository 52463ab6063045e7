"""Across articles: the same toll told twice is one toll, different tolls stand side by side.

Nothing is ever added up. Tolls with another window, area, victim group or claimant overlap in ways
that the texts do not tell (Airwars, UCDP: reconcile, don't sum).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from briefing import wording
from briefing.ledger import Row

_SAME_TOLL = (
    "outcome", "victim_group", "victim_side", "place", "direction", "date_start", "date_end",
    "claimant", "quantity_kind", "low", "best", "high", "subset", "running_total",
)  # fmt: skip
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
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in casualties:
        if not row["background"]:
            groups.setdefault(_toll_key(row), []).append(row)
    ids = {row["claim_id"]: told[0]["claim_id"] for told in groups.values() for row in told}
    marked = [row | {"toll_id": ids.get(row["claim_id"])} for row in casualties]
    return marked, [_toll(told) for told in groups.values()]


def _toll_key(row: Row) -> tuple[object, ...]:
    facts = row | {"claimant": claimant(row)}
    key = tuple(facts.get(name) for name in _SAME_TOLL)
    # A vague number says nothing that could be matched: the words and the article must agree.
    own = (row["quantity_as_written"], row["article_id"]) if row["quantity_kind"] == "vague" else ()
    return key + own


def claimant(row: Row) -> str:
    """Who says so: the source named in the text, else the article itself."""
    return row["source_original"] or f"source {row['source']}"


def _toll(told: list[Row]) -> Row:
    first = told[0]
    certainty = max((row["certainty"] for row in told), key=CERTAINTIES.index)
    return {name: first.get(name) for name in _CARRIED} | {
        "toll_id": first["claim_id"],
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
        key = claimant_of_toll(row)
        if key not in last or _recency(row) > _recency(last[key]):
            last[key] = row
    return list(last.values())


def claimant_of_toll(row: Row) -> str:
    """Who says so, for a toll that several articles may tell."""
    return row["source_original"] or "source " + ", ".join(str(n) for n in row["sources"])


def _recency(row: Row) -> tuple[date, int]:
    return row["date_end"] or date.min, row["high"] or row["low"] or 0


def count_in_words(row: Row) -> str:
    """The row's count as it is printed everywhere."""
    return wording.count(
        row["quantity_kind"], row["low"], row["best"], row["high"], row["quantity_as_written"]
    )
