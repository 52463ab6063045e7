"""The points that carry an article: what happened, in the source's words, heaviest first.

A sentence weighs what its claims weigh (people killed, places that changed hands), with a little
for where it stands and for words of a turn of events; background, appeals and remains of a web
page weigh nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.extract.claims import common_reasons
from briefing.extract.phrases import PhraseBook
from briefing.extract.trimming import trim
from briefing.language.document import Document
from briefing.language.grammar import verb_forms, word_classes
from briefing.language.tokens import Token, tokenize
from briefing.lexicon import load
from briefing.models import (
    Casualty,
    Claim,
    Implication,
    Sentence,
    Span,
    SummaryPoint,
    TerritorialChange,
    When,
)

_PLACES_THAT_COUNT = 4
_FIRST_PERSON = frozenset(("i", "we", "our", "us", "my", "me"))
_QUOTE_MARKS = '"“«”»'
_CONTENT_LETTERS = 4
_FEWEST_WORDS = 6  # so that a short sentence of common words is not the centre


class _Point(NamedTuple):
    sentence: Sentence
    weight: float
    claims: tuple[Claim, ...]
    rules: tuple[str, ...]


def extract_summary(
    document: Document,
    casualties: Sequence[Casualty],
    territory: Sequence[TerritorialChange],
    implications: Sequence[Implication],
) -> list[SummaryPoint]:
    """At most a handful of points, in the order of the text; ``weight`` orders them by weight."""
    lexicon = load("summary")
    claims = _by_sentence((*casualties, *territory, *implications))
    body = [s for s in document.sentences if _is_prose(document, s)]
    central = _centrality([document.tokens[s.index] for s in body])
    weighed = [
        _weigh(document, s, claims.get(s.start, ()), lexicon["points"]["lead"] / 2**n + centre)
        for n, (s, centre) in enumerate(zip(body, central, strict=True))
    ]
    ranked = sorted(weighed, key=lambda point: (-point.weight, point.sentence.start))
    chosen: list[_Point] = []
    for point in ranked:
        enough = point.weight >= lexicon["least"] or not chosen
        if len(chosen) < _room(len(body)) and enough and not _told(point, chosen):
            chosen.append(point)
    return [
        _summary_point(document, point)
        for point in sorted(chosen, key=lambda point: point.sentence.start)
    ]


def similar(first: str, second: str) -> float:
    """How much of the shorter text's content the other one holds, from 0 to 1."""
    one, two = _content_of(first), _content_of(second)
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


@lru_cache(maxsize=256)  # a sentence is held against many others of its article
def _content_of(text: str) -> frozenset[str]:
    return _content(tokenize(text))


def cues_in(text: str) -> tuple[str, ...]:
    """The cues of the lexicon that fire on one sentence, for rule authors and checks."""
    return _cues(tokenize(text))


# --- weighing ----------------------------------------------------------------------------------


def _by_sentence(claims: Iterable[Claim]) -> Mapping[int, tuple[Claim, ...]]:
    found: dict[int, tuple[Claim, ...]] = defaultdict(tuple)
    for claim in claims:
        found[claim.sentence_start] += (claim,)
    return found


def _is_prose(document: Document, sentence: Sentence) -> bool:
    tokens = document.tokens[sentence.index]
    words = [token for token in tokens if token.text[0].isalnum()]
    return (
        not sentence.heading
        and len(words) >= load("summary")["short"]
        and any(_is_finite(token) for token in words)
    )


def _is_finite(token: Token) -> bool:
    return token.lower in verb_forms() or word_classes().get(token.lower, " ") in "bhm"


def _weigh(
    document: Document, sentence: Sentence, claims: tuple[Claim, ...], standing: float
) -> _Point:
    """``standing``: the points it has from where it stands in the article."""
    points = load("summary")["points"]
    tokens = document.tokens[sentence.index]
    fired = _cues(tokens)
    weight = standing + sum(_cue_points()[cue] for cue in fired)
    weight += sum(_claim_points(claim) for claim in claims)
    weight += sum(points[flaw] for flaw in _flaws(sentence, tokens))
    return _Point(sentence, weight, claims, fired)


def _centrality(sentences: Sequence[Sequence[Token]]) -> list[float]:
    """Points for content that other sentences share: the article's matter and not an aside."""
    contents = [_content(tokens) for tokens in sentences]
    spread = Counter(word for content in contents for word in content)
    shared = [
        sum(spread[word] - 1 for word in content) / max(len(content), _FEWEST_WORDS)
        for content in contents
    ]
    most = max(shared, default=0.0) or 1.0
    return [load("summary")["points"]["central"] * value / most for value in shared]


def _claim_points(claim: Claim) -> float:
    points = load("summary")["points"]
    if isinstance(claim, Implication):
        return float(points["implication"])
    if not isinstance(claim, (Casualty, TerritorialChange)):
        return 0.0
    if claim.background or claim.certainty == "denied":
        return float(points["background" if claim.background else "denied"])
    if isinstance(claim, Casualty):
        if claim.subset or claim.quantity.kind == "none":
            return float(points["subset"])
        count = claim.quantity.best or claim.quantity.low or claim.quantity.high or 1
        return float(points[claim.outcome] + points["per_tenfold"] * math.log10(max(count, 1)))
    places = min(max(len(claim.places) - 1, 0), _PLACES_THAT_COUNT)
    return float(points[claim.action] + points["per_place"] * places)


def _flaws(sentence: Sentence, tokens: Sequence[Token]) -> list[str]:
    """What keeps a sentence from standing alone."""
    words = [token.lower for token in tokens if token.text[0].isalnum()]
    pronouns = load("summary")["pronouns"]["words"].split()
    flaws = []
    if words[0] in pronouns or "-".join(words[:2]) in pronouns:
        flaws.append("pronoun")
    if sentence.text[0] in _QUOTE_MARKS:
        flaws.append("quoted")
    if sentence.text.rstrip(_QUOTE_MARKS).endswith("?"):
        flaws.append("question")
    if not _FIRST_PERSON.isdisjoint(words):
        flaws.append("opinion")
    return flaws


@cache
def _book() -> PhraseBook:
    return PhraseBook({cue["name"]: cue["phrases"] for cue in load("summary")["cue"]})


def _cues(tokens: Sequence[Token]) -> tuple[str, ...]:
    words = [(t.lower, "#") if t.text[0].isdigit() else (t.lower,) for t in tokens]
    return tuple(dict.fromkeys(hit.rule for hit in _book().find(words)))


@cache
def _cue_points() -> dict[str, float]:
    return {cue["name"]: cue["points"] for cue in load("summary")["cue"]}


# --- choosing ----------------------------------------------------------------------------------


def _room(sentences: int) -> int:
    lexicon = load("summary")
    return max(1, min(int(lexicon["most"]), math.ceil(sentences * float(lexicon["share"]))))


def _told(point: _Point, chosen: Sequence[_Point]) -> bool:
    alike = load("summary")["alike"]
    return any(similar(point.sentence.text, one.sentence.text) >= alike for one in chosen)


def _content(tokens: Sequence[Token]) -> frozenset[str]:
    words = (token.lower for token in tokens if token.text[0].isalnum())
    return frozenset(
        word
        for word in words
        if word not in word_classes() and (len(word) >= _CONTENT_LETTERS or word.isdigit())
    )


def _summary_point(document: Document, point: _Point) -> SummaryPoint:
    article, sentence = document.article, point.sentence
    kept = [Span(c.start, c.end) for c in point.claims if not isinstance(c, Implication)]
    span, text = trim(article.text, document.tokens[sentence.index], kept)
    speech = document.speech(sentence, (span.start + span.end) // 2)
    hedge = document.hedge(sentence, span.start, span.end)
    when = next((claim.when for claim in point.claims if claim.when.start), When())
    return SummaryPoint(
        id=f"{article.id}-s{span.start}",
        article_id=article.id,
        start=span.start,
        end=span.end,
        quote=article.text[span.start : span.end],
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        sentence=sentence.text,
        attribution=speech.attribution,
        certainty=hedge.certainty,
        certainty_words=hedge.words,
        when=when,
        because=common_reasons(speech, hedge, when),
        rule=" + ".join(("claims",) * bool(point.claims) + point.rules) or "lead",
        text=text,
        weight=round(point.weight, 2),
        claims=tuple(claim.id for claim in point.claims),
    )
