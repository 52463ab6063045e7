"""What stands between a subject and its verb: relative clauses, asides, who says so."""

from __future__ import annotations

from typing import Final

from briefing.language.groups import Parsed
from briefing.language.roles import DASHES, is_of_them, is_participles_object
from briefing.lexicon import word_set

_SHORTEST_RELATIVE: Final = 4  # groups before the comma that closes a relative clause


def antecedent(parse: Parsed, verb: int) -> int | None:
    """The one noun group that a relative clause speaks of: "one of whom died", "by X, who died"."""
    groups = parse.groups
    if verb and groups[verb - 1].kind == "noun" and is_of_them(parse, verb - 1):
        return verb - 1 if not groups[verb].passive else None
    if verb < _SHORTEST_RELATIVE - 1 or groups[verb - 1].kind != "relative":
        return None
    noun = verb - 3 if groups[verb - 2].word == "of" else verb - 2
    if groups[noun].word == "," and (
        _is_whom(parse, noun - 1, verb) or _are_counted(parse, noun - 1)
    ):
        return noun - 1
    if groups[noun].kind != "noun":
        return None
    if groups[noun].word == "those":
        return noun  # "difficulties regarding those who were held"
    counted = groups[verb - 2].word == "of" and groups[noun].quantity is not None
    who = groups[verb - 1].word == "who" and noun > 0
    governed = who and groups[noun - 1].kind == "preposition"
    agent = governed and groups[noun - 1].word == "by"
    told = governed and (_agrees(parse, noun, verb) or _are_counted(parse, noun))
    told = told or (who and _is_whom(parse, noun, verb))
    return noun if counted or agent or told else None


def _agrees(parse: Parsed, noun: int, verb: int) -> bool:
    """Whether a plural stands before "who were": "the rites for the nuns who were killed"."""
    carried = parse.lower[parse.groups[verb].first] in ("were", "are", "have", "had")
    return carried and parse.groups[noun].is_several


def _is_whom(parse: Parsed, noun: int, verb: int) -> bool:
    """ "Chief of staff for a man who was killed", "escorting the judge, who was shot": one whom a
    preposition or a participle governs; behind "of" or a place it may be what stands before."""
    groups = parse.groups
    if groups[verb - 1].word != "who" or groups[noun].kind != "noun" or noun < 1:
        return False
    singular = parse.tokens[groups[verb].first].lower in ("was", "is", "has", "had")
    governed = groups[noun - 1].word in _OF_PERSONS or is_participles_object(parse, noun)
    return governed and singular and not groups[noun].is_several


_OF_PERSONS: Final = frozenset("for by with to against about on over".split())


def _are_counted(parse: Parsed, noun: int) -> bool:
    """ "The names of 43 soldiers who died": names do not die."""
    group = parse.groups[noun]
    return group.quantity is not None and group.is_several and parse.groups[noun - 1].word == "of"


def antecedent_end(parse: Parsed, verb: int) -> int:
    """Where to start looking left: before a relative pronoun that the verb belongs to."""
    groups = parse.groups
    at = _before_source(parse, verb - 1)
    while at >= 0 and _is_carried(parse, at, verb):
        at -= 1
    if at >= 0 and groups[at].kind == "relative":
        at -= 1
        while at >= 0 and groups[at].kind == "mark":
            at -= 1
    return at


def _before_source(parse: Parsed, at: int) -> int:
    """ "The unrest that the mayor says has displaced many": who says so stands in the clause."""
    groups = parse.groups
    kinds = [group.kind for group in groups[max(0, at - 2) : at + 1]]
    said = kinds == ["relative", "noun", "verb"] and groups[at].verb in _SAYING
    return at - 2 if said else at


_SAYING: Final = word_set("attribution", "verbs", "say") | word_set("attribution", "verbs", "claim")


def relative_that_ends(parse: Parsed, end: int) -> int | None:
    """The verb of the clause that ends at ``end``: "shot" of "A man who shot a guard was held".

    None for a clause between commas, and where another verb stands in between: "residents who saw
    it said two men were held".
    """
    groups = parse.groups
    for at in range(end, max(0, end - _RELATIVE_REACH), -1):
        group, before = groups[at], groups[at - 1]
        if group.kind == "relative":
            clause = at + 1 < end and groups[at + 1].kind == "verb"
            own = clause and group.word in _RELATIVES and before.kind == "noun"
            left = own and groups[at + 1].verb in _BEFORE_PARTICIPLE  # "which left two men hurt"
            return at + 1 if own and not left else None
        if group.kind == "subordinator" or group.word in (",", ";", ":", "(", ")"):
            return None
        joint = before.kind in ("relative", "coordinator")
        if group.kind == "verb" and group.finite and not joint:
            return None
    return None


def before_whom(parse: Parsed, verb: int) -> int | None:
    """ "Two men whom police had questioned were killed": the men, for the verb behind it."""
    groups = parse.groups
    for at in range(verb - _WHOM, max(0, verb - _RELATIVE_REACH), -1):
        if groups[at].word != "whom":
            continue
        shape = [group.kind for group in groups[at - 1 : at + 3]]
        ended = not any(g.kind == "verb" and g.finite for g in groups[at + _WHOM : verb])
        return at - 1 if ended and shape == ["noun", "relative", "noun", "verb"] else None
    return None


_WHOM: Final = 3  # groups of "whom police questioned"
_BEFORE_PARTICIPLE: Final = word_set("grammar", "verbs", "before_participle")
_RELATIVES: Final = frozenset(("who", "that", "which"))
_RELATIVE_REACH: Final = 12  # groups of a relative clause between a subject and its verb


def _is_carried(parse: Parsed, at: int, verb: int) -> bool:
    """Marks, and verbs that carry this one: "are known to have died", "confirmed killed"."""
    group = parse.groups[at]
    if group.kind in ("mark", "predicate"):
        return group.word not in (",", ")") and group.word not in DASHES
    infinitive = parse.groups[verb].modal == "to"
    if group.word == "to":
        return infinitive
    return (
        group.kind == "verb"
        and all(g.kind != "noun" for g in parse.groups[at + 1 : verb])
        and (infinitive or at == verb - 1)
    )


def before_insertion(parse: Parsed, start: int) -> int:
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
    if relative >= _SHORTEST_RELATIVE and words[-3::2] == [",", "of"]:
        return relative - 4  # "26 hostages, 18 of whom were guards, died"
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
    if _tells_one(parse, comma + 1):
        return True
    return not listed and _explains(parse, comma)


def _tells_one(parse: Parsed, at: int) -> bool:
    """ "Two persons, one a seven-year-old boy, …": what one of them was; "two each from …"."""
    one, what = parse.groups[at : at + 2] if at + 1 < len(parse.groups) else (None, None)
    if one is not None and what is not None and one.quantity and what.word == "each":
        return True
    alone = one is not None and one.word == "one" and one.last - one.first == 1
    return alone and what is not None and parse.is_indefinite(what)


def _is_reduced(parse: Parsed, at: int) -> bool:
    """Whether a clause without subject and finite verb begins: "known as", "aged", "living in"."""
    verb, after = parse.groups[at], parse.groups[at + 1]
    if verb.kind == "verb" and parse.tokens[verb.first].lower == "having":
        return True
    bare = verb.kind == "verb" and not (verb.passive or verb.perfect or verb.verb == "be")
    return bare and verb.form in ("ed", "ing") and after.kind == "preposition"


def _explains(parse: Parsed, comma: int) -> bool:
    """ "Base 12, a post overlooking the road": a name, then what it is with a participle."""
    name, explained, participle = (parse.groups[i] for i in (comma - 1, comma + 1, comma + 2))
    article = parse.tokens[explained.first].lower in ("a", "an", "the")
    named = name.kind == "noun" and parse.tokens[name.first].capitalised
    return named and article and participle.form == "ing"


def before_saying(parse: Parsed, start: int) -> int:
    """ "Nine people, the mayor said, were killed": who says so stands between."""
    groups = parse.groups
    if start < _SHORTEST_RELATIVE or groups[start].word != ",":
        return start
    opening, source, verb = groups[start - 3 : start]
    said = verb.kind == "verb" and verb.verb in word_set("attribution", "verbs", "say")
    return start - 4 if said and opening.word == "," and source.kind == "noun" else start
