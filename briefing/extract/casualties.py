"""Casualty claims: people killed, injured, missing, detained or displaced."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.actors import side_of
from briefing.extract.circumstances import (
    Scene,
    attacker,
    event_place,
    event_time,
    is_background,
    means_of,
    perpetrator_name,
)
from briefing.extract.claims import claim_fields, number_claims
from briefing.extract.outcomes import Finding, find_outcomes
from briefing.extract.victims import PRONOUNS, Victims, read_victims
from briefing.language.document import Document
from briefing.lexicon import load
from briefing.models import Casualty, Span

_OWN = frozenset(("its", "their", "his", "her"))


def extract_casualties(document: Document) -> list[Casualty]:
    """The casualty claims of an article in the order of its text."""
    found: list[Casualty] = []
    for sentence, parse in zip(document.sentences, document.parsed, strict=True):
        scene = Scene(document, sentence, parse)
        seen: set[tuple[str, int]] = set()
        for finding in find_outcomes(parse):
            found += _claims(scene, finding, seen)
    return number_claims(document.article.id, "c", _without_echoes(found))


def _without_echoes(claims: list[Casualty]) -> list[Casualty]:
    """ "He was killed" after "a general was killed" tells the same death again."""
    told: set[str] = set()
    kept: list[Casualty] = []
    for claim in claims:
        echo = claim.quantity.as_written in PRONOUNS and claim.outcome in told
        if not echo:
            kept.append(claim)
        if claim.quantity.best == 1:
            told.add(claim.outcome)
    return kept


def _claims(scene: Scene, finding: Finding, seen: set[tuple[str, int]]) -> Iterator[Casualty]:
    people = _people(scene, finding)
    for position, (victims, part) in enumerate(people):
        if (finding.outcome, victims.at) in seen:
            continue
        seen.add((finding.outcome, victims.at))
        following = people[position + 1][0].at if position + 1 < len(people) else None
        yield _claim(scene, finding, victims, part=part, following=following)


def _people(scene: Scene, finding: Finding) -> list[tuple[Victims, bool]]:
    """The victims of a finding in text order, each with whether it is part of another figure."""
    read: list[tuple[Victims, bool]] = []
    for at in sorted({*finding.linked.wholes, *finding.linked.parts}):
        victims = read_victims(scene.document, scene.parse, at, people=finding.people)
        if victims is None or (_is_bare_plural(scene, victims) and (read or finding.nominal)):
            continue
        if finding.count_only and at not in finding.linked.parts:
            victims = replace(victims, words=None, group="unknown", side=None)
        elif victims.words is None and read:
            first = read[0][0]  # "15 civilians in A and several more in B"
            victims = replace(victims, words=first.words, group=first.group, side=first.side)
        read.append((victims, at in finding.linked.parts))
    return read


def _is_bare_plural(scene: Scene, victims: Victims) -> bool:
    """ "militiamen" without a count: behind a count it shares that ("dozens of troops and …")."""
    counted = scene.parse.groups[victims.at].quantity is not None
    return victims.quantity.kind == "vague" and not counted and victims.words is not None


def _claim(
    scene: Scene, finding: Finding, victims: Victims, *, part: bool, following: int | None
) -> Casualty:
    groups = scene.parse.groups
    own, trigger = scene.span(groups[victims.at]), scene.span(groups[finding.trigger])
    start, end = min(own.start, trigger.start), max(own.end, trigger.end)
    until = scene.span(groups[following]).start if following else scene.sentence.end
    when, since = event_time(scene, start, end)
    side = victims.side or _owner(scene, victims)
    actor = attacker(scene, finding.trigger, active=finding.active)
    return Casualty(
        **claim_fields(scene, start, end, f"casualties.{finding.rule}", when),
        outcome=finding.outcome,
        quantity=victims.quantity,
        victim=victims.words,
        victim_group=victims.group,
        victim_side=side,
        place=event_place(scene, own.start, own.end, until),
        perpetrator=perpetrator_name(actor, side),
        means=means_of(scene, finding.trigger),
        subset=part,
        running_total=finding.running or since or _is_total(scene),
        background=is_background(scene, when),
    )


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
