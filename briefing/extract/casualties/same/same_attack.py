"""Who did it where a sentence leaves that open and goes on with an attack told before it.

"A strike by X killed 40. … The hospital said that at least 28 people were wounded"; "five guards
are dead, a policeman said" of the five whom X killed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field
from itertools import islice
from typing import Final

from briefing.actors import side_of
from briefing.extract.casualties.same.alike import (
    alike,
    begins_apart,
    is_bare,
    is_elsewhere,
    size,
)
from briefing.extract.casualties.same.strikers import AIR_STRIKE, ALONE, striker_of
from briefing.extract.circumstances.doer.anybody import is_by_anybody
from briefing.extract.circumstances.event.incident import EVENT_NOUNS, begins_anew
from briefing.extract.circumstances.foes import COUNTED
from briefing.extract.claims import because
from briefing.extract.incidents.blame import denounces
from briefing.extract.incidents.inherit import done_by, may_have_done, whole_of
from briefing.extract.scene import Scene, scenes_of
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import SAID, Casualty, Incident
from briefing.records import record, replace

Telling = Casualty | Incident  # of an attack, and who did it

_FIGHTS: Final = word_set("circumstances", "opponents", "nouns")
_DEEDS: Final = word_set("circumstances", "attack", "verbs") | word_set(
    "circumstances", "incident", "verbs"
)
_FAR: Final = 8  # sentences from an attack to "the attack"
_NEAR: Final = 3  # … and to what has no word of its own for what befell people
_SEVERAL: Final = 2
_FEW: Final = 6  # claims of one count among which one is sought
_WEEK: Final = 7  # days


def with_doers_told(
    document: Document, claims: Sequence[Casualty], incidents: Sequence[Incident]
) -> list[Casualty]:
    """The claims, each that leaves open who did it with the doer of the attack that it is of."""
    air = AIR_STRIKE in [incident.sub_event_type for incident in incidents]
    doers = {claim.perpetrator for claim in claims}
    named = doers.union([incident.perpetrator for incident in incidents]) != {None}
    if not (named or air) or None not in doers:
        return list(claims)
    known = _Known([i for i in incidents if not _may_be_told_before(document, i)])
    harms = [_is_harm(claim) for claim in claims]
    for claim, harm in zip(claims, harms, strict=True):
        if claim.perpetrator is not None and harm:
            known.by_count.setdefault(_count(claim), []).append(claim)
    told: list[Casualty] = []
    for claim, harm in zip(claims, harms, strict=True):
        is_open = harm and claim.perpetrator is None
        own = _of_doer(document, claim, told, known) if is_open and named else claim
        if air and is_open and own.perpetrator is None:
            own = _of_striker(document, own)
        told.append(own)
        if harm and own.perpetrator is not None:
            known.last, known.given = own, is_open
    return told


@record(frozen=False)
class _Known:
    """What an article tells with a doer: the attacks in order, the claims by what they count, and
    the last claim before the one at hand."""

    attacks: list[Incident]
    by_count: dict[object, list[Casualty]] = field(default_factory=dict)
    last: Casualty | None = None
    given: bool = False  # whether its own words leave open who did it

    def before(self, claim: Casualty) -> Telling | None:
        """The telling nearest before a claim; of two in one sentence that with a doer."""
        at = bisect_left(self.attacks, claim.start, key=lambda attack: attack.start)
        attack = self.attacks[at - 1] if at else None
        if attack is None or self.last is None:
            return attack or self.last
        if attack.perpetrator is None and _are_the_same(attack.attacker, self.last.perpetrator):
            attack = replace(attack, perpetrator=self.last.perpetrator)
        order = [(t.sentence_start, t.perpetrator is not None) for t in (attack, self.last)]
        return attack if order[0] > order[1] else self.last


def _are_the_same(attacker: str | None, doer: str | None) -> bool:
    """ "Bandits killed nine. … The bandits opened fire": those of whom no more was told before."""
    return None not in (attacker, doer) and (attacker or "").lower() == (doer or "").lower()


def _count(claim: Casualty) -> object:
    return claim.outcome, size(claim)


def _of_doer(
    document: Document, claim: Casualty, told: Sequence[Casualty], known: _Known
) -> Casualty:
    found = (
        (whole_of(document, claim, told) if claim.subset else None)
        or _counted_with(claim, told[-_FEW:])
        or _told_twice(claim, known)
        or _told_before(document, claim, known)
    )
    return done_by(claim, found) if found else claim


def _of_striker(document: Document, claim: Casualty) -> Casualty:
    """The claim with whoever alone strikes from the air, where it is of a strike."""
    scene = scenes_of(document)[document.sentence_at(claim.sentence_start).index]
    striker = striker_of(scene, claim)
    if striker is None or not may_have_done(side_of(striker), claim):
        return claim
    name = side_of(striker)
    if denounces(scene, name) or _is_by_anybody(scene, claim):
        return claim
    reasons = because("perpetrator", striker, ALONE)
    return replace(claim, perpetrator=name, because=(*claim.because, *reasons))


# --- where it is told ---------------------------------------------------------------------------


def _counted_with(claim: Casualty, before: Sequence[Casualty]) -> Casualty | None:
    """ "Nine rebels were killed and four wounded, the army said", "… and four others wounded": its
    own men did both."""
    last = next((other for other in reversed(before) if not other.subset), None)
    if last is None or last.sentence_start != claim.sentence_start:
        return None
    if claim.victim not in (None, last.victim) or (claim.victim or "?") in claim.quote:
        return None
    return last if any(reason.how == COUNTED for reason in last.because) else None


def _told_twice(claim: Casualty, known: _Known) -> Casualty | None:
    """Another claim on as many people of that sort, in which somebody is named."""
    if size(claim) < _SEVERAL or begins_apart(claim):
        return None
    same = (
        other
        for other in islice(known.by_count.get(_count(claim), ()), _FEW)
        if alike(other, claim)
        and not is_elsewhere(other, claim)
        and not begins_apart(other)
        and may_have_done(other.perpetrator, claim)
    )
    return next(same, None)


def _told_before(document: Document, claim: Casualty, known: _Known) -> Telling | None:
    """The telling nearest before a claim that names who did it, where the claim goes on with it."""
    last = known.before(claim)
    if last is None or not may_have_done(last.perpetrator, claim) or is_elsewhere(last, claim):
        return None
    scene = scenes_of(document)[document.sentence_at(claim.sentence_start).index]
    first = document.sentence_at(last.sentence_start).index
    between = range(first + 1, scene.sentence.index + 1)
    beside = not between and not (known.given and last is known.last)
    if beside or len(between) > _reach(scene, claim) or _is_by_anybody(scene, claim):
        return None  # what a sentence leaves open beside a doer it leaves open on purpose
    if denounces(scene, last.perpetrator):
        return None
    return None if any(begins_anew(scene.at(i)) for i in between) else last


def _is_by_anybody(scene: Scene, claim: Casualty) -> bool:
    trigger = _trigger(scene, claim)
    return trigger is not None and is_by_anybody(scene, trigger)


def _trigger(scene: Scene, claim: Casualty) -> int | None:
    """The group that says what befell people."""
    told = next((reason for reason in claim.because if reason.role == "trigger"), None)
    return None if told is None else scene.group_at(told.start)


def _may_be_told_before(document: Document, incident: Incident) -> bool:
    """Whether an attack for which nobody is named may be the one told before it."""
    if incident.perpetrator is not None or incident.attacker is not None:
        return False
    scene = scenes_of(document)[document.sentence_at(incident.start).index]
    group = scene.parse.groups[scene.group_at(incident.start)]
    return group.kind == "verb" or group.definite


# --- whether it is the same ---------------------------------------------------------------------


def _reach(scene: Scene, claim: Casualty) -> int:
    """How many sentences before a claim the attack may stand that it is of; 0: it is of its own."""
    if is_bare(claim) or not _is_of_one_day(claim) or _is_noun(scene, claim):
        return 0
    at = scene.group_at(claim.start)
    groups = scene.parse.groups
    events = [i for i, g in enumerate(groups) if g.kind == "noun" and g.word in EVENT_NOUNS]
    if events:
        nearest = groups[min(events, key=lambda event: abs(event - at))]
        return _FAR if nearest.definite and nearest.word not in _FIGHTS else 0
    own = begins_apart(claim) or _has_place(scene, claim) or _names_others(scene, claim)
    return 0 if own or any(g.kind == "verb" and g.verb in _DEEDS for g in groups) else _NEAR


def _has_place(scene: Scene, claim: Casualty) -> bool:
    """Whether the sentence says where people were harmed, and not only who says so."""
    place = claim.place
    if place is None or not scene.sentence.start <= place.start < scene.sentence.end:
        return False
    words = scene.document.speech(scene.sentence, claim.start).words
    return not (words and words.end <= claim.start and place.start < words.end)


def _is_noun(scene: Scene, claim: Casualty) -> bool:
    """ "The murder of two nuns": told by a noun, and not by a verb of its own; but who "put the
    death toll at nine" goes on with the attack."""
    trigger = _trigger(scene, claim)
    if trigger is None:
        return True
    behind = scene.parse.groups[trigger + 1 : trigger + 2]
    put = claim.rule.endswith(".toll") and [group.word for group in behind] == ["at"]
    return scene.parse.groups[trigger].kind == "noun" and not put


def _names_others(scene: Scene, claim: Casualty) -> bool:
    """Whether a party stands in the sentence that is no part of who says it."""
    words = scene.document.speech(scene.sentence, claim.start).words
    inside = (a for a in scene.document.actors_in(scene.sentence) if a.combatant)
    return any(not (words and words.start <= a.start < words.end) for a in inside)


def _is_of_one_day(claim: Casualty) -> bool:
    """Not "since August"."""
    when = claim.when
    if when.start is None or when.end is None or when.basis not in SAID:
        return True
    return (when.end - when.start).days < _WEEK


def _is_harm(claim: Casualty) -> bool:
    """Whether one attack does such a thing."""
    if claim.running_total or claim.background or claim.quantity.kind == "none":
        return False
    return claim.outcome in ("killed", "injured")
