"""Which points tell what happened: the heaviest, each on something that no other has told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.present.bottom_territory import taken_places
from briefing.resolve.tolls import CERTAINTIES
from briefing.rows import records

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

ALIKE = 0.6  # share of words in common from which two points say the same
_MONTHS = 5  # UCDP's date_prec of a window of more than a month
_WORD = re.compile(r"\w+")
Topic = tuple[str, str]  # what is told or on which day, and where
Topics = dict[str, frozenset[Topic]]  # of each claim


def choose_points(rows: Iterable[Row], ledger: Ledger, most: int) -> list[Row]:
    """Return up to ``most`` points, the heaviest first.

    One tells the brief's leading figure and one its leading change of hands, where points do. Of
    several on the same event, or on the same outcome or day in the same place, the others stand
    back: a toll that three sources give is one thing that happened, and so are a strike's dead and
    its wounded; the table has them all. What a text only recalls from before is no thing that
    happened now, and what has been so far is told only where nothing else is.
    """
    now, standing = _parted(_of_now(rows, ledger), ledger)
    heavy = sorted(now or standing, key=lambda row: -row["weight"])
    topics = _topics(ledger)
    chosen = _leading(heavy, ledger)[:most]
    told = {topic for row in chosen for claim in _told(row, topics) for topic in claim}
    again: list[Row] = []
    for row in heavy:
        if len(chosen) >= most:
            break
        if row in chosen or _is_alike(row, chosen):
            continue
        own = _told(row, topics)
        if own and not any(map(told.isdisjoint, own)):
            again.append(row)
            continue
        chosen.append(row)
        told.update(*own)
    for row in again:
        if len(chosen) < most and not _is_alike(row, chosen):
            chosen.append(row)
    return sorted(chosen, key=lambda row: -row["weight"])


def _of_now(rows: Iterable[Row], ledger: Ledger) -> list[Row]:
    """The points but those that tell of nothing else than what the text recalls from before."""
    tables = (ledger.casualties, ledger.territory)
    past = {row["claim_id"]: row["background"] for table in tables for row in records(table)}
    return [
        row
        for row in rows
        if not row["claims"] or not all(past.get(claim) for claim in row["claims"])
    ]


def _leading(heavy: list[Row], ledger: Ledger) -> list[Row]:
    """The heaviest point on the first key figure, and the surest on the surest change of hands."""
    figures = [row for row in records(ledger.key_figures) if row["event_id"]]
    hands = taken_places(records(ledger.control))
    sure = {row["claim_id"]: row["certainty"] for row in records(ledger.territory)}
    found = [
        max(_on(rows[0], heavy), key=lambda row: _certainty(row, sure), default=None)
        for rows in (figures, hands)
        if rows
    ]
    return list({row["claim_id"]: row for row in found if row}.values())


def _on(event: Row, heavy: list[Row]) -> list[Row]:
    """The points that tell an event, the heaviest first."""
    return [row for row in heavy if set(event["claim_ids"]) & set(row["claims"])]


def _certainty(row: Row, sure: dict[str, str]) -> int:
    return max((CERTAINTIES.index(sure[c]) for c in row["claims"] if c in sure), default=0)


def _topics(ledger: Ledger) -> Topics:
    """What each claim is about: outcome and day with the place, the place that changed hands."""
    topics = {row["claim_id"]: _of_harm(row) for row in records(ledger.casualties)}
    for row in records(ledger.events):
        topics |= dict.fromkeys(row["claim_ids"], _of_harm(row))
    for row in records(ledger.control):
        topics |= dict.fromkeys(row["claim_ids"], frozenset([("hands", _where(row))]))
    return topics


def _of_harm(row: Row) -> frozenset[Topic]:
    where = _where(row)
    outcome, day = (str(row["outcome"]), where), (str(row["date_start"]), where)
    return frozenset([outcome, day] if where and row["date_start"] else [outcome])


def _parted(rows: Iterable[Row], ledger: Ledger) -> tuple[list[Row], list[Row]]:
    """The points on what happened, and those on what has been so far: for months, or of no day."""
    totals = [row for row in records(ledger.casualties) if row["running_total"]]
    long = [row for row in totals if row["date_start"] is None or row["date_prec"] == _MONTHS]
    so_far = {row["claim_id"] for row in long}
    now: list[Row] = []
    standing: list[Row] = []
    for row in rows:
        still = row["claims"] and so_far.issuperset(row["claims"])
        (standing if still else now).append(row)
    return now, standing


def _where(row: Row) -> str:
    return str(row["geonameid"] or row["place"] or "")


def _told(row: Row, topics: Topics) -> list[frozenset[Topic]]:
    return [topics[claim] for claim in row["claims"] if claim in topics]


def _is_alike(row: Row, chosen: list[Row]) -> bool:
    """Whether a point mostly repeats the words of another."""
    words = _words(row)
    return any(
        len(words & other) >= ALIKE * min(len(words), len(other)) for other in map(_words, chosen)
    )


def _words(row: Row) -> set[str]:
    return set(_WORD.findall(str(row["text"]).lower()))
