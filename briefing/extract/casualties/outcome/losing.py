"""What people lost or suffered, as a verb's object: "lost their lives", "suffered burns"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.people.words import singular
from briefing.extract.triggers import nouns_of, words_of
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import word_set

_LIVES: Final = word_set("grammar", "lives", "words")
VERBS_OF_OBJECTS: Final = frozenset().union(  # "lost their lives", "suffered burns"
    *(words_of(kind, "verbs") for kind in ("lives", "injuries", "care", "maimed", "costs"))
)


def by_object(parse: Parsed, at: int, group: Group) -> Iterator[Finding]:
    """ "lost their lives", "suffered injuries": the subject; "lost 12 lives": the count."""
    follows = object_(parse, at).wholes
    if not follows:
        return
    noun = parse.groups[follows[0]]
    lives = group.verb in words_of("lives", "verbs") and noun.word in _LIVES
    injuries = group.verb in words_of("injuries", "verbs") and noun.word in nouns_of("injuries")
    if group.verb in words_of("costs", "verbs"):
        yield from _costs(parse, follows[0], at)
    elif lives and not noun.quantity:
        yield Finding("killed", "lives", _with(parse, at) or subject(parse, at), at)
    elif injuries and not noun.quantity:
        yield Finding("injured", "injuries", _with(parse, at) or subject(parse, at), at)
    elif group.verb in words_of("losses", "verbs") and any(
        _is_loss(parse, at, parse.groups[i]) for i in follows
    ):
        yield Finding("killed", "losses", object_(parse, at), at, "people")
    elif group.verb in words_of("maimed", "verbs") and noun.word in nouns_of("maimed"):
        yield Finding("injured", "maimed", subject(parse, at), at, "people")
    elif group.verb in words_of("care", "verbs") and noun.word in nouns_of("care"):
        yield Finding("injured", "care", subject(parse, at), at, "people")


def _costs(parse: Parsed, whom: int, at: int) -> Iterator[Finding]:
    """ "Cost 12 people their lives"."""
    lives = parse.groups[whom + 1 : whom + 2]
    if any(group.kind == "noun" and group.word in nouns_of("costs") for group in lives):
        yield Finding("killed", "costs", Linked([whom]), at, active=True)


def _with(parse: Parsed, at: int) -> Linked | None:
    """ "With twelve soldiers losing their lives": those between "with" and the participle."""
    groups = parse.groups
    absolute = groups[at].form == "ing" and at > 1 and groups[at - 2].word == "with"
    return Linked([at - 1]) if absolute and groups[at - 1].kind == "noun" else None


def _is_loss(parse: Parsed, at: int, noun: Group) -> bool:
    """ "Lost 40 soldiers", "lost her two sons", but not "lost a hundred fighters to desertion"."""
    counted = noun.quantity is not None or noun.definite
    after = {g.word for g in parse.groups[at + 2 : at + 2 + _LOSS_REACH]}
    left = not after.isdisjoint(words_of("losses", "without"))
    return counted and singular(noun.word) in words_of("losses", "nouns") and not left


_LOSS_REACH: Final = 4  # groups behind the lost in which it stands that they left
