"""How event data is told: kinds of violence, sides, places and periods in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from briefing.naming import with_article
from briefing.resolve.event_data.words import short_side
from briefing.wording import cardinal, listed, number, span, window

_NEAR = 2  # UCDP where_prec: within 25 km
_FUZZY = 5  # a line or fuzzy area
_COUNTRY = 6
_WEEK = 7


def people(count: int) -> str:
    """Return ``one person``, ``two people``, ``14 people``."""
    return "one person" if count == 1 else f"{cardinal(count)} people"


def events(count: int) -> str:
    """Return ``one event``, ``85 events``."""
    return "one event" if count == 1 else f"{number(count)} events"


def shown_range(row: Mapping[str, Any]) -> str:
    """Return ``421–423`` where a row's low or high differs from its best, else nothing."""
    low, high = row["low"], row["high"]
    if low is None or high is None or low == row["best"] == high:
        return ""
    return span(min(low, high), max(low, high), open_upwards=False)


def spoken_side(name: str) -> str:
    """Return a side inside a sentence: ``the Government of Syria``, ``IS``."""
    return with_article(short_side(name))


def spoken_dyad(row: Mapping[str, Any]) -> str:
    """Return ``the conflict between the Government of Syria and IS``, ``violence by IS …``."""
    first, second = spoken_side(row["side_a"]), spoken_side(row["side_b"])
    if row["violence"] == "one_sided":
        return f"violence by {first} against civilians"
    return f"the conflict between {first} and {second}"


def spoken_place(row: Mapping[str, Any]) -> str:
    """Return where, as closely as is known: ``in Aleppo town``, ``near Midaana village``."""
    precision = row["where_prec"] or 1
    if precision >= _COUNTRY or not (row["place"] or row["admin1"]):
        return f"at a place in {row['country']} that is not known more closely"
    name = row["place"] or row["admin1"]
    return f"{'near' if precision in (_NEAR, _FUZZY) else 'in'} {name}"


def before(row: Mapping[str, Any]) -> str:
    """Return what the period before a figure's own is called: ``week before``."""
    unit = _unit(row)
    return f"{unit} before" if unit else f"{cardinal(length(row))} days before"


def periods(row: Mapping[str, Any]) -> str:
    """Return ``26 weeks before``, ``12 such periods before``."""
    unit = _unit(row)
    return f"{cardinal(row['periods_before'])} {f'{unit}s' if unit else 'such periods'} before"


def _unit(row: Mapping[str, Any]) -> str:
    if row["monthly"]:
        return "month"
    return "week" if length(row) == _WEEK else ""


def compared(best: int, earlier: int) -> str:
    """Return ``fewer than``, ``more than`` or ``as many as``."""
    if best == earlier:
        return "as many as"
    return "more than" if best > earlier else "fewer than"


def length(row: Mapping[str, Any]) -> int:
    """Return how many days a figure's period has."""
    return int((row["period_end"] - row["period_start"]).days) + 1


def shown_period(first: date, last: date) -> str:
    """Return ``12–18 Dec 2016``."""
    return window(first, last, year=True)


def countries(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the countries that rows are about: ``Syria``, ``Mali and Niger``."""
    return listed(sorted({row["country"] for row in rows if row["country"]}))
