"""Across articles: the same toll told twice is one toll, different tolls stand side by side.

Nothing is ever added up. Tolls with another window, area, victim group or claimant overlap in ways
that the texts do not tell (Airwars, UCDP: reconcile, don't sum).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from briefing.extract.people.names import name_of
from briefing.ledger import Row
from briefing.lexicon import word_set
from briefing.resolve.persons import is_of_one

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
    "where_prec", "geonameid", "direction", "also_at", "where_description",
)  # fmt: skip
# Weakest first, so that the strongest of several tellings of one toll can be picked.
DISPUTED = ("denied", "contested")
CERTAINTIES = (*DISPUTED, "alleged", "claimed", "reported", "confirmed")


def resolve_tolls(
    casualties: list[Row], sources: Iterable[Row] = (), alone: frozenset[str] = frozenset()
) -> tuple[list[Row], list[Row]]:
    """Return the casualty rows with their ``toll_id``, and one row per distinct toll.

    History told in passing has no toll: it is not about the period. Articles are taken in the order
    of their publication, so that the order in which they are handed over makes no difference.
    Claims in ``alone`` are a toll each, whatever else tells the same.
    """
    published = {row["article_id"]: row["published"] for row in sources}
    ordered = sorted(casualties, key=lambda row: order_of(row, published))
    alike: dict[tuple[object, ...], list[Row]] = {}
    for row in ordered:
        if not row["background"]:
            own = row["claim_id"] if row["claim_id"] in alone else None
            alike.setdefault((*_shared(row), own), []).append(row)
    told = [rows for same in alike.values() for rows in _part(same)]
    told.sort(key=lambda rows: order_of(rows[0], published))
    ids = {row["claim_id"]: rows[0]["claim_id"] for rows in told for row in rows}
    marked = [row | {"toll_id": ids.get(row["claim_id"])} for row in casualties]
    totals = _totals(ordered)
    return marked, [_toll(rows) | _part_of(rows[0], totals, ids) for rows in told]


def order_of(row: Row, published: Mapping[str, date | None]) -> tuple[date, str, int]:
    """The place of a claim in the week: by its article's day, then its article, then its text."""
    return published.get(row["article_id"]) or date.max, row["article_id"], row["start"]


def _shared(row: Row) -> tuple[object, ...]:
    facts = row | {"claimant": row["source_original"] or row["article_id"]}
    key = tuple(facts.get(name) for name in _SAME_TOLL)
    return key + _words_of(row) + _person(row)


def _words_of(row: Row) -> tuple[object, ...]:
    """A vague number says nothing that could be matched: the words must agree, and the article,
    unless one source says so of all up to now."""
    if row["quantity_kind"] != "vague":
        return ()
    so_far = row["running_total"] and row["source_original"] and row["date_start"] is None
    return row["quantity_as_written"], None if so_far else row["article_id"]


def _person(row: Row) -> tuple[object, ...]:
    """What tells one person from another beside him: "Omar Ali and the driver" are two tolls."""
    if not (is_of_one(row) and row.get("victim")):
        return ()
    return tuple(name_of(row["victim"])) or (row["victim"].split()[-1].lower(),)


def _part(alike: list[Row]) -> Iterator[list[Row]]:
    """Tellings with the same count by what they say of place and window.

    What one leaves unsaid speaks against nothing: it joins the first that fits, those that say most
    first.
    """
    tolls: dict[tuple[object, ...], list[Row]] = {}
    begun: list[list[Row]] = []
    for row in sorted(alike, key=lambda row: not row.get("place") or _is_unsure(row)):
        said = row.get("place") or None, None if _is_unsure(row) else _days(row)
        told = tolls.get(said)
        if told is None:
            told = []
            begun.append(told)
        told.append(row)
        for place in (said[0], None):
            for days in (said[1], None):
                tolls.setdefault((place, days), told)
    yield from begun


def _is_unsure(row: Row) -> bool:
    return row["date_basis"] in _UNSURE_DATES


def _days(row: Row) -> tuple[date | None, date | None]:
    return row["date_start"], row["date_end"]


def _part_of(row: Row, totals: dict[tuple[object, ...], list[Row]], ids: dict[str, str]) -> Row:
    """Whether a toll breaks another down, and of which toll it is a part, if the sentence says."""
    whole = totals.get(_told_of(row), []) if row["subset"] else []
    return {
        "breakdown": _breaks_down(row, whole),
        "part_of": next((ids[w["claim_id"]] for w in whole if w["claim_id"] in ids), None),
    }


def _totals(rows: list[Row]) -> dict[tuple[object, ...], list[Row]]:
    """The counts that are no part of another, by the sentence and the outcome they tell of."""
    totals: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if not row["subset"]:
            totals.setdefault(_told_of(row), []).append(row)
    return totals


def _told_of(row: Row) -> tuple[object, ...]:
    return row["article_id"], row["sentence_start"], row["outcome"]


def _breaks_down(part: Row, whole: list[Row]) -> bool:
    """Whether a part is the whole count of its own group: the civilians of 311 people killed.

    "40 civilians, including 12 children" is no such part: its total counts civilians already.
    """
    if part["victim_group"] not in ("civilians", "combatants") or _is_of_an_age(part):
        return False
    if part["rule"] != _PARTED and any(row["rule"] == _TOLL for row in whole):
        return False  # "the toll rose to three with the death of a private": the last of three
    return bool(whole) and all(t["victim_group"] in ("mixed", "unknown") for t in whole)


_PARTED, _TOLL = "casualties.breakdown", "casualties.toll"


def _is_of_an_age(part: Row) -> bool:
    """ "23 people, among them seven women": not all the civilians of the 23."""
    words = (part.get("victim") or "").lower().split()
    return not set(words[-1:]).isdisjoint(word_set("events", "ages", "words"))


def _toll(told: list[Row]) -> Row:
    """One row for several tellings: the facts of the one that says most of place and date."""
    fullest = max(told, key=lambda r: (bool(r.get("place")), r["date_basis"] not in _UNSURE_DATES))
    certainty = max((row["certainty"] for row in told), key=CERTAINTIES.index)
    return {name: fullest.get(name) for name in _CARRIED} | {
        "toll_id": told[0]["claim_id"],
        "certainty": certainty,
        "mention": told[0].get("mention"),
        "one_attack": any(row.get("one_attack") for row in told),
        "perpetrator": next((r["perpetrator"] for r in told if r["perpetrator"]), None),
        "means": next((r["means"] for r in told if r["means"]), None),
        "where_description": next(filter(None, (r.get("where_description") for r in told)), None),
        "claim_ids": [row["claim_id"] for row in told],
        "sources": sorted({row["source"] for row in told}),
    }
