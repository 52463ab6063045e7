"""What the analyst is told of an article that was added."""

from __future__ import annotations

from briefing.language.detect import ENGLISH, name_language
from briefing.models import Article
from briefing.wording import day, number


def describe(article: Article) -> str:
    """``(Example Daily, 28 Nov 2024, 612 words)``, and what is amiss with it."""
    published = day(article.published, year=True) if article.published else None
    words = f"{number(len(article.text.split()))} words"
    facts = ", ".join(filter(None, (article.publisher, published, words)))
    return "; ".join([f"({facts})", *_amiss(article)])


def _amiss(article: Article) -> list[str]:
    told = []
    if article.published is None:
        told.append(
            "it names no day and is in no week: write one into it, as in published: 2024-11-28"
        )
    if article.language != ENGLISH:
        told.append(f"it is in {name_language(article.language)}, which is not read: see the gaps")
    if article.origin.excerpt:
        told.append("only an excerpt of it was open to read")
    return told
