"""The day by which a report calls its attack: "Monday's raid", "the attack of 9 September".

A toll that is told without a day is of that attack, and not of the day on which it was counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.circumstances.day.counted_day import tells_toll
from briefing.extract.scene import Scene, per_document, scenes_of
from briefing.language.dateparts import DAY_PREC
from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.language.groups import POSSESSIVES
from briefing.lexicon import word_set
from briefing.models import When

_BEHIND: Final = 3  # words behind "Monday's" in which the attack is named: "Monday's deadly raid"
_NAMES: Final = frozenset(("on", "of"))


def day_of_attack(scene: Scene) -> When | None:
    """The day of the report's one attack, for a sentence that gives a toll."""
    return _day_named(scene.document) if tells_toll(scene) else None


@per_document
def _day_named(document: Document) -> When | None:
    """The one day by which attacks are named; None where there are several, or none."""
    days = {
        (dated.when.start, dated.when.end)
        for scene, dates in zip(scenes_of(document), document.dates, strict=True)
        for dated in dates
        if dated.when.date_prec == DAY_PREC and _names_attack(scene, dated)
    }
    start, end = days.pop() if len(days) == 1 else (None, None)
    return When(start, end, DAY_PREC, basis="dateline") if start else None


def _names_attack(scene: Scene, dated: Dated) -> bool:
    return any(
        word in word_set("circumstances", "incident", "nouns") for word in _named(scene, dated)
    )


def _named(scene: Scene, dated: Dated) -> Iterator[str]:
    """The words of what a day names: behind "Monday's", before "on Monday" with "the"."""
    lower, at = scene.parse.lower, dated.last
    if lower[at : at + 1] and lower[at] in POSSESSIVES:
        yield from lower[at + 1 : at + 1 + _BEHIND]
    groups, own = scene.parse.groups, scene.group_of(dated)
    if own > 1 and groups[own - 1].word in _NAMES and groups[own - 2].definite:
        yield groups[own - 2].word
