"""What kind of consequence a sentence states, on what theme, in which words of likelihood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from briefing.extract.phrases import Hit
from briefing.language.tokens import Token
from briefing.lexicon import load, word_set
from briefing.models import ImplicationKind, Theme

_ATTITUDE: Final = 2.0  # points from which an attitude decides, before everything else
_JUDGEMENT: Final = 2.0  # points from which a judgement outweighs that it is put as possible
_SURE: Final = 4.5  # … and from which what is expected is rather judged


def kind_of(
    votes: Mapping[ImplicationKind, float], *, modal: bool, expected: bool
) -> ImplicationKind:
    """The kind, in the order attitude, effect, assessment, outlook.

    A plain consequence without a word of likelihood is an effect; one with such a word is a
    judgement of the subject's position or else an announcement of what may happen. What is
    ``expected`` in so many words ("is likely to") is judged only by several words.
    """
    if votes.get("fear_or_intention", 0) >= _ATTITUDE:
        return "fear_or_intention"
    effect, judgement = votes.get("effect", 0), votes.get("assessment", 0)
    if modal:
        likely_judgement = judgement >= max(_SURE if expected else _JUDGEMENT, effect)
        return "assessment" if likely_judgement else "risk_or_outlook"
    return "effect" if effect >= judgement else "assessment"


def theme_of(hits: Iterable[Hit], implied: Iterable[Hit], *, cause: int | None = None) -> Theme:
    """The theme with the most words; ``implied``: those that fired rules stand for, where they did.

    ``cause``: the token from which the sentence tells why; what stands there counts less.
    """
    lexicon = load("themes")
    themes: list[Theme] = list(lexicon["themes"])
    points: defaultdict[str, float] = defaultdict(float)
    each = {(hit.rule, hit.start, hit.end): hit for hit in hits}.values()
    for worth, found in ((1, each), (lexicon["rule"], implied)):
        for hit in found:
            because = cause and hit.start >= cause
            points[hit.rule] += worth * (lexicon["cause"] if because else 1)
    best = max(points.values(), default=0)
    return next((theme for theme in themes if best and points[theme] == best), "military")


def cause_in(tokens: Sequence[Token], after: int) -> int | None:
    """The token behind ``after`` from which a sentence tells why: "… since the war began"."""
    return next((i for i in range(after + 1, len(tokens)) if tokens[i].lower in _CAUSES), None)


def _causes() -> frozenset[str]:
    return word_set("themes", "causes", "words")


_CAUSES: Final = _causes()


def modality_of(text: str, tokens: Sequence[Token], hits: Sequence[Hit]) -> tuple[str, ...]:
    """The text's own words for likelihood, each once, the longest where they overlap."""
    words: list[str] = []
    end = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= end:
            words.append(text[tokens[hit.start].start : tokens[hit.end - 1].end])
            end = hit.end
    return tuple(dict.fromkeys(words))
