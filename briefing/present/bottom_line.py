"""The bottom line: two or three sentences; numbers from the ledger, claims with their voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.actors import canonical, state_name
from briefing.lexicon import word_set
from briefing.naming import with_article
from briefing.present.block import Block, make_block, make_note
from briefing.present.bottom_casualties import tell_casualties
from briefing.present.bottom_territory import tell_territory
from briefing.present.choosing import choose_points
from briefing.present.citations import Citation, Citer
from briefing.present.events import event_lead
from briefing.present.implications import weight_of
from briefing.present.quoting import as_quoted, without_speaker
from briefing.present.words import capital, shortened
from briefing.rows import records, short_name
from briefing.wording import listed

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_CIVILIANS = "killed_civilians"
QUOTE = 140  # characters of a quoted implication
_KINDS = ("assessment", "effect", "risk_or_outlook", "fear_or_intention")


@dataclass(frozen=True)
class Sentence:
    """A sentence without its full stop, and what it rests on."""

    text: str
    citations: list[Citation]


def bottom_line(ledger: Ledger) -> Block:
    """Compose the bottom line of territory, casualties and the main implication.

    Event data speaks here only where articles have nothing to say.
    """
    citer = Citer(ledger)
    parts = (_territory, _casualties, _implication)
    sentences = [made for part in parts if (made := part(ledger, citer))]
    if not sentences:
        return event_lead(ledger) or _quiet(ledger, citer)
    return make_block("bottom_line", sentences=sentences)


def _quiet(ledger: Ledger, citer: Citer) -> Block:
    """Of a week without any of the three the point of most weight: a truce is news as well."""
    nothing = "Nothing in what was read speaks of casualties, territory or consequences"
    points = choose_points(records(ledger.summary), ledger, 1)
    if not points:
        return make_note(f"{nothing}.")
    quote = as_quoted(shortened(points[0]["text"].rstrip(" ."), QUOTE))
    told = Sentence(f"What weighs most in it: “{quote}”", citer.cite([points[0]["claim_id"]]))
    return make_block("bottom_line", sentences=[Sentence(nothing, []), told])


def _territory(ledger: Ledger, citer: Citer) -> Sentence | None:
    told = tell_territory(ledger)
    return Sentence(capital(told.text), citer.cite(told.claims)) if told else None


def _casualties(ledger: Ledger, citer: Citer) -> Sentence | None:
    told = tell_casualties(ledger)
    return Sentence(capital(told.text), citer.cite(told.claims)) if told else None


def _implication(ledger: Ledger, citer: Citer) -> Sentence | None:
    """The best attributed statement on consequences beyond the desk's own country and parties."""
    rows = records(ledger.implications)
    if not rows:
        return None
    home = {state_name(code) for code in ledger.edition.get("countries") or ()}
    home |= {party["name"] for party in ledger.edition.get("parties") or ()} - _states(rows)
    row = min(
        rows,
        key=lambda row: (
            set(row["subjects"]) <= home, _points_back(row["quote"]), *_implication_rank(row),
        ),
    )  # fmt: skip
    subject = listed(with_article(name) for name in row["subjects"]) or "the region"
    verb = "What it has brought" if row["kind"] == "effect" else "What it may mean for"
    quote, voice = without_speaker(row["quote"].rstrip(" .")), row["source_original"]
    text = f"{verb} {subject}{_told_by(voice, quote)}: “{as_quoted(shortened(quote, QUOTE))}”"
    return Sentence(text, citer.cite([row["claim_id"]]))


def _points_back(quote: str) -> bool:
    """ "It has lost an adviser": alone, it does not say who has."""
    first = quote.partition(" ")[0].strip("“\"‘'").lower()
    return first in word_set("summary", "pronouns", "words")


def _states(rows: list[Row]) -> set[str]:
    """The states among the subjects: a party that is one is no home of its own."""
    named = {subject for row in rows for subject in row["subjects"]}
    return {name for name in named if (known := canonical(name)) and known.country}


def _told_by(voice: str | None, quote: str) -> str:
    """In whose words; nothing where the quoted words themselves say so."""
    if voice is None:
        return ", as reported"
    name = short_name(voice)
    return "" if name.lower() in quote.lower() else f", in the words of {with_article(name)}"


def _implication_rank(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The weightiest first; then by kind."""
    return -weight_of(row), _KINDS.index(row["kind"]), row["source"], row["start"]
