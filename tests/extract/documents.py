"""A text as the extraction reads it, for tests of one extractor alone."""

from __future__ import annotations

from datetime import date

from briefing.extract import extract
from briefing.language import split_sentences, tokenize
from briefing.language.attribution import find_speeches
from briefing.language.dates import find_dates
from briefing.language.document import Document
from briefing.language.parsing import parse
from briefing.models import Article, Casualty, Incident, TerritorialChange


def read(text: str) -> Document:
    """``text`` with its sentences, tokens and speakers; without places and actors."""
    article = Article(id="0123456789ab", path="text.txt", text=text, sha256="0" * 64)
    sentences = split_sentences(text)
    tokens = [tokenize(text, sentence.start, sentence.end) for sentence in sentences]
    parsed = tuple(parse(text, words) for words in tokens)
    speeches = find_speeches(text, sentences, parsed)
    return Document(
        article=article,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        speeches=tuple(map(tuple, speeches)),
        hedges=tuple(() for _ in sentences),
        dates=tuple(tuple(find_dates(text, words, None)) for words in tokens),
        parsed=parsed,
    )


def read_casualties(text: str, published: date | None = date(2024, 11, 29)) -> tuple[Casualty, ...]:
    """The casualty claims of ``text``, published on a Friday."""
    return extract(Article("a1", "a1.txt", text, "00", published=published)).casualties


def read_changes(
    text: str, published: date | None = date(2024, 11, 29)
) -> tuple[TerritorialChange, ...]:
    """The territorial claims of ``text``, published on a Friday."""
    return extract(Article("a1", "a1.txt", text, "00", published=published)).territory


def read_incidents(text: str) -> tuple[Incident, ...]:
    """The attacks that ``text`` tells."""
    return extract(Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29))).incidents
