"""Whether two tellings of one person may be of the same one: by name, or by what they call him."""

from __future__ import annotations

from functools import cache

from briefing.lexicon import load, word_set

_NAME_WORDS = 2  # at least, all of them with a capital


def may_be_one(first: str | None, second: str | None) -> bool:
    """Whether a victim who is called so may be the one who is called so.

    A name may be anybody's who is only called by a noun; a general noun may be anybody.
    """
    if not first or not second:
        return True
    if _is_name(first) != _is_name(second):
        return True
    a, b = _head(first), _head(second)
    if a == b or _is_name(first):
        return a == b
    return not word_set("totals", "general", "words").isdisjoint((a, b)) or bool(
        _families().get(a, frozenset()) & _families().get(b, frozenset())
    )


def _is_name(victim: str) -> bool:
    words = victim.split()[-_NAME_WORDS:]
    return len(words) == _NAME_WORDS and all(word[0].isupper() for word in words)


def _head(victim: str) -> str:
    return victim.rsplit(maxsplit=1)[-1].lower()


@cache
def _families() -> dict[str, frozenset[int]]:
    """The lines of the lexicon in which a noun stands."""
    lines = [line.split() for line in load("events")["one_person"]["alike"]]
    nouns = {noun for line in lines for noun in line}
    return {noun: frozenset(i for i, line in enumerate(lines) if noun in line) for noun in nouns}
