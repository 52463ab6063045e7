"""One person by two words: "a teacher and activist was shot", and no second one."""

from __future__ import annotations

from typing import Final

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.people.words import singular
from briefing.extract.scene import Scene
from briefing.language.groups import Group, Parsed
from briefing.language.inflection import is_plural
from briefing.lexicon import word_set

_FURTHER: Final = word_set("victims", "second_roles", "words")
_FORMER: Final = word_set("victims", "titles", "former")


def is_second_role(scene: Scene, finding: Finding, first: int, at: int) -> bool:
    """Whether the group at ``at`` only says what else the person at ``first`` is.

    So it is where the verb is said of one, and of an object where the word is one that people are
    besides: "killed a lawyer and former senator", but not "killed a doctor and nurse".
    """
    parse = scene.parse
    if at != first + 2 or parse.groups[at - 1].kind != "coordinator" or not _is_bare(parse, at):
        return False
    if not _is_one(parse, parse.groups[first]):
        return False
    verb = parse.groups[finding.trigger]
    if verb.kind == "predicate":  # "was shot dead"
        verb = parse.groups[finding.trigger - 1]
    if finding.active or finding.nominal:
        return _is_further(parse, parse.groups[at])
    return verb.kind == "verb" and parse.lower[verb.first] in ("was", "is", "has")


def _is_bare(parse: Parsed, at: int) -> bool:
    """A singular in small letters without an article, a count or an owner."""
    group = parse.groups[at]
    plain = parse.letters[group.first] == "w" and group.quantity is None and not group.definite
    return plain and parse.tokens[group.head].text.islower() and not is_plural(group.word)


def _is_one(parse: Parsed, group: Group) -> bool:
    one = parse.is_indefinite(group) or parse.lower[group.first] == "the"
    return one and group.quantity is None and not is_plural(group.word)


def _is_further(parse: Parsed, group: Group) -> bool:
    """ "Activist", "former senator": what somebody is besides something else."""
    return singular(group.word) in _FURTHER or not _FORMER.isdisjoint(parse.words(group))
