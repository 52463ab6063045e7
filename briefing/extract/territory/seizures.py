"""Rules over word groups that connect actors with what they took, left or surrounded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any

from briefing.extract.territory.clauses import carries_on, fronted
from briefing.extract.territory.taken import units
from briefing.extract.territory.turned import described, is_counted, is_reduced, is_turned
from briefing.extract.territory.unreal import happened, unreal_noun
from briefing.language.groups import Group, Parsed
from briefing.language.linking import object_, subject
from briefing.language.lists import complement, list_from, named_by, parallels
from briefing.lexicon import load, word_set
from briefing.models import Action
from briefing.records import record

_held = partial(word_set, "territory", "held")

_WINDOW = 6  # groups after the verb in which its preposition is sought
_FARTHEST_AGENT = 20  # groups after the verb in which "by" is sought
_FILLS = ("mark", "preposition")  # "back", "not only" between a place and the hands it is in
_GERUNDS = frozenset("by after before since in while when".split())
_ALLOWS = frozenset("allow enable let help permit".split())


@record(frozen=True, slots=True)
class Seizure:
    """Positions of the groups in a change: what was taken, by whom, from or to whom."""

    action: Action
    rule: str
    trigger: int
    taken: tuple[int, ...]
    subject: tuple[int, ...] = ()
    other: tuple[int, ...] = ()
    yields: bool = False  # the subject is the loser
    known: bool = False  # only with a place or a noun for one that is known
    armed: bool = False  # only where an actor does it: "advanced" is also said of marchers
    own: bool = False  # made by who claims it, where nobody else is named


def find_seizures(parse: Parsed) -> Iterator[Seizure]:
    """What the sentence says changed hands, in the order of the triggers."""
    if _telling().isdisjoint(parse.held):
        return
    verbs, phrases, nouns, states = _verbs(), _phrases(), _nouns(), _held("nouns")
    for at, group in enumerate(parse.groups):
        if group.kind == "verb":
            told = not group.negated and (group.verb in verbs or group.verb in phrases)
            if told and happened(parse, at, group):
                yield from _by_phrase(parse, at, group) or _by_verb(parse, at, group)
        elif group.kind == "noun" and group.word in nouns and not unreal_noun(parse, at):
            yield from _by_noun(parse, at, group)
        elif group.kind == "noun" and group.word in states:
            yield from _by_state(parse, at)


@cache
def _telling() -> frozenset[str]:
    """All words of which a sentence has one that says what changed hands."""
    return _held("nouns").union(_verbs(), _phrases(), _nouns())


# --- verbs --------------------------------------------------------------------------------------


def _by_verb(parse: Parsed, at: int, group: Group) -> list[Seizure]:
    entry = _verbs().get(group.verb)
    if entry is None or _standing(parse, at, group):
        return []
    taken, gainer = _direct(parse, at, group), _doers(parse, at, group)
    if not _of_kind(parse, entry, taken):
        taken = tuple(i for i in taken if _is_road(parse, i))
    found = _seizure(entry, at, taken, gainer)
    return [found] if found else []


def _of_kind(parse: Parsed, entry: dict[str, Any], taken: tuple[int, ...]) -> bool:
    """Whether the verb can be said of what was taken: a road is cut, a house is cleared but not
    taken."""
    kinds, spared = (set(entry.get(key, "").split()) for key in ("kinds", "spares"))
    named = [set(parse.words(parse.groups[i])) for i in taken]
    return not any(spared & words for words in named) and (
        not kinds or any(kinds & words for words in named)
    )


def _standing(parse: Parsed, at: int, group: Group) -> bool:
    """ "controls", "fighters occupying": a state of long standing, unless it was just seen.

    "Now held 50 towns" tells how far an advance has come: with a count and such a word it counts.
    """
    seen = load("territory")["seen"]
    if group.verb not in seen["states"].split():
        return False
    if _reached(parse, at, group):
        return False
    if group.form == "ed" and not group.passive:
        return group.verb in seen["always"].split()
    if group.form == "ed":
        return False
    before = [g for g in parse.groups[:at] if g.kind == "verb"]
    return group.form != "ing" or not before or before[-1].verb not in seen["verbs"].split()


def _reached(parse: Parsed, at: int, group: Group) -> bool:
    """ "now hold 50 towns", "have come to control 12 villages"."""
    words = [t.lower for t in parse.tokens[max(0, group.first - 2) : group.last]]
    now = not word_set("territory", "seen", "now").isdisjoint(words)
    come = group.modal == "to" and any(g.verb == "come" for g in parse.groups[max(0, at - 2) : at])
    counted = any(parse.groups[i].quantity for i in _direct(parse, at, group))
    return counted and (come or now)


def _doers(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    """Who did it: the subject, in the passive the group after "by"."""
    if is_turned(parse, at, group):
        return _after(parse, at, ("by",), _FARTHEST_AGENT)
    return _agents(parse, at)


def _is_road(parse: Parsed, at: int) -> bool:
    word = parse.groups[at].word
    return len(word) > 1 and word[0] in "mn" and word[1:].lstrip("-").isdigit()


def _by_phrase(parse: Parsed, at: int, group: Group) -> list[Seizure]:
    for entry in _phrases().get(group.verb, ()):
        found = _phrase(parse, at, group, entry)
        if found:
            return [found]
    return []


def _phrase(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    read = next((reader for key, reader in _READERS.items() if key in entry), _plain)
    return read(parse, at, group, entry)


def _plain(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "withdrew from X", "handed X over to Y", "took X back"."""
    particle = "particles" not in entry or _particle(parse, at, entry)
    if not particle or (entry.get("intransitive") and object_(parse, at).wholes):
        return None
    prepositions = _prepositions(entry)
    taken = _after(parse, at, prepositions) if prepositions else _direct(parse, at, group)
    taken = tuple(i for i in taken if not _is_stance(parse, group, i))
    other = _receiver(parse, at, taken, entry)
    if not _of_kind(parse, entry, (*taken, *other)):
        return None
    complete = other or "receiver" not in entry or "receiver_may_lack" in entry
    return _seizure(entry, at, taken, _doers(parse, at, group), other) if complete else None


def _is_stance(parse: Parsed, group: Group, at: int) -> bool:
    """ "Took a softer line": what somebody says, unless it lies somewhere."""
    taken, words = parse.groups[at], partial(word_set, "territory", "stance")
    if group.verb not in words("verbs") or taken.word not in words("words"):
        return False
    following = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    return parse.lower[taken.first] in ("a", "an") and following not in words("places")


def _receiver(
    parse: Parsed, at: int, taken: tuple[int, ...], entry: dict[str, Any]
) -> tuple[int, ...]:
    return _after(parse, max((at, *taken)), (entry["receiver"],)) if "receiver" in entry else ()


def _alone(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "Goma fell": nothing behind the verb says how deep or into what."""
    taken = tuple(subject(parse, at).wholes)
    return _seizure(entry, at, taken, ()) if _stands_alone(parse, at) else None


def _to_whom(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "fell to M23", "fell into the hands of M23", "came under rebel control"."""
    gainer = _after(parse, at, _prepositions(entry))
    if not _of_kind(parse, entry, gainer):
        return None  # "fell into darkness"
    held = bool(gainer) and parse.groups[gainer[0]].word in _held("nouns")
    if not gainer or (entry.get("held") and not held):
        return None
    whose = tuple(complement(parse, gainer[0]).wholes) if held else ()
    return _seizure(entry, at, tuple(subject(parse, at).wholes), whose or gainer)


def _stands_alone(parse: Parsed, at: int) -> bool:
    """ "fell on Friday", "had fallen": no object, no direction, no height after the verb."""
    following = parse.groups[at + 1 : at + 3]
    known = word_set("territory", "alone", "before")
    return not following or (
        following[0].kind in ("mark", "coordinator", "subordinator") or following[0].word in known
    )


def _direct(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    head = described(parse, at) if is_reduced(parse, at, group) else None
    if head is not None:
        return (head,)
    if is_turned(parse, at, group):
        linked = subject(parse, at)
        return (*linked.wholes, *linked.parts)
    linked = object_(parse, at)
    if not linked.wholes or _is_time(parse, linked.wholes[0]):
        return fronted(parse, at)
    if parse.groups[linked.wholes[0]].word == "place":
        return ()  # "clashes took place in Goma"
    return (*_with_parallels(parse, tuple(linked.wholes)), *linked.parts)


def _is_time(parse: Parsed, at: int) -> bool:
    """ "Took last October": the object only says when."""
    return parse.lower[parse.groups[at].first] in word_set("grammar", "times", "before_day")


def _with_parallels(parse: Parsed, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The village of A in P and the town of B in Q": what goes on behind a whereabouts."""
    further = parallels(parse, named_by(parse, taken[-1])) if taken else []
    return (*taken, *(i for i in further if i not in taken))


def _seizure(
    entry: dict[str, Any],
    at: int,
    taken: tuple[int, ...],
    agents: tuple[int, ...],
    other: tuple[int, ...] = (),
) -> Seizure | None:
    if not taken:
        return None
    flags = (entry.get(key, False) for key in ("yields", "known", "armed"))
    return Seizure(entry["action"], entry["rule"], at, taken, agents, other, *flags)


def _with_noun(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "took full control of X", "control of X was regained"."""
    known = entry["nouns"].split()
    follows = _direct(parse, at, group)
    noun = next((i for i in follows if parse.groups[i].word in known), None)
    if noun is None:
        return None
    taken = _after(parse, noun, _prepositions(entry))
    if not taken and noun + 1 < len(parse.groups) and parse.groups[noun + 1].quantity:
        taken = (noun + 1,)  # "control over five positions": "over five" is read as a count
    other = _receiver(parse, at, taken, entry)
    complete = other or "receiver" not in entry
    return _seizure(entry, at, taken, _doers(parse, at, group), other) if complete else None


def _eviction(parse: Parsed, at: int, group: Group, entry: dict[str, Any]) -> Seizure | None:
    """ "pushed al-Shabaab out of Adale": the object lost it."""
    driven = _direct(parse, at, group)
    if not driven or any(_is_thing(parse, i) for i in driven):
        return None
    taken = _after(parse, at, _prepositions(entry))
    return _seizure(entry, at, taken, _doers(parse, at, group), driven)


def _is_thing(parse: Parsed, at: int) -> bool:
    """ "cleared four villages of": not those who were driven out, but "Islamic State" may be."""
    group = parse.groups[at]
    return group.word in units() and not parse.tokens[group.head].capitalised


def _prepositions(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(entry.get("after", "").split())


def _particle(parse: Parsed, at: int, entry: dict[str, Any]) -> bool:
    following = parse.groups[at + 1 : at + (5 if entry.get("parted") else 3)]
    return any(g.word in entry["particles"].split() for g in following)


def _after(
    parse: Parsed, at: int, prepositions: tuple[str, ...], window: int = _WINDOW
) -> tuple[int, ...]:
    """The noun group behind one of ``prepositions`` after the group at ``at``."""
    groups = parse.groups
    for index in range(at + 1, min(len(groups) - 1, at + 1 + window)):
        group = groups[index]
        if (group.kind == "verb" and group.finite) or group.word in (";",):
            return ()
        found = group.kind == "preposition" and group.word in prepositions
        if found and groups[index + 1].kind == "noun" and not _is_date(parse, index + 1):
            listed = list_from(parse, _beyond(parse, index + 1))
            return _with_parallels(parse, tuple(listed))
    return ()


def _is_date(parse: Parsed, at: int) -> bool:
    return not _months().isdisjoint(parse.words(parse.groups[at]))


def _beyond(parse: Parsed, at: int) -> int:
    """ "within six miles of X", "west of X": the place and not the distance."""
    of = at + 2 < len(parse.groups) and parse.groups[at + 1].word == "of"
    measure = word_set("circumstances", "relation", "words")
    return at + 2 if of and parse.groups[at].word in measure else at


def _agents(parse: Parsed, at: int) -> tuple[int, ...]:
    """Who does it: the subject; for "… shows fighters occupying" the noun group before."""
    groups = parse.groups
    before = groups[at - 1] if at else groups[at]
    if groups[at].form == "ing" and before.kind == "noun":
        return (at - 1,)
    verbs = [i for i in range(at) if groups[i].kind == "verb" and groups[i].finite]
    if verbs and groups[at].form == "ing" and before.word in _GERUNDS:
        return tuple(subject(parse, verbs[-1]).wholes)  # "dealt a blow by taking the town"
    carried = carries_on(parse, at)
    if carried is not None:
        return tuple(subject(parse, carried).wholes)
    allowed = [i for i in range(at) if groups[i].kind == "verb"][-1:]
    if groups[at].modal == "to" and allowed and groups[allowed[0]].verb in _ALLOWS:
        return tuple(object_(parse, allowed[0]).wholes)
    return tuple(subject(parse, at).wholes)


# --- nouns --------------------------------------------------------------------------------------


def _by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Seizure]:
    entry = _nouns()[group.word]
    prepositions = tuple(entry.get("after", "of").split())
    taken = _with_last(parse, at, _after(parse, at, prepositions))
    agents = _after(parse, at, ("by",))
    whose = tuple(complement(parse, at).wholes) if prepositions == ("from",) else ()
    if taken:
        yield Seizure(
            entry["action"], entry["rule"], at, taken, whose or agents,
            yields=entry.get("yields", False), known=entry.get("known", False),
            own=entry.get("own", False),
        )  # fmt: skip


def _with_last(parse: Parsed, at: int, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The capture of A and B puts …": B is no subject where the noun itself lacks a verb."""
    groups = parse.groups
    last = _phrase_end(parse, taken[-1]) if taken else len(groups)
    opens = not any(g.kind == "verb" and g.finite for g in groups[:at])
    if not opens or last + 3 >= len(groups) or groups[last + 1].kind != "coordinator":
        return taken
    verb = groups[last + 2].kind == "noun" and groups[last + 3].kind == "verb"
    return (*taken, last + 2) if verb and last + 2 not in taken else taken


def _phrase_end(parse: Parsed, at: int) -> int:
    """The last group of the noun at ``at`` with its "of" phrases."""
    while at + 2 < len(parse.groups) and parse.groups[at + 1].word == "of":
        at += 2
    return at


def _by_state(parse: Parsed, at: int) -> Iterator[Seizure]:
    """ "50 towns under the control of X", "Sake is now in rebel hands": new, or with a count."""
    groups = parse.groups
    if at <= 1 or groups[at - 1].word not in _held("after"):
        return
    before = at - 2
    while before > 0 and (groups[before].kind in _FILLS or groups[before].verb == "be"):
        before -= 1
    counted = groups[before].kind == "noun" and is_counted(parse, before)
    between = {t.lower for t in parse.tokens[groups[before].last : groups[at].first]}
    again = bool(between & _held("back")) and not unreal_noun(parse, at)
    if groups[before].kind == "noun" and (counted or again or between & _held("now")):
        holder = _after(parse, at, ("of",)) or (at,)
        first = before
        while counted and not groups[first].quantity:
            first -= 2
        taken = tuple(range(first, before + 1, 2))
        action: Action = "recaptured" if again else "captured"
        yield Seizure(action, "held", at, taken, holder, known=True)


# --- tables -------------------------------------------------------------------------------------


_READERS = {
    "place_is_subject": _to_whom,
    "alone": _alone,
    "nouns": _with_noun,
    "evicts": _eviction,
}  # by the key that an entry has; without any of them it is plain


@cache
def _verbs() -> dict[str, dict[str, Any]]:
    return {word: entry for entry in load("territory")["verbs"] for word in entry["words"].split()}


@cache
def _phrases() -> dict[str, list[dict[str, Any]]]:
    table: dict[str, list[dict[str, Any]]] = {}
    for entry in load("territory")["phrases"]:
        for verb in entry["verbs"].split():
            table.setdefault(verb, []).append(entry)
    return table


@cache
def _nouns() -> dict[str, dict[str, Any]]:
    return {word: entry for entry in load("territory")["nouns"] for word in entry["words"].split()}


@cache
def _months() -> frozenset[str]:
    return word_set("dates", "months")
