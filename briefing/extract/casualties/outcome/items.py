"""Lists of places with a count each, under words that say what befell those counted.

"Killed in Homs province:", then "Talbiseh: 3 civilians" and "Rastan: 2, among them a child".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from briefing.extract.casualties.outcome.armies import opens_tally
from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.casualties.outcome.outcomes import find_outcomes
from briefing.extract.circumstances.when import event_time
from briefing.extract.claims import because
from briefing.extract.people.victims import described, names_people
from briefing.extract.reality import happened
from briefing.extract.scene import Scene, per_document, scenes_of
from briefing.extract.triggers import Trigger, nouns, predicates, verbs
from briefing.language.document import Document
from briefing.language.lists import Linked, continue_list
from briefing.models import Casualty, Place, Role, Span
from briefing.records import record, replace

_FEWEST: Final = 2  # items that make a list
_MARKS: Final = frozenset(
    (":", "–", "—", "-", "--", "(")
)  # between the place of an item and its count
_CLOSED: Final = ":"


@record(frozen=True)
class Head:
    """What stands over a list: the sentence, and the group that says what befell people."""

    scene: Scene
    at: int
    trigger: Trigger | None  # None where the items themselves say it


def find_items(scene: Scene) -> Iterator[Finding]:
    """What the head of a list says of the people whom one of its items counts."""
    head = heads_of(scene.document).get(scene.sentence.index)
    if head is None or head.trigger is None or next(find_outcomes(scene.parse), None):
        return
    count = _count_at(scene)
    linked = Linked([count])
    continue_list(scene.parse, count, linked)
    yield Finding(head.trigger.outcome, head.trigger.rule, linked, 0, "people", nominal=True)


def as_item(scene: Scene, claim: Casualty) -> Casualty:
    """A claim of an item as its list has it: place, people and, from the head, day and source."""
    head = heads_of(scene.document).get(scene.sentence.index)
    if head is None:
        return claim
    own = next(find_outcomes(scene.parse), None)
    span = head.scene.span(head.scene.parse.groups[head.at])
    claim = _named(scene, claim if own else _with_reason(claim, "trigger", span))
    if not scene.document.dates[scene.sentence.index]:
        when = event_time(head.scene, span.start, span.end).when
        claim = replace(claim, when=when)
    speech = scene.document.speech(head.scene.sentence, span.start)
    if claim.attribution.source_original is None:
        claim = replace(claim, attribution=speech.attribution)
    return claim


def _named(scene: Scene, claim: Casualty) -> Casualty:
    """ "Rahad: two farmers" says where, "Civilians: 12" whom."""
    if names_people(scene.document, scene.parse, 0):
        words, group, side = described(scene.document, scene.parse, 0)
        bare = claim.victim is None
        return replace(claim, victim=words, victim_group=group, victim_side=side) if bare else claim
    place = None if opens_tally(scene) else _place_of(scene)
    if place is None or (claim.place and claim.place.start >= scene.sentence.start):
        return claim
    return replace(_with_reason(claim, "place", place), place=place)


def _with_reason(claim: Casualty, role: Role, span: Span) -> Casualty:
    """The claim with these words, and no others, as its reason of that role."""
    others = [reason for reason in claim.because if reason.role != role]
    at = 0 if role == "trigger" else 1
    return replace(claim, because=(*others[:at], *because(role, span), *others[at:]))


@per_document
def heads_of(document: Document) -> dict[int, Head]:
    """The head of each sentence that is an item of a list."""
    found: dict[int, Head] = {}
    scenes = scenes_of(document)
    for scene in scenes:
        if scene.sentence.index not in found and _may_head(scene):
            items = list(_items(scenes, scene.sentence.index + 1))
            if len(items) >= _FEWEST:
                found.update(dict.fromkeys(items, _head(scene)))
    return found


def _may_head(scene: Scene) -> bool:
    return scene.sentence.heading or scene.sentence.text.endswith(_CLOSED)


def _items(scenes: Sequence[Scene], first: int) -> Iterator[int]:
    """The sentences from there on that are items, each a paragraph of its own."""
    for scene in scenes[first:]:
        sentences, index = scene.document.sentences, scene.sentence.index
        if sentences[index - 1].paragraph == scene.sentence.paragraph or not _count_at(scene):
            return
        yield index


def _count_at(scene: Scene) -> int:
    """The group that counts in "Talbiseh: 3 civilians", "Rafah – 6"; 0 where none does."""
    groups = scene.parse.groups
    if [group.kind for group in groups[:3]] != ["noun", "mark", "noun"]:
        return 0
    named = scene.parse.tokens[groups[0].first].capitalised and not groups[0].quantity
    one = scene.parse.lower[groups[2].first] in ("a", "an")
    counts = groups[2].quantity is not None or one
    return 2 if named and groups[1].word in _MARKS and counts else 0


def _place_of(scene: Scene) -> Place | None:
    """The place that opens an item; a name that no gazetteer knows stays a name."""
    group = scene.parse.groups[0]
    span = scene.span(group)
    known = scene.document.places_in(span)
    if known or scene.document.actors_in(span):
        return known[0] if known else None
    written = scene.document.article.text[span.start : span.end]
    return Place(span.start, span.end, written, written, "settlement")


def _head(scene: Scene) -> Head:
    """What the words over a list say befell people, where they say one thing only."""
    told = list(_triggers(scene))
    one = len({trigger.outcome for _, trigger in told}) == 1
    return Head(scene, *told[0]) if one else Head(scene, 0, None)


def _triggers(scene: Scene) -> Iterator[tuple[int, Trigger]]:
    for at, group in enumerate(scene.parse.groups):
        trigger = None
        if group.kind == "verb" and not group.negated and happened(scene.parse, at, group):
            trigger = verbs().get(group.verb)
        elif group.kind == "predicate":
            trigger = predicates().get(group.word)
        elif group.kind == "noun":
            trigger = nouns().get(group.word)
        if trigger and not trigger.needs and not trigger.doer:
            yield at, trigger
