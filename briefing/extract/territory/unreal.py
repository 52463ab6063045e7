"""Captures that were tried, planned or feared, and did not happen."""

from __future__ import annotations

from functools import partial

from briefing.language.groups import Group, Parsed
from briefing.lexicon import word_set

_words = partial(word_set, "territory", "unreal")

_UNREAL_MODALS = frozenset("could would should might can must will 'll may shall".split())
_BACK = 4  # groups before the verb in which an attempt is sought
_CARRIES = frozenset("manage succeed go come allow enable let help permit".split())


def happened(parse: Parsed, at: int, group: Group) -> bool:
    """Whether the verb group at ``at`` is told as a fact."""
    if group.modal in _UNREAL_MODALS:
        return False
    if group.modal == "to":
        return _managed(parse, at, group)
    return not _tried(parse, at)


def _managed(parse: Parsed, at: int, group: Group) -> bool:
    """ "managed to capture", "allowed them to enter", "claimed to have taken"."""
    before = [g for g in parse.groups[max(0, at - 2 * _BACK) : at] if g.kind == "verb"]
    if not before:
        return False
    if group.perfect:
        return before[-1].verb not in _words("verbs")
    return before[-1].verb in _CARRIES and before[-1].modal not in (*_UNREAL_MODALS, "to")


def _tried(parse: Parsed, at: int) -> bool:
    """ "tried capturing", "prevented rebels from capturing": an -ing form under such a verb."""
    if parse.groups[at].form != "ing":
        return False
    before = parse.groups[max(0, at - _BACK) : at]
    near = [g for g in before if g.kind == "verb"]
    return bool(near) and near[-1].verb in _words("verbs") and parse.groups[at - 1].word != ","


def wanted(parse: Parsed, at: int) -> bool:
    """ "a bid for the capture of", "to prevent the fall of"."""
    words = _words("nouns") | _words("verbs")
    before = parse.groups[max(0, at - _BACK) : at]
    return any(g.word in words or g.verb in words or g.modal in _UNREAL_MODALS for g in before)
