"""The plain words of the brief: what happened, counts and places in sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.lexicon import word_set
from briefing.wording import number

ACTIONS = {
    "captured": "captured",
    "recaptured": "recaptured",
    "withdrew": "withdrawal",
    "handed_over": "handed over",
    "advanced": "advance",
    "entered": "entered",
    "besieged": "besieged",
    "cut": "cut off",
}
KINDS = {
    "effect": "reported effect",
    "assessment": "assessment",
    "fear_or_intention": "fear or intention",
    "risk_or_outlook": "risk or outlook",
}
GAPS = {
    "unread": "Not read",
    "undated": "Undated",
    "unresolved_place": "Not on the map",
    "contradiction": "Accounts disagree",
    "single_source": "Single source",
    "no_publisher": "No publisher",
    "unattributed": "No origin named",
    "event_rows": "Event data",
    "event_coverage": "Event data",
    "event_doubts": "Event data",
    "event_window": "Not in the figures",
    "event_place": "Place not exact",
    "event_date": "Day not exact",
}
_RANGE = re.compile(r"([\d,]+)–([\d,]+)(\+?)")
_WORKS = word_set("events", "territory", "works")
_ROADS = word_set("events", "territory", "roads")
_DETERMINERS = {"a", "all", "any", "large", "most", "much", "part", "parts", "some", "the", "whole"}


def spoken_count(row: Mapping[str, Any]) -> str:
    """Return a count inside a sentence: ``at least 15``, ``15 to 19``, ``several more``."""
    low, best, high = row["low"], row["best"], row["high"]
    if low is None and high is None:
        return str(row["quantity_as_written"] or "an unquantified number")
    if high is None:
        return f"at least {number(low)}"
    if low is None:
        return f"up to {number(high)}"
    if low != high:
        return f"{number(low)} to {number(high)}"
    shown = number(best if best is not None else low)
    if row["quantity_kind"] == "coded":
        return f"{shown} (“{row['quantity_as_written']}”)"
    return f"about {shown}" if row["quantity_kind"] == "about" else shown


def spoken_display(display: str) -> str:
    """Return a key figure inside a sentence: ``at least 15 and an unquantified number``.

    A range with an open end, ``700–900+``, is ``700 to 900 or more``.
    """
    display = _RANGE.sub(
        lambda found: f"{found[1]} to {found[2]}{' or more' if found[3] else ''}", display
    )
    return display.replace("≥ ", "at least ").replace("≤ ", "up to ").replace(" + ", " and ")


def named_place(place: str, part: str | None) -> str:
    """Return a place, or the part of it that is meant: ``the main terminal of Aleppo airport``."""
    if not part or place.startswith(f"{part} of "):
        return place
    article = "" if part.split()[0].lower() in _DETERMINERS else "the "
    noun = part.split()[-1].lower()
    link = "in" if noun in _WORKS else "at" if noun in _ROADS else "of"
    return f"{article}{part} {link} {place}"


def capital(text: str) -> str:
    """Return the text with its first letter large and the rest as it is."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """Return the text, cut behind a clause, else a word, where it is longer than ``most``.

    A clause that would leave less than half is not sought: the rest would say too little.
    """
    if len(text) <= most:
        return text
    clause = max(text.rfind(mark, most // 2, most) for mark in (", ", "; ", ": "))
    end = clause if clause > 0 else text.rfind(" ", 0, most)
    return text[:end].rstrip(" ,;:–-") + " …"
