"""Where a thing without a name of its own lies, by the changes that the text told before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.extract.circumstances.place.setting import locations
from briefing.extract.scene import Scene
from briefing.extract.territory.change.seizures import Seizure
from briefing.extract.territory.ground.apposed import with_name_behind
from briefing.extract.territory.ground.surroundings import (
    around,
    attacked,
    labelled,
    named_behind_be,
)
from briefing.extract.territory.ground.taken import Taken
from briefing.extract.territory.ground.together import is_the_town
from briefing.lexicon import word_set
from briefing.models import Place, Span, TerritorialChange
from briefing.records import replace

_NEAR: Final = 2  # sentences before in which "the town" is sought
TOLD: Final = 10  # changes told before, whose places are known for such


def taken_again(scene: Scene, seizure: Seizure, before: Sequence[TerritorialChange]) -> list[Taken]:
    """ "M23 captured Sake and lost it two days later": the places of the change told before."""
    objects = [scene.parse.groups[at] for at in seizure.taken]
    pointing = [group.word for group in objects if group.pronoun or group.word == "there"]
    if pointing == ["there"]:
        return _taken_there(scene, seizure)
    if pointing not in (["it"], ["them"], ["they"]):
        return []
    near = {scene.sentence.start}
    one = pointing == ["it"]
    earlier = scene.earlier() if one or seizure.action == "recaptured" else None
    near |= {earlier.sentence.start} if earlier else set()
    here = (c for c in reversed(before) if c.sentence_start in near and c.places)
    last, span = next(here, None), scene.span(objects[0])
    if last is None and one:
        places = _attacked(scene, earlier, span.start)
        return [Taken(span.start, span.end, places, last=seizure.taken[-1])] if places else []
    if last is None or (last.action == seizure.action and not seizure.yields):
        return []  # "encircled Goma, cutting it off" tells one thing
    if one and last.sentence_start != scene.sentence.start and len(last.places) > 1:
        return []
    return [Taken(span.start, span.end, last.places, last=seizure.taken[-1])]


def _attacked(scene: Scene, earlier: Scene | None, end: int) -> tuple[Place, ...]:
    """ "They attacked A and besieged it", "They attacked A. They took it": the one place."""
    for told in filter(None, (scene, earlier)):
        places = {p.name: p for p in attacked(told) if p.end <= end}
        if places:
            return tuple(places.values()) if len(places) == 1 else ()
    return ()


def _taken_there(scene: Scene, seizure: Seizure) -> list[Taken]:
    """ "Ended operations in Moqokori and Tardo and withdrew from there": the places told before."""
    span = scene.span(scene.parse.groups[seizure.taken[-1]])
    told = [p for p in locations(scene) if p.end <= span.start and p.kind == "settlement"]
    return [Taken(span.start, span.end, tuple(told), last=seizure.taken[-1])] if told else []


def located_in(
    scene: Scene,
    seizure: Seizure,
    taken: Taken,
    last: Taken,
    before: Sequence[TerritorialChange],
) -> Taken:
    """A thing without a name with the place that it lies in, as said behind it or the agent."""
    taken = with_name_behind(scene, taken)
    if taken.places:
        return taken
    lasts = (taken.last, last.last, seizure.trigger, *seizure.subject[-1:])
    told = named_behind_be(scene, seizure.trigger, taken.start) or _told_last(scene, taken, before)
    told = told or around(scene, scene.group_at(taken.start), lasts)
    return replace(taken, places=told or taken.within)


def _told_last(
    scene: Scene, taken: Taken, before: Sequence[TerritorialChange]
) -> tuple[Place, ...]:
    """ "The town": the one place of the change that one of the last sentences told, where no other
    is named meanwhile in this one."""
    if is_the_town(scene, taken) and (label := labelled(scene)):
        return label
    if _is_garrison(scene, taken) and (here := _told_here(scene, before)):
        return here
    if scene.document.places_in(Span(scene.sentence.start, taken.start)):
        return ()
    index = scene.sentence.index
    near = {scene.at(i).sentence.start for i in range(max(0, index - _NEAR), index)}
    told = [c for c in before[-TOLD:] if c.sentence_start in near and c.places]
    one = told and len(told[-1].places) == 1 and told[-1].places[0].kind == "settlement"
    return told[-1].places if one and is_the_town(scene, taken) else ()


def _is_garrison(scene: Scene, taken: Taken) -> bool:
    """ "The camp", "the barracks": of a town that the sentence has just told of."""
    text = scene.document.article.text[taken.start : taken.end].lower()
    known = taken.unit in word_set("territory", "garrison", "words")
    return known and text == f"the {taken.unit}"


def _told_here(scene: Scene, before: Sequence[TerritorialChange]) -> tuple[Place, ...]:
    """The one town of the change that the sentence told before."""
    own = [c for c in before[-TOLD:] if c.sentence_start == scene.sentence.start and c.places]
    return own[-1].places if own and len(own[-1].places) == 1 else ()
