"""What every claim carries, filled in one way for all kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from briefing.extract.scene import Scene
from briefing.models import Certainty, Claim, When

AnyClaim = TypeVar("AnyClaim", bound=Claim)


def claim_fields(scene: Scene, start: int, end: int, rule: str, when: When) -> dict[str, Any]:
    """The fields of ``Claim`` for ``text[start:end]``; ``number_claims`` sets the id."""
    document, sentence = scene.document, scene.sentence
    attribution = document.attribution(sentence, start)
    certainty, words = document.certainty(sentence, start, end)
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
        "certainty": _weighed(certainty, words, attribution.kind == "party"),
        "certainty_words": words or (attribution.cue if attribution.kind == "party" else None),
        "when": when,
        "rule": rule,
    }


def _weighed(certainty: Certainty, words: str | None, by_party: bool) -> Certainty:
    """What a party to the conflict says of it is a claim, unless other words decide."""
    return "claimed" if by_party and words is None else certainty


def number_claims(article: str, letter: str, claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """Claims in text order with their ids; a second one at the same offset gets ``.2``."""
    numbered: list[AnyClaim] = []
    used: Counter[int] = Counter()
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        used[claim.start] += 1
        suffix = f".{used[claim.start]}" if used[claim.start] > 1 else ""
        numbered.append(replace(claim, id=f"{article}-{letter}{claim.start}{suffix}"))
    return numbered
