"""Counts that are part of others, in one sentence or of an earlier one, as subsets of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from briefing.extract.casualties.parts.breakdowns import Part, group_of_parts, part_at, parts_of
from briefing.extract.casualties.parts.members import members_of
from briefing.extract.circumstances.event.incident import before as incident_before
from briefing.extract.claims import because, claim_fields, has_own_place
from briefing.extract.people.victims import names_people
from briefing.extract.scene import Scene
from briefing.extract.triggers import words_of
from briefing.language.roles import is_share
from briefing.lexicon import word_set
from briefing.models import Casualty, Reason, Span
from briefing.records import record, replace


@record(frozen=True)
class Told:
    """A claim, the noun group that counts its people, and whether that group has no count."""

    claim: Casualty
    at: int
    bare: bool = False


# … and who says so, with what reservation
_SAID: Final = ("attribution", "certainty", "certainty_words")
_DATED: Final = ("when", "running_total", "background")
_OF_THE_WHOLE: Final = ("trigger", "place", "perpetrator")  # what a part shares with the whole


def as_share(scene: Scene, told: Told, before: list[Casualty]) -> Told:
    """ "19 of those civilians": a subset of the larger count that the article gave before."""
    group = scene.parse.groups[told.at]
    rolled = told.claim.rule == _ROLLS and told.claim.subset
    if not rolled and not is_share(scene.parse, group):
        how = _tells_how(scene, told, before)
        return replace(told, claim=replace(told.claim, subset=True)) if how else told
    told = replace(told, claim=_told_with_whole(scene, told.claim, before))
    if rolled:
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


def _told_with_whole(scene: Scene, part: Casualty, before: list[Casualty]) -> Casualty:
    """ "Ninety have died since May, the mayor said. This includes two nurses": of all he says so,
    and since May."""
    whole = whole_before(scene, [claim for claim in before if claim.outcome == part.outcome])
    if whole is None:
        return part
    said = () if part.attribution.source_original else _SAID
    dated = _DATED if part.when.basis == "assumed" else ()
    return replace(part, **{name: getattr(whole, name) for name in (*said, *dated)})


def _tells_how(scene: Scene, told: Told, before: list[Casualty]) -> bool:
    """ "Forty died in the attack. At least 12 people were burned alive": how some of them died."""
    claim, near = told.claim, scene.parse.groups[max(0, told.at - 1) : told.at + _BESIDE]
    if claim.outcome != "killed" or claim.mention != "new" or claim.quantity.best == 1:
        return False
    if not any(group.verb in _HOW for group in near) or has_own_place(claim):
        return False
    incident = {other.sentence.start for other in incident_before(scene)}
    whole = (c for c in before if c.outcome == "killed" and c.sentence_start in incident)
    count = claim.quantity.best or claim.quantity.low or 0
    return any((c.quantity.best or c.quantity.low or 0) > count for c in whole)


_HOW: Final = words_of("how_some", "verbs")
_BESIDE: Final = 3  # groups from a count on in which the verb that says how stands


def within_toll(scene: Scene, told: list[Told]) -> list[Told]:
    """ "The toll rose to three with the death of a private": he is one of the three."""
    tolls = [t for t in told if t.claim.rule == _TOLL and t.claim.quantity.best]
    if not tolls:
        return told
    whole = tolls[0]
    return [_within(scene, whole, t) if t is not whole else t for t in told]


def _within(scene: Scene, whole: Told, part: Told) -> Told:
    """A death that "with" or "after" adds to a toll, as a part of it."""
    groups = scene.parse.groups
    between = groups[min(whole.at, part.at) : max(whole.at, part.at)]
    added = any(g.word in _ADDS for g in between) and part.at > whole.at
    fewer = (part.claim.quantity.best or 0) < (whole.claim.quantity.best or 0)
    alike = part.claim.outcome == whole.claim.outcome
    if not (added and fewer and alike):
        return part
    return replace(part, claim=replace(part.claim, subset=True))


_TOLL: Final = "casualties.toll"
_ROLLS: Final = "casualties.rolls"
_BREAKDOWN: Final = "casualties.breakdown"
_ADDS: Final = words_of("toll", "adds")


def described_shares(scene: Scene, told: list[Told], before: list[Casualty]) -> Iterator[Casualty]:
    """ "Some 70 of them were civilians": parts of the count that the sentence before gave."""
    known = {one.at for one in told}
    whole = whole_before(scene, before)
    shares = [one for one in told if one.claim.mention == "share" and one.claim.subset]
    if whole is None and not shares:
        return
    for at, group in enumerate(scene.parse.groups[:-2]):
        if at in known or group.quantity is None or not is_plainly_people(scene, at + 1):
            continue
        part = part_at(scene, at, len(scene.parse.groups))
        bare = at == 0 and group.only_counts  # "Three were soldiers."
        of = whole if bare or is_share(scene.parse, group) else None
        if of and part and part.words and (part.quantity.best or 0) < (of.quantity.best or 0):
            yield subset_of(scene, of, part)
        elif of is None and part and part.words and any(one.at < at for one in shares):
            yield subset_of(scene, shares[0].claim, part)  # "11 of the dead …, five were rangers"


def whole_before(scene: Scene, before: list[Casualty]) -> Casualty | None:
    """The last count of the sentence before, in its paragraph, that is no part of another."""
    earlier = scene.earlier()
    start = earlier.sentence.start if earlier else scene.sentence.end
    told = takewhile(lambda claim: claim.sentence_start >= start, reversed(before))
    return next((claim for claim in told if not claim.subset), None)


def is_plainly_people(scene: Scene, verb: int) -> bool:
    """ "were civilians": a plain "be" and a word for people without a count."""
    be, who = scene.parse.groups[verb : verb + 2]
    plain = be.verb == "be" and not (be.passive or be.negated or be.modal)
    bare = who.kind == "noun" and who.quantity is None
    return plain and bare and names_people(scene.document, scene.parse, verb + 1)


def break_down(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims with the parts that the sentence names of each count, as subsets of it."""
    result: list[Told] = []
    parts_found: set[int] = set()
    placed = {t.at for t in told if t.claim.rule == _BREAKDOWN}  # by place, told already
    wholes = [t for t in told if not t.claim.subset]
    for whole in wholes:
        if whole.at in parts_found:
            continue
        parts = [part for part in _parts(scene, whole, wholes) if part.at not in placed]
        group = group_of_parts(whole.claim.quantity, parts)
        claim = whole.claim
        if group and claim.victim_group == "unknown":
            claim = replace(claim, victim_group=group)
        result.append(replace(whole, claim=claim))
        result += [Told(subset_of(scene, claim, part), part.at) for part in parts]
        parts_found |= {part.at for part in parts}
    rest = [t for t in told if t.claim.subset and t.at not in parts_found]
    return [*result, *(_labelled(scene, t) for t in rest)]


def _parts(scene: Scene, whole: Told, wholes: list[Told]) -> list[Part]:
    """All people of a count one by one, else the parts that stand before the next count."""
    later = [t.at for t in wholes if t.at > whole.at]
    until = min([*later, len(scene.parse.groups)])
    quantity = whole.claim.quantity
    parts = parts_of(scene, quantity, whole.at + 1, until)
    complete = sum(part.quantity.best or 0 for part in parts) == quantity.best
    return parts if complete else members_of(scene, whole.at, quantity) or parts


def _labelled(scene: Scene, told: Told) -> Told:
    """ "Five of those killed were children": the words for a bare count stand after it."""
    part = part_at(scene, told.at, len(scene.parse.groups)) if told.claim.victim is None else None
    if part is None or part.words is None:
        return told
    claim = replace(told.claim, victim=part.words, victim_group=part.group, victim_side=part.side)
    return replace(told, claim=claim)


def subset_of(scene: Scene, whole: Casualty, part: Part) -> Casualty:
    """The claim on a part of those of whom ``whole`` tells."""
    groups = scene.parse.groups
    start, end = scene.span(groups[part.at]).start, scene.span(groups[part.end]).end
    kept = [reason for reason in whole.because if reason.role in _OF_THE_WHOLE]
    reasons = [*kept, *people_reasons(scene, part.at)]
    fields = claim_fields(scene, start, end, _BREAKDOWN, whole.when, reasons)
    if fields["attribution"].source_original is None:  # "34 were killed, X said, among them …"
        fields |= {name: getattr(whole, name) for name in _SAID}
    return replace(
        whole,
        **fields,
        quantity=part.quantity,
        victim=part.words,
        victim_group=part.group,
        victim_side=part.side,
        subset=True,
    )


def people_reasons(scene: Scene, at: int) -> tuple[Reason, ...]:
    """The words that count the people of a noun group, and those that name them."""
    group, tokens = scene.parse.groups[at], scene.parse.tokens
    own = scene.span(group)
    if not group.counted:
        return because("people", own)
    counted = Span(own.start, tokens[group.first + group.counted - 1].end)
    named = group.first + group.counted < group.last
    people = Span(tokens[group.first + group.counted].start, own.end) if named else None
    return (*because("count", counted), *because("people", people))
