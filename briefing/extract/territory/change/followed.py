"""Places that only came next: "Sake fell on Monday; Minova followed on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from briefing.extract.circumstances.when import event_time
from briefing.extract.claims import because, claim_fields
from briefing.extract.scene import Scene, scenes_of
from briefing.extract.territory.change.seizures import taken_subject
from briefing.extract.territory.change.verbs import stands_alone
from briefing.extract.territory.ground.taken import Taken, read_all
from briefing.language.document import Document
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import Span, TerritorialChange
from briefing.records import replace

_words = partial(word_set, "territory", "followed")
_FURTHER: Final = 2  # sentences after a change in which another can only follow it
_TOLD: Final = frozenset(("captured", "recaptured", "entered", "withdrew"))


def changes_that_followed(
    document: Document, claims: Sequence[TerritorialChange]
) -> Iterator[TerritorialChange]:
    """What befell the place told before, said of the place whose name "followed" has."""
    for scene, at in verbs_alone(document, _words("verbs")) if claims else ():
        read = _next_places(scene, at)
        told = _told_before(scene, at, claims) if read else None
        if told:
            yield _claim(scene, scene.parse.groups[at], told, read)


def verbs_alone(document: Document, verbs: frozenset[str]) -> Iterator[tuple[Scene, int]]:
    """Where one of the verbs stands with nothing but a day behind it, as a fact."""
    for scene in scenes_of(document):
        if verbs.isdisjoint(scene.parse.held):
            continue
        for at, group in enumerate(scene.parse.groups):
            told = group.kind == "verb" and group.verb in verbs
            fact = told and not (group.passive or group.negated or group.modal)
            if fact and stands_alone(scene.parse, at):
                yield scene, at


def _next_places(scene: Scene, at: int) -> list[Taken]:
    """The places that are the subject of a "followed"."""
    if scene.parse.groups[at].form != "ed":
        return []
    read = read_all(scene, taken_subject(scene.parse, at), first=True)
    named = [t for t in read if t.places and not (t.quantity or t.unit or t.part)]
    return named if all(p.kind != "country" for t in named for p in t.places) else []


def _told_before(
    scene: Scene, at: int, claims: Sequence[TerritorialChange]
) -> TerritorialChange | None:
    """The change that the text told last, where it is near enough to be the one."""
    start = scene.span(scene.parse.groups[at]).start
    before = [claim for claim in claims if claim.end <= start]
    last = max(before, key=lambda claim: claim.start, default=None)
    if last is None or last.action not in _TOLD:
        return None
    far = scene.sentence.index - scene.document.sentence_at(last.start).index
    return last if far <= _FURTHER else None


def _claim(
    scene: Scene, group: Group, told: TerritorialChange, read: Sequence[Taken]
) -> TerritorialChange:
    verb = scene.span(group)
    span = Span(min(t.start for t in read), verb.end)
    when = event_time(scene, span.start, span.end).when
    places = tuple(place for t in read for place in t.places)
    reasons = [*because("trigger", verb), *(r for p in places for r in because("place", p))]
    reasons += [reason for reason in told.because if reason.role in ("gainer", "loser")]
    fields = claim_fields(scene, span.start, span.end, "territory.followed", when, reasons)
    return replace(told, places=places, quantity=None, unit=None, part=None, **fields)
