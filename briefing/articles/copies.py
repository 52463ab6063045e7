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
from typing import NamedTuple

from briefing.articles.alike import (
    Words,
    differs_in_figures,
    is_cut_from,
    read_words,
    rules,
    shares_its_text,
)
from briefing.models import Article, Copy


def merge_copies(articles: Sequence[Article]) -> list[Article]:
    """Return the distinct articles, in the order in which the first of each is given.

    Of texts that are copies the longest is kept, or of several about as long the earliest, with the
    earliest day of publication of all, and the others as its ``copies`` in the order given; a text
    with a day goes before one without. One that repeats another but for its figures stays, and says
    of which it is a later version.
    """
    texts = [read_words(article.text) for article in articles]
    groups: dict[int, list[int]] = {}
    versions: list[tuple[int, int]] = []
    shelf = _Shelf()
    for number in sorted(range(len(articles)), key=lambda n: (-texts[n].length, n)):
        match = shelf.find(texts[number], articles[number])
        if match and match.whole:
            groups[match.number].append(number)
            continue
        shelf.put(number, texts[number], articles[number])
        groups[number] = [number]
        if match:
            versions.append((number, match.number))
    merged = {
        kept: _merged([(articles[n], texts[n].length) for n in sorted(group)])
        for kept, group in groups.items()
    }
    for pair in versions:
        earlier, later = sorted(pair, key=lambda kept: _told(merged[kept]))
        merged[later] = replace(merged[later], version_of=merged[earlier].id)
    return [merged[kept] for kept in sorted(merged, key=lambda kept: min(groups[kept]))]


class _Match(NamedTuple):
    """A text that another one repeats; ``whole``: with the same figures."""

    number: int
    whole: bool


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

    def find(self, text: Words, article: Article) -> _Match | None:
        """The text that ``text`` repeats, which is no longer; with the same figures if any does."""
        version = None
        for number in self._candidates(text):
            longer, other = self._texts[number]
            cut = _may_be_cut(article, other) and is_cut_from(text, longer)
            if not cut and not shares_its_text(text, longer):
                continue
            if not differs_in_figures(text, longer):
                return _Match(number, whole=True)
            version = version or _Match(number, whole=False)
        return version

    def _candidates(self, text: Words) -> list[int]:
        """The texts worth comparing with another one, those that share most with it first."""
        found = [self._by_print.get(mark, ()) for mark in text.prints]
        least = rules()["worth_comparing"] * sum(len(n) < rules()["common"] for n in found)
        shared = Counter(chain.from_iterable(found)).most_common(rules()["candidates"])
        return [number for number, times in shared if times >= least]


def _may_be_cut(shorter: Article, longer: Article) -> bool:
    """Whether one may be the other's head: from another house, and not told before it."""
    houses = [(one.publisher or "").casefold() for one in (shorter, longer)]
    older = (shorter.published or date.max) < (longer.published or date.min)
    return houses[0] != houses[1] and not older


def _merged(group: list[tuple[Article, int]]) -> Article:
    """One article of a group: its first whole text, for who told it first is more the source.

    A text with its day goes before a longer one without: that is a print with the page around it.
    """
    longest = max(length for _, length in group)
    whole = [article for article, length in group if length >= rules()["whole"] * longest]
    nearly = [
        article
        for article, length in group
        if article.published and length >= rules()["least_of_longer"] * longest
    ]
    dated = any(article.published for article in whole)
    kept = min(whole if dated else nearly or whole, key=_told)
    days = [article.published for article, _ in group if article.published]
    copies = tuple(_copy(article) for article, _ in group if article is not kept)
    return replace(kept, published=min(days, default=None), copies=copies)


def _told(article: Article) -> tuple[date, datetime, str]:
    """When it was published; of those of one day, who states no time of day comes last."""
    moment = article.origin.published_at or datetime.max.replace(tzinfo=UTC)
    return article.published or date.max, moment, article.path


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
