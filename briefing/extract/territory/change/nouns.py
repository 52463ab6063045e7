"""Nouns that say that something changed hands: "the capture of X", "X is in rebel hands"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import Any, Final

from briefing.extract.territory.change.seizures import (
    Seizure,
    behind_direction,
    names_before,
    noun_after,
    taken_subject,
)
from briefing.extract.territory.change.unreal import unreal_noun
from briefing.extract.territory.ground.turned import is_counted
from briefing.language.dateparts import is_weekday
from briefing.language.daygroups import names_month
from briefing.language.groups import Group, Parsed, owner_group
from briefing.language.lists import complement
from briefing.language.subjects import subject
from briefing.lexicon import load, word_set
from briefing.models import Action

held_words = partial(word_set, "territory", "held")
_SINCE: Final = 6  # groups behind "in the hands" up to "since": "of the M23 since yesterday"
_THEIR: Final = frozenset(("its", "their"))
_BEHIND_DAY: Final = (":", "–", "—", "-", "--")
_FILLS: Final = ("mark", "preposition")  # "back", "not only" between a place and the hands it is in


def by_noun(parse: Parsed, at: int, group: Group) -> Iterator[Seizure]:
    """ "The capture of A by B": what a noun says changed hands."""
    entry = noun_rules()[group.word]
    prepositions = tuple(entry.get("after", "of").split())
    taken = _with_last(parse, at, noun_after(parse, at, prepositions))
    agents = noun_after(parse, taken[-1] if taken else at, ("by",))
    agents = agents or noun_after(parse, at, ("by",), len(("by",)))  # "the seizure by B of A"
    if entry.get("agent") and not agents:
        return
    if entry.get("led"):
        agents = agents or (at,)  # "rebel gains near A"
        taken = taken or behind_direction(parse, max(at, *agents))
    whose = tuple(complement(parse, at).wholes) if prepositions == ("from",) else ()
    whose = whose or _owner(parse, at, group)
    if not taken and entry.get("possessed") and _names_owner(parse, group):
        agents = noun_after(parse, at, ("by",))
        yield Seizure(entry["action"], entry["rule"], at, (at,), agents, known=True, owned=True)
    got = _receiver(parse, taken, entry)
    if taken:
        agents = agents or whose or (() if entry.get("yields") else got)
        yield Seizure(
            entry["action"], entry["rule"], at, taken, agents, got if entry.get("yields") else (),
            yields=entry.get("yields", False), known=entry.get("known", False),
            armed=entry.get("armed", False), own=entry.get("own", False),
        )  # fmt: skip


def _names_owner(parse: Parsed, group: Group) -> bool:
    """ "Malakal's recapture": a name whose it was."""
    own = parse.letters[group.first : group.last].count("'") == 1
    return own and parse.tokens[group.first].capitalised


def _receiver(parse: Parsed, taken: tuple[int, ...], entry: dict[str, Any]) -> tuple[int, ...]:
    """ "The fall of A to B", "the loss of A and C to B": who got it."""
    found = (
        noun_after(parse, taken[-1], (entry["receiver"],)) if taken and "receiver" in entry else ()
    )
    return found[:1]


def _owner(parse: Parsed, at: int, group: Group) -> tuple[int, ...]:
    """ "The army's seizure of A", "the army's 11 May seizure of A"."""
    verb = parse.groups[at - 1] if at else group
    claimed = word_set("territory", "claimed", "verbs") | word_set("attribution", "verbs", "say")
    if verb.verb in claimed and parse.lower[group.first] in _THEIR:
        return tuple(subject(parse, at - 1).wholes)  # "announced its withdrawal from A"
    if owner_group(parse, group):
        return (at,)
    dated = at > 1 and names_month(parse.words(parse.groups[at - 1]))
    owns = dated and parse.letters[parse.groups[at - 2].last - 1] == "'"
    return (at - 2,) if owns else ()


def _with_last(parse: Parsed, at: int, taken: tuple[int, ...]) -> tuple[int, ...]:
    """ "The capture of A and B puts …", "… of A and B by rebels was": B is no subject where the
    noun itself lacks a verb."""
    groups = parse.groups
    last = _phrase_end(parse, taken[-1]) if taken else len(groups)
    if last + 3 >= len(groups) or groups[last + 1].kind != "coordinator":
        return taken
    opens = not any(g.kind == "verb" and g.finite for g in groups[:at])
    following = groups[last + 3]
    verb = following.word in ("by", "to") or (opens and following.kind == "verb")
    named = groups[last + 2].kind == "noun" and last + 2 not in taken
    return (*taken, last + 2) if verb and named else taken


def _phrase_end(parse: Parsed, at: int) -> int:
    """The last group of the noun at ``at`` with its "of" phrases."""
    while at + 2 < len(parse.groups) and parse.groups[at + 1].word == "of":
        at += 2
    return at


def by_state(parse: Parsed, at: int) -> Iterator[Seizure]:
    """ "50 towns under the control of X", "Sake is now in rebel hands": new, or with a count."""
    groups = parse.groups
    if at <= 1 or groups[at - 1].word not in held_words("after"):
        return
    if _heads(parse, at):
        taken = noun_after(parse, at, ("of",))
        yield Seizure("captured", "held", at, taken, (at - 2,), known=True, armed=True)
        return
    before = at - 2
    while before > 0 and _says_since_when(parse, before):
        before -= 1
    if groups[before].kind != "noun":
        return
    counted = is_counted(parse, before)
    again, new = _is_again(parse, before, at), _is_new(parse, before, at)
    if counted or again or new:
        holder = noun_after(parse, at, ("of",)) or (at,)
        taken = _counted(parse, before) if counted else _held(parse, before, at)
        action: Action = "recaptured" if again else "captured"
        yield Seizure(action, "held", at, taken, holder, known=True)


def by_siege(parse: Parsed, at: int) -> Iterator[Seizure]:
    """ "A has been under siege by M23": where it says by whom."""
    groups = parse.groups
    agents = noun_after(parse, at, ("by",), len(("by",)))
    if at <= 1 or groups[at - 1].word != "under" or not agents:
        return
    be = groups[at - 2].verb == "be" and not groups[at - 2].negated
    taken = taken_subject(parse, at - 2) if be else ()
    if taken:
        yield Seizure("besieged", "under_siege", at, taken, agents, armed=True)


def _heads(parse: Parsed, at: int) -> bool:
    """ "Rebels in control of Goma": a heading without a verb."""
    shape = [group.word for group in parse.groups[at - 1 : at + 2]]
    plain = parse.groups[at - 2].kind == "noun" and all(g.kind != "verb" for g in parse.groups)
    return plain and shape == ["in", "control", "of"] and bool(noun_after(parse, at, ("of",)))


def _says_since_when(parse: Parsed, at: int) -> bool:
    """What stands between a place and the hands it is in: "was back", "woke on 14 October"."""
    group = parse.groups[at]
    dated = group.kind == "noun" and names_month(parse.words(group))
    return group.kind in _FILLS or group.verb in held_words("verbs") or dated


def _is_again(parse: Parsed, before: int, at: int) -> bool:
    """ "Goma is back in rebel hands"."""
    return bool(_between(parse, before, at) & held_words("back")) and not unreal_noun(parse, at)


def _is_new(parse: Parsed, before: int, at: int) -> bool:
    """ "Is now in rebel hands", "woke under the control of rebels", "under their full control", "in
    rebel hands since Monday", and, of a heading, "Goma in rebel hands"."""
    following = parse.lower[parse.groups[at].last :][:1]
    new = _between(parse, before, at) & (held_words("now") | held_words("woken"))
    new |= held_words("now").intersection(following)  # "in rebel hands now"
    own = held_words("full") | word_set("territory", "our", "words")
    full = own.intersection(parse.words(parse.groups[at]))
    plain = not any(group.kind == "verb" for group in parse.groups)
    if new or full or plain or opens_with_day(parse) or _is_recent(parse, at):
        return True
    if _governor(parse, before).verb in held_words("leaves"):
        return True
    return any(group.verb in held_words("denied") for group in parse.groups[:before])


def _governor(parse: Parsed, last: int) -> Group:
    """What stands before the list that ends at ``last``: "left" of "left A and B in the hands"."""
    groups = parse.groups
    while last > 1 and (
        groups[last - 1].word in (",", "of") or groups[last - 1].kind == "coordinator"
    ):
        last -= 2
    return groups[max(0, last - 1)]


def opens_with_day(parse: Parsed) -> bool:
    """ "12 May: Goma is in rebel hands": an entry of a chronicle, where all is new."""
    first, mark = parse.groups[0], parse.groups[min(1, len(parse.groups) - 1)]
    closed = first.kind == "mark" or mark.word in _BEHIND_DAY
    return closed and names_month(parse.words(first))


def _between(parse: Parsed, before: int, at: int) -> set[str]:
    groups = parse.groups
    return set(parse.lower[groups[before].last : groups[at].first])


def _counted(parse: Parsed, last: int) -> tuple[int, ...]:
    """The groups of the list with a count that ends at ``last``: "50 towns and villages"."""
    first = last
    while not parse.groups[first].quantity:
        first -= 2
    return tuple(range(first, last + 1, 2))


def _held(parse: Parsed, last: int, at: int) -> tuple[int, ...]:
    """The subject of the verb behind ``last``: both of "the towns of A and B are now in …", and not
    what is said of it: "A, on the border with B, is in …"."""
    behind = range(last + 1, at)
    verb = next((i for i in behind if parse.groups[i].kind == "verb"), None)
    return (taken_subject(parse, verb) if verb else _listed(parse, last + 1)) or (last,)


def _listed(parse: Parsed, end: int) -> tuple[int, ...]:
    """ "Goma and Bukavu" of the heading "Goma and Bukavu in rebel hands"."""
    return tuple(sorted(names_before(parse, end)))


def _is_recent(parse: Parsed, at: int) -> bool:
    """ "In the hands of M23 since Monday": the text says when it came about."""
    for since in range(at + 1, min(at + _SINCE, len(parse.groups) - 1)):
        if parse.groups[since].word == "since":
            first = parse.groups[since + 1].first
            word, *then = parse.lower[first : first + 2]
            last = word == "last" and not held_words("recent_last").isdisjoint(then)
            return last or word in held_words("recent") or is_weekday(word)
    return False


@cache
def noun_rules() -> dict[str, dict[str, Any]]:
    """The rules of the lexicon by their nouns."""
    return {word: entry for entry in load("territory")["nouns"] for word in entry["words"].split()}
