"""What a verb says of its subject together with the words behind it: "was taken to hospital"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from briefing.extract.people.words import COLLECTIVES, PEOPLE, is_thing, status
from briefing.extract.triggers import nouns_of, verbs, words_of
from briefing.language.groups import Group, Parsed
from briefing.language.lists import Linked
from briefing.language.objects import object_
from briefing.language.subjects import subject
from briefing.lexicon import load
from briefing.models import Outcome

_CAUSING_DRIVES: Final = words_of("causing", "drives")
_EMPTIED_VERBS: Final = words_of("emptied", "verbs")

_OfSubject = tuple[str, Outcome, Callable[[Parsed, int], bool]]  # rule, outcome, what decides


def told_of_subject(parse: Parsed, at: int) -> tuple[Outcome, str] | None:
    """What a verb with the words behind it says of its subject, and by which rule."""
    for rule, outcome, is_told in _of_subject().get(parse.groups[at].verb, ()):
        if is_told(parse, at):
            return outcome, rule
    return None


@cache
def _of_subject() -> dict[str, list[_OfSubject]]:
    """What may tell of its subject, by verb."""
    table: dict[str, list[_OfSubject]] = {}
    for told in _OF_SUBJECT:
        for verb in words_of(told[0], "verbs"):
            table.setdefault(verb, []).append(told)
    return table


@cache
def fate_verbs() -> frozenset[str]:
    """All verbs that may say so."""
    return frozenset(_of_subject())


def to_hospital(parse: Parsed, at: int) -> bool:
    """ "were taken to hospital": hurt, whatever else the sentence says."""
    groups = parse.groups
    within = at + 2 < len(groups) and groups[at + 1].word in words_of("hospital", "before")
    told = within and groups[at].passive and groups[at + 2].word in nouns_of("hospital")
    dead = nouns_of("hospital", "dead")  # "11 bodies had been brought to hospital"
    return told and all(groups[i].word not in dead for i in subject(parse, at).wholes)


def _is_by_splinters(parse: Parsed, at: int) -> bool:
    """ "Were hit by shrapnel", where nobody dies of it."""
    by, noun = _passive_with(parse, at)
    hit = by in words_of("splinters", "by") and noun in nouns_of("splinters")
    return hit and parse.held.isdisjoint(_deadly())


@cache
def _deadly() -> frozenset[str]:
    return frozenset(verb for verb, t in verbs().items() if t.outcome == "killed" and not t.needs)


def is_by_tear_gas(parse: Parsed, at: int) -> bool:
    """ "Suffocated on tear gas", "suffered from tear-gas inhalation": nobody dies of it."""
    behind = parse.groups[at + 1 : at + 1 + _GAS_REACH]
    words = {word for group in behind for word in parse.words(group)}
    return words_of("gassed", "gas") <= words or not nouns_of("gassed").isdisjoint(words)


_GAS_REACH: Final = 4  # groups behind the verb in which the gas stands


def drives_out(parse: Parsed, at: int) -> list[int]:
    """Whom a verb drives "from their homes" or "out of Goma"; nobody where it says no such."""
    groups, driven = parse.groups, object_(parse, at).wholes[:1]
    if groups[at].passive or not driven or groups[at].verb not in _CAUSING_DRIVES:
        return []
    behind = driven[0] + 1
    out = parse.lower[groups[driven[0]].last : groups[driven[0]].last + 1] == ["out"]
    near = groups[behind + out : behind + out + 2]
    if [g.kind for g in near] != ["preposition", "noun"]:
        return []
    if near[0].word in words_of("causing", "abroad") and parse.tokens[near[1].first].capitalised:
        return driven if groups[driven[0]].quantity else []  # "drove 9,000 into Bangladesh"
    if near[0].word not in words_of("causing", "away"):
        return []
    named = out and parse.tokens[near[1].first].capitalised
    return driven if named or near[1].word in nouns_of("causing", "homes") else []


def emptied_of(parse: Parsed, at: int) -> list[int]:
    """Whose town a verb empties of them: "emptied Masisi of its 5,000 residents"."""
    groups = parse.groups
    if groups[at].verb not in _EMPTIED_VERBS:
        return []
    for of in range(at + 1, min(len(groups) - 1, at + 1 + _EMPTIED)):
        people = groups[of + 1].word in PEOPLE
        if groups[of].word == "of" and people:
            return [of + 1]
        if groups[of].kind not in ("noun", "preposition"):
            return []
    return []


_EMPTIED: Final = 6  # groups behind the verb in which it stands of whom: "the town of Masisi of"


def listed_as(parse: Parsed, at: int) -> Linked | None:
    """Whom a list has with what befell them: "9 people were documented as killed and 4 as hurt"."""
    groups, before = parse.groups, at - 2
    if before < 0 or groups[at - 1].word != "as":
        return None
    if groups[before].kind == "noun" and groups[before].quantity:
        return Linked([before])
    told = groups[before].passive and groups[before].verb in words_of("listed", "verbs")
    return subject(parse, before) if told and not groups[before].negated else None


def _lays_down_arms(parse: Parsed, at: int) -> bool:
    """ "Sixty servicemen laid down their arms"."""
    laid = object_(parse, at).wholes[:1]
    down = "down" in parse.lower[parse.groups[at].last : parse.groups[at].last + 2]
    return down and any(parse.groups[i].word in words_of("laid_down", "nouns") for i in laid)


def _yields(parse: Parsed, at: int) -> bool:
    """ "Two rebels yielded to the 3rd Battalion", but not "yielded to pressure"."""
    group, near = parse.groups[at], parse.groups[at + 1 : at + 4]
    near = near[1:] if near and near[0].kind == "mark" and near[0].word.isalpha() else near
    if group.passive or len(near) < len(("to", "justice")) or near[0].word != "to":
        return False
    known = words_of("yielded", "fold") if group.verb == "return" else nouns_of("yielded")
    handed_in = len(near) > _TO_WHOM and near[_TO_WHOM].kind == "noun" and group.verb == "submit"
    return near[1].word in known and not handed_in  # "submitted to the government a draft law"


_TO_WHOM: Final = 2  # groups of "to the government"


def _is_taken_away(parse: Parsed, at: int) -> bool:
    """ "Five youths were taken away", but not by an ambulance."""
    group = parse.groups[at]
    away = parse.lower[group.last : group.last + 1] == ["away"]
    return away and group.passive and parse.held.isdisjoint(words_of("taken_away", "without"))


def _crosses(parse: Parsed, at: int) -> bool:
    """ "Crossed into India"."""
    following = parse.groups[at + 1 : at + 2]
    return any(group.word in words_of("crossing", "into") for group in following)


def _crosses_border(parse: Parsed, at: int) -> bool:
    """ "Have already crossed to Papua New Guinea", but not "crossed to the other bank"."""
    near = parse.groups[at + 1 : at + 3]
    if [group.kind for group in near] != ["preposition", "noun"]:
        return False
    name = " ".join(token.text for token in parse.tokens[near[1].first : near[1].last])
    return near[0].word in words_of("border", "to") and name in _states()


@cache
def _states() -> frozenset[str]:
    return frozenset(state["name"] for state in load("countries").values())


def _is_caught(parse: Parsed, at: int) -> bool:
    """ "Were caught by police", "was caught in Masiu", but not "caught in crossfire", "caught in
    Khartoum when the fighting began"."""
    near = parse.groups[at + 1 : at + 4]
    shape = [group.kind for group in near[:2]] == ["preposition", "noun"]
    if not shape or not parse.groups[at].passive:
        return False
    if near[0].word == "by":
        return PEOPLE.get(near[1].word) == "combatants"
    named = parse.tokens[near[1].first].capitalised and near[0].word in words_of("caught", "at")
    return named and near[-1].word not in words_of("caught", "without")


def _is_out_of_action(parse: Parsed, at: int) -> bool:
    """ "Around sixty were put out of action"."""
    last = parse.groups[at].last
    told = parse.groups[at].passive and parse.lower[last : last + 3] == ["out", "of", "action"]
    return told and not any(is_thing(parse.groups[i].word) for i in subject(parse, at).wholes)


def _goes_to_shelter(parse: Parsed, at: int) -> bool:
    """ "138,000 Thais have moved to shelters", but not "were moved to a hospital"."""
    near = parse.groups[at + 1 : at + 3]
    shape = [group.kind for group in near] == ["preposition", "noun"]
    return shape and near[0].word in ("to", "into") and near[1].word in nouns_of("sheltered")


def _seeks_refuge(parse: Parsed, at: int) -> bool:
    """ "Another 620 people sought refuge in the church", but not "took shelter from the rain"."""
    near = parse.groups[at + 1 : at + 3]
    shape = [group.kind for group in near] == ["noun", "preposition"]
    told = shape and near[0].word in words_of("refuge", "nouns")
    return told and near[1].word in words_of("refuge", "in") and not parse.groups[at].modal


def _leaves_home(parse: Parsed, at: int) -> bool:
    """ "121,000 people have left their homes"."""
    left = object_(parse, at).wholes[:1] if not parse.groups[at].modal else []
    return any(
        parse.groups[i].word in nouns_of("causing", "homes") and parse.groups[i].definite
        for i in left
    )


def _arrives(parse: Parsed, at: int) -> bool:
    """ "11,240 people (1,606 households) have arrived in Goma": where others are housed, too."""
    group = parse.groups[at]
    told = not (group.modal or group.negated)
    return told and not words_of("arrival", "signs").isdisjoint(parse.held)


def _is_driven_from_home(parse: Parsed, at: int) -> bool:
    """ "Have been driven from their homes", "were forced out of the town"."""
    last = parse.groups[at].last
    out = parse.lower[last : last + 1] == ["out"]
    from_, noun = _passive_with(parse, at, at + 1 + out)
    return from_ in words_of("causing", "away") and noun in nouns_of("causing", "homes")


def _is_being_treated(parse: Parsed, at: int) -> bool:
    """ "63 more were being treated", but not "were being treated as suspects"."""
    group = parse.groups[at]
    following = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    unhurt = following in words_of("treated", "without")
    return group.passive and "being" in parse.words(group) and not unhurt


def _is_held(parse: Parsed, at: int) -> bool:
    """ "Are held by the rebels", "12 men held without charge"."""
    group = parse.groups[at]
    follows = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    told = group.form == "ed" and (group.passive or not group.perfect)
    return told and follows in words_of("held", "prepositions")


def is_holding(parse: Parsed, at: int) -> bool:
    """ "Rebels are holding two engineers", "have held him since May", but not "a man was holding a
    baby": several people or a body keep somebody, or somebody keeps several. Civilians mostly hold
    their own: "women were holding three babies"."""
    group = parse.groups[at]
    lasting = group.perfect or (group.form == "ing" and group.last - group.first > 1)
    if group.passive or not lasting:
        return False
    kept = object_(parse, at).wholes[:1]
    keepers = [parse.groups[i] for i in subject(parse, at).wholes]
    if not kept or _is_judged(parse, kept[0]) or any(_is_civilian(g) for g in keepers):
        return False
    several = parse.groups[kept[0]].quantity is not None
    return several or any(g.is_several or g.word in COLLECTIVES for g in keepers)


def _is_judged(parse: Parsed, kept: int) -> bool:
    """ "Have held two presidents to account", "hold three generals responsible"."""
    words = words_of("held", "judged")
    return any(group.word in words for group in parse.groups[kept + 1 : kept + 3])


def _is_civilian(group: Group) -> bool:
    return PEOPLE.get(group.word) == "civilians"


def _is_sacrifice(parse: Parsed, at: int) -> bool:
    """ "Paid the supreme price", "made the ultimate sacrifice"."""
    paid = [parse.groups[i] for i in object_(parse, at).wholes[:1]]
    known, which = nouns_of("sacrifice"), words_of("sacrifice", "with")
    whole = words_of("sacrifice", "whole")
    return any(
        g.word in whole or (g.word in known and not which.isdisjoint(parse.words(g))) for g in paid
    )


def _is_fallen(parse: Parsed, at: int) -> bool:
    """ "Two of our comrades fell", "fell for the fatherland": of fighters alone."""
    doers = {parse.groups[i].word for i in subject(parse, at).wholes}
    comrades = words_of("fallen", "comrades")
    if not any(status([word]) == "combatants" or word in comrades for word in doers):
        return False
    near = parse.groups[at + 1 : at + 3]
    if not near or near[0].word in words_of("fallen", "ends"):
        return True
    shape = [group.kind for group in near] == ["preposition", "noun"]
    return shape and near[0].word in _FOR and near[1].word in nouns_of("fallen")


_FOR: Final = frozenset(("in", "for", "during"))


def _is_sent_to_hell(parse: Parsed, at: int) -> bool:
    """ "Were sent to hell"."""
    return _passive_with(parse, at)[1] in words_of("sent_to_hell", "nouns")


def sends_to_hell(parse: Parsed, at: int) -> list[int]:
    """Whom a verb sends there: "sent eight fighters to hell"."""
    if parse.groups[at].verb not in words_of("sent_to_hell", "verbs") or parse.groups[at].passive:
        return []
    sent = object_(parse, at).wholes
    behind = [group.word for group in parse.groups[sent[-1] + 1 : sent[-1] + 3]] if sent else []
    hell = len(behind) > 1 and behind[0] == "to" and behind[1] in words_of("sent_to_hell", "nouns")
    return sent if hell else []


def _passive_with(parse: Parsed, at: int, behind: int | None = None) -> tuple[str, str]:
    """The preposition and the noun ``behind`` a verb in the passive; ("", "") without."""
    first = at + 1 if behind is None else behind
    near = parse.groups[first : first + 2]
    shape = parse.groups[at].passive and [g.kind for g in near] == ["preposition", "noun"]
    return (near[0].word, near[1].word) if shape else ("", "")


_OF_SUBJECT: Final[tuple[_OfSubject, ...]] = (
    ("splinters", "injured", _is_by_splinters),
    ("gassed", "injured", is_by_tear_gas),
    ("held", "detained", _is_held),
    ("causing", "displaced", _is_driven_from_home),
    ("treated", "injured", _is_being_treated),
    ("sacrifice", "killed", _is_sacrifice),
    ("fallen", "killed", _is_fallen),
    ("laid_down", "detained", _lays_down_arms),
    ("yielded", "detained", _yields),
    ("taken_away", "detained", _is_taken_away),
    ("sent_to_hell", "killed", _is_sent_to_hell),
    ("hospital", "injured", to_hospital),
    ("crossing", "displaced", _crosses),
    ("border", "displaced", _crosses_border),
    ("caught", "detained", _is_caught),
    ("arrival", "displaced", _arrives),
    ("out_of_action", "killed", _is_out_of_action),
    ("sheltered", "displaced", _goes_to_shelter),
    ("left_home", "displaced", _leaves_home),
    ("refuge", "displaced", _seeks_refuge),
)
