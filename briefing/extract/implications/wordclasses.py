"""Tokens as the rules for implications read them: each word with the classes it belongs to.

A class stands for any of its words, so that a rule says "a war before a verb of loss" and not in
which words one text said so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from briefing.extract.implications.subjects import Mention
from briefing.extract.phrases import forms_of
from briefing.language.tokens import Token, lower_of
from briefing.lexicon import load

_YEAR_DIGITS: Final = 4


def classes_of_names(
    tokens: Sequence[Token], named: Iterable[Mention]
) -> dict[int, tuple[str, ...]]:
    """The classes that tokens have as parts of ``named``, by their positions."""
    classes: dict[int, tuple[str, ...]] = {}
    for mention in named:
        if mention.role != "town":
            _mark(tokens, classes, mention)
    return classes


def _mark(tokens: Sequence[Token], classes: dict[int, tuple[str, ...]], mention: Mention) -> None:
    at = bisect_left(tokens, mention.start, key=lambda token: token.start)
    if at == len(tokens) or tokens[at].start != mention.start:
        return
    acts = ("AGENT",) if mention.role == "subject" else ()
    fights = ("FIGHTER",) if mention.armed else ()
    classes[at] = (*classes.get(at, ()), "NAME", *acts, *fights)
    for further in range(at + 1, len(tokens)):
        if tokens[further].start >= mention.end:
            break
        classes[further] = (*classes.get(further, ()), WITHIN)


WITHIN: Final = "NAME+"  # the further words of a name


def spelled_out(phrase: str) -> list[str]:
    """A phrase in all lengths that the name in it may have: "the NAME", "NAME NAME+"."""
    before, name, after = phrase.partition("NAME")
    if not name or before.endswith("/") or after.startswith("/"):
        return [phrase]
    lengths = [" ".join(("NAME", *(WITHIN,) * more)) for more in range(_LONGEST_NAME)]
    lengths = lengths if after else lengths[:1]
    return [f"{before}{the}{one}{after}" for the in ("", "the ") for one in lengths]


_LONGEST_NAME: Final = 3


def classes_of(text: str) -> tuple[str, ...]:
    """A token as its word in lower case and the classes that the word belongs to."""
    word = _written().get(text) or lower_of(text)
    classes = [word, *_known().get(word, ())]
    if text[0].isdigit():
        classes.append("#")
        if text.isdigit() and len(text) == _YEAR_DIGITS:
            classes.append("YEAR")
    return tuple(classes)


@cache
def _written() -> dict[str, str]:
    """What words with a capital are read as: "May" is a month, "Should" opens a condition."""
    table: dict[str, str] = load("implications")["written"]
    return table


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Every word of a class, and of a theme that is no longer than a word, with its classes."""
    known: dict[str, dict[str, None]] = defaultdict(dict)
    for name, entry in load("consequences").items():
        verbs = (form for verb in entry.get("verbs", "").split() for form in forms_of(verb))
        for word in (*verbs, *entry.get("words", "").split()):
            known[word][name] = None
    for name, theme in load("themes")["themes"].items():
        for phrase in theme["phrases"]:
            if " " not in phrase and phrase != "MONEY":
                lemma = phrase.removesuffix("~")
                for word in forms_of(lemma) if lemma != phrase else (phrase,):
                    known[word][name.upper()] = None
    return {word: tuple(classes) for word, classes in known.items()}
