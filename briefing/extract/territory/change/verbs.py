"""Verbs that say that something changed hands, alone or with what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from itertools import pairwise, takewhile
from typing import Any, Final

from briefing.extract.buildings import OCCUPIED
from briefing.extract.people.words import PEOPLE
from briefing.extract.territory.change.leaving import is_departure, is_stance
from briefing.extract.territory.change.nearing import sideways, stood_near
from briefing.extract.territory.change.nouns import held_words
from briefing.extract.territory.change.posted import given_up, no_longer, standing_inside, stationed
from briefing.extract.territory.change.seizures import (
    Seizure,
    behind_direction,
    direct,
    doers,
    make_seizure,
    noun_after,
    taken_subject,
)
from briefing.extract.territory.change.signs import flown, patrolled, seen_inside, woken_to
from briefing.extract.territory.ground.taken import units
from briefing.extract.territory.ground.turned import is_aside, is_reduced, is_turned
from briefing.language.dateparts import is_weekday
from briefing.language.daygroups import names_month
from briefing.language.groups import Group, Parsed
from briefing.language.lists import complement
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import load, word_set

Reader = Callable[[Parsed, int, Group, dict[str, Any]], Seizure | None]

_MOVING_IN: Final = word_set("territory", "buildings", "verbs")

_NUMBERED: Final = re.compile(r"(?:rn|m|n|r|a|t|e|p|h)-?\d+")  # "the M5", "the RN3"
_BESIDE: Final = 2  # groups behind a verb in which its particle stands
_PARTED: Final = 7  # … where its object may stand between them
_SINCE: Final = 9  # groups behind a verb in which it stands since when


def by_verb(parse: Parsed, at: int, group: Group) -> list[Seizure]:
    """ "Captured A": what a verb alone says changed hands."""
    entry = _VERB_RULES.get(group.verb)
    if entry is None or _standing(parse, at, group):
        return []
    taken, gainer = _land(parse, group, direct(parse, at, group)), doers(parse, at, group)
    if not _of_kind(parse, entry, taken):
        taken = tuple(i for i in taken if _is_road(parse, i))
    found = make_seizure(entry, at, taken, gainer)
    return [found] if found else []


def _of_kind(parse: Parsed, entry: dict[str, Any], taken: tuple[int, ...]) -> bool:
    """Whether the verb can be said of what was taken: a road is cut, a house is cleared but not
    taken."""
    if "kinds" not in entry and "spares" not in entry:
        return True
    kinds, spared = (set(entry.get(key, "").split()) for key in ("kinds", "spares"))
    named = [set(parse.words(parse.groups[i])) for i in taken]
    return not any(spared & words for words in named) and (
        not kinds or any(kinds & words for words in named)
    )


def _standing(parse: Parsed, at: int, group: Group) -> bool:
    """ "controls", "fighters occupying": a state of long standing, unless it was just seen.

    "Now held 50 towns" tells how far an advance has come: with a count and such a word it counts.
    """
    if group.verb not in _STATES:
        return False
    if _lasts(parse, at, group):
        return True
    if _reached(parse, at, group) or _for_hours(parse, at, group):
        return False
    if group.form == "ed" and not group.passive:
        return group.verb in _seen("always")
    if group.form == "ed":
        return False
    before = [g for g in parse.groups[:at] if g.kind == "verb"]
    return group.form != "ing" or not before or before[-1].verb not in _seen("verbs")


_seen = partial(word_set, "territory", "seen")
_STATES: Final = _seen("states")


def _lasts(parse: Parsed, at: int, group: Group) -> bool:
    """ "RSF fighters still controlled the town", "the town, which is controlled by M23"."""
    words = parse.words(group)
    still = not word_set("territory", "presence", "adverbs").isdisjoint(words)
    held = group.verb in _seen("lasting_passive") and is_turned(parse, at, group)
    areas = group.verb in _seen("lasting_reduced") and not is_aside(parse, at)
    held = held or (areas and is_reduced(parse, at, group))
    lasting = still or (held and "now" not in words)
    return lasting or _is_compound(parse, group.first) or _since_when(parse, at, group)


def _for_hours(parse: Parsed, at: int, group: Group) -> bool:
    """ "Held Lalibela for five days": it was taken, and is no state of long standing."""
    if group.form != "ed" or group.passive or group.perfect:
        return False
    behind = parse.groups[at + 1 : at + 1 + _SINCE]
    lasting = _seen("lasting")
    return any(a.word == "for" and b.word in lasting for a, b in pairwise(behind))


def _since_when(parse: Parsed, at: int, group: Group) -> bool:
    """ "The terrorists who had occupied it since July"."""
    if not group.perfect:
        return False
    behind = parse.groups[at + 1 : at + 1 + _SINCE]
    return any(g.word == "since" or _names_years(parse, g) for g in behind)


def _names_years(parse: Parsed, group: Group) -> bool:
    """ "Have controlled the town for more than a year"."""
    return not _seen("standing").isdisjoint(parse.words(group))


def _is_compound(parse: Parsed, first: int) -> bool:
    """ "“People’s Republic”-controlled Horlivka"."""
    before = parse.tokens[first - 1] if first else None
    joined = before is not None and before.end == parse.tokens[first].start
    return joined and before is not None and before.text == "-"


def _reached(parse: Parsed, at: int, group: Group) -> bool:
    """ "now hold 50 towns", "have come to control 12 villages"."""
    words = [t.lower for t in parse.tokens[max(0, group.first - 2) : group.last]]
    now = not _seen("now").isdisjoint(words)
    near = parse.groups[max(0, at - 2) : at]
    come = group.modal == "to" and any(g.verb in ("come", "claim") for g in near)
    if "now" in words and parse.groups[at - 1].kind != "relative":
        return True  # "the militia now controls the town"
    counted = any(parse.groups[i].quantity for i in direct(parse, at, group))
    return counted and (come or now)


def _is_road(parse: Parsed, at: int) -> bool:
    return bool(_NUMBERED.fullmatch(parse.groups[at].word))


def by_phrase(parse: Parsed, at: int, group: Group) -> list[Seizure]:
    """ "Withdrew from A", "took control of A": what a verb with more says changed hands."""
    for entry in _PHRASE_RULES.get(group.verb, ()):
        found = _READER_OF[entry["rule"]](parse, at, group, entry)
        if found:
            return [found]
    return []


def _reader(entry: dict[str, Any]) -> Reader:
    return next((reader for key, reader in _READERS.items() if key in entry), _plain)


def _plain(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "withdrew from X", "handed X over to Y", "took X back"."""
    if "without" in entry and _goes_elsewhere(parse, at, entry):
        return None
    if entry.get("transitive") and not (object_(parse, at).wholes or is_turned(parse, at, group)):
        return None  # "rumours that the army has returned to Goma"
    particle = "particles" not in entry or _particle(parse, at, entry)
    if not particle or (entry.get("intransitive") and object_(parse, at).wholes):
        return None
    prepositions = _prepositions(entry)
    taken = noun_after(parse, at, prepositions) if prepositions else direct(parse, at, group)
    taken = tuple(i for i in _land(parse, group, taken) if not is_stance(parse, group, i))
    taken = _of_control(parse, taken)
    if entry.get("finite") and not is_departure(parse, group, taken):
        return None
    other = _receiver(parse, at, taken, entry)
    if not _of_kind(parse, entry, (*taken, *other)):
        return None
    complete = other or "receiver" not in entry or "receiver_may_lack" in entry
    agents = doers(parse, at, group)
    if entry.get("yields") and prepositions and group.passive:
        agents = tuple(subject(parse, at).wholes)  # "the troops were withdrawn from A"
    return make_seizure(entry, at, taken, agents, other) if complete else None


def _goes_elsewhere(parse: Parsed, at: int, entry: dict[str, Any]) -> bool:
    """ "Took up positions near A", "pushed the rebels back to A"."""
    without, near = entry["without"].split(), parse.groups[at + 1 : at + 1 + _BESIDE]
    beside = takewhile(lambda group: group.word not in _prepositions(entry), near)
    return any(group.word in without for group in beside)


def _of_control(parse: Parsed, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "Seized back control of the town": the town."""
    control = taken and parse.groups[taken[0]].word in held_words("nouns")
    return tuple(complement(parse, taken[0], ("of", "over")).wholes) if control else taken


def _land(parse: Parsed, group: Group, taken: tuple[int, ...]) -> tuple[int, ...]:
    """What was taken without the buildings that somebody only moved into: "occupied a school"."""
    if group.verb not in _MOVING_IN:
        return taken
    return tuple(i for i in taken if parse.groups[i].word not in OCCUPIED)


def _receiver(
    parse: Parsed, at: int, taken: tuple[int, ...], entry: dict[str, Any]
) -> tuple[int, ...]:
    if "receiver" not in entry:
        return ()
    whose = (entry["receiver"],)
    if whose == ("of",) and parse.groups[at].passive:
        return noun_after(parse, at, whose, len(whose))  # not "freed by soldiers of the 2nd Army"
    return noun_after(parse, max((at, *taken)), whose)


def _alone(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Goma fell": nothing behind the verb says how deep or into what."""
    taken = taken_subject(parse, at)
    return make_seizure(entry, at, taken, ()) if stands_alone(parse, at) else None


def stands_alone(parse: Parsed, at: int) -> bool:
    """ "fell on Friday", "had fallen": no object, no direction, no height after the verb."""
    following = parse.groups[at + 1 : at + 3]
    known = word_set("territory", "alone", "before")
    if not following or following[0].kind in ("mark", "coordinator", "subordinator"):
        return True
    if following[0].kind == "preposition" and following[-1].word in word_set(
        "territory", "alone", "hours"
    ):
        return True  # "fell in the night"
    if following[0].word in word_set("territory", "alone", "spans"):
        return following[-1].word in word_set("territory", "alone", "later")  # "two hours later"
    until = following[0].word in ("in", "by")
    dated = until and names_month(parse.words(following[-1]))
    weekday = following[0].word == "by" and is_weekday(following[-1].word)
    return dated or weekday or following[0].word in known


def _to_whom(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "fell to M23", "fell into the hands of M23", "came under rebel control"."""
    gainer = noun_after(parse, at, _prepositions(entry))
    if not _of_kind(parse, entry, gainer):
        return None  # "fell into darkness"
    held = bool(gainer) and parse.groups[gainer[0]].word in held_words("nouns")
    if not gainer or (entry.get("held") and not (held or _is_body(parse, at, gainer[0]))):
        return None
    whose = tuple(complement(parse, gainer[0]).wholes) if held else ()
    return make_seizure(entry, at, _controlled(parse, at), whose or gainer)


def _is_body(parse: Parsed, at: int, holder: int) -> bool:
    """ "Came under rebel fighters", unlike "came under fire"."""
    under = [group.word for group in parse.groups[at + 1 : holder]] == ["under"]
    return under and PEOPLE.get(parse.groups[holder].word) == "combatants"


def _with_noun(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "took full control of X", "control of X was regained"."""
    known = entry["nouns"].split()
    follows = direct(parse, at, group)
    noun = next((i for i in follows if parse.groups[i].word in known), None)
    if noun is None:
        return None
    taken = noun_after(parse, noun, _prepositions(entry))
    if not taken and noun + 1 < len(parse.groups) and parse.groups[noun + 1].quantity:
        taken = (noun + 1,)  # "control over five positions": "over five" is read as a count
    agents = doers(parse, at, group)
    if not taken and entry["action"] == "advanced":
        last = max((at, noun, *agents))  # "gains were made by troops southeast of A"
        taken = behind_direction(parse, last) or noun_after(parse, last, _prepositions(entry))
    other = _receiver(parse, at, taken, entry)
    complete = other or "receiver" not in entry or "receiver_may_lack" in entry
    return make_seizure(entry, at, taken, agents, other) if complete else None


def _changed(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Goma changed hands", "control of Goma changed hands": from whom to whom, nobody says."""
    known = entry["object"].split()
    named = any(parse.groups[i].word in known for i in object_(parse, at).wholes)
    return make_seizure(entry, at, _controlled(parse, at), ()) if named else None


def _controlled(parse: Parsed, at: int) -> tuple[int, ...]:
    """What a verb says was taken, where that is its subject, or the subject is control of it."""
    named = subject(parse, at).wholes
    control = [i for i in named if parse.groups[i].word in held_words("nouns")]
    return _of_control(parse, tuple(control)) or taken_subject(parse, at)


def _eviction(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "pushed al-Shabaab out of Adale": the object lost it."""
    whence = _prepositions(entry)
    ends = (i for i in range(at + 1, len(parse.groups)) if parse.groups[i].word in whence)
    end = len(parse.groups) if group.passive else next(ends, len(parse.groups))
    driven = tuple(i for i in direct(parse, at, group) if i < end)  # "from A and two villages"
    if not driven or any(_is_thing(parse, i) for i in driven):
        return None
    taken = noun_after(parse, _behind_driven(parse, max(at, *driven)), whence)
    return make_seizure(entry, at, taken, doers(parse, at, group), driven)


def _behind_driven(parse: Parsed, at: int) -> int:
    """The last group of "the cadres of a rival group", "fighters opposed to the king", which says
    nothing of where."""
    behind = parse.groups[at + 1 : at + 4]
    shape = [group.kind for group in behind]
    if shape[:2] == ["preposition", "noun"] and behind[0].word == "of":
        return at + 2
    described = shape == ["verb", "preposition", "noun"] and behind[0].verb in _DESCRIBING
    return at + len(shape) if described else at


_DESCRIBING: Final = word_set("territory", "described", "verbs")


def _is_thing(parse: Parsed, at: int) -> bool:
    """ "cleared four villages of": not those who were driven out, but "Islamic State" may be."""
    group = parse.groups[at]
    return group.word in units() and not parse.tokens[group.head].capitalised


def _prepositions(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(entry.get("after", "").split())


def _particle(parse: Parsed, at: int, entry: dict[str, Any]) -> bool:
    known, reach = entry["particles"].split(), _PARTED if entry.get("parted") else _BESIDE
    following = takewhile(lambda group: not group.finite, parse.groups[at + 1 : at + 1 + reach])
    return any(group.word in known for group in following)


def _in_state(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Were in full control of Minova": a state that is news."""
    behind = parse.groups[at + 1 : at + 3]
    if group.negated or [g.kind for g in behind] != ["preposition", "noun"]:
        return None
    words = {*parse.words(group), *parse.words(behind[1])}
    named = behind[0].word == entry["into"] and behind[1].word in entry["nouns"].split()
    if not named or words.isdisjoint(entry["marks"].split()):
        return None
    taken = noun_after(parse, at + 2, _prepositions(entry))
    return make_seizure(entry, at, taken, doers(parse, at, group))


_READERS: Final[dict[str, Reader]] = {
    "stands": stood_near,
    "longer": no_longer,
    "stations": stationed,
    "among": standing_inside,
    "held_out": given_up,
    "into": _in_state,
    "towards": sideways,
    "sign": flown,
    "woken": woken_to,
    "inside": seen_inside,
    "now": patrolled,
    "object": _changed,
    "place_is_subject": _to_whom,
    "alone": _alone,
    "nouns": _with_noun,
    "evicts": _eviction,
}  # by the key that an entry has; without any of them it is plain


@cache
def verb_rules() -> dict[str, dict[str, Any]]:
    """The rules of verbs that stand alone, by verb."""
    return {word: entry for entry in load("territory")["verbs"] for word in entry["words"].split()}


_VERB_RULES: Final = verb_rules()


@cache
def phrase_rules() -> dict[str, list[dict[str, Any]]]:
    """The rules of verbs that need more, by verb."""
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in load("territory")["phrases"]:
        for verb in entry["verbs"].split():
            table.setdefault(verb, []).append(entry)
    return table


_PHRASE_RULES: Final = phrase_rules()
_READER_OF: Final = {
    entry["rule"]: _reader(entry) for rules in _PHRASE_RULES.values() for entry in rules
}
