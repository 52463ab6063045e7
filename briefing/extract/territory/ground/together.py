"""Which places "both towns" and "the three villages" are: those that the text named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.claims import because
from briefing.extract.scene import Scene
from briefing.extract.territory.ground.taken import Taken, towns
from briefing.language.document import Document
from briefing.lexicon import word_set
from briefing.models import Place, Span, TerritorialChange
from briefing.records import replace

_LAST: Final = 2  # changes told before, of whose places "the town" may be one
_BACK: Final = 2  # sentences before in which they are sought


def with_places_meant(
    document: Document, claims: Sequence[TerritorialChange]
) -> list[TerritorialChange]:
    """The claims, those of a definite count without a name with the places told before."""
    done: list[TerritorialChange] = []
    for claim in claims:
        count = _definite_count(document, claim)
        places = (_told(done, claim, count) or _named(document, claim, count)) if count else ()
        reasons = (reason for place in places for reason in because("place", place))
        named = replace(
            claim, places=places, quantity=None, unit=None, because=(*claim.because, *reasons)
        )
        done.append(named if places else claim)
    return done


def _definite_count(document: Document, claim: TerritorialChange) -> int:
    """How many "both towns", "the three villages" are; 0 where no others can be meant."""
    exact = claim.quantity.best if claim.quantity and claim.quantity.kind == "exact" else None
    if _is_the_town(document, claim):
        return 1
    if claim.places or not exact or exact < len(("both", "towns")):
        return 0
    taken = next((r for r in claim.because if r.role == "taken"), None)
    words = document.article.text[taken.start : taken.end].lower().split() if taken else [""]
    before = document.article.text[: taken.start].lower().split()[-1:] if taken else []
    definite = word_set("territory", "together", "words")
    return exact if not definite.isdisjoint((words[0], *before)) else 0


def _is_the_town(document: Document, claim: TerritorialChange) -> bool:
    """ "Gunmen took Banki. … Troops retook the town": one that may be known by a claim alone."""
    if claim.places or claim.quantity or claim.part or claim.unit not in towns():
        return False
    taken = next((r for r in claim.because if r.role == "taken"), None)
    text = document.article.text
    return taken is not None and text[taken.start : taken.end].lower() == f"the {claim.unit}"


def is_the_town(scene: Scene, taken: Taken) -> bool:
    """ "The town", with nothing that says which."""
    text = scene.document.article.text[taken.start : taken.end].lower()
    return taken.unit in towns() and text == f"the {taken.unit}"


def _told(
    before: Sequence[TerritorialChange], claim: TerritorialChange, count: int
) -> tuple[Place, ...]:
    """The places of the last change told before, where they are so many."""
    told = [one for one in before if one.start < claim.start and one.places]
    if count == 1:  # "the city" is none of several villages told meanwhile
        told = [one for one in told[-_LAST:] if [p.kind for p in one.places] == ["settlement"]]
    return told[-1].places if told and len(told[-1].places) == count else ()


def _named(document: Document, claim: TerritorialChange, count: int) -> tuple[Place, ...]:
    """The towns that the nearest sentence before names, where they are so many."""
    if count < len(("both", "towns")):
        return ()
    index = document.sentence_at(claim.start).index
    stretches = [Span(claim.sentence_start, claim.start)]
    stretches += document.sentences[max(0, index - _BACK) : index][::-1]
    for stretch in stretches:
        towns = {p.name: p for p in document.places_in(stretch) if p.kind == "settlement"}
        if towns:
            return tuple(towns.values()) if len(towns) == count else ()
    return ()
