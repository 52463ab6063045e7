"""Who is said to be still in a place that they are said to have left: a denial of that claim."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from briefing.actors import side_of
from briefing.extract.circumstances.when import event_time
from briefing.extract.claims import because, claim_fields
from briefing.extract.parties.antecedents import actor_of
from briefing.extract.people.words import status
from briefing.extract.scene import Scene, scenes_of
from briefing.extract.territory.ground.taken import units
from briefing.language.document import Document
from briefing.language.groups import Group
from briefing.language.subjects import subject
from briefing.lexicon import word_set
from briefing.models import Place, Span, TerritorialChange
from briefing.records import replace

_words = partial(word_set, "territory", "presence")

_FURTHER: Final = 2  # sentences after a withdrawal that may dispute it
_REACH: Final = 6  # groups behind the verb in which the place stands


def denied_withdrawals(
    document: Document, claims: list[TerritorialChange]
) -> Iterator[TerritorialChange]:
    """ "M23 says it left Sake. Residents said rebels were still there": denied by the residents."""
    scenes = scenes_of(document)
    for claim in claims:
        if claim.action != "withdrew" or not (claim.loser and claim.places):
            continue
        first = document.sentence_at(claim.start).index
        for scene in scenes[first : first + 1 + _FURTHER]:
            found = _denial(scene, claim)
            if found:
                yield found
                break


def _denial(scene: Scene, claim: TerritorialChange) -> TerritorialChange | None:
    if _telling().isdisjoint(scene.parse.held):
        return None
    for at, group in enumerate(scene.parse.groups):
        span = scene.span(group)
        if group.kind != "verb" or span.start < claim.end:
            continue
        where = _where(scene, at, claim) if _stays(scene, group) else None
        if where and _are_those(scene, at, claim):
            return _claim(scene, claim, Span(span.start, max(span.end, where.end)))
    return None


def _telling() -> frozenset[str]:
    return _words("adverbs") | _words("stays") | _words("leaves")


def _stays(scene: Scene, group: Group) -> bool:
    """ "Were still", "still controlled", "remained", "had not left": told as a fact."""
    if group.negated or group.modal:
        able = scene.parse.lower[group.first] in _ABLE  # "they cannot leave": they may want to
        return group.negated and not (group.modal or able) and group.verb in _words("leaves")
    behind = scene.parse.lower[group.last : group.last + 1]
    around = {*scene.parse.words(group), *behind}
    still = not _words("adverbs").isdisjoint(around)
    return group.verb in _words("stays") or (still and group.verb in _words("states"))


_ABLE: Final = frozenset(("can", "can't", "cannot", "could", "couldn't"))


def _are_those(scene: Scene, at: int, claim: TerritorialChange) -> bool:
    """Whether the verb's subject is who is said to have left: by name, "they", "the fighters"."""
    wholes = subject(scene.parse, at).wholes
    if len(wholes) != 1:
        return False
    group = scene.parse.groups[wholes[0]]
    if group.quantity:
        return False  # "some soldiers remained": a few who stay deny no withdrawal
    actor = actor_of(scene, wholes)
    named = actor is not None and claim.loser in (actor.name, side_of(actor))
    armed = status([group.word]) == "combatants" or group.word in _words("bodies")
    return named or (armed and group.last - group.first <= len(("the", "fighters")))


def _where(scene: Scene, at: int, claim: TerritorialChange) -> Span | None:
    """The place that was left, by its name or as "the town", "there"."""
    names = {place.name for place in claim.places}
    for group in scene.parse.groups[at + 1 : at + 1 + _REACH]:
        span = scene.span(group)
        known = any(place.name in names for place in scene.document.places_in(span))
        meant = group.word in units() and scene.parse.lower[group.first] in ("the", "that")
        if known or meant or group.word == "there":
            return span
        if group.kind == "verb" or group.word in (",", ";"):
            return None
    return None


def _claim(scene: Scene, claim: TerritorialChange, span: Span) -> TerritorialChange:
    when = event_time(scene, span.start, span.end).when
    places: tuple[Place, ...] = claim.places
    reasons = [*because("trigger", span), *(r for p in places for r in because("place", p))]
    fields = claim_fields(scene, span.start, span.end, "territory.presence", when, reasons)
    words = scene.document.article.text[span.start : span.end]
    denied = {**fields, "certainty": "denied", "certainty_words": words}
    return replace(claim, **denied)
