"""Whom the words for a speaker mean: who they name, or who was named last, as "the group" does."""

from __future__ import annotations

from typing import Final

from briefing.language.groups import Group, Parsed
from briefing.language.sourcekinds import source_kind
from briefing.language.speaking import is_many
from briefing.lexicon import load, word_set
from briefing.models import Attribution


def attributed_to(
    name: str, parse: Parsed, source: tuple[Group, Group], cue: str, last: Attribution | None
) -> Attribution | None:
    """The source, or the one named before where the words only point back to it."""
    words = parse.lower[source[0].first : source[1].last]
    if words[0] in _PRONOUNS and len(words) == 1:
        one = words[0] in ("he", "she")
        if last is None or (one and is_many(last)):  # "he" is none of "analysts"
            return None
        return Attribution(last.source_original, last.kind, cue)
    if words == ["one"] and last and is_many(last):  # "Miners said … it comes, said one"
        return Attribution(last.source_original, last.kind, cue)
    bare = [word for word in words if word not in ("the", "same", "this")]
    if last and source[0].definite and len(bare) == 1 and _points_to(bare[0], last):
        return Attribution(last.source_original, last.kind, cue)
    return Attribution(name, source_kind(name), cue)


_PRONOUNS: Final = word_set("attribution", "carried_on", "pronouns")


def _points_to(word: str, last: Attribution) -> bool:
    """Whether "the group", "the ministry" can mean the source named last."""
    known = load("attribution")["carried_on"]
    if word in known["bodies"].split():
        return _is_body(last)
    if word in known["any_source"].split():
        return True
    named = (last.source_original or "").lower().split()
    return word in known["nouns"].split() and word in named


def _is_body(last: Attribution) -> bool:
    """Whether a source is a body with a name, which "the group" can mean: no residents, no army."""
    words = (last.source_original or "").removeprefix("The ").removeprefix("the ").split()
    known = last.kind not in word_set("attribution", "carried_on", "no_bodies")
    return known and not is_many(last) and any(word[:1].isupper() for word in words)
