"""Counts behind a label and a colon, as communiqués have them: "Enemy dead: 17. Wounded: 8"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.language.groups import Parsed
from briefing.language.lists import Linked, continue_list
from briefing.lexicon import load
from briefing.models import Outcome

_LONGEST: Final = 4  # words of a label


def find_labelled(parse: Parsed) -> Iterator[Finding]:
    """The counts of a sentence that stand behind a label which says what befell whom."""
    if not _CODED.isdisjoint(parse.held):
        yield from _coded(parse)
    if ":" not in parse.held or _LABELS.isdisjoint(parse.held):
        return
    for at, label in _counts(parse):
        outcome = next((_labels()[word] for word in label if word in _labels()), None)
        if outcome:
            yield Finding(outcome, "labelled", Linked([at]), at - 2, count_only=True)
    yield from _listed_behind(parse)


def _coded(parse: Parsed) -> Iterator[Finding]:
    """ "3 KIA, 5 WIA": by an army's letters, behind a mark and as no verb's object."""
    for at, group in enumerate(parse.groups):
        before = parse.groups[at - 1].kind if at else "mark"
        outcome = _CODES.get(group.word) if group.quantity else None
        if outcome and before in ("mark", "coordinator"):
            yield Finding(outcome, "labelled", Linked([at]), at, count_only=True)


def _listed_behind(parse: Parsed) -> Iterator[Finding]:
    """ "Killed in Goma on Monday: 12 civilians and three soldiers"."""
    groups = parse.groups
    outcome = _labels().get(groups[0].word)
    colon = next((at for at, group in enumerate(groups) if group.word == ":"), 0)
    only_where = all(g.kind in ("preposition", "noun", "mark") for g in groups[1:colon])
    if outcome is None or not only_where or not 0 < colon < len(groups) - 1:
        return
    first = groups[colon + 1]
    if first.kind == "noun" and first.quantity and not first.only_counts:
        linked = Linked([colon + 1])
        continue_list(parse, colon + 1, linked)
        yield Finding(outcome, "labelled", linked, 0, "people", nominal=True)


def _counts(parse: Parsed) -> Iterator[tuple[int, list[str]]]:
    """Each bare count behind a label and a colon, with the words of its label."""
    groups = parse.groups
    for at in range(1, len(groups) - 1):
        count = groups[at + 1]
        told = groups[at].word == ":" and count.only_counts
        label = _label_before(parse, at) if told else []
        if label and _ends(parse, at + 2):
            yield at + 1, label


def _label_before(parse: Parsed, colon: int) -> list[str]:
    """The words before a colon from the sentence's or the part's beginning on, if they are few."""
    first = last = parse.groups[colon].first
    while first and last - first <= _LONGEST and parse.letters[first - 1] not in ",.":
        first -= 1
    return parse.lower[first:last] if last - first <= _LONGEST else []


def _ends(parse: Parsed, at: int) -> bool:
    return at >= len(parse.groups) or parse.groups[at].word in (".", ";", ",")


def _codes() -> dict[str, Outcome]:
    outcomes: tuple[Outcome, ...] = ("killed", "injured", "missing", "detained")
    table = load("casualties")["coded"]
    return {word: outcome for outcome in outcomes for word in table[outcome].split()}


_CODES: Final = _codes()
_CODED: Final = frozenset(_CODES)


def label_outcome(word: str) -> Outcome | None:
    """What a word of a label says befell those whom it counts: "wounded", "displaced"."""
    return _labels().get(word)


@cache
def _labels() -> dict[str, Outcome]:
    outcomes: tuple[Outcome, ...] = ("killed", "injured", "detained", "missing", "displaced")
    table = load("casualties")["labelled"]
    return {word: outcome for outcome in outcomes for word in table.get(outcome, "").split()}


_LABELS: Final = frozenset(_labels())
