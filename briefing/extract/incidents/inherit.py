"""Casualty claims with the perpetrator of the attack they tell of, where the text joins them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.parties.kinds import are_comrades, are_of_one_kind
from briefing.extract.people.words import are_attackers, singular
from briefing.language.document import Document
from briefing.lexicon import load, word_set
from briefing.models import Casualty, Incident, Reason
from briefing.records import replace


def with_perpetrators(
    document: Document, casualties: Sequence[Casualty], incidents: Sequence[Incident]
) -> list[Casualty]:
    """The casualty claims, each that names no organisation with that of the attack it tells, and
    each part of a count with who is said to have killed them all."""
    told_by = [each.perpetrator for each in incidents]
    told_by += [claim.perpetrator for claim in casualties]
    if not any(told_by):
        return list(casualties)
    by_sentence: dict[int, list[Incident]] = {}
    for incident in incidents:
        for start in incident.sentences:
            by_sentence.setdefault(start, []).append(incident)
    told: list[Casualty] = []
    for claim in casualties:
        near = by_sentence.get(claim.sentence_start, ())
        own = claim
        if near:
            nearest = min(near, key=lambda each: abs(each.start - claim.start))
            own = _inheriting(document, claim, nearest)
        if own.perpetrator is None and (own.subset or own.sentence.lower().startswith(_SHARES)):
            whole = whole_of(document, own, told)
            own = done_by(own, whole) if whole and _is_harm(own) else own
        told.append(own)
    return told


def whole_of(document: Document, part: Casualty, before: Sequence[Casualty]) -> Casualty | None:
    """ "Strikes by X killed 47. Among them were 15 who died in a school": X killed these, too.

    The count shortly before that a part belongs to, where it names who may have done both.
    """
    alike = (claim for claim in before[-_NEAR:][::-1] if claim.outcome == part.outcome)
    whole = next((claim for claim in alike if not claim.subset), None)
    if whole is None or not may_have_done(whole.perpetrator, part):
        return None
    one, other = (document.sentence_at(c.sentence_start) for c in (whole, part))
    return whole if one.paragraph <= other.paragraph <= one.paragraph + 1 else None


def may_have_done(doer: str | None, claim: Casualty) -> bool:
    """Whether a doer is named, and those harmed are not of its own side."""
    if doer in (None, claim.victim_side, claim.victim) or are_attackers(claim.victim):
        return False
    return not are_of_one_kind(claim.victim, doer)


def done_by(claim: Casualty, told: Casualty | Incident) -> Casualty:
    """The claim with the doer that another telling names, and the words that name it."""
    reasons = [reason for reason in told.because if reason.role == "perpetrator"]
    return replace(claim, perpetrator=told.perpetrator, because=(*claim.because, *reasons))


_SHARES: Final = tuple(load("circumstances")["shares"]["openings"])
_NEAR: Final = 6  # claims before a part among which its whole is sought


def _inheriting(document: Document, claim: Casualty, incident: Incident) -> Casualty:
    if incident.perpetrator is None or not _is_open(claim):
        return claim
    if not _is_harm(claim) or _are_own(claim, incident) or _is_elsewhere(claim, incident):
        return claim
    reasons = [reason for reason in incident.because if reason.role == "perpetrator"]
    if any(_is_apart(document, claim, incident, reason) for reason in reasons):
        return claim
    return done_by(claim, incident)


def _is_open(claim: Casualty) -> bool:
    """Whether the sentence names nobody, or has but a word such as "Rebels"."""
    who = claim.perpetrator
    return (
        who is None
        or who.islower()
        or who.lower() in word_set("actors", "forces", "armed", "words")
    )


def _are_own(claim: Casualty, incident: Incident) -> bool:
    """Whether they fell on the attackers' own side."""
    own = incident.perpetrator in (claim.victim_side, claim.victim)
    own = own or (claim.victim or "").startswith("own ")  # "lost two of its own men"
    return (
        own
        or _are_attackers(claim, incident)
        or are_of_one_kind(claim.victim, incident.perpetrator)
        or _are_comrades(claim, incident)
    )


def _are_comrades(claim: Casualty, incident: Incident) -> bool:
    """ "Troops raided a camp of the ZLF. Two soldiers died": they are no victims of the troops."""
    if claim.victim_side or incident.perpetrator is None or incident.target is None:
        return False
    return are_comrades(claim.victim, incident.perpetrator, (incident.target,))


def _are_attackers(claim: Casualty, incident: Incident) -> bool:
    """ "Gunmen stormed the post. Two of the gunmen died": harmed in the attack, but not by it."""
    if claim.victim is None or are_attackers(claim.victim) or incident.attacker is None:
        return are_attackers(claim.victim)
    victim, attacker = (w.lower().split()[-1] for w in (claim.victim, incident.attacker))
    return singular(victim) == singular(attacker)


def _is_elsewhere(claim: Casualty, incident: Incident) -> bool:
    """Whether the text gives the victims another place than the attack."""
    one, other = claim.place, incident.place
    if one is None or other is None or one.name == other.name:
        return False
    names = {place.name for place in (*one.within, *other.within)}
    return one.name not in names and other.name not in names


def _is_apart(document: Document, claim: Casualty, incident: Incident, reason: Reason) -> bool:
    """Whether a telling in another paragraph names the attacker, of which the claim's is none.

    "Two men died in the attack" goes back to it; "A boy was shot dead" tells of something else.
    Who is accused is so of the attack told before, wherever that stands.
    """
    own, named = document.sentence_at(claim.sentence_start), document.sentence_at(reason.start)
    if named.paragraph == own.paragraph:
        return _is_contrasted(claim, reason)
    if named.start not in incident.sentences:
        return False
    return not _goes_back(document, claim, own.index)


def _goes_back(document: Document, claim: Casualty, sentence: int) -> bool:
    """Whether the word for an attack that stands nearest before the victims, or else the first
    behind them, is one told before: "the offensive began after attacks that killed two" does not.
    """
    attacks = word_set("circumstances", "incident", "nouns")
    parse = document.parsed[sentence]
    told = [group for group in parse.groups if group.word in attacks]
    ahead = [g for g in told if parse.tokens[g.first].start < claim.start]
    nearest = ahead[-1:] or told[:1]
    return any(group.definite for group in nearest)


def _is_contrasted(claim: Casualty, reason: Reason) -> bool:
    """ "Nine died in Goma, while rebels shelled Sake": a conjunction parts them in one sentence."""
    if not claim.sentence_start <= reason.start < claim.sentence_end:
        return False
    first, last = sorted((claim.start, reason.start))
    between = claim.sentence[first - claim.sentence_start : last - claim.sentence_start]
    words = word_set("circumstances", "contrast", "words")
    return ";" in between or any(f", {word} " in between for word in words)


def _is_harm(claim: Casualty) -> bool:
    """Whether one attack does such a thing: it does not arrest, people flee by themselves, and
    what a war has cost is the work of many."""
    if claim.running_total or claim.background or claim.quantity.kind == "none":
        return False
    taken = claim.outcome == "detained"
    return claim.means == "abduction" if taken else claim.outcome != "displaced"
