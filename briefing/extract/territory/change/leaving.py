"""Verbs of leaving and taking that tell of no place: "left A in ruins", "took a softer line"."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.language.groups import Group, Parsed
from briefing.language.lists import named_by
from briefing.lexicon import word_set

_LEFT_SO: Final = word_set("territory", "left_so", "words")


def is_departure(parse: Parsed, group: Group, taken: tuple[int, ...]) -> bool:
    """Whether "left A" says that somebody left; not "leaving A to them", which only goes on, nor
    "left the roads mined", "left A in ruins", which say what was made of it."""
    if group.form == "ing" and not group.finite:
        return False
    at = named_by(parse, max(taken)) + 1 if taken else len(parse.groups)
    if at >= len(parse.groups):
        return True
    left, following = parse.groups[at], parse.groups[at + 1 : at + 2]
    if left.word == "in":
        return not following or following[0].word not in _LEFT_SO
    participle = left.form == "ed" and not (left.passive or left.perfect)
    return left.kind != "predicate" and not participle


def is_stance(parse: Parsed, group: Group, at: int) -> bool:
    """ "Took a softer line": what somebody says, unless it lies somewhere."""
    taken, words = parse.groups[at], partial(word_set, "territory", "stance")
    if group.verb not in words("verbs") or taken.word not in words("words"):
        return False
    following = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    return parse.lower[taken.first] in ("a", "an") and following not in words("places")
