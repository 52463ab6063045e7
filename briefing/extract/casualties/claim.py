"""Casualty claims: people killed, injured, missing, detained or displaced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final, get_args

from briefing.actors import side_of
from briefing.extract.casualties.outcome.armies import with_side
from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.items import as_item, find_items, heads_of
from briefing.extract.casualties.outcome.labelled import find_labelled
from briefing.extract.casualties.outcome.manner import manner_of
from briefing.extract.casualties.outcome.outcomes import find_outcomes
from briefing.extract.casualties.parts.compared import with_compared
from briefing.extract.casualties.parts.died_later import without_later_dead
from briefing.extract.casualties.parts.explained import with_names_explained
from briefing.extract.casualties.parts.joint import with_joint_counts
from briefing.extract.casualties.parts.members import find_rolls, may_list
from briefing.extract.casualties.parts.openings import (
    opened_shares,
    opens_with_whole,
    with_parts_of_opening,
)
from briefing.extract.casualties.parts.recounts import with_counts, with_named
from briefing.extract.casualties.parts.rivals import find_rivals
from briefing.extract.casualties.parts.shares import (
    Told,
    as_share,
    break_down,
    described_shares,
    people_reasons,
    within_toll,
)
from briefing.extract.casualties.parts.spread import each_of_several, spread_over_places
from briefing.extract.casualties.parts.turns import each_in_its_place
from briefing.extract.casualties.same.carried import with_sources_carried
from briefing.extract.casualties.same.echoes import without_announced, without_echoes
from briefing.extract.casualties.same.one_death import with_one_death
from briefing.extract.casualties.whom.harmed import find_harmed, is_bare_plural
from briefing.extract.casualties.window.by_place import find_by_place
from briefing.extract.casualties.window.days import own_day
from briefing.extract.casualties.window.one_attack import is_one_attack, with_attack_before
from briefing.extract.casualties.window.period import period_of
from briefing.extract.casualties.window.places import places_of
from briefing.extract.casualties.window.rates import is_rate
from briefing.extract.circumstances.doer.anybody import is_by_anybody
from briefing.extract.circumstances.foes import COUNTED, are_fighters, foe_of, opponent
from briefing.extract.circumstances.spot import as_written, place_exactly
from briefing.extract.circumstances.telling.respective import on_its_day
from briefing.extract.circumstances.who import (
    actor_of_verb,
    attacker,
    attacker_before,
    means_of,
    names_cause,
    perpetrator_name,
)
from briefing.extract.claims import because, claim_fields, number_claims
from briefing.extract.incidents.blame import accused_in, blamed, denounces
from briefing.extract.parties.issuer import OURSELVES, is_of_party
from briefing.extract.parties.kinds import are_comrades, are_irregular, are_of_one_kind
from briefing.extract.people.headcount import ONE_MORE
from briefing.extract.people.mentions import mention_of
from briefing.extract.people.victims import Victims
from briefing.extract.people.words import are_attackers
from briefing.extract.scene import Scene, scenes_of
from briefing.extract.triggers import words_of
from briefing.language.document import ActorMention, Document
from briefing.models import Casualty, Outcome, Span
from briefing.records import replace

_NOT_BY_ATTACKERS: Final = ("displaced", "detained")  # people flee, and the police arrest
_WORST_FIRST: Final = get_args(Outcome)
_OWN: Final = frozenset(("its", "their", "his", "her"))


def extract_casualties(document: Document) -> list[Casualty]:
    """The casualty claims of an article in the order of its text."""
    found: list[Casualty] = []
    listed = heads_of(document)
    for scene in scenes_of(document):
        seen: set[tuple[str, int]] = set()
        findings = (
            # first: who is on a roll is one of a count
            *(find_rolls(scene, _told_last(found)) if may_list(scene) else ()),
            *find_outcomes(scene.parse),
            *find_labelled(scene.parse),
            *find_by_place(scene),
            *(find_items(scene) if scene.sentence.index in listed else ()),
        )
        told: list[Told] = []
        for finding in findings:
            last = _told_last([*found, *(t.claim for t in told)]) if finding.again else None
            if finding.again and (last is None or not _goes_on(scene, finding, found)):
                continue
            meant = replace(finding, outcome=last) if last else finding
            told += each_in_its_place(scene, list(_claims(scene, meant, seen)))
        apart = _told_apart(scene, told) if told else told
        shares = [as_share(scene, t, found) for t in apart]
        read_shares = opened_shares if opens_with_whole(scene) else described_shares
        described = read_shares(scene, shares, found)
        again = (*find_rivals(scene, shares, found), *described)
        found += [*(t.claim for t in (break_down(scene, shares) if shares else ())), *again]
    own = without_echoes(without_announced(document, with_named(document, found)))
    own = with_sources_carried(document, with_attack_before(own))
    return number_claims(document.article.id, with_one_death(document, with_counts(document, own)))


def _told_apart(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims of a sentence, each on people of its own, or on a part of another's."""
    told = with_compared(scene, within_toll(scene, _without_restated(told)))
    told = without_later_dead(scene, each_of_several(scene, spread_over_places(scene, told)))
    told = with_joint_counts(scene, _named_alike(scene, told))
    told = with_names_explained(scene, told) if len(told) > 1 else told
    return with_parts_of_opening(told) if opens_with_whole(scene) else told


def _goes_on(scene: Scene, finding: Finding, found: list[Casualty]) -> bool:
    """ "In Goma, five; in Sake, nine": only where the sentence before tells what befell them; "it
    rose to nine": where that gives a toll."""
    of_it = finding.rule == "toll" and scene.parse.groups[finding.trigger - 1].word == "it"
    if finding.rule != "labelled" and not of_it:
        return True
    earlier = scene.earlier()
    if earlier is None or not found or found[-1].sentence_start != earlier.sentence.start:
        return False
    return found[-1].rule == "casualties.toll" or not of_it


def _told_last(found: list[Casualty]) -> Outcome | None:
    """What befell "the victims": of all that the last sentence about people tells, the worst."""
    told = takewhile(lambda c: c.sentence_start == found[-1].sentence_start, reversed(found))
    outcomes = [claim.outcome for claim in told]
    return min(outcomes, key=_WORST_FIRST.index, default=None)


def _without_restated(told: list[Told]) -> list[Told]:
    """Without bare plurals whose count stands in the same sentence: "combatants killed … 153"; but
    "workers were hurt, seven gravely" counts only some of them."""
    counted = {t.claim.outcome for t in told if not (t.bare or t.claim.subset)}
    return [t for t in told if not (t.bare and t.claim.outcome in counted)]


def _named_alike(scene: Scene, told: list[Told]) -> list[Told]:
    """ "Two guards were killed and a third maimed": the third is one of them by their word."""
    named: list[Told] = []
    for one in told:
        before = next((t.claim for t in reversed(named) if t.at < one.at and t.claim.victim), None)
        alike = before is not None and (one.claim.victim or "").lower() in ONE_MORE
        before = before if alike else _of_bare_count(scene, one, named)
        named.append(_with_victims_of(one, before) if before else one)
    return named


def _of_bare_count(scene: Scene, one: Told, told: list[Told]) -> Casualty | None:
    """ "Eleven villagers were killed and 17 wounded": of whom a count without a noun is, where the
    clause before tells of several people of one sort."""
    claim = one.claim
    if claim.victim or claim.mention != "new" or claim.subset or claim.quantity.kind == "none":
        return None
    others = [t.claim for t in told if t.at < one.at and not t.claim.subset]
    if not others or any(c.outcome == claim.outcome or not _is_of_several(c) for c in others):
        return None
    between = scene.document.article.text[others[-1].start : claim.end]
    alike = len({c.victim_group for c in others}) == 1 and ";" not in between
    return others[-1] if alike else None


def _is_of_several(claim: Casualty) -> bool:
    count = claim.quantity.best or claim.quantity.low or 0
    return claim.victim is not None and (count > 1 or claim.quantity.kind == "vague")


def _with_victims_of(one: Told, other: Casualty) -> Told:
    group, side = other.victim_group, other.victim_side
    claim = replace(one.claim, victim=other.victim, victim_group=group, victim_side=side)
    return replace(one, claim=claim)


def _claims(scene: Scene, finding: Finding, seen: set[tuple[str, int]]) -> Iterator[Told]:
    people = find_harmed(scene, finding)
    for position, (victims, part) in enumerate(people):
        if (finding.outcome, victims.at) in seen or is_rate(scene, finding.trigger, victims.at):
            continue
        seen.add((finding.outcome, victims.at))
        following = people[position + 1][0].at if position + 1 < len(people) else None
        claim = _claim(scene, finding, victims, part=part, following=following)
        claim = with_side(scene, as_item(scene, claim))
        yield Told(claim, victims.at, is_bare_plural(scene, victims))


def _claim(
    scene: Scene, finding: Finding, victims: Victims, *, part: bool, following: int | None
) -> Casualty:
    groups = scene.parse.groups
    own, trigger = scene.span(groups[victims.at]), scene.span(groups[finding.trigger])
    if victims.last is not None:
        own = Span(own.start, scene.span(groups[victims.last]).end)
    whole = Span(min(own.start, trigger.start), max(own.end, trigger.end))
    until = scene.span(groups[following]).start if following else scene.sentence.end
    until = scene.sentence.end if until < trigger.start else until  # "75, among them 10, died in"
    victims = _of_issuer(scene, victims)
    time = period_of(scene, finding, victims, own_day(scene, own, trigger) or whole, whole)
    side = victims.side or _owner(scene, finding, victims)
    actor, how = _culprit(scene, finding, victims, since=time.adds_up)
    perpetrator = perpetrator_name(actor, side, victims.words)
    places = places_of(scene, finding, victims, until, time)
    when = on_its_day(scene.document, time.when, places)
    spot: Span | None = None
    if not time.adds_up and finding.outcome != "displaced":  # many events have many spots
        places, spot = place_exactly(scene, trigger, places)
    reasons = [
        *because("trigger", trigger),
        *people_reasons(scene, victims.at),
        *(reason for each in places for reason in because("place", each)),
        *because("spot", spot),
        *because("perpetrator", actor if perpetrator else None, how),
    ]
    return Casualty(
        **claim_fields(scene, whole.start, whole.end, f"casualties.{finding.rule}", when, reasons),
        outcome=finding.outcome,
        quantity=victims.quantity,
        victim=victims.words,
        victim_group=victims.group,
        victim_side=side,
        place=places[0] if places else None,
        also_at=tuple(places[1:]),
        perpetrator=perpetrator,
        means=_means(scene, finding),
        subset=part,
        running_total=finding.running or time.many,
        background=time.past,
        mention=mention_of(scene.parse, victims.at, finding.trigger),
        one_attack=is_one_attack(scene, finding.trigger, places[0] if places else None),
        where_description=as_written(scene, spot),
    )


def _of_issuer(scene: Scene, victims: Victims) -> Victims:
    """ "Twelve of our brothers": a party's own people, in its own statement."""
    if OURSELVES.isdisjoint(scene.parse.words(scene.parse.groups[victims.at])):
        return victims
    return replace(victims, group="combatants") if is_of_party(scene.document.article) else victims


def _culprit(
    scene: Scene, finding: Finding, victims: Victims, *, since: bool
) -> tuple[ActorMention | None, str]:
    """Who did it, and how the text says so; whom people fled from need not have driven them out.

    ``since``: the count adds up all from a day on, of which the attack told beside it is but one.
    """
    if _is_led_away(scene, finding) or _are_of_both_sides(scene, victims):
        return None, ""
    actor = attacker(scene, finding.trigger, active=finding.active, many=since)
    attacked = are_attackers(victims.words)
    if actor and attacked and not finding.active and are_irregular(side_of(actor)):
        actor = None  # "The terrorists fired at the convoy, and eight attackers were killed"
    harmed = finding.outcome not in _NOT_BY_ATTACKERS or _means(scene, finding) == "abduction"
    if actor or not harmed or attacked:
        return actor, "told with the event"
    if since:
        accused = next(iter(accused_in(scene)), None)
        return (accused, "held responsible") if accused else (foe_of(scene, victims), COUNTED)
    actor = blamed(scene)
    if actor is None and victims.group != "civilians":
        actor = opponent(scene, finding.trigger)
        fought = actor is None or not victims.words or are_fighters(victims)
        actor = actor if fought else None
    anybody = finding.active and is_by_anybody(scene, finding.trigger)
    if actor or anybody or names_cause(scene, finding.trigger):
        return actor, "held responsible"
    actor = attacker_before(scene)
    if actor and not (_is_own(scene, victims, actor) or denounces(scene, side_of(actor))):
        return actor, "attacked before"
    return foe_of(scene, victims, lost=finding.rule == "losses"), COUNTED


def _is_own(scene: Scene, victims: Victims, actor: ActorMention) -> bool:
    """Whether those who fell are of the side of whoever attacked in the sentence before."""
    side, earlier = side_of(actor), scene.earlier()
    if side == victims.side or are_of_one_kind(victims.words, side):
        return True
    if victims.side or earlier is None:
        return False
    fought = (a for a in scene.document.actors_in(earlier.sentence) if a.combatant)
    return are_comrades(victims.words, side, map(side_of, fought))


def _is_led_away(scene: Scene, finding: Finding) -> bool:
    """ "The army evacuated 300 villagers": it did not drive them out."""
    verb = scene.parse.groups[finding.trigger].verb
    return finding.outcome == "displaced" and verb in words_of("led_away", "verbs")


def _are_of_both_sides(scene: Scene, victims: Victims) -> bool:
    """ "15 fighters from both sides"."""
    behind = scene.parse.groups[victims.at + 1 : victims.at + 3]
    if len(behind) < len(("from", "both sides")) or behind[1].word not in _SIDES:
        return False
    both = words_of("both_sides", "words")
    return behind[0].kind == "preposition" and not both.isdisjoint(scene.parse.words(behind[1]))


_SIDES: Final = words_of("both_sides", "nouns")


def _means(scene: Scene, finding: Finding) -> str | None:
    """The weapon; of people taken, how they were taken."""
    manner = manner_of(scene, finding.trigger) if finding.outcome == "detained" else None
    return manner or means_of(scene, finding.trigger)


def _owner(scene: Scene, finding: Finding, victims: Victims) -> str | None:
    """ "Iran …, as one of its advisors was killed": the first actor named owns them.

    Who "has lost 40 fighters" owns those.
    """
    if finding.rule == "losses" and victims.group == "combatants":
        loser = actor_of_verb(scene, finding.trigger)
        return side_of(loser) if loser else None
    group = scene.parse.groups[victims.at]
    if victims.group == "civilians" or not _OWN & set(scene.parse.words(group)):
        return None
    span = scene.span(group)
    before = scene.document.actors_in(Span(scene.sentence.start, span.start))
    doer = actor_of_verb(scene, finding.trigger) if finding.active else None
    owner = before[0] if before and before[0] != doer else None
    return side_of(owner) if owner else None
