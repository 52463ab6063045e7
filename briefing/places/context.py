"""What stands around a name: cues, directions, feature and division words."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from briefing.places.labels import is_adjective
from briefing.places.words import Feature, alternatives, any_of, features, words

_CUES_STRUCK: Final = words("cues", "struck")

REACH: Final = 70  # characters that are looked at on either side

STRONG, GOOD, WEAK, NONE = 3, 2, 1, 0
_CLAUSE: Final = re.compile(r".*[.;:!?\n(),“”\"—–]", re.DOTALL)  # up to where one begins
_ADJECTIVES: Final = words("cues", "adjectives")
_BESIDE: Final = frozenset(("the", "nearby"))
_STOPS: Final = frozenset(".!?:")
_OPENERS: Final = frozenset('.!?:•*"“‘')
_CLOSERS: Final = frozenset("”’)")
_LIST_GAP: Final = re.compile(r"(?:,? (?:and|or|&) (?:in |the )?|, (?:in )?|/)")


class Surroundings:
    """Everything beside a name that says what it names."""

    __slots__ = (
        "befallen", "begins", "cue", "direction", "division", "end", "feature", "quarter",
        "smaller", "struck", "village",
    )  # fmt: skip

    def __init__(self, text: str, start: int, end: int) -> None:
        before = _clause_before(text, start)
        last = _last_word(before)
        word = _word_behind(text, end)
        goes_on = word in _FOLLOWERS
        behind = end if goes_on else None
        between = _TRAILING.search(before) if last in _ENDINGS else None
        self.begins: bool = begins_sentence(text, start)  # a sentence: its capital says nothing
        self.cue: int = _cue_before(text, before, last, between, end)
        self.struck: bool = last in _CUES_STRUCK  # "attacked", right before it
        if last == "on" and _strikes_on(before):
            self.struck = True  # "an attack on"
        self.feature: Feature | None = None
        self.end: int = end  # that of a feature's words, where they belong to the name
        self.befallen: bool = False  # by what befalls places, or is counted in them
        self.direction: str | None = None
        self.division: bool = _is_division_of(before, last)
        self.smaller: bool = False
        self.village: bool = _is_called("villages", text, before, last, behind)
        self.quarter: bool = (  # of a town
            _is_called("quarters", text, before, last, behind)
            and not _QUARTERS_OF.search(text, start - len(before), start)
        )
        if goes_on:
            self.feature, self.end = _feature_after(text, end)
            self.cue = max(self.cue, _cue_after(text, end, begins=self.begins))
            self.division = self.division or _division_after(text, end)
            self.smaller = bool(_SMALLER_PATTERN.match(text, end))
        elif word in _EVENTS:
            self.befallen = bool(_event_pattern().match(text, end))
        if goes_on or between:
            self.direction = _direction(between, text, end)


def _cue_before(text: str, before: str, last: str, between: re.Match[str] | None, end: int) -> int:
    cue = _cue(before, last, between)
    if cue == GOOD and last == "at" and text[end : end + 2] in ("'s", "’s"):
        cue = WEAK  # "at Amnesty's request"
    if cue < GOOD and text.startswith(", where ", end) and _leads_to(before, cue):
        cue = GOOD
    if cue < GOOD and last in _CUES_STRUCK and text.startswith(", killing ", end):
        cue = GOOD  # "attacked Bilgo, killing two"
    if cue < GOOD and last == "on" and _is_struck_on_day(text, before, end):
        cue = GOOD
    return cue


def _is_struck_on_day(text: str, before: str, end: int) -> bool:
    """ "The raid on Yelwa on Friday", "… on Yelwa killed two", "died in strikes on Yelwa"."""
    struck = _strikes_on(before)
    if not struck:
        return False
    ends = struck in words("cues", "raids") and text[end : end + 1] in (".", ",", ";")
    return ends or bool(_ON_DAY.match(text, end))


def _strikes_on(before: str) -> str:
    """The word for an attack before "on" at the end of what stands before a name, or ""."""
    word = before.rpartition(" on ")[0].rpartition(" ")[2]
    return word if word in words("cues", "strikes") else ""


_ON_DAY: Final = re.compile(
    r" (?:on|late on|early on|overnight on) (?:the )?(?:[A-Z][a-z]*day\b|\d|[A-Z][a-z]{2,8} \d)"
    r"| (?:that |which )?(?:has |had )?(?:killed|left) [a-z\d]"
)


def _clause_before(text: str, start: int) -> str:
    first = max(0, start - REACH)
    begun = _CLAUSE.match(text, first, start)
    return text[begun.end() if begun else first : start].lower()


def _last_word(before: str) -> str:
    """The word before a name, where a space parts them."""
    word = before.rstrip().rpartition(" ")[2] if before.endswith(" ") else ""
    return word.rpartition("-")[2]  # "north-central"


def _leads_to(before: str, cue: int) -> bool:
    """ "Attacked Bilgo, where …", "on the way to Bilgo, where …"."""
    last = before.rpartition(" ")[0].rpartition(" ")[2]  # ``before`` ends with a space
    return cue == WEAK or last in _CUES_STRUCK


def _quarters_of() -> re.Pattern[str]:
    """ "Several neighborhoods of Goma", "the Birere neighborhood of Goma": those of the city."""
    one = any_of("cues", "quarters")
    several = "|".join(word for word in words("cues", "quarters") if word.endswith("s"))
    return re.compile(rf"(?:[A-Z][\w'’-]* (?:{one})|\b(?:{several})) of $")


_QUARTERS_OF: Final = _quarters_of()


@cache
def _called_patterns(what: str) -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """ "The village of X" before a name, and the last of such words; "X village", "X, a small
    hamlet" after it."""
    nouns = "|".join(words("cues", what))
    return (
        frozenset(("of", "the", *(noun.rpartition(" ")[2] for noun in words("cues", what)))),
        re.compile(rf"\b(?:{nouns})(?: of)?(?: the)? $"),
        re.compile(rf"(?: |, an? (?:[\w-]+ ){{0,3}})(?:{nouns})\b"),
    )


def _is_called(what: str, text: str, before: str, last: str, end: int | None) -> bool:
    """Whether one of those nouns says what a name is; ``end``: of a name after which it may."""
    ends, named, described = _called_patterns(what)
    return (last in ends and bool(named.search(before))) or (
        end is not None and bool(described.match(text, end))
    )


def _word_behind(text: str, end: int) -> str:
    """The word or mark that follows a name, which may say what it names: most do not."""
    mark = text[end : end + 1]
    if mark != " ":
        return mark
    word = _NEXT_WORD.match(text, end + 1)
    return word[0].lower() if word else ""


_CONTINUING: Final = ("'", "’", ",")  # "Aleppo's airport", "Idlib, Hama and Homs provinces"
_EVENTS: Final = frozenset((*words("cues", "recording"), "had", "has", "have"))
_NEXT_WORD: Final = re.compile(r"\w+")


def _followers() -> frozenset[str]:
    """The first words of all that may follow a name and say what it names."""
    lists = (("cues", "after"), ("division", "singular"), ("division", "plural"), _BELOW, _PARTS)
    known = {*features(), *_ATTRIBUTES, *words("directions")}.union(*(words(*k) for k in lists))
    firsts = (_NEXT_WORD.match(name.lower()) for name in known)
    others = {"and", "or", *_CONTINUING, *_SEATS}
    return frozenset({first[0] for first in firsts if first} | others)


_BELOW, _PARTS = ("division", "below"), ("directions", "parts")


# Before a part: "Idlib province countryside"
_SEATS: Final = frozenset(("province", "governorate"))
_ATTRIBUTES: Final = ("international", "military", "civilian", "main", "national", "regional")


_FOLLOWERS: Final = _followers()


def is_list_gap(gap: str) -> bool:
    """Whether two names with this between them stand in one list."""
    return bool(_LIST_GAP.fullmatch(gap))


def begins_sentence(text: str, start: int) -> bool:
    window = text[max(0, start - REACH) : start]
    before = window.rstrip()
    if not before:
        return start < REACH or "\n" in window
    stopped = before[-1] in _CLOSERS and before[-2:-1] in _STOPS
    return before[-1] in _OPENERS or stopped or "\n" in window[len(before) :]


def _trailing() -> re.Pattern[str]:
    """Words between a cue and its name: "in the [western] [parts of the] [city of] Aleppo"."""
    directions, parts = any_of("directions"), any_of("directions", "parts")
    return re.compile(
        rf"(?:(?P<direction>\b(?:{directions}))(?: and (?:{directions}))?"
        rf"(?: (?P<part>{parts}))?(?P<of> of)?|(?P<alone>\b(?:{parts})) of)"
        r"(?: the)?(?P<unit> (?:city|town|province|governorate) of)? $"
    )


_TRAILING: Final = _trailing()


def _endings() -> frozenset[str]:
    """The last words of what stands between a cue and its name."""
    known = {name.split()[-1] for name in words("directions", "parts") | words("directions")}
    return frozenset(known | {"of", "the"})


_ENDINGS: Final = _endings()


def _after_possessive() -> re.Pattern[str]:
    directions, parts = any_of("directions"), any_of("directions", "parts")
    return re.compile(
        rf"(?:['’]s)?(?: province| governorate)?(?:['’]s)? "
        rf"(?:(?P<direction>{directions}) )?(?P<part>{parts})\b"
    )


_AFTER_POSSESSIVE: Final = _after_possessive()


def _direction(between: re.Match[str] | None, text: str, end: int) -> str | None:
    match = between or _AFTER_POSSESSIVE.match(text, end, end + REACH)
    if not match:
        return None
    found = match.groupdict()
    if found.get("of") and not found["part"]:
        return f"{found['direction']} of"  # beside the place, not a part of it
    if found.get("unit") and not found["part"] and not found["alone"]:
        return None  # "the northern city of Goma": where in the country it lies
    return found.get("direction") or found.get("alone") or found.get("part")


def _cue(before: str, last: str, between: re.Match[str] | None) -> int:
    """The strongest cue before a name, with or without directions between them."""
    tail = before.split()
    if last in _BESIDE or (last in _ADJECTIVES and is_adjective(tail[-1])):
        tail.pop()
    plain = _plain_cue(tail[-_LONGEST_CUE:])
    if between is None:
        return plain
    return max(plain, _plain_cue(before[: between.start()].split()[-_LONGEST_CUE:]))


_LONGEST_CUE: Final = 4  # words


def _plain_cue(tail: list[str]) -> int:
    if not tail or tail[-1] not in _CUE_ENDS:
        return NONE
    if tail[-1] == "at" and tail[-2:-1] and tail[-2] in words("cues", "at"):
        return GOOD  # "four farmers at Fambita", but not "an analyst at Chatham"
    return max(_CUE_LEVELS.get(" ".join(tail[at:]), NONE) for at in range(len(tail)))


def _cue_ends() -> frozenset[str]:
    """The last words of all cues."""
    return frozenset(phrase.split()[-1] for phrase in _cue_levels())


@cache
def _cue_levels() -> dict[str, int]:
    levels = ((WEAK, "weak"), (GOOD, "good"), (STRONG, "strong"))
    return {phrase: level for level, name in levels for phrase in words("cues", name)}


_CUE_ENDS: Final = _cue_ends()


_CUE_LEVELS: Final = _cue_levels()


@cache
def _after_pattern() -> re.Pattern[str]:
    nouns = any_of("cues", "after")
    return re.compile(rf"(?:(?:,|,? and|,? or) [^\W\d_a-z][\w’'-]*){{0,8}} (?:{nouns})\b")


@cache
def _lies_pattern() -> re.Pattern[str]:
    """What says where a place lies: "Bilgo, 25 km north of Fada", "Sare, a village near Mopti"."""
    directions, nouns = any_of("directions"), any_of("cues", "apposed")
    goes_on = "in|near|of|on|at|about|where|that|which|some|outside|with"
    return re.compile(
        rf", (?:(?:{any_of('about')}) )?(?:"
        rf"\d[\d.,]* ?(?:km|kilomet|mile|mi\b)|(?:just )?(?:{directions}) of\b"
        rf"|an? (?:[\w-]+ ){{0,3}}(?:{nouns})(?=[,.] | (?:{goes_on})\b))"
    )


@cache
def _event_pattern() -> re.Pattern[str]:
    """What befell a place or was counted there: "Yala recorded four dead", "Morek has fallen."."""
    verbs, fates = any_of("cues", "recording"), any_of("cues", "recorded")
    falling, fallen = any_of("cues", "falling"), "|".join(words("cues", "fallen"))
    return re.compile(
        rf" (?:(?:{verbs}) (?:[\w,.]+ ){{1,3}}(?:{fates})\b|(?:{falling})(?:{fallen})(?!.*%))"
    )


def _cue_after(text: str, end: int, *, begins: bool) -> int:
    """Whether what follows a name says that it is a place's.

    Of a name that begins a sentence only its whereabouts say so: "Sare, 12 km from Mopti".
    """
    if not begins and _after_pattern().match(text, end):
        return STRONG
    return GOOD if text.startswith(",", end) and _lies_pattern().match(text, end) else NONE


def is_place_after(text: str, end: int) -> bool:
    """Whether the word behind a name says that it is a place's: "district", "village"."""
    return bool(_SMALLER_PATTERN.match(text, end) or _after_pattern().match(text, end))


def is_quarter(text: str, end: int) -> bool:
    """Whether the word behind a name says that it is a part of a town: "neighborhood"."""
    return text[end : end + 1] == " " and _next_word(text, end) in words("cues", "quarters")


def _next_word(text: str, end: int) -> str:
    word = _NEXT_WORD.match(text, end + 1)
    return word[0] if word else ""


def is_place_of(text: str, start: int) -> bool:
    """Whether the words before a name say so: "the village of", "the outskirts of"."""
    if not text.startswith("of ", start - 3):
        return False
    return _plain_cue(_clause_before(text, start).split()[-_LONGEST_CUE:]) == STRONG


@cache
def _organisation_of() -> re.Pattern[str]:
    nouns = "|".join(words("organisations", "of"))
    return re.compile(rf"\b(?:{nouns}) (?:of|for) (?:the )?(?:[\w’'-]+ )?$")


def names_organisation(text: str, start: int) -> bool:
    """Whether the name at ``start`` ends an organisation’s: "Bank of England"."""
    first = max(0, start - REACH)
    of = max(text.rfind(" of ", first, start), text.rfind(" for ", first, start))
    if of < 0 or text.count(" ", of + 1, start) > _WORDS_BETWEEN:
        return False
    return bool(_organisation_of().search(text, first, start))


_WORDS_BETWEEN: Final = 3  # "of the Upper": as far as an organisation's noun reaches


def _feature_pattern() -> re.Pattern[str]:
    nouns = alternatives(features())
    return re.compile(
        rf"(?:['’]s)? (?:(?:{'|'.join(_ATTRIBUTES)}) ){{0,3}}"
        rf"(?P<noun>{nouns})\b",
        re.IGNORECASE,
    )


_FEATURE_PATTERN: Final = _feature_pattern()


def is_feature(words_alone: str) -> bool:
    """Whether words are a feature's noun with its attributes: "International Airport"."""
    if words_alone.rpartition(" ")[2].lower() not in _FEATURE_ENDS:
        return False
    return bool(_FEATURE_PATTERN.fullmatch(f" {words_alone}"))


@cache
def feature_openings() -> frozenset[str]:
    """The first words of features' nouns that have several."""
    return frozenset(noun.partition(" ")[0].lower() for noun in features() if " " in noun)


def _feature_ends() -> frozenset[str]:
    """The last words of features' nouns."""
    return frozenset(noun.rpartition(" ")[2].lower() for noun in features())


_FEATURE_ENDS: Final = _feature_ends()


def _feature_after(text: str, end: int) -> tuple[Feature | None, int]:
    match = _FEATURE_PATTERN.match(text, end)
    return (features()[match["noun"].lower()], match.end()) if match else (None, end)


def _division_pattern() -> re.Pattern[str]:
    one, many = "|".join(_capitals("singular")), "|".join(_capitals("plural"))
    name = r"(?:the )?[^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*)?"
    return re.compile(
        rf"(?:['’]s)?(?: (?:{one})\b(?! (?:media|tv|television|news|radio|department|run))"
        rf"|(?:(?:,|,? and|,? or) {name}){{0,8}} (?:{many})\b)"
    )


def _capitals(key: str) -> list[str]:
    """Division words in small letters and capitals; a capital Department is an office."""
    known = sorted(words("division", key))
    return known + [word.capitalize() for word in known if not word.startswith("department")]


_DIVISION_PATTERN: Final = _division_pattern()


def _smaller_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)? (?:{'|'.join(words('division', 'below'))})\b(?! of )")


_SMALLER_PATTERN: Final = _smaller_pattern()


def _is_division_of(before: str, last: str) -> bool:
    """ "In the province of [Idlib]"."""
    return last in ("of", "the") and bool(_division_of().search(before))


@cache
def _division_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('division', 'singular'))}) of (?:the )?$")


def _division_after(text: str, end: int) -> bool:
    return bool(_DIVISION_PATTERN.match(text, end))
