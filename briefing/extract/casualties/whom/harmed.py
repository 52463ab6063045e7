"""The people of whom a finding tells: which of its noun groups name some, and by what words."""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.flight import is_no_flight
from briefing.extract.casualties.outcome.freed import is_at_large
from briefing.extract.casualties.parts.sharers import sharers_of
from briefing.extract.casualties.whom.pronouns import FOR_SEVERAL, stood_for, told_before
from briefing.extract.casualties.whom.roles import is_second_role
from briefing.extract.circumstances.event.captives import is_captured_person
from briefing.extract.circumstances.telling.statement import names_source
from briefing.extract.people.names import name_of
from briefing.extract.people.victims import (
    Victims,
    described,
    names_people,
    read_victims,
)
from briefing.extract.reality import is_habit, is_present, is_stated
from briefing.extract.scene import Scene
from briefing.extract.triggers import words_of
from briefing.language.lists import begins_clause, is_named_by
from briefing.language.roles import SUBSETS, is_included, is_of_them, is_share, is_told_among
from briefing.language.subjects import subject
from briefing.models import VictimGroup
from briefing.records import replace

_ACCEPTS: Final = {"fighters": "people"}  # how nouns are read; what they must be is asked later
_AMONG: Final = 6  # groups behind a count in which "among the rebels" stands
_PARTS_REACH: Final = 7  # groups before a count in which "including" stands

Read = list[tuple[Victims, bool]]


def find_harmed(scene: Scene, finding: Finding) -> Read:
    """The victims of a finding in text order, each with whether it is part of another figure."""
    read: Read = []
    for named in sorted({*finding.linked.wholes, *finding.linked.parts}):
        pronoun = scene.parse.groups[named].word in FOR_SEVERAL
        at = stood_for(scene, finding, named) if pronoun else named
        if names_source(scene, at) or not is_stated(scene.parse, at):
            continue
        bare = finding.accepts == "people" and is_captured_person(scene, finding.trigger, at)
        accepts = _ACCEPTS.get(finding.accepts, finding.accepts)
        accepts = "person" if bare or _is_one_more(scene, finding, at, read) else accepts
        victims = read_victims(
            scene.document, scene.parse, at, accepts=accepts, owner=finding.owner
        )
        if victims is None and pronoun:
            victims = told_before(scene, finding, at)
        if victims is None or _is_not_harmed(scene, finding, victims, read):
            continue
        if read and is_second_role(scene, finding, read[-1][0].at, at):
            continue
        part = named in finding.linked.parts or is_included(scene.parse, at)
        part = part or _is_behind_including(scene, at)
        read.append((_with_words(scene, finding, victims, read), part))
    return _with_aside(scene, finding, read)


def _is_one_more(scene: Scene, finding: Finding, at: int, read: Read) -> bool:
    """ "Seven monks and a novice were shot": one beside people, whatever the noun."""
    if not read or not scene.parse.is_indefinite(scene.parse.groups[at]):
        return False
    if finding.accepts and at not in finding.linked.parts:
        return False  # unlike "captured five others, including a tax collector"
    return read[-1][0].words is not None and names_people(
        scene.document, scene.parse, read[-1][0].at
    )


def _with_aside(scene: Scene, finding: Finding, read: Read) -> Read:
    """ "Seven pupils, four boys and three girls, were taken": what stands between commas and adds
    up to the count before it are its parts."""
    if len(read) < _ASIDE or finding.active or any(part for _, part in read):
        return read
    groups, last = scene.parse.groups, read[-1][0].at
    closed = [group.word for group in groups[last + 1 : finding.trigger]] == [","]
    counts = [victims.quantity.best or 0 for victims, _ in read]
    if not closed or counts[0] != sum(counts[1:]):
        return read
    return [read[0], *((victims, True) for victims, _ in read[1:])]


_ASIDE: Final = 3  # counts of a whole and its parts


def _is_not_harmed(scene: Scene, finding: Finding, victims: Victims, read: Read) -> bool:
    """Whether what stands around people says that nothing befell them, or nothing that is news."""
    fighters = victims.words and victims.group == "combatants"
    if (finding.accepts == "fighters" and not fighters) or (
        not read and _counts_things(finding, victims)
    ):
        return True
    if is_no_flight(scene, finding, victims) or _among_none(scene, victims.at, read):
        return True
    others = _is_reason(scene, finding, victims) or _is_of_things(scene, finding, victims, read)
    if others or is_at_large(scene, finding, victims):
        return True
    if _is_uncounted(scene, victims) and _in_general(scene, finding, victims):
        return True
    beside = bool(read) or finding.nominal
    if is_bare_plural(scene, victims) and (beside or _in_passing(scene, finding, victims.at)):
        return True
    vague = finding.count_only and victims.quantity.kind == "vague"
    return vague and is_share(scene.parse, scene.parse.groups[victims.at])  # "some of the wounded"


def _is_of_things(scene: Scene, finding: Finding, victims: Victims, read: Read) -> bool:
    """ "Captured Sake from militants, including members of M23": a part of no people taken."""
    part = victims.at in finding.linked.parts and _is_uncounted(scene, victims)
    return part and finding.accepts == "people" and not read


def _with_words(scene: Scene, finding: Finding, victims: Victims, read: Read) -> Victims:
    """The victims; those of a count without a noun by the words that stand elsewhere for them."""
    at = victims.at
    if finding.rule == "losses" and victims.group == "unknown" and _is_armed(scene, finding):
        return replace(victims, group="combatants")
    if finding.count_only and at not in finding.linked.parts:
        words, group, side = _named(scene, finding)
    elif victims.words is None and read:
        # "15 civilians in A and several more in B"; "a pastor and two monks, one of them hurt"
        named = read[-1 if is_of_them(scene.parse, at) else 0][0]
        words, group, side = named.words, named.group, named.side
        if name_of(words):  # "Omar Ali and 15 others": they are not called so
            words, group, side = None, "unknown", None
    elif victims.words is None and (among := _counted_among(scene, at)):
        words, group, side = described(scene.document, scene.parse, among)
    else:
        behind = scene.parse.groups[at + 1 : at + 2]
        named = _with_name(scene, victims) if behind and behind[0].word == "," else victims
        return _with_sharers(scene, finding, named)
    return replace(victims, words=words, group=group, side=side)


def _with_sharers(scene: Scene, finding: Finding, victims: Victims) -> Victims:
    """ "Killed 12 women and children": 12 of both together."""
    wholes, parts = finding.linked.wholes, finding.linked.parts
    shared = sharers_of(scene, victims.at, lambda at: at in wholes or at in parts)
    if shared is None or victims.words is None:
        return victims
    words, group, side, last = shared
    return replace(victims, words=words, group=group, side=side, last=last)


def _with_name(scene: Scene, victims: Victims) -> Victims:
    """ "A judge, Omar Ali, was shot": who he was, by which other reports may tell of him."""
    at, groups = victims.at + 2, scene.parse.groups
    if at >= len(groups) or not victims.words or not is_named_by(scene.parse, victims.at, at):
        return victims
    span = scene.span(groups[at])
    if scene.document.places_in(span) or begins_clause(scene.parse, at):
        return victims  # "shot a judge, Goma Radio said"
    name = scene.document.article.text[span.start : span.end]
    return replace(victims, words=f"{victims.words} {name}")


def _is_armed(scene: Scene, finding: Finding) -> bool:
    """ "The enemy lost 78 men": those of an armed body, and not of a firm."""
    groups = [scene.parse.groups[at] for at in subject(scene.parse, finding.trigger).wholes]
    if any(group.word in words_of("losses", "armed") for group in groups):
        return True
    return any(a.combatant for g in groups for a in scene.document.actors_in(scene.span(g)))


def _is_behind_including(scene: Scene, at: int) -> bool:
    """ "237 were hurt, including 38 killed and 101 injured": parts with a fate of their own."""
    groups = scene.parse.groups
    for before in range(at - 1, max(-1, at - _PARTS_REACH), -1):
        group = groups[before]
        if group.word in SUBSETS:
            return not is_told_among(scene.parse, before + 1)
        bare = group.form == "ed" and not (group.passive or group.perfect)
        if not (group.kind in ("coordinator", "predicate") or group.quantity or bare):
            return False
    return False


def _counts_things(finding: Finding, victims: Victims) -> bool:
    """ "Seized 12 kilos of tar, 20 of resin": a bare count behind what is nobody."""
    later = victims.at != min((*finding.linked.wholes, *finding.linked.parts))
    return finding.accepts == "people" and victims.words is None and later


def _is_reason(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "Sanctions for jailing Ana Diaz": told as the reason for something else, and no news."""
    groups, at = scene.parse.groups, finding.trigger
    why = groups[at].form == "ing" and at > 0 and groups[at - 1].word == "for"
    told = finding.outcome == "detained" and victims.quantity.best == 1
    return why and told and groups[victims.at].quantity is None


def _among_none(scene: Scene, at: int, read: Read) -> bool:
    """ "None of the four nuns and 90 pupils was hurt": whoever is named behind was not, either."""
    if not read or read[-1][0].quantity.kind != "none":
        return False
    return all(group.word != "but" for group in scene.parse.groups[read[-1][0].at : at])


def _counted_among(scene: Scene, at: int) -> int | None:
    """ "Among the rebels there are 40 dead", "12 dead among the rebels": of whom a count is."""
    if "among" not in scene.parse.held:
        return None
    groups = scene.parse.groups
    places = (*range(at), *range(at + 1, min(at + _AMONG, len(groups) - 1)))
    whom = [i + 1 for i in places if groups[i].word == "among" and i + 1 < len(groups)]
    return next((i for i in whom if names_people(scene.document, scene.parse, i)), None)


def _in_passing(scene: Scene, finding: Finding, at: int) -> bool:
    """ "The evacuation of people maimed in war": told of a governed noun, in passing."""
    trigger = scene.parse.groups[finding.trigger]
    reduced = trigger.kind == "verb" and trigger.form == "ed" and not trigger.passive
    governed = at > 0 and scene.parse.groups[at - 1].kind == "preposition"
    return reduced and governed and not trigger.perfect and at < finding.trigger


def _named(scene: Scene, finding: Finding) -> tuple[str | None, VictimGroup, str | None]:
    """Whom a count of deaths counts, where the sentence says so apart from the count."""
    if finding.named is None:
        return None, "unknown", None
    return described(scene.document, scene.parse, finding.named)


def is_bare_plural(scene: Scene, victims: Victims) -> bool:
    """ "militiamen" without a count: behind a count it shares that ("dozens of troops and …")."""
    return _is_uncounted(scene, victims) and not scene.parse.groups[victims.at].definite


def _is_uncounted(scene: Scene, victims: Victims) -> bool:
    vague = victims.quantity.kind == "vague" and victims.words is not None
    return vague and scene.parse.groups[victims.at].quantity is None


def _in_general(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "Civilians are being killed", "the villagers who flee", "the gangs' murders": no event."""
    groups = scene.parse.groups
    if finding.owner:
        return victims.group == "combatants"
    headline = scene.sentence.heading or scene.sentence.index == 0
    plain = groups[victims.at].definite or not headline
    trigger = finding.trigger
    return is_present(scene.parse, groups[trigger], plain=plain) or is_habit(scene.parse, trigger)
