"""The attacks that a sentence tells, each with whom it names as the attacker and how."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any, Final, Literal, NamedTuple

from briefing.extract.circumstances.doer.agents import agents_behind, runs_into
from briefing.extract.circumstances.event.weapons import is_harmless
from briefing.extract.circumstances.telling.statement import is_denied
from briefing.extract.circumstances.who import acts, is_answered, owner_of, speaker_of
from briefing.extract.incidents.met import MEETING, doer_of_meeting, verb_of_meeting
from briefing.extract.incidents.nobodys import is_nobodys
from briefing.extract.parties.antecedents import actor_of
from briefing.extract.parties.apposed import apposed_actor
from briefing.extract.parties.cast import is_named
from briefing.extract.people.words import ATTACKERS, PEOPLE, is_thing
from briefing.extract.reality import happened, is_cleared
from briefing.extract.scene import Scene
from briefing.extract.triggers import verbs as casualty_verbs
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import load, word_set
from briefing.models import Span

_words = partial(word_set, "incidents")


def _denial(key: str) -> frozenset[str]:
    """The words with which somebody says that an attack was not his."""
    return frozenset(word for rule in load("circumstances")["denial"] for word in rule[key].split())


Link = Literal["subject", "by", "weapon", "none"]
GENERAL: Final = "any"  # the family of words that go with every kind of attack
_WITH_REACH: Final = 3  # groups after a verb in which the words it needs stand
_BY_REACH: Final = 10  # groups after the trigger in which "by" stands
_OF_PHRASES: Final = 4  # groups of "of" phrases read with a noun group


class Kind(NamedTuple):
    """A rule of ``[[attack]]``; of two for one attack the lower ``rank`` says more."""

    rank: int
    name: str
    family: str
    event_type: str
    sub_event_type: str
    attacker: bool
    needs: frozenset[str]
    bars: frozenset[str]  # not right after the verb: "prices shot up"


class Event(NamedTuple):
    """One telling of an attack: the group that tells it, and the attacker where one is named."""

    sentence: int
    at: int
    kind: Kind
    link: Link = "none"
    attacker: ActorMention | None = None
    nominal: bool = False
    met: int | None = None  # the verb of "came under attack", whose subject was hit


def find_events(scene: Scene) -> Iterator[Event]:
    """The attacks of one sentence in the order of their triggers."""
    if _TELLING.isdisjoint(scene.parse.held):
        return
    told: bool | None = None
    habits = not _HABITS.isdisjoint(scene.parse.held)
    meets = not MEETING.isdisjoint(scene.parse.held)
    for at, group in enumerate(scene.parse.groups):
        if group.kind == "verb" and group.verb in _VERBS:
            kind = _fitting(scene, at, _VERBS[group.verb])
            real = not group.negated and happened(scene.parse, at, group)
            real = real and not (habits and _is_habit(scene, group))
            if kind and real and not (_is_denied(scene, at) or is_nobodys(scene, at)):
                event = _by_verb(scene, at, group, kind)
                if kind.name not in _HARMING or not _hits_nobody(scene, event):
                    yield event
        elif group.kind == "noun" and group.word in _NAMED:
            met = verb_of_meeting(scene, at) if meets else None
            if group.word not in _NOUNS and met is None:
                continue  # a fire
            told = _is_told(scene) if told is None else told
            own = (
                met is not None or told or (at > 0 and scene.parse.groups[at - 1].verb in _DENYING)
            )
            real = own and not is_harmless(scene.parse.lower, group.head)
            if real and not is_unreal(scene, at) and not is_answered(scene, at):
                yield _by_noun(scene, at, _narrowest(scene, group), met)


def _is_habit(scene: Scene, verb: Group) -> bool:
    """ "Routinely carries out raids": no one attack."""
    return not _HABITS.isdisjoint(scene.parse.words(verb))


_HABITS: Final = word_set("incidents", "unreal", "habits")


def _is_denied(scene: Scene, at: int) -> bool:
    """ "The army denied shelling the camp", "acquitted of torturing": told by nobody as done."""
    verb, before = scene.parse.groups[at], scene.parse.groups[at - 1] if at else None
    denied = before is not None and before.verb in _words("unreal", "denied")
    return (verb.form == "ing" and denied) or is_cleared(scene.parse, at)


def _hits_nobody(scene: Scene, event: Event) -> bool:
    """ "Parliament killed the bill", "20 sheep were killed", "no one was hurt"."""
    groups, at = scene.parse.groups, event.at
    hit = [] if groups[at].passive else object_(scene.parse, at).wholes
    if not hit and at and (at == 1 or groups[at - 2].kind != "preposition"):
        hit = [at - 1]  # what stands before it, but not "men on a boat"
    beside = [groups[i] for i in hit]
    return bool(beside) and all(_is_nobody(group) for group in beside)


def _is_nobody(group: Group) -> bool:
    none = group.quantity is not None and group.quantity.kind == "none"
    return none or (group.kind == "noun" and is_thing(group.word))


_HARMING: Final = frozenset(("killing", "wounding"))


def _narrowest(scene: Scene, group: Group) -> Kind:
    """The kind that says most of "a drone attack", "suicide bomb attack"."""
    words, modifiers = scene.parse.words(group), _modifiers()
    named = (_NAMED.get(word) or modifiers.get(word) for word in words)
    return min((kind for kind in named if kind), key=lambda kind: kind.rank)


def _fitting(scene: Scene, at: int, kinds: list[Kind]) -> Kind | None:
    following = scene.parse.groups[at + 1 : at + 1 + _WITH_REACH]
    if any(group.word == "of" for group in following):  # "43 of 55 drones"
        following = scene.parse.groups[at + 1 : at + _WITH_REACH + 3]
    words = {word for group in following for word in scene.parse.words(group)}
    last = scene.parse.groups[at]
    words |= {token.lower for token in scene.parse.tokens[last.head + 1 : last.last]}
    next_word = {token.lower for token in scene.parse.tokens[last.head + 1 : last.head + 2]}
    fitting = (k for k in kinds if k.bars.isdisjoint(next_word))
    return next((k for k in fitting if not k.needs or not k.needs.isdisjoint(words)), None)


def _by_verb(scene: Scene, at: int, group: Group, kind: Kind) -> Event:
    sentence = scene.sentence.index
    bare = group.form == "ed" and not (group.passive or group.perfect)
    reduced = bare and (_is_reduced(scene, at) or _befell(scene, at, group))
    if group.passive or reduced:
        found = _by_phrase(scene, at)
        return Event(sentence, at, kind, "by" if found else "none", found)
    if not kind.attacker:
        return Event(sentence, at, kind)
    nobody = is_denied(scene, at) or runs_into(scene.parse, at)
    found = None if nobody else _of_subject(scene, at, group)
    return Event(sentence, at, kind, "subject" if found else "none", found)


def _is_reduced(scene: Scene, at: int) -> bool:
    """ "the mayor, killed by rebels": a participle with its "by" and no object."""
    groups = scene.parse.groups
    return at + 1 < len(groups) and groups[at + 1].word in ("by", "in")


def _befell(scene: Scene, at: int, group: Group) -> bool:
    """ "The number of Kenyans killed since June": without an object it befell whom it follows."""
    trigger = casualty_verbs().get(group.verb)
    taken = trigger is not None and trigger.takes == "object" and not trigger.needs
    return taken and not object_(scene.parse, at).wholes


def _of_subject(scene: Scene, at: int, group: Group) -> ActorMention | None:
    groups = scene.parse.groups
    if group.form == "ing" and at and groups[at - 1].kind == "noun":
        direct = mention_at(scene, at - 1)
        if direct:
            return direct
    wholes = subject(scene.parse, at).wholes
    found = (mention_at(scene, i) or speaker_of(scene, i) or _pronoun(scene, i) for i in wholes)
    return next((actor for actor in found if actor), None)


def _pronoun(scene: Scene, at: int) -> ActorMention | None:
    """Whom "they" means."""
    meant = scene.parse.groups[at].word == "they"
    found = actor_of(scene, (at,)) if meant else None
    return found if found and found.combatant else None


def _by_phrase(scene: Scene, at: int) -> ActorMention | None:
    told = (mention_at(scene, by) for by in agents_behind(scene.parse, at, _BY_REACH))
    return next((actor for actor in told if actor), None)


def _by_noun(scene: Scene, at: int, kind: Kind, met: int | None) -> Event:
    """ "an FMLN attack", "the attack by FMLN rebels", "the FMLN's attack"."""
    group, sentence = scene.parse.groups[at], scene.sentence.index
    inside = scene.document.actors_in(scene.span(group))
    own = next((a for a in inside if a.combatant), None)
    if own:
        return Event(sentence, at, kind, "weapon", own, nominal=True, met=met)
    doer = doer_of_meeting(scene.parse, at) if met is not None else None
    found = mention_at(scene, doer) if doer is not None else _by_phrase(scene, at)
    return Event(sentence, at, kind, "by" if found else "none", found, nominal=True, met=met)


def target_of(scene: Scene, event: Event) -> ActorMention | None:
    """Whom the attack hit: the verb's object, or what follows "attack on"."""
    return next((found for at in _targets(scene, event) if (found := mention_at(scene, at))), None)


def hits_armed(scene: Scene, event: Event) -> bool:
    """Whether the attack's target is people under arms by the word for them: "12 policemen"."""
    return "combatants" in _status_of_targets(scene, event)


def hits_civilians(scene: Scene, event: Event) -> bool:
    """Whether the words for its target are for civilians alone."""
    return set(_status_of_targets(scene, event)) == {"civilians"}


def hits_attackers(scene: Scene, event: Event) -> bool:
    """ "The guards then shot the attacker": who attacked before is hit himself."""
    if scene.parse.held.isdisjoint(ATTACKERS):
        return False
    groups = scene.parse.groups
    return any(groups[at].word in ATTACKERS for at in _targets(scene, event))


def _status_of_targets(scene: Scene, event: Event) -> list[str | None]:
    return [PEOPLE.get(scene.parse.groups[at].word) for at in _targets(scene, event)]


def _targets(scene: Scene, event: Event) -> list[int]:
    groups = scene.parse.groups
    if event.nominal:
        after = event.at + 1
        if event.met is not None:
            return subject(scene.parse, event.met).wholes
        onto = after + 1 < len(groups) and groups[after].word in ("on", "against")
        return [after + 1] if onto else []
    group = groups[event.at]
    bare = group.form == "ed" and not group.perfect
    passive = event.link == "by" or group.passive or (bare and _befell(scene, event.at, group))
    return (subject if passive else object_)(scene.parse, event.at).wholes


def _is_told(scene: Scene) -> bool:
    """Whether a verb says that an attack happened; a note without any verb tells what did."""
    if not any(group.kind == "verb" for group in scene.parse.groups):
        return not scene.sentence.heading
    told = _words("told", "verbs")
    if not _DENYING.isdisjoint(scene.parse.held) and not _DENIED.isdisjoint(scene.parse.held):
        return True  # "The army denied responsibility for the attack"
    habits = not _HABITS.isdisjoint(scene.parse.held)
    return any(
        g.kind == "predicate"
        or (g.kind == "verb" and g.verb in told and not g.negated and g.modal in _REAL)
        for g in scene.parse.groups
        if not (habits and _is_habit(scene, g))
    )


_REAL: Final = ("", "may", "might")
_DENYING: Final = _denial("verbs")
_DENIED: Final = _denial("nouns")


def is_unreal(scene: Scene, at: int) -> bool:
    """ "a threat of attacks", "to prevent a bombing"."""
    unreal = _words("unreal", "words")
    before = scene.parse.groups[max(0, at - 2) : at]
    return any(g.word in unreal or g.verb in unreal for g in before)


def mention_at(scene: Scene, at: int) -> ActorMention | None:
    """The actor of a noun group and its "of" phrases; a name goes before a word for many."""
    explained = apposed_actor(scene, at)
    if explained:
        return explained
    groups = scene.parse.groups
    last = at
    while last + 2 < len(groups) and groups[last + 1].word in _OF and last < at + _OF_PHRASES:
        if groups[last + 2].kind != "noun":
            break
        last += 2
    span = Span(scene.span(groups[at]).start, scene.span(groups[last]).end)
    inside = [a for a in scene.document.actors_in(span) if acts(scene, at, a)]
    own_end = scene.span(groups[at]).end
    own = [a for a in inside if a.start < own_end]
    named = [a for a in inside[len(own) :] if a.combatant and is_named(a)]
    owner = owner_of(scene, at)
    if own and not (named and not is_named(own[0])):
        return owner if owner and not is_named(own[0]) else own[0]
    return next((a for a in named or inside if a.combatant), owner)


_OF: Final = frozenset(("of", "from"))


def tells_attack(group: Group) -> bool:
    """Whether a verb names an attack, or doing whatever was done: "accused of carrying out"."""
    known = group.verb in _VERBS or group.verb in casualty_verbs()
    return known or group.verb in word_set("circumstances", "deeds", "verbs")


@cache
def _modifiers() -> dict[str, Kind]:
    return _named("modifiers")


def _named(key: str) -> dict[str, Kind]:
    """The first kind by each word that names an attack, whatever else stands there."""
    return {word: kinds[0]._replace(needs=frozenset()) for word, kinds in _table(key).items()}


def _table(key: str) -> dict[str, list[Kind]]:
    table: dict[str, list[Kind]] = {}
    for rank, rule in enumerate(load("incidents")["attack"]):
        for word in rule.get(key, "").split():
            table.setdefault(word, []).append(_kind(rank, rule))
    return table


def _kind(rank: int, rule: dict[str, Any]) -> Kind:
    return Kind(
        rank,
        rule["name"],
        rule.get("family", GENERAL),
        rule["event_type"],
        rule["sub_event_type"],
        rule.get("attacker", True),
        frozenset(rule.get("with", "").split()),
        frozenset(rule.get("without", "").split()),
    )


_VERBS: Final = _table("verbs")
_NOUNS: Final = _named("nouns")
_NAMED: Final = _named("met") | _NOUNS
_TELLING: Final = frozenset((*_VERBS, *_NAMED))  # of which a sentence has one that tells an attack
