"""Which noun groups stand behind a verb: its object, who shares its fate, an inverted subject."""

from __future__ import annotations

from typing import Final

from briefing.language.groups import Parsed
from briefing.language.lists import OTHERS, Linked, continue_list, elliptic, list_from
from briefing.language.roles import SUBSETS, is_graver
from briefing.lexicon import word_set

_PARTICLES: Final = word_set("grammar", "particles", "words")  # "gunned down three men"
_MANNERS: Final = (["to", "death"], ["in", "combat"], ["in", "action"], ["in", "battle"])
_DID: Final = frozenset(("did", "was", "were"))  # "two guards died, as did five prisoners"
_COMPANY_REACH: Final = 9  # groups after the verb in which "along with" stands


def object_(parse: Parsed, verb: int) -> Linked:
    """The noun groups that are the object of the verb group at ``verb``, lists included."""
    linked = Linked()
    at = _object_start(parse, verb)
    if at is None:
        return linked
    linked.wholes.append(at)
    continue_list(parse, at, linked)
    return linked


def _object_start(parse: Parsed, verb: int) -> int | None:
    groups = parse.groups
    at = verb + 1
    while at < len(groups) and (
        (groups[at].kind == "mark" and groups[at].word not in (",", ";", "–", "—"))
        or groups[at].kind == "predicate"
        or (at == verb + 1 and groups[at].word in _PARTICLES)
    ):
        at += 1
    if [group.word for group in groups[at : at + 2]] in _MANNERS:
        at += 2  # "hacked to death nine farmers"
    if at < len(groups) and groups[at].kind == "coordinator":
        return shared_object(parse, at)
    return at if at < len(groups) and groups[at].kind == "noun" else None


def shared_object(parse: Parsed, conjunction: int) -> int | None:
    """ "killed and wounded 15": the object of the second verb is that of the first."""
    groups = parse.groups
    second = conjunction + 1
    if second + 1 < len(groups) and groups[second].kind == "verb" and not groups[second].passive:
        return second + 1 if groups[second + 1].kind == "noun" else None
    return None


def inverted(parse: Parsed, verb: int) -> Linked:
    """ "Also killed in the raid were two porters": the subject behind the auxiliary verb."""
    groups = parse.groups
    at = verb + 1
    while at < len(groups) and groups[at].kind in ("preposition", "noun", "mark"):
        at += 1
    opens = all(g.kind in ("mark", "preposition") or g.word == "those" for g in groups[:verb])
    auxiliary = at + 1 < len(groups) and groups[at].verb == "be" and not groups[at].passive
    if not opens or not auxiliary or groups[at + 1].kind != "noun":
        return Linked()
    linked = Linked([at + 1])
    continue_list(parse, at + 1, linked)
    among = any(g.word in SUBSETS for g in groups[:verb])
    return Linked([], linked.wholes) if among else linked


def companions(parse: Parsed, verb: int) -> list[int]:
    """ "was killed in Bo along with two aides": who shares the subject's fate after the verb."""
    groups = parse.groups
    for at in range(verb + 1, min(len(groups) - 1, verb + _COMPANY_REACH)):
        if _joins(parse, at):
            return list_from(parse, at + 1) if groups[at + 1].kind == "noun" else []
        if groups[at].word == "as" and at + 2 < len(groups) and groups[at + 1].word in _DID:
            return list_from(parse, at + 2) if groups[at + 2].quantity else []
        if further := elliptic(parse, verb, at):
            return further
        if groups[at].kind not in ("noun", "preposition", "mark"):
            return []
    return []


def graver_behind(parse: Parsed, verb: int) -> list[int]:
    """ "Twenty were injured in Bo, two critically": some of the subject, by their state."""
    groups = parse.groups
    for at in range(verb + 1, min(len(groups) - 1, verb + _COMPANY_REACH)):
        if groups[at].word == "," and is_graver(parse, at + 1):
            return [at + 1]
        if groups[at].kind not in ("noun", "preposition", "mark"):
            return []
    return []


def _joins(parse: Parsed, at: int) -> bool:
    """ "along with", or "with" before others: "was killed with two others"."""
    group = parse.groups[at]
    if group.kind == "coordinator" and group.last - group.first > 1:
        return True
    others = not OTHERS.isdisjoint(parse.words(parse.groups[at + 1]))
    return group.word == "with" and others and parse.groups[at + 1].quantity is not None
