"""Phrases of the lexicon, found in tokens in one pass.

The notation, one phrase per string: ``strain~`` any inflection, ``rise/fall`` either word,
``...`` up to four words between (twice: eight), ``#`` a figure. A word in capitals is a class that
the caller gives to tokens: ``NAME``, ``MONEY``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, compress, count
from typing import Final, NamedTuple

from briefing.language.inflection import inflect
from briefing.lexicon import load
from briefing.lexicon.memo import Memo

GAP: Final = "..."
_WIDEST_GAP: Final = 4

Slot = frozenset[str] | None  # what may stand in one place of a phrase; None for a gap
Words = Sequence[tuple[str, ...]]  # per token its word in lower case and its classes


class Hit:
    """Rule ``rule`` fired on ``tokens[start:end]``; ``lexicon``: what its name began with."""

    __slots__ = ("end", "lexicon", "rule", "start")

    def __init__(self, rule: str, start: int, end: int, lexicon: str) -> None:
        self.rule = rule
        self.start = start
        self.end = end
        self.lexicon = lexicon


class _Phrase(NamedTuple):
    """``rest``: what is to follow the first ``read`` words of a phrase; its place in the book."""

    place: int
    rule: str
    lexicon: str
    read: int
    rest: tuple[Slot, ...]


class _Started:
    """The phrases that begin with one word: those that the next word decides, and the others."""

    __slots__ = ("by_next", "open")

    def __init__(self) -> None:
        self.by_next: dict[str, list[_Phrase]] = {}
        self.open: list[_Phrase] = []

    def add(self, place: int, name: str, rest: tuple[Slot, ...]) -> None:
        lexicon, _, rule = name.rpartition("/")
        following = rest[0] if rest else None
        if following is None:
            self.open.append(_Phrase(place, rule, lexicon, 1, rest))
        for word in following or ():
            phrase = _Phrase(place, rule, lexicon, 2, rest[1:])
            self.by_next.setdefault(word, []).append(phrase)

    def going_on(self, names: Sequence[str]) -> list[_Phrase]:
        """The phrases that can go on with a token of these names, in the order of the book."""
        by_next = self.by_next
        if len(names) == 1 and not self.open:
            return by_next.get(names[0], self.open)
        decided = [by_next[name] for name in names if name in by_next]
        if not decided or (len(decided) == 1 and not self.open):
            return decided[0] if decided else self.open
        return sorted({*self.open, *chain.from_iterable(decided)})


class PhraseBook:
    """Rules by the first two words of their phrases, so that few are tried at each token.

    The name of a rule may begin with that of its lexicon: "theme/economic".
    """

    def __init__(self, rules: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, _Started] = {}
        phrases = [(rule, phrase) for rule, texts in rules.items() for phrase in texts]
        for place, (rule, phrase) in enumerate(phrases):
            first, *rest = (_slot(word) for word in phrase.split())
            for word in first or ():
                self._by_first.setdefault(word, _Started()).add(place, rule, tuple(rest))
        self._begun: Memo[tuple[str, ...], list[_Started]] = Memo(self._begin)

    def _begin(self, names: tuple[str, ...]) -> list[_Started]:
        by_first = self._by_first
        return [by_first[name] for name in names if name in by_first]

    def find(self, words: Words) -> list[Hit]:
        """Every phrase in ``words``, in the order in which they begin."""
        hits = []
        last = len(words) - 1
        begun = list(map(self._begun.__getitem__, words))
        for start in compress(count(), begun):
            following = words[start + 1] if start < last else ()
            for started in begun[start]:
                if not started.open and started.by_next.keys().isdisjoint(following):
                    continue
                for _, rule, lexicon, read, rest in started.going_on(following):
                    end = _match(rest, words, start + read) if rest else start + read
                    if end:
                        hits.append(Hit(rule, start, end, lexicon))
        return hits


def _slot(word: str) -> Slot:
    if word == GAP:
        return None
    return frozenset(
        form
        for choice in word.split("/")
        for form in (forms_of(choice[:-1]) if choice.endswith("~") else (choice,))
    )


@cache
def forms_of(lemma: str) -> frozenset[str]:
    """The inflected forms of a verb or noun, itself among them."""
    further = load("forms")["further"].get(lemma, "").split()
    return frozenset((*(word for word, _ in inflect(lemma)), *further))


def _match(slots: Sequence[Slot], words: Words, at: int) -> int:
    """Where the rest of a phrase ends that goes on at token ``at``; 0 where it does not match."""
    gap, after = 0, len(words)
    for slot in slots:
        if slot is None:
            gap += _WIDEST_GAP
            continue
        end = min(at + gap + 1, after) if gap else at + (at < after)
        while at < end and slot.isdisjoint(words[at]):
            at += 1
        if at == end:
            return 0
        at, gap = at + 1, 0
    return at
