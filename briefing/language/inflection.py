"""The forms of verbs and nouns: "attacks", "attacked", "attacking"; "cities"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from briefing.lexicon import entries, load, word_set
from briefing.lexicon.memo import MOST

_VOWELS: Final = "aeiou"


class VerbForm(NamedTuple):
    """A verb's lemma and which of its forms a word is: base, s, ed (past or participle), ing."""

    lemma: str
    form: str


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Every form of every verb of the lexicons that is a verb wherever it stands."""
    table: dict[str, VerbForm] = {}
    verbs = load("grammar")["verbs"]
    also_nouns = set(verbs["also_nouns"].split())
    lemmas = dict.fromkeys((verbs["plain"] + " " + verbs["also_nouns"]).split())
    for lemma in lemmas:
        again = lemma[2:] in lemmas and f"re-{lemma[2:]}" not in lemmas  # "re-taken", too
        again = again and lemma.startswith("re")
        for word, form in inflect(lemma):
            if form in ("ed", "ing") or lemma not in also_nouns:
                table.setdefault(word, VerbForm(lemma, form))
                if again:
                    table.setdefault(f"re-{word[2:]}", VerbForm(lemma, form))
    return table


@cache
def base_forms() -> dict[str, VerbForm]:
    """Forms that are verbs only after "to", a modal or a pronoun: "to attack", "they claim"."""
    forms = (inflect(lemma)[:2] for lemma in load("grammar")["verbs"]["also_nouns"].split())
    return {word: VerbForm(pair[0][0], form) for pair in forms for word, form in pair}


_PLURALS: Final = {word: forms.split() for word, forms in entries("grammar", "plurals").items()}
IRREGULAR_PLURALS: Final = frozenset().union(*_PLURALS.values())


_UNCOUNTABLE: Final = word_set("victims", "uncountable", "words")
_OF_SEVERAL: Final = tuple(sorted(word_set("victims", "several", "endings")))
_OF_ONE: Final = tuple(sorted(word_set("victims", "several", "one")))


def is_plural(word: str) -> bool:
    """Whether a noun in small letters stands for several: "rebels", "gunmen", "police"."""
    return word in _UNCOUNTABLE or looks_plural(word)


@lru_cache(maxsize=MOST)
def looks_plural(word: str) -> bool:
    """Whether a noun's form says that it stands for several: of "police raid" it does not."""
    if word in IRREGULAR_PLURALS or word.endswith(_OF_SEVERAL):
        return True
    return word.endswith("s") and not word.endswith(_OF_ONE)


def plurals_of(noun: str) -> list[str]:
    """All plurals: "people" and "persons", "cities"."""
    return _PLURALS.get(noun) or [_with_s(noun)]


def plural_of(noun: str) -> str:
    """The usual plural: "attacks", "cities", "crosses", "people"."""
    return plurals_of(noun)[0]


def _with_s(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def inflect(lemma: str) -> list[tuple[str, str]]:
    """The forms of a verb as (word, form): base, s, ed and ing."""
    third = lemma + "es" if lemma.endswith(("z", "o")) else _with_s(lemma)
    irregular = load("grammar")["irregular"].get(lemma)
    if irregular:
        past, participle, ing, *also = irregular.split()
        forms = [(word, "ed") for word in (past, participle, *also)] + [(ing, "ing")]
    else:
        forms = _regular(lemma)
    return [(lemma, "base"), (third, "s"), *forms]


def _regular(lemma: str) -> list[tuple[str, str]]:
    if lemma.endswith("e"):
        ing = lemma if lemma.endswith("ee") else lemma[:-1]
        return [(lemma + "d", "ed"), (ing + "ing", "ing")]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [(lemma[:-1] + "ied", "ed"), (lemma + "ing", "ing")]
    doubled = lemma + lemma[-1] if lemma in word_set("grammar", "verbs", "doubled") else lemma
    return [(doubled + "ed", "ed"), (doubled + "ing", "ing")]
