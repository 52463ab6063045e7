"""Territorial claims: places that changed hands, or moved towards it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract.claims import because, claim_fields, number_claims
from briefing.extract.lists import list_from
from briefing.extract.scene import Scene
from briefing.extract.seizures import Seizure, find_seizures
from briefing.extract.setting import locations
from briefing.extract.taken import Taken, read_all
from briefing.extract.when import event_time, is_background
from briefing.language.document import ActorMention, Document
from briefing.models import Place, Reason, Span, TerritorialChange


@dataclass(frozen=True, slots=True)
class _Parties:
    gainer: ActorMention | None
    loser: ActorMention | None


def extract_territory(document: Document) -> list[TerritorialChange]:
    """The territorial claims of an article in the order of its text."""
    found: list[TerritorialChange] = []
    for sentence, parse in zip(document.sentences, document.parsed, strict=True):
        scene = Scene(document, sentence, parse)
        for seizure in find_seizures(parse):
            found += _claims(scene, seizure)
    return number_claims(document.article.id, "t", _distinct(found))


def _distinct(claims: list[TerritorialChange]) -> list[TerritorialChange]:
    """One claim per stretch of text: the first rule that found it."""
    seen: set[tuple[int, int]] = set()
    kept: list[TerritorialChange] = []
    for claim in claims:
        if (claim.start, claim.end) not in seen:
            seen.add((claim.start, claim.end))
            kept.append(claim)
    return kept


def _claims(scene: Scene, seizure: Seizure) -> Iterator[TerritorialChange]:
    """One claim per thing taken; named places of one list stand in one claim."""
    if seizure.armed and not _armed(scene, seizure):
        return
    named: list[Taken] = []
    passive = scene.parse.groups[seizure.trigger].passive
    for taken in read_all(scene, seizure.taken, known=seizure.known):
        if taken.open_name and passive:
            continue  # "Qala was captured": the name may as well be a person's
        if taken.quantity is None and taken.places and taken.part is None and taken.unit is None:
            named.append(taken)
        else:
            yield _claim(scene, seizure, [taken])
    if named:
        yield _claim(scene, seizure, named)


def _claim(scene: Scene, seizure: Seizure, taken: list[Taken]) -> TerritorialChange:
    trigger = scene.span(scene.parse.groups[seizure.trigger])
    start = min(trigger.start, *(t.start for t in taken))
    end = max(trigger.end, *(t.end for t in taken))
    when, _ = event_time(scene, start, end)
    places = tuple(place for t in taken for place in t.places) or _around(scene, taken[-1])
    parties = _parties(scene, seizure)
    reasons = [*because("trigger", trigger), *_reasons(taken, places, parties)]
    return TerritorialChange(
        **claim_fields(scene, start, end, f"territory.{seizure.rule}", when, reasons),
        action=seizure.action,
        gainer=_name(parties.gainer),
        loser=_name(parties.loser),
        places=places,
        quantity=taken[0].quantity,
        unit=taken[0].unit,
        part=taken[0].part,
        background=is_background(scene, when),
    )


def _reasons(taken: list[Taken], places: tuple[Place, ...], parties: _Parties) -> list[Reason]:
    return [
        *(reason for t in taken for reason in because("taken", Span(t.start, t.end))),
        *(reason for place in places for reason in because("place", place)),
        *because("gainer", parties.gainer),
        *because("loser", parties.loser),
    ]


def _around(scene: Scene, taken: Taken) -> tuple[Place, ...]:
    """Where an unnamed place lies: "a village in Homs province"."""
    groups = scene.parse.groups
    after = scene.group_at(taken.end - 1) + 1
    if after + 1 >= len(groups) or groups[after].kind != "preposition":
        return _at_the_head(scene)
    listed = groups[after].word in ("in", "across")  # "between A and B" is in neither
    last = list_from(scene.parse, after + 1)[-1] if listed else after + 1
    span = Span(scene.span(groups[after + 1]).start, scene.span(groups[last]).end)
    return tuple(p for p in locations(scene) if span.start <= p.start < span.end)


def _at_the_head(scene: Scene) -> tuple[Place, ...]:
    """ "In Saraqib the fighters took the northern district": the place that opens the sentence."""
    groups = scene.parse.groups
    if len(groups) <= 1 or groups[0].kind != "preposition":
        return ()
    span = scene.span(groups[1])
    return tuple(p for p in locations(scene) if span.start <= p.start < span.end)


def _armed(scene: Scene, seizure: Seizure) -> bool:
    """Whether an armed body does it, or is driven out."""
    actor = _first_actor(scene, seizure.other or seizure.subject)
    return actor is not None and actor.combatant


# --- who gained, who lost -----------------------------------------------------------------------


def _parties(scene: Scene, seizure: Seizure) -> _Parties:
    subject = _first_actor(scene, seizure.subject)
    other = _first_actor(scene, seizure.other)
    if seizure.yields:
        return _Parties(other, subject)
    return _Parties(subject, other or _from(scene, seizure, subject))


def _first_actor(scene: Scene, groups: tuple[int, ...]) -> ActorMention | None:
    for at in groups:
        inside = scene.document.actors_in(_with_article(scene, at))
        if inside:
            armed = [actor for actor in inside if actor.combatant]
            return (armed or list(inside))[0]
    return None


def _with_article(scene: Scene, at: int) -> Span:
    """A group and the name of its leader that follows: "the alliance, led by X"."""
    span = scene.span(scene.parse.groups[at])
    inside = [
        a for a in scene.document.actors_in(scene.sentence) if span.start <= a.start < span.end
    ]
    return Span(span.start, max([span.end, *(a.end for a in inside)]))


def _from(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """The loser after "from": "retook the town from rebels"."""
    groups = scene.parse.groups
    last = max((seizure.trigger, *seizure.taken))
    for at in range(last + 1, len(groups) - 1):
        if groups[at].kind == "verb" and groups[at].finite:
            return None
        if groups[at].word == "from" and groups[at + 1].kind == "noun":
            found = _first_actor(scene, (at + 1,))
            return found if found and found != gainer else None
    return None


def _name(actor: ActorMention | None) -> str | None:
    return actor.name if actor else None
