"""What was taken: named places, counts of towns, a base, a part of a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from briefing.extract.people.persons import is_introduced
from briefing.extract.people.words import PEOPLE
from briefing.extract.scene import Scene
from briefing.extract.territory.ground.roads import road_ends
from briefing.extract.territory.ground.surroundings import listed_after
from briefing.language.groups import Group
from briefing.language.inflection import plural_of
from briefing.language.lists import list_from
from briefing.language.tokens import Token
from briefing.language.wordclasses import word_classes
from briefing.lexicon import entries, load, word_set
from briefing.models import Place, PlaceKind, Quantity, Span
from briefing.records import record, replace

_KINDS: Final[dict[str, PlaceKind]] = {
    "settlement": "settlement", "base": "base", "airport": "airport", "highway": "highway",
    "crossing": "crossing", "site": "site", "position": "site",
}  # fmt: skip


_FEW: Final = 40  # groups of one list
_CAPITAL: Final = frozenset(("capital", "capitals"))


@record(frozen=True)
class Taken:
    """One thing that changed hands; ``start`` and ``end`` in the article's text."""

    start: int
    end: int
    places: tuple[Place, ...]
    quantity: Quantity | None = None
    unit: str | None = None
    part: str | None = None
    open_name: bool = False  # a bare name that may as well be a person's
    marked: bool = False  # a word says what it is: "the villages of"
    last: int = 0  # its last group
    within: tuple[Place, ...] = ()  # the province of a town without a name: "Borno's main town"


def read_all(
    scene: Scene,
    groups: Iterable[int],
    *,
    known: bool = False,
    first: bool = False,
    told: frozenset[str] = frozenset(),
) -> list[Taken]:
    """What the noun groups name; a count covers its whole list: "21 villages, towns and posts".

    ``known``: a name that nothing marks as a place does not count, for verbs that take much else.
    ``first``: a name may open the sentence, where a capital alone says nothing. ``told``: names
    that the text has told of as places before.
    """
    groups = tuple(groups)
    among_places = _is_list_of_places(scene, groups) or _are_told(scene, groups, told)
    known = known and not among_places
    first = first or (among_places and (bool(told) or len(groups) > 1))
    read: list[tuple[int, Taken]] = []
    listed = -1  # the last group of a list that spells out a count
    for at in groups:
        taken = read_taken(scene, at, known=known, first=first) if at > listed else None
        if taken is None:
            continue
        if read and _shares_count(scene, *read[-1], at, taken):
            read[-1] = (at, _with_unit(scene, read[-1][1], taken))
            continue
        if taken.quantity and taken.unit and not taken.places:
            places, listed = listed_after(scene, at)
            taken = replace(taken, places=places)
        known = known and not taken.marked  # "the villages of A and B": B is one, too
        read.append((at, taken))
    return [taken for _, taken in read]


def _is_list_of_places(scene: Scene, groups: Sequence[int]) -> bool:
    """ "A and B" where A is known for a place: what stands beside a place is one."""
    return any(scene.document.places_in(scene.span(scene.parse.groups[at])) for at in groups[:_FEW])


def _are_told(scene: Scene, groups: Sequence[int], told: frozenset[str]) -> bool:
    """Whether one of them is a name that the text has told of as a place before."""
    if not told:
        return False
    tokens = scene.parse.tokens
    named = (scene.parse.groups[at] for at in groups[:_FEW])
    return any(" ".join(t.text for t in tokens[g.first : g.last]) in told for g in named)


def _shares_count(scene: Scene, before: int, counted: Taken, at: int, taken: Taken) -> bool:
    """Whether a bare plural goes on with the count before it."""
    group = scene.parse.groups[at]
    bare = scene.parse.letters[group.first] == "w" and group.word.endswith("s")
    between = scene.parse.groups[before + 1 : at]
    joined = all(g.word in (",", "and", "or", "&") for g in between)
    counts = counted.quantity is not None and counted.unit is not None and not counted.places
    return counts and bare and joined and taken.quantity is None and taken.part is None


def _with_unit(scene: Scene, counted: Taken, taken: Taken) -> Taken:
    text = scene.document.article.text
    start = text.find(counted.unit or "", counted.start, counted.end)
    unit = text[start if start >= 0 else counted.start : taken.end]
    return replace(counted, end=taken.end, unit=unit, places=taken.places)


def read_taken(scene: Scene, at: int, *, known: bool = False, first: bool = False) -> Taken | None:
    """The noun group at ``at`` with its "of" and "along" phrases; None where it is no place."""
    group = scene.parse.groups[at]
    whole = _whole(scene, at)
    if whole is not None:
        taken = read_taken(scene, whole, known=known)
        start = scene.span(group).start
        return replace(taken, start=start, quantity=group.quantity) if taken else None
    if group.kind != "noun" or group.pronoun:
        return None
    side = group.word in _PARTS and _is_side(scene, at)
    if not (side or _is_territory(scene, group, known, first)):
        return None
    return _read_noun(scene, at, _last_of(scene, at))


def _is_side(scene: Scene, at: int) -> bool:
    """ "The eastern side of A", "half of A", unlike "took the side of A"."""
    group, behind = scene.parse.groups[at], scene.parse.groups[at + 1 : at + 3]
    if [g.word for g in behind][:1] != ["of"] or len(behind) == 1:
        return False
    told = group.word != "side" or group.last - group.first > len(("the", "side"))
    return told and bool(scene.document.places_in(scene.span(behind[1])))


def _read_noun(scene: Scene, at: int, last: int) -> Taken | None:
    """What the noun groups from ``at`` to ``last`` say was taken: places, or so many of a kind."""
    group = scene.parse.groups[at]
    span = Span(scene.span(group).start, scene.span(scene.parse.groups[last]).end)
    known_places = _places_in(scene, span)
    ends = _road_in(scene, span, known_places)
    places = ends or known_places or _by_name(scene, at, last)
    took_part = group.word == "part" and last == at
    unit = None if took_part else _unit(scene, group)
    if unit is None and (not places or (not took_part and _is_owner(scene, places[-1]))):
        return None
    part = _part(scene, at, last)
    counts = group.quantity is not None or part is not None
    measured = group.word in word_set("territory", "measures", "words")
    if len(places) > 1 and not ends and (last == at or _is_owner(scene, places[0])):
        places = places[-1:]  # "Afghanistan's capital Kabul", "its South Kivu counterpart Bukavu"
    within = places if unit and _is_town_of(scene, group, places) else ()
    places = () if within else places
    if measured:  # of a country, and not the country
        places = tuple(place for place in places if place.kind != "country")
    named = bool(places) and unit is not None and last > at and _of_name(scene, at)
    named = named and not (counts or measured)
    whole = named or _is_name(group, scene)
    return Taken(
        span.start,
        span.end,
        places,
        group.quantity,
        None if whole else unit,
        part,
        open_name=not known_places and unit is None and not _is_numbered(scene.parse.words(group)),
        marked=named,
        last=last,
        within=within,
    )


def _road_in(scene: Scene, span: Span, known: Sequence[Place]) -> tuple[Place, ...]:
    """ "The M5 highway between A and B": the road by its own name; else both its ends."""
    ends = road_ends(scene, span)
    if not ends:
        return ()
    roads = (place for place in known if place.kind == "highway")
    named = tuple(r for r in roads if not any(r.start <= end.start < r.end for end in ends))
    return named or ends


def _is_owner(scene: Scene, place: Place) -> bool:
    """ "Captured Syria's mood": what was captured is the place's, and not the place."""
    return scene.document.article.text[place.end : place.end + 2] in ("'s", "’s")


def _is_town_of(scene: Scene, group: Group, places: Sequence[Place]) -> bool:
    """ "North Kivu's main town", "the capital of North Kivu": a town, and not the province."""
    if group.word not in towns() or not all(p.kind in ("admin1", "country") for p in places):
        return False
    return group.word in _CAPITAL or any(_is_owner(scene, place) for place in places)


def _whole(scene: Scene, at: int) -> int | None:
    """The towns of which a bare count takes its share: "14 of the state's 17 towns"; the place of
    which nothing is left: "the entirety of Soledar"."""
    groups = scene.parse.groups
    if at + 2 >= len(groups) or groups[at + 1].word != "of":
        return None
    if groups[at].word in word_set("territory", "all_of", "words"):
        return at + 2
    if not groups[at].only_counts:
        return None
    return at + 2 if groups[at + 2].word in _UNITS else None


def _places_in(scene: Scene, span: Span) -> tuple[Place, ...]:
    """The places of a stretch, without those that only say where one of them lies; "Taliban" in
    "four villages of Taliban fighters" is none."""
    actors = [a for a in scene.document.actors_in(span) if a.combatant]
    inside = scene.document.places_in(span)
    wider = {outer.start for place in inside for outer in place.within}
    own = [p for p in inside if p.start not in wider]
    return tuple(p for p in own if not any(a.start <= p.start < a.end for a in actors))


def _is_territory(scene: Scene, group: Group, known: bool, first: bool) -> bool:
    words = scene.parse.words(group)
    if group.word in _NOT_TAKEN or group.word in PEOPLE or group.word.endswith("men"):
        return False
    if group.word in _UNITS or _is_numbered(words):
        return True
    if is_introduced(scene.parse, group) or "alias" in words:
        return False  # "captured General Omar Ali"
    if scene.document.places_in(scene.span(group)):
        return True
    initial = group.first == 0 and not (first and _is_name_like(scene, group))
    return not (known or initial) and (_capitalised(scene, group) or words[0] in _UNITS)


def _is_name_like(scene: Scene, group: Group) -> bool:
    """Whether a group that opens a sentence can be a name: no article, no known verb or noun."""
    return scene.parse.letters[group.first] == "w" and not group.word.endswith("s")


def _is_numbered(words: list[str]) -> bool:
    """ "Base 46", "Checkpoint 9": a thing with a number for its name."""
    return len(words) > 1 and words[-2] in _UNITS and words[-1].isdigit()


def _capitalised(scene: Scene, group: Group) -> bool:
    last = scene.parse.tokens[group.last - 1]
    named = last.capitalised or last.text.partition("-")[2][:1].isupper()  # "Maroun al-Ras"
    return named and not scene.document.actors_in(scene.span(group))


def _last_of(scene: Scene, at: int) -> int:
    """The last group of the phrase: "the terminal of Aleppo's airport", "positions along X"."""
    groups = scene.parse.groups
    last = at
    while last + 2 < len(groups) and groups[last + 1].word in ("of", "along"):
        if groups[last + 2].kind != "noun":
            break
        last += 2
    return last


def _of_name(scene: Scene, at: int) -> bool:
    """ "the town of Souran": the name says it all."""
    groups = scene.parse.groups
    return groups[at + 1].word == "of" and groups[at + 2].kind == "noun"


def _is_name(group: Group, scene: Scene) -> bool:
    """ "Kashma", "Farah city": a group that is itself the name of a settlement."""
    places = scene.document.places_in(scene.span(group))
    return bool(places) and group.word not in _UNITS and not group.quantity


def _unit(scene: Scene, group: Group) -> str | None:
    """The noun counted or taken, with the adjective that makes its kind: "military base"."""
    if group.word not in _UNITS:
        return None
    words = scene.parse.tokens[group.first : group.head + 1]
    before = words[-2].lower if len(words) > 1 else ""
    telling = before in word_set("territory", "adjectives", "words")
    return f"{before} {group.word}" if telling else group.word


def _part(scene: Scene, at: int, last: int) -> str | None:
    """ "main terminal" in "the main terminal of Aleppo's airport"."""
    group = scene.parse.groups[at]
    if group.word not in _PARTS or last == at or scene.parse.groups[at + 1].word != "of":
        return None
    if group.word.endswith("s") and len(list_from(scene.parse, last)) > 1:
        return None  # "the districts of A and B" are two districts and no parts
    first = group.first + group.counted
    while first < group.head and scene.parse.letters[first] in "dq":
        first += 1
    tokens = scene.parse.tokens
    return scene.document.article.text[tokens[first].start : tokens[group.last - 1].end]


def _by_name(scene: Scene, at: int, last: int) -> tuple[Place, ...]:
    """A capitalised name that the gazetteer does not know stays a name.

    Not where things are counted: "two Malik camps", "five Serb-held towns" are somebody's.
    """
    group = scene.parse.groups[last]
    if group.quantity and group.quantity.best != 1:
        return ()
    tokens = scene.parse.tokens[group.first + group.counted : group.last]
    name = [t for t in tokens if t.capitalised or t.lower.startswith("al-")]
    name = name[1:] if name and name[0].lower in word_classes() else name
    if _is_numbered([t.lower for t in tokens]):
        name = list(tokens[-2:])
    if not name or scene.document.actors_in(scene.span(group)) or _is_initials(name):
        return ()
    if len(name) == 1 and name[0].lower in _UNITS:
        return ()  # "Districts of the city fell"
    start, end = name[0].start, name[-1].end
    written = scene.document.article.text[start:end]
    head = scene.parse.groups[at].word if last > at else group.word
    head = tokens[-2].lower if head.isdigit() else head
    return (Place(start, end, written, written, _KINDS.get(_UNITS.get(head, ""), "settlement")),)


def _is_initials(name: Sequence[Token]) -> bool:
    """ "The withdrawal from ECOWAS": a body that no place is named after."""
    return len(name) == 1 and len(name[0].text) >= _INITIALS and name[0].text.isupper()


_INITIALS: Final = 3  # letters from which capitals alone are those of a body


@cache
def units() -> dict[str, str]:
    """What can be taken, singular and plural, and its kind."""
    table: dict[str, str] = {}
    for kind, words in entries("territory", "units").items():
        for word in words.split():
            table.update({word: kind, plural_of(word): kind})
    return table


@cache
def towns() -> frozenset[str]:
    """The nouns for a town: "the village"."""
    kinds = (entry for entry in load("territory")["meant"] if "settlement" in entry["kinds"])
    return frozenset(word for entry in kinds for word in entry["words"].split())


_PARTS: Final = word_set("territory", "parts", "words")
_NOT_TAKEN: Final = word_set("territory", "not_taken", "words")
_UNITS: Final = units()
