"""Who did it and with what, as the text says it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from briefing.actors import canonical, side_of
from briefing.extract.circumstances.day.event_dates import days_of
from briefing.extract.circumstances.doer.agents import (
    agents_behind,
    makers_before,
    makers_in,
    runs_into,
)
from briefing.extract.circumstances.event.beyond import turns
from briefing.extract.circumstances.event.weapons import weapons_told
from briefing.extract.circumstances.telling.statement import is_denied, reports_attack, says
from briefing.extract.circumstances.when import parted_by_days
from briefing.extract.parties.antecedents import actor_of, is_the_countrys
from briefing.extract.parties.apposed import apposed_actor, believed_to_be, body_behind
from briefing.extract.parties.cast import is_aircraft
from briefing.extract.parties.issuer import OURSELVES, issuer_meant
from briefing.extract.reality import is_asked, is_cleared
from briefing.extract.scene import Scene, once
from briefing.extract.triggers import means as weapons
from briefing.language.dateparts import is_weekday
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.language.roles import end_of_phrase
from briefing.language.subjects import subject
from briefing.lexicon import word_set
from briefing.models import Span

_OWNED_OWNERS: Final = word_set("circumstances", "owned", "owners")
_OWNED_MEN: Final = word_set("circumstances", "owned", "men")
_CONTRAST: Final = word_set("circumstances", "contrast", "words")

SPOKEN: Final = word_set("circumstances", "attack", "spoken")
_SPARKED: Final = word_set("circumstances", "before", "began") - {"start", "begin"}
_APART: Final = _CONTRAST | {";"}
_PARTING: Final = _APART | _SPARKED
_FIGHTS: Final = word_set("circumstances", "opponents", "nouns")
_ATTACK_VERBS: Final = word_set("circumstances", "attack", "verbs")
_MEN: Final = word_set("actors", "forces", "men", "words")
_OWNER_AND_MEN: Final = 2  # words of "its fighters"


def actor_of_verb(scene: Scene, verb: int) -> ActorMention | None:
    """The actor that is the verb's subject, or whose weapon is: "Russian airstrikes killing"."""
    groups = scene.parse.groups
    group = groups[verb]
    if group.form == "ing" and verb and groups[verb - 1].kind == "noun":
        direct = actor_in(scene, verb - 1)
        if direct and acts(scene, verb - 1, direct):
            return direct
    for at in subject(scene.parse, verb).wholes:
        if _is_beyond_clause(scene, at, verb) or _is_excluded(scene, at):
            continue  # "The police sought the man who shot a nurse": he did
        found = owner_of(scene, at) or meant_by(scene, at, actor_in(scene, at))
        if found and acts(scene, at, found):
            return found
    return None


def meant_by(scene: Scene, at: int, named: ActorMention | None) -> ActorMention | None:
    """Whom "they", or "the militants" behind a named group, point back to; else who is named."""
    group = scene.parse.groups[at]
    points = group.pronoun or (named and named.combatant and group.definite and _is_generic(named))
    points = points or ("country" in scene.parse.held and is_the_countrys(scene, group))
    found = actor_of(scene, (at,)) if points else None
    return found if found and found.combatant else named


def _is_excluded(scene: Scene, at: int) -> bool:
    """ "Rebels, and not his fighters, murdered two"."""
    first = scene.parse.groups[at].first
    return "not" in scene.parse.lower[max(0, first - 1) : first + 1]


def _is_beyond_clause(scene: Scene, at: int, verb: int) -> bool:
    """Whether another verb stands between a noun group and the "who" that opens a verb's clause."""
    groups = scene.parse.groups
    if not verb or groups[verb - 1].kind != "relative":
        return False
    return any(group.kind == "verb" for group in groups[at + 1 : verb - 1])


def speaker_of(scene: Scene, at: int) -> ActorMention | None:
    """Who says of himself what follows: "The Taliban said they had killed 12 soldiers"."""
    groups = scene.parse.groups
    if not at or groups[at].word not in word_set("circumstances", "owned", "speakers"):
        return None
    verb = _saying(groups, at - 1 - (groups[at - 1].word == "that"))
    if verb < 1 or not says(groups[verb]):
        return None
    found = ((told, actor_in(scene, told)) for told in subject(scene.parse, verb).wholes)
    spoken = ((told, actor) for told, actor in found if actor)
    return next((a for told, a in spoken if acts(scene, told, a) or _is_of_war(scene, told)), None)


def _saying(groups: Sequence[Group], at: int) -> int:
    """The verb before "in a statement", "by telephone" and the like."""
    first = max(1, at - _HOW)
    while at > first and (groups[at].kind in _HOWS or is_weekday(groups[at].word)):
        at -= 1
    return at


_HOWS: Final = ("noun", "preposition")
_HOW: Final = 4  # groups of "in a statement on its channel"


def _is_of_war(scene: Scene, at: int) -> bool:
    """ "Russia's defence ministry": it speaks of its own forces."""
    group = scene.parse.groups[at]
    words = word_set("circumstances", "owned", "ministries")
    return group.word == "ministry" and not words.isdisjoint(scene.parse.words(group))


def _said_of_himself(scene: Scene, verb: int) -> ActorMention | None:
    said = (speaker_of(scene, at) for at in subject(scene.parse, verb).wholes)
    return next((speaker for speaker in said if speaker), None)


def owner_of(scene: Scene, at: int) -> ActorMention | None:
    """Whose men a noun group is about: "The ZLF said that its fighters …", of one sentence."""
    words = scene.parse.words(scene.parse.groups[at])
    issuer = issuer_meant(scene, at) if words[0] in OURSELVES else None
    if issuer:
        return issuer
    owned = _OWNED_OWNERS, _OWNED_MEN
    if len(words) != _OWNER_AND_MEN or words[0] not in owned[0] or words[1] not in owned[1]:
        return None  # "its armed forces" are named themselves
    spoken = actor_of(scene, (at,))
    if spoken and spoken.combatant and not _is_generic(spoken):
        return spoken
    before = Span(scene.sentence.start, scene.span(scene.parse.groups[at]).start)
    return next((a for a in scene.document.actors_in(before)[::-1] if a.combatant), None)


def acts(scene: Scene, at: int, actor: ActorMention) -> bool:
    """Whether an actor in the noun group at ``at`` can have done it: a state only as its head.

    "Chad bombed the camp", but not "the Chad bombing", and not "hundreds of South Sudanese".
    """
    group = scene.parse.groups[at]
    head = scene.parse.tokens[group.head]
    counted = group.quantity is not None  # its people, and not the state
    return actor.combatant or (actor.start <= head.start < actor.end and not counted)


def attacker(
    scene: Scene, trigger: int, *, active: bool, many: bool = False
) -> ActorMention | None:
    """Who did it, where the sentence says so: subject, "by …", "in X's attacks", "X attacked".

    ``many``: in more than one event, of which an attack told beside it is but one.
    """
    groups = scene.parse.groups
    verb = groups[trigger].kind == "verb"
    if is_cleared(scene.parse, trigger):
        return None
    if active and verb:
        found = actor_of_verb(scene, trigger) or _said_of_himself(scene, trigger)
        if found:
            return found
    return (
        _by_phrase(scene, trigger)
        or (_by_maker(scene, makers_before(scene.parse, trigger)) if verb else None)
        or _by_weapon(scene, trigger)
        or _by_maker(scene, makers_in(scene.parse, near_trigger(scene, trigger)))
        or (None if many else _by_attack(scene, trigger))
    )


def _by_phrase(scene: Scene, trigger: int) -> ActorMention | None:
    turn = next((at for at in turns(scene) if at > trigger), len(scene.parse.groups))
    told = (at for at in agents_behind(scene.parse, trigger, _BY_REACH) if at < turn)
    return next((actor for at in told if (actor := actor_in(scene, at))), None)


_BY_REACH: Final = 12  # groups behind a trigger in which "by rebels" stands


def _by_maker(scene: Scene, makers: Iterator[int]) -> ActorMention | None:
    """Who fired or laid what killed, where that is said with it: "shells fired by rebels"."""
    told = ((at, actor_in(scene, at)) for at in makers)
    return next((actor for at, actor in told if actor and acts(scene, at, actor)), None)


def names_cause(scene: Scene, trigger: int) -> bool:
    """ "Was hurt by a mine": the sentence says by what, so that nobody before it did it."""
    behind = scene.parse.groups[trigger + 1 : trigger + 1 + _CAUSE_REACH]
    return any(a.word == "by" and b.kind == "noun" for a, b in pairwise(behind))


_CAUSE_REACH: Final = 3  # groups behind a verb in which "by a mine" stands


def _clause(scene: Scene, trigger: int) -> range:
    """The groups around the trigger up to where another event begins."""
    bounds = _bounds(scene)
    first = max((i for i in bounds if i < trigger), default=0)
    return range(first, min((i for i in bounds if i > trigger), default=len(scene.parse.groups)))


@once
def _bounds(scene: Scene) -> tuple[int, ...]:
    """Behind "while", a semicolon, a lapse of time or "sparking clashes" is another event."""
    if _PARTING.isdisjoint(scene.parse.held):
        return turns(scene)
    apart = (
        i
        for i, (group, behind) in enumerate(pairwise(scene.parse.groups))
        if (group.word in _APART and behind.form != "ing")
        or (group.verb in _SPARKED and behind.word in _FIGHTS)
    )
    return (*apart, *turns(scene))


def near_trigger(scene: Scene, trigger: int) -> range:
    """The groups of the clause that stand near its trigger."""
    clause = _clause(scene, trigger)
    return range(max(clause.start, trigger - _MADE_REACH), min(clause.stop, trigger + _MADE_REACH))


_MADE_REACH: Final = (
    16  # groups on either side of a trigger in which "a mine laid by rebels" stands
)


def _by_weapon(scene: Scene, trigger: int) -> ActorMention | None:
    return _of_weapon(scene, _clause(scene, trigger))


def _of_weapon(scene: Scene, clause: range) -> ActorMention | None:
    """ "in Taliban attacks", "Russian airstrikes", "fire from the police": whose a weapon is."""
    known = weapons()
    for at in clause:
        group = scene.parse.groups[at]
        attack = group.word in known or group.word in _ATTACKS
        aside = at > 0 and scene.parse.groups[at - 1].word == "where"  # of a place, and not of this
        if group.kind == "noun" and attack and not (aside or is_answered(scene, at)):
            found = actor_in(scene, at) or _by_phrase(scene, at) or _from(scene, at)
            if found and found.combatant:
                return found
    return None


def _from(scene: Scene, at: int) -> ActorMention | None:
    """ "Fire from the police"."""
    shape = [(group.kind, group.word) for group in scene.parse.groups[at + 1 : at + 3]]
    fired = len(shape) > 1 and shape[0] == ("preposition", "from") and shape[1][0] == "noun"
    return actor_in(scene, at + 2) if fired else None


def is_answered(scene: Scene, at: int) -> bool:
    """ "Killed 90 in retaliation for the army's raid": the raid is what was answered."""
    before = scene.parse.groups[max(0, at - 2) : at]
    return bool(before) and before[0].word in word_set("circumstances", "answered", "words")


def _by_attack(scene: Scene, trigger: int) -> ActorMention | None:
    """Who attacked, of two attacks in the nearer; behind "while" stands another event."""
    attacks = _attacks_of(scene)
    if not attacks:
        return None
    behind = bisect_left(attacks, trigger, key=lambda attack: attack[0])
    near = attacks[max(0, behind - 1) : behind + 1]
    at, found = min(near, key=lambda attack: abs(attack[0] - trigger))
    between = range(min(at, trigger), max(at, trigger))
    apart = any(_sets_apart(scene.parse.groups[i]) or i in turns(scene) for i in between)
    return None if apart else found


def _sets_apart(group: Group) -> bool:
    """ "Men shot a mayor, sparking clashes that left two dead": another event behind the verb."""
    return group.word in _CONTRAST or group.verb in _SPARKED


@once
def _attacks_of(scene: Scene) -> list[tuple[int, ActorMention]]:
    """The verbs of an attack with an attacker, and who that is."""
    told: list[tuple[int, ActorMention]] = []
    for at, group in enumerate(scene.parse.groups):
        real = group.kind == "verb" and group.verb in _ATTACK_VERBS
        real = real and not (group.modal or group.negated or runs_into(scene.parse, at))
        if real and not is_denied(scene, at):
            found = _by_phrase(scene, at) if group.passive else actor_of_verb(scene, at)
            if found and found.combatant:
                told.append((at, found))
    return told


def actor_in(scene: Scene, at: int) -> ActorMention | None:
    """The actor of a noun group and its "of" phrases: "guerrillas of the FMLN" is the FMLN."""
    explained = apposed_actor(scene, at)
    if explained:
        return explained
    groups = scene.parse.groups
    last = end_of_phrase(scene.parse, at)
    span = Span(scene.span(groups[at]).start, scene.span(groups[last]).end)
    known = word_set("circumstances", "not_attackers", "words")
    inside = [a for a in scene.document.actors_in(span) if a.name.lower() not in known]
    own = [a for a in inside if a.start < scene.span(groups[at]).end]
    named = [a for a in inside if a.combatant and not _is_generic(a)]
    generic = not own or _is_generic(own[0])
    if generic and not named and own:
        return body_behind(scene, at) or own[0]
    return named[0] if generic and named else own[0] if own else believed_to_be(scene, last)


def _is_generic(actor: ActorMention) -> bool:
    """ "Rebels", "guerrilla": a word for a body and no name."""
    return " " not in actor.name and canonical(actor.name) is None


def attacker_before(scene: Scene) -> ActorMention | None:
    """Who attacked in the sentence before: "Rebels raided the post. Two guards were killed."""
    earlier = scene.earlier()
    if earlier is None or parted_by_days(days_of(earlier), days_of(scene)):
        return None
    attacks = _attacks_of(earlier)
    actor = attacks[0][1] if attacks else _struck_by(earlier)
    return None if actor and _is_at_home(scene, earlier, actor) else actor


def _is_at_home(scene: Scene, earlier: Scene, actor: ActorMention) -> bool:
    """ "Russian drones hit Kyiv. Three men died in Belgorod": no state strikes itself with what it
    sent abroad."""
    if actor.country is None:
        return False
    struck, here = ({p.country for p in s.document.places_in(s.sentence)} for s in (earlier, scene))
    return here == {actor.country} and bool(struck) and actor.country not in struck


@once
def _struck_by(scene: Scene) -> ActorMention | None:
    """Whose weapon did something: "A Russian rocket landed on a house", "an attack by rebels"."""
    groups = scene.parse.groups
    first = next((group for group in groups if group.finite), None)
    if first is None or first.modal or first.negated or is_asked(scene.parse):
        return None
    if first.verb in SPOKEN:
        return None  # "threatened strikes"
    told = not says(first) or reports_attack(scene.parse, groups.index(first))
    return _of_weapon(scene, range(len(groups))) if told else None


def means_of(scene: Scene, trigger: int) -> str | None:
    """The weapon or manner the sentence names nearest to the trigger."""
    groups, clause = scene.parse.groups, _clause(scene, trigger)
    head, first, last = (groups[i].head for i in (trigger, clause.start, clause.stop - 1))
    told = weapons_told(scene)
    if groups[trigger].kind == "noun" and trigger and groups[trigger - 1].kind == "coordinator":
        told = [found for found in told if found[0] >= head]  # "the bombings and the murder of six"
    inside = [found for found in told if first <= found[0] <= last]
    nearest = min(inside or told, key=lambda found: abs(found[0] - head), default=None)
    return nearest[1] if nearest else None


def perpetrator_name(
    actor: ActorMention | None, victim_side: str | None, words: str | None
) -> str | None:
    """The actor's side, unless it is the victims' own; ``words`` are those for the victims."""
    if actor is None or is_aircraft(actor):
        return None
    side = side_of(actor)
    last = actor.as_written.lower().split()[-1]  # "men" may be killed by other, armed men
    same = words is not None and last in words.lower().split() and last not in _MEN
    return None if same or side == victim_side else side


_ATTACKS: Final = word_set("circumstances", "attack", "nouns")
