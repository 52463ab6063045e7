"""Which noun groups are a verb's subject.

Works on the groups of one sentence; looks no further than the clause. Nothing here knows what the
verb means.
"""

from __future__ import annotations

from typing import Final

from briefing.language.appositions import without_appositions
from briefing.language.dateparts import is_month, is_weekday
from briefing.language.groups import QUOTES, Group, Parsed
from briefing.language.insertions import (
    antecedent,
    antecedent_end,
    before_insertion,
    before_saying,
    before_whom,
    relative_that_ends,
)
from briefing.language.lists import FARTHEST, Linked, behind_name
from briefing.language.objects import shared_object
from briefing.language.roles import (
    DASHES,
    INTRANSITIVE,
    OPENERS,
    SUBSETS,
    aside,
    begins_small_clause,
    closes,
    is_governed_name,
    is_object,
    is_participles_object,
    is_told_among,
    joined,
    opening,
    opens_aside,
    role_of,
    who_is_among,
)
from briefing.lexicon import load, word_set

_TOWNS: Final = word_set("grammar", "towns", "words")
_NEAR_DAYS: Final = frozenset(("last", "next", "this", "past"))
_NOMINATIVE: Final = frozenset(("they", "he", "she", "we"))  # nothing but a verb's subject
_IRREGULAR: Final = load("grammar")["irregular"]


def subject(parse: Parsed, verb: int) -> Linked:
    """The noun groups that are the subject of the verb group at ``verb``."""
    groups = parse.groups
    shared = shared_verb(parse, verb)
    if shared is not None:
        return subject(parse, shared)
    if verb and groups[verb - 1].word in _NOMINATIVE and groups[verb].finite:
        return Linked([verb - 1])
    named = before_whom(parse, verb) if "whom" in parse.held else None
    named = antecedent(parse, verb) if named is None else named
    if named is not None:
        return Linked([named])
    start = antecedent_end(parse, verb)
    start = before_insertion(parse, before_saying(parse, start))
    if "as" in parse.held:
        start = _before_naming(parse, start)
    linked = Linked()
    aboard = 2 * (start > 1 and groups[start].word == "board" and groups[start - 1].word == "on")
    start -= aboard
    if start >= 0 and start == verb - 1 - aboard and _modifies(parse, start, verb):
        linked.wholes.append(start)
        linked.parts += _who_is_among(parse, start)
        start -= 1
    held = parse.held
    opened = "who" in held or "that" in held or "which" in held
    own = groups[verb - 1].kind == "relative"
    clause = relative_that_ends(parse, start) if opened and not own else None
    if clause is not None:
        beside = [start] if _counts_beside(parse, start, verb) else []
        return Linked([*subject(parse, clause).wholes, *beside])
    _look_left(parse, start, verb, linked)
    return without_appositions(parse, _without_parts_of_others(parse, linked))


def _look_left(parse: Parsed, start: int, verb: int, linked: Linked) -> None:
    """Add the noun groups from ``start`` back to where the clause begins."""
    groups = parse.groups
    at, bound = start, max(-1, start - FARTHEST)
    while at > bound:
        group = groups[at]
        if group.word == ")" or (group.word in DASHES and group.kind == "mark"):
            at = opening(parse, at) - 1
            continue
        beside = aside(parse, at)
        if beside is not None:
            linked.parts.insert(0, beside[0])
            at = beside[1]
        elif group.word in _NEAR_DAYS and is_weekday(groups[at + 1].word):
            at -= 1  # "Last Friday, rebels shot two men"
        elif group.word.isdigit() and _is_day(parse, at):
            at -= 1  # "Rebels on Oct. 14 shot two men"
        elif group.kind == "noun":
            role = _role_before(parse, at, verb)
            if role == "part":
                linked.parts.insert(0, at)
            elif role == "free":
                if linked.wholes and not _goes_with(parse, at, linked.wholes[0], verb):
                    return
                linked.wholes.insert(0, at)
            opened = at > 0 and groups[at - 1].word in OPENERS and at in linked.wholes
            at = bound if opened else at - 1
        else:
            step = _step_left(parse, at, found=bool(linked.wholes))
            if not step:
                return
            at -= step


def _who_is_among(parse: Parsed, at: int) -> list[int]:
    """ "Omar Ali and the mayor were among those killed": whoever is, for "those" at ``at``."""
    those = parse.groups[at].word == "those" and is_told_among(parse, at)
    if not those:
        return who_is_among(parse, at)
    return [] if parse.groups[at - 2].negated else subject(parse, at - 2).wholes


def _counts_beside(parse: Parsed, at: int, verb: int) -> bool:
    """ "Two men who guarded the judge and a cook were hurt": the cook was, too; but not in "two men
    who shot a guard and a cook were held", "a man who beat the judge and a cook was held"."""
    groups = parse.groups
    last, whom = groups[at], groups[at - 2]
    counts = last.quantity is not None or parse.is_indefinite(last)
    joint = groups[at - 1].kind == "coordinator" and whom.kind == "noun"
    one_kind = whom.quantity is not None or parse.is_indefinite(whom)
    singular = parse.tokens[groups[verb].first].lower in ("was", "is", "has")
    return counts and joint and not one_kind and not singular


def _before_naming(parse: Parsed, end: int) -> int:
    """ "A man identified as K. Ali, 21, was shot": the man, where his name ends at ``end``."""
    groups = parse.groups
    for at in range(end, max(0, end - _NAME_REACH), -1):
        if groups[at].kind == "verb":
            behind = behind_name(parse, at)
            rest = groups[behind : end + 1] if behind else ()
            named = behind is not None and all(_goes_on_in_name(parse, group) for group in rest)
            return at - 1 if named and groups[at - 1].kind == "noun" else end
    return end


def _goes_on_in_name(parse: Parsed, group: Group) -> bool:
    """What goes on behind a name: an age, "and" with another name."""
    name = group.kind == "noun" and parse.tokens[group.first].capitalised
    return name or group.kind == "coordinator" or group.word == "," or group.word.isdigit()


_NAME_REACH: Final = 9  # groups of "identified as K. Ali, 21,"


def _without_parts_of_others(parse: Parsed, linked: Linked) -> Linked:
    """ "Three were killed, including a boy, and 29 were injured": the boy was not injured."""
    first = linked.wholes[0] if linked.wholes else 0
    if [group.word for group in parse.groups[:first][-2:]] == [",", "and"]:
        linked.parts = [part for part in linked.parts if part > first]
    return linked


def _step_left(parse: Parsed, at: int, *, found: bool) -> int:
    """Groups to go left from one that is no noun; 0 where the clause begins."""
    if _ends_relative(parse, at) and not found:
        return 2
    return 0 if parse.groups[at].kind in ("relative", "subordinator") or closes(parse, at) else 1


def _ends_relative(parse: Parsed, at: int) -> bool:
    """Whether a verb is that of "who …": "two nurses who worked for the camp were killed"."""
    groups = parse.groups
    pronoun = groups[at - 1] if at > 1 else None
    own = pronoun is not None and pronoun.word in ("who", "that", "which")
    return own and groups[at].kind == "verb" and groups[at - 2].kind == "noun"


def _role_before(parse: Parsed, at: int, verb: int) -> str:
    """The role of a noun group to the left of ``verb``; who is forced to flee is its subject."""
    own = at == verb - 1 and not _is_of_clause(parse, verb)  # "leaving two men wounded"
    if parse.groups[verb].modal != "to" and not own and is_participles_object(parse, at):
        return "governed"
    role = role_of(parse, at)
    if role == "free" and _explains_place(parse, at):
        return "governed"
    return "free" if role == "governed" and _opens_clause(parse, at) else role


def _is_of_clause(parse: Parsed, verb: int) -> bool:
    """ "Troops fighting rebels retook A": a verb that is no participle of the noun before."""
    group, behind = parse.groups[verb], parse.groups[verb + 1 : verb + 3]
    behind = behind[1:] if behind and behind[0].kind == "predicate" else behind  # "shot dead a man"
    acts = group.form == "ed" and bool(behind) and behind[0].kind == "noun" and group.verb != "be"
    return group.passive or group.perfect or is_past(group) or acts


def _explains_place(parse: Parsed, at: int) -> bool:
    """ "In Goma, the main port on the lake, two men were shot": the port is Goma."""
    groups = parse.groups
    if at < _BEHIND_PLACE or groups[at].word not in _TOWNS:
        return False
    place, comma = groups[at - 2 : at]
    name = place.kind == "noun" and parse.tokens[place.first].capitalised
    named = [g.word for g in groups[at + 1 : at + 2]] == ["of"] and groups[at].word != "capital"
    if not name or named:  # "according to residents, the town …", "in Goma, the town of Sake …"
        return False
    return comma.word == "," and groups[at - 3].kind == "preposition"


_BEHIND_PLACE: Final = 3  # groups before what explains a place: "in", "Goma", and a comma


def _opens_clause(parse: Parsed, at: int) -> bool:
    """ "A woman died in Kherson and her husband was hurt": "and" begins the second clause."""
    groups = parse.groups
    joint = at > 0 and groups[at - 1].kind == "coordinator"
    owned = joint and parse.tokens[groups[at].first].lower in ("her", "his", "their", "its")
    return owned and any(g.kind == "verb" and g.finite for g in groups[: at - 1])


def _goes_with(parse: Parsed, left: int, right: int, verb: int) -> bool:
    """Whether two noun groups are subjects of one verb, "and" or a comma between them."""
    if not joined(parse, left, right) or opens_aside(parse, left, right):
        return False
    if parse.groups[left].word in word_set("grammar", "times", "words"):
        return False  # "a day later, a cook was killed"
    if _is_day(parse, left):
        return False
    if is_governed_name(parse, left) and _is_no_aside(parse, right, verb):
        return False  # "in Merawi, Amhara, soldiers", "in Nyala, South Darfur, a nurse was killed"
    if not is_object(parse, left) or _shares_count(parse, left, right):
        return True
    return begins_small_clause(parse, left, verb)


def _is_no_aside(parse: Parsed, at: int, verb: int) -> bool:
    """Whether no comma closes what would explain a name: "Omar Ali, a cook, was killed" has one."""
    open_ended = all(group.word != "," for group in parse.groups[at + 1 : verb])
    return parse.groups[at].is_several or open_ended


def _is_day(parse: Parsed, at: int) -> bool:
    """ "On Oct. 14, the RSF took Bara", "on Tuesday, 15 October, rebels took Bara"."""
    month = at > 1 and parse.groups[at - 1].word == "." and is_month(parse.groups[at - 2].word)
    return month or is_month(parse.groups[at].word)


def _shares_count(parse: Parsed, left: int, right: int) -> bool:
    """ "(recorded) 200 towns and villages captured": the second noun has the count of the first."""
    group = parse.groups[right]
    bare = parse.letters[group.first] == "w" and parse.tokens[group.first].text.islower()
    return bare and right == left + 2 and parse.groups[left].quantity is not None


def shared_verb(parse: Parsed, verb: int) -> int | None:
    """The verb before, whose subject this one shares: "attacked the post and killed"."""
    groups = parse.groups
    before = verb - 1
    while before >= 0 and groups[before].kind == "mark" and groups[before].word not in (",", ")"):
        before -= 1
    if before < 1:
        return None
    comma = groups[before].word == ","
    listed = groups[verb].form == "ed" and groups[before - 1].kind == "verb"  # "shot, stabbed and"
    participle = comma and (groups[verb].form == "ing" or (listed and not groups[verb].passive))
    series = comma and _goes_on_after_object(parse, verb)
    series = series or (
        comma and parse.lower[groups[verb].first] == "then"
    )  # "took A, then lost it"
    if groups[before].kind != "coordinator" and not (participle or series):
        return None
    aside = _relative_aside(parse, before)
    within: int | None = None
    for at in range((before if aside is None else aside) - 1, max(-1, before - FARTHEST), -1):
        if groups[at].kind == "verb" and (groups[at].finite or participle):
            if not (participle and (belongs_to_noun(parse, at) or _only_dates(parse, at))):
                return at
            within = at if within is None else within
        if groups[at].kind in ("relative", "subordinator"):
            break
    return within


def _only_dates(parse: Parsed, verb: int) -> bool:
    """ "Entered A after taking B, cutting the road": an -ing form that says when, and no more."""
    before = parse.groups[verb - 1] if verb else None
    dates = before is not None and before.kind in ("preposition", "subordinator")
    return dates and parse.groups[verb].form == "ing" and not parse.groups[verb].finite


def belongs_to_noun(parse: Parsed, verb: int) -> bool:
    """ "To oust rebels occupying the airport, killing 14", "a jet chartered by the UN, killing 14":
    a verb of the noun before it, or of what somebody did something for."""
    groups, group = parse.groups, parse.groups[verb]
    if verb < 1 or group.passive or group.perfect:
        return False
    by = group.form == "ed" and verb + 1 < len(groups) and groups[verb + 1].word == "by"
    if groups[verb - 1].kind != "noun":
        aside = by and groups[verb - 1].word == ","  # "retook Bor, held by rebels since May"
        return aside or (group.modal == "to" and groups[verb - 1].word == "to")
    return by or group.form == "ing"


def _goes_on_after_object(parse: Parsed, verb: int) -> bool:
    """ "Killed nine men, wounded six and fled": a verb with an object behind that of another."""
    groups = parse.groups
    one = groups[verb]
    bare = one.form == "ed" and not (one.passive or one.modal or one.verb == "be")
    object_follows = verb + 1 < len(groups) and groups[verb + 1].quantity is not None
    first = groups[verb - 3] if verb > _SERIES else None
    return bare and object_follows and first is not None and _has_object(parse, verb - 3)


def _has_object(parse: Parsed, verb: int) -> bool:
    """Whether a verb in the past has the noun group behind it for an object: "killed nine men"."""
    group, after = parse.groups[verb : verb + 2]
    active = group.kind == "verb" and group.form == "ed" and not group.passive
    return active and group.verb != "be" and after.kind == "noun"


_SERIES: Final = 3  # groups of a verb, its object and the comma behind it


def _relative_aside(parse: Parsed, conjunction: int) -> int | None:
    """Where ", who led a band," opens that closes before "and": its verbs share nothing with it."""
    groups = parse.groups
    if groups[conjunction].kind != "coordinator" or groups[conjunction - 1].word != ",":
        return None
    for at in range(conjunction - 2, max(1, conjunction - FARTHEST), -1):
        if groups[at].kind == "relative" and groups[at - 1].word == ",":
            return at if any(g.finite for g in groups[:at]) else None
    return None


def _modifies(parse: Parsed, noun: int, verb: int) -> bool:
    """ "with 300 people evacuated": a bare participle belongs to the noun group before it."""
    group = parse.groups[verb]
    being = parse.tokens[group.first].lower in ("being", "having")
    unmarked = not (group.passive or group.perfect or group.verb == "be")
    plain = (
        group.form == "ed" and unmarked and not is_past(group) and group.verb not in INTRANSITIVE
    )
    behind = verb + 1
    behind += behind < len(parse.groups) and parse.groups[behind].kind == "predicate"  # "shot dead"
    behind += behind < len(parse.groups) and parse.groups[behind].word in _PARTICLES
    quoted = behind < len(parse.groups) - 1 and parse.groups[behind].word in QUOTES
    behind += quoted  # 'killed "many"'
    after = parse.groups[behind].kind if behind < len(parse.groups) else "mark"
    if after == "coordinator" and shared_object(parse, verb + 1) is not None:
        after = "noun"  # "raided and took the town"
    bare = group.kind == "verb" and (plain or being) and after != "noun"
    governed = noun > 0 and parse.groups[noun - 1].kind == "preposition"
    return (
        bare
        and governed
        and not _is_of_counted(parse, noun)
        and parse.groups[noun].kind == "noun"
        and parse.groups[noun - 1].word != "by"
        and (parse.groups[noun - 1].word not in SUBSETS or is_told_among(parse, noun))
    )


_PARTICLES: Final = word_set("grammar", "particles", "words")


def _is_of_counted(parse: Parsed, noun: int) -> bool:
    """ "Four members of village committees killed": the four, and no committees."""
    if noun < len(("members", "of")) or parse.groups[noun - 1].word != "of":
        return False
    return parse.groups[noun - 2].quantity is not None and parse.groups[noun].quantity is None


def is_past(group: Group) -> bool:
    """ "Fell", "took": a past tense that cannot be a participle."""
    past, participle, *_ = _IRREGULAR.get(group.verb, "_ _ _").split()
    return bool(past != participle and group.word == past)
