"""Where people of a count were harmed: at one place, at several of a list, in a state at war."""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.window.period import Period, is_running
from briefing.extract.casualties.window.timespan import is_of_war, spans_events
from briefing.extract.circumstances.event.incident import EVENT_NOUNS, before
from briefing.extract.circumstances.place.nationwide import speaks_of_state, state_of_war
from briefing.extract.circumstances.place.reach import (
    place_left,
    place_meant_by_noun,
    place_reached,
    place_taken_from,
)
from briefing.extract.circumstances.place.together import places_together
from briefing.extract.circumstances.where import event_place
from briefing.extract.people.victims import Victims
from briefing.extract.scene import Scene
from briefing.language.dateparts import DAYS_PREC, WEEK_PREC
from briefing.models import SAID, Place, Span, When


def places_of(
    scene: Scene, finding: Finding, victims: Victims, until: int, time: Period
) -> list[Place]:
    """The places of a count, the first the one that counts; ``until`` begins the next event."""
    own, trigger = (scene.span(scene.parse.groups[at]) for at in (victims.at, finding.trigger))
    place = _place_left(scene, finding, trigger) or event_place(scene, own, trigger, until)
    if finding.outcome == "displaced" and not (place and _is_near(scene, place)):
        place = place_reached(scene, trigger) or place
    places = _all_places(scene, victims, place) if _holds(scene, finding, place, time) else []
    if not time.many:
        return places
    whole = Span(min(own.start, trigger.start), max(own.end, trigger.end))
    over = not places and (time.since or time.when.start is None)
    long = over or _is_long(time.when) or is_of_war(scene, whole)
    return _places_of_war(scene, places) if long else places


def _holds(scene: Scene, finding: Finding, place: Place | None, time: Period) -> bool:
    """Whether people were harmed at a place that is told beside them or before."""
    if not place or not _happened_at(scene, finding, place, many=time.adds_up, when=time.when):
        return False
    recalled = time.past and time.when.start is None
    return not recalled or _is_near(scene, place)  # or it was nowhere that the news is


def _place_left(scene: Scene, finding: Finding, trigger: Span) -> Place | None:
    """Where those who fled or were taken away had been."""
    if finding.outcome == "displaced":
        return place_left(scene, trigger)
    if finding.outcome != "detained":
        return None
    return place_taken_from(scene, trigger, away=finding.rule in ("carry_off", "take_away"))


def _is_near(scene: Scene, place: Place) -> bool:
    """Whether a place stands in the paragraph of a sentence."""
    sentence = scene.document.sentence_at(place.start)
    return sentence.paragraph == scene.sentence.paragraph


def _is_long(when: When) -> bool:
    """ "Since 2009": over so long that no one town has seen it all."""
    days = (when.end - when.start).days if when.start and when.end else 0
    return days > _MONTHS


_MONTHS: Final = 60  # days


def _places_of_war(scene: Scene, places: list[Place]) -> list[Place]:
    """What a war or years have cost, they have cost a state, where the sentence says of no other
    place; so has what adds up over days, where no place holds for them."""
    start, end = scene.sentence.start, scene.sentence.end
    if any(start <= place.start < end for place in places):
        return places
    state = state_of_war(scene)
    return [state] if state else []


def _all_places(scene: Scene, victims: Victims, place: Place | None) -> list[Place]:
    """The place with those of its list; one person dies in one place."""
    if place is None:
        return []
    single = victims.quantity.best == 1
    return [place] if single else places_together(scene.document, place)


def _happened_at(scene: Scene, finding: Finding, place: Place, *, many: bool, when: When) -> bool:
    """Whether people were harmed at a place that another sentence of the incident may name.

    What days or a war have cost did not happen where one attack did; who has fled is counted for
    wherever the sentences beside it say.
    """
    if scene.sentence.start <= place.start < scene.sentence.end:
        return True
    if place == place_meant_by_noun(scene) or (speaks_of_state(scene) and place.kind == "country"):
        return True
    if finding.outcome == "displaced":
        return _is_told_before(scene, place)
    if when.date_prec == DAYS_PREC and _goes_on(scene, finding):
        return True
    if many:
        return _is_told_before(scene, place) and _is_toll(scene, finding)
    own = when.at is not None and scene.sentence.start <= when.at.start < scene.sentence.end
    said = own and when.basis in SAID
    period = when.basis == "dateline" and (when.date_prec or 1) > WEEK_PREC  # a month's toll
    return not (period or (said and (when.date_prec or 1) > 1))


def _goes_on(scene: Scene, finding: Finding) -> bool:
    """ "The clashes have gone on since Monday and killed two": those of which the text has told."""
    before = scene.parse.groups[: finding.trigger]
    return any(group.definite and group.word in EVENT_NOUNS for group in before)


def _is_told_before(scene: Scene, place: Place) -> bool:
    """Whether the sentence before of the same incident names a place."""
    beside = next(before(scene), None)
    return beside is not None and beside.sentence.start <= place.start < scene.sentence.end


def _is_toll(scene: Scene, finding: Finding) -> bool:
    """ "So far, we have found 100 bodies": of the attack that was told, and of no span of time."""
    trigger = scene.span(scene.parse.groups[finding.trigger])
    return is_running(scene) and not spans_events(scene, trigger)
