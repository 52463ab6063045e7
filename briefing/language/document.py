"""An article as the extraction reads it: sentences, tokens, places, actors and who says what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import Final

from briefing.language.dateline import Dateline
from briefing.language.dates import Dated
from briefing.language.detect import Foreign
from briefing.language.groups import Parsed
from briefing.language.tokens import Token
from briefing.models import Article, Attribution, Certainty, Place, Sentence, Span
from briefing.records import record


@record(frozen=True)
class ActorMention(Span):
    """An armed group, force, government or country acting as one, as the text names it.

    ``name`` is canonical where the lexicon knows the actor, else the words of the text.
    """

    name: str = ""
    as_written: str = ""
    country: str | None = None  # ISO 3166-1 alpha-2 of the state it acts for, None for others
    combatant: bool = True  # an armed body; False for a state or government named as such


@record(frozen=True)
class Speech(Span):
    """A stretch of a sentence that somebody else than the article's author says."""

    attribution: Attribution = Attribution()
    words: Span | None = None  # source and cue; None where an earlier sentence names them


@record(frozen=True)
class Hedge(Span):
    """Words that make the statement they reach over more or less certain than plain report."""

    certainty: Certainty = "reported"
    words: str | None = None
    at: Span | None = None  # where the words stand


@record(frozen=True, eq=False)
class Document:
    """What is known of one article before claims are sought. Offsets count its whole text."""

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[list[Token], ...]  # one list per sentence
    places: tuple[Place, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    speeches: tuple[tuple[Speech, ...], ...] = ()  # per sentence, outermost first
    hedges: tuple[tuple[Hedge, ...], ...] = ()  # per sentence
    dates: tuple[tuple[Dated, ...], ...] = ()  # per sentence
    foreign: tuple[Foreign, ...] = ()  # the paragraphs that are not read
    headlines: frozenset[int] = frozenset()  # offsets of headings set in capitals or title case
    dateline: Dateline | None = None
    reported: date | None = None  # the day of publication, else the one that the text's head gives
    parsed: tuple[Parsed, ...] = ()  # noun and verb groups, per sentence
    surnames: frozenset[str] = frozenset()  # that stand for a person where they stand alone
    _starts: dict[str, list[int]] = field(default_factory=dict, init=False, repr=False)

    def speech(self, sentence: Sentence, offset: int) -> Speech:
        """The innermost speech around ``offset``; without any, the article's own voice."""
        for speech in reversed(self.speeches[sentence.index]):
            if speech.start <= offset < speech.end:
                return speech
        return _OWN_VOICE

    def hedge(self, sentence: Sentence, start: int, end: int) -> Hedge:
        """The strongest reservation that reaches over ``text[start:end]``.

        A statement without any is "reported".
        """
        reaching = [h for h in self.hedges[sentence.index] if h.start < end and start < h.end]
        return min(reaching, key=lambda h: _WEAKEST_FIRST.index(h.certainty), default=_PLAIN)

    def places_in(self, span: Span) -> tuple[Place, ...]:
        """The places that lie within ``span``."""
        starts = self._starts_of("places", self.places)
        return self.places[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def actors_in(self, span: Span) -> tuple[ActorMention, ...]:
        """The actors that lie within ``span``."""
        starts = self._starts_of("actors", self.actors)
        return self.actors[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that begins last at or before ``offset``."""
        starts = self._starts_of("sentences", self.sentences)
        return self.sentences[bisect_right(starts, offset) - 1]

    def _starts_of(self, name: str, spans: Iterable[Span]) -> list[int]:
        """Where these begin, read once: they are sought some hundred times per article."""
        if name not in self._starts:
            self._starts[name] = [span.start for span in spans]
        return self._starts[name]


_OWN_VOICE, _PLAIN = Speech(0, 0), Hedge(0, 0)
_WEAKEST_FIRST: Final[tuple[Certainty, ...]] = (
    "denied",
    "contested",
    "alleged",
    "claimed",
    "confirmed",
    "reported",
)
