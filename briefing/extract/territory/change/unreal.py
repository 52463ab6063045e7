"""Captures that were tried, planned or feared, and did not happen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.extract.reality import is_aim, shares_infinitive
from briefing.language.groups import Group, Parsed
from briefing.lexicon import word_set

_words = partial(word_set, "territory", "unreal")

_CONDITIONS: Final = _words("conditions")
_AWAITS: Final = _words("awaits")
_modals = partial(word_set, "grammar", "verbs", "unreal")

_BACK: Final = 4  # groups before the verb in which an attempt is sought
_FIRST: Final = 6  # groups of "is the first provincial capital" before "to fall"
_CLAUSE: Final = 12  # groups of the verb's clause that are looked through
_CONDITIONAL: Final = word_set("grammar", "modals", "conditional")
_FUTURE: Final = word_set("grammar", "modals", "future") | _CONDITIONAL
_SUPPOSES: Final = word_set("grammar", "modals", "contracted") | _CONDITIONAL


def happened(parse: Parsed, at: int, group: Group) -> bool:
    """Whether the verb group at ``at`` is told as a fact."""
    if group.modal in _modals():
        return False
    if group.modal == "to":
        return _managed(parse, at, group)
    if _tried(parse, at) or _supposed(parse, at) or _feared(parse, at, group):
        return False
    return not _brings(parse, at)


def _managed(parse: Parsed, at: int, group: Group) -> bool:
    """ "managed to capture", "allowed them to enter", "claimed to have taken", but not "would be a
    victory, allowing them to enter"."""
    before = [g for g in parse.groups[max(0, at - 2 * _BACK) : at] if g.kind == "verb"]
    if not before:
        return False
    if "only" in parse.lower[max(0, group.first - 2) : group.first]:
        return True  # "took the town, only to lose it"
    able = before[-1].verb == "be" and not _words("able").isdisjoint(
        _between(parse, before[-1], group)
    )
    if able or _is_ordinal(parse, at):
        return not (before[-1].negated or before[-1].modal)
    if before[-1].verb == "take":
        return _took_time(parse, at)
    if group.perfect:
        return before[-1].verb not in _words("verbs")
    modals = {g.modal for g in before[-1 - (before[-1].form == "ing") :]}
    return before[-1].verb in _words("carries") and modals.isdisjoint({"to", *_modals()})


def _took_time(parse: Parsed, at: int) -> bool:
    """ "It took the army three weeks to recapture A", "took a year to recapture": time is what it
    took, and it is a fact."""
    near = reversed(parse.groups[max(0, at - _CLAUSE + 1) : at])
    took = next((group for group in near if group.kind == "verb"), None)
    if took is None or took.verb != "take" or took.form != "ed":
        return False
    fact = not (took.negated or took.modal or took.passive)
    return fact and not _TIMES.isdisjoint(parse.lower[took.last : parse.groups[at].first])


_TIMES: Final = word_set("grammar", "times", "words")


def _is_ordinal(parse: Parsed, at: int) -> bool:
    """ "Zaranj is the first capital to fall", "the latest town to be captured"."""
    near = range(at - 1, max(-1, at - 1 - _FIRST), -1)
    verb = next((parse.groups[i] for i in near if parse.groups[i].kind == "verb"), None)
    if verb is None or verb.verb not in _words("being"):
        return False
    return not _words("ordinals").isdisjoint(_between(parse, verb, parse.groups[at]))


def _between(parse: Parsed, one: Group, other: Group) -> list[str]:
    """The words from one verb to the next: "able" in "were able to take"."""
    return parse.lower[one.first : other.first]


def _tried(parse: Parsed, at: int) -> bool:
    """ "tried capturing", "prevented rebels from capturing": an -ing form under such a verb."""
    if parse.groups[at].form != "ing":
        return False
    if is_aim(parse, at) or _is_quoted_aim(parse, at):
        return True
    kept = parse.groups[at - 1].word == "from"  # "prevented fighters of the M23 from entering"
    before = parse.groups[max(0, at - (2 * _BACK if kept else _BACK)) : at]
    near = [g for g in before if g.kind == "verb"]
    if near and near[-1].verb in _words("starts") and parse.groups[at].verb in _words("begun"):
        modal = near[-1].modal  # "began pulling out": it goes on, but not "will begin"
        return modal == "to" or modal in _modals()
    return bool(near) and near[-1].verb in _words("verbs") and parse.groups[at - 1].word != ","


def _is_quoted_aim(parse: Parsed, at: int) -> bool:
    """ "His theory, “of laying siege to the towns”": behind a mark, what is only thought of."""
    if at <= 1 or parse.groups[at - 1].word != "of":
        return False
    return parse.groups[at - 2].kind == "mark"


def _supposed(parse: Parsed, at: int) -> bool:
    """ "if the army takes X", "unless Y falls": in a clause that supposes."""
    clause = parse.groups[max(0, at - _CLAUSE) : at][::-1]
    for group in clause:
        if group.word in _CONDITIONS:
            return True
        if group.word in _AWAITS and _is_awaited(parse):
            return True
        if group.word in (",", ";", ":") or (group.kind == "verb" and group.finite):
            return False
    return False


def _feared(parse: Parsed, at: int, group: Group) -> bool:
    """ "It is to be feared that the capital falls": in the present, what has not happened."""
    if group.form not in ("s", "base") or _words("feared").isdisjoint(parse.held):
        return False
    clause = parse.groups[max(0, at - _CLAUSE) : at]
    return any(not _words("feared").isdisjoint((g.word, g.verb)) for g in clause)


def _is_awaited(parse: Parsed) -> bool:
    """ "Will enter X once Y is taken": the sentence speaks of what is to come."""
    return any(group.kind == "verb" and group.modal in _FUTURE for group in parse.groups)


def flies_in(parse: Parsed, subjects: Sequence[int]) -> bool:
    """ "Intercepted the missile before it crossed into X": no one entered but the missile."""
    if not subjects or not parse.groups[subjects[0]].pronoun:
        return False
    before = (g for g in reversed(parse.groups[: subjects[0]]) if g.kind == "noun")
    meant = next(before, None)
    return meant is not None and meant.word in _words("flying")


def _brings(parse: Parsed, at: int) -> bool:
    """ "Losing X would cut the road": a change that is the subject of what it would bring."""
    group = parse.groups[at]
    if group.kind == "verb" and (group.form != "ing" or group.finite or not _opens(parse, at)):
        return False
    for following in parse.groups[at + 1 : at + 1 + _CLAUSE]:
        if following.kind == "verb" and following.finite:
            return following.modal in _SUPPOSES
        if following.kind in ("subordinator", "relative") or following.word in (",", ";", ":"):
            return False
    return False


def _opens(parse: Parsed, at: int) -> bool:
    """Whether nothing before the verb can be its subject: "warned that losing", "For X, losing"."""
    before = parse.groups[at - 1] if at else None
    if before is not None and before.word == ",":
        return not any(group.finite for group in parse.groups[:at])
    return before is None or before.kind in ("subordinator", "verb") or before.word == "that"


def unreal_noun(parse: Parsed, at: int) -> bool:
    """ "a bid for the capture of", "to prevent the fall of", "the loss of X would"."""
    return _wanted(parse, at) or _brings(parse, at) or _is_ahead(parse, at)


def _is_ahead(parse: Parsed, at: int) -> bool:
    """ "The eventual liberation of X", "will clear the land and enable the liberation of X", "the
    liberation of X began": it goes on, or is still to come."""
    if not _words("ahead").isdisjoint(parse.words(parse.groups[at])):
        return True
    near = range(at - 1, max(-1, at - _BACK), -1)
    verb = next((i for i in near if parse.groups[i].kind == "verb"), None)
    if verb is not None and shares_infinitive(parse, verb, parse.groups[verb]):
        return True
    if verb is not None and parse.groups[verb].modal == "to":
        return parse.groups[verb].verb in _words("assuring")
    following = (g for g in parse.groups[at + 1 : at + 1 + _BACK] if g.kind == "verb" and g.finite)
    told = next(following, None)
    if told is None:
        return False
    eventual = told.modal in _FUTURE and not _words("ahead_in_time").isdisjoint(parse.held)
    return eventual or told.verb in _words("starts")


def _wanted(parse: Parsed, at: int) -> bool:
    words = (_words("nouns") | _words("verbs")) - word_set("territory", "claimed", "verbs")
    before = parse.groups[max(0, at - _BACK) : at]
    return any(g.word in words or g.verb in words or g.modal in _modals() for g in before)
