"""Verbs whose subject is what was taken: "was captured", "the town captured by rebels"."""

from __future__ import annotations

from typing import Final

from briefing.extract.territory.ground.taken import units
from briefing.language.groups import Group, Parsed
from briefing.language.subjects import is_past
from briefing.lexicon import word_set

_WHERE: Final = 3  # groups of "a town in Homs province"


def is_turned(parse: Parsed, at: int, group: Group) -> bool:
    """Whether the verb's subject is what was taken: "was captured", "was declared liberated"."""
    before = parse.groups[at - 1] if at else group
    declared = group.form == "ed" and before.kind == "verb" and before.passive
    return group.passive or declared or is_reduced(parse, at, group)


def is_reduced(parse: Parsed, at: int, group: Group) -> bool:
    """ "the town captured by rebels", "40 towns taken so far": a participle without auxiliary."""
    if group.form != "ed" or group.perfect or group.passive:
        return False
    if [g.word for g in parse.groups[at + 1 : at + 2]] == ["by"]:
        return True
    if is_aside(parse, at):
        return True
    following = parse.groups[at + 1].kind if at + 1 < len(parse.groups) else "mark"
    before = parse.groups[at - 1] if at else None
    counted = before is not None and before.kind == "noun" and is_counted(parse, at - 1)
    moves = any(g.word in _INTO for g in parse.groups[at + 1 : at + 2])  # "40 men rolled into"
    return (counted and following != "noun" and not moves) or _is_curt(parse, at, group)


def is_aside(parse: Parsed, at: int) -> bool:
    """ "Bara, captured on Monday by rebels, lies …": a participle behind a comma, with its doer."""
    groups = parse.groups
    shape = [group.kind for group in groups[max(0, at - 2) : at]]
    if shape != ["noun", "mark"] or groups[at - 1].word != ",":
        return False
    for group in groups[at + 1 : at + 1 + _DOER]:
        if group.word == "by":
            return True
        if group.kind == "verb" or group.word == ",":
            return False
    return False


_DOER: Final = 5  # groups behind such a participle in which "by" stands


def _is_curt(parse: Parsed, at: int, group: Group) -> bool:
    """ "Kunduz and Taluqan captured in one day", "Mazar abandoned": of entries and headlines, which
    have no other verb in the clause and nothing that could be the object."""
    if group.verb not in _CURT or not at or is_past(group):
        return False
    groups = parse.groups
    before = any(group.kind in _CLAUSES for group in _clause_before(parse, at))
    if before or groups[at - 1].kind != "noun" or _has_particle(parse, at):
        return False
    for behind in range(at + 1, len(groups)):
        one = groups[behind]
        if one.word in _ENDS or one.kind in _CLOSES:
            return True
        if one.kind == "verb" or (one.kind == "noun" and groups[behind - 1].kind != "preposition"):
            return False
    return True


def _has_particle(parse: Parsed, at: int) -> bool:
    """ "Seized back the town": what follows is the object."""
    following = parse.groups[at + 1 : at + 2]
    return any(group.word in word_set("grammar", "particles", "words") for group in following)


def _clause_before(parse: Parsed, at: int) -> list[Group]:
    """The groups of the clause that ends before ``at``."""
    first = at
    while first and parse.groups[first - 1].word not in _BREAKS:
        first -= 1
    return parse.groups[first:at]


_INTO: Final = frozenset(("into", "towards", "toward", "out"))
_CLOSES: Final = ("coordinator", "relative", "subordinator")
_CLAUSES: Final = ("verb", "relative", "subordinator")
_CURT: Final = word_set("territory", "curt", "verbs")
_BREAKS: Final = frozenset((";", ":", "–", "—", "|", "-"))
_ENDS: Final = _BREAKS | {",", "."}


def described(parse: Parsed, at: int) -> int | None:
    """The town and no province: "Dara, a town in Homs province captured by rebels"."""
    phrase = parse.groups[max(0, at - _WHERE) : at]
    if len(phrase) < _WHERE or phrase[1].word not in ("in", "near"):
        return None
    article = parse.is_indefinite(phrase[0])
    if phrase[0].word not in units() or not article:
        return None
    town = at - _WHERE
    before = parse.groups[max(0, town - 2) : town]
    named = [g.kind for g in before] == ["noun", "mark"] and before[1].word == ","
    return town - 2 if named and parse.tokens[before[0].head].capitalised else town


def is_counted(parse: Parsed, at: int) -> bool:
    """Whether the noun group or the list it closes has a count: "50 towns and villages"."""
    groups = parse.groups
    while at > 1 and not groups[at].quantity and groups[at - 1].word in ("and", ","):
        at -= 2
    return groups[at].quantity is not None
