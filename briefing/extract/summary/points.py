"""The points that carry an article: what happened, in the source's words, heaviest first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.extract.claims import Said, stated_fields
from briefing.extract.summary.trimming import trim
from briefing.extract.summary.weighing import Point, content_of, weigh_sentences
from briefing.language.document import Document
from briefing.lexicon import load
from briefing.models import Casualty, Implication, Span, SummaryPoint, TerritorialChange


def extract_summary(
    document: Document,
    casualties: Sequence[Casualty],
    territory: Sequence[TerritorialChange],
    implications: Sequence[Implication],
) -> list[SummaryPoint]:
    """At most a handful of points, in the order of the text; ``weight`` orders them by weight."""
    lexicon = load("summary")
    weighed = weigh_sentences(document, (*casualties, *territory, *implications))
    ranked = sorted(weighed, key=lambda point: (-point.weight, point.sentence.start))
    chosen: list[Point] = []
    told: list[frozenset[str]] = []
    for point in ranked:
        enough = point.weight >= lexicon["least"] or not chosen
        if len(chosen) == _room(len(weighed)) or not enough:
            break
        content = content_of(document.parsed[point.sentence.index].lower)
        if all(similar(content, other) < lexicon["alike"] for other in told):
            chosen.append(point)
            told.append(content)
    return [
        _summary_point(document, point)
        for point in sorted(chosen, key=lambda point: point.sentence.start)
    ]


def similar(one: frozenset[str], two: frozenset[str]) -> float:
    """How much of the smaller content the other one holds, from 0 to 1."""
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


# --- choosing ----------------------------------------------------------------------------------


def _room(sentences: int) -> int:
    lexicon = load("summary")
    return max(1, min(int(lexicon["most"]), math.ceil(sentences * float(lexicon["share"]))))


def _summary_point(document: Document, point: Point) -> SummaryPoint:
    article, sentence = document.article, point.sentence
    kept = [Span(c.start, c.end) for c in point.claims if not isinstance(c, Implication)]
    span, text = trim(article.text, document.tokens[sentence.index], kept)
    speech = document.speech(sentence, (span.start + span.end) // 2)
    hedge = document.hedge(sentence, span.start, span.end)
    when = next((claim.when for claim in point.claims if claim.when.start), point.when)
    return SummaryPoint(
        id=f"{article.id}-s{span.start}",
        rule=" + ".join(("claims",) * bool(point.claims) + point.rules) or "lead",
        **stated_fields(document, sentence, span, Said(speech, hedge, when)),
        text=text,
        weight=round(point.weight, 2),
        claims=tuple(claim.id for claim in point.claims),
    )
