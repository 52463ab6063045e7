"""What every claim carries, filled in one way for all kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

from briefing.actors import find_actors, side_of
from briefing.extract.parties.issuer import is_of_party
from briefing.extract.scene import Scene
from briefing.language.document import ActorMention, Document, Hedge, Speech
from briefing.language.tokens import tokenize
from briefing.models import Casualty, Certainty, Claim, Reason, Role, Sentence, Span, When
from briefing.records import replace

AnyClaim = TypeVar("AnyClaim", bound=Claim)


class Said(NamedTuple):
    """Who says a claim, with what reservation, and of which time."""

    speech: Speech
    hedge: Hedge
    when: When


def claim_fields(
    scene: Scene, start: int, end: int, rule: str, when: When, reasons: Iterable[Reason] = ()
) -> dict[str, Any]:
    """The fields of ``Claim`` for ``text[start:end]``, with the id of the first one there.

    ``reasons``: the words for what the kind of claim adds of its own.
    """
    document, sentence = scene.document, scene.sentence
    speech, hedge = document.speech(sentence, start), document.hedge(sentence, start, end)
    own_voice = speech.attribution.source_original is None
    party = speech.attribution.kind == "party" or (own_voice and is_of_party(document.article))
    return {
        "id": f"{document.article.id}-{_letter(rule)}{start}",
        **stated_fields(document, sentence, Span(start, end), Said(speech, hedge, when), reasons),
        "certainty": weighed(hedge.certainty, party),
        "certainty_words": hedge.words or (speech.attribution.cue if party else None),
        "rule": rule,
    }


def stated_fields(
    document: Document, sentence: Sentence, span: Span, said: Said, reasons: Iterable[Reason] = ()
) -> dict[str, Any]:
    """The fields of ``Claim`` but for its id and its rule, as certain as its words put it."""
    return {
        "article_id": document.article.id,
        "start": span.start,
        "end": span.end,
        "quote": document.article.text[span.start : span.end],
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence": sentence.text,
        "attribution": said.speech.attribution,
        "certainty": said.hedge.certainty,
        "certainty_words": said.hedge.words,
        "when": said.when,
        "because": (*reasons, *_common_reasons(said)),
    }


def because(role: Role, span: Span | None, how: str = "") -> tuple[Reason, ...]:
    """The words at ``span`` as a reason; nothing where there are none."""
    return (Reason(span.start, span.end, role, how),) if span else ()


def _common_reasons(said: Said) -> tuple[Reason, ...]:
    """The words for who says so, how certainly, and when."""
    return (
        *because("source", said.speech.words),
        *because("certainty", said.hedge.at),
        *because("time", said.when.at),
    )


def weighed(certainty: Certainty, by_party: bool) -> Certainty:
    """What a party to the conflict says of it is a claim, unless other words decide."""
    return "claimed" if by_party and certainty == "reported" else certainty


def speaks_for_a_side(source: str | None, sides: Iterable[ActorMention | None]) -> bool:
    """Whether a source belongs to one of the sides: "Russia's defence ministry" on its forces."""
    spoken = find_actors(source, tokenize(source)) if source else ()
    involved = {side_of(actor) for actor in sides if actor}
    return any(side_of(actor) in involved for actor in spoken)


@cache
def _letter(rule: str) -> str:
    """What stands in an id for the kind of claim, by its rule: "casualties.kill" → "c"."""
    return _LETTERS[rule.partition(".")[0]]


_LETTERS: Final = {"casualties": "c", "incidents": "e", "territory": "t"}


def number_claims(article: str, claims: Iterable[AnyClaim]) -> list[AnyClaim]:
    """Claims in text order with their ids; a second one at the same offset gets ``.2``."""
    numbered: list[AnyClaim] = []
    used: Counter[int] = Counter()
    for claim in sorted(claims, key=lambda c: (c.start, c.end)):
        used[claim.start] += 1
        suffix = f".{used[claim.start]}" if used[claim.start] > 1 else ""
        own = f"{article}-{_letter(claim.rule)}{claim.start}{suffix}"
        numbered.append(claim if claim.id == own else replace(claim, id=own))
    return numbered


def has_own_place(claim: Casualty) -> bool:
    """Whether the claim's own sentence says where it was, and no other of the report."""
    place = claim.place
    return place is not None and claim.sentence_start <= place.start < claim.sentence_end
