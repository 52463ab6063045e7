"""Noun and verb groups of a sentence, read off the word classes in one pass.

A shallow parse: it does not build a tree, but it knows where a group of words begins and ends, what
its head is, which preposition governs it, and which verb form stands where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefing.language.grammar import base_forms, classify, joiner, verb_forms
from briefing.language.quantities import Counted, find_quantities
from briefing.language.tokens import Token
from briefing.lexicon import word_set
from briefing.models import Quantity

GroupKind = Literal[
    "noun", "verb", "predicate", "preposition", "coordinator", "relative", "subordinator", "mark"
]
_KINDS: dict[str, GroupKind] = {
    "p": "preposition", "c": "coordinator", "r": "relative", "s": "subordinator",
    ",": "mark", ".": "mark", "j": "predicate",
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """``tokens[first:last]`` of a sentence as one unit.

    ``head`` is the position of the word that carries it; for a verb group the last verb.
    ``verb`` is its lemma, ``form`` the head's form; ``passive``: be or get before a participle.
    """

    kind: GroupKind
    first: int
    last: int
    head: int
    word: str = ""  # the head in lower case
    quantity: Quantity | None = None
    counted: int = 0  # tokens of the quantity, from ``first`` on
    definite: bool = False  # "the", "his", a possessive: spoken of before
    pronoun: bool = False
    verb: str = ""
    form: str = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""  # "could", "to": not said to have happened
    perfect: bool = False

    @property
    def finite(self) -> bool:
        """Whether the group carries a clause of its own and not "killing 15" or "to kill"."""
        return (
            self.kind == "verb" and not (self.form == "ing" and not self.passive)
        ) or self.passive


@dataclass(slots=True)
class Parsed:
    """A sentence as tokens, word classes and groups."""

    tokens: Sequence[Token]
    letters: list[str]
    groups: list[Group]

    def words(self, group: Group) -> list[str]:
        return [token.lower for token in self.tokens[group.first : group.last]]


def parse(text: str, tokens: Sequence[Token], head: int = 0) -> Parsed:
    """The groups of one sentence; ``text`` is the article's text.

    The first ``head`` tokens are a dateline: one mark, and no part of the clause behind it.
    """
    counted = {c.first: c for c in find_quantities(text, tokens)}
    letters = classify(tokens, {i: c.last for i, c in counted.items()})
    groups: list[Group] = []
    position = head
    if head:
        groups.append(Group("mark", 0, head, head - 1, tokens[head - 1].lower))
    while position < len(tokens):
        group = _group(tokens, letters, counted, position)
        groups.append(group)
        position = group.last
    return Parsed(tokens, letters, _partitives(groups))


def _group(
    tokens: Sequence[Token], letters: list[str], counted: dict[int, Counted], at: int
) -> Group:
    letter = letters[at]
    if letter in "bhmxav":
        return _verb_group(tokens, letters, at)
    if letter in "dqwn'":
        return _noun_group(tokens, letters, counted, at)
    last = at + (joiner(tokens, at) or 1)  # "along with" is one coordinator
    return Group(_KINDS[letter], at, last, at, tokens[at].lower)


def owner_group(parse: Parsed, group: Group) -> Group | None:
    """What stands before the possessive of a noun group: "the judge" of "the judge's death"."""
    marks = range(group.head - 1, group.first, -1)
    mark = next((i for i in marks if parse.tokens[i].lower in _POSSESSIVES), None)
    if mark is None:
        return None
    word = parse.tokens[mark - 1].lower
    definite = parse.tokens[group.first].lower in _DEFINITE
    return replace(group, last=mark, head=mark - 1, word=word, definite=definite)


_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


def _verb_group(tokens: Sequence[Token], letters: list[str], at: int) -> Group:
    """Auxiliaries, adverbs, negation and the verb they belong to; an adverb alone is a mark."""
    last, head = at, -1
    while last < len(tokens) and (letters[last] in "bhmxav" or _quotes_verb(tokens, letters, last)):
        if letters[last] == "v":
            if head >= 0:
                break
            head = last
        elif head >= 0:
            break
        last += 1
    span = letters[at:last]
    if head < 0 and _AUXILIARIES.isdisjoint(span):
        return Group("mark", at, last, at, tokens[at].lower, negated="x" in span)
    group = Group("verb", at, last, head if head >= 0 else last - 1)
    group.word = tokens[group.head].lower
    group.negated = "x" in span or any(t.lower in _NOT_QUITE for t in tokens[at:last])
    group.perfect = "h" in span
    group.modal = next(
        (t.lower for t, c in zip(tokens[at:last], span, strict=True) if c == "m"), ""
    )
    if group.modal in ("do", "did", "does"):
        group.modal = ""
    if not group.modal and at and tokens[at - 1].lower == "to":
        group.modal = "to"
    _name_verb(group, head >= 0, "b" in span)
    return group


def _quotes_verb(tokens: Sequence[Token], letters: list[str], at: int) -> bool:
    """ "was “kidnapped” at noon": the mark inside a verb group."""
    opens = tokens[at].text in _QUOTES and letters[at - 1] in "bh"
    return opens and letters[at + 1 : at + 2] == ["v"]


_AUXILIARIES = frozenset("bhm")
_QUOTES = frozenset("\"“‘'")
_NOT_QUITE = frozenset(("nearly", "almost", "barely", "hardly"))


def _name_verb(group: Group, verbal: bool, with_be: bool) -> None:
    word = group.word
    known = verb_forms().get(word) or base_forms().get(word)
    if not verbal:
        group.verb, group.form = "be", "ed"
    elif known:
        group.verb, group.form = known
    else:
        group.verb = word
        group.form = "ing" if word.endswith("ing") else "ed"
    group.passive = with_be and verbal and group.form == "ed"


def _noun_group(
    tokens: Sequence[Token], letters: list[str], counted: dict[int, Counted], at: int
) -> Group:
    group = Group("noun", at, at, at)
    position = at
    while position < len(tokens):
        letter = letters[position]
        starts = position == at
        if letter == "q":
            filled = not starts and tokens[position - 1].lower in _BEFORE_COUNTS
            if group.quantity or (not starts and letters[position - 1] == "w" and not filled):
                break
            quantity = counted[position]
            group.quantity, group.counted = quantity.quantity, quantity.last - at
            group.head = quantity.last - 1
            position = quantity.last
            continue
        if letter == "n":
            if not starts:
                break
            group.pronoun = True
            group.head = position
            position += 1
            break
        if letter == "d" and not starts:
            if letters[position - 1] not in "d'":
                break
        elif letter not in "dw'":
            bracketed = 0 if starts else _short_form(tokens, letters, position)
            if not bracketed:
                break
            position += bracketed
            continue
        if not starts and tokens[position].lower in _NEXT and _is_time(tokens, position):
            break
        if letter == "w":
            group.head = position
        group.definite = group.definite or letter == "'" or tokens[position].lower in _DEFINITE
        position += 1
    group.last = max(position, at + 1)
    group.word = tokens[group.head].lower
    return group


_NEXT = frozenset(("last", "next"))


def _is_time(tokens: Sequence[Token], position: int) -> bool:
    """ "captured a courier last night": the time is no part of the noun before it."""
    units = word_set("grammar", "classes", "time_units")
    return position + 1 < len(tokens) and tokens[position + 1].lower in units


def _short_form(tokens: Sequence[Token], letters: list[str], position: int) -> int:
    """Tokens of a bracketed short form inside a noun group: "a car bomb (VBIED) maker"."""
    after = position + _BRACKETED
    if after >= len(tokens) or tokens[position].text != "(" or tokens[after - 1].text != ")":
        return 0
    goes_on = letters[after] == "w" and tokens[after].text.islower()
    return _BRACKETED if goes_on and tokens[position + 1].text.isupper() else 0


_BRACKETED = 3  # tokens of a short form with its brackets


_BEFORE_COUNTS = frozenset(
    "further additional extra other remaining last first next estimated".split()
)
_DEFINITE = frozenset("the these those this that his her its their our my".split())


def _partitives(groups: list[Group]) -> list[Group]:
    """ "two of the soldiers", "a total of ten sailors" as one noun group with a count."""
    containers = word_set("grammar", "classes", "containers")
    merged: list[Group] = []
    for group in groups:
        whole = merged[-2] if len(merged) > 1 and merged[-1].word == "of" else None
        if whole is None or group.kind != "noun" or whole.kind != "noun":
            merged.append(group)
            continue
        counts = whole.quantity and whole.counted == whole.last - whole.first
        if counts and not group.quantity:
            whole.definite, whole.pronoun = group.definite, group.pronoun
        elif group.quantity and whole.word in containers and not whole.quantity:
            whole.quantity, whole.counted = (
                group.quantity,
                group.first + group.counted - whole.first,
            )
        else:
            merged.append(group)
            continue
        whole.last, whole.head, whole.word = group.last, group.head, group.word
        merged.pop()
    return merged
