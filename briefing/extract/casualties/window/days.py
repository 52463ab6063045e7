"""Counts of one verb, each with its own day: "killed 12 on Monday and five on Tuesday"."""

from __future__ import annotations

from typing import Final

from briefing.extract.scene import Scene
from briefing.models import Span

FEWEST_DAYS: Final = 2  # in a sentence, where each may be that of something else
_NEAR: Final = 4  # groups behind a count in which its day begins: "in Goma on Tuesday"


def own_day(scene: Scene, own: Span, trigger: Span) -> Span | None:
    """The day behind the count at ``own``, where another stands between it and the verb."""
    dates = scene.document.dates[scene.sentence.index]
    if len(dates) < FEWEST_DAYS or own.start < trigger.end:
        return None
    days = [scene.span_of(dated) for dated in dates]
    if not any(trigger.end <= day.start < own.start for day in days):
        return None
    at = scene.group_at(own.start)
    for group in scene.parse.groups[at + 1 : at + 1 + _NEAR]:
        if group.word in (",", ";") or (group.kind == "verb" and group.finite):
            return None
        span = scene.span(group)
        day = next((day for day in days if span.start <= day.start < span.end), None)
        if day:
            return day
    return None
