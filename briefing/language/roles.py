"""What part a noun group plays beside its neighbours: free, governed, in a list or an aside."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.language.groups import Group, Parsed
from briefing.language.tokens import Token
from briefing.lexicon import word_set

_COLLECTIVES: Final = word_set("victims", "collectives", "words")

_verbs = partial(word_set, "grammar", "verbs")

SUBSETS: Final = frozenset(("including", "among", "comprising"))
DASHES: Final = frozenset(("--", "—", "–", "-"))
# "Six men from both sides died": nothing can have been died
INTRANSITIVE: Final = word_set("grammar", "verbs", "intransitive")
OPENERS: Final = frozenset(("as", "after", "before", "since", "until", "till"))  # open clauses, too
_OF_PHRASES: Final = 4  # groups of "of" phrases read with a noun group


def role_of(parse: Parsed, at: int) -> str:
    """ "free" (no preposition governs it), "part" ("including …") or "governed"."""
    groups = parse.groups
    before = groups[at - 1] if at else None
    if before is None:
        return "free"
    if before.kind == "preposition":
        if before.word in OPENERS:
            return "free"
        return "part" if before.word in SUBSETS else "governed"
    if before.word in ("and", ",", "or") and at > 1 and groups[at - 2].kind == "noun":
        whole = _governor(parse, at - 2)
        if whole in SUBSETS and not (before.word == "and" and is_told_among(parse, at - 2)):
            return "part"
        counts = groups[at].quantity or groups[at].word == "another"
        # "In Goma, Omar Ali and a cook were killed"
        counts = counts or (parse.is_indefinite(groups[at]) and _stands_behind_comma(parse, at - 2))
        if whole and before.word != "," and not counts:
            return "governed"
    return "free"


def _stands_behind_comma(parse: Parsed, at: int) -> bool:
    return at > 0 and parse.groups[at - 1].word == "," and not parse.is_indefinite(parse.groups[at])


def is_object(parse: Parsed, at: int) -> bool:
    """ "A bomb killed three men and two were hurt": a verb right before the noun group has it.

    Behind a verb of saying or thinking a clause begins: "Police said three men were hurt".
    """
    before = parse.groups[at - 1] if at else None
    if before is None or before.kind != "verb" or before.passive:
        return False
    said = before.verb in _verbs("before_clause") and parse.groups[at].word not in _LIVES
    return before.verb != "be" and not said  # "claimed five lives and two men were hurt"


_LIVES: Final = word_set("grammar", "lives", "words")


def is_included(parse: Parsed, at: int) -> bool:
    """ "The figure includes 18 people killed in Bo": a part of what was counted before."""
    return at > 0 and parse.groups[at - 1].verb == "include" and not parse.groups[at - 1].negated


def is_participles_object(parse: Parsed, at: int) -> bool:
    """ "A woman selling fruit was hurt": the fruit is no subject."""
    return is_object(parse, at) and parse.groups[at - 1].form == "ing" and at > 1


def begins_small_clause(parse: Parsed, at: int, verb: int) -> bool:
    """ "Left a captain and two others killed": what is left is the participle's subject."""
    before = parse.groups[at - 1] if at else None
    group = parse.groups[verb]
    bare = group.form == "ed" and not group.passive and group.verb not in _verbs("intransitive")
    return bare and before is not None and before.verb in _verbs("before_participle")


def is_told_among(parse: Parsed, at: int) -> bool:
    """ "A nurse was among the dead and another was hurt": the second is none of the dead.

    "Omar was among three men killed": the three are who is told of.
    """
    be = parse.groups[at - 2] if at > 1 and parse.groups[at - 1].word == "among" else None
    return be is not None and (be.verb == "be" or _opens_headline(parse, at))


def _opens_headline(parse: Parsed, at: int) -> bool:
    """ "Two clerks among ten killed": the clerks were, as a headline has it."""
    who = parse.groups[0]
    return at == _HEADED and who.quantity is not None and parse.groups[at].quantity is not None


def who_is_among(parse: Parsed, at: int) -> list[int]:
    """ "Two clerks were among ten people killed": the clerks, for the ten at ``at``."""
    if not is_told_among(parse, at):
        return []
    first = at - _HEADED if parse.groups[at - _HEADED].kind == "noun" else at - _AMONG
    if first < 0:
        return []
    who = parse.groups[first]
    counted = who.kind == "noun" and (who.quantity is not None or parse.is_indefinite(who))
    return [first] if counted else []


_AMONG: Final = 3  # groups from "two clerks" to "ten people"
_HEADED: Final = 2  # … without "were"


def is_among_them(parse: Parsed, at: int) -> bool:
    """ "Killed 34 people, two children among them"."""
    among = parse.groups[at + 1 : at + 3]
    return [g.word for g in among] in (["among", "them"], ["among", "those"])


def is_graver(parse: Parsed, at: int) -> bool:
    """ "Injuring five, one of them critically": some of those counted before, for their state."""
    group, before = parse.groups[at], parse.groups[at - 1]
    after = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    bare = group.only_counts or is_of_them(parse, at)
    return bare and before.word == "," and after in _GRAVELY


_GRAVELY: Final = word_set("grammar", "classes", "gravely")


def is_governed_name(parse: Parsed, at: int) -> bool:
    """Whether a bare name goes on with those that a preposition governs: "in Merawi, Amhara"."""
    group = parse.groups[at]
    words = parse.tokens[group.first : group.last]
    capitals = words[0].capitalised and words[-1].capitalised
    named = capitals and not group.quantity and all(_is_name_word(word) for word in words)
    after = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    listed = at > 1 and named and parse.groups[at - 1].word == after == ","
    governor = _governor(parse, at) if listed else ""
    return governor != "" and governor not in SUBSETS


def _is_name_word(token: Token) -> bool:
    """A capital, or a particle within a name: "Norte de Santander"."""
    return token.capitalised or len(token.text) <= _PARTICLE


_PARTICLE: Final = 3  # letters of the longest particle: "del"


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
            if before.word == "," and _begins_after(parse, at):
                return ""  # the phrase before is over
            at -= 2
        else:
            return ""
    return ""


def _begins_after(parse: Parsed, at: int) -> bool:
    """ "In Herat, a leader and …", "in the raid, Omar Ali, a cook and …": a new phrase behind the
    comma, and no list of what a preposition governs."""
    if _counts_one(parse, at):
        indefinite = parse.tokens[parse.groups[at].first].lower != "the"
        return not _counts_one(parse, at - 2) or (indefinite and _opens_definite(parse, at - 2))
    named = parse.tokens[parse.groups[at].first].capitalised
    return named and _opens_definite(parse, at - 2)


def _opens_definite(parse: Parsed, at: int) -> bool:
    return parse.tokens[parse.groups[at].first].lower == "the"


def _counts_one(parse: Parsed, at: int) -> bool:
    group = parse.groups[at]
    return group.quantity is not None or parse.tokens[group.first].lower in ("a", "an", "the")


def is_of_them(parse: Parsed, at: int) -> bool:
    """ "nine of them", "six of whom": a count of people just spoken of."""
    group = parse.groups[at]
    rest = parse.words(group)[group.counted :] if group.quantity else []
    return rest in (["of", "them"], ["of", "whom"], ["of", "these"])


def is_share(parse: Parsed, group: Group) -> bool:
    """ "19 of those civilians", "many of the displaced": some of people spoken of before."""
    after = parse.words(group)[group.counted :]
    return group.quantity is not None and after[:1] == ["of"] and after[1:2] in _SHARED


_SHARED: Final = (["the"], ["those"], ["these"], ["them"], ["whom"])


def aside(parse: Parsed, at: int) -> tuple[int, int] | None:
    """(part, group before the aside) of "nine of them women", "among them three girls"."""
    groups = parse.groups
    if at <= 1 or groups[at].kind != "noun" or groups[at - 1].kind != "noun":
        return None
    if is_of_them(parse, at - 1):
        return at - 1, at - 2
    among = groups[at - 2].word in SUBSETS and groups[at - 1].pronoun
    counts = groups[at].quantity is not None or parse.is_indefinite(groups[at])
    return (at, at - 3) if among and counts else None


def opens_aside(parse: Parsed, left: int, right: int) -> bool:
    """ "listed as a gang, and the men who fled": behind "as" and before a comma, another clause."""
    opened = left > 0 and parse.groups[left - 1].word in OPENERS
    return opened and any(g.word == "," for g in parse.groups[left + 1 : right])


def joined(parse: Parsed, left: int, right: int) -> bool:
    """Whether "and" or a comma joins two noun groups, prepositional phrases aside."""
    between = parse.groups[left + 1 : right]
    if any((g.kind == "verb" and g.finite) or g.kind == "predicate" for g in between):
        return False
    if parse.tokens[parse.groups[right].first].lower == "another" and not any(
        g.kind == "coordinator" for g in between
    ):
        return False  # "… and a nurse, another 14 were hurt"
    if any(g.kind == "coordinator" for g in between):
        return True
    marks = [g.word for g in between if g.kind == "mark"]
    if ";" in marks:
        return False  # "we were 30, for three nights; a baby died"
    return "," in marks or "–" in marks or "—" in marks


def apposed(parse: Parsed, left: int, right: int) -> bool:
    """Whether the noun group at ``right`` only explains the one at ``left``: "Ali, a teacher"."""
    groups = parse.groups
    commas = any(g.word in (",", "–", "—", "(") for g in groups[left + 1 : right])
    conjoined = any(g.kind == "coordinator" for g in groups[left + 1 : right])
    counts = _counts_apart(parse, left) and groups[right].quantity
    return commas and not conjoined and not counts


def _counts_apart(parse: Parsed, at: int) -> bool:
    """Whether a group counts people of its own: "six men", "an officer", but not "a family"."""
    group = parse.groups[at]
    one = parse.is_indefinite(group)
    several = group.word in _COLLECTIVES
    return group.quantity is not None or (one and not several)


def closes(parse: Parsed, at: int) -> bool:
    """Whether a verb group carries a clause; "led by", "associated with" do not."""
    group = parse.groups[at]
    bare = group.form == "ed" and not (group.passive or group.perfect or group.verb == "be")
    bare = bare and group.verb not in INTRANSITIVE
    after = parse.groups[at + 1 : at + 3]
    infinitive = len(after) > 1 and after[0].word == "to" and after[1].kind == "verb"
    participle = bare and bool(after) and after[0].kind == "preposition" and not infinitive
    participle = participle or (bare and _is_naming(parse, group, after))
    if bare and [g.kind for g in after] == ["coordinator", "verb"] and after[1].form == "ed":
        participle = not (after[1].modal or closes(parse, at + 2))  # "a man shot and hurt in Goma"
    return group.kind == "verb" and group.finite and not participle


def _is_naming(parse: Parsed, verb: Group, after: list[Group]) -> bool:
    """ "A commander named Gul Agha"."""
    named = verb.verb in ("name", "call", "nickname") and bool(after)
    return named and after[0].kind == "noun" and parse.tokens[after[0].first].capitalised


def opening(parse: Parsed, at: int) -> int:
    """The bracket or dash that opens what closes at ``at``; ``at`` itself where none does."""
    mark = "(" if parse.groups[at].word == ")" else parse.groups[at].word
    return next((i for i in range(at - 1, -1, -1) if parse.groups[i].word == mark), at)


def closing(parse: Parsed, at: int) -> int:
    """The bracket that closes what opens at ``at``; ``at`` itself where none does."""
    return next((i for i in range(at + 1, len(parse.groups)) if parse.groups[i].word == ")"), at)


def end_of_phrase(parse: Parsed, at: int) -> int:
    """The last group of a noun group and its "of" phrases: "guerrillas of the FMLN"."""
    groups, last = parse.groups, at
    while last + 2 < len(groups) and groups[last + 1].word == "of" and last < at + _OF_PHRASES:
        if groups[last + 2].kind != "noun":
            break
        last += 2
    return last
