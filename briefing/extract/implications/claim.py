"""Statements of what the conflict has brought, may bring or is feared to bring for a subject.

Nearly half of such statements carry no "could" or "may", so each sentence is scored: rules of the
lexicon add points for consequences, judgements, outlook and ties to the conflict and take points
off for what merely looks alike (incidents, history, appeals, weather, courts). The rules that fired
are named in the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.extract.claims import Said, stated_fields
from briefing.extract.implications.affected import Stated, choose_subjects
from briefing.extract.implications.carried import Told
from briefing.extract.implications.clauses import split_by_kind
from briefing.extract.implications.labels import theme_of
from briefing.extract.implications.naming import find_mentions
from briefing.extract.implications.scoring import (
    RULE_TABLE,
    Scored,
    cause_of,
    has_core,
    kind_in,
    score_tokens,
)
from briefing.extract.implications.subjects import Mention, names_of
from briefing.extract.phrases import Hit
from briefing.language.document import Document
from briefing.language.tokens import Token
from briefing.lexicon import load
from briefing.models import Implication, Reason, Span, When

Deeds = Mapping[int, Sequence[Span]]


def extract_implications(document: Document, deeds: Deeds | None = None) -> list[Implication]:
    """The implications of an article, in order, each with the sentence that states it.

    ``deeds``: the words that tell what a side took or left, which say nothing of consequences, by
    where their sentences begin.
    """
    named = find_mentions(document)
    told = Told(named, names_of(document.article.title), document)
    text = document.article.text
    scored = [
        score_tokens(text, sentence, document.tokens[sentence.index], named[sentence.index])
        for sentence in document.sentences
    ]
    lexicon = load("implications")
    least = lexicon["in_company" if _tells_of_conflict(document, scored) else "without_conflict"]
    if max((one.points for one in scored), default=0.0) < least:
        return []
    stated = [one for one in scored if _is_stated(one, named[one.sentence.index], deeds)]
    parts = (part for one in stated for part in split_by_kind(text, one, named[one.sentence.index]))
    claims = [_claim(document, one, told) for one in parts]
    return [claim for claim in claims if claim.subjects]


def _is_stated(one: Scored, named: Sequence[Mention], deeds: Deeds | None) -> bool:
    """Whether a sentence is worth a claim; one that names nobody has to be worth more."""
    lexicon = load("implications")
    least = lexicon["threshold"] + (0.0 if named else lexicon["carried"])
    if one.points < least or not has_core(one):
        return False
    here = deeds.get(one.sentence.start) if deeds else None
    return here is None or bool(one.points - _of_deeds(one, here) >= least)


def _of_deeds(one: Scored, deeds: Sequence[Span]) -> float:
    """The points that a sentence has by nothing but the words for a deed: "cut off the road"."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for hit in one.hits:
        start, end = one.tokens[hit.start].start, one.tokens[hit.end - 1].end
        spans.setdefault(hit.rule, []).append((start, end))
    told = [rule for rule, hits in spans.items() if all(_is_within(*hit, deeds) for hit in hits)]
    return float(sum([max(0.0, RULE_TABLE[rule]["points"]) for rule in told]))


def _is_within(start: int, end: int, deeds: Sequence[Span]) -> bool:
    return any(deed.start < end and start < deed.end for deed in deeds)


def _tells_of_conflict(document: Document, scored: Sequence[Scored]) -> bool:
    """Whether words of armed conflict or an armed group stand anywhere in the article."""
    armed = (actor.combatant and actor.country is None for actor in document.actors)
    return any(one.conflict for one in scored) or any(armed)


# --- claims ------------------------------------------------------------------------------------


def _claim(document: Document, one: Scored, told: Told) -> Implication:
    sentence, article = one.sentence, document.article
    speech = document.speech(sentence, _content_offset(document, one))
    span = _span(one, document.tokens[sentence.index])
    hedge = document.hedge(sentence, span.start, span.end)
    for_rules = [rule for rule in one.rules if RULE_TABLE[rule]["points"] > 0]
    implied = _implied(one, for_rules)
    kind = kind_in(one)
    attitude = _attitude(one) if kind == "fear_or_intention" else None
    stated = Stated(sentence, speech.attribution, attitude, span)
    said = Said(speech, hedge, When())
    reasons = _reasons(one, [m for m in told.named[sentence.index] if m.end > span.start])
    return Implication(
        id=f"{article.id}-i{span.start}",
        rule=" + ".join(for_rules),
        **stated_fields(document, sentence, span, said, reasons),
        subjects=choose_subjects(document, told, stated),
        kind=kind,
        theme=theme_of(one.themes, implied, cause=cause_of(one)),
        modality=one.modality,
        weight=round(one.points, 2),
    )


def _reasons(one: Scored, named: Sequence[Mention]) -> Iterable[Reason]:
    """The words on which each rule fired, and the names that stand in what was read."""
    for hit in one.hits:
        start, end = one.tokens[hit.start].start, one.tokens[hit.end - 1].end
        yield Reason(start, end, "rule", f"implications.{hit.rule}")
    for mention in named:
        if mention.start < one.tokens[-1].end:
            how = "town" if mention.role == "town" else ""
            yield Reason(mention.start, mention.end, "subject", how)


def _implied(one: Scored, rules: Iterable[str]) -> list[Hit]:
    """The themes that ``rules`` stand for, each where its rule fired first."""
    first = {hit.rule: hit for hit in reversed(one.hits)}
    themed = ((RULE_TABLE[rule].get("theme"), first[rule]) for rule in rules)
    return [Hit(theme, hit.start, hit.end, "theme") for theme, hit in themed if theme]


def _attitude(one: Scored) -> int:
    """Where the first word for a fear or plan begins."""
    tokens = one.tokens
    kinds = (RULE_TABLE[hit.rule].get("kind") for hit in one.hits)
    told = (hit for hit, kind in zip(one.hits, kinds, strict=True) if kind == "fear_or_intention")
    return next((tokens[hit.start].start for hit in told), one.sentence.start)


def _span(one: Scored, tokens: Sequence[Token]) -> Span:
    """The sentence, or the clause of it that was read."""
    if len(one.tokens) == len(tokens):
        return one.sentence
    return Span(one.tokens[0].start, one.tokens[-1].end)


def _content_offset(document: Document, one: Scored) -> int:
    """A point inside what somebody says, where anybody does: the innermost speech's middle."""
    sentence = one.sentence
    speeches = document.speeches[sentence.index] if document.speeches else ()
    if len(one.tokens) < len(document.tokens[sentence.index]):
        return (one.tokens[0].start + one.tokens[-1].end) // 2  # of a clause its own
    if not speeches:
        return sentence.start
    widest = max(speeches, key=lambda speech: speech.end - speech.start)
    return (widest.start + widest.end) // 2
