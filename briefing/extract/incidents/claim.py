"""Attacks, told over one sentence or several, and whom the article holds responsible for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from briefing.extract.circumstances.day.event_dates import is_of_span
from briefing.extract.circumstances.event.incident import begins_anew
from briefing.extract.circumstances.place.together import places_together
from briefing.extract.circumstances.spot import as_written, place_exactly
from briefing.extract.circumstances.telling.respective import on_its_day
from briefing.extract.circumstances.when import event_time
from briefing.extract.circumstances.where import event_place
from briefing.extract.circumstances.who import means_of
from briefing.extract.claims import because, claim_fields, number_claims
from briefing.extract.incidents.blame import is_of_others
from briefing.extract.incidents.events import (
    GENERAL,
    Event,
    find_events,
    hits_armed,
    hits_civilians,
    target_of,
)
from briefing.extract.incidents.suspects import Accusation, Suspect, find_accusations, rank_suspects
from briefing.extract.incidents.tellings import attacks_of
from briefing.extract.parties.cast import Cast, Identity
from briefing.extract.scene import Scene, scenes_of
from briefing.language.document import ActorMention, Document
from briefing.language.inflection import looks_plural
from briefing.lexicon import load
from briefing.models import Basis, Incident, Place, Reason, Span
from briefing.records import record

_APART: Final = 2  # sentences that an attack's paragraph goes on after its last telling


@record(frozen=True)
class _Blame:
    """Whom the article holds responsible for an attack, and on what ground.

    ``name``: where the article names it; ``words``: who did it in the telling's own words;
    ``suspect``: where nobody is held responsible, at whom the article points most.
    """

    words: ActorMention | None = None
    who: Identity | None = None
    basis: Basis | None = None
    name: ActorMention | None = None
    suspect: Suspect | None = None


@record(frozen=True)
class _Case:
    """What is known of all attacks of an article; at whom it points most, and of armed groups."""

    cast: Cast
    scenes: Sequence[Scene]
    suspects: dict[Identity, Suspect]
    lead: Suspect | None
    armed_lead: Suspect | None


def extract_incidents(document: Document) -> list[Incident]:
    """The attacks of an article in the order of its text, also those that hurt nobody."""
    scenes = scenes_of(document)
    events = [event for scene in scenes for event in find_events(scene) if not is_of_span(scene)]
    if not events:
        return []
    cast, accusations = Cast(document), find_accusations(scenes)
    suspects = rank_suspects(cast, scenes, events, accusations)
    case = _Case(cast, scenes, suspects, _lead(suspects, state=True), _lead(suspects, state=False))
    attacks = attacks_of(cast, scenes, events)
    ends = [*(told[0].sentence for told in attacks[1:]), len(scenes)]
    claims = [
        _incident(case, told, _culprit(case, told, by), end)
        for told, by, end in zip(
            attacks, _assigned(scenes, attacks, accusations), ends, strict=True
        )
    ]
    return number_claims(document.article.id, claims)


def judge(document: Document) -> list[Suspect]:
    """Every party that the article may hold responsible, with the signs and the score."""
    scenes = scenes_of(document)
    events = [event for scene in scenes for event in find_events(scene)]
    return list(rank_suspects(Cast(document), scenes, events, find_accusations(scenes)).values())


def _assigned(
    scenes: Sequence[Scene], attacks: Sequence[Sequence[Event]], accusations: Iterable[Accusation]
) -> list[list[ActorMention]]:
    """Whom the text accuses of each attack: an accusation is of the attack told last before it,
    unless it "separately" is of another."""
    starts = [told[0].sentence for told in attacks]
    accused: list[list[ActorMention]] = [[] for _ in attacks]
    for accusation in accusations:
        last = max(0, bisect_right(starts, accusation.sentence) - 1)
        told, said = scenes[starts[last]], scenes[accusation.sentence]
        apart = begins_anew(said) or is_of_others(told, said, accusation.actor)
        apart = apart and accusation.sentence > starts[last]
        if not apart:
            accused[last].append(accusation.actor)
    return accused


# --- who did it ---------------------------------------------------------------------------------


def _culprit(case: _Case, told: Sequence[Event], accused: Sequence[ActorMention]) -> _Blame:
    """The organisation that the attack's own words name or stand for."""
    cast, suspects = case.cast, case.suspects
    words = [event.attacker for event in told if event.attacker]
    first = words[0] if words else None
    known = [(word, who) for word in (*words, *accused) if (who := cast.identity(word))]
    least = load("suspects")["least"]
    named = [s for _, who in known if (s := suspects.get(who)) and s.score >= least["named"]]
    if named:
        best = max(named, key=_order)
        name = next(word for word, who in known if who == best.who)
        return _Blame(first or name, best.who, "named", name)
    words_for = [(w, who) for w, who in known if who.kind == "generic"]
    pointing = [(w, who) for w, who in words_for if who.branch not in ("unknown", "league")]
    generic = [word for word, _ in pointing if not _is_new(case, word)]
    meant = cast.meant(generic[0].start) if generic else None
    if meant and suspects[meant].score >= least["word"]:
        return _Blame(first, meant, "word", suspects[meant].mention)
    return _Blame(first, suspect=case.armed_lead if generic else case.lead)


def _is_new(case: _Case, word: ActorMention) -> bool:
    """ "A local militia": one that has not been told of before, and stands for nobody named."""
    scene = case.scenes[case.cast.document.sentence_at(word.start).index]
    group = scene.parse.groups[scene.group_at(word.start)]
    return scene.parse.is_indefinite(group) and not looks_plural(group.word)


def _lead(suspects: dict[Identity, Suspect], *, state: bool) -> Suspect | None:
    """At whom the article points most; without ``state`` a body of a state is nobody."""
    least = load("suspects")["least"]["suspect"]
    leads = [
        suspect
        for suspect in suspects.values()
        if suspect.score >= least
        and not suspect.bystander
        and "denied" not in suspect.signs
        and (state or suspect.who.kind != "state")
    ]
    return max(leads, key=_order, default=None)


def _order(suspect: Suspect) -> tuple[float, str]:
    return suspect.score, suspect.who.key


# --- the claim ----------------------------------------------------------------------------------


def _incident(case: _Case, told: Sequence[Event], blame: _Blame, end: int) -> Incident:
    cast, scenes = case.cast, case.scenes
    event = min(told, key=lambda e: (e.nominal, e.attacker is None))
    scene = scenes[event.sentence]
    words = scene.span(scene.parse.groups[event.at])
    when, _, past = event_time(scene, words.start, words.end)
    place = event_place(scene, words, words, scene.sentence.end)
    places = places_together(scene.document, place) if place else []
    when = on_its_day(scene.document, when, places)
    places, spot = place_exactly(scene, words, places)
    target, means = target_of(scene, event), means_of(scene, event.at)
    armed = hits_armed(scene, event) or _is_armed(cast, target)
    event_type, sub_event_type = _types(scenes, told, means, armed=armed)
    rule = f"incidents.{event.kind.name}"
    return Incident(
        **claim_fields(
            scene, words.start, words.end, rule, when, _reasons(words, places, spot, blame)
        ),
        event_type=event_type,
        sub_event_type=sub_event_type,
        perpetrator=cast.name(blame.who) if blame.who else None,
        basis=blame.basis,
        suspect=cast.name(blame.suspect.who) if blame.suspect else None,
        suspect_score=round(blame.suspect.score, 2) if blame.suspect else None,
        attacker=blame.words.as_written if blame.words else None,
        target=target.as_written if target else None,
        place=places[0] if places else None,
        also_at=tuple(places[1:]),
        means=means,
        background=past,
        where_description=as_written(scene, spot),
        sentences=tuple(scenes[i].sentence.start for i in _extent(scenes, told, end)),
    )


def _reasons(
    words: Span, places: Iterable[Place], spot: Span | None, blame: _Blame
) -> tuple[Reason, ...]:
    return (
        *because("trigger", words),
        *(reason for each in places for reason in because("place", each)),
        *because("spot", spot),
        *because("perpetrator", blame.name, blame.basis or ""),
        *_why(blame.suspect),
    )


def _why(suspect: Suspect | None) -> tuple[Reason, ...]:
    """Where the article names the suspect, and the signs that point at it."""
    if suspect is None:
        return ()
    return because("suspect", suspect.mention, ", ".join(suspect.pointing()))


def _extent(scenes: Sequence[Scene], told: Sequence[Event], end: int) -> list[int]:
    """The sentences of an attack: those that tell it, and what the paragraph goes on to say."""
    sentences = list(dict.fromkeys(event.sentence for event in told))
    last = sentences[-1]
    paragraph = scenes[last].sentence.paragraph
    for index in range(last + 1, min(end, last + 1 + _APART)):
        if scenes[index].sentence.paragraph != paragraph or begins_anew(scenes[index]):
            break
        sentences.append(index)
    return sentences


def _types(
    scenes: Sequence[Scene], told: Sequence[Event], means: str | None, *, armed: bool
) -> tuple[str, str]:
    """ACLED's types of an attack, as (event type, sub-event type)."""
    types = _types_by_words(told, means, armed=armed)
    if types[0] == "Battles" and not armed and _is_raid_on_civilians(scenes, told):
        return "Violence against civilians", "Attack"
    return types


def _types_by_words(told: Sequence[Event], means: str | None, *, armed: bool) -> tuple[str, str]:
    """Those of the most telling word, else of the weapon; an attack on armed men is a battle."""
    kind = min((event.kind for event in told), key=lambda k: k.rank)
    known = load("incidents")["by_means"].get(means)
    if kind.name == "bombing" and known == "Air/drone strike":
        return kind.event_type, known
    if kind.sub_event_type != "Attack":
        return kind.event_type, kind.sub_event_type
    remote = known if kind.family == GENERAL else None
    if remote:
        return "Explosions/Remote violence", remote
    return ("Battles", "Armed clash") if armed else (kind.event_type, kind.sub_event_type)


def _is_raid_on_civilians(scenes: Sequence[Scene], told: Sequence[Event]) -> bool:
    """ "Gunmen stormed a village, killing 80 residents": no two sides fought."""
    clashes = [e for e in told if e.kind.name == "battle"]
    one_sided = all(not e.nominal and _verb(scenes, e) not in _MUTUAL for e in clashes)
    return one_sided and any(hits_civilians(scenes[e.sentence], e) for e in told)


def _verb(scenes: Sequence[Scene], event: Event) -> str:
    return scenes[event.sentence].parse.groups[event.at].verb


_MUTUAL: Final = frozenset(
    word for rule in load("incidents")["attack"] for word in rule.get("mutual", "").split()
)


def _is_armed(cast: Cast, target: ActorMention | None) -> bool:
    who = cast.identity(target) if target else None
    return who is not None and who.branch != "government"
