"""Find the places a text names, and locate a single name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from briefing.models import Place, PlaceKind
from briefing.places.choose import Setting, choose, find_containers, lies_in
from briefing.places.context import Surroundings
from briefing.places.cues import GOOD, NONE, WEAK
from briefing.places.features import known_feature
from briefing.places.gazetteer import Entry, gazetteer
from briefing.places.judge import (
    acts_as_state,
    cue_of,
    has_support,
    is_befallen,
    is_outlet,
    is_place,
    is_seated,
    lies_in_named,
)
from briefing.places.mentions import Mention, Reading, read_mentions
from briefing.places.misspelt import with_corrected
from briefing.places.near import place_beside
from briefing.places.region import Region
from briefing.places.seats import find_seats
from briefing.places.tokens import Tokens
from briefing.places.within import nest_places
from briefing.places.words import Phrase, highways, names_villages, phrases
from briefing.records import replace

EXACT, NEAR, SECOND_LEVEL, FIRST_LEVEL, FUZZY, COUNTRY = 1, 2, 3, 4, 5, 6  # UCDP's where_prec
MOST_ANCHORS: Final = 200  # bounds the work on a text that names thousands of towns


def find_places(text: str, *, near: Region | None = None) -> list[Place]:
    """The places a text names, in reading order, never overlapping.

    ``text[place.start:place.end] == place.as_written``. A name that is a place by its cue but is
    not known keeps its name and has no coordinates; a name that may well be no place is left out.
    """
    reading = read_mentions(text)
    roads = _find_highways(text)
    containers = find_containers(reading.mentions, text)
    names = _Names(reading, containers)
    setting = Setting(near, set(reading.countries))
    chosen = _choose_all(text, names, setting)
    setting.anchors = _anchors(chosen)
    if setting.anchors:
        chosen = _choose_all(text, names, setting)
    places = [_place(text, mention, entry) for mention, entry, _ in chosen]
    seats = find_seats(text, _locate_town)
    found = _without_overlaps(sorted([*roads, *seats, *places], key=lambda p: (p.start, -p.end)))
    return place_beside(text, with_corrected(nest_places(text, found)))


def locate(name: str, *, near: Region | None = None, kind: PlaceKind | None = None) -> Place | None:
    """The place a bare name stands for, offsets within ``name``; None where it is not known.

    With ``kind`` only places of that kind count, so that ``locate("Idlib", kind="admin1")`` is the
    province.
    """
    phrase = phrases().get(name)
    if phrase and phrase.kind in ("country", "area", "region") and kind in (None, _kind(phrase)):
        return _phrase_place(name, 0, len(name), phrase, None)
    feature = _locate_feature(name)
    if feature and kind in (None, feature.kind):
        return feature
    entries = tuple(e for e in gazetteer().lookup(name) if kind in (None, e.kind))
    mention = Mention(0, len(name), name, Surroundings(name, 0, len(name)), entries)
    mention.division = kind == "admin1"
    entry = choose(mention, None, Setting(near, set()))
    if entry is None:
        found = find_places(f"in {name}", near=near)
        known = [place for place in found if place.resolved and kind in (None, place.kind)]
        return replace(known[0], start=0, end=len(name), as_written=name) if known else None
    return _place(name, mention, entry)


@cache
def _locate_town(name: str) -> Place | None:
    return locate(name, kind="settlement")


def _locate_feature(name: str) -> Place | None:
    """A known feature that the whole name stands for."""
    tokens = Tokens(name)
    found = known_feature(name, tokens, 0) if tokens else None
    if found is None or found[0] < len(tokens):
        return None
    return _phrase_place(name, 0, len(name), found[1], None)


Chosen = tuple[Mention, Entry | None, bool]


class _Names:
    """What the names of a text are to each other, whatever is chosen for them."""

    def __init__(self, reading: Reading, containers: dict[int, Mention]) -> None:
        mentions = reading.mentions
        self.reading = reading
        self.containers = containers
        self.contain = {id(container) for container in containers.values()}
        # Those that the text somewhere says are places, in so many words, and bodies
        self.told = {m.key for m in mentions if m.around.cue >= GOOD and not m.inside}
        self.districts = {m.key for m in mentions if m.smaller or m.around.of_district}
        self.bodies = {m.name for m in mentions if is_outlet(m) or is_seated(m)}


def _choose_all(text: str, names: _Names, setting: Setting) -> list[Chosen]:
    """Each mention that counts, its entry where one is known, and whether that is sure."""
    kept: list[Chosen] = []
    reading = names.reading
    senses = _senses(names, setting)
    previous: Mention | None = None
    cue = NONE
    for mention in reading.mentions:
        cue = cue_of(mention, previous, cue, text)
        if (cue == WEAK or mention.around.struck) and mention.key in names.told:
            cue = max(cue, GOOD)  # "strikes on Nasir", where the text also says "in Nasir"
        contains = id(mention) in names.contain
        entry = choose(mention, None, setting, division=contains)
        if mention.around.befallen and entry and is_befallen(entry, setting):
            cue = max(cue, GOOD)
        elif mention.around.struck and entry and _is_struck(text, mention, entry, setting):
            cue = max(cue, WEAK)
        named = senses and not mention.division and not contains
        sense = senses.get(mention.key) if named else None
        found = _judge(text, mention, sense or entry, cue, reading, setting)
        if found and found[1] is None and mention.name in names.bodies:
            found = None
        if found and found[1] and mention.key in names.districts and setting.is_far(found[1]):
            found = mention, None  # "Palma district": nor is "in Palma" the city in Spain
        if found:
            alone = len(mention.entries) == 1 and mention.entries[0].main
            kept.append((*found, sense is not None or alone))
        previous = mention if found else None
    return kept


def _is_struck(text: str, mention: Mention, entry: Entry, setting: Setting) -> bool:
    """ "Attacked Nasir", in a text on South Sudan, and not "attacked Nasir Ali"."""
    named = text[mention.end + 1 : mention.end + 2].isupper()
    return not named and lies_in_named(mention, entry, setting)


def _anchors(chosen: Sequence[Chosen]) -> list[tuple[float, float]]:
    """Where the sure places and the known features of a text lie."""
    points: dict[tuple[float, float], None] = {}
    for mention, entry, known in chosen:
        if entry and known:
            points[entry.latitude, entry.longitude] = None
        elif (phrase := mention.phrase) and phrase.feature and phrase.latitude is not None:
            points[phrase.latitude, phrase.longitude or 0.0] = None
    return list(points)[:MOST_ANCHORS]


def _senses(names: _Names, setting: Setting) -> dict[str, Entry]:
    """One sense per text: what a name means where its country or division stands beside it."""
    senses: dict[str, Entry] = {}
    for index, container in names.containers.items():
        mention = names.reading.mentions[index]
        entry = choose(mention, container, setting)
        if entry and lies_in(entry, container):
            senses.setdefault(mention.key, entry)
    return senses


def _judge(
    text: str,
    mention: Mention,
    entry: Entry | None,
    cue: int,
    reading: Reading,
    setting: Setting,
) -> tuple[Mention, Entry | None] | None:
    if mention.phrase or mention.land:
        return None if mention.inside else (mention, None)
    if acts_as_state(mention, cue):
        return None
    if not is_place(mention, entry, cue, text, reading, setting):
        return None
    unknown_feature = entry is None and mention.feature and not mention.feature.known
    if mention.smaller or unknown_feature:
        return mention, entry if entry and setting.supports(entry) else None
    if entry and has_support(mention, entry, cue, setting):
        return mention, entry
    told = cue >= GOOD or _is_building(mention, text)
    return (mention, None) if told or _is_called_village(mention) else None


def _is_building(mention: Mention, text: str) -> bool:
    """ "Karni crossing", "the Trujillo prison": what stands somewhere, whichever town it is of."""
    feature = mention.feature
    if feature is None or not feature.known:
        return feature is not None
    noun = text[mention.start : mention.end].rpartition(" ")[2]
    return noun.islower() and bool(mention.entries) and not mention.around.begins


def _is_called_village(mention: Mention) -> bool:
    """ "Tell al-Ali": the first word of its name says so, whether or not the gazetteer has it."""
    first = mention.name.partition(" ")[0].lower()
    return not (mention.single or mention.around.begins) and names_villages(first)


def _place(text: str, mention: Mention, entry: Entry | None) -> Place:
    start, end = mention.start, mention.end
    if mention.phrase:
        return _phrase_place(text, start, end, mention.phrase, mention.direction)
    written, kind = text[start:end], _mention_kind(mention, entry)
    if entry is None:
        return Place(start, end, written, name=written, kind=kind, direction=mention.direction)
    itself = not mention.feature and not mention.smaller  # and not an airport or a part of it
    return Place(
        start,
        end,
        written,
        name=entry.name if itself else written,
        kind=kind,
        country=entry.country,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        where_prec=_precision(mention, entry),
        geonameid=entry.geonameid if itself else None,
        direction=mention.direction,
    )


def _mention_kind(mention: Mention, entry: Entry | None) -> PlaceKind:
    if mention.land:
        return mention.land
    if mention.feature:
        return mention.feature.kind
    if mention.smaller:
        return "area"
    if mention.division or (entry and entry.kind == "admin1"):
        return "admin1"
    return "settlement"


def _precision(mention: Mention, entry: Entry) -> int:
    if mention.feature:
        return mention.feature.precision
    if mention.smaller:
        return SECOND_LEVEL
    if entry.kind == "admin1" or mention.division:
        return FIRST_LEVEL
    return NEAR if mention.direction else EXACT


def _kind(phrase: Phrase) -> PlaceKind:
    if phrase.feature:
        return phrase.feature.kind
    return "country" if phrase.kind == "country" else "area"


def _phrase_place(text: str, start: int, end: int, phrase: Phrase, direction: str | None) -> Place:
    return Place(
        start, end, text[start:end], name=phrase.name, kind=_kind(phrase), country=phrase.country,
        latitude=phrase.latitude, longitude=phrase.longitude, direction=direction,
        where_prec=_phrase_precision(phrase, direction),
    )  # fmt: skip


def _phrase_precision(phrase: Phrase, direction: str | None) -> int:
    if phrase.feature:
        return max(phrase.feature.precision, NEAR) if direction else phrase.feature.precision
    return COUNTRY if phrase.kind == "country" and not direction else FUZZY


def _find_highways(text: str) -> list[Place]:
    return [
        Place(m.start("name"), m.end(), text[m.start("name") : m.end()], m["name"], "highway",
              where_prec=FUZZY)
        for road in highways()
        for m in road.find(text)
    ]  # fmt: skip


def _without_overlaps(places: list[Place]) -> list[Place]:
    """Places sorted by start, longest first: drop what begins inside the one before."""
    kept: list[Place] = []
    for place in places:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept
