"""Noun and verb groups of a sentence, read off the word classes in one pass.

A shallow parse: it does not build a tree, but it knows where a group of words begins and ends, what
its head is, which preposition governs it, and which verb form stands where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from briefing.language.alternatives import with_alternative
from briefing.language.dateparts import months, months_joined
from briefing.language.daygroups import clock_end, day_end
from briefing.language.inflection import base_forms, verb_forms
from briefing.language.quantities import Counted, find_quantities
from briefing.language.tagging import classify
from briefing.language.tokens import Token, lowered
from briefing.language.wordclasses import joiner
from briefing.lexicon import word_set
from briefing.models import Quantity

_MONTHS: Final = months()
_VERB_FORMS: Final = verb_forms()
_BASE_FORMS: Final = base_forms()
_CLASSES_CONTAINERS: Final = word_set("grammar", "classes", "containers")

GroupKind = Literal[
    "noun", "verb", "predicate", "preposition", "coordinator", "relative", "subordinator", "mark"
]
_KINDS: Final[dict[str, GroupKind]] = {
    "p": "preposition", "c": "coordinator", "r": "relative", "s": "subordinator",
    ",": "mark", ".": "mark", "j": "predicate",
}  # fmt: skip


_MARKS: Final = frozenset(("'", '"'))  # as all quotation marks are read


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
    position = head
    if head:
        groups.append(Group("mark", 0, head, head - 1, words[head - 1]))
    while position < len(tokens):
        letter = shape[position]
        if letter in _OF_NOUNS:
            word = words[position]
            group = (
                (_time_group(read, position) if word in _MONTHS or word[0].isdigit() else None)
                or _plain_noun_group(words, shape, position)
                or _noun_group(read, counted, position)
            )
        elif letter == "v":
            group = _lone_verb(words, position)
        elif letter in _OF_VERBS:
            group = _verb_group(read, position)
        elif (
            letter == ","
            and groups
            and groups[-1].quantity
            and (end := _widened(read, counted, groups[-1], position, bare=False))
        ):  # "20 people, if not 30, died"
            group = Group("mark", position, end, position + 1, words[position + 1])
        else:  # "along with" is one coordinator
            last = position + ((letter == "c" and joiner(tokens, position)) or 1)
            group = Group(_KINDS[letter], position, last, position, words[position])
        groups.append(group)
        position = group.last
    read.held = frozenset([*words, *[group.verb for group in groups]])
    if "of" in read.held:
        read.groups = _partitives(read.groups, words)
    if not _MARKS.isdisjoint(read.held):
        _join_quoted(read.groups)
    return read


def _join_quoted(groups: list[Group]) -> None:
    """ "To 'liberate' Goma": the word in marks is an infinitive as it would be without them; and
    "12 'civilians'", "'at least 50' men" are one group."""
    for to, mark, verb in zip(groups, groups[1:], groups[2:], strict=False):
        if verb.form == "base" and not verb.modal and mark.word in _MARKS and to.word == "to":
            verb.modal = "to"
    for at in range(len(groups) - 3, -1, -1):
        count, mark, noun = groups[at : at + 3]
        if mark.word in _MARKS and noun.kind == "noun" and _is_bare_count(count):
            closes = at + 3 < len(groups) and groups[at + 3].word in _MARKS
            opened = at > 0 and groups[at - 1].word in _MARKS
            if (closes or opened) and noun.quantity is None and not noun.definite:
                count.last, count.head, count.word = noun.last, noun.head, noun.word
                del groups[at + 1 : at + 3]


def _is_bare_count(group: Group) -> bool:
    return group.quantity is not None and group.counted == group.last - group.first


_OF_NOUNS, _OF_VERBS = frozenset("dqwn'"), frozenset("bhmxav")


def owner_group(parse: Parsed, group: Group) -> Group | None:
    """What stands before the possessive of a noun group: "the judge" of "the judge's death"."""
    marks = range(group.head - 1, group.first, -1)
    mark = next((i for i in marks if parse.tokens[i].lower in _POSSESSIVES), None)
    if mark is None:
        return None
    word = parse.tokens[mark - 1].lower
    definite = parse.tokens[group.first].lower in _DEFINITE
    owner = group.part(mark, mark - 1, word)
    owner.definite = definite
    return owner


_POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))


def _lone_verb(words: list[str], at: int) -> Group:
    """A verb with nothing of its group before it: "killed", "to kill"."""
    group = Group("verb", at, at + 1, at, words[at])
    group.negated = words[at] in _NOT_QUITE
    group.modal = "to" if at and words[at - 1] == "to" else ""
    _name_verb(group, verbal=True, with_be=False)
    return group


def _verb_group(read: Parsed, at: int) -> Group:
    """Auxiliaries, adverbs, negation and the verb they belong to; an adverb alone is a mark."""
    words, letters = read.lower, read.letters
    last, head = at, -1
    while last < len(words) and (letters[last] in _OF_VERBS or _quotes_verb(read, last)):
        if letters[last] == "v":
            if head >= 0:
                break
            head = last
        elif head >= 0:
            break
        last += 1
    span = letters[at:last]
    if head < 0 and _AUXILIARIES.isdisjoint(span):
        mark = Group("mark", at, last, at, words[at])
        mark.negated = "x" in span
        return mark
    group = Group("verb", at, last, head if head >= 0 else last - 1)
    group.word = words[group.head]
    group.negated = "x" in span or not _NOT_QUITE.isdisjoint(words[at:last])
    group.perfect = "h" in span
    modal = words[at + span.index("m")] if "m" in span else ""
    group.modal = "" if modal in ("do", "did", "does") else modal
    if not group.modal and at and words[at - 1] == "to":
        group.modal = "to"
    _name_verb(group, verbal=head >= 0, with_be="b" in span)
    nonfinite = words[at] in ("being", "having")
    group.progressive = group.form == "ing" and "b" in span and not nonfinite
    return group


def _quotes_verb(read: Parsed, at: int) -> bool:
    """ "was “kidnapped” at noon": the mark inside a verb group."""
    letters = read.letters
    if letters[at] not in ".'" or letters[at - 1] not in "bh":
        return False
    quoted = letters[at + 1 : at + 2] == ["v"] or letters[at + 1 : at + 3] == ["a", "v"]
    return quoted and read.tokens[at].text in _QUOTES


_AUXILIARIES: Final = frozenset("bhm")
_QUOTES: Final = frozenset("\"“‘'")
_NOT_QUITE: Final = frozenset(("nearly", "almost", "barely", "hardly"))


def _name_verb(group: Group, *, verbal: bool, with_be: bool) -> None:
    word = group.word
    known = _VERB_FORMS.get(word) or _BASE_FORMS.get(word)
    if not verbal:
        group.verb, group.form = "be", "ed"
    elif known:
        group.verb, group.form = known
    else:
        group.verb = word
        group.form = "ing" if word.endswith("ing") else "ed"
    if with_be and group.form == "base":
        group.form = "ed"  # "were put", "was cut"
    group.passive = with_be and verbal and group.form == "ed"


def _time_group(read: Parsed, at: int) -> Group | None:
    """ "21 January" of "On 21 January M23 captured Minova", "7pm" of "at 7pm police said".

    Right behind a noun it is no noun of its own: "rebels 11 May killed six".
    """
    words = read.lower
    last = day_end(read.tokens, words, at) or clock_end(read.tokens, words, at)
    if not last:
        return None
    beside = bool(read.groups) and read.groups[-1].kind == "noun" and words[at][0].isdigit()
    return Group("mark" if beside else "noun", at, last, last - 1, words[last - 1])


def _plain_noun_group(words: list[str], shape: str, at: int) -> Group | None:
    """The noun group at ``at`` where its words' classes alone tell where it ends, as most do."""
    match = _PLAIN_NOUNS.match(shape, at)
    if match is None:
        return None
    last = match.end()
    if last < len(words) and words[last] in _CUTS_SHORT:
        return None
    definite = "'" in shape[at:last]
    for position in range(at, last):
        if words[position] in _DEFINITE:
            definite = True
        elif position > at and words[position] in _NEXT:
            return None
    if words[last - 1] in _MONTHS and last - at > _DAY_AND_MONTH:
        return None  # "separatists 11 Aug killed"
    head = shape.rfind("w", at, last)
    head = at if head < 0 else head
    group = Group("noun", at, last, head, words[head])
    group.definite = definite
    return group


_CUTS_SHORT: Final = frozenset(("(", "ago"))  # what stands before may be no part of the group

# Nouns with what determines them; no count and no mark in which the group may go on behind them.
# Python before 3.11.5 misreads a possessive repeat of a group: what would go on is refused instead.
_PLAIN_NOUNS: Final = re.compile(r"[dw'](?:[w']|(?<=[d'])d)*(?![w'q]|(?<=[d'])d|\.w)")


def _noun_group(read: Parsed, counted: dict[int, Counted], at: int) -> Group:
    words, letters = read.lower, read.letters
    group, position = Group("noun", at, at, at), at
    while position < len(words):
        letter = letters[position]
        starts = position == at
        if letter in "w'" or (letter == "d" and (starts or letters[position - 1] in "d'")):
            word = words[position]
            if not starts and _is_time(read, position):
                break
            if letter == "w":
                group.head = position
            group.definite = group.definite or letter == "'" or word in _DEFINITE
            position += 1
        elif letter == "q":
            filled = not starts and words[position - 1] in _BEFORE_COUNTS
            if group.quantity or (not starts and letters[position - 1] == "w" and not filled):
                break
            quantity = counted[position]
            group.quantity, group.counted = quantity.quantity, quantity.last - at
            group.head = quantity.last - 1
            position = quantity.last
        elif letter == "n" and starts:
            group.pronoun = True
            position += 1
            break
        elif letter == "," and not starts and (bracketed := _short_form(read, position)):
            position += bracketed
        elif letter in ",c" and at + group.counted == position:
            end = _widened(read, counted, group, position, bare=True)
            if not end:
                break
            position, group.counted = end, end - at
        elif letter == "." and not starts and _is_nickname(read, position):
            position += _QUOTED
        else:
            break
    group.last = max(position, at + 1)
    group.word = words[group.head]
    return group


_NEXT: Final = frozenset(("last", "next"))
_DAY_AND_MONTH: Final = 2


def _is_time(read: Parsed, position: int) -> bool:
    """ "captured a courier last night", "rebels 11 May killed", "seized Cole two weeks ago": the
    time is no part of the noun before it."""
    words, word = read.lower, read.lower[position]
    if "-" in word and months_joined(word):
        return True
    if word[0].isdigit():
        return day_end(read.tokens, words, position) > 0
    if words[position + 2 : position + 3] == ["ago"]:
        return words[position + 1] in _TIMES
    if word not in _NEXT or position + 1 >= len(words):
        return False
    following = words[position + 1]
    dated = following[0].isdigit() and day_end(read.tokens, words, position + 1) > 0
    return dated or following in word_set("grammar", "classes", "time_units")


_TIMES: Final = word_set("grammar", "times", "words")


def _widened(
    read: Parsed, counted: dict[int, Counted], group: Group, at: int, *, bare: bool
) -> int:
    """The position behind ", if not 30," where a second figure widens the group's count, else 0."""
    if group.quantity is None:
        return 0
    widened = with_alternative(read.lower, counted, group.quantity, at, bare=bare)
    if widened is None:
        return 0
    group.quantity, end = widened
    return end


def _short_form(read: Parsed, position: int) -> int:
    """Tokens of a bracketed short form inside a noun group: "a car bomb (VBIED) maker"."""
    tokens, after = read.tokens, position + _BRACKETED
    if after >= len(tokens) or tokens[position].text != "(" or tokens[after - 1].text != ")":
        return 0
    goes_on = read.letters[after] == "w" and tokens[after].text.islower()
    return _BRACKETED if goes_on and tokens[position + 1].text.isupper() else 0


def _is_nickname(read: Parsed, position: int) -> bool:
    """ "Mudzrimar “Mundi” Sawadjaan": a name in quotation marks inside a name."""
    around = read.tokens[position - 1 : position + _QUOTED + 1]
    named = [token.capitalised for token in around] == [True, False, True, False, True]
    return named and around[1].text in _QUOTES and around[3].text in _QUOTES_END


_QUOTED: Final = 3  # tokens of a name with its quotation marks
_QUOTES_END: Final = frozenset("\"”'’")
_BRACKETED: Final = 3  # tokens of a short form with its brackets


_BEFORE_COUNTS: Final = frozenset(
    "further additional extra other remaining last first next estimated".split()
)
_DEFINITE: Final = frozenset("the these those this that his her its their our my".split())


def _is_named_whole(group: Group, following: Group | None, words: list[str]) -> bool:
    """ "Three of its 23 crew", but not "five of the 12 captured men", "of the 12 men captured"."""
    named = group.definite and group.counted < group.last - group.first
    fate = following is not None and following.kind == "verb" and following.form == "ed"
    reduced = fate and following is not None and not (following.passive or following.perfect)
    told = any(word.endswith("ed") for word in words[group.first : group.head])
    return named and not (reduced or told)


_FURTHER: Final = (["more"], ["others"], ["further"], ["additional"])  # "four more of its soldiers"


def _partitives(groups: list[Group], words: list[str]) -> list[Group]:
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
        elif group.quantity and whole.word in _CLASSES_CONTAINERS and not whole.quantity:
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
