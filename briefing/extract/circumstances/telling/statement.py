"""Days and places of what somebody says or of a person, which are not those of the event."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.extract.scene import Scene, once
from briefing.extract.triggers import means as weapons
from briefing.language.groups import Group, Parsed
from briefing.language.tokens import Token
from briefing.language.wordclasses import ACRONYMS
from briefing.lexicon import load, word_set
from briefing.models import Span

_STATEMENT_SOURCE: Final = load("dates")["statement"]["source"]
_DENIAL_OF_VERBS: Final = word_set("circumstances", "denial_of", "verbs")

_words = partial(word_set, "dates", "statement")

_VERBS: Final = _words("verbs")
_OCCASIONS: Final = _words("occasions")
_ACCUSING: Final = _words("accusing")
_LIVES: Final = word_set("grammar", "lives", "words")

_REPORTING: Final = word_set("circumstances", "attack", "reporting")
_FEWER: Final = word_set("circumstances", "attack", "fewer")
_ATTACKS: Final = word_set("circumstances", "attack", "nouns")

_NEAR: Final = 3  # groups between the place and the day with which a sentence opens
_ASIDE: Final = 6  # groups between a verb of speech and what belongs to it


def is_of_statement(scene: Scene, at: int) -> bool:
    """Whether the group at ``at`` belongs to a verb of speech: "police said in Goma on Monday"."""
    groups = scene.parse.groups
    if at == _OPENING and groups[1].word in _OCCASIONS and groups[at - 1].word == "on":
        return groups[0].kind == "preposition"  # "in a statement on Monday, the army said"
    for back in range(at - 1, max(-1, at - _ASIDE), -1):
        if groups[back].kind == "verb":
            verb = groups[back]
            accuses = verb.verb in _ACCUSING and not verb.passive  # "accused M23 on Monday of"
            return accuses or says(verb) or _is_issued(groups, back)
        if not _is_aside(scene, back):
            return False
    return False


_OPENING: Final = 3  # groups of "in a statement on"


def says(*groups: Group) -> bool:
    """Whether the first group is a verb of speech in the active."""
    if not groups:
        return False
    group = groups[0]
    return group.kind == "verb" and group.verb in _VERBS and not group.passive


def reports_attack(parse: Parsed, verb: int) -> bool:
    """ "Officials reported missile strikes by the army": a noun is what they tell, and no clause;
    but not "reported fewer strikes"."""
    groups = parse.groups
    if groups[verb].verb not in _REPORTING:
        return False
    told = next((group for group in groups[verb + 1 : verb + 3] if group.word != "about"), None)
    if told is None or not _FEWER.isdisjoint(parse.words(told)):
        return False
    return told.word in _ATTACKS or told.word in weapons()


def is_said(groups: Sequence[Group], at: int) -> bool:
    """Whether a verb of speech stands at ``at``: not in "claimed the lives of 12"."""
    lives = at + 1 < len(groups) and groups[at + 1].word in _LIVES
    return says(*groups[at : at + 1]) and not lives


def _is_issued(groups: Sequence[Group], at: int) -> bool:
    """ "In a statement issued in Goma": how and where somebody said it."""
    issued = groups[at].word in _words("issued")
    return issued and at > 0 and groups[at - 1].word in _OCCASIONS


def is_of_source(groups: Sequence[Group], at: int) -> bool:
    """ "According to the police on Monday": the day beside who says so."""
    at -= at > 0 and groups[at - 1].kind == "preposition"
    source = groups[max(0, at - _SOURCE) : at]
    return len(source) == _SOURCE and " ".join([g.word for g in source[:-1]]) == _STATEMENT_SOURCE


_SOURCE: Final = 3  # groups before a day: "according", "to", "the police"


def is_of_decree(scene: Scene, at: int) -> bool:
    """ "Decree no 814 of 19 April", "the laws issued on 3 May": the day of a paper."""
    groups = scene.parse.groups
    if not at or groups[at - 1].word not in ("of", "on"):
        return False
    issued = groups[at - 1].word == "on" and at > 1 and groups[at - 2].word in _words("issued")
    named = groups[max(0, at - _PAPER) : at - 1] if groups[at - 1].word == "of" or issued else ()
    words = {word for group in named for word in scene.parse.words(group)}
    return not _words("papers").isdisjoint(words)


_PAPER: Final = 3  # groups before a day: "decree no", "814", "of"; "laws", "issued", "on"


def is_told_impersonally(groups: Sequence[Group], at: int) -> bool:
    """ "It was learned today that two men …": the day on which somebody said so."""
    told = at + 1 < len(groups) and groups[at + 1].word == "that"
    at -= at > 0 and groups[at - 1].kind == "preposition"
    if not told or at < _IMPERSONAL:
        return False
    it, verb = groups[at - _IMPERSONAL : at]
    return it.word == "it" and verb.passive and verb.verb in _VERBS


_IMPERSONAL: Final = 2  # groups before the day: "it", "was learned"


def opens_statement(scene: Scene, at: int) -> bool:
    """Whether the group at ``at`` stands with a place ahead of who speaks of another place.

    "In Geneva on Friday the UN said 18 people had been killed in Khartoum", but not "In Aleppo on
    Tuesday, activists said bombs killed 12".
    """
    groups = scene.parse.groups
    verb = next((i for i, group in enumerate(groups) if group.kind == "verb"), -1)
    if at > verb or verb < 0 or not is_said(groups, verb):
        return False
    spoken = scene.span(groups[verb])
    places = scene.document.places_in(scene.sentence)
    first = [p for p in places if p.start < spoken.start and _is_governed(scene, p.start, at)]
    names = {name for p in places for name in (p.name, *(w.name for w in p.within))}
    behind = {p.name for p in places if p.start > spoken.end}
    return bool(first and behind) and not any(p.name in names & behind for p in first)


def _is_governed(scene: Scene, start: int, at: int) -> bool:
    """Whether a preposition governs the group of a place at most a few groups from ``at``."""
    own = scene.group_at(start)
    return own > 0 and abs(own - at) <= _NEAR and scene.parse.groups[own - 1].kind == "preposition"


def is_of_person(scene: Scene, told: Span, end: int) -> bool:
    """Whether ``told`` stands in a clause on a person or a place that is over before the event,
    which ends at ``end``, is told: "a cook, who fled to Goma in 2012, was killed"."""
    openers = [token for token in _aside_openers(scene) if token.start < told.start]
    if not openers:
        return False
    commas = [token.start for token in scene.parse.tokens if token.text == ","]
    if not any(told.end <= comma < end for comma in commas):
        return False
    return any(
        token.lower != "which" or not any(token.start < comma < told.start for comma in commas)
        for token in openers
    )


@once
def _aside_openers(scene: Scene) -> list[Token]:
    """The words of the sentence, "who" or "which", that open such a clause; not in "the raid which
    took place in Goma"."""
    openers, placing = (
        word_set("dates", "personal", "words"),
        word_set("dates", "personal", "placing"),
    )
    tokens = scene.parse.tokens
    return [
        token
        for token, behind in zip(tokens, scene.parse.lower[1:], strict=False)
        if token.lower in openers and token.text not in ACRONYMS and behind not in placing
    ]


def _is_aside(scene: Scene, at: int) -> bool:
    """Where, to whom and in what somebody speaks: "in a statement", "in Goma", "told reporters"."""
    group = scene.parse.groups[at]
    if group.kind == "preposition" or group.word in _OCCASIONS:
        return True
    if at and group.kind == "noun" and scene.parse.groups[at - 1].verb in _words("tellers"):
        return True  # "told the Nile Post in Goma"
    return group.kind == "noun" and bool(scene.document.places_in(scene.span(group)))


def names_source(scene: Scene, at: int) -> bool:
    """ "Rebels shot six men, two witnesses said": the list of victims ends before who tells it."""
    speeches = scene.document.speeches[scene.sentence.index]
    if not speeches:
        return False
    start = scene.span(scene.parse.groups[at]).start
    return any(s.words and s.words.start <= start < s.words.end for s in speeches)


def is_denied(scene: Scene, at: int) -> bool:
    """ "The ministry denied that the army had carried it out": nobody is said to have done it."""
    if _DENIAL_OF_VERBS.isdisjoint(scene.parse.held):
        return False
    for group in scene.parse.groups[max(0, at - _DENIED) : at][::-1]:
        if group.verb in _DENIAL_OF_VERBS:
            return not group.negated
        if group.word == ";" or (group.kind == "verb" and group.finite):
            return False
    return False


_DENIED: Final = 5  # groups before a verb in which it is denied that somebody did it
