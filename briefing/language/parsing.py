"""Noun and verb groups of a sentence, read off the word classes in one pass.

A shallow parse: it does not build a tree, but it knows where a group of words begins and ends, what
its head is, which preposition governs it, and which verb form stands where.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.language.dateparts import months
from briefing.language.groups import Group, GroupKind, Parsed
from briefing.language.joinedgroups import QUOTE_MARKS, join_partitives, join_quoted
from briefing.language.noungroups import noun_group, plain_noun_group, time_group, widened
from briefing.language.quantities import find_quantities
from briefing.language.tagging import classify
from briefing.language.tokens import Token, lowered
from briefing.language.verbgroups import OF_VERBS, lone_verb, verb_group
from briefing.language.wordclasses import joiner

_MONTHS: Final = months()
_KINDS: Final[dict[str, GroupKind]] = {
    "p": "preposition", "c": "coordinator", "r": "relative", "s": "subordinator",
    ",": "mark", ".": "mark", "j": "predicate",
}  # fmt: skip
_OF_NOUNS: Final = frozenset("dqwn'")


def parse(text: str, tokens: Sequence[Token], head: int = 0) -> Parsed:
    """The groups of one sentence; ``text`` is the article's text.

    The first ``head`` tokens are a dateline: one mark, and no part of the clause behind it.
    """
    words = lowered(tokens)
    found = find_quantities(text, tokens, words)
    # A dateline may end inside what looks like a count: "March 10 - 16"
    counted = {c.first: c for c in found if not c.first < head < c.last}
    letters = classify(tokens, words, {i: c.last for i, c in counted.items()})
    groups: list[Group] = []
    read = Parsed(tokens, [token.text for token in tokens], words, letters, groups)
    shape = "".join(letters)
    position, stop = head, len(tokens)
    if head:
        groups.append(Group("mark", 0, head, head - 1, words[head - 1]))
    while position < stop:
        letter = shape[position]
        if letter in _OF_NOUNS:
            word = words[position]
            group = (
                (time_group(read, position) if word in _MONTHS or word[0].isdigit() else None)
                or plain_noun_group(words, shape, position)
                or noun_group(read, counted, position)
            )
        elif letter == "v":
            group = lone_verb(words, position)
        elif letter in OF_VERBS:
            group = verb_group(read, position)
        elif (
            letter == ","
            and groups
            and groups[-1].quantity
            and (end := widened(read, counted, groups[-1], position, bare=False))
        ):  # "20 people, if not 30, died"
            group = Group("mark", position, end, position + 1, words[position + 1])
        else:  # "along with" is one coordinator
            last = position + ((letter == "c" and joiner(tokens, position)) or 1)
            group = Group(_KINDS[letter], position, last, position, words[position])
        groups.append(group)
        position = group.last
    read.held = frozenset([*words, *[group.verb for group in groups]])
    if "of" in read.held:
        read.groups = join_partitives(read.groups, words)
    if not QUOTE_MARKS.isdisjoint(read.held):
        join_quoted(read.groups)
    return read
