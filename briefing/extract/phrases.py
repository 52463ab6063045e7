"""Phrases of the lexicon, found in tokens in one pass.

The notation, one phrase per string: ``strain~`` any inflection, ``rise/fall`` either word,
``...`` up to four words between (twice: eight), ``#`` a figure. A word in capitals is a class that
the caller gives to tokens: ``NAME``, ``MONEY``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.grammar import inflect
from briefing.lexicon import load

GAP = "..."
_WIDEST_GAP = 4

Slot = frozenset[str] | None  # what may stand in one place of a phrase; None for a gap
Words = Sequence[Sequence[str]]  # per token its word in lower case and its classes


class Hit(NamedTuple):
    """Rule ``rule`` fired on ``tokens[start:end]``."""

    rule: str
    start: int
    end: int


class PhraseBook:
    """Rules by the first word of their phrases, so that each token is looked up once."""

    def __init__(self, rules: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[str, tuple[Slot, ...]]]] = {}
        for rule, phrases in rules.items():
            for phrase in phrases:
                first, *rest = (_slot(word) for word in phrase.split())
                for word in first or ():
                    self._by_first.setdefault(word, []).append((rule, tuple(rest)))

    def find(self, words: Words) -> list[Hit]:
        """Every phrase in ``words``, in the order in which they begin."""
        hits = []
        for start, names in enumerate(words):
            for name in names:
                for rule, rest in self._by_first.get(name, ()):
                    end = _match(rest, words, start + 1)
                    if end:
                        hits.append(Hit(rule, start, end))
        return hits


def _slot(word: str) -> Slot:
    if word == GAP:
        return None
    return frozenset(
        form
        for choice in word.split("/")
        for form in (_forms(choice[:-1]) if choice.endswith("~") else (choice,))
    )


@cache
def _forms(lemma: str) -> frozenset[str]:
    further = load("forms")["further"].get(lemma, "").split()
    return frozenset((*(word for word, _ in inflect(lemma)), *further))


def _match(slots: Sequence[Slot], words: Words, at: int) -> int:
    """Where the rest of a phrase ends that goes on at token ``at``; 0 where it does not match."""
    gap = 0
    for slot in slots:
        if slot is None:
            gap += _WIDEST_GAP
            continue
        end = min(at + gap + 1, len(words))
        while at < end and slot.isdisjoint(words[at]):
            at += 1
        if at == end:
            return 0
        at, gap = at + 1, 0
    return at
