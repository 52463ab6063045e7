"""Tagging: the class letter of each token, so that groups can be read off in one pass.

The letters are those of `wordclasses`; here a word's neighbours have their say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from briefing.language.daygroups import is_may
from briefing.language.inflection import verb_forms
from briefing.language.openclasses import after_to, open_class
from briefing.language.tokens import Token
from briefing.language.wordclasses import (
    ACRONYMS,
    ARTICLES,
    FARTHER,
    TRAITS,
    class_words,
    closed_class,
    is_manner,
    is_plain,
    next_word,
    phrase_at,
    phrases,
    word_classes,
)
from briefing.lexicon.memo import Memo


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
            length, joining = phrase_at(tokens, position)
            joined = position + length
        if position < joined:
            before = joining
        elif letter in _ALWAYS:
            before = letter
        elif letter == _NOUN and before != "m" and not (position and words[position - 1] == "to"):
            before = "w"
        elif letter == _COUNTED_PHRASE:
            before = "q"
        elif letter == _PREPOSITION and not (position and words[position - 1] in ARTICLES):
            named = tokens[position].capitalised and _joins_name(tokens, position)
            before = "w" if named else "p"
        else:
            follows = position + 1 + (words[position + 1 : position + 2] == ["other"])
            before = _letter(tokens[position], tokens, position, before, follows in counts)
        letters[position] = before
    return letters


# What a word's own letter may be where its neighbours have a say.
_PHRASE, _COUNTED_PHRASE, _PREPOSITION, _NOUN = "J", "Q", "P", "W"
# A phrase that reads as one word may begin in a quantity
_COUNTED: Final = {_PHRASE: _COUNTED_PHRASE}
_OF_PHRASES: Final = frozenset((_PHRASE, _COUNTED_PHRASE))
_ALWAYS: Final = frozenset("dcrsbhmnx',.q")


def _read_letter(word: str) -> str:
    """The letter that a word has wherever it stands, or nearly; "" where it takes a closer look."""
    if word in phrases():
        return _PHRASE
    if word in class_words("predicate") or word in _shifting():
        return ""
    letter = closed_class().get(word, "")
    if letter:
        return {"p": _PREPOSITION, "a": ""}.get(letter, letter)
    if not word[0].isalnum():
        return "."
    return _NOUN if is_plain(word) else ""


_KNOWN_LETTERS: Final = Memo(_read_letter)


def _joins_name(tokens: Sequence[Token], position: int) -> bool:
    """ "Doctors Without Borders": a capital between two others is part of the name."""
    around = (*tokens[max(0, position - 1) : position], *tokens[position + 1 : position + 2])
    return len(around) == _NEIGHBOURS and all(token.capitalised for token in around)


_NEIGHBOURS: Final = 2


@cache
def _shifting() -> frozenset[str]:
    """Words whose letter depends on what stands beside them, adverbs and verbs aside."""
    acronyms = (word.lower() for word in ACRONYMS)
    others = frozenset((*acronyms, "'", "’", "that", "all", "each", "likely", "may", "since"))
    return others.union(class_words("attributive"), class_words("direction"), FARTHER)


def _letter(
    token: Token, tokens: Sequence[Token], position: int, before: str, count_follows: bool
) -> str:
    word = token.lower
    traits = TRAITS[word]
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
        bare = not named and (before == "m" or after_to(word, tokens, position))
        return "v" if bare else "w"
    return open_class(traits, tokens, position, before)


def _direction(tokens: Sequence[Token], position: int, before: str) -> str:
    """ "A hill south of Bakhmut" has a preposition, "further north, rebels …" an adverb."""
    word, following = tokens[position].lower, next_word(tokens, position)
    if word == "likely":
        return "a" if before in ("h", "m") or _has_very(tokens, position) else ""
    if word not in FARTHER and _leads_to(tokens, position, before):
        return "p"
    opens = word in FARTHER and following in class_words("direction")
    return "a" if opens or (position and tokens[position - 1].lower in FARTHER) else ""


def _leads_to(tokens: Sequence[Token], position: int, before: str) -> bool:
    """ "A hill south of A", "a hill south and west of A": both directions."""
    following = next_word(tokens, position)
    if following == "of":
        return before == "w" or (before == "c" and tokens[position - 2].lower in _DIRECTIONS)
    joined = before == "w" and following in ("and", "or")
    return joined and next_word(tokens, position + 1) in _DIRECTIONS


_DIRECTIONS: Final = class_words("direction")


def _has_very(tokens: Sequence[Token], likely: int) -> bool:
    """ "Have very likely withdrawn", unlike "a very likely winner"."""
    very = tokens[likely - 1].lower in ("very", "most", "quite", "highly")
    return very and likely > 1 and closed_class().get(tokens[likely - 2].lower) in ("h", "m")


def _in_context(letter: str, tokens: Sequence[Token], position: int, before: str) -> str:
    """The letter of a closed-class word where its neighbours change it."""
    word = tokens[position].lower
    if word in ("'", "’"):
        return letter if _is_possessive(tokens, position) else "."
    noun = letter == "p" and position and tokens[position - 1].lower in ARTICLES
    month = word == "may" and is_may(tokens, position)
    if noun or month or (tokens[position].text in ACRONYMS and _is_acronym(tokens, position)):
        return "w"  # "the past 72 hours"
    if before in ("d", "'", "q") and word in class_words("attributive"):
        return letter if next_word(tokens, position) in word_classes() else "w"
    if (before, word) in _ADVERBIAL or (word == "each" and _is_shared_out(tokens, position)):
        return "a"
    if letter == "a":
        following = next_word(tokens, position)  # "Thursday's strike", "the first time"
        inside = before == "d" and following not in word_classes() and following[:1].isalnum()
        inside = inside and tokens[position - 1].lower in ARTICLES
        return "w" if inside or following in ("'s", "’s") else letter
    return "d" if word == "that" and before == "p" else letter


def _is_acronym(tokens: Sequence[Token], position: int) -> bool:
    """ "The WHO", but not in a line that is all in capitals: "MAN WHO SHOT GUARD"."""
    words = [token.text for token in tokens[max(0, position - 1) : position + 2]]
    return not all(map(str.isupper, words)) or len(words) < _NEIGHBOURS


# Behind a form of "be" or "have": "were all killed", "has since taken the town"
_ADVERBIAL: Final = frozenset((("b", "all"), ("b", "each"), ("h", "since")))


def _is_shared_out(tokens: Sequence[Token], position: int) -> bool:
    """ "Five people each were killed", "killed five men each in Goma and Sake"."""
    following = next_word(tokens, position)
    return position > 1 and closed_class().get(following) in ("b", "p", "h") and following != "of"


def _is_possessive(tokens: Sequence[Token], position: int) -> bool:
    """Whether a lone apostrophe is that of "the nuns' house" and not a quotation mark."""
    if not position or tokens[position - 1].end < tokens[position].start:
        return False
    quoted = any(
        token.text in "'‘" for token in tokens[max(0, position - _LONGEST_QUOTE) : position]
    )
    return tokens[position - 1].lower.endswith("s") and not quoted


_LONGEST_QUOTE: Final = 12  # tokens looked at for the mark that opened it


_FURTHER: Final = class_words("beside") | {"more"}


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
        beside = tokens[position - 1].lower
        if beside in _FURTHER or (before == "w" and is_manner(beside)):
            return "w"  # "9,000 internally displaced persons", "two more wounded fighters"
        shared = before == "c" and tokens[position - 2].lower in verb_forms()  # "shot and hurt X"
        return "v" if verb and (shared or before in ("w", "n", "h", "b", "a")) else "w"
    return "v" if verb and before in ("b", "h", "w", "n", "c", "a", "d") else "j"
