"""Days on which a toll was counted, which are not those of what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.extract.scene import Scene
from briefing.extract.triggers import nouns_of, words_of
from briefing.language.dates import Dated
from briefing.language.groups import Group
from briefing.lexicon import word_set

_DAY: Final = frozenset(("on", "by", "as", "of", "this"))
_GROWN: Final = word_set("casualties", "toll", "grown")
_STEPS: Final = 2  # such words before a day: "as of"
_UP_TO: Final = frozenset(("to", "from", "at"))


def without_counts(scene: Scene, dates: Sequence[Dated]) -> Sequence[Dated]:
    """The dates of a sentence without those of a count: "The toll rose to 66 on Friday"."""
    if _tolls().isdisjoint(scene.parse.held):
        return dates
    return [dated for dated in dates if not _is_of_count(scene, dated)]


def _is_of_count(scene: Scene, dated: Dated) -> bool:
    """ "The death toll rose to 66 on Friday", "was 66 as of Friday": they died before."""
    groups, at = scene.parse.groups, scene.group_of(dated) - 1
    for _ in range(_STEPS):
        at -= at > 0 and groups[at].word in _DAY
    if at < 1:
        return False
    if _is_put(groups, at):
        return True
    if groups[at].quantity is None:
        return False
    counted, at = groups[at], at - 1 - (groups[at - 1].word in _UP_TO)
    if at < 1 or not _rises(groups[at]):
        return False
    grown = groups[at].verb in _GROWN and counted.word in _tolls()  # "increased to 25 deaths"
    return grown or any(g.word in _tolls() for g in groups[:at])


def _is_put(groups: Sequence[Group], at: int) -> bool:
    """ "The mayor put the toll at 79 on Friday", "gave this toll on Friday"."""
    at -= _PUT if groups[at - 1].word == "at" else 0
    if at < 1 or groups[at].word not in _tolls():
        return False
    verb = groups[at - 1]
    return verb.kind == "verb" and not verb.passive and verb.verb in _GIVEN


_PUT: Final = 2  # groups of "at 79" behind a toll
_GIVEN: Final = word_set("casualties", "toll", "given")


def tells_toll(scene: Scene) -> bool:
    """Whether a sentence gives a toll: "the death toll", "31 of the wounded"."""
    return not _tolls().isdisjoint(scene.parse.held)


def tells_count_of_day(scene: Scene) -> bool:
    """Whether a sentence gives the day of a count: its dead are not of the report's day either."""
    dates = scene.document.dates[scene.sentence.index]
    return bool(dates) and len(without_counts(scene, dates)) < len(dates)


def _rises(group: Group) -> bool:
    return group.kind == "verb" and group.verb in words_of("toll", "verbs")


@cache
def _tolls() -> frozenset[str]:
    """What rises or stands at a number: "toll", "the number of dead", "fatalities"."""
    return nouns_of("toll") | nouns_of("toll", "put")
