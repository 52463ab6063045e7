"""Where an event happened, as the text says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from briefing.extract.incident import after, before
from briefing.extract.scene import Scene
from briefing.extract.setting import attacked, bearings, locations
from briefing.lexicon import load
from briefing.models import Place, Span
from briefing.places import breadth

_LEVELS = (1, 2, 3)  # breadths of a town, a district, a division
_COMMENT = 4  # sentences after a heading or an event that may still say where it was


def event_place(scene: Scene, people: Span, trigger: Span, until: int) -> Place | None:
    """Where the event happened that ``trigger`` tells of ``people``; ``until`` begins the next.

    First what its own sentence says, then the sentence before in the paragraph, then the others of
    its incident, then the dateline of the first paragraph.
    """
    own = _in_sentence(scene, people, trigger, until)
    if own:
        return own
    earlier = scene.earlier()
    place = _told(earlier) if earlier else None
    place = place or next((p for other in _others(scene) if (p := _told(other))), None)
    head = scene.document.dateline
    if (
        place is None
        and head
        and scene.sentence.paragraph == scene.at(head.sentence).sentence.paragraph
    ):
        return head.place
    return place


def _in_sentence(scene: Scene, people: Span, trigger: Span, until: int) -> Place | None:
    """The place that stands nearest behind the event, else before it, else further on.

    What stands beyond a contrast ("…, while …") is where the next event happened.
    """
    first, last = min(people.start, trigger.start), max(people.end, trigger.end)
    limit = _contrast(scene, last)
    kinds = [
        [p for p in found if limit is None or p.start < limit]
        for found in (locations(scene), attacked(scene), bearings(scene))
    ]
    places = kinds[0]
    behind = [p for p in places if last <= p.start < until]
    between = [p for p in places if first <= p.start < last]
    ahead = [p for p in places if p.start < first][::-1]
    rest = [p for p in places if p.start >= until]
    for candidates in (behind, between, ahead, rest, *kinds[1:]):
        if candidates:
            return _placed(_most_precise(candidates), places)
    return None


def _placed(place: Place, others: Iterable[Place]) -> Place:
    """A place with the division in which the same sentence begins: "In Khost province … in Bak"."""
    if place.within or place.admin1:
        return place
    wider = [p for p in others if p.start < place.start and breadth(p) > breadth(place)]
    return replace(place, within=(wider[-1], *wider[-1].within)) if wider else place


def _contrast(scene: Scene, end: int) -> int | None:
    """Where a conjunction behind a comma sets another event against this one; None where none does.

    Without the comma it tells of the same event: "killed while they were driving to Goma".
    """
    words = load("circumstances")["contrast"]["words"].split()
    pairs = pairwise(scene.parse.tokens)
    starts = (t.start for comma, t in pairs if comma.text == "," and t.lower in words)
    return next((start for start in starts if start >= end), None)


def _most_precise(candidates: list[Place]) -> Place:
    """The nearest town, else the nearest district, else division, else what is wider.

    A place in which the text puts another of them only says where that one lies.
    """
    wider = {place.start for inner in candidates for place in inner.within}
    own = [place for place in candidates if place.start not in wider] or candidates
    return next((p for level in _LEVELS for p in own if breadth(p) == level), own[0])


def _others(scene: Scene) -> Iterator[Scene]:
    """The other sentences of the incident, in the order in which they may say where it was."""
    told = [s for s in before(scene) if not s.sentence.heading][::-1]
    yield from told
    if not any(_names_something(s) for s in told):
        for number, other in enumerate(after(scene)):
            if number >= _COMMENT:
                break
            yield other


def _names_something(scene: Scene) -> bool:
    """Whether a sentence names a place or somebody: one that does not tells of no event."""
    document, sentence = scene.document, scene.sentence
    return bool(document.places_in(sentence) or document.actors_in(sentence))


def _told(scene: Scene) -> Place | None:
    """The place of what a whole sentence tells."""
    places = locations(scene)
    candidates = places or attacked(scene)
    if not candidates:
        return None
    return _placed(_most_precise(candidates), places)
