"""Who gained and who lost a place, as far as the sentence says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from briefing.actors import body_named, canonical
from briefing.extract.parties.antecedents import actor_of
from briefing.extract.parties.strangers import named_stranger
from briefing.extract.scene import Scene
from briefing.extract.territory.change.seizures import Seizure, noun_after
from briefing.extract.territory.ground.taken import units
from briefing.language.document import ActorMention
from briefing.language.lists import complement
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import word_set
from briefing.models import Span, TerritorialChange
from briefing.records import record

_words = partial(word_set, "territory")

_FOUGHT_NOUNS: Final = _words("fought", "nouns")
_FOUGHT_VERBS: Final = _words("fought", "verbs")

_COMPOUND: Final = "-"


@record(frozen=True)
class Parties:
    """The actors of a change; None where the text names nobody."""

    gainer: ActorMention | None
    loser: ActorMention | None


def find_parties(scene: Scene, seizure: Seizure) -> Parties:
    """Who gained and who lost: by the verb's own words first, then by what stands around it."""
    other = actor_of(scene, seizure.other)
    doer = _not_of_state(scene, seizure, actor_of(scene, seizure.subject, other))
    if doer and other and doer.name == other.name:
        other = actor_of(scene, seizure.other, doer)  # nobody drives out himself
    if seizure.yields:
        return Parties(other or _heir(scene, seizure, doer), doer or _admitter(scene, seizure))
    holder = _holder(scene, seizure) if seizure.rule in _HELD else None
    named = doer and not (holder and doer.as_written == holder.as_written)  # "rebel" hands
    gainer = doer if named else holder
    gainer = gainer or _stranger(scene, seizure) or _claimant(scene, seizure)
    return Parties(gainer, other or next(_losers(scene, seizure, gainer), None))


def _stranger(scene: Scene, seizure: Seizure) -> ActorMention | None:
    """A name that is no known actor, unless "who" speaks of the body that its holder leads."""
    stranger = named_stranger(scene, seizure.subject)
    return (_before_relative(scene, seizure) or stranger) if stranger else None


def _before_relative(scene: Scene, seizure: Seizure) -> ActorMention | None:
    """ "Omar Ali, the head of the rebels who took Bara": the armed body before the relative."""
    groups, at = scene.parse.groups, seizure.trigger - 1
    if at < 1 or groups[at].kind != "relative" or groups[seizure.trigger].passive:
        return None
    at -= 1 + (groups[at - 1].word == ",")
    actor = actor_of(scene, (at,)) if at >= 0 and groups[at].kind == "noun" else None
    return actor if actor and actor.combatant else None


def _not_of_state(scene: Scene, seizure: Seizure, doer: ActorMention | None) -> ActorMention | None:
    """The doer, unless "they" would be a country that the text only named: "Afghanistan"."""
    said = seizure.subject and scene.parse.groups[seizure.subject[0]].word == "they"
    return None if said and doer and not doer.combatant else doer


def is_named(actor: ActorMention) -> bool:
    """Whether a group or an army is meant by its name, and no "gunmen"."""
    return (
        actor.country is not None
        or canonical(actor.name) is not None
        or not actor.name[1:].islower()
    )


def continued(
    scene: Scene, seizure: Seizure, parties: Parties, before: Sequence[TerritorialChange]
) -> Parties:
    """ "They then crossed into A": those who made the change that the sentence before told last."""
    opens = seizure.subject and scene.parse.groups[seizure.subject[0]].pronoun
    earlier = scene.earlier() if opens and parties.gainer is None else None
    if earlier is None or seizure.yields or scene.parse.groups[seizure.subject[0]].word != "they":
        return parties
    start = earlier.sentence.start
    told = [c for c in before[-_LAST:] if c.sentence_start == start and c.gainer]
    actors = earlier.document.actors_in(earlier.sentence) if told else ()
    gainer = next((a for a in actors if a.name == told[-1].gainer), None)
    return Parties(gainer, parties.loser) if gainer else parties


def _holder(scene: Scene, seizure: Seizure) -> ActorMention | None:
    """ "Is now under army control", "in rebel hands"."""
    for at in seizure.subject:
        group = scene.parse.groups[at]
        if group.word in _words("held", "nouns") and group.head > group.first:
            token = scene.parse.tokens[group.head - 1]
            told = scene.document.actors_in(Span(token.start, token.end))
            named = (actor for actor in told if is_named(actor))  # as the text explains it
            return next(named, None) or body_named(token.text, token.start)
    return None


_HELD: Final = frozenset(("held", "come_under", "fall"))  # the rules that say in whose hands it is


def _claimant(scene: Scene, seizure: Seizure) -> ActorMention | None:
    """ "M23 claimed the capture of Sake": who claims a capture as a deed speaks of its own."""
    at = seizure.trigger - 1
    if not seizure.own or seizure.subject or at < 0:
        return None
    if scene.parse.groups[at].verb not in _words("claimed", "verbs"):
        return None
    return actor_of(scene, subject(scene.parse, at).wholes)


def _admitter(scene: Scene, seizure: Seizure) -> ActorMention | None:
    """ "The army confirmed the loss of Sake": the side that says so lost it."""
    at = seizure.trigger - 1
    if seizure.subject or at < 0:
        return None
    if scene.parse.groups[at].verb not in word_set("territory", "admitted", "losses"):
        return None
    actor = actor_of(scene, subject(scene.parse, at).wholes)
    return actor if actor and (actor.combatant or actor.country) else None


def _losers(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> Iterator[ActorMention]:
    """From whom it was taken, who fled, who held it, whom the gainer fought."""
    found = (_from, _owned, _held_by, _driven, _fled, _held, _fought)
    for actor in (each(scene, seizure, gainer) for each in found):
        if actor and (gainer is None or actor.name != gainer.name):
            yield actor


def _from(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "retook the town from rebels"."""
    groups, first = scene.parse.groups, seizure.trigger + 1
    if first + 1 < max(seizure.taken, default=0) and groups[first].word == "from":
        return actor_of(scene, (first + 1,), gainer)  # "captured from rebels the town"
    for at in range(max((seizure.trigger, *seizure.taken)) + 1, len(groups) - 1):
        if groups[at].kind == "verb" and groups[at].finite:
            return None
        measured = groups[at - 1].word in _words("measures", "words")  # "40 km from Kabul"
        if groups[at].word == "from" and groups[at + 1].kind == "noun" and not measured:
            return actor_of(scene, (at + 1,), gainer)
    return None


def _owned(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "Captured the junta's last hilltop", "an army base": whose works they were."""
    for at in seizure.taken:
        group = scene.parse.groups[at]
        whose = (
            at,
            *complement(scene.parse, at).wholes,
        )  # "the base of the army's 3rd Corps"
        spans = (scene.span(scene.parse.groups[i]) for i in whose)
        inside = [a for span in spans for a in scene.document.actors_in(span) if a.combatant]
        if inside and units().get(group.word) in _WORKS and not _is_own(seizure, inside[0]):
            return inside[0]
    return None


def _is_own(seizure: Seizure, owner: ActorMention) -> bool:
    """ "The army recaptured the headquarters of the 17th Division": what a state's unit had is its
    own again."""
    words = owner.as_written.lower().split()
    unit = words[-1] in word_set("actors", "pointing", "states") or words[0][:1].isdigit()
    return unit and seizure.action == "recaptured"


_WORKS: Final = frozenset(("base", "position"))


def _held_by(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "Recaptured two towns held for months by rebels"."""
    groups, first = scene.parse.groups, max((seizure.trigger, *seizure.taken)) + 1
    for at in range(first, min(len(groups), first + _HELD_NEAR)):
        word = groups[at].word
        if (
            word in _words("yielded", "held")
            and groups[at].kind == "verb"
            and not groups[at].passive
        ):
            return actor_of(scene, noun_after(scene.parse, at, ("by",)), gainer)
    return None


_LAST: Final = 10  # changes told before, of which one may be of the sentence before
_HELD_NEAR: Final = 3  # groups behind what was taken in which "held by" stands


def _driven(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "Took the town after driving out the army"."""
    for at, group in enumerate(scene.parse.groups):
        if group.form == "ing" and group.verb in _EVICTING and at != seizure.trigger:
            out = [g.word for g in scene.parse.groups[at + 1 : at + 2]] == ["out"]
            whom = (at + 2,) if out else object_(scene.parse, at).wholes
            return actor_of(scene, whom, gainer)
    return None


_EVICTING: Final = _words("yielded", "driven")


def _fled(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "after the army withdrew", "as soldiers pulled out", "following the army's withdrawal"."""
    for at, group in enumerate(scene.parse.groups):
        told = group.kind == "verb" and not group.modal and not group.passive
        gone = group.kind == "noun" and group.word in _words("yielded", "left")
        if at != seizure.trigger and (gone or (told and _left(scene, at))):
            leaver = (*complement(scene.parse, at).wholes, at) if gone else ()
            actor = actor_of(scene, leaver or subject(scene.parse, at).wholes, gainer)
            if actor and actor.combatant and not (gainer and _are_of_one_side(actor, gainer)):
                return actor
    return None


def _are_of_one_side(one: ActorMention, gainer: ActorMention) -> bool:
    """ "Soldiers left the town; on Monday troops retook it": two words for those of one state."""
    states = word_set("actors", "pointing", "states")
    of_state = one.country is not None or one.as_written.lower().split()[-1] in states
    return of_state and gainer.name.lower() in states


def _left(scene: Scene, at: int) -> bool:
    groups = scene.parse.groups
    pulled = groups[at].verb in _words("yielded", "pulls")
    back = at + 1 < len(groups) and groups[at + 1].word in ("out", "back")
    return groups[at].verb in _words("yielded", "verbs") or (pulled and back)


def _held(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "a rebel-held town", "an ISIS stronghold", "the last stronghold of the militants"."""
    for token in scene.parse.tokens:
        who, _, how = token.text.rpartition(_COMPOUND) if _COMPOUND in token.text else ("", "", "")
        if who and how.lower() in _words("yielded", "held"):
            return body_named(who, token.start)
    nouns = _words("yielded", "nouns")
    for at, group in enumerate(scene.parse.groups):
        if group.word in nouns:
            return actor_of(scene, (at, *complement(scene.parse, at).wholes), gainer)
    return None


def _fought(scene: Scene, seizure: Seizure, gainer: ActorMention | None) -> ActorMention | None:
    """ "after clashes with the militants", "in an offensive against the RSF"."""
    groups = scene.parse.groups
    fights = _FOUGHT_NOUNS | _FOUGHT_VERBS
    against = _words("fought", "against")
    for at in range(len(groups) - 2):
        follows = groups[at + 1].word in against and groups[at + 2].kind == "noun"
        if follows and (groups[at].word in fights or groups[at].verb in fights):
            return actor_of(scene, (at + 2,), gainer)
    return None


def _heir(scene: Scene, seizure: Seizure, leaver: ActorMention | None) -> ActorMention | None:
    """ "leaving it in the hands of X", "allowing X to move in": who got what was left."""
    groups = scene.parse.groups
    for at in range(seizure.trigger + 1, len(groups) - 1):
        held = groups[at].word in _words("heirs", "nouns")
        allowed = groups[at].verb in _words("heirs", "verbs") and groups[at + 1].kind == "noun"
        actor = actor_of(scene, (at + allowed,)) if held or allowed else None
        if actor is None and held and groups[at + 1].word == "of":
            actor = actor_of(scene, (at + 2,))
        if groups[at].verb in _words("heirs", "leaves") and groups[at + 1].pronoun:
            actor = actor_of(scene, noun_after(scene.parse, at + 1, ("to",), len(("to",))))
        moved = groups[at].verb in _words("heirs", "moves") and groups[at + 1].word == "in"
        if moved:
            actor = actor_of(scene, subject(scene.parse, at).wholes)
        if actor and actor.combatant and not (leaver and _is_same(actor, leaver)):
            return actor
    return None


def _is_same(one: ActorMention, other: ActorMention) -> bool:
    """ "Fano militia forces" and "the militia"."""
    words = one.as_written.lower().split()
    return one.name == other.name or set(words) <= set(other.as_written.lower().split())
