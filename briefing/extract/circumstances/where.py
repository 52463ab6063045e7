"""Where an event happened, as the text says it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice, pairwise, takewhile
from typing import Final

from briefing.extract.circumstances.event.adjuncts import (
    is_alleged,
    is_kept,
    is_lived,
    is_of_hospital,
)
from briefing.extract.circumstances.event.aftermath import is_ahead_of
from briefing.extract.circumstances.event.answered import ANSWERS, is_answered_there
from briefing.extract.circumstances.event.beyond import (
    before_sequel,
    contrast,
    is_elsewhere,
    is_of_other_event,
    next_clause,
    next_verb,
    stands_behind,
)
from briefing.extract.circumstances.event.incident import after, before, retold, tells_event
from briefing.extract.circumstances.opened import (
    country_of_dateline,
    place_of_dateline,
    place_of_opening,
)
from briefing.extract.circumstances.place.abroad import UNNAMED, rather_abroad
from briefing.extract.circumstances.place.nationwide import (
    is_nationwide,
    opens_nationwide,
    state_meant,
)
from briefing.extract.circumstances.place.reach import (
    country_of_several,
    is_spread,
    place_before_where,
    place_beside,
    place_meant_by_here,
    place_meant_by_noun,
    place_meant_by_there,
)
from briefing.extract.circumstances.place.rough import roughly
from briefing.extract.circumstances.place.setting import (
    attacked,
    bearings,
    homes,
    homes_of_speakers,
    is_near,
    leads_on,
    locations,
    town_of_care,
)
from briefing.extract.circumstances.telling.entries import place_of_entry
from briefing.extract.circumstances.telling.listed import place_of_list, places_of_headings
from briefing.extract.circumstances.telling.recalled import recollections
from briefing.extract.circumstances.telling.statement import is_of_person
from briefing.extract.scene import Scene, once
from briefing.language.roles import is_of_them
from briefing.lexicon import word_set
from briefing.models import Place, Span
from briefing.places import breadth, holds_states, is_quarter, lies_beside
from briefing.records import replace

_DIVISION: Final = 3
_RAIDS: Final = word_set("circumstances", "attack", "verbs")
_SEVERAL: Final = word_set("casualties", "one_attack", "several")
_LEVELS: Final = (1, 2, _DIVISION)  # breadths of a town, a district, a division
_LEAD: Final = 2  # paragraphs that say what a report is about
_NOTHING: Final = Span(0, 0)
_KEPT: Final = word_set("circumstances", "kept", "verbs")
_ALLEGED: Final = word_set("circumstances", "alleged", "words")
_COMMENT: Final = 4  # sentences after a heading or an event that may still say where it was


def event_place(scene: Scene, people: Span, trigger: Span, until: int) -> Place | None:
    """Where the event happened that ``trigger`` tells of ``people``; ``until`` begins the next.

    First what its own sentence says; where that is a division or wider, what a sentence after it
    says in so many words ("The attack took place in …"). Else what the incident's other sentences
    say: those before, the dateline in the first paragraph, those after.
    """
    own = place_beside(scene, people) or _in_clause_of_where(scene, people)
    if not ANSWERS.isdisjoint(scene.parse.held) and is_answered_there(scene, people.start):
        return own or _of_answered(scene)
    own = own or _in_sentence(scene, people, trigger, until)
    if own and is_ahead_of(scene, scene.group_at(min(people.start, trigger.start)), own.start):
        own = None
    entry = place_of_entry(scene)
    if own and is_of_hospital(scene, own):
        own = entry or _first_told(_earlier(scene)) or own
    if own and breadth(own) < _DIVISION:
        return _narrowed(scene, own)
    if own and entry and breadth(own) < breadth(entry):
        entry = None  # "Niger: …. Four bandits were killed in the Agadez region"
    if own is None and is_nationwide(scene, people, trigger) and (state := state_meant(scene)):
        return state
    said = entry or place_meant_by_here(scene)
    said = said or (None if own and _tells_of_several(scene) else _said_after(scene)) or own
    meant = place_meant_by_there(scene) or place_meant_by_noun(scene)
    told = said or meant or _of_incident(scene) or next(iter(homes_of_speakers(scene)), None)
    return told if UNNAMED.isdisjoint(scene.parse.held) else rather_abroad(scene, told)


def _of_answered(scene: Scene) -> Place | None:
    """The place that stands with what an attack answers; that of the attack is another."""
    told = [*locations(scene), *attacked(scene)]
    own = [place for place in told if is_answered_there(scene, place.start)]
    return _most_precise(scene, own) if own else None


def _narrowed(scene: Scene, own: Place) -> Place:
    """ "Two men died in Goma. The attack took place in the Birere neighborhood": the quarter."""
    said = _said_after(scene) if own.kind == "settlement" else None
    if said is None or breadth(said) > breadth(own):
        return own
    quarter = is_quarter(scene.document.article.text, said.end)
    inside = any(outer.name == own.name for outer in said.within)
    return said if quarter or inside else own


def _tells_of_several(scene: Scene) -> bool:
    """ "42 died in separate attacks in Zamfara. The incident in Sake …": that was one of them."""
    if _SEVERAL.isdisjoint(scene.parse.held):
        return False
    return any(a.word == "in" and b.word in _SEVERAL for a, b in pairwise(scene.parse.groups))


def _in_clause_of_where(scene: Scene, people: Span) -> Place | None:
    """The place before ", where", but for one that stands in the clause itself."""
    place = place_before_where(scene, people)
    if place is None or any(place.start < p.start < people.start for p in locations(scene)):
        return None
    return place


@once
def _said_after(scene: Scene) -> Place | None:
    return _first_told(retold(scene))


@once
def _of_incident(scene: Scene) -> Place | None:
    return (
        _first_told(_earlier(scene))
        or place_of_list(scene)
        or (country_of_several(scene) if is_spread(scene) else place_of_dateline(scene))
        or _first_told(s for s in _comments(scene) if tells_event(s) and not _counts_part(s))
        or place_of_opening(scene)
        or places_of_headings(scene.document).get(scene.sentence.paragraph)
        or town_of_care(scene)
        or country_of_dateline(scene)
    )


def _comments(scene: Scene) -> Iterable[Scene]:
    """The next sentences, up to one that opens with a place: "In Goma, two died" tells another."""
    near = word_set("circumstances", "locative", "words")
    return takewhile(lambda s: s.parse.groups[0].word not in near, islice(after(scene), _COMMENT))


def _counts_part(scene: Scene) -> bool:
    """ "Eight of them were killed in Goma": not where all of them were."""
    return is_of_them(scene.parse, 0)


def _earlier(scene: Scene) -> list[Scene]:
    """The sentence before in the paragraph, or, if it tells of an event, in the paragraph before;
    then, in the text's order, all before in the incident that tell of an event, and after them
    those of the paragraph or the report's opening."""
    told = [s for s in before(scene) if not s.sentence.heading][::-1]
    earlier = scene.earlier()
    events = [s for s in told if tells_event(s)]
    near = (scene.sentence.paragraph, *range(_LEAD))
    others = [
        s
        for s in told
        if not tells_event(s) and (s.sentence.paragraph in near or opens_nationwide(s))
    ]
    beside = [s for s in events[-1:] if s.sentence.index == scene.sentence.index - 1]
    beside = [s for s in beside if not _names_quarter(s)]
    return [*((earlier,) if earlier else beside), *events, *others]


def _names_quarter(scene: Scene) -> bool:
    """ "The shells hit the Rawda neighbourhood": of the town told before, whatever else is of that
    name."""
    place = _told(scene)
    return place is not None and is_quarter(scene.document.article.text, place.end)


def _in_sentence(scene: Scene, people: Span, trigger: Span, until: int) -> Place | None:
    """The place that stands nearest behind the event, else before it, else further on.

    What stands beyond a contrast ("…, while …") is where the next event happened; what stands in
    the next clause may be.
    """
    first, last = min(people.start, trigger.start), max(people.end, trigger.end)
    found = (locations(scene), attacked(scene), bearings(scene), homes(scene))
    if not any(found):
        return None
    own = {p.start for p in _without_asides(scene, chain(*found), people, trigger)}
    kinds = [[p for p in told if p.start in own] for told in found]
    places = _of_event(scene, kinds[0], last)
    clause = next_clause(scene, last) if len(places) > 1 else None
    end = until if clause is None else min(until, clause)
    struck = [p for p in kinds[1] if _is_object(scene, p, trigger)]
    behind = [p for p in places if last <= p.start < end and not leads_on(scene, p)]
    behind = _near(scene, behind, kinds[2], last)
    between = [p for p in places if first <= p.start < last]
    ahead = _of_nearest_state([p for p in places if p.start < first][::-1])
    narrow = [p for p in ahead if breadth(p) < _DIVISION]
    narrow = ahead[:1] if ahead and leads_on(scene, ahead[0]) else narrow
    beyond = [p for p in places if end <= p.start < until and not leads_on(scene, p)]
    rest = [p for p in places if p.start >= last]
    taken = kinds[1] if all(p.kind == "country" for p in ahead) else []
    for candidates in (struck, behind, between, narrow, beyond, taken, ahead, rest, *kinds[1:]):
        if candidates:
            return _placed(scene, _most_precise(scene, candidates), places)
    return None


def _without_asides(
    scene: Scene, places: Iterable[Place], people: Span, trigger: Span
) -> list[Place]:
    """Those of ``places`` that may be the event's: not beyond a contrast or of somebody's life."""
    last = max(people.end, trigger.end)
    limit = contrast(scene, last)
    return [
        p
        for p in places
        if (limit is None or p.start < limit)
        and not is_of_person(scene, p, last)
        and not is_lived(scene, p, last)
        and not is_elsewhere(scene, p)
        and not is_kept(scene, p, trigger)
        and (p.start, p.end) != (people.start, people.end)
    ]


def _near(scene: Scene, behind: list[Place], bearings: list[Place], last: int) -> list[Place]:
    """Of what stands behind the event the places up to the next verb, if one is no division; else
    a bearing right behind it."""
    verb = next_verb(scene, last)
    near = [p for p in behind if verb is None or p.start < verb]
    if any(breadth(p) < _DIVISION or p.kind == "area" for p in near):
        return near
    return [p for p in bearings if stands_behind(scene, p, last)] or behind


def _of_event(scene: Scene, places: list[Place], last: int) -> list[Place]:
    """Those of ``places`` that are of no other event, if there are any."""
    own = [p for p in places if not (is_alleged(scene, p, last) or is_of_hospital(scene, p))]
    own = own or ([] if (beside := scene.earlier()) and _told(beside) else places)
    own = before_sequel(scene, own, last) if "before" in scene.parse.held else own
    told = [p for p in own if not is_of_other_event(scene, p)]
    starts = {outer.start for p in own for outer in p.within}
    return told if any(p.start not in starts for p in told) else own


def _of_nearest_state(places: list[Place]) -> list[Place]:
    """ "After they had met in Medellin, gunmen in El Salvador killed six": not Medellin."""
    if not places or places[0].kind != "country":
        return places
    return [p for p in places if p.country in (None, places[0].country)]


def _is_object(scene: Scene, place: Place, trigger: Span) -> bool:
    """Whether a place is what was struck: "shelled Sake, and rebels shot two men in Goma"; "raided
    Sake in the Kivus, killing two"."""
    at, verb = scene.group_at(place.start), scene.group_at(trigger.start)
    return (at - verb in (1, 3) and place.start > trigger.start) or _ends_raid(scene, at, verb)


def _ends_raid(scene: Scene, at: int, participle: int) -> bool:
    """Whether ", killing" tells what an attack ended in whose verb stands before the place."""
    groups = scene.parse.groups
    raid = at - 1
    if groups[participle].form != "ing" or participle < at or groups[participle - 1].word != ",":
        return False
    finite = any(group.kind == "verb" and group.finite for group in groups[at:participle])
    return groups[raid].verb in _RAIDS and groups[raid].finite and not finite


def _placed(scene: Scene, place: Place, others: Iterable[Place]) -> Place:
    """A place with the division in which the same sentence begins: "In Khost province … in Bak"."""
    place = roughly(scene, place)
    if place.within or place.admin1:
        return place
    wider = [p for p in others if p.start < place.start and breadth(p) > breadth(place)]
    return replace(place, within=(wider[-1], *wider[-1].within)) if wider else place


def _most_precise(scene: Scene, candidates: list[Place]) -> Place:
    """The nearest town, else the nearest district, else division, else what is wider.

    A place in which the text puts another of them only says where that one lies; of two towns the
    event is rather in the one than near the other.
    """
    wider = {place.start for inner in candidates for place in inner.within}
    own = [place for place in candidates if place.start not in wider] or candidates
    for level in _LEVELS:
        alike = [place for place in own if breadth(place) == level]
        if alike:
            first = _without_landmarks(scene, alike)
            told = next((p for p in first if not is_near(scene, p)), first[0])
            return _on_road(own, told) if told.kind == "highway" else told
    return own[0]


def _on_road(places: list[Place], road: Place) -> Place:
    """ "On the Goma-Sake road in the village of Mubambiro": the village."""
    spots = (p for p in places if p.kind != "highway" and breadth(p) < _DIVISION)
    return next(spots, road)


def _without_landmarks(scene: Scene, places: list[Place]) -> list[Place]:
    """Without the towns that only say where another place lies: "the camp, 9 km from Goma"."""
    if len(places) == 1:
        return places
    text = scene.document.article.text
    marks = {q.start for p in places for q in places if lies_beside(text, p, q)}
    return [place for place in places if place.start not in marks] or places


def _lies_in_one(place: Place, places: Iterable[Place]) -> bool:
    """ "Gunmen attacked Zikke, a village in Bassa": what was attacked lies in a place told."""
    starts = {outer.start for outer in place.within}
    return any(other.start in starts for other in places)


def _is_within(place: Place, stretches: Iterable[Span]) -> bool:
    """ "It was the worst since the attack on Solhan": not where this one was."""
    return any(stretch.start <= place.start < stretch.end for stretch in stretches)


def _first_told(scenes: Iterable[Scene]) -> Place | None:
    """The first place that a sentence tells of; a state only where none is narrower."""
    told = [(place, scene) for scene in scenes if (place := _told(scene))]
    states = (place for place, scene in told if tells_event(scene) or _is_of_one_state(scene))
    first = next((p for p, _ in told if p.kind != "country"), None)
    return next(states, None) if first is None else _inside(first, [p for p, _ in told])


def _inside(place: Place, told: list[Place]) -> Place:
    """ "A strike on Kivu killed two. Rebels hit a house in Masisi in Kivu": Masisi."""
    if breadth(place) < _DIVISION:
        return place
    towns = (p for p in told if breadth(p) < _DIVISION)
    inner = (p for p in towns if place.name == p.admin1 or place.name in _outer(p))
    return next(inner, place)


def _outer(place: Place) -> list[str]:
    return [outer.name for outer in place.within]


def _is_of_one_state(scene: Scene) -> bool:
    """Not "carmakers in Germany and Belgium halted production": what lies in two is in neither."""
    return len({p.name for p in locations(scene) if p.kind == "country"}) <= 1


@once
def _told(scene: Scene) -> Place | None:
    """The place of what a whole sentence tells."""
    until, recalled = scene.sentence.end, recollections(scene)
    free = _KEPT.isdisjoint(scene.parse.held)
    places = [
        place
        for place in locations(scene)
        if not holds_states(place)
        and not is_of_person(scene, place, until)
        and (free or not is_kept(scene, place, _NOTHING))
    ]
    if places and not _ALLEGED.isdisjoint(scene.parse.held) and scene.earlier():
        places = [p for p in places if not is_alleged(scene, p, scene.sentence.start)]
    wide = all(place.kind == "country" for place in places)  # or none at all
    struck = [p for p in attacked(scene) if wide or _lies_in_one(p, places)]
    candidates = [p for p in (*places, *struck) if not _is_within(p, recalled)]
    if not candidates:
        return state_meant(scene) if opens_nationwide(scene) else None
    return _placed(scene, _most_precise(scene, candidates), places)
