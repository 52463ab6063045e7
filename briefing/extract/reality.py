"""Whether what a word tells of happened, or is planned, possible, a condition, an attempt."""

from __future__ import annotations

from typing import Final

from briefing.extract.triggers import words_of
from briefing.language.groups import Group, Parsed
from briefing.language.inflection import plural_of
from briefing.language.notcounts import is_ratio
from briefing.lexicon import word_set

_SUPERSEDED: Final = words_of("superseded", "words")
_COUNTS: Final = frozenset(plural_of(word) for word in words_of("superseded", "counts"))
_VERBS_UNREAL: Final = word_set("grammar", "verbs", "unreal")

_MADE: Final = 2  # groups before a base form that say who was made to
_LOOKED_BACK: Final = 4  # groups before an infinitive in which its governing verb is sought
_LIST_BACK: Final = 6  # groups before a count in which "an earlier count of" stands


def is_present(parse: Parsed, group: Group, *, plain: bool) -> bool:
    """Whether a verb says what is going on or is the rule: "are killed", "are fleeing".

    ``plain``: "flee" and "kills" as well, which headlines use of events.
    """
    if group.kind != "verb" or group.perfect or group.modal:
        return False
    return parse.tokens[group.first].lower in _PRESENT or (plain and group.form in ("base", "s"))


def is_habit(parse: Parsed, at: int) -> bool:
    """Whether a participle names what somebody does, not once: true of no event in particular.

    "While murdering villagers", "the blame for killing farmers", "taking hostages is wrong", "does
    not condone killing guards", "responsible for moving arms, kidnapping villagers and …".
    """
    group = parse.groups[at]
    if group.kind != "verb" or group.form != "ing":
        return False
    at = _first_of_series(parse, at)
    if at == 0:
        return any(later.kind == "verb" and later.finite for later in parse.groups[1:])
    before = parse.groups[at - 1]
    judged = before.verb in words_of("unreal", "judges")
    return before.kind == "preposition" or before.word == "while" or judged


def _first_of_series(parse: Parsed, at: int) -> int:
    """ "Moving" of "for moving arms, kidnapping villagers": the participle that opens the list."""
    groups = parse.groups
    while at > 1 and (groups[at - 1].word == "," or groups[at - 1].kind == "coordinator"):
        near = range(at - 2, max(-1, at - _SERIES), -1)
        before = next((i for i in near if groups[i].kind == "verb"), None)
        if before is None or groups[before].form != "ing" or groups[before].finite:
            return at
        at = before
    return at


_SERIES: Final = 8  # groups of one member of a list of participles


def is_asked(parse: Parsed) -> bool:
    """ "Was it the army that killed him?": what is asked with yes or no for answer is not told."""
    if "?" not in parse.held:
        return False
    words = [word for word in parse.lower if word[0].isalpha() or word == ":"]
    if words[1:2] == [":"] and words[0] in words_of("unreal", "asking"):
        words = words[2:]
    return bool(words) and words[0] in words_of("unreal", "asks")


def is_wanted(parse: Parsed, at: int) -> bool:
    """ "Calls for the murder of", "a plot for the kidnapping of", "to prevent the death of"."""
    before = parse.groups[max(0, at - 2) : at]
    if before and before[-1].kind == "preposition":
        before = before[:-1]
    elif len(before) > 1:
        before = before[1:]
    if not before:
        return False
    return not words_of("unreal", "wants").isdisjoint((before[-1].verb, before[-1].word))


def is_stated(parse: Parsed, at: int) -> bool:
    """Whether the count at ``at`` is given, and neither asked for nor replaced by another.

    Not "they did not say how many died", "six people and not nine", "not one but three men", nor
    "revising an earlier count of three dead".
    """
    groups = parse.groups
    if at and groups[at - 1].word in ("how", "not"):
        return False
    if _gives_way(parse, at) or _opens_superseded(parse, at):
        return False
    if is_ratio(parse.lower, groups[at].last + 1):
        return False
    for of in range(at - 1, max(0, at - _LIST_BACK), -1):
        if groups[of].kind == "verb" and groups[of].finite:
            return True
        if groups[of].word == "of" and groups[of - 1].word in words_of("superseded", "counts"):
            words = {word for group in groups[max(0, of - 2) : of] for word in parse.words(group)}
            return _SUPERSEDED.isdisjoint(words)
    return True


def is_cleared(parse: Parsed, at: int) -> bool:
    """ "A court acquitted 14 soldiers of murdering monks": who was accused did not do it."""
    groups = parse.groups
    if groups[at].form != "ing" or at < _MADE or groups[at - 1].word not in ("of", "from"):
        return False
    near = groups[max(0, at - 3) : at - 1]
    return any(group.verb in words_of("cleared", "verbs") for group in near)


def _gives_way(parse: Parsed, at: int) -> bool:
    """ "Not one but three farmers": the count before "but"."""
    following = parse.groups[at + 1].word if at + 1 < len(parse.groups) else ""
    return following == "but" and parse.lower[parse.groups[at].first] == "not"


def _opens_superseded(parse: Parsed, at: int) -> bool:
    """ "Earlier figures spoke of 32 dead": the sentence is about counts that others replaced."""
    opening = parse.lower[:_OPENING]
    about = any(w in _SUPERSEDED for w in opening[:2])
    return about and not _COUNTS.isdisjoint(opening) and at > 1


_OPENING: Final = 4  # words in which a sentence names what it is about
_PRESENT: Final = frozenset("is are 's ’s 're ’re am".split())


def happened(parse: Parsed, at: int, group: Group) -> bool:
    """Not a plan, a possibility, a condition, a purpose or a question."""
    if is_asked(parse):
        return False
    perfect = group.perfect and (group.modal in ("to", "may", "might") or _is_hearsay(parse, group))
    if _is_unreal(group) and not perfect:
        return group.modal == "to" and (_caused(parse, at) or _realized(parse, at))
    if _made_to(parse, at, group) or _conditional(parse, at) or is_aim(parse, at):
        return False
    if group.form == "ing" and _is_weighed(parse, at):
        return False
    return not shares_infinitive(parse, at, group)


def _is_hearsay(parse: Parsed, group: Group) -> bool:
    """ "Four guards would have been killed, according to a source", as translations from French and
    Spanish have it: told on somebody's word, and no condition."""
    if group.modal != "would" or words_of("unreal", "hearsay").isdisjoint(parse.held):
        return False
    return words_of("unreal", "supposing").isdisjoint(parse.held)


def is_aim(parse: Parsed, at: int) -> bool:
    """ "With the aim of capturing him", "the theory of laying siege": no more than thought of."""
    if parse.groups[at].form != "ing" or at < _MADE or parse.groups[at - 1].word != "of":
        return False
    return parse.groups[at - 2].word in word_set("grammar", "aims", "words")


def _is_weighed(parse: Parsed, at: int) -> bool:
    """ "Split over executing him", "will begin withdrawing": what is not yet done."""
    before = parse.groups[at - 1] if at else None
    if before is None:
        return False
    begun = before.verb in words_of("unreal", "realized") and _is_unreal(before)
    return begun or before.word in words_of("unreal", "weighed")


def _is_unreal(group: Group) -> bool:
    """Whether a verb says "could", "will" or "to": not what happened."""
    return group.modal == "to" or group.modal in _VERBS_UNREAL


def _realized(parse: Parsed, at: int) -> bool:
    """ "Managed to kill", "continue to be held": the infinitive happened, or goes on."""
    before = [g for g in parse.groups[max(0, at - 2) : at] if g.kind == "verb"]
    escaped = parse.groups[at].verb in words_of("causing", "escapes")  # "one managed to flee"
    if not before or escaped or before[-1].negated or _is_unreal(before[-1]):
        return False
    return before[-1].verb in words_of("unreal", "realized")


def _made_to(parse: Parsed, at: int, group: Group) -> bool:
    """ "to have the rebels surrender": the base form is as real as the infinitive before it."""
    if group.form != "base" or at < _MADE or parse.groups[at - 1].kind != "noun":
        return False
    made = parse.groups[at - 2]
    return made.verb in words_of("unreal", "makers") and _is_unreal(made)


def shares_infinitive(parse: Parsed, at: int, group: Group) -> bool:
    """ "to help people and evacuate residents": a base form goes on with the infinitive."""
    if group.form != "base" or at < 1 or parse.groups[at - 1].kind != "coordinator":
        return False
    before = [i for i, g in enumerate(parse.groups[:at]) if g.kind == "verb"]
    if not before or not _is_unreal(parse.groups[before[-1]]):
        return False
    return not _realized(parse, before[-1])


def _caused(parse: Parsed, at: int) -> bool:
    """ "forced thousands to flee": the infinitive happened."""
    before = parse.groups[max(0, at - _LOOKED_BACK) : at]
    known = words_of("causing", "verbs")
    return any(g.kind == "verb" and g.verb in known and not g.modal for g in before)


def _conditional(parse: Parsed, at: int) -> bool:
    present = parse.groups[at].form in ("s", "base")
    for group in reversed(parse.groups[:at]):
        if group.kind == "subordinator":
            return group.word in words_of("unreal", "subordinators")
        if present and group.word in words_of("unreal", "awaited"):
            return True  # "before the junta takes our towns"
        if group.kind == "verb" and group.finite:
            return False
    return False
