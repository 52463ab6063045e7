"""Which noun groups a verb governs: its subject to the left, its object to the right.

Works on the groups of one sentence; looks no further than the clause. Nothing here knows what the
verb means.
"""

from __future__ import annotations

from briefing.language.groups import Group, Parsed
from briefing.language.lists import (
    FARTHEST,
    OTHERS,
    Linked,
    continue_list,
    elliptic,
    list_from,
    without_appositions,
)
from briefing.language.roles import (
    DASHES,
    OPENERS,
    SUBSETS,
    aside,
    begins_small_clause,
    closes,
    is_governed_name,
    is_object,
    is_of_them,
    is_participles_object,
    joined,
    opening,
    opens_aside,
    role_of,
)
from briefing.lexicon import load, word_set

_PARTICLES = frozenset(("back", "down", "over", "up", "off"))  # "gunned down three men"
_COMPANY_REACH = 9  # groups after the verb in which "along with" stands
_SHORTEST_RELATIVE = 4  # groups before the comma that closes a relative clause


def subject(parse: Parsed, verb: int) -> Linked:
    """The noun groups that are the subject of the verb group at ``verb``."""
    groups = parse.groups
    shared = shared_verb(parse, verb)
    if shared is not None:
        return subject(parse, shared)
    named = _antecedent(parse, verb)
    if named is not None:
        return Linked([named])
    start = _antecedent_end(parse, verb)
    start = _before_insertion(parse, _before_saying(parse, start))
    linked = Linked()
    if start >= 0 and start == verb - 1 and _modifies(parse, start, verb):
        linked.wholes.append(start)
        start -= 1
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
        elif group.kind == "noun":
            role = _role_before(parse, at, verb)
            if role == "part":
                linked.parts.insert(0, at)
            elif role == "free":
                if linked.wholes and not _goes_with(parse, at, linked.wholes[0], verb):
                    return without_appositions(parse, linked)
                linked.wholes.insert(0, at)
            opened = at > 0 and groups[at - 1].word in OPENERS and at in linked.wholes
            at = bound if opened else at - 1
        else:
            step = _step_left(parse, at, found=bool(linked.wholes))
            if not step:
                break
            at -= step
    return without_appositions(parse, _without_parts_of_others(parse, linked))


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
    own = at == verb - 1 and not parse.groups[verb].passive  # "leaving two men wounded"
    if parse.groups[verb].modal != "to" and not own and is_participles_object(parse, at):
        return "governed"
    role = role_of(parse, at)
    return "free" if role == "governed" and _opens_clause(parse, at) else role


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
    if _is_plural(parse.groups[right]) and is_governed_name(parse, left):
        return False  # "in Merawi, Amhara, soldiers"
    if not is_object(parse, left) or _shares_count(parse, left, right):
        return True
    return begins_small_clause(parse, left, verb)


def _shares_count(parse: Parsed, left: int, right: int) -> bool:
    """ "(recorded) 200 towns and villages captured": the second noun has the count of the first."""
    group = parse.groups[right]
    bare = parse.letters[group.first] == "w" and parse.tokens[group.first].text.islower()
    return bare and right == left + 2 and parse.groups[left].quantity is not None


def _antecedent(parse: Parsed, verb: int) -> int | None:
    """The one noun group that a relative clause speaks of: "one of whom died", "by X, who died"."""
    groups = parse.groups
    if verb and groups[verb - 1].kind == "noun" and is_of_them(parse, verb - 1):
        return verb - 1 if not groups[verb].passive else None
    if verb < _SHORTEST_RELATIVE - 1 or groups[verb - 1].kind != "relative":
        return None
    noun = verb - 3 if groups[verb - 2].word == "of" else verb - 2
    if groups[noun].kind != "noun":
        return None
    counted = groups[verb - 2].word == "of" and groups[noun].quantity is not None
    who = groups[verb - 1].word == "who" and noun > 0
    governed = who and groups[noun - 1].kind == "preposition"
    agent = governed and groups[noun - 1].word == "by"
    return noun if counted or agent or (governed and _agrees(parse, noun, verb)) else None


def _agrees(parse: Parsed, noun: int, verb: int) -> bool:
    """Whether a plural stands before "who were": "the rites for the nuns who were killed"."""
    plural = _is_plural(parse.groups[noun])
    return plural and parse.tokens[parse.groups[verb].first].lower in ("were", "are", "have", "had")


def _is_plural(group: Group) -> bool:
    counted = group.quantity is not None and group.quantity.best != 1
    return counted or group.word.endswith(("s", "men", "women", "people", "children"))


def companions(parse: Parsed, verb: int) -> list[int]:
    """ "was killed in Bo along with two aides": who shares the subject's fate after the verb."""
    groups = parse.groups
    for at in range(verb + 1, min(len(groups) - 1, verb + _COMPANY_REACH)):
        if _joins(parse, at):
            return list_from(parse, at + 1) if groups[at + 1].kind == "noun" else []
        if further := elliptic(parse, verb, at):
            return further
        if groups[at].kind not in ("noun", "preposition", "mark"):
            return []
    return []


def _joins(parse: Parsed, at: int) -> bool:
    """ "along with", or "with" before others: "was killed with two others"."""
    group = parse.groups[at]
    if group.kind == "coordinator" and group.last - group.first > 1:
        return True
    others = not OTHERS.isdisjoint(parse.words(parse.groups[at + 1]))
    return group.word == "with" and others and parse.groups[at + 1].quantity is not None


def inverted(parse: Parsed, verb: int) -> Linked:
    """ "Also killed in the raid were two porters": the subject behind the auxiliary verb."""
    groups = parse.groups
    at = verb + 1
    while at < len(groups) and groups[at].kind in ("preposition", "noun", "mark"):
        at += 1
    opens = all(g.kind in ("mark", "preposition") or g.word == "those" for g in groups[:verb])
    auxiliary = at + 1 < len(groups) and groups[at].verb == "be" and not groups[at].passive
    if not opens or not auxiliary or groups[at + 1].kind != "noun":
        return Linked()
    linked = Linked([at + 1])
    continue_list(parse, at + 1, linked)
    among = any(g.word in SUBSETS for g in groups[:verb])
    return Linked([], linked.wholes) if among else linked


def object_(parse: Parsed, verb: int) -> Linked:
    """The noun groups that are the object of the verb group at ``verb``, lists included."""
    linked = Linked()
    at = _object_start(parse, verb)
    if at is None:
        return linked
    linked.wholes.append(at)
    continue_list(parse, at, linked)
    return linked


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
    if groups[before].kind != "coordinator" and not (participle or series):
        return None
    aside = _relative_aside(parse, before)
    for at in range((before if aside is None else aside) - 1, max(-1, before - FARTHEST), -1):
        if groups[at].kind == "verb" and (groups[at].finite or participle):
            return at
        if groups[at].kind in ("relative", "subordinator"):
            return None
    return None


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


_SERIES = 3  # groups of a verb, its object and the comma behind it


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
    plain = group.form == "ed" and unmarked and not _is_past(group) and not _is_intransitive(group)
    after = parse.groups[verb + 1].kind if verb + 1 < len(parse.groups) else "mark"
    if after == "coordinator" and _shared_object(parse, verb + 1) is not None:
        after = "noun"  # "raided and took the town"
    bare = group.kind == "verb" and (plain or being) and after != "noun"
    governed = noun > 0 and parse.groups[noun - 1].kind == "preposition"
    return (
        bare
        and governed
        and parse.groups[noun].kind == "noun"
        and parse.groups[noun - 1].word not in ("by", *SUBSETS)
    )


def _is_intransitive(group: Group) -> bool:
    """ "Six men from both sides died": nothing can have been died."""
    return group.verb in word_set("grammar", "verbs", "intransitive")


def _is_past(group: Group) -> bool:
    """ "Fell", "took": a past tense that cannot be a participle."""
    past, participle, _ = load("grammar")["irregular"].get(group.verb, "_ _ _").split()
    return bool(past != participle and group.word == past)


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
        if groups[at].word == "," and _opens_insertion(parse, at, listed=listed):
            return at - 1
        if groups[at].kind == "relative":
            return _before_aside(parse, at, start)
    return start


def _before_aside(parse: Parsed, relative: int, start: int) -> int:
    """Where ", which …" or ", all thieves who …" begins; ``start`` where no comma opens it."""
    words = [group.word for group in parse.groups[:relative]]
    if words[-1:] == [","] and relative > 1:
        return relative - 2
    told = parse.groups[relative - 1].kind == "noun" and words[-2:-1] == [","]
    if told:
        return relative - 3
    # ", among them four rescuers who …,": a part of the subject stands between
    among = relative > _SHORTEST_RELATIVE and words[-4:-2] == [",", "among"]
    return relative - 5 if among else start


def _opens_insertion(parse: Parsed, comma: int, *, listed: bool) -> bool:
    """ ", two of them hurt, were held", ", known as Omar, was hurt", ", a base near Bo, fell"."""
    if is_of_them(parse, comma + 1) or _is_reduced(parse, comma + 1):
        return True
    return not listed and _explains(parse, comma)


def _is_reduced(parse: Parsed, at: int) -> bool:
    """Whether a clause without subject and finite verb begins: "known as", "aged", "living in"."""
    verb, after = parse.groups[at], parse.groups[at + 1]
    if verb.kind == "verb" and parse.tokens[verb.first].lower == "having":
        return True
    bare = verb.kind == "verb" and not (verb.passive or verb.perfect or verb.verb == "be")
    return bare and verb.form in ("ed", "ing") and after.kind == "preposition"


def _before_saying(parse: Parsed, start: int) -> int:
    """ "Nine people, the mayor said, were killed": who says so stands between."""
    groups = parse.groups
    if start < _SHORTEST_RELATIVE or groups[start].word != ",":
        return start
    opening, source, verb = groups[start - 3 : start]
    said = verb.kind == "verb" and verb.verb in word_set("attribution", "verbs", "say")
    return start - 4 if said and opening.word == "," and source.kind == "noun" else start


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
        return group.word not in (",", ")", *DASHES)
    infinitive = parse.groups[verb].modal == "to"
    if group.word == "to":
        return infinitive
    return (
        group.kind == "verb"
        and all(g.kind != "noun" for g in parse.groups[at + 1 : verb])
        and (infinitive or at == verb - 1)
    )


def _object_start(parse: Parsed, verb: int) -> int | None:
    groups = parse.groups
    at = verb + 1
    while at < len(groups) and (
        (groups[at].kind == "mark" and groups[at].word not in (",", ";", "–", "—"))
        or groups[at].kind == "predicate"
        or (at == verb + 1 and groups[at].word in _PARTICLES)
    ):
        at += 1
    if [group.word for group in groups[at : at + 2]] == ["to", "death"]:
        at += 2  # "hacked to death nine farmers"
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
