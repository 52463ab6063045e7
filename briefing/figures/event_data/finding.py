"""What a trend's title says: how the edition's own period stands among those before it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.figures.event_data.periods import Trend
from briefing.figures.event_data.series import Count
from briefing.wording import cardinal, number

RUN = 4  # periods from which on "the most in …" is worth saying


def state_finding(counts: Sequence[Count], what: str, trend: Trend) -> str:
    """Return ``421 people killed in the week, the fewest in eight weeks``."""
    last = counts[-1].best
    told = f"{number(last)} {what} in the {trend.unit}"
    if len(counts) == 1:
        return told
    before = counts[-2].best
    for word, beats in (("fewest", last < before), ("most", last > before)):
        run = _run(counts, lower=word == "fewest")
        if beats and run >= RUN:
            return f"{told}, the {word} in {cardinal(run)} {trend.unit}s"
    if last == before:
        return f"{told}, as in the {trend.unit} before"
    word = "fewer" if last < before else "more"
    return f"{told}, {word} than in the {trend.unit} before ({number(before)})"


def _run(counts: Sequence[Count], *, lower: bool) -> int:
    """How many periods, with the last, have no count as low (or as high) as the last one."""
    last = counts[-1].best
    run = 1
    for count in reversed(counts[:-1]):
        if count.best <= last if lower else count.best >= last:
            break
        run += 1
    return run


def told_range(counts: Sequence[Count], trend: Trend) -> str:
    """Return ``the 26 weeks before: 379 to 829``; nothing where there are none."""
    before = [count.best for count in counts[:-1]]
    if not before:
        return ""
    units = f"{cardinal(len(before))} {trend.unit}s" if len(before) > 1 else trend.unit
    return f"the {units} before: {number(min(before))} to {number(max(before))}"
