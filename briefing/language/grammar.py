"""Word classes: one letter per token, so that groups can be read off in one pass.

d determiner, p preposition, c coordinator, r relative pronoun, s subordinator,
b form of be or get, h have, m modal or do, n pronoun, x negation, a adverb, v verb, j adjective
that stands after its noun, q quantity (set by the caller), ' possessive, , mark that separates,
. other mark, w any other word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefing.language.inflection import base_forms, verb_forms
from briefing.language.tokens import Token
from briefing.lexicon import load, word_set
from briefing.lexicon.memo import Memo
from briefing.records import record

_LETTERS = {
    "determiner": "d", "preposition": "p", "coordinator": "c", "relative": "r", "subordinator": "s",
    "be": "b", "have": "h", "do": "m", "modal": "m", "pronoun": "n", "negation": "x", "adverb": "a",
}  # fmt: skip
_ENDING_WORD = 5  # letters from which an ending says something


@cache
def word_classes() -> dict[str, str]:
    """Closed-class words and their letter; where a word has several classes the first wins."""
    table: dict[str, str] = {}
    for name, letter in _LETTERS.items():
        for word in load("grammar")["classes"][name].split():
            table.setdefault(word, letter)
    return table


@cache
def _words(name: str) -> frozenset[str]:
    return word_set("grammar", "classes", name)


def classify(tokens: Sequence[Token], words: Sequence[str], counts: Mapping[int, int]) -> list[str]:
    """The class letter of each token; ``words``: the tokens in lower case.

    ``counts`` maps where a quantity starts to where it ends.
    """
    letters = list(map(_KNOWN_LETTERS.__getitem__, words))
    for first, last in counts.items():
        letters[first:last] = [_COUNTED.get(letter, "q") for letter in letters[first:last]]
    joined, before, joining = 0, "", ""
    for position, letter in enumerate(letters):
        if letter in _OF_PHRASES and position >= joined:
            length, joining = _phrase_at(tokens, position)
            joined = position + length
        if position < joined:
            before = joining
        elif letter in _ALWAYS:
            before = letter
        elif letter == _NOUN and before != "m" and not (position and words[position - 1] == "to"):
            before = "w"
        elif letter == _COUNTED_PHRASE:
            before = "q"
        elif letter == _PREPOSITION and not (position and words[position - 1] in _BEFORE_NOUNS):
            named = tokens[position].capitalised and _joins_name(tokens, position)
            before = "w" if named else "p"
        else:
            before = _letter(tokens[position], tokens, position, before, position + 1 in counts)
        letters[position] = before
    return letters


# What a word's own letter may be where its neighbours have a say.
_PHRASE, _COUNTED_PHRASE, _PREPOSITION, _NOUN = "J", "Q", "P", "W"
_COUNTED = {_PHRASE: _COUNTED_PHRASE}  # a phrase that reads as one word may begin in a quantity
_OF_PHRASES = frozenset((_PHRASE, _COUNTED_PHRASE))
_ALWAYS = frozenset("dcrsbhmnx',.q")
_BEFORE_NOUNS = frozenset(("the", "a", "an"))


def _read_letter(word: str) -> str:
    """The letter that a word has wherever it stands, or nearly; "" where it takes a closer look."""
    if word in _phrases():
        return _PHRASE
    if word in _words("predicate") or word in _shifting():
        return ""
    letter = _closed_class().get(word, "")
    if letter:
        return {"p": _PREPOSITION, "a": ""}.get(letter, letter)
    if not word[0].isalnum():
        return "."
    return _NOUN if _is_plain(word) else ""


_KNOWN_LETTERS = Memo(_read_letter)


def _joins_name(tokens: Sequence[Token], position: int) -> bool:
    """ "Doctors Without Borders": a capital between two others is part of the name."""
    around = (*tokens[max(0, position - 1) : position], *tokens[position + 1 : position + 2])
    return len(around) == _NEIGHBOURS and all(token.capitalised for token in around)


_NEIGHBOURS = 2


@cache
def _shifting() -> frozenset[str]:
    """Words whose letter depends on what stands beside them, adverbs and verbs aside."""
    acronyms = (word.lower() for word in _ACRONYMS)
    others = frozenset((*acronyms, "'", "’", "that", "all", "each", "likely"))
    return others.union(_words("attributive"), _words("direction"), _FARTHER)


def joiner(tokens: Sequence[Token], position: int) -> int:
    """How many tokens from ``position`` on say "and" together: "along with", "as well as"."""
    length, letter = _phrase_at(tokens, position)
    return length if letter == "c" else 0


def _phrase_at(tokens: Sequence[Token], position: int) -> tuple[int, str]:
    """(tokens, letter) of the phrase at ``position`` that reads as one word; (0, "") without."""
    for words, letter in _phrases().get(tokens[position].lower, ()):
        following = tokens[position : position + len(words)]
        if tuple(token.lower for token in following) == words:
            return len(words), letter
    return 0, ""


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases that read as one word, by their first word: coordinators "c" and adverbs "a"."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, letter in (("joiners", "c"), ("adverbs", "a")):
        for phrase in load("grammar")["classes"][name]:
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, letter))
    return table


def _letter(
    token: Token, tokens: Sequence[Token], position: int, before: str, count_follows: bool
) -> str:
    word = token.lower
    traits = _TRAITS[word]
    if traits.predicate:
        return _predicate(tokens, position, before, count_follows)
    if traits.closed:
        return _in_context(traits.closed, tokens, position, before)
    if traits.directs:
        directed = _direction(tokens, position, before)
        if directed:
            return directed
    if count_follows and traits.base and before in ("w", "c", ",", "q", "n"):
        return "v"  # "a bomb wounds seven"
    if traits.plain:
        named = token.capitalised and position
        bare = not named and (before == "m" or _after_to(word, tokens, position))
        return "v" if bare else "w"
    return _open_class(traits, tokens, position, before)


@record(frozen=True, slots=True, eq=False)
class _Traits:
    """What a word may be by the lists that hold it, read once for each word."""

    predicate: bool
    closed: str  # the letter of its closed class
    directs: bool
    base: bool  # a verb's base or -s form that may be a noun as well
    verb: bool
    after_noun: bool
    adjective: bool  # a participle that is an adjective beside some words
    linking: bool
    manner: bool
    plain: bool  # by no list and by no ending other than a noun


def _read_traits(word: str) -> _Traits:
    return _Traits(
        word in _words("predicate"),
        _closed_class().get(word, ""),
        word in _words("direction") or word in _FARTHER or word == "likely",
        word in base_forms(),
        word in verb_forms(),
        word in _words("after_noun"),
        word in _words("adjective_ed"),
        word in _words("linking_ed"),
        _is_manner(word),
        _is_plain(word),
    )


_TRAITS = Memo(_read_traits)


def _direction(tokens: Sequence[Token], position: int, before: str) -> str:
    """ "A hill south of Bakhmut" has a preposition, "further north, rebels …" an adverb."""
    word, following = tokens[position].lower, _next(tokens, position)
    if word == "likely":
        return "a" if before in ("h", "m") else ""  # "have likely withdrawn"
    if before == "w" and following == "of" and word not in _FARTHER:
        return "p"
    opens = word in _FARTHER and following in _words("direction")
    return "a" if opens or (position and tokens[position - 1].lower in _FARTHER) else ""


_FARTHER = frozenset(("further", "farther"))


def _in_context(letter: str, tokens: Sequence[Token], position: int, before: str) -> str:
    """The letter of a closed-class word where its neighbours change it."""
    word = tokens[position].lower
    if word in ("'", "’"):
        return letter if _is_possessive(tokens, position) else "."
    noun = letter == "p" and position and tokens[position - 1].lower in _BEFORE_NOUNS
    if noun or tokens[position].text in _ACRONYMS:
        return "w"  # "the past 72 hours"
    if before in ("d", "'", "q") and word in _words("attributive"):
        return letter if _next(tokens, position) in word_classes() else "w"
    if before == "b" and word in ("all", "each"):
        return "a"  # "were all killed"
    if letter == "a":
        return "w" if _next(tokens, position) in ("'s", "’s") else letter  # "Thursday's strike"
    return "d" if word == "that" and before == "p" else letter


_ACRONYMS = frozenset(("US", "IS"))  # and not "us", "is"


@cache
def _closed_class() -> dict[str, str]:
    """The letters of words and marks that are the same wherever they stand."""
    marks = dict.fromkeys((*",;:()[]—–-/", "--", "..."), ",")
    marks["&"] = "."  # joins words of a name, not groups
    return {**word_classes(), **marks, **dict.fromkeys(("'s", "’s", "'", "’"), "'")}


def _is_possessive(tokens: Sequence[Token], position: int) -> bool:
    """Whether a lone apostrophe is that of "the nuns' house" and not a quotation mark."""
    if not position or tokens[position - 1].end < tokens[position].start:
        return False
    quoted = any(
        token.text in "'‘" for token in tokens[max(0, position - _LONGEST_QUOTE) : position]
    )
    return tokens[position - 1].lower.endswith("s") and not quoted


_LONGEST_QUOTE = 12  # tokens looked at for the mark that opened it


def _predicate(tokens: Sequence[Token], position: int, before: str, count_follows: bool) -> str:
    """ "dead" and its like: "j" after their noun, "v" as a verb, "w" inside a noun group."""
    word = tokens[position].lower
    following = tokens[position + 1].lower if position + 1 < len(tokens) else "."
    verb = word in verb_forms()
    if count_follows or word_classes().get(following) == "d":
        return "v" if verb else "j"
    if word == "dead" and position and tokens[position - 1].lower == "shot":
        return "j"
    another = position and tokens[position - 1].lower == "another"
    if before in ("d", "'") and not another:
        return "w"
    if following[0].isalnum() and following not in word_classes() and following not in verb_forms():
        shared = before == "c" and tokens[position - 2].lower in verb_forms()  # "shot and hurt X"
        return "v" if verb and (shared or before in ("w", "n", "h", "b", "a")) else "w"
    return "v" if verb and before in ("b", "h", "w", "n", "c", "a", "d") else "j"


def _open_class(traits: _Traits, tokens: Sequence[Token], position: int, before: str) -> str:
    token = tokens[position]
    if before == "w" and traits.after_noun and _governs(tokens, position + 1):
        return "j"  # "a man responsible for attacks"
    if _is_modifier(traits, tokens, position, before):
        return "w"
    if traits.verb:
        return _verb_or_modifier(token.lower, tokens, position, before)
    if traits.base and _verb_context(token.lower, tokens, position, before):
        return "v"
    if (
        token.capitalised
        and position
        and not (traits.manner and _next(tokens, position) in verb_forms())
    ):
        return "w"
    return _unknown_word(tokens, position, before)


def _is_plain(word: str) -> bool:
    """Whether a word says by no list and by no ending that it may be other than a noun."""
    lists = ("after_noun", "adjective_ed", "linking_ed")
    listed = any(word in _words(name) for name in lists)
    known = listed or word in verb_forms() or word in base_forms()
    return not (known or word.endswith(("ly", "ed", "ing")))


def _unknown_word(tokens: Sequence[Token], position: int, before: str) -> str:
    word = tokens[position].lower
    if before == "m" or _after_to(word, tokens, position):
        return "v"
    following = tokens[position + 1].lower if position + 1 < len(tokens) else ""
    subject = before == "q" and following == "to"
    found = following in _words("predicate") and tokens[position - 1].lower == "found"
    return _by_ending(word, "n" if subject or found else before)


def _governs(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and word_classes().get(tokens[position].lower) == "p"


def _is_modifier(traits: _Traits, tokens: Sequence[Token], position: int, before: str) -> bool:
    """ "a strategically located village": adverb and participle belong to the noun."""
    if traits.adjective and tokens[position - 1].lower in _words("beside"):
        return True  # "two other suspected thieves"
    if traits.linking and before == "w" and _starts_name(tokens, position + 1):
        return True  # "a militia associated Taliban leader"
    if before in ("d", "'", "q") and traits.manner:
        following = _next(tokens, position)
        participle = following.endswith("ed") and following not in word_classes()
        return participle and not _stands_alone(tokens, position)
    past = tokens[position].lower.endswith("ed")
    return before == "w" and past and _is_manner(tokens[position - 1].lower)


def _stands_alone(tokens: Sequence[Token], position: int) -> bool:
    """ "Another seriously injured in an attack": no noun follows that the words could modify."""
    after = tokens[position + 2].lower if position + 2 < len(tokens) else "."
    another = tokens[position - 1].lower == "another"
    return another and (after in word_classes() or not after[0].isalnum())


def _next(tokens: Sequence[Token], position: int) -> str:
    return tokens[position + 1].lower if position + 1 < len(tokens) else ""


def _starts_name(tokens: Sequence[Token], position: int) -> bool:
    """Whether a capitalised word of an open class stands at ``position``."""
    following = tokens[position : position + 1]
    return any(t.capitalised and t.lower not in word_classes() for t in following)


def _is_manner(word: str) -> bool:
    return word.endswith("ly") and len(word) >= _ENDING_WORD and word not in _words("not_adverb")


def _by_ending(word: str, before: str) -> str:
    """The class of an unknown word by its ending and the word before it."""
    if len(word) < _ENDING_WORD or "-" in word:
        return "w"
    if _is_manner(word):
        return "a"
    past = word.endswith("ed") and word not in _words("adjective_ed")
    participle = word.endswith("ing") and word not in _words("noun_ing")
    if (past and before in ("w", "n", "b", "h", "a", "r")) or (
        participle and before in ("w", "b", ",", "p", "n", "a")
    ):
        return "v"
    return "w"


def _verb_context(word: str, tokens: Sequence[Token], position: int, before: str) -> bool:
    """Whether a word that may be a noun is a verb here: "to attack", "they claim", "fears a"."""
    named = tokens[position].capitalised and before == "r"  # "that Base 46 had fallen"
    if (before in ("m", "x", "r") and not named) or (
        position and tokens[position - 1].lower in _VERB_BEFORE
    ):
        return True
    if before == "a" and position > 1 and tokens[position - 1].lower == "now":
        return tokens[position - 2].text.islower() or _plural(tokens[position - 2])
    third = base_forms()[word].form == "s"
    initial = position == 1  # where the noun before has its capital from the sentence
    common = position > 0 and (initial or tokens[position - 1].text.islower())
    plural = common and _plural(tokens[position - 1])
    plural = plural or (not third and _placed_plural(tokens, position))
    object_ = _object_follows(tokens, position, third=third)
    return before == "w" and ((third and (plural or object_)) or (plural and object_))


def _object_follows(tokens: Sequence[Token], position: int, *, third: bool) -> bool:
    """ "Fears a", "sweep into", between two names "Boko Haram captures Bama"."""
    following = _next(tokens, position)
    if word_classes().get(following) == "d" or following in ("that", "into", "towards"):
        return True
    around = tokens[max(0, position - 1) : position + 2]
    return third and [token.capitalised for token in around] == [True, False, True]


def _plural(token: Token) -> bool:
    return token.lower.endswith("s") and not token.lower.endswith("ss")


def _placed_plural(tokens: Sequence[Token], position: int) -> bool:
    """ "Diplomats in Beirut", "contacts in the minister's office": a plural with its whereabouts
    right before ``position``.
    """
    for at in range(position - 2, max(0, position - _WHEREABOUTS), -1):
        word = tokens[at].lower
        if word in _PLACES:
            return _plural(tokens[at - 1])
        plain = word[0].isalnum() and word_classes().get(word, "d") == "d"
        if not plain and word not in _WITHIN:
            return False
    return False


_WHEREABOUTS = 8  # tokens of a plural and where it is
_PLACES = frozenset("in near at from".split())
_WITHIN = frozenset("of 's ’s".split())


def _after_to(word: str, tokens: Sequence[Token], position: int) -> bool:
    """An unknown lower-case word after "to" is an infinitive unless it looks like a noun."""
    if (
        not position
        or tokens[position - 1].lower != "to"
        or word.endswith(("s", "ing", "ed", "ion"))
        or word in _words("after_to")
        or ("-" in word and not word.startswith(_VERBAL_PREFIXES))  # "to rebel-held towns"
    ):
        return False
    return position <= 1 or tokens[position - 2].lower not in _NOUNS_AFTER


_VERBAL_PREFIXES = ("re-", "de-", "co-")
_NOUNS_AFTER = frozenset("close due access damage according".split())  # and "to"
_VERB_BEFORE = frozenset("to they we who i you he she it".split())


def _verb_or_modifier(word: str, tokens: Sequence[Token], position: int, before: str) -> str:
    """A participle inside a noun group ("the captured town", "the killing") is part of it."""
    form = verb_forms()[word].form
    counted = before == "q" and tokens[position - 1].lower != "one"  # "two suspects"
    counted = counted or (before == "w" and tokens[position - 1].lower in _words("beside"))
    ordinal = form == "base" and before == "w" and tokens[position - 1].lower in _words("beside")
    this = form == "s" and tokens[position - 1].lower == "this"  # "this brings the toll to nine"
    if not this and (
        ordinal or (form in ("base", "s") and (before in ("d", "'") or (form == "s" and counted)))
    ):
        return "w"
    if form == "ed" and before in ("d", "'", "q", "p"):
        following = tokens[position + 1].lower if position + 1 < len(tokens) else "."
        if following[0].isalnum() and following not in word_classes():
            return "w"
    if form == "ing" and before in ("d", "'"):
        return "w"
    if form == "ing" and word in _words("noun_ing") and before != "b":
        return "w"
    if tokens[position].capitalised and position and before not in ("", "."):
        return "w" if tokens[position - 1].text[:1].isupper() else "v"
    return "v"
