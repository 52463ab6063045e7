"""One attack or two: which tellings, sentence after sentence, are of the same attack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Final

from briefing.extract.circumstances.day.event_dates import days_of
from briefing.extract.circumstances.doer.anybody import is_by_anybody
from briefing.extract.circumstances.event.beyond import turns
from briefing.extract.circumstances.event.incident import begins_anew
from briefing.extract.circumstances.place.setting import attacked, locations
from briefing.extract.circumstances.when import parted_by_days, stands_aside
from briefing.extract.incidents.blame import denouncing_in
from briefing.extract.incidents.events import GENERAL, Event, hits_attackers
from briefing.extract.parties.cast import Cast, Identity
from briefing.extract.people.words import ATTACKERS
from briefing.extract.scene import Scene, once
from briefing.lexicon import word_set
from briefing.models import When
from briefing.places import breadth
from briefing.records import record

_APART: Final = 2  # sentences between two tellings of one attack
_OPENING: Final = 4  # groups in which a sentence says where it is: "In the town of Goma"


@record(frozen=False)
class _Attack:
    """The tellings of one attack, the kinds of attack and the organisations that they name."""

    told: list[Event] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    attackers: set[Identity] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)  # where the last telling that names one puts it
    days: frozenset[When] = frozenset()  # when the last telling that names a day puts it
    by_anybody: bool = False  # a telling says that it does not know who did it
    denounced_by: set[Identity] = field(default_factory=set)

    def add(self, scene: Scene, event: Event, attackers: set[Identity]) -> None:
        self.told.append(event)
        self.towns = _towns(scene) or self.towns
        self.days = days_of(scene) or self.days
        self.families |= _families(event)
        self.attackers |= attackers
        self.by_anybody = self.by_anybody or is_by_anybody(scene, event.at)


def attacks_of(cast: Cast, scenes: Sequence[Scene], events: Iterable[Event]) -> list[list[Event]]:
    """The tellings of each attack: consecutive sentences until something says it is another."""
    attacks: list[_Attack] = []
    for event in events:
        attackers, scene = _attackers(cast, event), scenes[event.sentence]
        others = _denouncers(cast, scene, event) - attackers
        if not (attacks and _goes_on(scenes, attacks[-1], event, attackers, others)):
            attacks.append(_Attack())
        attacks[-1].add(scene, event, attackers)
        attacks[-1].denounced_by |= others
    return [attack.told for attack in attacks]


def _goes_on(
    scenes: Sequence[Scene],
    attack: _Attack,
    event: Event,
    attackers: set[Identity],
    others: set[Identity],
) -> bool:
    last = attack.told[-1].sentence
    between = range(last + 1, event.sentence + 1)
    denounced = attackers & attack.denounced_by or attack.attackers & others
    far = event.sentence - last > _APART
    if far or denounced or any(begins_anew(scenes[i]) for i in between):
        return False  # who denounced it did another
    scene = scenes[event.sentence]
    if event.sentence == last and _told_aside(scene, attack.told[-1]) != _told_aside(scene, event):
        return False
    named = attackers if attack.by_anybody else attack.attackers
    known = any(who.kind != "generic" for who in named)
    if known and (attack.by_anybody or is_by_anybody(scene, event.at)):
        return False
    answered = hits_attackers(scene, event) != hits_attackers(scenes[last], attack.told[-1])
    if answered or _by_others(scenes[last], attack.attackers, scene, attackers):
        return False  # "The guards then shot the attacker"
    if _elsewhere(attack, scenes[last], scene) or parted_by_days(attack.days, days_of(scene)):
        return False
    one_kind = len(attack.families | _families(event)) <= 1
    return one_kind and _compatible(attack.attackers, attackers)


def _denouncers(cast: Cast, scene: Scene, event: Event) -> set[Identity]:
    """ "The army condemned the massacre": who did not do it, but may have done the next attack."""
    told = (cast.identity(a) for a in denouncing_in(scene) if a.start < _start(scene, event))
    return {who for who in told if who}


def _start(scene: Scene, event: Event) -> int:
    return scene.span(scene.parse.groups[event.at]).start


def _by_others(
    one: Scene, attackers: Iterable[Identity], two: Scene, others: Iterable[Identity]
) -> bool:
    """ "A suicide bomber killed nine. The army shelled the town." """
    state, other_state = (any(who.kind == "state" for who in all_) for all_ in (attackers, others))
    return (other_state and _by_doers(one)) or (state and _by_doers(two))


@once
def _by_doers(scene: Scene) -> bool:
    """Whether those who attack are the subject: "two suicide bombers blew themselves up"."""
    doers = word_set("circumstances", "attack", "alone") | ATTACKERS
    if doers.isdisjoint(scene.parse.held):
        return False
    pairs = pairwise(scene.parse.groups)
    return any(who.kind == "noun" and who.word in doers and does.finite for who, does in pairs)


def _told_aside(scene: Scene, event: Event) -> bool:
    """ "…, a day after rebels took Goma", "… following an attack by Y": another attack."""
    beyond = any(event.at > at for at in turns(scene))
    return beyond or stands_aside(scene, _start(scene, event))


def _elsewhere(attack: _Attack, told: Scene, scene: Scene) -> bool:
    """Whether a new paragraph, or "In Goma, …", tells of another place than the one before."""
    if told.sentence.paragraph == scene.sentence.paragraph and not _opens_with_place(scene):
        return False
    there = _towns(scene)
    return bool(attack.towns and there) and attack.towns.isdisjoint(there)


def _opens_with_place(scene: Scene) -> bool:
    """ "In the town of Goma, rebels …": where it was stands first."""
    groups = scene.parse.groups[:_OPENING]
    return (
        bool(groups)
        and groups[0].kind == "preposition"
        and any(scene.span(groups[-1]).end >= place.end for place in locations(scene))
    )


def _towns(scene: Scene) -> set[str]:
    """The towns in which a sentence puts what it tells."""
    found = (*locations(scene), *attacked(scene))
    return {place.as_written for place in found if breadth(place) == 1}


def _compatible(one: set[Identity], other: set[Identity]) -> bool:
    """Whether two tellings name the same attackers, or one leaves them open."""
    return not one.isdisjoint(other) or all(_may_be_one(a, b) for a in one for b in other)


def _may_be_one(one: Identity, other: Identity) -> bool:
    """Whether a word such as "insurgents" can stand for a party: never for a state's forces."""
    return "state" not in (one.kind, other.kind) and not (one.suspect and other.suspect)


def _attackers(cast: Cast, event: Event) -> set[Identity]:
    """The attacker that a telling names itself, or its word for armed men."""
    who = cast.identity(event.attacker) if event.attacker else None
    return {who} if who else set()


def _families(event: Event) -> set[str]:
    return {event.kind.family} - {GENERAL}
