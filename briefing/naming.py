"""Who says so, as it stands in a sentence: names with their article.

The words stand in ``lexicon/articles.toml``, with an example for each rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.extract.people.words import PEOPLE
from briefing.lexicon import load, word_set
from briefing.rows import short_name
from briefing.sourcename import takes_no_article
from briefing.wording import few

_ABBREVIATED = {"AU", "EU", "UAE", "UK", "UN", "US"}
_PROPER = re.compile(r"^[A-Z]\w+(?: [A-Z]\w+)* (?:of|for) ")  # Office for …
_HEAD = re.compile(r" (?:of|for|at|in|from|who|near) ")  # what follows only tells which one
_VOWEL_LETTERS = "AEFHILMNORSX"  # read out, these begin with a vowel: an NGO


def according_to(who: Iterable[str], most: int = 3) -> str:
    """Return ``according to OCHA and the White Helmets``; beyond ``most`` how many others."""
    return f"according to {_voices(who, most)}"


def by_counts_of(who: Iterable[str], most: int = 3) -> str:
    """Return ``by the counts of OCHA and the White Helmets``: each of them gave its own figure."""
    return f"by the counts of {_voices(who, most)}"


def _voices(who: Iterable[str], most: int) -> str:
    names = list(dict.fromkeys(short_name(name) for name in who))
    return few([with_article(name) for name in names], most)


def with_article(name: str) -> str:
    """Return a name as it stands in a sentence: ``the HTS-led alliance``, ``Russia``, ``a medic``.

    Names that end in a common noun or a plural take the article, and so does an office *for* or
    *of* something. A person takes the indefinite one; persons, and what is plural or counted, have
    none.
    """
    if name in _ABBREVIATED or name in word_set("articles", "alone", "words"):
        return f"the {name}"
    words = name.split()
    bare = not words or words[0].lower() in word_set("articles", "bare", "first")
    if bare or takes_no_article(name) or _are_persons(words):
        return name
    if words[0][0].islower() or _began_sentence(words):
        return _common(name[0].lower() + name[1:])
    last = words[-1]
    if words[0].endswith(("'s", "’s")):
        return name  # Congo's health ministry
    if len(words) > 1 and last in word_set("articles", "persons", "words"):
        return _indefinite(name)
    common = len(words) > 1 and last.islower()
    union = len(words) > 1 and last in word_set("articles", "names", "words")
    several = len(words) > 1 and _is_body_of_several(last)
    return f"the {name}" if common or union or several or _PROPER.search(name) else name


def _is_body_of_several(last: str) -> bool:
    """The "Helmets" and "Brigades" of a body's name; not the "Guterres" of a person's."""
    plural = last.lower()
    return last[0].isupper() and (
        plural in word_set("articles", "several", "words")
        or (plural.endswith("s") and plural in PEOPLE)
    )


def _are_persons(words: list[str]) -> bool:
    """ "Ukrainian officials"."""
    one = words[-1].removesuffix("s")
    return len(words) > 1 and one != words[-1] and one in word_set("articles", "persons", "words")


def _began_sentence(words: list[str]) -> bool:
    """Whether a name has its one capital from where it stood: "Government forces"."""
    plain = words[0].lower() in word_set("articles", "plain", "words")
    return plain and all(word.islower() for word in words[1:])


def _common(name: str) -> str:
    """A name without capitals at its start: ``the army``, ``an army officer``, ``residents``."""
    head = _HEAD.split(name, maxsplit=1)[0]
    words = head.lower().split()
    noun = words[-1]
    if [word.istitle() for word in head.split()[-2:]] == [True, True]:
        return name  # governor Omar Ali
    if "’s" in words[0] or "'s" in words[0]:
        return f"the {name}"  # the camp's president
    if noun in word_set("articles", "institutions", "words"):
        plain = words[0] in load("articles")["institutions"]["plain"]
        return name if plain and noun.endswith("s") else f"the {name}"
    if noun in word_set("articles", "bare", "last") or (noun[-1:] == "s" and noun[-2:] != "ss"):
        return name
    return _indefinite(name) if noun in word_set("articles", "persons", "words") else f"the {name}"


def _indefinite(name: str) -> str:
    first = name.split(maxsplit=1)[0]
    letters = first.isupper()
    vowel = first[0] in _VOWEL_LETTERS if letters else first[0].lower() in "aeiou"
    return f"{'an' if vowel else 'a'} {name}"
