"""For whom a sentence states a consequence, among the names that it and those before it hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from briefing.actors import canonical
from briefing.extract.implications.carried import REGION, Told
from briefing.extract.implications.subjects import Mention, Role, words_of
from briefing.language.document import Document
from briefing.language.tokens import Token
from briefing.models import Attribution, Sentence, Span
from briefing.records import record, replace

_CARRIED_WORDS: Final = words_of("carried")

MOST_SUBJECTS: Final = 4  # a statement about more is a statement about the region
_CARRIED: Final = 2  # subjects that a sentence without names takes over
_ROLES: Final[tuple[Role, ...]] = ("subject", "place", "event", "town", "origin")


@record(frozen=True)
class Stated:
    """A statement as far as its subjects depend on it.

    ``attitude``: the offset of the word for a fear or plan where it is one, else None; ``span``:
    the sentence or the clause of it.
    """

    sentence: Sentence
    spoken: Attribution
    attitude: int | None
    span: Span


def choose_subjects(document: Document, told: Told, stated: Stated) -> tuple[str, ...]:
    """The canonical names for whom a sentence states a consequence.

    Where it happens and what caused it come only
    where nobody else is named, and so does who speaks unless the statement is the speaker's own
    attitude. A sentence without names, or about "it", carries on with those before.
    """
    sentence = stated.sentence
    here = _own_roles(document, _named(told, stated), stated)
    chosen = _most_telling(here)
    carries_on = _carries_on(document, sentence)
    carried = told.before(sentence.index, it=carries_on and _opens_with_it(document, sentence))
    if not carries_on:  # only what speaks of "it" and "them" can speak of a militia
        carried = [name for name in carried if not _is_armed(name)] or carried
    if carries_on or not any(m.role == "subject" for m in here):
        return _distinct((*carried[: 1 if chosen else _CARRIED], *chosen))
    if all(name == REGION for name in chosen):
        return _distinct((*chosen, *carried[:_CARRIED]))
    return _distinct(chosen)


def _named(told: Told, stated: Stated) -> Sequence[Mention]:
    """The names of a clause; those of its sentence where it has no subject of its own."""
    named = told.named[stated.sentence.index]
    own = [m for m in named if stated.span.start <= m.start < stated.span.end]
    return own if any(m.role == "subject" for m in own) else named


def _own_roles(document: Document, here: Sequence[Mention], stated: Stated) -> list[Mention]:
    """The names of a sentence, with their roles in this statement."""
    if stated.attitude is not None:
        return _holding(here, stated.attitude)
    tokens = document.tokens[stated.sentence.index]
    if _of_itself(tokens, stated.spoken.cue or ""):
        return list(here)
    return [_unspoken(document, mention, stated) for mention in here]


def _holding(here: Sequence[Mention], attitude: int) -> list[Mention]:
    """ "Officials in Abidjan worry": who fears or plans stands before the word for it."""
    before = [mention for mention in here if mention.end <= attitude]
    if not before or any(mention.role == "subject" for mention in before):
        return list(here)
    return [replace(m, role="subject") if m in before and m.role != "event" else m for m in here]


def _unspoken(document: Document, mention: Mention, stated: Stated) -> Mention:
    """A speaker is a subject only where no other is named."""
    source = stated.spoken.source_original
    if not source:
        return mention
    within = document.article.text[mention.start : mention.end] in source
    speeches = document.speeches[stated.sentence.index]
    outside = not any(s.start <= mention.start and mention.end <= s.end for s in speeches)
    return replace(mention, role="town") if within or outside else mention


def _most_telling(mentioned: Sequence[Mention]) -> list[str]:
    """The names in the best role that any of them has."""
    best = next((role for role in _ROLES if any(m.role == role for m in mentioned)), None)
    return [mention.name for mention in mentioned if mention.role == best]


def _carries_on(document: Document, sentence: Sentence) -> bool:
    words = (token.lower for token in document.tokens[sentence.index] if token.text[0].isalnum())
    first, second = next(words, ""), next(words, "")
    return not _CARRIED_WORDS.isdisjoint((first, f"{first}-{second}"))


def _opens_with_it(document: Document, sentence: Sentence) -> bool:
    words = (token.lower for token in document.tokens[sentence.index] if token.text[0].isalnum())
    return next(words, "") in words_of("themselves")


def _is_armed(name: str) -> bool:
    actor = canonical(name)
    return actor is not None and actor.combatant


def _of_itself(tokens: Sequence[Token], cue: str) -> bool:
    """Whether speakers speak of themselves: "Kabul says that it has asked for a loan"."""
    said = cue.lower().split()[-1:]
    words = [token.lower for token in tokens if token.lower != "that"] if said else []
    return any(
        word == said[0] and after in words_of("themselves") for word, after in pairwise(words)
    )


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:MOST_SUBJECTS]
