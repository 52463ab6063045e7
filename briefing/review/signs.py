"""The signs that make a figure worth a look, and their points: data from ``signs.toml``."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from briefing.review.item import Reason


@cache
def load_signs() -> dict[str, Any]:
    """The rule as the file states it. Callers must not change what they get."""
    return tomllib.loads((files(__package__) / "signs.toml").read_text(encoding="utf-8"))


def reason(sign: str, what: object = "") -> Reason:
    """A sign with its words filled in."""
    return Reason(sign, load_signs()["sign"][sign]["words"].format(what=what))


def points_of(reasons: Iterable[Reason], size: int, outcome: str = "") -> int:
    """The points of an item's signs, with those for size and outcome; none without a sign."""
    rule = load_signs()
    told = [int(rule["sign"][one.sign]["points"]) for one in reasons]
    if not told:
        return 0
    powers = int(math.log10(size)) if size > 0 else 0
    return sum(told) + powers * int(rule["size"]["points"]) + int(rule["outcome"].get(outcome, 0))


def is_weighty(size: int) -> bool:
    """Whether a count is so high that a doubt about it matters."""
    return size >= int(load_signs()["weighty"])


def is_apart(low: int, high: int, rule: str) -> bool:
    """Whether two counts are so far apart as the named rule asks."""
    return high > low and high >= float(load_signs()[rule]["times"]) * low
