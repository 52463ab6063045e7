"""What every claim carries, filled in one way for all kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from briefing.actors import find_actors, side_of
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention, Hedge, Speech
from briefing.language.tokens import tokenize
from briefing.models import Certainty, Claim, Reason, Role, Span, When

AnyClaim = TypeVar("AnyClaim", bound=Claim)


def claim_fields(
    scene: Scene, start: int, end: int, rule: str, when: When, reasons: Iterable[Reason] = ()
) -> dict[str, Any]:
    """The fields of ``Claim`` for ``text[start:end]``; ``number_claims`` sets the id.

    ``reasons``: the words for what the kind of claim adds of its own.
    """
    document, sentence = scene.document, scene.sentence
    speech, hedge = document.speech(sentence, start), document.hedge(sentence, start, end)
    attribution, words = speech.attribution, hedge.words
    return {
        "id": "",
        "article_id": document.article.id,
        "start": start,
        "end": end,
        "quote": document.article.text[start:end],
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence": sentence.text,
        "attribution": attribution,
        "certainty": _weighed(hedge.certainty, attribution.kind == "party"),
        "certainty_words": words or (attribution.cue if attribution.kind == "party" else None),
        "when": when,
        "rule": rule,
        "because": (*reasons, *common_reasons(speech, hedge, when)),
    }


def because(role: Role, span: Span | None, how: str = "") -> tuple[Reason, ...]:
    """The words at ``span`` as a reason; nothing where there are none."""
    return (Reason(span.start, span.end, role, how),) if span else ()


def common_reasons(speech: Speech, hedge: Hedge, when: When) -> tuple[Reason, ...]:
    """The words for who says so, how certainly, and when."""
    return (
        *because("source", speech.words),
        *because("certainty", hedge.at),
        *because("time", when.at),
    )


def _weighed(certainty: Certainty, by_party: bool) -> Certainty:
    """What a party to the conflict says of it is a claim, unless other words decide."""
    return "claimed" if by_party and certainty == "reported" else certainty


def speaks_for_a_side(source: str | None, sides: Iterable[ActorMention | None]) -> bool:
    """Whether a source belongs to one of the sides: "Russia's defence ministry" on its forces."""
    spoken = find_actors(source, tokenize(source)) if source else ()
    involved = {side_of(actor) for actor in sides if actor}
    return any(side_of(actor) in involved for actor in spoken)


def number_claims(article: str, letter: str, claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """Claims in text order with their ids; a second one at the same offset gets ``.2``."""
    numbered: list[AnyClaim] = []
    used: Counter[int] = Counter()
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        used[claim.start] += 1
        suffix = f".{used[claim.start]}" if used[claim.start] > 1 else ""
        numbered.append(replace(claim, id=f"{article}-{letter}{claim.start}{suffix}"))
    return numbered
