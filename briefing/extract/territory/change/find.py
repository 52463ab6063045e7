"""Rules over word groups that connect actors with what they took, left or surrounded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.extract.territory.change.labels import by_label, by_list, by_row, labels
from briefing.extract.territory.change.nouns import (
    by_noun,
    by_siege,
    by_state,
    held_words,
    noun_rules,
)
from briefing.extract.territory.change.posted import is_over
from briefing.extract.territory.change.seizures import Seizure
from briefing.extract.territory.change.unreal import happened, unreal_noun
from briefing.extract.territory.change.verbs import by_phrase, by_verb, phrase_rules, verb_rules
from briefing.extract.territory.ground.taken import units
from briefing.language.groups import Group, Parsed
from briefing.language.verbgroups import NOT_QUITE
from briefing.records import replace

_VERB_RULES: Final = verb_rules()
_PHRASE_RULES: Final = phrase_rules()
_NOUN_RULES: Final = noun_rules()
_STATES: Final = held_words("nouns")
_SIEGES: Final = held_words("sieges")
_KINDS: Final = frozenset(units())
_TELLS: Final = frozenset(labels())


def find_seizures(parse: Parsed) -> Iterator[Seizure]:
    """What the sentence says changed hands, in the order of the triggers."""
    if _TELLING.isdisjoint(parse.held):
        return
    marked = [*(by_label(parse) if ":" in parse.held else ())]
    marked += by_row(parse) if "|" in parse.held else ()
    yield from marked
    done = {seizure.trigger for seizure in marked}
    kinds, tells, sieges = _KINDS, _TELLS, _SIEGES
    verbs, phrases, nouns, states = _VERB_RULES, _PHRASE_RULES, _NOUN_RULES, _STATES
    for at, group in enumerate(parse.groups):
        if at in done:
            continue
        if group.kind == "verb":
            told = group.verb in verbs or group.verb in phrases
            told = told and (not group.negated or _is_denied(parse, group))
            if told and happened(parse, at, group):
                found = by_phrase(parse, at, group) or by_verb(parse, at, group)
                yield from map(_denied, found) if group.negated else found
            elif group.negated and is_over(parse, group) and group.verb in phrases:
                yield from by_phrase(parse, at, group)
        elif group.kind == "noun" and group.word in nouns and not unreal_noun(parse, at):
            yield from by_noun(parse, at, group)
        elif group.kind == "noun" and group.word in states:
            yield from by_state(parse, at)
        elif group.word in sieges and group.kind == "noun":
            yield from by_siege(parse, at)
        elif group.word in kinds and group.kind == "noun" and not tells.isdisjoint(parse.held):
            yield from by_list(parse, at)


def _is_denied(parse: Parsed, group: Group) -> bool:
    """ "Has not captured A", unlike "has nearly captured A", which says nothing of the kind."""
    return group.perfect and NOT_QUITE.isdisjoint(parse.words(group))


def _denied(seizure: Seizure) -> Seizure:
    """ "M23 has not captured Sake": who says so denies it."""
    return replace(seizure, denied=True)


def _telling() -> frozenset[str]:
    """All words of which a sentence has one that says what changed hands."""
    return (held_words("nouns") | held_words("sieges")).union(
        verb_rules(), phrase_rules(), noun_rules(), labels()
    )


_TELLING: Final = _telling()
