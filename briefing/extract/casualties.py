"""Casualty claims: people killed, injured, missing, detained or displaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.actors import side_of
from briefing.extract.blame import blamed
from briefing.extract.breakdowns import Part, group_of_parts, part_at, parts_of
from briefing.extract.captives import accepted
from briefing.extract.claims import because, claim_fields, number_claims
from briefing.extract.echoes import without_announced, without_echoes
from briefing.extract.finding import Finding
from briefing.extract.manner import manner_of
from briefing.extract.members import find_rolls, members_of
from briefing.extract.mentions import mention_of
from briefing.extract.outcomes import find_outcomes
from briefing.extract.reality import is_habit, is_present
from briefing.extract.recounts import with_counts
from briefing.extract.roles import is_share
from briefing.extract.scene import Scene, scenes_of
from briefing.extract.timespan import spans_events
from briefing.extract.victims import (
    Victims,
    described,
    read_victims,
)
from briefing.extract.when import event_time, is_background
from briefing.extract.where import event_place
from briefing.extract.who import attacker, attacker_before, means_of, perpetrator_name
from briefing.language.document import ActorMention, Document
from briefing.lexicon import load, word_set
from briefing.models import Casualty, Place, Reason, Span, VictimGroup, When


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim, the noun group that counts its people, and whether that group has no count."""

    claim: Casualty
    at: int
    bare: bool = False


_NOT_BY_ATTACKERS = ("displaced", "detained")  # people flee, and the police arrest
_OWN = frozenset(("its", "their", "his", "her"))
_OF_THE_WHOLE = ("trigger", "place", "perpetrator")  # what a part shares with the whole


def extract_casualties(document: Document) -> list[Casualty]:
    """The casualty claims of an article in the order of its text."""
    found: list[Casualty] = []
    for scene in scenes_of(document):
        seen: set[tuple[str, int]] = set()
        last = found[-1].outcome if found else None
        findings = (*find_outcomes(scene.parse), *find_rolls(scene, last))
        told = [t for finding in findings for t in _claims(scene, finding, seen)]
        shares = [_as_share(scene, t, found) for t in _without_restated(told)]
        found += [t.claim for t in _broken_down(scene, shares)]
    own = without_echoes(without_announced(document, found))
    return number_claims(document.article.id, "c", with_counts(document, own))


def _without_restated(told: list[_Told]) -> list[_Told]:
    """Without bare plurals whose count stands in the same sentence: "combatants killed … 153"."""
    counted = {t.claim.outcome for t in told if not t.bare}
    return [t for t in told if not (t.bare and t.claim.outcome in counted)]


def _as_share(scene: Scene, told: _Told, before: list[Casualty]) -> _Told:
    """ "19 of those civilians": a subset of the larger count that the article gave before."""
    group = scene.parse.groups[told.at]
    if not is_share(scene.parse, group):
        return told
    best = told.claim.quantity.best or 0
    words = scene.parse.words(group)[group.counted + 1 :]
    alike = [c for c in before if c.outcome == told.claim.outcome]
    larger = [c for c in alike if (c.quantity.best or 0) > best]
    same = [c for c in larger if (c.victim or "").lower().endswith(group.word)]
    victims = group.word in word_set("casualties", "breakdown", "victims")
    if not victims and (not best or not (larger if words[:1] != ["the"] else same)):
        return told
    return replace(told, claim=replace(told.claim, subset=True))


def _broken_down(scene: Scene, told: list[_Told]) -> list[_Told]:
    """The claims with the parts that the sentence names of each count, as subsets of it."""
    result: list[_Told] = []
    parts_found: set[int] = set()
    wholes = [t for t in told if not t.claim.subset]
    for whole in wholes:
        if whole.at in parts_found:
            continue
        parts = _parts(scene, whole, wholes)
        group = group_of_parts(whole.claim.quantity, parts)
        claim = whole.claim
        if group and claim.victim_group == "unknown":
            claim = replace(claim, victim_group=group)
        result.append(replace(whole, claim=claim))
        result += [_Told(_subset(scene, claim, part), part.at) for part in parts]
        parts_found |= {part.at for part in parts}
    rest = [t for t in told if t.claim.subset and t.at not in parts_found]
    return [*result, *(_labelled(scene, t) for t in rest)]


def _parts(scene: Scene, whole: _Told, wholes: list[_Told]) -> list[Part]:
    """All people of a count one by one, else the parts that stand before the next count."""
    later = [t.at for t in wholes if t.at > whole.at]
    until = min([*later, len(scene.parse.groups)])
    quantity = whole.claim.quantity
    parts = parts_of(scene, quantity, whole.at + 1, until)
    complete = sum(part.quantity.best or 0 for part in parts) == quantity.best
    return parts if complete else members_of(scene, whole.at, quantity) or parts


def _labelled(scene: Scene, told: _Told) -> _Told:
    """ "Five of those killed were children": the words for a bare count stand after it."""
    part = part_at(scene, told.at, len(scene.parse.groups)) if told.claim.victim is None else None
    if part is None or part.words is None:
        return told
    claim = replace(told.claim, victim=part.words, victim_group=part.group, victim_side=part.side)
    return replace(told, claim=claim)


def _subset(scene: Scene, whole: Casualty, part: Part) -> Casualty:
    groups = scene.parse.groups
    start, end = scene.span(groups[part.at]).start, scene.span(groups[part.end]).end
    kept = [reason for reason in whole.because if reason.role in _OF_THE_WHOLE]
    reasons = [*kept, *_people_reasons(scene, part.at)]
    fields = claim_fields(scene, start, end, "casualties.breakdown", whole.when, reasons)
    return replace(
        whole,
        **fields,
        quantity=part.quantity,
        victim=part.words,
        victim_group=part.group,
        victim_side=part.side,
        subset=True,
    )


def _claims(scene: Scene, finding: Finding, seen: set[tuple[str, int]]) -> Iterator[_Told]:
    people = _people(scene, finding)
    for position, (victims, part) in enumerate(people):
        if (finding.outcome, victims.at) in seen:
            continue
        seen.add((finding.outcome, victims.at))
        following = people[position + 1][0].at if position + 1 < len(people) else None
        claim = _claim(scene, finding, victims, part=part, following=following)
        yield _Told(claim, victims.at, _is_bare_plural(scene, victims))


def _people(scene: Scene, finding: Finding) -> list[tuple[Victims, bool]]:
    """The victims of a finding in text order, each with whether it is part of another figure."""
    read: list[tuple[Victims, bool]] = []
    for at in sorted({*finding.linked.wholes, *finding.linked.parts}):
        if _tells(scene, at):
            continue
        accepts = accepted(scene, finding, at)
        victims = read_victims(
            scene.document, scene.parse, at, accepts=accepts, owner=finding.owner
        )
        if victims is None or (not read and _counts_things(finding, victims)):
            continue
        if _is_uncounted(scene, victims) and _in_general(scene, finding, victims):
            continue
        if _is_bare_plural(scene, victims) and (
            read or finding.nominal or _in_passing(scene, finding, at)
        ):
            continue
        vague_share = victims.quantity.kind == "vague" and is_share(
            scene.parse, scene.parse.groups[at]
        )
        if finding.count_only and vague_share:
            continue  # "several of the wounded": the topic of the sentence
        if finding.count_only and at not in finding.linked.parts:
            words, group, side = _named(scene, finding)
            victims = replace(victims, words=words, group=group, side=side)
        elif victims.words is None and read:
            first = read[0][0]  # "15 civilians in A and several more in B"
            victims = replace(victims, words=first.words, group=first.group, side=first.side)
        read.append((victims, at in finding.linked.parts))
    return read


def _tells(scene: Scene, at: int) -> bool:
    """ "Rebels shot six men, two witnesses said": the list of victims ends before who tells it."""
    span = scene.span(scene.parse.groups[at])
    sources = (speech.words for speech in scene.document.speeches[scene.sentence.index])
    return any(words and words.start <= span.start < words.end for words in sources)


def _counts_things(finding: Finding, victims: Victims) -> bool:
    """ "Seized 12 kilos of tar, 20 of resin": a bare count behind what is nobody."""
    later = victims.at != min((*finding.linked.wholes, *finding.linked.parts))
    return finding.accepts == "people" and victims.words is None and later


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


def _is_bare_plural(scene: Scene, victims: Victims) -> bool:
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


def _claim(
    scene: Scene, finding: Finding, victims: Victims, *, part: bool, following: int | None
) -> Casualty:
    groups = scene.parse.groups
    own, trigger = scene.span(groups[victims.at]), scene.span(groups[finding.trigger])
    start, end = min(own.start, trigger.start), max(own.end, trigger.end)
    until = scene.span(groups[following]).start if following else scene.sentence.end
    when, since = event_time(scene, start, end)
    side = victims.side or _owner(scene, victims)
    actor, how = _culprit(scene, finding)
    perpetrator = perpetrator_name(actor, side, victims.words)
    place = event_place(scene, own, trigger, until)
    if place and not _happened_at(scene, finding, place, since=since, when=when):
        place = None
    reasons = [
        *because("trigger", trigger),
        *_people_reasons(scene, victims.at),
        *because("place", place),
        *because("perpetrator", actor if perpetrator else None, how),
    ]
    return Casualty(
        **claim_fields(scene, start, end, f"casualties.{finding.rule}", when, reasons),
        outcome=finding.outcome,
        quantity=victims.quantity,
        victim=victims.words,
        victim_group=victims.group,
        victim_side=side,
        place=place,
        perpetrator=perpetrator,
        means=_means(scene, finding),
        subset=part,
        running_total=_is_running(scene, finding, victims, Span(start, end), since=since),
        background=is_background(scene, when),
        mention=mention_of(scene.parse, victims.at, finding.trigger),
    )


def _happened_at(scene: Scene, finding: Finding, place: Place, *, since: bool, when: When) -> bool:
    """Whether people were harmed at a place that another sentence of the incident may name.

    What days or a war have cost did not happen where one attack did; who has fled is counted for
    wherever the sentences beside it say.
    """
    if scene.sentence.start <= place.start < scene.sentence.end:
        return True
    if finding.outcome == "displaced":
        beside = scene.earlier()
        return beside is not None and beside.sentence.start <= place.start < scene.sentence.end
    said = when.basis in ("stated", "relative")
    return not since and not (said and (when.date_prec or 1) > 1)


def _is_running(
    scene: Scene, finding: Finding, victims: Victims, claim: Span, *, since: bool
) -> bool:
    """Whether the count adds up many events: a toll that rose, a war's dead, a year's."""
    if finding.running or _is_total(scene):
        return True
    return victims.quantity.best != 1 and (since or spans_events(scene, claim))


def _culprit(scene: Scene, finding: Finding) -> tuple[ActorMention | None, str]:
    """Who did it, and how the text says so; whom people fled from need not have driven them out."""
    actor = attacker(scene, finding.trigger, active=finding.active)
    harmed = finding.outcome not in _NOT_BY_ATTACKERS or _means(scene, finding) == "abduction"
    if actor or not harmed:
        return actor, "told with the event"
    actor = blamed(scene)
    return (actor, "held responsible") if actor else (attacker_before(scene), "attacked before")


def _means(scene: Scene, finding: Finding) -> str | None:
    """The weapon; of people taken, how they were taken."""
    manner = manner_of(scene, finding.trigger) if finding.outcome == "detained" else None
    return manner or means_of(scene, finding.trigger)


def _people_reasons(scene: Scene, at: int) -> tuple[Reason, ...]:
    """The words that count the people of a noun group, and those that name them."""
    group, tokens = scene.parse.groups[at], scene.parse.tokens
    own = scene.span(group)
    if not group.counted:
        return because("people", own)
    counted = Span(own.start, tokens[group.first + group.counted - 1].end)
    named = group.first + group.counted < group.last
    people = Span(tokens[group.first + group.counted].start, own.end) if named else None
    return (*because("count", counted), *because("people", people))


def _owner(scene: Scene, victims: Victims) -> str | None:
    """ "Iran …, as one of its advisors was killed": the first actor named owns them."""
    group = scene.parse.groups[victims.at]
    if victims.group == "civilians" or not _OWN & set(scene.parse.words(group)):
        return None
    span = scene.span(group)
    before = scene.document.actors_in(Span(scene.sentence.start, span.start))
    return side_of(before[0]) if before else None


def _is_total(scene: Scene) -> bool:
    text = scene.sentence.text.lower()
    return any(phrase in text for phrase in load("casualties")["toll"]["running"])
