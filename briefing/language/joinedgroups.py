"""Groups that are one only together: "two of the soldiers", "12 'civilians'"."""

from __future__ import annotations

from typing import Final

from briefing.language.groups import Group
from briefing.lexicon import word_set

_CONTAINERS: Final = word_set("grammar", "classes", "containers")
QUOTE_MARKS: Final = frozenset(("'", '"'))  # as all quotation marks are read


def join_quoted(groups: list[Group]) -> None:
    """ "To 'liberate' Goma": the word in marks is an infinitive as it would be without them; and
    "12 'civilians'", "'at least 50' men" are one group."""
    for to, mark, verb in zip(groups, groups[1:], groups[2:], strict=False):
        if verb.form == "base" and not verb.modal and mark.word in QUOTE_MARKS and to.word == "to":
            verb.modal = "to"
    for at in range(len(groups) - 3, -1, -1):
        count, mark, noun = groups[at : at + 3]
        if mark.word in QUOTE_MARKS and noun.kind == "noun" and count.only_counts:
            closes = at + 3 < len(groups) and groups[at + 3].word in QUOTE_MARKS
            opened = at > 0 and groups[at - 1].word in QUOTE_MARKS
            if (closes or opened) and noun.quantity is None and not noun.definite:
                count.last, count.head, count.word = noun.last, noun.head, noun.word
                del groups[at + 1 : at + 3]


def join_partitives(groups: list[Group], words: list[str]) -> list[Group]:
    """ "two of the soldiers", "a total of ten sailors" as one noun group with a count."""
    merged: list[Group] = []
    for group, following in zip(groups, [*groups[1:], None], strict=True):
        whole = merged[-2] if len(merged) > 1 and merged[-1].word == "of" else None
        if whole is None or group.kind != "noun" or whole.kind != "noun":
            merged.append(group)
            continue
        rest = words[whole.first + whole.counted : whole.last]
        counts = whole.quantity and (not rest or rest in _FURTHER)
        if counts and (not group.quantity or _is_named_whole(group, following, words)):
            whole.definite, whole.pronoun = group.definite, group.pronoun
        elif group.quantity and whole.word in _CONTAINERS and not whole.quantity:
            whole.quantity = group.quantity
            whole.counted = group.first + group.counted - whole.first
        else:
            merged.append(group)
            continue
        whole.last, whole.head, whole.word = group.last, group.head, group.word
        merged.pop()
    return merged


def _is_named_whole(group: Group, following: Group | None, words: list[str]) -> bool:
    """ "Three of its 23 crew", but not "five of the 12 captured men", "of the 12 men captured"."""
    named = group.definite and group.counted < group.last - group.first
    fate = following is not None and following.kind == "verb" and following.form == "ed"
    reduced = fate and following is not None and not (following.passive or following.perfect)
    told = any(word.endswith("ed") for word in words[group.first : group.head])
    return named and not (reduced or told)


_FURTHER: Final = (["more"], ["others"], ["further"], ["additional"])  # "four more of its soldiers"
