"""When people of a count were harmed, and whether it adds up more than one event."""

from __future__ import annotations

from typing import Final, NamedTuple

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.window.begun import window_begun
from briefing.extract.casualties.window.so_far import is_so_far
from briefing.extract.casualties.window.timespan import (
    is_of_war,
    is_over_years,
    is_since_event,
    is_to_date,
    spans_events,
)
from briefing.extract.circumstances.when import event_time
from briefing.extract.people.victims import Victims
from briefing.extract.scene import Scene
from briefing.language.dateparts import WEEK_PREC
from briefing.lexicon import load
from briefing.lexicon.nearby import whole_words
from briefing.models import Span, When

_RUNNING: Final = whole_words(load("casualties")["toll"]["running"])


class Period(NamedTuple):
    """When people were harmed; ``past``: it is only recalled; ``many``: in more than one event."""

    when: When
    past: bool
    many: bool
    since: bool  # all from a day on

    @property
    def adds_up(self) -> bool:
        return self.many or self.since


def period_of(scene: Scene, finding: Finding, victims: Victims, day: Span, claim: Span) -> Period:
    """When people of a claim were harmed; ``day``: the words beside which their day is sought."""
    when, since, past = event_time(scene, day.start, day.end)
    so_far = is_so_far(scene, finding, victims)
    many = so_far or _is_of_many(scene, victims, claim, since=since)
    if many and _has_no_day(scene, when, claim, so_far=so_far):
        when, past = window_begun(scene) or When(), past or is_over_years(scene, claim)
    return Period(when, past, many, since)


def _is_of_many(scene: Scene, victims: Victims, claim: Span, *, since: bool) -> bool:
    """Whether the count adds up many events: a war's dead, a year's."""
    if is_running(scene):
        return True
    return victims.quantity.best != 1 and (since or spans_events(scene, claim))


def _has_no_day(scene: Scene, when: When, claim: Span, *, so_far: bool) -> bool:
    """Whether a count over years, since something or so far has its day from another sentence."""
    own = when.at is not None and scene.sentence.start <= when.at.start < scene.sentence.end
    if when.basis == "assumed" and is_to_date(scene):
        return True  # "to date, 454 people have been killed"
    window = (when.date_prec or 1) > WEEK_PREC  # "over the same period"
    whole = (so_far and not window) or is_of_war(scene, claim)
    return not own and (whole or is_over_years(scene, claim) or is_since_event(scene, claim))


def is_running(scene: Scene) -> bool:
    """ "So far, we have found 100 bodies"."""
    return _RUNNING.search(scene.sentence.text.lower()) is not None
