"""Lists of noun groups: what goes on after a comma or "and", and what only explains."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from briefing.language.dateparts import is_weekday
from briefing.language.groups import Group, Parsed
from briefing.language.roles import (
    SUBSETS,
    apposed,
    closes,
    closing,
    is_among_them,
    is_graver,
    is_of_them,
)
from briefing.lexicon import word_set

FARTHEST: Final = 40  # groups looked at from the first of a list
_MIDDLE: Final = word_set("grammar", "classes", "middle")
_PARTS: Final = word_set("grammar", "classes", "direction") | _MIDDLE  # of a town
OTHERS: Final = frozenset(("more", "other", "others", "another"))  # beside a count, not part of it


class Linked:
    """Noun groups in one role. ``parts``: groups named as part of the others ("including …")."""

    __slots__ = ("parts", "wholes")

    def __init__(self, wholes: list[int] | None = None, parts: list[int] | None = None) -> None:
        self.wholes = wholes if wholes is not None else []
        self.parts = parts if parts is not None else []


def list_from(parse: Parsed, at: int) -> list[int]:
    """The noun group at ``at`` and those a list goes on with after it."""
    linked = Linked([at])
    continue_list(parse, at, linked)
    return linked.wholes


def parallels(parse: Parsed, at: int) -> list[int]:
    """What goes on in the same form: the names B and C behind A in "A in P, B in Q and C in R"."""
    found: list[int] = []
    end = _end_of_placed(parse, at)
    while end is not None:
        following = end
        while following < min(end + 2, len(parse.groups)) and _is_joint(parse, following):
            following += 1
        name = named_by(parse, following)
        end = _end_of_placed(parse, name) if following > end else None
        if end is None or begins_clause(parse, following):
            break
        found.append(name)
    return found


def _is_joint(parse: Parsed, at: int) -> bool:
    group = parse.groups[at]
    return group.kind == "coordinator" or group.word == ","


def named_by(parse: Parsed, at: int) -> int:
    """The name behind "the town of", else the group itself."""
    shape = [g.kind for g in parse.groups[at : at + 3]] == ["noun", "preposition", "noun"]
    common = shape and not parse.tokens[parse.groups[at].head].capitalised
    return at + 2 if common and parse.groups[at + 1].word == "of" else at


def _end_of_placed(parse: Parsed, at: int) -> int | None:
    """The group behind a name and its whereabouts: "Dara in Sila Province", "Gao, in the north"."""
    groups = parse.groups
    of = at + 1 + (at + 1 < len(groups) and groups[at + 1].word == ",")
    shape = [g.kind for g in (*groups[at : at + 1], *groups[of : of + 2])]
    if shape != ["noun", "preposition", "noun"] or groups[of].word not in ("in", "near"):
        return None
    bare = parse.tokens[groups[at].first].capitalised and not groups[at].quantity
    where = parse.tokens[groups[of + 1].first : groups[of + 1].last]
    told = any(token.capitalised or token.lower in _PARTS for token in where)
    return of + 2 if bare and told else None


def elliptic(parse: Parsed, verb: int, joint: int) -> list[int]:
    """ "Two were killed in Goma and five in Sake": counts that share the verb before ``joint``.

    Behind a comma they do so only where the first has a place with a name: what follows "ten died
    on Monday," are its parts.
    """
    first = parse.groups[joint]
    before = parse.groups[joint - 1]
    placed = joint - verb > _PLACE and (before.kind == "noun" or is_weekday(before.word))
    if not placed or not (first.kind == "coordinator" or _is_in_town(parse, joint - 1)):
        return []
    found: list[int] = []
    at: int | None = joint
    while at is not None and at < len(parse.groups) and _is_joint(parse, at):
        count, at = at + 1, _end_of_elliptic(parse, at + 1)
        if at is not None:
            found.append(count)
    return found


_BEFORE_PLACE: Final = frozenset(("in", "at", "near", "on"))
_PLACE: Final = 2  # groups of the phrase that a verb has before others share it: "in Goma"


def _is_in_town(parse: Parsed, at: int) -> bool:
    """ "In Goma": a name behind a preposition of place."""
    token = parse.tokens[parse.groups[at].first]
    return parse.groups[at - 1].word in ("in", "at", "near") and token.capitalised


def _end_of_elliptic(parse: Parsed, at: int) -> int | None:
    """The group behind "five in Sake" at ``at``; None for anything else, a clause included."""
    near = parse.groups[at : at + 3]
    told = [group.kind for group in near[:-1]] == ["noun", "preposition"]
    if not told or not (near[-1].kind == "noun" or is_weekday(near[-1].word)):
        return None
    count, preposition, place = near
    bare = count.quantity is not None and count.counted == count.last - count.first
    end = at + len(near)
    if end + 1 < len(parse.groups) and parse.groups[end].word in _BEFORE_PLACE:
        end += 2  # "five in Sake on Monday", "five on Monday in Sake"
    closed = end >= len(parse.groups) or parse.groups[end].kind in ("mark", "coordinator")
    where = preposition.word in _BEFORE_PLACE and not place.quantity
    return end if bare and closed and where and not place.word.isdigit() else None


def complement(parse: Parsed, noun: int, prepositions: Container[str] = ("of",)) -> Linked:
    """The groups after "of" that belong to the noun group at ``noun``: "the death of two men"."""
    linked = Linked()
    of = _after_circumstances(parse, noun + 1, prepositions)
    if [g.kind for g in parse.groups[of : of + 2]] == ["preposition", "noun"]:
        linked.wholes.append(of + 1)
        continue_list(parse, of + 1, linked)
        end = _end_of_phrase(parse, of + 1)
        linked.wholes = [at for at in linked.wholes if at < end]
    return linked


def complement_behind_doer(parse: Parsed, noun: int) -> Linked:
    """ "The massacre by raiders of 50 farmers": the groups after "of", behind who did it."""
    shape = [g.kind for g in parse.groups[noun + 1 : noun + 3]] == ["preposition", "noun"]
    by = shape and parse.groups[noun + 1].word == "by"
    return complement(parse, noun + 2) if by else Linked()


def complement_shared(parse: Parsed, noun: int) -> Linked:
    """ "The abduction and murder of two men": the groups after "of" of the noun that follows."""
    following = parse.groups[noun + 1 : noun + 3]
    if len(following) != len(("and", "murder")) or following[0].kind != "coordinator":
        return Linked()
    other = following[1]
    named = other.kind == "noun" and not other.definite
    return complement(parse, noun + 2) if named or other.form == "ing" else Linked()


def _end_of_phrase(parse: Parsed, at: int) -> int:
    """Where ", together with …" goes on with what stands before the whole phrase."""
    groups = parse.groups
    for end in range(at + 1, min(len(groups), at + FARTHEST)):
        several = groups[end].last - groups[end].first > 1
        if groups[end].kind == "coordinator" and several and groups[end - 1].word == ",":
            return end
    return len(groups)


def _after_circumstances(parse: Parsed, at: int, prepositions: Container[str]) -> int:
    """The "of" at ``at``, or behind a place or time: "the murder in Goma on 3 May of a judge"."""
    groups = parse.groups
    if at < len(groups) and groups[at].word != "of" and groups[at].word in prepositions:
        return at  # "control over A"
    while at + 2 < len(groups) and (told := _circumstance(parse, at)):
        at += told
    return at if at < len(groups) and groups[at].word in prepositions else len(groups)


def _circumstance(parse: Parsed, at: int) -> int:
    """How many groups say at ``at`` when or where: "yesterday", "last week", "in Goma"; else 0."""
    group, following, third = parse.groups[at : at + 3]
    if group.word == ",":  # "in Hajin district, Deir ez-Zor province, against"
        named = following.kind == "noun" and parse.tokens[following.first].capitalised
        return 3 * (named and third.word == ",")
    if group.kind == "mark":
        return int(group.word[0].isalnum())
    if group.kind == "noun":
        return int(_dates(parse, group))
    if group.word == "of":  # "on the night of 3 May of four men"
        return 2 * (third.word == "of" and _dates(parse, following))
    return 2 * (group.word in _CIRCUMSTANCES and _says_where(parse, following))


def _says_where(parse: Parsed, group: Group) -> bool:
    """Where or when, behind "in" or "on": "Goma", "custody", "Tuesday", "the night"."""
    if group.kind == "mark":
        return group.word[0].isalpha()
    named = any(token.capitalised for token in parse.tokens[group.first : group.last])
    told = named or group.word in _WHERE or _dates(parse, group)
    return group.kind == "noun" and told


def _dates(parse: Parsed, group: Group) -> bool:
    """ "Last month", "3 May": a noun group that only says when."""
    if group.kind != "noun" or group.quantity is not None:
        return False
    first, last = parse.lower[group.first], parse.lower[group.last - 1]
    return last in _TIMES or first[0].isdigit()


_CIRCUMSTANCES: Final = frozenset("in on at near during over within".split())
_TIMES: Final = word_set("grammar", "times", "words")
_WHERE: Final = word_set("grammar", "interposed", "words")


def parts_after(parse: Parsed, noun: int) -> list[int]:
    """The groups named as part of the noun group at ``noun``."""
    linked = Linked()
    continue_list(parse, noun, linked)
    return linked.parts


def continue_list(parse: Parsed, first: int, linked: Linked) -> None:
    """Add what a list goes on with after the group at ``first``, and its parts."""
    groups = parse.groups
    at, part, fresh, governed = first + 1, False, "", False
    stop = min(len(groups), first + FARTHEST)
    while at < stop:
        group = groups[at]
        if group.word == "(":
            at = closing(parse, at) + 1
            continue
        if group.kind == "noun":
            if begins_clause(parse, at) or _begins_relative(parse, at):
                return
            if fresh == "," and (closed := _end_of_explanation(parse, linked, at)):
                at = closed
                continue
            if group.pronoun and not group.quantity and part:
                at += 1
                continue  # "among them three girls"
            others = not OTHERS.isdisjoint(parse.words(group))
            graver = group.quantity is not None and is_graver(parse, at)
            told = graver or is_of_them(parse, at) or is_among_them(parse, at)
            if (fresh and part and not others) or told:
                linked.parts.append(at)
            elif fresh and _goes_on(parse, at, fresh, governed, linked):
                linked.wholes.append(at)
            fresh = ""
        elif group.kind == "preposition":
            part = group.word in SUBSETS or (part and group.word == "of")
            of = group.word == "of"
            governed = (governed and of) or (group.word != "of" and group.word not in SUBSETS)
            fresh = group.word if group.word in SUBSETS else ""
        elif said := (
            _insertion(parse, at)
            or _behind_relative(parse, first, at)
            or (group.word in _NAMING and behind_name(parse, at))
        ):
            at = said
            continue
        elif group.kind == "coordinator" or group.word in (",", "–", "—"):
            fresh = group.word
        elif group.kind != "mark" or group.word in (".", ";", ":", "-"):
            return
        at += 1


def _end_of_explanation(parse: Parsed, linked: Linked, at: int) -> int | None:
    """The comma that closes "Sake, a town near Goma, and …" behind the group at ``at``."""
    groups = parse.groups
    name = groups[linked.wholes[-1]] if linked.wholes else None
    if name is None or name.quantity or not parse.tokens[name.first].capitalised:
        return None
    if parse.tokens[groups[at].first].lower not in ("a", "an"):
        return None
    end = at + 1
    while [group.kind for group in groups[end : end + 2]] == ["preposition", "noun"]:
        end += 2
    closed = [group.kind for group in groups[end : end + 2]] == ["mark", "coordinator"]
    return end if closed and end > at + 1 and groups[end].word == "," else None


def _behind_relative(parse: Parsed, first: int, at: int) -> int | None:
    """The "and" behind the clause that opens at ``at``, where the list goes on there: "seven
    fighters who back the government and five policemen"."""
    groups = parse.groups
    if groups[at].kind != "relative" or not groups[first].quantity:
        return None
    for end in range(at + 1, min(len(groups) - 1, at + _CLAUSE)):
        if groups[end].kind == "coordinator":
            further = groups[end + 1].kind == "noun" and groups[end + 1].quantity is not None
            return end if further and not begins_clause(parse, end + 1) else None
        if groups[end].word in (",", ";") or groups[end].quantity:
            return None
    return None


_CLAUSE: Final = 8  # groups of a relative clause inside a list


def behind_name(parse: Parsed, at: int) -> int | None:
    """The group behind "known as “Tiger”," where such words begin at ``at``."""
    groups = parse.groups
    if groups[at].word not in _NAMING or groups[at].passive:
        return None
    if at + 1 >= len(groups) or groups[at + 1].word != "as":
        return None
    end = at + 2
    while end < len(groups) and (groups[end].kind == "noun" or groups[end].word in _IN_NAMES):
        end += 1
    return end if end > at + 2 else None


_NAMING: Final = word_set("grammar", "classes", "naming")
_IN_NAMES: Final = frozenset((".", '"', "“", "”", "'", "‘", "’"))


def _insertion(parse: Parsed, comma: int) -> int | None:
    """Where a list's parts follow behind who says so: "killed 33, doctors said, among them two"."""
    inside = parse.groups[comma : comma + 5]
    shape = [g.kind for g in inside] == ["mark", "noun", "verb", "mark", "preposition"]
    if not shape or inside[-1].word not in SUBSETS:
        return None
    said = inside[2].verb in word_set("attribution", "verbs", "say")
    return comma + 4 if said and inside[0].word == inside[3].word == "," else None


def _goes_on(parse: Parsed, at: int, fresh: str, governed: bool, linked: Linked) -> bool:
    """Whether the group after a comma or "and" is another item and not an apposition."""
    group = parse.groups[at]
    if _is_apposition(parse, at, linked):
        return not governed and in_list(parse, at) and not is_named_by(parse, linked.wholes[-1], at)
    if group.quantity:
        return True
    counts = parse.tokens[group.first].lower in ("a", "an", "another", "one")
    near = parse.groups[at - 1].word in word_set("grammar", "classes", "near")  # "and nearby C"
    conjoined = parse.groups[at - 1 - near].kind == "coordinator"
    return (conjoined and (counts or not governed)) or (
        fresh == "," and not governed and in_list(parse, at)
    )


def in_list(parse: Parsed, at: int) -> bool:
    """Whether a list that is closed by "and" goes on after the group at ``at``."""
    groups = parse.groups
    at += 1
    while at + 1 < len(groups) and groups[at].word == "," and groups[at + 1].kind == "noun":
        at += 2
    at += at < len(groups) and groups[at].word == ","
    closed = at + 1 < len(groups) and groups[at].kind == "coordinator"
    if closed and groups[at + 1].word in word_set("grammar", "classes", "near"):
        at += 1  # "A, B and nearby C"
    return closed and at + 1 < len(groups) and groups[at + 1].kind == "noun"


def _is_apposition(parse: Parsed, at: int, linked: Linked) -> bool:
    if not linked.wholes:
        return False
    return apposed(parse, linked.wholes[-1], at) and not parse.groups[at].quantity


def is_named_by(parse: Parsed, role: int, at: int) -> bool:
    """ "A judge, Omar Ali, and two guards": the judge's name."""
    groups = parse.groups
    name = groups[at]
    words = parse.tokens[name.first : name.last]
    called = len(words) > 1 and all(word.capitalised for word in words) and not name.quantity
    one = parse.is_indefinite(groups[role]) and not groups[role].quantity
    if not (called and one and at - role == _BEHIND_COMMA and groups[at - 1].word == ","):
        return False
    return at + 1 >= len(groups) or groups[at + 1].word in (",", ".")


_BEHIND_COMMA: Final = 2  # groups from a role to the name behind a comma


def _begins_relative(parse: Parsed, at: int) -> bool:
    """ "one of whom" opens a clause about those before."""
    after = parse.groups[at + 1 : at + 3]
    return [g.kind for g in after] == ["preposition", "relative"] and after[0].word == "of"


def begins_clause(parse: Parsed, at: int) -> bool:
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
    return groups[at].kind == "predicate" or (closes(parse, at) and groups[at].modal != "to")
