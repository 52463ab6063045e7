"""Where an event happened, as the text says it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from briefing.extract.scene import Scene
from briefing.extract.triggers import means as weapons
from briefing.language.document import ActorMention, Document
from briefing.lexicon import load
from briefing.models import Place

_DATELINE = 80  # characters in which a dateline ends with its dash
_DASHES = ("—", "–", "--", " - ", "(")


def event_place(scene: Scene, start: int, end: int, until: int) -> Place | None:
    """Where the event told in ``text[start:end]`` happened; ``until`` begins the next event.

    First what follows in the clause, then what stands before it in the sentence, then what was
    attacked or taken, then the sentence before in the paragraph, then the dateline of the first
    paragraph. What stands beyond a contrast ("…, while …") is where the next event happened.
    """
    limit = _contrast(scene, end)
    places, attacked = (
        [p for p in found if limit is None or p.start < limit]
        for found in (locations(scene), _objects(scene))
    )
    after = [p for p in places if start <= p.start < until]
    before = [p for p in places if p.start < start]
    rest = [p for p in places if p.start >= until]
    for candidates in (after, before[::-1], rest, attacked):
        if candidates:
            return _most_precise(candidates)
    earlier = scene.earlier()
    inherited = (locations(earlier) or _objects(earlier)) if earlier else []
    if inherited:
        return inherited[-1] if len(inherited) == 1 else _most_precise(inherited)
    return dateline(scene.document) if scene.sentence.paragraph == 0 else None


def _contrast(scene: Scene, end: int) -> int | None:
    """Where a conjunction behind a comma sets another event against this one; None where none does.

    Without the comma it tells of the same event: "killed while they were driving to Goma".
    """
    words = load("circumstances")["contrast"]["words"].split()
    pairs = pairwise(scene.parse.tokens)
    starts = (t.start for comma, t in pairs if comma.text == "," and t.lower in words)
    return next((start for start in starts if start >= end), None)


def _most_precise(candidates: list[Place]) -> Place:
    """The nearest that is not merely a country or an area, else the nearest."""
    precise = [p for p in candidates if p.kind not in ("country", "area")]
    return (precise or candidates)[0]


def locations(scene: Scene) -> list[Place]:
    """The places of a sentence in which something can have happened, in order."""
    document = scene.document
    actors = document.actors_in(scene.sentence)
    header = dateline(document) if scene.sentence.index == 0 else None
    return [
        place
        for place in document.places_in(scene.sentence)
        if not (header and place.start <= header.start)
        and not _is_actor(place, actors)
        and is_locative(scene, place)
    ]


def _is_actor(place: Place, actors: tuple[ActorMention, ...]) -> bool:
    """ "Syrian" in "Syrian army": a nationality and not a place."""
    return any(
        actor.start <= place.start and place.end <= actor.end and actor.combatant
        for actor in actors
    )


def is_locative(scene: Scene, place: Place) -> bool:
    """Whether a preposition of place governs the noun group that holds the place."""
    groups = scene.parse.groups
    at = scene.group_at(place.start)
    for _ in range(6):
        before = groups[at - 1] if at else None
        if before is None:
            return False
        if before.word == "of" and before.kind == "preposition":
            if at > 1 and groups[at - 2].word in _words("relation"):
                return False
            at = max(0, at - 2)
        elif before.kind == "preposition":
            return before.word in _words("locative")
        elif before.kind in ("coordinator", "mark") and at > 1 and groups[at - 2].kind == "noun":
            at -= 2
        else:
            return (
                groups[at].kind == "noun" and place.kind not in ("country",) and _bare(scene, place)
            )
    return False


def _objects(scene: Scene) -> list[Place]:
    """Places that are a verb's object: "took the town of Bama, killing 12"."""
    groups = scene.parse.groups
    found: list[Place] = []
    for place in scene.document.places_in(scene.sentence):
        at = scene.group_at(place.start)
        if at > 1 and groups[at - 1].word == "of":
            at -= 2
        attacked = at > 0 and groups[at - 1].kind == "verb" and groups[at - 1].verb != "be"
        if attacked and place.kind != "country":
            found.append(place)
    return found


def _bare(scene: Scene, place: Place) -> bool:
    """A place without a preposition counts only in an adverbial group: "Kabul blast kills 3"."""
    group = scene.parse.groups[scene.group_at(place.start)]
    return group.word in weapons()


def dateline(document: Document) -> Place | None:
    """The place with which the article opens, before a dash or a bracket."""
    text = document.article.text
    if not document.places or not document.sentences:
        return None
    first, start = document.places[0], document.sentences[0].start
    if first.start > start + 2:
        return None
    head = text[first.end : start + _DATELINE]
    ends = [head.find(dash) for dash in _DASHES if dash in head]
    return (
        first
        if ends and not any(c.islower() for c in _unnamed(document, first, min(ends)))
        else None
    )


def _unnamed(document: Document, first: Place, length: int) -> str:
    """What stands between the first place and the dash apart from names of places."""
    text = document.article.text
    rest = text[first.end : first.end + length]
    for place in document.places[1:4]:
        rest = rest.replace(place.as_written, "")
    return " ".join(word for word in rest.split() if not word[:1].isupper())


@cache
def _words(section: str) -> frozenset[str]:
    entry = load("circumstances")[section]
    return frozenset((entry.get("near") or entry["words"]).split())
