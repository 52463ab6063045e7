"""Articles in any number, made of the sample reports with other places, figures and days.

The same number always gives the same articles: what is drawn at random is drawn from its number.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from briefing.articles import read_article
from briefing.lexicon import load
from briefing.models import Article
from briefing.places import find_places
from briefing.places.index import prepare_gazetteer

ROOT = Path(__file__).resolve().parent.parent
WORDS = 600
_FIRST_DAY = date(2024, 1, 1)
_COUNTRIES = ("AF", "CD", "CO", "ET", "IQ", "LY", "ML", "MM", "NG", "SD", "SO", "UA", "YE")
_FIGURE = re.compile(r"\b\d{1,3}\b")
_DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def make_articles(count: int) -> Iterator[Article]:
    """``count`` articles of about ``WORDS`` words each."""
    for number in range(count):
        text = _retell(_recombine(Random(number)), Random(number))
        digest = hashlib.sha256(text.encode()).hexdigest()
        published = _FIRST_DAY + timedelta(days=number % 365)
        yield Article(digest[:12], f"{number}.txt", text, digest, published=published)


def _recombine(random: Random) -> str:
    """Paragraphs of all sample reports in a new order, until there are words enough."""
    chosen: list[str] = []
    for paragraph in random.sample(_paragraphs(), len(_paragraphs())):
        chosen.append(paragraph)
        if len(" ".join(chosen).split()) >= WORDS:
            break
    return "\n\n".join(chosen)


@cache
def _paragraphs() -> tuple[str, ...]:
    files = sorted((ROOT / "articles").glob("2024-*"))
    texts = (read_article(file, root=ROOT).text for file in files)
    return tuple(part for text in texts for part in text.split("\n\n") if part.strip())


def _retell(text: str, random: Random) -> str:
    """The text with the towns, the name and the people of another country, and other figures."""
    code = random.choice(_COUNTRIES)
    country, towns = load("countries")[code], _towns(code)
    names = dict.fromkeys(name for part in text.split("\n\n") for name in _towns_in(part))
    told = {name: random.choice(towns) for name in names}
    told |= {"Syria": country["name"], "Syrian": country["demonyms"][0]}
    told |= {day: random.choice(_DAYS) for day in _DAYS}
    longest_first = sorted(told, key=len, reverse=True)
    known = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in longest_first))
    text = known.sub(lambda match: told[match[0]], text)
    return _FIGURE.sub(lambda match: str(random.randint(2, 300)), text)


@cache
def _towns_in(paragraph: str) -> tuple[str, ...]:
    """The towns that a paragraph of a sample report names."""
    return tuple(p.as_written for p in find_places(paragraph) if p.kind == "settlement")


@cache
def _towns(country: str) -> tuple[str, ...]:
    """The towns of a country that have more than a few thousand inhabitants."""
    query = "SELECT name FROM place WHERE country = ? AND population > 5000 ORDER BY id"
    with sqlite3.connect(prepare_gazetteer()) as index:
        return tuple(name for (name,) in index.execute(query, (country,)))
