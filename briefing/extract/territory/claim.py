"""Territorial claims: places that changed hands, or moved towards it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.actors import forces_of
from briefing.extract.casualties.same.echoes import without_announced
from briefing.extract.circumstances.event.captives import is_captured_person
from briefing.extract.circumstances.telling.respective import days_in_turn, on_day
from briefing.extract.circumstances.when import event_time
from briefing.extract.claims import because, claim_fields, number_claims, speaks_for_a_side
from briefing.extract.people.words import PEOPLE, status
from briefing.extract.scene import Scene, scenes_of
from briefing.extract.territory.change.days import each_on_its_day
from briefing.extract.territory.change.find import find_seizures
from briefing.extract.territory.change.followed import changes_that_followed
from briefing.extract.territory.change.left_again import changes_left_again
from briefing.extract.territory.change.nouns import noun_rules
from briefing.extract.territory.change.seizures import Seizure
from briefing.extract.territory.change.unreal import flies_in
from briefing.extract.territory.ground.hauls import is_haul
from briefing.extract.territory.ground.premises import is_left_for_hours, is_property
from briefing.extract.territory.ground.presence import denied_withdrawals
from briefing.extract.territory.ground.taken import Taken, read_all
from briefing.extract.territory.ground.together import with_places_meant
from briefing.extract.territory.sides import Parties, continued, find_parties, is_named
from briefing.extract.territory.whereabouts import TOLD, located_in, taken_again
from briefing.language.document import ActorMention, Document
from briefing.lexicon import word_set
from briefing.models import Place, Reason, Span, TerritorialChange, When
from briefing.records import replace

_GAINS: Final = frozenset(("captured", "recaptured", "entered"))


def extract_territory(document: Document) -> list[TerritorialChange]:
    """The territorial claims of an article in the order of its text."""
    found: list[TerritorialChange] = []
    for scene in scenes_of(document):
        for seizure in find_seizures(scene.parse):
            found += _on_all_days(scene, seizure, found)
    found += (*changes_that_followed(document, found), *changes_left_again(document, found))
    named = with_places_meant(document, _distinct(found))
    own = without_announced(document, _completed(named))
    own += denied_withdrawals(document, own)
    return number_claims(document.article.id, filter(_says_something, own))


def deeds_told(claims: Iterable[TerritorialChange]) -> dict[int, list[Span]]:
    """The words of the changes that are told by a verb, by where their sentences begin: who names
    one by a noun says more of it, as "the fall of A is a blow"."""
    told: dict[int, list[Span]] = {}
    for claim in claims:
        if claim.certainty != "denied" and claim.rule not in _BY_NOUN:
            told.setdefault(claim.sentence_start, []).append(Span(claim.start, claim.end))
    return told


_BY_NOUN: Final = frozenset([f"territory.{entry['rule']}" for entry in noun_rules().values()])


def _says_something(claim: TerritorialChange) -> bool:
    """Whether it says where, who or how many: of "a position was taken" nobody learns much."""
    who = claim.gainer or claim.loser or claim.attribution.source_original
    return bool(claim.places or claim.quantity or who)


def _on_all_days(
    scene: Scene, seizure: Seizure, before: Sequence[TerritorialChange]
) -> list[TerritorialChange]:
    """The claims of a change; those of further days only where the first is one."""
    own, *further = each_on_its_day(scene, seizure)
    claims = list(_claims(scene, own, before))
    if claims:
        claims += [claim for other in further for claim in _claims(scene, other, before)]
    return [claim for claim in claims if not own.denied or _is_denial(claim)]


def _is_denial(claim: TerritorialChange) -> bool:
    """Whether somebody says of a place by its name that it was not taken."""
    named = claim.places and not claim.quantity
    return bool(named) and claim.action in _GAINS and claim.attribution.source_original is not None


def _distinct(claims: list[TerritorialChange]) -> list[TerritorialChange]:
    """One claim per stretch of text: the first rule that found it."""
    seen: set[tuple[int, int]] = set()
    kept: list[TerritorialChange] = []
    for claim in claims:
        again = kept and _is_told_twice(kept[-1], claim)
        if (claim.start, claim.end) not in seen and not again:
            seen.add((claim.start, claim.end))
            kept.append(claim)
    return kept


def _is_told_twice(one: TerritorialChange, other: TerritorialChange) -> bool:
    """ "Completed the encirclement of A": the verb and the noun tell one change of one place; so do
    "left A, leaving it in the hands of M23"."""
    if other.rule == "territory.held" and one.action == "withdrew":
        return one.sentence_start == other.sentence_start and one.gainer == other.gainer
    same = one.action == other.action and one.places == other.places and bool(one.places)
    named = not (one.unit or one.quantity or other.unit or other.quantity)
    return same and named and one.start <= other.start < one.end


def _completed(claims: list[TerritorialChange]) -> list[TerritorialChange]:
    """A gain told without its gainer has the one that the article names for the same place."""
    told: dict[str, dict[str, int]] = {}  # by place its gainers, each with its first claim
    for number, claim in enumerate(claims):
        if claim.gainer and claim.action in _GAINS:
            for place in claim.places:
                told.setdefault(place.name, {}).setdefault(claim.gainer, number)
    done: list[TerritorialChange] = []
    for claim in claims:
        if done and claim.rule == "territory.listed":
            done.append(_as_told(claim, done[-1]))
            continue
        open_ = claim.gainer is None and claim.action in _GAINS and claim.loser is None
        open_ = open_ and claim.rule.removeprefix("territory.") not in _open_ended()
        gains = [gain for p in claim.places for gain in told.get(p.name, {}).items() if open_]
        if len({gainer for gainer, _ in gains}) == 1:
            gainer, first = min(gains, key=lambda gain: gain[1])
            reasons = [r for r in claims[first].because if r.role == "gainer"]
            done.append(replace(claim, gainer=gainer, because=(*claim.because, *reasons)))
        else:
            done.append(claim)
    return done


def _as_told(claim: TerritorialChange, before: TerritorialChange) -> TerritorialChange:
    """ "M23 took three villages. The captured villages are …": the same change, with its places."""
    reasons = [reason for reason in before.because if reason.role in ("gainer", "loser")]
    because_ = (*claim.because, *reasons)
    return replace(claim, gainer=before.gainer, loser=before.loser, because=because_)


def _open_ended() -> frozenset[str]:
    """The rules that leave open who gained: of a loss, of hands that changed, perhaps twice."""
    return _losses() | word_set("territory", "lost", "changed")


def _losses() -> frozenset[str]:
    """The rules that tell of a loss."""
    return word_set("territory", "lost", "rules")


def _claims(
    scene: Scene, seizure: Seizure, before: Sequence[TerritorialChange]
) -> Iterator[TerritorialChange]:
    """One claim per thing taken; named places of one list stand in one claim.

    ``before``: the claims made so far.
    """
    parties = continued(scene, seizure, find_parties(scene, seizure), before)
    moved = flies_in(scene.parse, seizure.subject) or _leave_home(scene, seizure)
    if moved or (seizure.armed and not _by_arms(scene, seizure, parties)):
        return
    if _is_in_name(scene, seizure):
        return
    if seizure.named and not (parties.gainer and is_named(parties.gainer)):
        return
    read = _read(scene, seizure, parties, before) or taken_again(scene, seizure, before)
    named = [taken for taken in read if _is_name(taken)]
    for taken in read:
        if not _is_name(taken):
            located = located_in(scene, seizure, taken, read[-1], before)
            if located.places or located.unit not in word_set("territory", "measures", "words"):
                yield _claim(scene, seizure, parties, [located])
    days = days_in_turn(scene, len(named))
    for taken, day in zip(named, days, strict=False):
        claim = _claim(scene, seizure, parties, [taken])
        yield replace(claim, when=on_day(claim.when, day))
    if named and not days:
        yield _claim(scene, seizure, parties, named)


def _is_in_name(scene: Scene, seizure: Seizure) -> bool:
    """ "The Front for the Liberation of A": the noun is part of a name."""
    group = scene.parse.groups[seizure.trigger]
    if group.kind != "noun" or not group.first or scene.sentence.heading:
        return False
    head = scene.parse.tokens[group.head]
    actors = scene.document.actors_in(scene.sentence)
    return head.capitalised or any(a.start < head.start < a.end for a in actors)


def _leave_home(scene: Scene, seizure: Seizure) -> bool:
    """ "Civilians were evacuated from Batken": whoever has held nothing hands nothing over."""
    words = [scene.parse.groups[at].word for at in seizure.subject]
    aid = not word_set("territory", "aid", "words").isdisjoint(words)
    return seizure.yields and (aid or status(words) == "civilians")


def _read(
    scene: Scene, seizure: Seizure, parties: Parties, before: Sequence[TerritorialChange]
) -> list[Taken]:
    """What was taken. A bare name counts where arms are named: it may as well be a person's."""
    if seizure.owned:
        return _owner(scene, seizure.trigger)
    if any(scene.parse.groups[at].word in PEOPLE for at in seizure.taken[:1]):
        return []  # "lost two officers, Omar Ali and Musa Bah"
    armed = any(actor and actor.combatant for actor in (parties.gainer, parties.loser))
    if not armed and not word_set("territory", "ballots", "words").isdisjoint(scene.parse.held):
        return []
    armed = armed or _is_admitted(scene, seizure)
    known = seizure.known and (seizure.armed or not armed)
    told = frozenset(place.name for claim in before[-TOLD:] for place in claim.places)
    read = read_all(scene, seizure.taken, known=known, first=armed, told=told)
    passive = scene.parse.groups[seizure.trigger].passive
    sure = armed or scene.parse.groups[seizure.trigger].verb in word_set(
        "territory", "sure", "verbs"
    )
    read = [taken for taken in read if sure or not (passive and taken.open_name)]
    if seizure.rule in _losses():
        read = [t for t in read if all(place.kind != "country" for place in t.places)]
    read = [t for t in read if not _is_no_land(scene, seizure, t)]
    own = [t for t in read if t.marked or not (_is_name(t) and _is_person(scene, seizure, t))]
    known = any(place.resolved for taken in own for place in taken.places)
    return [t for t in read if t in own or (known and _is_bare(t))]  # beside a place it is one


def _is_admitted(scene: Scene, seizure: Seizure) -> bool:
    """ "The army denied that A had fallen": of whom it speaks so is a place."""
    verbs = word_set("territory", "admitted", "verbs")
    said = any(group.verb in verbs for group in scene.parse.groups[: seizure.trigger])
    return said and seizure.rule in word_set("territory", "admitted", "rules")


def _owner(scene: Scene, at: int) -> list[Taken]:
    """ "Malakal's recapture": the town before the possessive, and no country or province."""
    span = scene.span(scene.parse.groups[at])
    own = [p for p in scene.document.places_in(span) if p.kind == "settlement" and p.resolved]
    return [Taken(place.start, place.end, (place,), last=at) for place in own[:1]]


def _is_no_land(scene: Scene, seizure: Seizure, taken: Taken) -> bool:
    """Whether a building is only left for some hours, a farm taken from its owner, or weapons."""
    left = is_left_for_hours(scene, seizure.trigger, taken.unit)
    return left or is_property(scene, taken.unit, taken.last) or is_haul(scene, taken)


def _is_bare(taken: Taken) -> bool:
    return _is_name(taken) and not taken.marked and not any(p.resolved for p in taken.places)


def _is_person(scene: Scene, seizure: Seizure, taken: Taken) -> bool:
    return is_captured_person(scene, seizure.trigger, scene.group_at(taken.start))


def _is_name(taken: Taken) -> bool:
    counted = taken.quantity or taken.part or taken.unit
    return bool(taken.places) and not counted


def _by_arms(scene: Scene, seizure: Seizure, parties: Parties) -> bool:
    """Whether an armed body does it, or an armed body and nobody else is driven out."""
    if any(scene.parse.groups[at].word == "them" for at in seizure.other):
        return parties.gainer is not None and parties.gainer.combatant  # "drove them out of Sake"
    named = parties.loser is not None and parties.loser.combatant
    if not named and _drives_fighters(scene, seizure):
        return parties.gainer is not None and parties.gainer.combatant
    actor = parties.loser if seizure.other or seizure.yields else parties.gainer
    if actor is None and _need_not_say(scene, seizure):
        return True
    if actor is None or not (actor.combatant or _moves_forces(scene, seizure, actor)):
        return False
    driven = [scene.span(scene.parse.groups[at]) for at in seizure.other if not seizure.yields]
    return not driven or any(span.end <= actor.end for span in driven)


def _moves_forces(scene: Scene, seizure: Seizure, actor: ActorMention) -> bool:
    """ "Russia advanced near A": its forces did, where the text tells of such."""
    if seizure.action != "advanced" or actor.country is None:
        return False
    own = forces_of(actor).name
    told = (a for a in scene.document.actors if a.combatant)
    return any(own == a.name or actor.country == a.country for a in told)


def _need_not_say(scene: Scene, seizure: Seizure) -> bool:
    """ "The road has been cut", "the town is surrounded": by fighters, unless by water or rocks."""
    group = scene.parse.groups[seizure.trigger]
    alone = group.passive and not seizure.subject and not seizure.other
    still = not word_set("territory", "presence", "adverbs").isdisjoint(scene.parse.words(group))
    told = alone and not still and seizure.rule in word_set("territory", "nobody_said", "rules")
    return told and word_set("territory", "nobody_said", "nature").isdisjoint(scene.parse.held)


def _drives_fighters(scene: Scene, seizure: Seizure) -> bool:
    """ "Evicted the cadres of a rival from Goma": fighters of whoever it may be."""
    words = [scene.parse.groups[at].word for at in seizure.other]
    return bool(words) and status(words) == "combatants"


def _claim(
    scene: Scene, seizure: Seizure, parties: Parties, taken: list[Taken]
) -> TerritorialChange:
    trigger = scene.span(scene.parse.groups[seizure.trigger])
    start = min(trigger.start, *(t.start for t in taken))
    end = max(trigger.end, *(t.end for t in taken))
    day = seizure.day or Span(start, end)
    when, _, past = event_time(scene, day.start, day.end)
    if _is_known(scene, seizure) and _is_of_another(scene, seizure, when):
        when = When()  # "the loss of Sake is a blow": of some day before, which nobody says
    places = tuple(place for t in taken for place in t.places)
    reasons = [*because("trigger", trigger), *_reasons(taken, places, parties)]
    claim = TerritorialChange(
        **claim_fields(scene, start, end, f"territory.{seizure.rule}", when, reasons),
        action=seizure.action,
        gainer=parties.gainer.name if parties.gainer else None,
        loser=parties.loser.name if parties.loser else None,
        places=places,
        quantity=taken[0].quantity,
        unit=taken[0].unit,
        part=taken[0].part,
        background=past,
    )
    return _as_denied(claim, trigger) if seizure.denied else _as_claimed(claim, parties)


def _is_known(scene: Scene, seizure: Seizure) -> bool:
    """Whether a change is named and not told: "the fall of the town", which all have heard of, or
    "before Aleppo fell", which only dates what is told."""
    named = scene.parse.groups[seizure.trigger]
    if named.kind == "noun":
        near = scene.parse.groups[max(0, seizure.trigger - _ANNOUNCED) : seizure.trigger]
        claimed = seizure.own and any(group.verb in _CLAIMED for group in near)
        return named.definite and not (claimed or scene.sentence.heading)
    first = min(seizure.subject + seizure.taken, default=0)
    dates = first > 0 and scene.parse.groups[first - 1].word in word_set(
        "territory", "dating", "words"
    )
    return dates and first < seizure.trigger and not scene.parse.groups[first].pronoun


_ANNOUNCED: Final = 3  # groups of "announced on Monday the capture"
_CLAIMED: Final = word_set("territory", "claimed", "verbs")


def _is_of_another(scene: Scene, seizure: Seizure, when: When) -> bool:
    """Whether nobody says the day of what is named, or, of "before A fell, rebels took B on
    Monday", that of B."""
    if when.basis == "assumed" or when.at is None:
        return when.basis == "assumed"
    if scene.parse.groups[seizure.trigger].kind == "noun" or not seizure.subject + seizure.taken:
        return False
    behind = scene.parse.groups[seizure.trigger + 1 :]
    end = next((scene.span(g).start for g in behind if g.word == ","), scene.sentence.end)
    return scene.sentence.start <= end <= when.at.start < scene.sentence.end


def _as_denied(claim: TerritorialChange, words: Span) -> TerritorialChange:
    """ "M23 has not captured Sake, the army said": the army denies it."""
    said = claim.sentence[words.start - claim.sentence_start : words.end - claim.sentence_start]
    return replace(claim, certainty="denied", certainty_words=said)


def _as_claimed(claim: TerritorialChange, parties: Parties) -> TerritorialChange:
    """What one of the sides says of its own gains or losses is a claim."""
    source = claim.attribution.source_original
    plain = claim.certainty == "reported" and claim.certainty_words is None
    if plain and speaks_for_a_side(source, (parties.gainer, parties.loser)):
        return replace(claim, certainty="claimed", certainty_words=claim.attribution.cue)
    return claim


def _reasons(taken: list[Taken], places: tuple[Place, ...], parties: Parties) -> list[Reason]:
    return [
        *(reason for t in taken for reason in because("taken", Span(t.start, t.end))),
        *(reason for place in places for reason in because("place", place)),
        *because("gainer", parties.gainer),
        *because("loser", parties.loser),
    ]
