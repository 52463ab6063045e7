"""The bottom line: two or three sentences; numbers from the ledger, claims with their voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.actors import canonical, state_name
from briefing.lexicon import load, word_set
from briefing.naming import according_to, with_article
from briefing.present.block import Block, make_block, make_note
from briefing.present.bottom_territory import tell_territory
from briefing.present.citations import Citation, Citer, claims_of
from briefing.present.events import event_lead
from briefing.present.implications import weight_of
from briefing.present.quoting import as_quoted, without_speaker
from briefing.present.words import capital, shortened, spoken_display
from briefing.resolve.comparable import top_of
from briefing.rows import located, records, short_name, shown_window
from briefing.sourcename import names_text
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
        return event_lead(ledger) or make_note(
            "Nothing in what was read speaks of casualties, territory or consequences."
        )
    return make_block("bottom_line", sentences=sentences)


def _territory(ledger: Ledger, citer: Citer) -> Sentence | None:
    told = tell_territory(ledger)
    return Sentence(capital(told.text), citer.cite(told.claims)) if told else None


def _casualties(ledger: Ledger, citer: Citer) -> Sentence | None:
    """The first key figure of people killed or otherwise harmed, with its range and claimants.

    Where more were killed of whom nobody says whether they were civilians, these stand before it.
    """
    figures = [row for row in records(ledger.key_figures) if row["key"] != "settlements_taken"]
    if not figures:
        return None
    first, rest = figures[0], figures[1:]
    larger = next((row for row in rest if _is_larger_toll(row, first)), None)
    if larger is None:
        return Sentence(f"The number of {_counted(first, ledger)}", citer.cite(claims_of(first)))
    text = f"The number of {_counted(larger, ledger)}; that of {_counted(first, ledger)}"
    return Sentence(text, citer.cite([*claims_of(larger), *claims_of(first)]))


def _is_larger_toll(figure: Row, first: Row) -> bool:
    """Whether a figure counts killed people of unsaid standing, and surely more than the first."""
    unsaid = {rule["unsaid"] for rule in load("key_figures")["casualties"] if "unsaid" in rule}
    low = figure["low"] or 0
    return first["key"] == _CIVILIANS and figure["label"] in unsaid and low > top_of(first)


def _counted(figure: Row, ledger: Ledger) -> str:
    """``civilians killed in Atarib (28 Nov) is given as 12–19, according to …``."""
    label = _of_many(figure)
    subject = label if not label.startswith("killed") else f"people {label}"
    voices = [name for name in figure["claimants"] if not names_text(name)]
    text = f"{subject}{_covered(figure, ledger)} is "
    text += f"{'given' if voices else 'reported'} as "
    text += spoken_display(figure["display"])
    if voices:
        text += f", {according_to(voices)}"
    return text


def _of_many(figure: Row) -> str:
    """The label as "the number of" takes it: "civilians killed" also where it is one."""
    rules = load("key_figures")["casualties"]
    many = {rule["one"]: rule.get("unsaid", rule["label"]) for rule in rules}
    return str(many.get(figure["label"], figure["label"]))


def _covered(figure: Row, ledger: Ledger) -> str:
    """Where and when: `` in western Aleppo (28 Nov)``."""
    found = ledger.events[ledger.events["event_id"] == figure["event_id"]]
    event = next(iter(records(found)), None)
    if event is None:
        return ""
    when = shown_window(event, ledger.edition)
    return f"{located(event)}{f' ({when})' if when else ''}"


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
