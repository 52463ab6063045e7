"""Which place a thing without a name of its own stands for, or lies in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from briefing.extract.circumstances.event.incident import tells_event
from briefing.extract.circumstances.place.setting import governor, locations
from briefing.extract.circumstances.telling.entries import openings, place_of_entry
from briefing.extract.people.persons import is_introduced
from briefing.extract.scene import Scene
from briefing.language.groups import Group
from briefing.language.lists import list_from
from briefing.language.objects import object_
from briefing.language.wordclasses import word_classes
from briefing.lexicon import load, word_set
from briefing.models import Place, PlaceKind, Sentence, Span

_BACK: Final = 2  # sentences before in which "the town" is sought
_PHRASES: Final = 4  # phrases behind the thing that may say where it lies
_MEANWHILE: Final = frozenset(("after", "before", "following", "during", "despite", "since"))
_OPENS_LIST: Final = frozenset((",", ":", "—", "–", "--", "-", "("))
_ROADS: Final = word_set("territory", "roads", "words")  # "the road to Goma"
_LEADS: Final = word_set("territory", "roads", "leads")
_THE_TOWNS: Final = [["the", word] for word in ("town", "city", "village")]
_SURE: Final = _OPENS_LIST - {","}  # behind these a list can be nothing but the things counted


def around(scene: Scene, at: int, lasts: Iterable[int]) -> tuple[Place, ...]:
    """Where the thing at ``at`` lies: "a village in Homs province", "the town" named before.

    ``lasts``: groups behind which the text may say it. A whole country is no answer.
    """
    if scene.parse.lower[scene.parse.groups[at].first] == "this" and (told := _meant(scene, at)):
        return told  # "retreated from this town in the north of Homs"
    behind = (_behind(scene, last) for last in lasts)
    places = next(filter(None, behind), ()) or _at_the_head(scene)
    places = places or _of_entry(scene) or _meant(scene, at)
    return tuple(place for place in places if place.kind != "country")


def _of_entry(scene: Scene) -> tuple[Place, ...]:
    """The place that opens the entry of a list, where the sentence names no other."""
    place = place_of_entry(scene)
    named = scene.document.places_in(scene.sentence) if place else ()
    return (place,) if place and all(p.name == place.name for p in named) else ()


def _behind(scene: Scene, last: int) -> tuple[Place, ...]:
    """Places of the phrases that follow: "three posts at midnight in the district of Dara"."""
    groups = scene.parse.groups
    at = _behind_short_form(groups, last)
    for _ in range(_PHRASES):
        if at + 1 >= len(groups) or groups[at].kind != "preposition":
            return ()
        if groups[at].word in _MEANWHILE:
            return ()  # "entered the town after a fight near Sake"
        leads = groups[at].word in _LEADS and groups[at - 1].word in _ROADS
        where = leads or groups[at].word in _locative()
        at += groups[at + 1].kind == "preposition"  # "south of Goma"
        if at + 1 >= len(groups) or groups[at + 1].kind != "noun":
            return ()
        found = _governed(scene, at) if where else ()
        if found:
            return found
        at += 2
    return ()


def _behind_short_form(groups: Sequence[Group], last: int) -> int:
    """The group behind "the Defence Forces (SSPDF)"."""
    brackets = [group.word for group in groups[last + 1 : last + 4 : 2]] == ["(", ")"]
    return last + (4 if brackets else 1)


def _governed(scene: Scene, preposition: int) -> tuple[Place, ...]:
    """The places that the preposition governs, its "of" phrases and list included."""
    groups = scene.parse.groups
    at = preposition + 1
    while not _towns(scene, at) and at + 2 < len(groups) and groups[at + 1].word == "of":
        at += 2
    if scene.parse.words(groups[at]) in _THE_TOWNS:
        return _meant(scene, at)  # "their garrison in the town"
    if groups[preposition].word in ("in", "across", "between"):  # "near A and B" is one spot
        listed = [_named(scene, i) for i in list_from(scene.parse, at)]
        if len(listed) > 1 and all(listed):
            return tuple(place for places in listed for place in places)
    return _named(scene, at)


def _named(scene: Scene, at: int) -> tuple[Place, ...]:
    return _towns(scene, at) or tuple(
        name for name in (open_name(scene, scene.parse.groups[at]),) if name
    )


def _towns(scene: Scene, at: int) -> tuple[Place, ...]:
    inside = scene.document.places_in(scene.span(scene.parse.groups[at]))
    return tuple(place for place in inside if place.kind != "country")


def open_name(scene: Scene, group: Group, kind: PlaceKind = "settlement") -> Place | None:
    """A capitalised name that no lexicon knows stays a name."""
    words = scene.parse.tokens[group.first + group.counted : group.last]
    names = [t for t in words if t.capitalised or t.lower.startswith("al-")]
    while names and names[0].lower in word_classes():
        names = names[1:]
    span = scene.span(group)
    dated = any(
        group.first <= d.first < group.last for d in scene.document.dates[scene.sentence.index]
    )
    named = names and not dated and words[-1].capitalised
    if not named or scene.document.actors_in(span) or is_introduced(scene.parse, group):
        return None
    start, end = names[0].start, names[-1].end
    written = scene.document.article.text[start:end]
    return Place(start, end, written, written, kind)


def _at_the_head(scene: Scene) -> tuple[Place, ...]:
    """ "In Saraqib the fighters took the northern district": the place that opens the sentence."""
    groups = scene.parse.groups
    if len(groups) <= 1 or groups[0].kind != "preposition":
        return ()
    span = scene.span(groups[1])
    return tuple(p for p in locations(scene) if span.start <= p.start < span.end)


def _meant(scene: Scene, at: int) -> tuple[Place, ...]:
    """ "The town", "parts of the city": the one place of that kind named last before."""
    groups = scene.parse.groups
    whole = at + 2 if at + 2 < len(groups) and groups[at + 1].word == "of" else at
    for group in (groups[at], groups[whole]):
        kinds = _kinds().get(group.word, ())
        if kinds and scene.parse.tokens[group.first].lower in ("the", "this", "that"):
            start = scene.span(group).start
            told = _called(scene, group.word, start) or _named_last(scene, start, kinds)
            return told or _of_town(scene, at)
    return _of_town(scene, at)


def _of_town(scene: Scene, at: int) -> tuple[Place, ...]:
    """ "They attacked Marte. They overran the barracks": those of the one town attacked before."""
    group, earlier = scene.parse.groups[at], scene.earlier()
    the = scene.parse.lower[group.first] == "the" and group.quantity is None
    garrison = group.word in word_set("territory", "garrison", "words")
    if earlier is None or not (the and garrison and tells_event(earlier)):
        return ()
    return _named_last(scene, scene.span(group).start, _TOWNS)


_TOWNS: Final = ("settlement",)


def _called(scene: Scene, word: str, start: int) -> tuple[Place, ...]:
    """The one place before ``start`` that the text calls by the word: "the town of X"."""
    document, said = scene.document, f" {word} of "
    before = document.places_in(Span(0, start))
    text = document.article.text
    told = {p.name: p for p in before if text.endswith(said, 0, p.start)}
    return tuple(told.values()) if len(told) == 1 else ()


def _named_last(scene: Scene, start: int, kinds: tuple[str, ...]) -> tuple[Place, ...]:
    for stretch, told in _before(scene, start):
        named = scene.document.places_in(stretch)
        known = [p for p in named if p.kind in kinds and not _is_origin(told, p)]
        attacked = _attacked(told) if "settlement" in kinds else []
        found = {p.name: p for p in (*known, *attacked) if p.end <= start}
        if found:
            return tuple(found.values()) if len(found) == 1 else ()
    return ()


def _is_origin(told: Scene, place: Place) -> bool:
    """ "Troops from Bama retook the town": it is none of which they come."""
    at, groups = governor(told, place), told.parse.groups
    return (
        bool(at) and at is not None and groups[at].word == "from" and groups[at - 1].kind == "noun"
    )


def _before(scene: Scene, start: int) -> Iterator[tuple[Span, Scene]]:
    yield Span(scene.sentence.start, start), scene
    document, index = scene.document, scene.sentence.index
    opened = openings(document)
    for at in range(index - 1, max(-1, index - _BACK - 1), -1):
        if at + 1 in opened:
            return  # what stands before an entry is told of another place
        sentence = document.sentences[at]
        yield sentence, Scene(document, sentence, document.parsed[at])


def _attacked(scene: Scene) -> list[Place]:
    """Names that no gazetteer knows, as what was attacked: "gunmen raided Gamboru"."""
    targets = [*_struck(scene), *_fought_over(scene)]
    names = (open_name(scene, scene.parse.groups[target]) for target in targets)
    return [name for name in names if name]


def attacked(scene: Scene) -> tuple[Place, ...]:
    """The places that the sentence says were attacked."""
    return tuple(place for at in _struck(scene) for place in _named(scene, at))


def _struck(scene: Scene) -> Iterator[int]:
    verbs = word_set("circumstances", "attack", "verbs")
    for at, group in enumerate(scene.parse.groups):
        if group.kind == "verb" and group.verb in verbs:
            yield from object_(scene.parse, at).wholes


def _fought_over(scene: Scene) -> Iterator[int]:
    """ "The siege of A ended when …", "after the battle for A"."""
    nouns, groups = word_set("territory", "fought_over", "nouns"), scene.parse.groups
    for at, group in enumerate(groups[:-2]):
        behind = groups[at + 1].word in word_set("territory", "fought_over", "of")
        if group.word in nouns and behind and groups[at + 2].kind == "noun":
            yield at + 2


def named_behind_be(scene: Scene, trigger: int, start: int) -> tuple[Place, ...]:
    """ "Among the towns captured by M23 were A and B": the places of the list, of what begins at
    ``start``."""
    groups = scene.parse.groups
    if not groups or groups[0].word != "among" or scene.group_at(start) != 1:
        return ()
    verbs = range(trigger + 1, min(len(groups) - 1, trigger + 1 + _PHRASES))
    be = next((at for at in verbs if groups[at].verb == "be"), None)
    if be is None or groups[be + 1].kind != "noun":
        return ()
    return tuple(p for at in list_from(scene.parse, be + 1) for p in _named(scene, at))


def labelled(scene: Scene) -> tuple[Place, ...]:
    """ "4) Banmauk: our comrades left the town": the name that opens the paragraph."""
    opener = _opener(scene)
    named = _LABEL.match(opener.text) if opener else None
    if opener is None or named is None or named[1].lower() in word_classes():
        return ()
    start, end = (opener.start + offset for offset in named.span(1))
    known = [p for p in scene.document.places_in(Span(start, end)) if p.kind != "country"]
    if known or scene.document.actors_in(Span(start, end)):
        return tuple(known[:1])
    return (Place(start, end, named[1], named[1], "settlement"),)


def _opener(scene: Scene) -> Sentence | None:
    """The first sentence of the paragraph, near enough to hold for this one."""
    sentences, index = scene.document.sentences, scene.sentence.index
    own = (s for s in sentences[max(0, index - _BACK) : index + 1])
    return next((s for s in own if s.paragraph == scene.sentence.paragraph), None)


_LABEL: Final = re.compile(r"(?:\d{1,2}[).] ?)?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?):\s")


def listed_after(scene: Scene, at: int) -> tuple[tuple[Place, ...], int]:
    """The places that spell out a count, and their last group: "three towns: A, B and C"."""
    groups = scene.parse.groups
    at = _before_list(scene, at)
    if at + 2 >= len(groups) or groups[at + 1].word not in _OPENS_LIST:
        return (), at
    places: list[Place] = []
    named = groups[at + 2].word in word_set("territory", "together", "spelling")  # "namely"
    sure = named or groups[at + 1].word in _SURE
    at += named
    while at + 2 < len(groups) and groups[at + 2].kind == "noun":
        known = scene.document.places_in(scene.span(groups[at + 2]))
        name = open_name(scene, groups[at + 2])
        if not known and not name:
            break
        sure = sure or bool(known)
        places += known or [name] if name else known
        at += 2
        if groups[at + 1 : at + 2] and groups[at + 1].word not in (",", "and"):
            break
        both = [g.word for g in groups[at + 1 : at + 3]] == [",", "and"]
        at += both
    return (tuple(places), at) if sure else ((), at)


def _before_list(scene: Scene, at: int) -> int:
    """The last group before a list: "two towns nearby in the north last week, it said: A, B"."""
    groups = scene.parse.groups
    while at + 2 < len(groups):
        following = groups[at + 1]
        if following.kind == "preposition":
            at += 2 + (groups[at + 2].kind == "preposition")  # "north of Mogadishu"
        elif (following.kind == "mark" and following.word.isalpha()) or _is_circumstance(following):
            at += 1
        elif _is_told_by(groups[at + 1 : at + 5]):
            at += 3
        else:
            break
    return at


def _is_circumstance(group: Group) -> bool:
    """ "There", "last week"."""
    times = word_set("grammar", "times", "words")
    return group.kind == "noun" and (group.word == "there" or group.word in times)


def _is_told_by(inside: Sequence[Group]) -> bool:
    """ ", the ministry said:" before a list."""
    shape = [group.kind for group in inside] == ["mark", "noun", "verb", "mark"]
    told = shape and inside[2].verb in word_set("attribution", "verbs", "say")
    return told and inside[0].word == "," and inside[-1].word == ":"


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """The kinds of place that "the town", "the province" may mean."""
    entries = load("territory")["meant"]
    return {word: tuple(entry["kinds"]) for entry in entries for word in entry["words"].split()}


@cache
def _locative() -> frozenset[str]:
    near = word_set("circumstances", "locative", "words")
    directions = word_set("grammar", "classes", "direction")
    return frozenset((*near, *directions)) - {"between", "from", "by"}
