"""Whether a capitalised name is meant as a place, and whether enough speaks for its coordinates."""

from __future__ import annotations

import re
from typing import Final

from briefing.lexicon.openings import BRACKETS, HOUR, NUMBER
from briefing.places.borders import border_on
from briefing.places.choose import Setting, nearness
from briefing.places.context import is_list_gap
from briefing.places.cues import GOOD, NONE, STRONG, WEAK
from briefing.places.gazetteer import Entry
from briefing.places.mentions import Mention, Reading
from briefing.places.parts import CITY
from briefing.places.words import capitals, words

_CAPITALS: Final = capitals()
_COMMON: Final = words("common")
_ORGANISATIONS_AFTER: Final = words("organisations", "after")
_ORGANISATIONS_SEATS: Final = words("organisations", "seats")
_PERSONS_VERBS: Final = words("persons", "verbs")
_PERSONS_BEFORE: Final = words("persons", "before")

# Populations from which a name needs less around it to count as a place.
BIG, MEDIUM, SMALL = 100_000, 15_000, 1_000
CLOSE: Final = 0.5  # of the distance within which places support each other
ACRONYM: Final = 3  # letters up to which capitals alone are an acronym, never a town in a dateline

_HOUR: Final = re.compile(HOUR)
_NUMBER: Final = re.compile(rf"\s*\(?{NUMBER}\s*")
_DAY: Final = r"(?:, (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?)?"  # ", May 8" behind a name
_LABEL: Final = re.compile(rf"{_DAY}{BRACKETS}[:.](?=\s)")
_AGE: Final = re.compile(r",? \(?\d{1,2}[,)]")


def cue_of(mention: Mention, previous: Mention | None, previous_cue: int, text: str) -> int:
    """A name in a list shares the cue of the name before it."""
    cue = mention.around.cue
    if not previous or not is_list_gap(text[previous.end : mention.start]):
        return cue
    known = mention.entries or previous_cue == STRONG  # "in Moscow and Ada Smith in Istanbul"
    return max(cue, previous_cue) if known else cue


def acts_as_state(mention: Mention, cue: int) -> bool:
    """Whether a capital stands for its government: "Ankara fears a new wave of refugees"."""
    if mention.name not in _CAPITALS or cue > NONE or mention.feature or mention.direction:
        return False
    return mention.next_word in words("metonymy", "after")


def is_befallen(entry: Entry, setting: Setting) -> bool:
    """Whether it is a place of which the text says "had fallen", "recorded four dead": a town, or
    one near the others."""
    return entry.population >= MEDIUM or setting.supports(entry) or setting.in_region(entry)


def is_place(
    mention: Mention, entry: Entry | None, cue: int, text: str, reading: Reading, setting: Setting
) -> bool:
    """Whether a name of the gazetteer, or an unknown one, is meant as a place at all."""
    if mention.inside or _is_initials(mention.name) or is_outlet(mention):
        return False
    if entry is None and (
        _is_adjective(mention.name)
        or (mention.single and (_is_acronym(mention, entry) or _is_epithet(mention, text)))
    ):
        return False
    if not mention.single or cue == STRONG:
        return True
    if mention.name.lower() in _COMMON:
        return entry is not None and entry.population >= BIG and cue >= GOOD
    if cue == GOOD:
        return True
    sure = entry is not None and (
        _is_known_well(entry) or setting.in_region(entry) or _is_beside(entry, setting)
    )
    large = entry is not None and (entry.main or entry.population >= BIG)
    labels = large and _labels(mention, text)
    return not (
        (mention.name.lower() in reading.others and not _is_known_well(entry))
        or _is_acronym(mention, entry)
        or _is_person(mention, text)
        or (cue == NONE and mention.around.begins and not (sure or labels))
    )


def _is_beside(entry: Entry, setting: Setting) -> bool:
    """Whether a town lies near the sure places of the text."""
    return entry.main and entry.population >= SMALL and nearness(entry, setting.anchors) > CLOSE


def _labels(mention: Mention, text: str) -> bool:
    """ "Kidal: two men died", "2. Gao. Quiet.", "Jos, May 8: …": a known name opens an entry."""
    if not _LABEL.match(text, mention.end):
        return False
    before = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    numbered = before.strip(" -•*") != ""
    marked = bool(_NUMBER.fullmatch(before) or _HOUR.fullmatch(before)) if numbered else True
    return marked and (numbered or text[mention.end] != ".")


def _is_known_well(entry: Entry | None) -> bool:
    """A large town or a division under its main name."""
    return entry is not None and entry.main and (entry.population >= BIG or entry.kind == "admin1")


def _is_adjective(name: str) -> bool:
    """ "Serb-held", "Agro-industrial"; a short last part belongs to a name, as in "Nahr-e"."""
    last = name.rpartition("-")[2]
    return last != name and last.islower() and len(last) >= ACRONYM


def _is_epithet(mention: Mention, text: str) -> bool:
    """ "The Shi'ite holy city of Karbala", "the Ruritanian capital Strelsau": what follows is the
    place."""
    return bool(mention.next_word.islower() and _EPITHET.match(text, mention.end))


_EPITHET: Final = re.compile(
    r" (?:[a-z]+ ){0,2}(?:(?:city|island|enclave) of|capital,?(?: of)?) [A-Z]"
)


def _is_initials(name: str) -> bool:
    """A few capitals, with or without points: "NW", "U.N."."""
    letters = name.replace(".", "")
    return letters.isupper() and (len(letters) <= ACRONYM or "." in name)


def is_outlet(mention: Mention) -> bool:
    """A body that a name alone stands for: "Saba news agency", "the ICRC office"."""
    if not mention.next_word:  # as with most
        return False
    if mention.next_word in _ORGANISATIONS_AFTER:
        return True
    return len(mention.name) <= ACRONYM + 1 and is_seated(mention)


def is_seated(mention: Mention) -> bool:
    """ "The Fenastras headquarters": a body, if the gazetteer knows no place of the name."""
    return mention.single and mention.next_word in _ORGANISATIONS_SEATS


def _is_acronym(mention: Mention, entry: Entry | None) -> bool:
    """Capitals inside or throughout: "FSA", "MoD"; a dateline's KYIV is a known main name."""
    inner = mention.name.lstrip("'’‘")[1:]
    if inner == inner.lower() or "-" in mention.name or "'" in mention.name or "’" in mention.name:
        return False
    dateline = len(mention.name) > ACRONYM and mention.name.isupper()
    return not (dateline and entry and entry.main and entry.population >= MEDIUM)


def _is_person(mention: Mention, text: str) -> bool:
    """A bare name that speaks or has an age: "Philmont said", "his wife, Dora, 62"."""
    if mention.name in _CAPITALS:
        return False
    before = text[max(0, mention.start - 16) : mention.start].split()[-1:]
    return (
        mention.next_word in _PERSONS_VERBS
        or bool(before and before[0] in _PERSONS_BEFORE)
        or bool(_AGE.match(text, mention.end))
    )


def has_support(mention: Mention, entry: Entry, cue: int, setting: Setting) -> bool:
    """Whether enough speaks for an entry to write its coordinates down.

    The desk's region is enough. Elsewhere the less a text says, the larger the town must be. A
    town under another name than its main one lies where the text is; what lies neither in a country
    that the text names nor in a neighbour of one is a city: "Fano", in a text on Ethiopia, is no
    town in Italy.
    """
    if _is_larger(mention, entry, setting) or _is_elsewhere(mention, entry, setting):
        return False
    if setting.in_region(entry) or _is_of_named(mention, entry, cue, setting):
        return True
    if entry.kind == "admin1":
        return entry.main or mention.division or setting.supports(entry)
    if setting.is_abroad(entry):
        return entry.population >= BIG
    if setting.supports(entry):
        size = (0, 0, SMALL, MEDIUM)[STRONG - cue]
        return entry.population >= size or (size == MEDIUM and _is_beside(entry, setting))
    if setting.countries and not border_on(entry.country, setting.countries):
        size, known = BIG, entry.main or mention.name in _CAPITALS
    else:
        size, known = (MEDIUM, MEDIUM, MEDIUM if entry.main else BIG, BIG)[STRONG - cue], True
    return known and entry.population >= size


def _is_of_named(mention: Mention, entry: Entry, cue: int, setting: Setting) -> bool:
    """ "In Menaka", in a text on Mali: under its main name a place there needs no size."""
    return lies_in_named(mention, entry, setting) and (
        cue >= GOOD or (cue == WEAK and mention.around.struck and entry.population >= SMALL)
    )


def lies_in_named(mention: Mention, entry: Entry, setting: Setting) -> bool:
    """Whether a town has the name for its main one, and the text names its country, in which no
    other has the same."""
    if not entry.main or entry.kind == "admin1" or entry.country not in setting.countries:
        return False
    same = (e for e in mention.entries if e.main and e.country in setting.countries)
    return all(e is entry or e.kind == "admin1" for e in same)


def _is_larger(mention: Mention, entry: Entry, setting: Setting) -> bool:
    """No village is a city; nor is the neighbourhood of one a town far from all others told."""
    near = setting.in_region(entry) or setting.supports(entry)
    if mention.around.quarter and not near:
        return entry.population >= CITY or bool(setting.anchors)
    return mention.around.village and entry.population >= CITY


def _is_elsewhere(mention: Mention, entry: Entry, setting: Setting) -> bool:
    """ "Mambasa" in a text on Congo is not the Kenyan port that was once written so."""
    other = not entry.main and mention.name not in _CAPITALS
    return other and bool(setting.anchors) and not setting.supports(entry)
