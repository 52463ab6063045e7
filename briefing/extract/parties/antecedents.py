"""Whom "its fighters", "they" and "the militants" mean: the actor that words point back to.

What could mean two actors stays as the text has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from briefing.actors import body_named, find_actors, forces_of
from briefing.extract.parties.cast import is_kin, keepers
from briefing.extract.parties.issuer import NO_PARTIES, OURSELVES, issuer_meant
from briefing.extract.parties.strangers import is_generic
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention
from briefing.language.groups import Group
from briefing.language.inflection import inflect, looks_plural
from briefing.language.objects import object_
from briefing.language.roles import end_of_phrase
from briefing.language.tokens import tokenize
from briefing.lexicon import word_set
from briefing.models import Span

_words = partial(word_set, "actors", "pointing")
_names = partial(word_set, "actors", "sides")

_COUNTRYS: Final = ["the", "country", "'s"]  # "Russia's ministry said the country's army …"
_BACK: Final = 3  # sentences before in which an actor is sought


def actor_of(
    scene: Scene, groups: Iterable[int], other: ActorMention | None = None
) -> ActorMention | None:
    """The first actor, armed ones before others, that the noun groups name or point back to.

    ``other``: the other side, which "the rebels" cannot mean.
    """
    found = [actor for at in groups if (actor := _actor_at(scene, at, other))]
    armed = [actor for actor in found if actor.combatant]
    return next(iter(armed or found), None)


def _actor_at(scene: Scene, at: int, other: ActorMention | None) -> ActorMention | None:
    group = scene.parse.groups[at]
    own = _named_in(scene, at)
    if "country" in scene.parse.held and is_the_countrys(scene, group):
        state = _named_speaker(scene, group)
        if state and state.country:
            return forces_of(state)
    if own and not is_generic(own):
        return own
    first = scene.parse.tokens[group.first].lower
    issuer = issuer_meant(scene, at) if first in OURSELVES else None
    if issuer:
        return issuer
    if first in _words("own"):
        return _whose_forces(scene, group) or own
    if group.pronoun:
        return _pronoun(scene, group)
    if own is None and group.word == "forces" and first == "the":
        own = _forces_meant(scene, group)
    bare = own is not None and own.as_written == own.as_written.lower()  # not "Kurdish fighters"
    bare = bare and own is not None and group.word in own.as_written  # nor "the army's seizure"
    meant = _meant(scene, group) if bare and first in ("the", "these", "those") else None
    return meant if meant and not (other and meant.name == other.name) else own


def _forces_meant(scene: Scene, group: Group) -> ActorMention | None:
    """ "The forces", with nothing that says whose: those of the only armed side named before."""
    plain = group.last - group.first == len(("the", "forces"))
    return _only([a for a in _before(scene, group) if a.combatant]) if plain else None


def is_the_countrys(scene: Scene, group: Group) -> bool:
    """ "The country's army": whose country, the speaker says."""
    return scene.parse.lower[group.first : group.first + len(_COUNTRYS)] == _COUNTRYS


def _pronoun(scene: Scene, group: Group) -> ActorMention | None:
    """Whom "they", "it" or "we" means."""
    claimer = _whose_claim(scene, group) if "that" in scene.parse.held else None
    if claimer:
        return claimer
    others = _accused(scene, group) or _told_of(scene, group) if group.word == "they" else None
    if group.word == "it" and _tells_of_attack(scene, group):
        return None
    speaker = others or _named_speaker(scene, group)
    if speaker or _means_speaker(scene, group):
        return speaker
    those = _those(scene, group)
    meant = _carried(scene, group) or _unnamed_first(scene, group) or _only(those)
    return meant or (_first_of_list(scene, those) if group.word == "they" else None)


def _whose_claim(scene: Scene, group: Group) -> ActorMention | None:
    """ "Kyiv disputed Moscow's claim that it captured Soledar": Moscow."""
    groups, at = scene.parse.groups, scene.group_at(scene.span(group).start)
    claimed = at > 1 and scene.parse.lower[groups[at - 1].first] == "that"
    if not claimed or groups[at - _CLAIM].word not in _words("claims"):
        return None
    claimers = scene.document.actors_in(scene.span(groups[at - _CLAIM]))
    return claimers[0] if claimers else None


_CLAIM: Final = 2  # groups from "it" back to the claim, "that" between them


def _first_of_list(scene: Scene, actors: Sequence[ActorMention]) -> ActorMention | None:
    """ "M23 and ADF fighters entered Goma. They …": the first of parties that act as one."""
    text = scene.document.article.text
    between = (text[one.end : other.start] for one, other in pairwise(actors))
    joint = all(not set(words.replace(",", " ").split()) - _JOINING for words in between)
    return actors[0] if actors and joint else None


_JOINING: Final = frozenset(("and", "the", "("))


def _tells_of_attack(scene: Scene, group: Group) -> bool:
    """ "The group said a strike hit the school and that it killed two": the strike did."""
    start = scene.span(group).start
    words = scene.document.speech(scene.sentence, start).words
    if words is None or words.end > start:
        return False
    first = scene.group_at(words.end)
    told = zip(scene.parse.groups[first:], scene.parse.groups[first + 1 :], strict=False)
    does = next((who for who, verb in told if who.kind == "noun" and verb.finite), None)
    attacks = word_set("circumstances", "incident", "nouns")
    return does is not None and does is not group and does.word in attacks


def _whose_forces(scene: Scene, group: Group) -> ActorMention | None:
    """The forces of "its fighters"; "their rivals", whoever these are, are not theirs."""
    if group.word in _words("others"):
        return None
    known = (
        _named_speaker(scene, group),
        _only(_before(scene, group)),
        _first_before(scene, group),
    )
    irregular = group.word in word_set("actors", "forces", "armed", "words")
    found = next((a for a in known if a and not (irregular and a.name in keepers())), None)
    return forces_of(found) if found else None


def _named_in(scene: Scene, at: int) -> ActorMention | None:
    """The actor of a noun group: "guerrillas of the FMLN", "units of the FMLN" are the FMLN."""
    groups = scene.parse.groups
    own = scene.document.actors_in(_with_leader(scene, scene.span(groups[at])))
    own = tuple(a for a in own if a.combatant) or own
    if own and not is_generic(own[0]):
        return own[0]
    body, last = own or groups[at].word in _words("bodies"), end_of_phrase(scene.parse, at)
    last = _whence(scene, at) if body and last == at else last
    of = Span(scene.span(groups[at]).end, scene.span(groups[last]).end)
    named = [a for a in scene.document.actors_in(of) if a.combatant and not is_generic(a)]
    if named and body:
        return named[0]
    return own[0] if own else None


def _whence(scene: Scene, at: int) -> int:
    """The last group of "rebels from M23", "troops with the RSF took": whose they are, where that
    is all that the second noun says."""
    groups = scene.parse.groups
    behind = groups[at + 1 : at + 4]
    if [group.word for group in groups[at + 3 : at + 6 : 2]] == ["(", ")"]:
        behind = [*behind[:2], *groups[at + 6 : at + 7]]  # "with the Democratic Forces (SDF) took"
    if len(behind) < len(("from", "M23", "took")) or behind[1].kind != "noun":
        return at
    end = scene.span(behind[1]).end
    whole = any(a.end == end for a in scene.document.actors_in(scene.span(behind[1])))
    acts = behind[0].word == "with" and behind[2].kind == "verb"  # not "clashes of rebels with M23"
    return at + 2 if whole and (behind[0].word == "from" or acts) else at


def _with_leader(scene: Scene, span: Span) -> Span:
    """A group and the name of its leader that follows: "the alliance, led by X"."""
    inside = (a for a in scene.document.actors_in(scene.sentence) if span.start <= a.start)
    return Span(span.start, max([span.end, *(a.end for a in inside if a.start < span.end)]))


# --- back references ----------------------------------------------------------------------------


def _speaker(scene: Scene, group: Group) -> ActorMention | None:
    """Who says what the group stands in, where that is an actor: "M23 said it had seized"."""
    start = scene.span(group).start
    speech = scene.document.speech(scene.sentence, start)
    if speech.attribution.kind in NO_PARTIES and not (speech.words and speech.words.end <= start):
        return None  # "Its fighters have killed hundreds, according to the United Nations"
    if speech.words:
        own = [a for a in scene.document.actors_in(speech.words) if _is_own(scene, a)]
        speaks_of_itself = scene.parse.lower[group.first] in _words("first_person")
        members = bodies_in(scene, speech.words) if speaks_of_itself else []
        return _possessed(scene.document.article.text, own) or next(iter(members), None)
    source = speech.attribution.source_original or ""
    return _possessed(source, find_actors(source, tokenize(source)))


def _named_speaker(scene: Scene, group: Group) -> ActorMention | None:
    """The speaker, of "the group said its fighters …" by the name that it has in the text."""
    speaker = None if _are_others(scene, group) else _speaker(scene, group)
    if speaker is None or not is_generic(speaker):
        return speaker
    if not scene.sentence.start <= speaker.start < scene.span(group).start:
        return speaker
    return _actor_at(scene, scene.group_at(speaker.start), None) or speaker


def _accused(scene: Scene, group: Group) -> ActorMention | None:
    """ "The army accused M23 of a breach, saying that they had killed nine": M23."""
    if _ACCUSED.isdisjoint(scene.parse.held):
        return None
    start = scene.group_at(scene.span(group).start)
    verbs = (at for at in range(start) if scene.parse.groups[at].word in _ACCUSED)
    told = (one for at in verbs for one in object_(scene.parse, at).wholes if one < start)
    actors = (_actor_at(scene, at, None) for at in told)
    return next((actor for actor in actors if actor and actor.combatant), None)


_ACCUSED: Final = frozenset(word for word, _ in inflect("accuse"))


def _told_of(scene: Scene, group: Group) -> ActorMention | None:
    """ "The army said rebels had stormed the post and that they had killed nine": the rebels, of
    whom the speech itself tells before as of many who did something."""
    start = scene.span(group).start
    words = scene.document.speech(scene.sentence, start).words
    if words is None or words.end > start:
        return None
    parse, first = scene.parse, scene.group_at(words.end)
    for at in range(scene.group_at(start) - 1, first - 1, -1):
        does = parse.groups[at].kind == "noun" and parse.groups[at + 1].finite
        if does and looks_plural(parse.groups[at].word):
            actor = _actor_at(scene, at, None)
            return actor if actor and actor.combatant else None
    return None


def _are_others(scene: Scene, group: Group) -> bool:
    """ "It has taken Sake, say UN peacekeepers": several who say so are not "it"; and "they" in
    what somebody says first are others: "They took Sake, the army said"."""
    start = scene.span(group).start
    speech = scene.document.speech(scene.sentence, start)
    last = (speech.attribution.source_original or " ").split(" ")[-1]
    behind = speech.words is not None and start < speech.words.start
    many = group.word == "it" and last.islower() and last.endswith("s")
    return behind and (many or group.word == "they")


def _possessed(text: str, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The first actor, but the armed group of "Somalia's al-Shabaab"."""
    for owner, owned in pairwise(actors):
        if owned.combatant and text[owner.end : owned.start].strip() in ("'s", "’s", "'", "’"):
            return owned
    return actors[0] if actors else None


def bodies_in(scene: Scene, words: Span) -> list[ActorMention]:
    """The rebels of "a rebel commander said"."""
    inside = (t for t in scene.parse.tokens if words.start <= t.start < words.end)
    bodies = (body_named(token.lower, token.start) for token in inside)
    return [body for body in bodies if body]


def _means_speaker(scene: Scene, group: Group) -> bool:
    """ "The mission said it had retaken": the mission, though no known actor, and nobody else."""
    start = scene.span(group).start
    words = scene.document.speech(scene.sentence, start).words
    return group.word == "it" and words is not None and 0 <= start - words.end <= len(" that ")


def _is_own(scene: Scene, actor: ActorMention) -> bool:
    """Not in a relative clause: "Ada Oke, whose men hold the north of Libya, said"."""
    at = scene.group_at(actor.start)
    return not any(group.kind == "relative" for group in scene.parse.groups[max(0, at - 6) : at])


def _meant(scene: Scene, group: Group) -> ActorMention | None:
    """ "The militants": the only armed group, "the troops": the only troops, named before."""
    before = [a for a in _before(scene, group) if a.combatant]
    if group.word in _words("states"):
        troops = [a for a in before if a.country is not None]  # "the army" is no rebel army
        return _only([a for a in troops if group.word in a.as_written.lower().split()])
    states = _names("states") | keepers()
    return _only([a for a in before if not _is_state(a) and a.name not in states])


def _carried(scene: Scene, group: Group) -> ActorMention | None:
    """ "They" or "it" that opens a sentence: the unnamed body with which the one before opens."""
    document, index = scene.document, scene.sentence.index
    before = document.sentences[max(0, index - 1)]
    if (
        group.first
        or group.word not in ("they", "it")
        or not index
        or before.paragraph != scene.sentence.paragraph
    ):
        return None
    if group.word == "it" and _tells_of_group(scene):
        return None
    last = scene.at(index - 1)
    subject = _main_subject(last)
    opener = None if subject is None else _actor_at(last, subject, None)
    if opener is None or not opener.combatant or not is_generic(opener):
        return None
    return None if _flees(scene, opener) and not _alone_before(scene) else opener


def _main_subject(scene: Scene) -> int | None:
    """The noun group with which a sentence opens, or which follows "Before the police came,"."""
    groups = scene.parse.groups
    first = next((at for at, group in enumerate(groups) if group.kind != "mark"), len(groups))
    if first == len(groups):
        return None
    commas = (at for at, group in enumerate(groups) if group.word == ",")
    at = first if groups[first].kind == "noun" else next(commas, len(groups)) + 1
    if at >= len(groups) or groups[at].kind != "noun":
        return None
    return at


def _first_before(scene: Scene, group: Group) -> ActorMention | None:
    """Whose "its fighters" are where the sentence before names two: those of its subject."""
    last = next(iter(_earlier(scene)), None)
    if last is None or not all(map(is_generic, _here(scene, group))):
        return None
    named = [a for a in scene.document.actors_in(last) if not is_generic(a) and a.combatant]
    return named[0] if named and named[0].start == last.start else None


def _unnamed_first(scene: Scene, group: Group) -> ActorMention | None:
    """The unnamed fighters whom "they" can mean before anybody with a name: those of the sentence
    itself, or whom the one before tells of first, its named actor being of the other sort.
    """
    here = [a for a in _here(scene, group) if a.combatant]
    if here:
        return here[0] if all(map(is_generic, here)) else None
    if group.word == "it" and _tells_of_group(scene):
        return None
    alone = _alone_before(scene) if group.word == "they" else None
    if alone:
        return alone
    told = (scene.document.actors_in(sentence) for sentence in _earlier(scene))
    armed = next(filter(None, ([a for a in mentions if a.combatant] for mentions in told)), [])
    others = [a for a in armed[1:] if not is_generic(a) and _is_state(a) != _is_state(armed[0])]
    return armed[0] if others and is_generic(armed[0]) and not _flees(scene, armed[0]) else None


def _flees(scene: Scene, actor: ActorMention) -> bool:
    """ "Soldiers fled as M23 came. They burnt the shops": not those who fled."""
    there = scene.at(scene.document.sentence_at(actor.start).index)
    at = there.group_at(actor.start) + 1
    return any(group.verb in _FLED for group in there.parse.groups[at : at + 1])


_FLED: Final = word_set("territory", "yielded", "verbs")


def _alone_before(scene: Scene) -> ActorMention | None:
    """The unnamed fighters of the sentence before, where it tells of no others."""
    last = scene.earlier()
    armed = [a for a in scene.document.actors_in(last.sentence) if a.combatant] if last else []
    alone = len({actor.name for actor in armed}) == 1 and is_generic(armed[0])
    return armed[0] if alone else None


def _tells_of_group(scene: Scene) -> bool:
    """ "The army drove M23 out; the group came back. It took Sake": it is the group."""
    if not scene.sentence.index:
        return False
    bodies = word_set("sources", "back", "party")
    last = scene.at(scene.sentence.index - 1).parse
    if bodies.isdisjoint(last.held):
        return False
    told = zip(last.groups, [*last.groups[1:], None], strict=True)
    return any(
        group.definite and group.word in bodies and verb and verb.kind == "verb"
        for group, verb in told
        if verb is None or verb.verb not in _FLED
    )


def _is_state(actor: ActorMention) -> bool:
    """Whether troops are a state's."""
    last = actor.as_written.lower().split()[-1]
    return actor.country is not None or last in _words("states")


def _before(scene: Scene, group: Group) -> list[ActorMention]:
    """The actors with a name in the sentence up to the group, else in the sentences before."""
    for mentions in (
        _here(scene, group),
        *(scene.document.actors_in(s)[-_HERE:] for s in _earlier(scene)),
    ):
        text = scene.document.article.text
        named = [a for a in mentions if not (is_generic(a) or is_kin(text, a))]
        if named:
            return [a for a in named if not a.name[0].isdigit()] or named  # no brigade of the army
    return []


def _here(scene: Scene, group: Group) -> Sequence[ActorMention]:
    """The last actors of the sentence before the group."""
    before = Span(scene.sentence.start, scene.span(group).start)
    return scene.document.actors_in(before)[-_HERE:]


_HERE: Final = 20  # actors of one sentence among whom one is sought


def _those(scene: Scene, group: Group) -> list[ActorMention]:
    """Whom a pronoun can mean: "they" rather the armed group than the state beside it."""
    before = _before(scene, group)
    armed = [a for a in before if a.combatant] if group.word == "they" else []
    return armed or before


def _earlier(scene: Scene) -> Iterator[Span]:
    """The sentences before, the nearest first, as far as the text goes on without a break."""
    index = scene.sentence.index
    yield from scene.document.sentences[max(0, index - _BACK) : index][::-1]


def _only(mentions: list[ActorMention]) -> ActorMention | None:
    """The mention nearest to where one is sought, if all mean the same actor."""
    return mentions[-1] if len({mention.name for mention in mentions}) == 1 else None
