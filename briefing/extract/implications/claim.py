"""Statements of what the conflict has brought, may bring or is feared to bring for a subject.

Nearly half of such statements carry no "could" or "may", so each sentence is scored: rules of the
lexicon add points for consequences, judgements, outlook and ties to the conflict and take points
off for what merely looks alike (incidents, history, appeals, weather, courts). The rules that fired
are named in the claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any, Final

from briefing.extract.claims import Said, stated_fields
from briefing.extract.implications.affected import Stated, choose_subjects
from briefing.extract.implications.carried import Told
from briefing.extract.implications.labels import cause_in, kind_of, modality_of, theme_of
from briefing.extract.implications.naming import find_mentions
from briefing.extract.implications.subjects import Mention, names_in, names_of
from briefing.extract.implications.wordclasses import spelled_out, with_classes
from briefing.extract.phrases import Hit, PhraseBook
from briefing.language.document import Document
from briefing.language.tokens import Token, tokenize
from briefing.lexicon import load
from briefing.models import Implication, ImplicationKind, Reason, Sentence, When
from briefing.records import record

_FEWEST_WORDS: Final = 4


@record(frozen=True)
class Scored:
    """A sentence, its points and what fired in it, by lexicon and rule."""

    sentence: Sentence
    points: float
    rules: tuple[str, ...]  # those that fired, each once, in the order of the text
    hits: tuple[Hit, ...]
    themes: tuple[Hit, ...]
    modality: tuple[str, ...]
    modal: int | None  # the first token of one that speaks of likelihood, not only of the report
    conflict: bool  # a word of armed conflict stands in it


def extract_implications(document: Document) -> list[Implication]:
    """The implications of an article, in order, each with the sentence that states it."""
    named = find_mentions(document)
    told = Told(named, names_of(document.article.title))
    text = document.article.text
    scored = [
        _score(text, sentence, document.tokens[sentence.index], named[sentence.index])
        for sentence in document.sentences
    ]
    lexicon = load("implications")
    least = lexicon["in_company" if _tells_of_conflict(document, scored) else "without_conflict"]
    if max((one.points for one in scored), default=0.0) < least:
        return []
    stated = [one for one in scored if one.points >= lexicon["threshold"] and _has_core(one)]
    claims = [_claim(document, one, told) for one in stated]
    return [claim for claim in claims if claim.subjects]


def _tells_of_conflict(document: Document, scored: Sequence[Scored]) -> bool:
    """Whether words of armed conflict or an armed group stand anywhere in the article."""
    armed = (actor.combatant and actor.country is None for actor in document.actors)
    return any(one.conflict for one in scored) or any(armed)


# --- scoring -----------------------------------------------------------------------------------


def score_text(text: str) -> Scored:
    """One sentence on its own: its points and the rules that fired, for rule authors and checks."""
    tokens = tokenize(text)
    return _score(text, Sentence(0, len(text), text), tokens, names_in(tokens))


@cache
def _rules() -> dict[str, dict[str, Any]]:
    return {rule["name"]: rule for rule in load("implications")["rule"]}


def phrases() -> dict[str, list[str]]:
    """The phrases of every rule; a rule's name begins with that of its lexicon."""
    found = {f"rule/{name}": rule["phrases"] for name, rule in _rules().items()}
    found |= {f"theme/{name}": theme["phrases"] for name, theme in load("themes")["themes"].items()}
    found["conflict/any"] = load("implications")["conflict"]["phrases"]
    found |= {f"modality/{name}": group["phrases"] for name, group in load("modality").items()}
    return found


@cache
def _book() -> PhraseBook:
    """All phrases in one book, so that a sentence is read once."""
    rules = phrases().items()
    return PhraseBook({name: chain.from_iterable(map(spelled_out, told)) for name, told in rules})


def _score(
    text: str, sentence: Sentence, tokens: Sequence[Token], named: Sequence[Mention]
) -> Scored:
    known = _rules()
    fired: dict[str, list[Hit]] = defaultdict(list)
    if not sentence.heading and len(tokens) >= _FEWEST_WORDS:
        for hit in _book().find(with_classes(tokens, named)):
            for_it = hit.lexicon == "rule" and known[hit.rule]["points"] > 0
            if not (for_it and _is_in_name(tokens, hit)):
                fired[hit.lexicon].append(hit)
    rules = tuple(dict.fromkeys(hit.rule for hit in fired["rule"]))
    points = sum([known[rule]["points"] for rule in rules])
    points += _worth_of_names(named)
    modality = modality_of(text, tokens, fired["modality"])
    conflict = bool(fired["conflict"]) or any(hit.rule == "military" for hit in fired["theme"])
    likely = (hit.start for hit in fired["modality"] if hit.rule != "hedge")
    modal = min(likely, default=None)
    hits, themes = tuple(fired["rule"]), tuple(fired["theme"])
    return Scored(sentence, points, rules, hits, themes, modality, modal, conflict)


def _worth_of_names(named: Sequence[Mention]) -> float:
    """Points for a subject that is named; a town where it happens is not yet one."""
    lexicon = load("implications")
    if any(mention.role != "town" for mention in named):
        return float(lexicon["named"])
    return float(lexicon["town"]) if named else 0.0


def _is_in_name(tokens: Sequence[Token], hit: Hit) -> bool:
    """ "Siem Reap", "Doctors Without Borders": words that stand with capitals inside a sentence."""
    inside = hit.start > 0 and tokens[hit.start - 1].text[0].isalnum()
    return inside and all(token.capitalised for token in tokens[hit.start : hit.end])


def _has_core(one: Scored) -> bool:
    """Whether one rule says of itself what is brought about; the others only support it."""
    rules = (_rules()[name] for name in one.rules)
    return any("kind" in rule and rule["points"] >= load("implications")["core"] for rule in rules)


# --- claims ------------------------------------------------------------------------------------


def _claim(document: Document, one: Scored, told: Told) -> Implication:
    sentence, article = one.sentence, document.article
    speech = document.speech(sentence, _content_offset(document, sentence))
    hedge = document.hedge(sentence, sentence.start, sentence.end)
    for_rules = [rule for rule in one.rules if _rules()[rule]["points"] > 0]
    implied = _implied(one, for_rules)
    cause = cause_in(document.tokens[sentence.index], _strongest(one))
    modal = one.modal is not None and (cause is None or one.modal < cause)
    kind = kind_of(_votes(one), modal=modal)
    attitude = _attitude(document, one) if kind == "fear_or_intention" else None
    stated = Stated(sentence, speech.attribution, attitude)
    said = Said(speech, hedge, When())
    reasons = _reasons(document, one, told.named)
    return Implication(
        id=f"{article.id}-i{sentence.start}",
        rule=" + ".join(for_rules),
        **stated_fields(document, sentence, sentence, said, reasons),
        subjects=choose_subjects(document, told, stated),
        kind=kind,
        theme=theme_of(one.themes, implied, cause=cause),
        modality=one.modality,
        weight=round(one.points, 2),
    )


def _reasons(
    document: Document, one: Scored, named: Sequence[Sequence[Mention]]
) -> Iterable[Reason]:
    """The words on which each rule fired, and the names in the sentence."""
    tokens = document.tokens[one.sentence.index]
    for hit in one.hits:
        start, end = tokens[hit.start].start, tokens[hit.end - 1].end
        yield Reason(start, end, "rule", f"implications.{hit.rule}")
    for mention in named[one.sentence.index]:
        how = "town" if mention.role == "town" else ""
        yield Reason(mention.start, mention.end, "subject", how)


def _implied(one: Scored, rules: Iterable[str]) -> list[Hit]:
    """The themes that ``rules`` stand for, each where its rule fired first."""
    first = {hit.rule: hit for hit in reversed(one.hits)}
    themed = ((_rules()[rule].get("theme"), first[rule]) for rule in rules)
    return [Hit(theme, hit.start, hit.end, "theme") for theme, hit in themed if theme]


def _strongest(one: Scored) -> int:
    """The token at which the rule with a kind that carries most fires first."""
    worth = _worth()
    told = [hit for hit in one.hits if hit.rule in worth]
    return min(told, key=lambda hit: (-worth[hit.rule], hit.start)).start if told else 0


@cache
def _worth() -> dict[str, float]:
    """The points of the rules with a kind."""
    return {name: rule["points"] for name, rule in _rules().items() if "kind" in rule}


def _attitude(document: Document, one: Scored) -> int:
    """Where the first word for a fear or plan begins."""
    tokens = document.tokens[one.sentence.index]
    kinds = (_rules()[hit.rule].get("kind") for hit in one.hits)
    told = (hit for hit, kind in zip(one.hits, kinds, strict=True) if kind == "fear_or_intention")
    return next((tokens[hit.start].start for hit in told), one.sentence.start)


def _votes(one: Scored) -> dict[ImplicationKind, float]:
    votes: dict[ImplicationKind, float] = defaultdict(float)
    for name in one.rules:
        rule = _rules()[name]
        if "kind" in rule:
            votes[rule["kind"]] += rule["points"]
    return votes


def _content_offset(document: Document, sentence: Sentence) -> int:
    """A point inside what somebody says, where anybody does: the innermost speech's middle."""
    speeches = document.speeches[sentence.index] if document.speeches else ()
    if not speeches:
        return sentence.start
    widest = max(speeches, key=lambda speech: speech.end - speech.start)
    return (widest.start + widest.end) // 2
