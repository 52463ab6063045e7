"""The same text in several outlets: one article that names all who carry it.

A wire copy in five papers is one source. Texts are found by fingerprints (winnowing: Schleimer,
Wilkerson and Aiken 2003), so that ten thousand articles need no comparison of each with each, and
are then compared run of words by run of words. The thresholds are in ``lexicon/copies.toml``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain

from briefing.articles.alike import Words, is_copy, is_cut, read_words, rules
from briefing.models import Article, Copy


def merge_copies(articles: Sequence[Article]) -> list[Article]:
    """Return the distinct articles, in the order in which the first of each is given.

    Of texts that are copies the longest is kept, or of several about as long the earliest, with the
    earliest day of publication of all, and the others as its ``copies`` in the order given.
    """
    groups: dict[int, list[int]] = {}
    shelf = _Shelf()
    texts = [read_words(article.text) for article in articles]
    for number in sorted(range(len(articles)), key=lambda n: (-texts[n].length, n)):
        kept = shelf.find(texts[number], articles[number])
        if kept is None:
            shelf.put(number, texts[number], articles[number])
            groups[number] = []
        else:
            groups[kept].append(number)
    together = sorted(sorted([kept, *others]) for kept, others in groups.items())
    return [
        _merged([articles[n] for n in group], [texts[n].length for n in group])
        for group in together
    ]


class _Shelf:
    """The distinct texts so far, longest first, found again by what they share with a new one."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[Words, Article]] = {}
        self._by_print: dict[int, list[int]] = {}

    def put(self, number: int, text: Words, article: Article) -> None:
        """Add a text that is no copy of any here."""
        self._texts[number] = (text, article)
        for mark in text.prints:
            numbers = self._by_print.setdefault(mark, [])
            if len(numbers) < rules()["common"]:
                numbers.append(number)

    def find(self, text: Words, article: Article) -> int | None:
        """The number of the text that ``text``, which is no longer, is a copy of."""
        found = [self._by_print.get(mark, ()) for mark in text.prints]
        least = rules()["worth_comparing"] * sum(len(n) < rules()["common"] for n in found)
        shared = Counter(chain.from_iterable(found)).most_common(rules()["candidates"])
        for number in (number for number, times in shared if times >= least):
            longer, other = self._texts[number]
            if is_copy(text, longer) or (_may_be_cut(article, other) and is_cut(text, longer)):
                return number
        return None


def _may_be_cut(shorter: Article, longer: Article) -> bool:
    """Whether one may be the other's head: from another house, and not told before it."""
    houses = [(one.publisher or "").casefold() for one in (shorter, longer)]
    older = (shorter.published or date.max) < (longer.published or date.min)
    return houses[0] != houses[1] and not older


def _merged(group: list[Article], lengths: list[int]) -> Article:
    """One article of a group: its first whole text, for who told it first is more the source."""
    whole = rules()["whole"] * max(lengths)
    complete = [one for one, length in zip(group, lengths, strict=True) if length >= whole]
    kept = min(complete, key=_told)
    days = [one.published for one in group if one.published]
    copies = tuple(_copy(one) for one in group if one is not kept)
    return replace(kept, published=min(days, default=None), copies=copies)


def _told(article: Article) -> tuple[date, datetime]:
    """When it was published; of those of one day, who states no time of day comes last."""
    moment = article.origin.published_at
    return article.published or date.max, moment or datetime.max.replace(tzinfo=UTC)


def _copy(article: Article) -> Copy:
    names = ("path", "sha256", "publisher", "url", "published")
    return Copy(**{name: getattr(article, name) for name in names})


def tell_copies(articles: Sequence[Article]) -> list[str]:
    """A sentence for each file that is one source with another."""
    return [
        f"{copy.path} carries the text of {article.path}; the two are one source."
        for article in articles
        for copy in article.copies
    ]
