"""Places that changed hands twice, within an edition or across two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from briefing.compare.reasons import say
from briefing.compare.side import Pair, Side
from briefing.ledger.codebook import Row
from briefing.naming import with_article
from briefing.wording import listed, window

_TAKEN = ("captured", "recaptured", "handed_over")  # to enter or to besiege is not to hold
_WHOLE = ("settlement", "airport", "base", "crossing", "site")  # a region is taken bit by bit
_UNSURE = ("assumed", "unknown")


@dataclass(frozen=True)
class Turn:
    """One time that a place is said to have been taken: by whom, in which days, how certain."""

    event_id: str
    gainer: str
    start: date
    end: date
    certainty: str

    @property
    def told(self) -> str:
        """``the HTS-led alliance on 29 Nov (claimed)``."""
        return f"{with_article(self.gainer)} on {window(self.start, self.end)} ({self.certainty})"


def place_key(place: Row) -> str:
    """Return what a place is known by: its GeoNames number, else its name."""
    return str(place["geonameid"] or (place["place"] or "").casefold())


def turns(side: Side) -> dict[str, list[Turn]]:
    """Return by place who is said to have taken it, in the order of the days.

    What is only denied, undated, or of a part of the place does not count; what one side holds is
    not taken by it again.
    """
    told: dict[str, list[Turn]] = defaultdict(list)
    for row in filter(_is_turn, side.rows("control")):
        told[place_key(row)].append(_turn(row))
    return {key: _alternating(found) for key, found in told.items()}


def _is_turn(row: Row) -> bool:
    return bool(
        row["action"] in _TAKEN
        and row["gainer"]
        and row["certainty"] != "denied"
        and not (row["part"] or row["direction"])
        and row["date_start"]
        and row["date_basis"] not in _UNSURE
        and row["place_kind"] in _WHOLE
    )


def _turn(row: Row) -> Turn:
    start, end = row["date_start"], row["date_end"] or row["date_start"]
    return Turn(row["event_id"], row["gainer"], start, end, row["certainty"])


def _alternating(found: list[Turn]) -> list[Turn]:
    kept: list[Turn] = []
    for turn in sorted(found, key=lambda one: (one.end, one.start, one.gainer, one.certainty)):
        if not kept or kept[-1].gainer != turn.gainer:
            kept.append(turn)
    return kept


def hands_reasons(
    before: Mapping[str, list[Turn]], after: Mapping[str, list[Turn]], pair: Pair
) -> dict[str, str]:
    """Return why a place counts as changed hands twice, by the id of its last change."""
    return {
        found[-1].event_id: reason
        for key, found in after.items()
        if (reason := _reason(before.get(key, []), found, pair))
    }


def _reason(before: list[Turn], after: list[Turn], pair: Pair) -> str:
    known = before if not pair.same_period else []
    across = bool(known) and known[-1].gainer != after[0].gainer
    parts = []
    if len(after) > 1:
        parts.append(_within(after))
    if across:
        parts.append(say("hands_across", edition=pair.earlier, before=known[-1].told))
    return "; ".join(parts)


def _within(after: list[Turn]) -> str:
    one_day = len({(turn.start, turn.end) for turn in after}) == 1
    steps = listed((turn.told for turn in after), last="and" if one_day else "then")
    return say("hands_same_day" if one_day else "hands_within", steps=steps)
