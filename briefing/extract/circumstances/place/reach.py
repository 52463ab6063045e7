"""Places that are told in another way: several of a state, "there", what people fled from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise
from typing import Final

from briefing.actors import state_name
from briefing.extract.circumstances.place.setting import count_of_part, governor, locations
from briefing.extract.circumstances.place.states import place_of_state
from briefing.extract.scene import Scene, once, scenes_of
from briefing.language.groups import Group
from briefing.language.tokens import Token
from briefing.lexicon import load, word_set
from briefing.models import Place, Span

_words = partial(word_set, "circumstances")

_SEVERAL_UNITS: Final = _words("several", "units")
_BACK: Final = 6  # sentences before that "the city" may point to
_TAKEN_REACH: Final = 10  # groups behind "was kidnapped" in which it does
_LEFT_REACH: Final = 6  # groups behind "fled" in which "from" stands


@once
def is_spread(scene: Scene) -> bool:
    """ "Attacked several Ukrainian cities": in none of them more than in the others."""
    return any(_is_several(scene, group) for group in scene.parse.groups)


def country_of_several(scene: Scene) -> Place | None:
    """The state of whose cities a sentence speaks, by its name: it is written as an adjective."""
    for group in scene.parse.groups:
        if _is_several(scene, group):
            for token in scene.parse.tokens[group.first : group.last]:
                if token.text in _demonyms():
                    return _country(token, _demonyms()[token.text])
    return None


def _country(token: Token, code: str) -> Place:
    return place_of_state(code, Span(token.start, token.end), state_name(code))


def _is_several(scene: Scene, group: Group) -> bool:
    if group.kind != "noun" or group.word not in _SEVERAL_UNITS:
        return False
    many = group.quantity is not None and group.quantity.best != 1
    return many or not _words("several", "words").isdisjoint(scene.parse.words(group))


@cache
def _demonyms() -> dict[str, str]:
    """The adjectives of states, with their codes."""
    states = load("countries").items()
    return {word: code for code, state in states for word in state.get("demonyms", [])}


def place_meant_by_there(scene: Scene) -> Place | None:
    """ "Twenty soldiers surrendered there": the place that the sentence before told last."""
    if "there" not in scene.parse.held:
        return None
    groups = scene.parse.groups
    there = [at for at, group in enumerate(groups) if group.word == "there"]
    if not any(at and groups[at - 1].kind in ("verb", "noun") for at in there):
        return None  # "There was a blast"
    earlier = scene.earlier()
    told = [p for p in locations(earlier) if p.kind != "country"] if earlier else []
    wider = {outer.start for place in told for outer in place.within}
    return next((p for p in reversed(told) if p.start not in wider), None)


def place_meant_by_here(scene: Scene) -> Place | None:
    """ "MARAWI CITY — A bomb went off at a school here": the dateline, but in no quoted words."""
    head = scene.document.dateline
    if head is None or "here" not in scene.parse.held:
        return None
    here = next((t for t in scene.parse.tokens if t.lower == "here"), None)
    quoted = here and scene.document.speech(scene.sentence, here.start).attribution.direct
    return None if quoted else head.place


def place_beside(scene: Scene, people: Span) -> Place | None:
    """ "Goma 70,000 displaced; Sake 12,300": the name that stands right before a count and opens
    its part of the sentence."""
    groups, at = scene.parse.groups, scene.group_at(people.start)
    recorded = _place_recording(scene, at) if groups[at].quantity else None
    if recorded:
        return recorded
    counted = at > 0 and groups[at].quantity is not None and groups[at - 1].kind == "noun"
    if not counted or not (at == 1 or _opens_part(scene, at - 1)):
        return _place_of_part(scene, at) if groups[at].quantity else None
    span = scene.span(groups[at - 1])
    known = scene.document.places_in(span)
    if known:
        return known[0] if (known[0].start, known[0].end) == (span.start, span.end) else None
    listed = scene.parse.lower.count(";") >= _FEWEST - 1
    written = scene.document.article.text[span.start : span.end]
    named = listed and written[0].isupper() and not scene.document.actors_in(span)
    named = named and written.lower() not in word_set("circumstances", "entries", "words")
    return Place(span.start, span.end, written, written) if named else None


def _opens_part(scene: Scene, at: int) -> bool:
    """Whether a part of a list begins at ``at``: "By town: Goma 12 killed, Sake nine killed"."""
    before = scene.parse.groups[at - 1].word
    if before in _PARTS:
        return True
    told = scene.parse.groups[at + 2 : at + 3]
    fate = any(group.kind == "predicate" or group.form == "ed" for group in told)
    return before in (",", "and") and ":" in scene.parse.held and fate


def _place_of_part(scene: Scene, at: int) -> Place | None:
    """ "…; in Sake, nine": the place of the count at ``at``."""
    opens = at - 2 - (at > 1 and scene.parse.groups[at - 1].word == ",")
    if opens < 1 or count_of_part(scene, opens) != at:
        return None
    known = scene.document.places_in(scene.span(scene.parse.groups[opens + 1]))
    return known[0] if known else None


def _place_recording(scene: Scene, at: int) -> Place | None:
    """ "Narathiwat had 9 dead and 17 injured": the place that has the count at ``at``, unless
    another follows: "Washington recorded four dead in Iraq"."""
    groups = scene.parse.groups
    if any(place.start > scene.span(groups[at]).start for place in locations(scene)):
        return None
    while at > 1 and (groups[at].quantity or groups[at].kind in ("coordinator", "predicate")):
        at -= 1
    if not at or not _records(groups[at]):
        return None
    span = scene.span(groups[at - 1])
    known = scene.document.places_in(span)
    whole = bool(known) and (known[0].start, known[0].end) == (span.start, span.end)
    governed = at > 1 and groups[at - 2].kind == "preposition"
    return known[0] if whole and not governed and known[0].kind != "country" else None


def _records(verb: Group) -> bool:
    """ "Recorded", or a "had" that is no part of another verb."""
    had = verb.perfect and verb.verb == "be" and verb.last - verb.first == 1
    return had or (verb.verb in _RECORDING and not verb.passive)


_RECORDING: Final = _words("recording", "verbs")  # of a place: what was counted there
_FEWEST: Final = 3  # parts of a list in which a name that no gazetteer knows is a place
_PARTS: Final = frozenset((";", ":"))


def place_before_where(scene: Scene, people: Span) -> Place | None:
    """ "Took Lyman and shelled Toretsk last week, where 13 people died": what "where" follows, or
    ", in which"."""
    held = scene.parse.held
    if "where" not in held and not ("which" in held and "in" in held):
        return None
    wheres = (start for start in _wheres(scene) if start < people.start)
    where = max(wheres, default=None)
    if where is None:
        return None
    before = [p for p in scene.document.places_in(scene.sentence) if p.end <= where]
    between = scene.document.article.text[before[-1].end : where] if before else ""
    if not 0 < len(between) <= _WHERE or not between.rstrip().endswith(","):
        return None
    inner = (p for p in before if any(w.start == before[-1].start for w in p.within))
    place = next(inner, before[-1])  # Amalfi of "in Amalfi, Antioquia, where"
    return place if place.kind != "country" else None


def _wheres(scene: Scene) -> Iterator[int]:
    """Where "where" and "in which" stand."""
    for before, token in pairwise(scene.parse.tokens):
        if token.lower == "where":
            yield token.start
        elif token.lower == "which" and before.lower == "in":
            yield before.start


_WHERE: Final = 24  # characters between a place and "where": ", last week, "


@once
def place_meant_by_noun(scene: Scene) -> Place | None:
    """ "Six people died in the city": the town told last, else that of the dateline."""
    towns = _words("towns", "words")
    if towns.isdisjoint(scene.parse.held):
        return None
    named = (at for at, group in enumerate(scene.parse.groups) if group.word in towns)
    if not any(_means_town(scene, at) for at in named):
        return None
    scenes, index = scenes_of(scene.document), scene.sentence.index
    for earlier in reversed(scenes[max(0, index - _BACK) : index]):
        told = [p for p in locations(earlier) if p.kind == "settlement"]
        if told:
            return told[0]
    head = scene.document.dateline
    return head.place if head else None


def _means_town(scene: Scene, at: int) -> bool:
    """Whether the group at ``at`` is no more than "the city" behind a preposition of place."""
    group, before = scene.parse.groups[at], scene.parse.groups[at - 1]
    bare = scene.parse.words(group) == ["the", group.word]
    placed = at > 0 and before.word in _words("locative", "words")
    return bare and placed and not _goes_on(scene, at)


def _goes_on(scene: Scene, at: int) -> bool:
    """ "The city of Goma", "the town near the border": another than the one told last."""
    following = scene.parse.groups[at + 1 : at + 2]
    told = _words("towns", "told")
    return any(group.kind == "relative" or group.word in told for group in following)


def place_left(scene: Scene, trigger: Span) -> Place | None:
    """Where those who flee were: "fled from Mitope to Pemba", "fled Mitope for Pemba"."""
    return _place_behind(scene, trigger, "from", direct=True)


def place_reached(scene: Scene, trigger: Span) -> Place | None:
    """Where those who fled are: "fled to Pemba"."""
    return _place_behind(scene, trigger, "to", direct=False)


def _place_behind(scene: Scene, trigger: Span, word: str, *, direct: bool) -> Place | None:
    """The place that a preposition adds to a verb, or that is its object."""
    groups = scene.parse.groups
    verb = scene.group_at(trigger.start)
    behind = groups[verb + 1 : verb + 1 + _LEFT_REACH]
    end = next((i for i, group in enumerate(behind) if group.kind == "verb"), len(behind))
    led = [verb + 2 + i for i, group in enumerate(behind[:end]) if group.word == word]
    for at in (*led, verb + 1) if direct else led:
        if at < len(groups) and groups[at].kind == "noun":
            found = scene.document.places_in(scene.span(groups[at]))
            if found:
                return found[0]
    return None


def place_taken_from(scene: Scene, trigger: Span, *, away: bool) -> Place | None:
    """Where those who were taken were: "a nun was kidnapped from the village of Sake", "took him
    from his Goma house"; not whence they come, as in "kidnapped two cooks from Goma".

    ``away``: by a verb that says from where, "took two cooks away from Goma".
    """
    if "from" not in scene.parse.held:
        return None
    groups, verb = scene.parse.groups, scene.group_at(trigger.start)
    for at in range(verb + 1, min(verb + _TAKEN_REACH, len(groups) - 1)):
        if groups[at].kind == "verb" and groups[at].finite:
            return None
        if groups[at].word in _PLACED:
            return None  # "was kidnapped in Goma on her way from Sake"
        house = groups[at + 1].word in _HOUSES
        if groups[at].word == "from" and (groups[verb].passive or house or away):
            behind = Span(scene.span(groups[at]).end, scene.sentence.end)
            found = (p for p in scene.document.places_in(behind) if governor(scene, p) == at)
            return next((p for p in found if p.kind != "country"), None)
    return None


_PLACED: Final = frozenset(("in", "at", "near", "outside", "way"))
_HOUSES: Final = word_set("casualties", "captives", "homes")
