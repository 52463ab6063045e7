"""Which noun groups a verb governs: its subject to the left, its object to the right.

Works on the groups of one sentence; looks no further than the clause. Nothing here knows what the
verb means.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.language.groups import Group, Parsed
from briefing.lexicon import load

_SUBSETS = frozenset(("including", "among"))
_OPENERS = frozenset(("as", "after", "before", "since", "until", "till"))  # open clauses, too
_PARTICLES = frozenset(("back", "down", "over", "up", "off"))  # "gunned down three men"
_OTHERS = frozenset(("more", "other", "others", "another"))  # beside a count, not part of it
_SHORTEST_RELATIVE = 4  # groups before the comma that closes a relative clause
_FARTHEST = 40  # groups looked at from the verb


@dataclass(slots=True)
class Linked:
    """Noun groups in one role. ``parts``: groups named as part of the others ("including …")."""

    wholes: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)


def subject(parse: Parsed, verb: int) -> Linked:
    """The noun groups that are the subject of the verb group at ``verb``."""
    groups = parse.groups
    shared = _shared_verb(parse, verb)
    if shared is not None:
        return subject(parse, shared)
    start = _antecedent_end(parse, verb)
    start = _before_insertion(parse, start)
    linked = Linked()
    if start >= 0 and start == verb - 1 and _modifies(parse, start, verb):
        linked.wholes.append(start)
        start -= 1
    at, bound = start, max(-1, start - _FARTHEST)
    while at > bound:
        group = groups[at]
        if group.word == ")":
            at = _opening(parse, at) - 1
            continue
        aside = _aside(parse, at)
        if aside is not None:
            linked.parts.insert(0, aside[0])
            at = aside[1]
        elif group.kind == "noun":
            role = _role(parse, at)
            if role == "part":
                linked.parts.insert(0, at)
            elif role == "free":
                if linked.wholes and not _joined(parse, at, linked.wholes[0]):
                    return _without_appositions(parse, linked)
                if linked.wholes and _opens_aside(parse, at, linked.wholes[0]):
                    return _without_appositions(parse, linked)
                linked.wholes.insert(0, at)
            opened = at > 0 and groups[at - 1].word in _OPENERS and at in linked.wholes
            at = bound if opened else at - 1
        elif group.kind in ("relative", "subordinator") or _closes(parse, at):
            break
        else:
            at -= 1
    return _without_appositions(parse, linked)


def object_(parse: Parsed, verb: int) -> Linked:
    """The noun groups that are the object of the verb group at ``verb``, lists included."""
    linked = Linked()
    at = _object_start(parse, verb)
    if at is None:
        return linked
    linked.wholes.append(at)
    _continue_list(parse, at, linked)
    return linked


def _shared_verb(parse: Parsed, verb: int) -> int | None:
    """The verb before, whose subject this one shares: "attacked the post and killed"."""
    groups = parse.groups
    before = verb - 1
    while before >= 0 and groups[before].kind == "mark" and groups[before].word not in (",", ")"):
        before -= 1
    if before < 1:
        return None
    participle = groups[before].word == "," and groups[verb].form == "ing"
    if groups[before].kind != "coordinator" and not participle:
        return None
    for at in range(before - 1, max(-1, before - _FARTHEST), -1):
        if groups[at].kind == "verb" and (groups[at].finite or participle):
            return at
        if groups[at].kind in ("relative", "subordinator"):
            return None
    return None


def _modifies(parse: Parsed, noun: int, verb: int) -> bool:
    """ "with 300 people evacuated": a bare participle belongs to the noun group before it."""
    group = parse.groups[verb]
    being = parse.tokens[group.first].lower in ("being", "having")
    plain = group.form == "ed" and not (group.passive or group.perfect or _is_past(group))
    after = parse.groups[verb + 1].kind if verb + 1 < len(parse.groups) else "mark"
    bare = group.kind == "verb" and (plain or being) and after != "noun"
    governed = noun > 0 and parse.groups[noun - 1].kind == "preposition"
    return (
        bare
        and governed
        and parse.groups[noun].kind == "noun"
        and parse.groups[noun - 1].word != "by"
    )


def _is_past(group: Group) -> bool:
    """ "Fell", "took": a past tense that cannot be a participle."""
    past, participle, _ = load("grammar")["irregular"].get(group.verb, "_ _ _").split()
    return bool(past != participle and group.word == past)


def list_from(parse: Parsed, at: int) -> list[int]:
    """The noun group at ``at`` and those a list goes on with after it."""
    linked = Linked([at])
    _continue_list(parse, at, linked)
    return linked.wholes


def complement(parse: Parsed, noun: int) -> Linked:
    """The groups after "of" that belong to the noun group at ``noun``: "the death of two men"."""
    groups = parse.groups
    linked = Linked()
    if noun + 2 < len(groups) and groups[noun + 1].word == "of" and groups[noun + 2].kind == "noun":
        linked.wholes.append(noun + 2)
        _continue_list(parse, noun + 2, linked)
    return linked


def parts_after(parse: Parsed, noun: int) -> list[int]:
    """The groups named as part of the noun group at ``noun``."""
    linked = Linked()
    _continue_list(parse, noun, linked)
    return linked.parts


def _antecedent_end(parse: Parsed, verb: int) -> int:
    """Where to start looking left: before a relative pronoun that the verb belongs to."""
    groups = parse.groups
    at = verb - 1
    while at >= 0 and _is_carried(parse, at, verb):
        at -= 1
    if at >= 0 and groups[at].kind == "relative":
        at -= 1
        while at >= 0 and groups[at].kind == "mark":
            at -= 1
    return at


def _before_insertion(parse: Parsed, start: int) -> int:
    """Where the subject ends before ", which … ," or ", a base near …," that follows it."""
    groups = parse.groups
    if start < _SHORTEST_RELATIVE or groups[start].word != ",":
        return start
    listed = False
    for at in range(start - 1, 0, -1):
        if groups[at].word in (";", "(", ")") or groups[at].kind == "subordinator":
            return start
        listed = listed or groups[at].kind == "coordinator"
        if groups[at].word == "," and not listed and _explains(parse, at):
            return at - 1
        if groups[at].kind == "relative":
            return at - 2 if groups[at - 1].word == "," and at > 1 else start
    return start


def _explains(parse: Parsed, comma: int) -> bool:
    """ "Base 12, a post overlooking the road": a name, then what it is with a participle."""
    name, explained, participle = (parse.groups[i] for i in (comma - 1, comma + 1, comma + 2))
    article = parse.tokens[explained.first].lower in ("a", "an", "the")
    named = name.kind == "noun" and parse.tokens[name.first].capitalised
    return named and article and participle.form == "ing"


def _is_carried(parse: Parsed, at: int, verb: int) -> bool:
    """Marks, and verbs that carry this one: "are known to have died", "confirmed killed"."""
    group = parse.groups[at]
    if group.kind in ("mark", "predicate"):
        return group.word not in (",", ")")
    infinitive = parse.groups[verb].modal == "to"
    if group.word == "to":
        return infinitive
    return (
        group.kind == "verb"
        and all(g.kind != "noun" for g in parse.groups[at + 1 : verb])
        and (infinitive or at == verb - 1)
    )


def _opening(parse: Parsed, at: int) -> int:
    """The bracket that opens what closes at ``at``."""
    return next((i for i in range(at - 1, -1, -1) if parse.groups[i].word == "("), at)


def _closing(parse: Parsed, at: int) -> int:
    """The bracket that closes what opens at ``at``; ``at`` itself where none does."""
    return next((i for i in range(at + 1, len(parse.groups)) if parse.groups[i].word == ")"), at)


def _closes(parse: Parsed, at: int) -> bool:
    """Whether a verb group carries a clause; "led by", "associated with" do not."""
    group = parse.groups[at]
    bare = group.form == "ed" and not (group.passive or group.perfect or group.verb == "be")
    participle = bare and at + 1 < len(parse.groups) and parse.groups[at + 1].kind == "preposition"
    return group.kind == "verb" and group.finite and not participle


def _role(parse: Parsed, at: int) -> str:
    """ "free" (no preposition governs it), "part" ("including …") or "governed"."""
    groups = parse.groups
    before = groups[at - 1] if at else None
    if before is None:
        return "free"
    if before.kind == "preposition":
        if before.word in _OPENERS:
            return "free"
        return "part" if before.word in _SUBSETS else "governed"
    if before.word in ("and", ",", "or") and at > 1 and groups[at - 2].kind == "noun":
        whole = _governor(parse, at - 2)
        if whole in _SUBSETS:
            return "part"
        if whole and before.word != "," and not groups[at].quantity:
            return "governed"
    return "free"


def _governor(parse: Parsed, at: int) -> str:
    """The preposition that governs the noun group at ``at``, through a list; "" if none does."""
    groups = parse.groups
    for _ in range(8):
        before = groups[at - 1] if at else None
        if before is None:
            return ""
        if before.kind == "preposition":
            return before.word
        if before.word in ("and", ",", "or") and at > 1 and groups[at - 2].kind == "noun":
            at -= 2
        else:
            return ""
    return ""


def _joined(parse: Parsed, left: int, right: int) -> bool:
    """Whether "and" or a comma joins two noun groups, prepositional phrases aside."""
    between = parse.groups[left + 1 : right]
    if any(g.kind == "verb" and g.finite for g in between):
        return False
    return any(g.kind == "coordinator" or g.word in (",", "–", "—") for g in between)


def is_of_them(parse: Parsed, at: int) -> bool:
    """ "nine of them", "six of whom": a count of people just spoken of."""
    group = parse.groups[at]
    rest = parse.words(group)[group.counted :] if group.quantity else []
    return rest in (["of", "them"], ["of", "whom"], ["of", "these"])


def _aside(parse: Parsed, at: int) -> tuple[int, int] | None:
    """(part, group before the aside) of "nine of them women", "among them three girls"."""
    groups = parse.groups
    if at <= 1 or groups[at].kind != "noun" or groups[at - 1].kind != "noun":
        return None
    if is_of_them(parse, at - 1):
        return at - 1, at - 2
    among = groups[at - 2].word in _SUBSETS and groups[at - 1].pronoun
    return (at, at - 3) if among and groups[at].quantity else None


def _opens_aside(parse: Parsed, left: int, right: int) -> bool:
    """ "listed as a gang, and the men who fled": behind "as" and before a comma, another clause."""
    opened = left > 0 and parse.groups[left - 1].word in _OPENERS
    return opened and any(g.word == "," for g in parse.groups[left + 1 : right])


def _without_appositions(parse: Parsed, linked: Linked) -> Linked:
    """ "Ali, a teacher," is one person: only the first of a name and what explains it stays."""
    groups = parse.groups
    kept: list[int] = []
    for at in linked.wholes:
        if kept and _apposed(parse, kept[-1], at) and not _is_listed(parse, at):
            if groups[at].quantity and not groups[kept[-1]].quantity:
                kept[-1] = at
            continue
        kept.append(at)
    linked.wholes = kept
    return linked


def _apposed(parse: Parsed, left: int, right: int) -> bool:
    groups = parse.groups
    commas = any(g.word in (",", "–", "—", "(") for g in groups[left + 1 : right])
    conjoined = any(g.kind == "coordinator" for g in groups[left + 1 : right])
    return commas and not conjoined and not (groups[left].quantity and groups[right].quantity)


def _is_listed(parse: Parsed, at: int) -> bool:
    """ "towns" in "21 villages, towns and posts": a bare plural that its list goes on after."""
    group = parse.groups[at]
    bare = parse.letters[group.first] == "w" and parse.tokens[group.first].text.islower()
    return bare and group.word.endswith("s") and _in_list(parse, at)


def _object_start(parse: Parsed, verb: int) -> int | None:
    groups = parse.groups
    at = verb + 1
    while at < len(groups) and (
        (groups[at].kind == "mark" and groups[at].word not in (",", ";", "–", "—"))
        or groups[at].kind == "predicate"
        or (at == verb + 1 and groups[at].word in _PARTICLES)
    ):
        at += 1
    if at < len(groups) and groups[at].kind == "coordinator":
        return _shared_object(parse, at)
    return at if at < len(groups) and groups[at].kind == "noun" else None


def _shared_object(parse: Parsed, conjunction: int) -> int | None:
    """ "killed and wounded 15": the object of the second verb is that of the first."""
    groups = parse.groups
    second = conjunction + 1
    if second + 1 < len(groups) and groups[second].kind == "verb" and not groups[second].passive:
        return second + 1 if groups[second + 1].kind == "noun" else None
    return None


def _continue_list(parse: Parsed, first: int, linked: Linked) -> None:
    """Add what a list goes on with after the group at ``first``, and its parts."""
    groups = parse.groups
    at, part, fresh, governed = first + 1, False, "", False
    while at < min(len(groups), first + _FARTHEST):
        group = groups[at]
        if group.word == "(":
            at = _closing(parse, at) + 1
            continue
        if group.kind == "noun":
            if _begins_clause(parse, at):
                return
            if group.pronoun and not group.quantity and part:
                at += 1
                continue  # "among them three girls"
            others = not _OTHERS.isdisjoint(parse.words(group))
            if (fresh and part and not others) or is_of_them(parse, at):
                linked.parts.append(at)
            elif fresh and _goes_on(parse, at, fresh, governed, linked):
                linked.wholes.append(at)
            fresh = ""
        elif group.kind == "preposition":
            part = group.word in _SUBSETS or (part and group.word == "of")
            governed = group.word not in ("of", *_SUBSETS)
            fresh = group.word if group.word in _SUBSETS else ""
        elif group.kind == "coordinator" or group.word in (",", "–", "—"):
            fresh = group.word
        elif group.kind != "mark" or group.word in (".", ";", ":"):
            return
        at += 1


def _goes_on(parse: Parsed, at: int, fresh: str, governed: bool, linked: Linked) -> bool:
    """Whether the group after a comma or "and" is another item and not an apposition."""
    group = parse.groups[at]
    if _is_apposition(parse, at, linked):
        return not governed and _in_list(parse, at)
    if group.quantity:
        return True
    counts = parse.tokens[group.first].lower in ("a", "an", "another", "one")
    conjoined = parse.groups[at - 1].kind == "coordinator"
    return (conjoined and (counts or not governed)) or (
        fresh == "," and not governed and _in_list(parse, at)
    )


def _in_list(parse: Parsed, at: int) -> bool:
    """Whether a list that is closed by "and" goes on after the group at ``at``."""
    groups = parse.groups
    at += 1
    while at + 1 < len(groups) and groups[at].word == "," and groups[at + 1].kind == "noun":
        at += 2
    at += at < len(groups) and groups[at].word == ","
    closed = at + 1 < len(groups) and groups[at].kind == "coordinator"
    return closed and groups[at + 1].kind == "noun"


def _is_apposition(parse: Parsed, at: int, linked: Linked) -> bool:
    if not linked.wholes:
        return False
    return _apposed(parse, linked.wholes[-1], at) and not parse.groups[at].quantity


def _begins_clause(parse: Parsed, at: int) -> bool:
    """Whether the noun group is the subject of a verb of its own: "and two policemen were hurt"."""
    groups = parse.groups
    at += 1
    while (
        at + 1 < len(groups) and groups[at].kind == "preposition" and groups[at + 1].kind == "noun"
    ):
        at += 2
    while (
        at < len(groups)
        and groups[at].kind == "mark"
        and groups[at].word not in (",", ";", "(", ")")
    ):
        at += 1
    if at >= len(groups):
        return False
    return groups[at].kind == "predicate" or (_closes(parse, at) and groups[at].modal != "to")
