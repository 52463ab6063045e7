"""Whom "it said" and "he said" mean where nobody has spoken yet: who a sentence before is about."""

from __future__ import annotations

from typing import Final

from briefing.language.groups import Parsed
from briefing.language.sourcekinds import source_kind
from briefing.language.speakers import speaker_before, title_of
from briefing.language.speaking import is_many
from briefing.lexicon import word_set
from briefing.lexicon.titles import WRITTEN
from briefing.models import Attribution

_SILENT: Final = word_set("attribution", "silent", "verbs")
_PERSONS: Final = word_set("attribution", "spoken_of", "persons") | WRITTEN
HE: Final = word_set("attribution", "spoken_of", "pronouns")


def who_is_silent(text: str, parse: Parsed) -> Attribution | None:
    """ "The army did not answer calls. In a post it said …": who "it" is."""
    if _SILENT.isdisjoint(parse.held) or not parse.groups[1:]:
        return None
    who, answers = parse.groups[:2]
    if who.kind != "noun" or not answers.negated or answers.verb not in _SILENT:
        return None
    name = text[parse.tokens[who.first].start : parse.tokens[who.last - 1].end]
    kind = source_kind(name)
    return Attribution(name, kind) if kind else None


def body_met(text: str, parse: Parsed) -> Attribution | None:
    """ "UNICEF published a report on Monday. It counts 40 dead": who "it" is."""
    verb = next((at for at, group in enumerate(parse.groups) if group.finite), 0)
    stretch = None if parse.groups[verb].passive else speaker_before(parse, verb)
    if stretch is None or stretch[0] > 0:
        return None
    first, last = (parse.groups[at] for at in stretch)
    name = text[parse.tokens[first.first].start : parse.tokens[last.last - 1].end]
    body = Attribution(name, source_kind(name))
    return body if body.kind in _BODIES and not is_many(body) else None


_BODIES: Final = frozenset(("un", "monitor", "government", "party", "medical", "media"))


def person_met(text: str, parse: Parsed) -> Attribution | None:
    """ "The mayor, Omar Ali, visited the hospital. Nine had died, he said": who "he" is."""
    if _PERSONS.isdisjoint(parse.held):
        return None
    verb = next((at for at, group in enumerate(parse.groups) if group.finite), 0)
    stretch = None if parse.groups[verb].passive else speaker_before(parse, verb)
    if stretch is None or parse.groups[stretch[0]].quantity is not None:
        return None
    first, last = (parse.groups[at] for at in stretch)
    title = parse.groups[min(stretch[0], title_of(parse, verb))]
    if _PERSONS.isdisjoint(parse.lower[title.first : last.last]):
        return None
    end = parse.tokens[last.last - 1].end
    kind = source_kind(text[parse.tokens[title.first].start : end])
    return Attribution(text[parse.tokens[first.first].start : end], kind)
