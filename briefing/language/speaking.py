"""Whether a verb with its subject tells what somebody says, and not what somebody does."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from briefing.language.groups import Group, Parsed
from briefing.language.sourcekinds import is_state
from briefing.lexicon import entries, word_set
from briefing.models import Attribution

_UNSPOKEN: Final = word_set("attribution", "not_said", "verbs")
_NOT_SAID: Final = word_set("attribution", "not_said", "nouns") | word_set(
    "grammar", "lives", "words"
)

_FIGURE: Final = 8  # groups behind "of" in which the dead or wounded stand
STRONG: Final = word_set("attribution", "verbs", "strong")
_ACTING: Final = word_set("attribution", "acting", "verbs")
_ACCUSING: Final = word_set("attribution", "acting", "accusing")
_CHARGES: Final = word_set("attribution", "acting", "charges")
_DECREES: Final = word_set("attribution", "acting", "decrees")
_OPENERS: Final = word_set("attribution", "acting", "openers")


def may_speak(
    parse: Parsed, index: int, subject: tuple[int, int] | None, attribution: Attribution
) -> bool:
    """Verbs such as "show" or "continue" attribute only where a clause or a known source does."""
    group = parse.groups[index]
    if group.verb in STRONG:
        return not _takes_lives(parse, index)
    following = parse.groups[index + 1] if index + 1 < len(parse.groups) else None
    if following is None or _is_deed(parse, index):
        return False
    charges = _is_charge(parse, index)
    if charges is not None:
        return charges
    if group.verb in counting():
        figure = _gives_figure(parse, index, attribution, subject)
        if figure or group.verb not in word_set("attribution", "verbs", "say"):
            return figure
    if group.verb in fears() and not _is_of_persons(parse, subject):
        return False
    state = is_state(attribution.source_original or "") and group.verb not in _denials()
    known = attribution.kind is not None and not state and group.verb not in clause_only()
    told = following.word == "that" or known or _denies_report(parse, index)
    return told or _takes_clause(parse, index) or (subject is not None and _trails(parse, subject))


def _is_charge(parse: Parsed, index: int) -> bool | None:
    """ "Held the army responsible", unlike "held the town"; whoever "blamed Y for a raid" said so,
    and whoever "declared" behind a quotation. None where the words alone do not tell."""
    groups = parse.groups
    verb, words = groups[index].verb, charging().get(groups[index].verb)
    if words is not None:
        return any(group.word in words for group in groups[index + 1 : index + _CHARGE_REACH])
    accused = groups[index + 1 : index + 3]
    of = verb in _ACCUSING and len(accused) > 1 and accused[1].word in _CHARGES
    quoted = index > 0 and groups[index - 1].word == '"'
    return True if quoted or (of and accused[0].kind == "noun") else None


_CHARGE_REACH: Final = 8  # groups from "held" to "responsible"


@cache
def charging() -> dict[str, frozenset[str]]:
    """By verbs that hold somebody responsible only with certain words, these words."""
    lists = entries("attribution", "charging").items()
    return {verb: frozenset(words.split()) for verb, words in lists}


def _is_deed(parse: Parsed, index: int) -> bool:
    """ "Rebels continued their attacks", "soldiers accused of murder": nobody says anything."""
    verb, following = parse.groups[index].verb, parse.groups[index + 1]
    if following.word in _CHARGES:
        return verb in _ACCUSING
    return verb in _ACTING and following.kind == "noun" and not _takes_clause(parse, index)


def end_of_decree(parse: Parsed, index: int) -> int | None:
    """The group that ends what somebody announced: "declared a curfew after five people died"."""
    groups = parse.groups
    behind = groups[index + 1 : index + 2]
    if groups[index].verb not in _DECREES or [g.kind for g in behind] != ["noun"]:
        return None
    for at in range(index + 2, len(groups)):
        if groups[at].word in _OPENERS:
            return at
        if groups[at].kind in ("verb", "relative") or groups[at].word == ";":
            return None
    return None


def end_of_report(parse: Parsed, index: int) -> int | None:
    """The "as" behind which the narrator goes on: "said the town had fallen, as shells killed two".

    What is reported goes back one tense further than what is told, "says it stalled, as shells
    kill two"; where it does not, all of it may be reported.
    """
    groups = parse.groups
    told = next((g for g in groups[index + 1 :] if g.finite and g.kind == "verb"), None)
    if told is None or "as" not in parse.held:
        return None
    for at in range(index + 1, len(groups) - 2):
        if groups[at].word == "as" and groups[at - 1].word == ",":
            verb = next((g for g in groups[at + 1 :] if g.finite), None)
            return at if verb and groups[at + 1].kind == "noun" and _is_later(told, verb) else None
    return None


def _is_later(told: Group, verb: Group) -> bool:
    """Whether a verb's tense is one nearer to now than that of what is reported."""
    if verb.modal or verb.perfect or verb.passive:
        return False
    if told.perfect:
        return verb.form == "ed"
    return told.form == "ed" and verb.form in ("base", "s")


def _is_of_persons(parse: Parsed, subject: tuple[int, int] | None) -> bool:
    persons = word_set("attribution", "fearing", "persons")
    return subject is not None and any(
        parse.groups[at].word in persons for at in range(subject[0], subject[1] + 1)
    )


def _takes_lives(parse: Parsed, index: int) -> bool:
    """ "The flood claimed six lives", "the raid adds to fears": nobody says anything."""
    if parse.groups[index].verb == "add" and parse.lower[parse.groups[index].last :][:1] == ["to"]:
        return True
    follows = index + 1 < len(parse.groups) and parse.groups[index + 1].word in _NOT_SAID
    return follows and parse.groups[index].verb in _UNSPOKEN


def _takes_clause(parse: Parsed, index: int) -> bool:
    """ "Ali warns a siege would follow", "expects it to follow": a noun and its verb, no "that"."""
    groups, at = parse.groups, index + 2
    while [g.kind for g in groups[at : at + 2]] == ["preposition", "noun"]:
        at += 2  # "Ali warns a siege of the town would follow"
    known = groups[index].verb in _clausal()
    if not known or at >= len(groups) or groups[index + 1].kind != "noun":
        return False
    if groups[index].verb in word_set("attribution", "fearing", "expecting"):
        return "to" in parse.words(groups[at]) or groups[at].modal == "to"
    return groups[at].kind == "verb" and groups[at].finite and groups[at].modal != "to"


def _denies_report(parse: Parsed, index: int) -> bool:
    """ "Denied claims that the town had fallen", "dismissed reports of losses"."""
    words = [group.word for group in parse.groups[index + 1 : index + 3]]
    reports = words[:1] and words[0] in _REPORTS and words[-1] in _OF_REPORTS
    return bool(reports) and parse.groups[index].verb in _denials()


_REPORTS: Final = word_set("attribution", "denied", "nouns")
_OF_REPORTS: Final = frozenset(("that", "of"))


def _trails(parse: Parsed, subject: tuple[int, int]) -> bool:
    """ "The town would fall, the elders warned.": nothing but a mark stands behind the verb."""
    groups = parse.groups
    apart = subject[0] > 0 and groups[subject[0] - 1].word == ","
    behind = groups[subject[1] + 2 :]
    return apart and bool(behind) and all(group.kind == "mark" for group in behind)


def _gives_figure(
    parse: Parsed, index: int, attribution: Attribution, subject: tuple[int, int] | None
) -> bool:
    """ "The hospital counted nine dead", "X put the toll at 12"."""
    of = parse.groups[index].verb in word_set("attribution", "counting", "of")
    if of and parse.groups[index + 1].word != "of":
        return False
    index += of
    following = parse.groups[index + 1 : index + 3]
    objects = [g for g in following if g.kind == "noun"]
    if not objects or not {g.kind for g in following[: following.index(objects[0])]} <= {"mark"}:
        return False
    figures = word_set("attribution", "counting", "figures")
    if of and any(group.word in figures for group in parse.groups[index + 1 : index + _FIGURE]):
        return True  # "speaks of 12 villages attacked and 20 dead"
    words = [group.word for group in parse.groups[index + 1 : index + 3]]
    told = words == ["it", "at"] or any(word in figures for word in parse.words(objects[0]))
    told = told or _changes_figure(parse, index + 1)
    if told or objects[0].quantity is None:
        return told
    return attribution.kind is not None or _is_named_teller(parse, index, subject)


def _changes_figure(parse: Parsed, first: int) -> bool:
    """ "Recorded a sharp rise in civilian casualties", "a 50 per cent increase in"."""
    words, groups = partial(word_set, "attribution", "counting"), parse.groups[first:]
    if words("changes").isdisjoint(parse.held):
        return False
    of_figure = words("figures")
    for change, joint, figure in zip(groups[:_FIGURE], groups[1:], groups[2:], strict=False):
        if change.word in words("changes") and joint.word == "in":
            return figure.word in of_figure
    return False


def _is_named_teller(parse: Parsed, index: int, subject: tuple[int, int] | None) -> bool:
    """ "The Emergency Room counted eight dead": a body with a name, of whatever kind."""
    if subject is None or parse.groups[index].verb not in _tallies():
        return False
    names = (parse.groups[at] for at in subject)  # "the Commission, a church body,"
    insides = ([t.capitalised for t in parse.tokens[max(1, n.first) : n.last]] for n in names)
    return any(any(inside) and inside[-1] for inside in insides)


@cache
def _denials() -> frozenset[str]:
    return word_set("attribution", "verbs", "deny")


@cache
def _clausal() -> frozenset[str]:
    return word_set("attribution", "verbs", "clause") | clause_only()


@cache
def clause_only() -> frozenset[str]:
    """Verbs that tell what somebody says only with a clause: "assessed that"."""
    return word_set("attribution", "weighing", "verbs") | fears()


@cache
def fears() -> frozenset[str]:
    """Verbs for what persons fear or expect."""
    known = word_set("attribution", "fearing", "verbs")
    return known | word_set("attribution", "fearing", "expecting")


@cache
def _tallies() -> frozenset[str]:
    return word_set("attribution", "counting", "tallies")


@cache
def counting() -> frozenset[str]:
    """Verbs that attribute a figure: "documented 12 deaths"."""
    return word_set("attribution", "counting", "verbs")


def is_many(last: Attribution) -> bool:
    """Whether the source is of several, of whom one may say something further."""
    first = (last.source_original or "").split(" of ")[0].split(" in ")[0].split(" on ")[0]
    return first[1:].islower() and first.endswith("s")
