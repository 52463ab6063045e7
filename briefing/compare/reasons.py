"""The words of a reason, from ``lexicon/changes.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefing.lexicon import load


def say(reason: str, **values: Any) -> str:
    """Return the reason with its values filled in; the template alone is markup, values are not."""
    template: str = load("changes")["reasons"][reason]
    return template.format(**values)


def note(name: str, **values: Any) -> str:
    """Return the sentence on what could not be compared."""
    template: str = load("changes")["notes"][name]
    return template.format(**values)


def field_reasons(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Return a reason for each column that differs; one that only one of the two has is skipped."""
    shared = [f for f in load("changes")["fields"] if {f["column"]} <= before.keys() & after.keys()]
    told = (field_reason(f, before[f["column"]], after[f["column"]]) for f in shared)
    return [reason for reason in told if reason]


def field_reason(field: Mapping[str, Any], before: Any, after: Any) -> str:
    """Return in words how one column differs; empty where it does not or no words are given."""
    if (before or None) == (after or None):
        return ""
    way = "changed" if before and after else "named" if after else "dropped"
    return str(field.get(way, "")).format(before=before, after=after)
