"""Hedges: the words that decide how certain a statement is put, from ``hedges.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from briefing.language.alternatives import is_of_count
from briefing.language.document import Hedge
from briefing.language.inflection import verb_forms
from briefing.language.tokens import Token, lowered
from briefing.language.wordclasses import AUXILIARIES, word_classes
from briefing.lexicon import load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.lexicon.memo import positions
from briefing.models import Certainty, Span
from briefing.records import replace

_REPLY: Final = load("hedges")["reply"]
_ALONE: Final = frozenset(word for phrase in _REPLY["alone"] for word in phrase.split())
_REPLY_VERBS: Final = word_set("hedges", "reply", "verbs")

Direction = Literal["forward", "backward", "sentence"]
_CLOSE: Final = 5  # words: "claimed at least a dozen lives", "rejected the claim"
_NEGATIONS: Final = frozenset(("not", "never", "nor"))


class _Rule(NamedTuple):
    direction: Direction
    certainty: Certainty
    needs: frozenset[str]  # a word that must stand before the hedge; empty: none
    then: frozenset[str]  # one of these must follow close behind; empty: none
    unless: frozenset[str]  # words close behind it with which it means something else
    closed: bool  # no clause may follow: "denied it had fallen"

    def applies(self, before: Sequence[str], behind: Sequence[str]) -> bool:
        """Whether the words around the hedge are those the rule asks for."""
        needed = not self.needs or not self.needs.isdisjoint(before)
        followed = not self.then or not self.then.isdisjoint(behind)
        return needed and followed and self.unless.isdisjoint(behind)


def _opens_clause(word: str) -> bool:
    """Whether a word behind "it" is a verb: "denied it had fallen"."""
    finite = word in _VERBS and not word.endswith("ing")
    return finite or _CLASSES.get(word, "") in AUXILIARIES


_VERBS: Final = verb_forms()
_CLASSES: Final = word_classes()


def find_hedges(tokens: Sequence[Token], words: list[str] | None = None) -> list[Hedge]:
    """The hedges of one sentence, each with the stretch it reaches over.

    Forward: from the words to the end of the sentence; backward: from its start to the words.
    ``words``: the tokens in lower case, where the caller has them.
    """
    literals, lengths = _LITERALS
    words = words or lowered(tokens)
    found: list[Hedge] = []
    read = 0
    for position in positions(words, lengths):
        if position < read:
            continue
        for size in lengths[words[position]]:
            entries = literals.get(tuple(words[position : position + size]))
            if entries is not None and position + size <= len(words):
                end = position + size
                if entries and entries[0].closed and end < len(words) and _opens_clause(words[end]):
                    continue  # "denied it had fallen": the shorter "denied"
                read = end
                if is_of_count(words, position, read):
                    break
                negated = position > 0 and words[position - 1] in _NEGATIONS
                stretch = tokens[position : position + size]
                found += [
                    _hedge(tokens, stretch, rule.direction, rule.certainty)
                    for rule in entries
                    if not negated or rule.certainty not in ("confirmed", "denied")
                    if rule.applies(words[:position], words[read : read + _CLOSE])
                ]
                break
    return found


def find_all_hedges(
    tokens: Sequence[Sequence[Token]], words: Sequence[list[str]]
) -> tuple[tuple[Hedge, ...], ...]:
    """The hedges of every sentence of a text; "The army denied it." is one of the sentence before.

    ``words``: the tokens in lower case.
    """
    found = [find_hedges(*sentence) for sentence in zip(tokens, words, strict=True)]
    for at in range(1, len(tokens)):
        reply = _reply_in(tokens[at], words[at]) if tokens[at - 1] else None
        if reply:
            before = tokens[at - 1]
            found[at - 1].append(replace(reply, start=before[0].start, end=before[-1].end))
    return tuple(map(tuple, found))


def _spoken(words: Sequence[str]) -> str:
    """What a sentence says without its marks."""
    return " ".join(word for word in words if word[0].isalpha())


def _reply_in(tokens: Sequence[Token], words: Sequence[str]) -> Hedge | None:
    """Words of a short sentence that dispute the one before: no clause of their own follows."""
    if len(words) > _REPLY["longest"]:
        return None
    if not _ALONE.isdisjoint(words) and _spoken(words) in _REPLY["alone"]:
        return _hedge(tokens, tokens, "sentence", _REPLY["certainty"])
    if _REPLY_VERBS.isdisjoint(words):
        return None
    what, verbs = (word_set("hedges", "reply", key) for key in ("what", "verbs"))
    for at, (verb, following, then) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        last = at + 1 if following in what and not then[0].isalpha() else at + 2
        ends = last + 1 < len(words) and not words[last + 1][0].isalpha()
        if verb in verbs and words[last] in what and ends:
            return _hedge(tokens, tokens[at : last + 1], "sentence", _REPLY["certainty"])
    return None


def _hedge(
    tokens: Sequence[Token], stretch: Sequence[Token], direction: Direction, certainty: Certainty
) -> Hedge:
    first, last = _reach(tokens, stretch[0], certainty)
    start = stretch[0].start if direction == "forward" else first
    end = stretch[0].end if direction == "backward" else last
    words = " ".join(token.text for token in stretch)
    return Hedge(start, end, certainty, words, Span(stretch[0].start, stretch[-1].end))


def _reach(tokens: Sequence[Token], cue: Token, certainty: Certainty) -> tuple[int, int]:
    """How far words reach: a denial beyond a semicolon, "admitted" and "confirmed" not."""
    marks = [token for token in tokens if token.text == ";"] if certainty == "confirmed" else []
    before = (mark.end for mark in marks if mark.end <= cue.start)
    behind = (mark.start for mark in marks if mark.start >= cue.end)
    return max(before, default=tokens[0].start), min(behind, default=tokens[-1].end)


def _literals() -> tuple[dict[tuple[str, ...], list[_Rule]], dict[str, tuple[int, ...]]]:
    table: dict[tuple[str, ...], list[_Rule]] = {}
    for entry in load("hedges")["hedge"]:
        keys = ("needs", "then", "unless")
        needs, then, unless = (frozenset(entry.get(key, "").split()) for key in keys)
        closed = entry.get("closed", False)
        rule = _Rule(entry["direction"], entry["certainty"], needs, then, unless, closed)
        for literal in entry["literals"]:
            table.setdefault(tuple(literal.split()), []).append(rule)
    for literal in load("hedges")["not_hedges"]["literals"]:
        table[tuple(literal.split())] = []
    return table, lengths_by_word(table)


_LITERALS: Final = _literals()
