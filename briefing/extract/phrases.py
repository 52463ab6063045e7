"""Phrases of the lexicon, found in tokens in one pass.

The notation, one phrase per string: ``strain~`` any inflection, ``rise/fall`` either word,
``...`` up to four words between (twice: eight), ``#`` a figure. A word in capitals is a class that
the caller gives to tokens: ``NAME``, ``MONEY``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from briefing.language.inflection import inflect
from briefing.lexicon import load
from briefing.lexicon.memo import Memo

GAP: Final = "..."
_WIDEST_GAP: Final = 4

Slot = int  # the number, in a book, of the words that may stand in one place of a phrase …
_GAP: Final = -1  # … or any words
Names = tuple[str, ...]  # of a token: its word in lower case and its classes
NOTHING: Final[Mapping[int, Names]] = {}


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
    """The phrases that begin with one word: ``by_next`` those that can go on with the next word,
    for each that decides on some; ``open`` those that can go on with any other.
    """

    __slots__ = ("by_next", "open")

    def __init__(self) -> None:
        self.by_next: dict[str, list[_Phrase]] = {}
        self.open: list[_Phrase] = []

    def add(self, place: int, name: str, following: Iterable[str], rest: tuple[Slot, ...]) -> None:
        """A phrase of the rule ``name``: what may follow at once, and all that is to follow."""
        lexicon, _, rule = name.rpartition("/")
        if not following:
            self.open.append(_Phrase(place, rule, lexicon, 1, rest))
        for word in following:
            phrase = _Phrase(place, rule, lexicon, 2, rest[1:])
            self.by_next.setdefault(word, []).append(phrase)

    def close(self) -> None:
        """Put what goes on with any word beside what goes on with one, in the book's order."""
        for decided in self.by_next.values():
            decided[:] = sorted({*self.open, *decided})

    def going_on(self, names: Names) -> list[_Phrase]:
        """The phrases that can go on with a token of several names, in the order of the book."""
        decided = [self.by_next[name] for name in names if name in self.by_next]
        return sorted({*chain.from_iterable(decided)}) if decided else self.open


class _Read:
    """A word as a book knows it: its names, the phrases that begin with one of them, and the slots
    of others that it fits. ``alone``: the name of a word that has no other, as nearly all; else "".
    """

    __slots__ = ("alone", "begun", "fits", "names")

    def __init__(self, names: Names, begun: list[_Started], fits: frozenset[Slot]) -> None:
        self.names = names
        self.alone = names[0] if len(names) == 1 else ""
        self.begun = begun
        self.fits = fits


_END: Final = _Read((), [], frozenset())  # behind the last word


class PhraseBook:
    """Rules by the first two words of their phrases, so that few are tried at each token.

    The name of a rule may begin with that of its lexicon: "theme/economic". ``names``: those of a
    word as it is written.
    """

    def __init__(self, rules: Mapping[str, Iterable[str]], names: Callable[[str], Names]) -> None:
        self._by_first: dict[str, _Started] = {}
        self._slots: dict[frozenset[str], Slot] = {}
        phrases = [(rule, phrase) for rule, texts in rules.items() for phrase in texts]
        for place, (rule, phrase) in enumerate(phrases):
            first, *rest = [_words_of(word) for word in phrase.split()]
            slots = tuple([self._slot(words) for words in rest])
            for word in first:
                started = self._by_first.setdefault(word, _Started())
                started.add(place, rule, rest[0] if rest else (), slots)
        for started in self._by_first.values():
            started.close()
        self._fitting: dict[str, list[Slot]] = {}
        for words, slot in self._slots.items():
            for word in words:
                self._fitting.setdefault(word, []).append(slot)
        self._words: Memo[str, _Read] = Memo(lambda word: self._read(names(word)))

    def _slot(self, words: frozenset[str]) -> Slot:
        return self._slots.setdefault(words, len(self._slots)) if words else _GAP

    def _read(self, names: Names) -> _Read:
        by_first, fitting = self._by_first, self._fitting
        begun = [by_first[name] for name in names if name in by_first]
        fits = chain.from_iterable([fitting[name] for name in names if name in fitting])
        return _Read(names, begun, frozenset(fits))

    def find(self, words: Iterable[str], further: Mapping[int, Names] = NOTHING) -> list[Hit]:
        """Every phrase in ``words``, in the order in which they begin.

        ``further``: names that some of them have besides their own, by their positions.
        """
        hits: list[Hit] = []
        read = list(map(self._words.__getitem__, words))
        for position, names in further.items():
            read[position] = self._read((*read[position].names, *names))
        for start, (one, following) in enumerate(zip(read, [*read[1:], _END], strict=False)):
            for started in one.begun:
                if following.alone:
                    told = started.by_next.get(following.alone, started.open)
                else:
                    told = started.going_on(following.names)
                for _, rule, lexicon, length, rest in told:
                    end = _match(rest, read, start + length) if rest else start + length
                    if end:
                        hits.append(Hit(rule, start, end, lexicon))
        return hits


def _words_of(written: str) -> frozenset[str]:
    """The words that may stand where a phrase has this one; none for a gap."""
    if written == GAP:
        return frozenset()
    return frozenset(
        form
        for choice in written.split("/")
        for form in (forms_of(choice[:-1]) if choice.endswith("~") else (choice,))
    )


@cache
def forms_of(lemma: str) -> frozenset[str]:
    """The inflected forms of a verb or noun, itself among them."""
    further = load("forms")["further"].get(lemma, "").split()
    return frozenset((*(word for word, _ in inflect(lemma)), *further))


def _match(slots: Sequence[Slot], words: Sequence[_Read], at: int) -> int:
    """Where the rest of a phrase ends that goes on at token ``at``; 0 where it does not match."""
    gap, after = 0, len(words)
    for slot in slots:
        if slot == _GAP:
            gap += _WIDEST_GAP
            continue
        end = at + gap + 1 if at + gap < after else after
        while at < end and slot not in words[at].fits:
            at += 1
        if at == end:
            return 0
        at, gap = at + 1, 0
    return at
