"""A sentence as groups of words: each with its kind, its head, its count, its form of the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefing.language.inflection import is_plural
from briefing.language.tokens import Token
from briefing.models import Quantity

DEFINITE: Final = frozenset("the these those this that his her its their our my".split())
QUOTES: Final = frozenset("\"“‘'")  # with which a word in quotation marks may open

GroupKind = Literal[
    "noun", "verb", "predicate", "preposition", "coordinator", "relative", "subordinator", "mark"
]


class Group:
    """``tokens[first:last]`` of a sentence as one unit.

    ``head`` is the position of the word that carries it; ``word`` is that in lower case; for a verb
    group it is the last verb. ``counted``: tokens of the quantity, from ``first`` on. ``definite``:
    "the", "his", a possessive: spoken of before. ``verb`` is the lemma, ``form`` the head's form;
    ``passive``: be or get before a participle. ``modal``: "could", "to": not said to have happened.
    ``progressive``: "are killing", which carries a clause as "kill" does.
    """

    __slots__ = (
        "counted", "definite", "first", "form", "head", "kind", "last", "modal", "negated",
        "passive", "perfect", "progressive", "pronoun", "quantity", "verb", "word",
    )  # fmt: skip

    def __init__(self, kind: GroupKind, first: int, last: int, head: int, word: str = "") -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.head = head
        self.word = word
        self.quantity: Quantity | None = None
        self.counted = 0
        self.definite = False
        self.pronoun = False
        self.verb = ""
        self.form = ""
        self.passive = False
        self.negated = False
        self.modal = ""
        self.perfect = False
        self.progressive = False

    def part(self, last: int, head: int, word: str) -> Group:
        """A copy that ends elsewhere and that another word carries."""
        part = Group(self.kind, self.first, last, head, word)
        part.quantity, part.counted = self.quantity, self.counted
        part.definite, part.pronoun = self.definite, self.pronoun
        part.verb, part.form, part.passive = self.verb, self.form, self.passive
        part.negated, part.modal, part.perfect = self.negated, self.modal, self.perfect
        part.progressive = self.progressive
        return part

    @property
    def only_counts(self) -> bool:
        """Whether the group is a number alone: "nine", with no noun."""
        return self.quantity is not None and self.counted == self.last - self.first

    @property
    def is_several(self) -> bool:
        """Whether a noun group stands for several, by its count or its noun."""
        counted = self.quantity is not None and self.quantity.best != 1
        return counted or is_plural(self.word)

    @property
    def finite(self) -> bool:
        """Whether the group carries a clause of its own and not "killing 15" or "to kill"."""
        bare = self.form == "ing" and not self.progressive
        return (self.kind == "verb" and not bare) or self.passive


@dataclass
class Parsed:
    """A sentence as tokens, word classes and groups.

    ``texts``: the tokens as they are written; ``lower``: each token's word in lower case.
    ``held``: all these words and the lemmas of the verbs, so that rules whose words it does not
    hold need not look at its groups.
    """

    tokens: Sequence[Token]
    texts: list[str]
    lower: list[str]
    letters: list[str]
    groups: list[Group]
    held: frozenset[str] = frozenset()

    def words(self, group: Group) -> list[str]:
        """The words of a group in lower case."""
        return self.lower[group.first : group.last]

    def is_indefinite(self, group: Group) -> bool:
        """Whether a group opens with "a" or "an": one that has not been told before."""
        return self.lower[group.first] in ("a", "an")


def owner_group(parse: Parsed, group: Group) -> Group | None:
    """What stands before the possessive of a noun group: "the judge" of "the judge's death"."""
    marks = range(group.head - 1, group.first, -1)
    mark = next((i for i in marks if parse.tokens[i].lower in POSSESSIVES), None)
    if mark is None:
        return None
    word = parse.tokens[mark - 1].lower
    definite = parse.tokens[group.first].lower in DEFINITE
    owner = group.part(mark, mark - 1, word)
    owner.definite = definite
    return owner


POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))
