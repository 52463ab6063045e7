"""Verb groups: auxiliaries, adverbs, negation and the verb they belong to."""

from __future__ import annotations

from typing import Final

from briefing.language.dateparts import weekdays
from briefing.language.groups import QUOTES, Group, Parsed
from briefing.language.inflection import base_forms, verb_forms
from briefing.language.wordclasses import AUXILIARIES
from briefing.lexicon import word_set

_VERB_FORMS: Final = verb_forms()
_BASE_FORMS: Final = base_forms()
OF_VERBS: Final = frozenset("bhmxav")
_WEEKDAYS: Final = weekdays()
_HOURS: Final = word_set("grammar", "times", "of_day")
NOT_QUITE: Final = frozenset(("nearly", "almost", "barely", "hardly"))


def lone_verb(words: list[str], at: int) -> Group:
    """A verb with nothing of its group before it: "killed", "to kill"."""
    group = Group("verb", at, at + 1, at, words[at])
    group.negated = words[at] in NOT_QUITE
    group.modal = "to" if at and words[at - 1] == "to" else ""
    _name_verb(group, verbal=True, with_be=False)
    return group


def verb_group(read: Parsed, at: int) -> Group:
    """Auxiliaries, adverbs, negation and the verb they belong to; an adverb alone is a mark."""
    words, letters = read.lower, read.letters
    if letters[at] == "a" and words[at] in _WEEKDAYS:
        return Group("mark", at, at + 1, at, words[at])  # "on Saturday also denied"
    last, head = at, -1
    while last < len(words) and (letters[last] in OF_VERBS or _quotes_verb(read, last)):
        if letters[last] == "v":
            if head >= 0:
                break
            head = last
        elif head >= 0:
            break
        last += 1
        if head < 0 and words[last : last + 1] == ["on"]:
            last = _behind_day(read, last)
    span = letters[at:last]
    if head < 0 and AUXILIARIES.isdisjoint(span):
        mark = Group("mark", at, last, at, words[at])
        mark.negated = "x" in span
        return mark
    group = Group("verb", at, last, head if head >= 0 else last - 1)
    group.word = words[group.head]
    group.negated = "x" in span or not NOT_QUITE.isdisjoint(words[at:last])
    group.perfect = "h" in span
    modal = words[at + span.index("m")] if "m" in span else ""
    group.modal = "" if modal in ("do", "did", "does") else modal
    if not group.modal and at and words[at - 1] == "to":
        group.modal = "to"
    _name_verb(group, verbal=head >= 0, with_be="b" in span)
    nonfinite = words[at] in ("being", "having")
    group.progressive = group.form == "ing" and "b" in span and not nonfinite
    return group


def _behind_day(read: Parsed, on: int) -> int:
    """ "Were on Monday night killed": where the verb goes on behind its day; ``on`` where not."""
    words = read.lower
    if words[on + 1 : on + 2] == [] or words[on + 1] not in _WEEKDAYS:
        return on
    verb = on + 2 + (words[on + 2 : on + 3] != [] and words[on + 2] in _HOURS)
    return verb if read.letters[verb : verb + 1] == ["v"] else on


def _quotes_verb(read: Parsed, at: int) -> bool:
    """ "was “kidnapped” at noon": the mark inside a verb group."""
    letters = read.letters
    if letters[at] not in ".'" or letters[at - 1] not in "bha":
        return False
    quoted = letters[at + 1 : at + 2] == ["v"] or letters[at + 1 : at + 3] == ["a", "v"]
    return quoted and read.tokens[at].text in QUOTES


def _name_verb(group: Group, *, verbal: bool, with_be: bool) -> None:
    word = group.word
    known = _VERB_FORMS.get(word) or _BASE_FORMS.get(word)
    if not verbal:
        group.verb, group.form = "be", "ed"
    elif known:
        group.verb, group.form = known
    else:
        group.verb = word
        group.form = "ing" if word.endswith("ing") else "ed"
    if with_be and group.form == "base":
        group.form = "ed"  # "were put", "was cut"
    group.passive = with_be and verbal and group.form == "ed"
