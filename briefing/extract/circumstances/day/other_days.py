"""Days that a sentence names and on which nothing that it tells happened.

Those of a statement ("police said on Monday") or of an occasion ("Sunday's election"), and those
that are still to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from briefing.extract.circumstances.telling.statement import (
    is_of_decree,
    is_of_source,
    is_of_statement,
    is_said,
    is_told_impersonally,
    opens_statement,
)
from briefing.extract.scene import Scene
from briefing.language.dates import Dated
from briefing.language.groups import Group
from briefing.lexicon import word_set

_words = partial(word_set, "dates")

_AWAITED: Final = _words("awaited", "words")

_ACCUSING: Final = _words("statement", "accusing")
_CLAIMING: Final = _words("statement", "claiming")
_ISSUES: Final = _words("statement", "issues")
_CLAUSE: Final = 8  # groups before a date that belong to its clause
_FUTURE: Final = word_set("grammar", "modals", "future")


def is_of_speech(scene: Scene, dated: Dated) -> bool:
    """ "police said in Goma on Monday", "the ministry today denied": the day of the statement."""
    groups = scene.parse.groups
    at = scene.group_of(dated)
    owns = dated.last <= groups[at].head and scene.parse.letters[dated.last] == "'"
    if owns or scene.parse.lower[dated.first - 1 : dated.first] == ["between"]:
        # "Monday's issue", but "condemned Monday's raid", "said between 20 and 26 May 700 bodies"
        return owns and groups[at].word in _ISSUES
    if _is_before_speech(groups, at, dated):
        return True
    held = scene.parse.held
    if "it" in held and is_told_impersonally(groups, at):
        return True
    if ("according" in held and is_of_source(groups, at)) or is_of_decree(scene, at):
        return True
    if is_of_statement(scene, at) or _of_claim(groups, at) or opens_statement(scene, at):
        return True
    return at <= 1 and "had" in held and _opens_account(scene, at)


def _is_before_speech(groups: Sequence[Group], at: int, dated: Dated) -> bool:
    """ "The ministry today denied", "the ministry on Monday accused": it is at the verb."""
    if is_said(groups, at):
        return True
    if dated.last != groups[at].last or at + 1 >= len(groups):
        return False
    following = groups[at + 1]
    accuses = following.verb in _ACCUSING and following.finite and not following.passive
    return accuses or is_said(groups, at + 1)


def is_of_aside(scene: Scene, dated: Dated, start: int) -> bool:
    """ "A gang blamed for a raid on 3 May seized the bridge": the day of the raid, and not of what
    the verb at ``start`` tells."""
    groups, own, verb = scene.parse.groups, scene.group_of(dated), scene.group_at(start)
    if own > verb or groups[verb].kind != "verb" or groups[verb].form != "ed":
        return False
    if dated.first > groups[verb].head:
        return False
    blamed = _participle_before(groups, own)
    if blamed is None:
        return False
    marks = [g.word for g in groups[own + 1 : verb] if g.kind != "noun" or g.quantity]
    return marks == ([","] if groups[blamed - 1].word == "," else [])


def is_of_sequel(scene: Scene, dated: Dated, end: int) -> bool:
    """ "Held the town for two days before withdrawing on 14 May": the day of the withdrawal."""
    groups, own = scene.parse.groups, scene.group_of(dated)
    for at in range(own - 1, max(0, own - _SEQUEL), -1):
        if groups[at].kind == "verb":
            follows = groups[at].form == "ing" and groups[at - 1].word == "before"
            return follows and scene.span(groups[at]).start >= end
        if groups[at].word in (",", ";"):
            return False
    return False


_SEQUEL: Final = 4  # groups of "before withdrawing to Goma on"


def _participle_before(groups: Sequence[Group], own: int) -> int | None:
    """The participle with a preposition that a day stands behind in its phrase, if any."""
    for at in range(own - 1, max(0, own - _ASIDE), -1):
        group = groups[at]
        if group.kind == "verb":
            bare = group.form == "ed" and not (group.passive or group.perfect or group.modal)
            beside = groups[at - 1].kind in ("noun", "relative") or groups[at - 1].word == ","
            return at if bare and beside and groups[at + 1].kind == "preposition" else None
        if group.kind not in ("noun", "preposition", "mark") or group.word in (",", ";"):
            return None
    return None


_ASIDE: Final = 9  # groups of "blamed for the massacre of nine men in Bo on"


def is_to_come(scene: Scene, dated: Dated) -> bool:
    """Whether a day lies ahead: by the words before it, or by the calendar. One day may be that of
    another clock: "0130 GMT on 7 September" is the night of the 6th in Bogota."""
    start, reported = dated.when.start, scene.document.reported
    late = bool(start and reported and start > reported + timedelta(days=1))
    return (late and dated.shift is None) or _is_awaited(scene, dated)


def is_of_occasion(scene: Scene, dated: Dated) -> bool:
    """ "Ahead of Sunday's election", "the 3 March talks": the day of something else."""
    groups, at = scene.parse.groups, scene.group_of(dated)
    group = groups[at]
    if at >= _BEFORE_OCCASION and groups[at - 1].word == "on" and _is_ahead(groups, at):
        return True
    if group.word not in _words("occasions", "words") or dated.last > group.head:
        return False
    when = at > 0 and groups[at - 1].word in _words("occasions", "during")
    return not (when and not groups[at - 2].word.endswith("ing"))  # "voting in Sunday's election"


def _is_ahead(groups: Sequence[Group], at: int) -> bool:
    """ "Ahead of talks on Saturday": the day of the talks, behind words for what comes first."""
    ahead = groups[at - 3].word
    if groups[at - 2].word not in _words("occasions", "words"):
        return False
    return ahead == "before" or (ahead == "of" and groups[at - 4].word == "ahead")


_BEFORE_OCCASION: Final = 4  # groups of "ahead of talks on"


def _is_awaited(scene: Scene, dated: Dated) -> bool:
    """ "The summit scheduled for 8 December", "will vote on Monday": a day still to come."""
    groups = scene.parse.groups
    at = scene.group_of(dated)
    for back in range(at - 1, max(-1, at - _CLAUSE), -1):
        group = groups[back]
        known = {group.verb, *scene.parse.words(group)} & _AWAITED
        if known or group.modal in _FUTURE or _is_to_be(groups, back):
            return True
        if group.kind in ("mark", "subordinator", "relative") or (
            group.kind == "verb" and group.finite and group.modal != "to"
        ):
            return False
    following = (g for g in groups[at + 1 :] if g.kind == "verb" and g.finite)
    return next((g.modal for g in following), "") in _FUTURE


def _is_to_be(groups: Sequence[Group], at: int) -> bool:
    """ "Are to be held": what is arranged."""
    before = groups[max(0, at - 2) : at]
    return groups[at].modal == "to" and [g.verb for g in before] == ["be", ""]


def _opens_account(scene: Scene, at: int) -> bool:
    """ "On Monday the ministry said that 19 men had been killed": the day of the statement, as the
    tense of what was before shows; not "on Monday, the ministry said, 19 men were killed"."""
    groups = scene.parse.groups
    verbs = [i for i, group in enumerate(groups) if group.kind == "verb" and group.finite][:_TWO]
    if len(verbs) < _TWO or verbs[0] < at or not is_said(groups, verbs[0]):
        return False
    told = groups[verbs[1]]
    before = groups[verbs[0] + 1].word != ","
    return before and told.perfect and scene.parse.lower[told.first] == "had"


_TWO: Final = 2  # verbs: "said", "had killed"


def _of_claim(groups: Sequence[Group], at: int) -> bool:
    """ "Claimed the ambush on Friday": the day of the claim."""
    before = groups[max(0, at - 3) : at]
    stands = [group.kind for group in before] == ["verb", "noun", "preposition"]
    claims = stands and before[0].verb in _CLAIMING and not before[0].passive
    return claims and before[1].definite and before[2].word == "on"
