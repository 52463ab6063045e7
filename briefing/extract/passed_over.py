"""Words that look like a claim and made none, with the reason: for those who write rules.

Only ``--explain`` asks for this; the extraction itself goes on without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from briefing.extract import triggers
from briefing.extract.implications.scoring import score_text
from briefing.extract.reality import happened, is_asked, is_habit
from briefing.extract.scene import Scene, scenes_of
from briefing.language.document import Document
from briefing.language.groups import Group, Parsed
from briefing.lexicon import load
from briefing.models import Extraction, Sentence, Span
from briefing.records import record

_NOT_TOLD: Final = "to"  # an infinitive: aim, plan or order


@record(frozen=True)
class PassedOver(Span):
    """A trigger at ``start`` to ``end`` that made no claim, and why."""

    sentence: Sentence
    rule: str
    reason: str


def find_passed_over(document: Document, extraction: Extraction) -> list[PassedOver]:
    """What was seen in ``document`` and is in no claim, in the order of the text."""
    told = (*extraction.casualties, *extraction.territory)
    used = [reason for claim in told for reason in claim.because if reason.role == "trigger"]
    stated = {claim.sentence_start for claim in extraction.implications}
    found: list[PassedOver] = []
    for scene in scenes_of(document):
        sentence = scene.sentence
        here = [span for span in used if sentence.start <= span.start < sentence.end]
        found += _events(scene, here)
        found += () if sentence.start in stated else _outlook(sentence)
    return found


def _events(scene: Scene, used: Sequence[Span]) -> Iterator[PassedOver]:
    for at, group in enumerate(scene.parse.groups):
        rule = _rule_of(scene, at)
        span = scene.span(group)
        if rule and not any(u.start < span.end and span.start < u.end for u in used):
            reason = _reason(scene.parse, at, group)
            yield PassedOver(span.start, span.end, scene.sentence, rule, reason)


def _rule_of(scene: Scene, at: int) -> str | None:
    """The rule whose word the group at ``at`` has."""
    group = scene.parse.groups[at]
    if group.kind == "verb":
        trigger = triggers.verbs().get(group.verb)
        words = {token.lower for token in scene.parse.tokens[group.first : group.last + 3]}
        if trigger and (not trigger.needs or trigger.needs & words):
            return f"casualties.{trigger.rule}"
        return _territorial("verbs").get(group.verb)
    if group.kind == "noun":
        trigger = triggers.nouns().get(group.word)
        return f"casualties.{trigger.rule}" if trigger else _territorial("nouns").get(group.word)
    trigger = triggers.predicates().get(group.word) if group.kind == "predicate" else None
    return f"casualties.{trigger.rule}" if trigger else None


def _reason(parse: Parsed, at: int, group: Group) -> str:
    if group.negated:
        return "negated"
    if group.modal == _NOT_TOLD:
        return "an aim, a plan or an order, not told as having happened"
    if group.modal:
        return f"“{group.modal}”: possible, not told as having happened"
    if group.kind == "verb" and not happened(parse, at, group):
        why = "a question" if is_asked(parse) else "a condition or a purpose"
        return f"{why}, not told as having happened"
    if is_habit(parse, at):
        return "what somebody does, no event"
    return "no people or place that it could belong to, or told already"


@cache
def _territorial(section: str) -> dict[str, str]:
    entries = load("territory")[section]
    return {word: f"territory.{e['rule']}" for e in entries for word in e["words"].split()}


def _outlook(sentence: Sentence) -> Iterator[PassedOver]:
    """A sentence with words of outlook that has not the points, or nobody to hold for."""
    lexicon = load("implications")
    scored = score_text(sentence.text)
    worth = {rule["name"]: rule["points"] for rule in lexicon["rule"]}
    for_it = [rule for rule in scored.rules if worth[rule] >= lexicon["core"]]
    if for_it and not sentence.heading:
        told = ", ".join(f"{rule} {worth[rule]:+g}" for rule in scored.rules)
        enough = f"{scored.points:g} points ({told}), {lexicon['threshold']:g} needed"
        short = scored.points < lexicon["threshold"]
        reason = enough if short else f"{enough}; no subject, or alone in its article"
        yield PassedOver(
            sentence.start, sentence.end, sentence, f"implications.{for_it[0]}", reason
        )
