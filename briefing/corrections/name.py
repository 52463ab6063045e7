"""What a figure is about, in words: how a review and the list of corrections name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.rows import shown_count, shown_place, shown_window

_PEOPLE = ("unknown", "mixed")


def name_event(row: Mapping[str, Any], edition: Mapping[str, Any]) -> str:
    """Return casualties in words: ``12–19 civilians killed, western Aleppo, 28 Nov``."""
    who = "people" if row["victim_group"] in _PEOPLE else row["victim_group"]
    count = shown_count(row)
    if row["quantity_kind"] == "vague":
        count = f"“{count}”"
    if count == "1":
        who = {"people": "person"}.get(who, who.removesuffix("s"))
    told = who if count.lower() == f"“{who}”" else f"{count} {who}"
    return _joined(f"{told} {row['outcome']}", shown_place(row), shown_window(row, edition))


def name_change(row: Mapping[str, Any], what: str, edition: Mapping[str, Any]) -> str:
    """Return a territorial change in words: ``Saraqib, captured by HTS-led alliance, 28 Nov``."""
    by = f" by {row['gainer']}" if row["gainer"] else ""
    action = f"{row['action'].replace('_', ' ')}{by}"
    return _joined(what, action, shown_window(row, edition))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
