"""Another time's count behind one: "120 were killed in May, compared with 80 in April"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.casualties.parts.shares import Told
from briefing.extract.claims import because
from briefing.extract.scene import Scene
from briefing.extract.triggers import words_of
from briefing.language.dates import find_dates
from briefing.models import When
from briefing.records import replace

_COMPARED: Final = words_of("compared", "words")
_BEFORE: Final = words_of("compared", "before")
_DATED: Final = ("in", "on", "during")
_REACH: Final = 3  # groups behind the count in which its day or month stands


def with_compared(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims of a sentence, and those of other times with which it compares them."""
    if _COMPARED.isdisjoint(scene.parse.held):
        return told
    known = {one.at for one in told}
    wholes = [one for one in told if one.claim.quantity.best and not one.claim.subset]
    return [*told, *(new for one in wholes[:1] for new in _compared(scene, one, known))]


def _compared(scene: Scene, whole: Told, known: set[int]) -> Iterator[Told]:
    groups = scene.parse.groups
    for at in range(whole.at + 2, len(groups)):
        led = groups[at - 1].word in _BEFORE and _is_comparing(scene, at - 2)
        when = _date_behind(scene, at) if led and groups[at].only_counts else None
        quantity = groups[at].quantity
        if at in known or when is None or quantity is None or when.start is None:
            continue
        span = scene.span(groups[at])
        reasons = [r for r in whole.claim.because if r.role not in ("count", "people", "time")]
        claim = replace(
            whole.claim,
            start=span.start,
            end=span.end,
            quote=scene.document.article.text[span.start : span.end],
            quantity=quantity,
            when=when,
            because=(*reasons, *because("count", span), *because("time", when.at)),
        )
        yield Told(claim, at)


def _is_comparing(scene: Scene, at: int) -> bool:
    """ "Compared with", "up from": behind a comma or a time, and no part of another clause."""
    groups = scene.parse.groups
    return at > 0 and groups[at].word in _COMPARED


def _date_behind(scene: Scene, at: int) -> When | None:
    """The day or month behind a count, which of itself dates nothing that the sentence tells."""
    groups = scene.parse.groups
    if at + 1 >= len(groups) or groups[at + 1].word not in _DATED:
        return None
    first, last = groups[at].last, groups[min(at + _REACH, len(groups)) - 1].last
    tokens, words = scene.parse.tokens[first:last], scene.parse.lower[first:last]
    document = scene.document
    dates = find_dates(document.article.text, tokens, document.reported, words)
    return dates[0].when if dates else None
