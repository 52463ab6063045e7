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


def field_reasons(
    before: Mapping[str, Any], after: Mapping[str, Any], *, again: bool = True
) -> list[str]:
    """Return a reason for each column that differs; one that only one of the two has is skipped.

    ``again``: both are of the same period. Another week's article need not repeat all that was
    told, nor have as many voices: what it leaves out and a lower grade are then no revision.
    """
    shared = [f for f in load("changes")["fields"] if {f["column"]} <= before.keys() & after.keys()]
    pairs = ((f, before[f["column"]], after[f["column"]]) for f in shared)
    told = (field_reason(f, old, new) for f, old, new in pairs if again or _says_more(f, old, new))
    return [reason for reason in told if reason]


def _says_more(field: Mapping[str, Any], before: Any, after: Any) -> bool:
    order = field.get("order", ())
    if before in order and after in order:
        return bool(order.index(after) > order.index(before))
    return bool(after) and after not in field.get("unsaid", ())


def field_reason(field: Mapping[str, Any], before: Any, after: Any) -> str:
    """Return in words how one column differs; empty where it does not or no words are given."""
    if (before or None) == (after or None):
        return ""
    way = "changed" if before and after else "named" if after else "dropped"
    return str(field.get(way, "")).format(before=before, after=after)
