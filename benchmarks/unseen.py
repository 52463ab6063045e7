"""How implications fare without the phrases that only one annotated record knows.

A lexicon that was written beside annotated text knows that text's words. Here each record is read
without the phrases that fire in no other record, which is nearer to text that nobody has seen.
Use: ``python -m benchmarks.unseen``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from unittest.mock import patch

from benchmarks.kit import BLIND, KIT, Record, figures, records, score
from benchmarks.predict import predict
from briefing.extract.implications import scoring as implications
from briefing.extract.implications.wordclasses import classes_of
from briefing.extract.phrases import NOTHING, Hit, Names, PhraseBook

_SET = "implications"


class SingleBook(PhraseBook):
    """The phrases of the lexicon one by one, so that single ones can be left out."""

    def __init__(self, rules: Mapping[str, list[str]]) -> None:
        single = {f"{rule}#{i}": [p] for rule, ps in rules.items() for i, p in enumerate(ps)}
        super().__init__(single, classes_of)
        self.left_out: frozenset[str] = frozenset()
        self.fired: set[str] = set()

    def find(self, words: Iterable[str], further: Mapping[int, Names] = NOTHING) -> list[Hit]:
        """Every phrase in ``words`` that is not left out, under the name of its rule."""
        hits = super().find(words, further)
        self.fired.update(map(_phrase_of, hits))
        kept = (hit for hit in hits if _phrase_of(hit) not in self.left_out)
        return [Hit(hit.rule.partition("#")[0], hit.start, hit.end, hit.lexicon) for hit in kept]


def _phrase_of(hit: Hit) -> str:
    return f"{hit.lexicon}/{hit.rule}"


def lone(fired: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """Of the phrases that fired in each record those that fired in no other."""
    records_of = Counter(phrase for phrases in fired.values() for phrase in phrases)
    return {
        record: frozenset(phrase for phrase in phrases if records_of[phrase] == 1)
        for record, phrases in fired.items()
    }


def answers(gold: list[Record]) -> list[Record]:
    """The answer to each record without the phrases that it alone knows."""
    book = SingleBook(implications.phrases())
    blind = [{field: record[field] for field in BLIND} for record in gold]
    fired: dict[str, set[str]] = {}
    with patch.object(implications, "_book", lambda: book):
        for record in blind:
            book.fired = set()
            predict(record)
            fired[record["id"]] = book.fired
        alone = lone(fired)
        told = []
        for record in blind:
            book.left_out = alone[record["id"]]
            told.append(predict(record))
    return told


def main() -> None:
    """Print each headline figure of implications, with all phrases and without the lone ones."""
    if not KIT.exists():
        raise SystemExit(f"There is no annotated text at {KIT}; nothing can be measured.")
    gold = records(_SET)
    usual = score(gold, [predict(record) for record in gold])
    unseen = score(gold, answers(gold))
    for figure in (figure for figure in figures() if figure.set == _SET):
        before, after = (scores[figure.metric][figure.value] for scores in (usual, unseen))
        print(f"{before:.3f}  {after:.3f}  {figure.says}")


if __name__ == "__main__":
    main()
