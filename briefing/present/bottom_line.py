"""The bottom line: two or three sentences; numbers from the ledger, claims with their voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefing.actors import state_name
from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citation, Citer, claims_of
from briefing.present.events import event_lead
from briefing.present.words import (
    ACTIONS,
    according_to,
    capital,
    named_place,
    shortened,
    spoken_count,
    spoken_display,
    with_article,
)
from briefing.resolve.comparable import settlement_counts, top_of
from briefing.resolve.tolls import CERTAINTIES
from briefing.rows import records, short_name, shown_place, shown_window
from briefing.wording import cardinal, listed, number

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

NAMED = 4  # places named in the sentence on territory
QUOTE = 140  # characters of a quoted implication
_TAKEN = ("captured", "recaptured", "handed_over", "entered")
_SURE = CERTAINTIES[:0:-1]  # the strongest first, what is denied left out
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
    """The count of settlements with the places confirmed, else the places named."""
    taken = _taken_places(ledger)
    counts = settlement_counts(records(ledger.territory))
    if not counts:
        return _named_places(taken, citer)
    last, first = max(counts, key=_recency), min(counts, key=top_of)
    text = _count_sentence(last, ledger)
    if top_of(first) < top_of(last):
        who = f" ({short_name(first['source_original'])})" if first["source_original"] else ""
        text += f"; counts start at {number(top_of(first))}{who}"
    sure = {name: row for name, row in taken.items() if row["certainty"] == "confirmed"}
    named = dict(list((sure or taken).items())[:NAMED])
    if named:
        lead = "confirmed as" if sure else "named as"
        text += f"; {lead} {_verbs(named.values())}: {listed(named)}"
    cited = [last["claim_id"], first["claim_id"], *(row["claim_id"] for row in named.values())]
    return Sentence(capital(text), citer.cite(cited))


def _count_sentence(row: Row, ledger: Ledger) -> str:
    who = f" by {with_article(row['gainer'])}" if row["gainer"] else ""
    when = shown_window(row, ledger.edition)
    taken = f"taken{who}{f' ({when})' if when else ''}"
    what = f"{spoken_count(row)} {row['unit']}"
    if row["source_original"]:
        return f"{what} were {taken}, {according_to([row['source_original']])}"
    return f"{what} are reported {taken}"


def _recency(row: Row) -> tuple[str, int]:
    return str(row["date_end"] or ""), top_of(row)


def _taken_places(ledger: Ledger) -> dict[str, Row]:
    """The named places that are said to be taken, each with its most certain claim.

    What is confirmed comes first, then what most sources name.
    """
    by_claim = {row["claim_id"]: row for row in records(ledger.territory) if not row["background"]}
    told: dict[str, list[Row]] = {}
    for place in records(ledger.territory_places):
        claim = by_claim.get(place["claim_id"])
        if claim and claim["action"] in _TAKEN and claim["certainty"] in _SURE:
            told.setdefault(named_place(shown_place(place), claim["part"]), []).append(claim)
    strongest = {name: min(claims, key=_certainty) for name, claims in told.items()}
    voices = {name: len({claim["source"] for claim in claims}) for name, claims in told.items()}
    order = sorted(told, key=lambda name: (_certainty(strongest[name]), -voices[name]))
    return {name: strongest[name] for name in order}


def _certainty(claim: Row) -> int:
    return _SURE.index(claim["certainty"])


def _named_places(taken: dict[str, Row], citer: Citer) -> Sentence | None:
    if not taken:
        return None
    shown = dict(list(taken.items())[:NAMED])
    groups = [
        f"{listed(name for name, row in shown.items() if row['certainty'] == sure)} ({sure})"
        for sure in _SURE
        if any(row["certainty"] == sure for row in shown.values())
    ]
    more = len(taken) - len(shown)
    rest = f", and {cardinal(more)} more" if more else ""
    text = f"Named as {_verbs(shown.values())}: {'; '.join(groups)}{rest}"
    return Sentence(text, citer.cite(row["claim_id"] for row in shown.values()))


def _verbs(claims: Iterable[Row]) -> str:
    return listed(dict.fromkeys(ACTIONS[claim["action"]] for claim in claims), last="or")


def _casualties(ledger: Ledger, citer: Citer) -> Sentence | None:
    """The first key figure of people killed or otherwise harmed, with its range and claimants."""
    figures = [row for row in records(ledger.key_figures) if row["key"] != "settlements_taken"]
    if not figures:
        return None
    figure = figures[0]
    label = figure["label"]
    subject = label if not label.startswith("killed") else f"people {label}"
    voices = [name for name in figure["claimants"] if not name.startswith("source ")]
    text = f"The number of {subject}{_covered(figure, ledger)} is "
    text += f"{'given' if voices else 'reported'} as "
    text += spoken_display(figure["display"])
    if voices:
        text += f", {according_to(voices)}"
    return Sentence(text, citer.cite(claims_of(figure)))


def _covered(figure: Row, ledger: Ledger) -> str:
    """Where and when: `` in western Aleppo (28 Nov)``."""
    found = ledger.events[ledger.events["event_id"] == figure["event_id"]]
    event = next(iter(records(found)), None)
    if event is None:
        return ""
    place, when = shown_place(event), shown_window(event, ledger.edition)
    return f"{f' in {place}' if place else ''}{f' ({when})' if when else ''}"


def _implication(ledger: Ledger, citer: Citer) -> Sentence | None:
    """The best attributed statement on consequences beyond the desk's own country."""
    rows = records(ledger.implications)
    if not rows:
        return None
    home = {state_name(code) for code in ledger.edition.get("countries") or ()}
    row = min(rows, key=lambda row: (set(row["subjects"]) <= home, *_implication_rank(row)))
    subject = listed(with_article(name) for name in row["subjects"]) or "the region"
    verb = "What it has brought" if row["kind"] == "effect" else "What it may mean for"
    quote = shortened(row["quote"].rstrip(" ."), QUOTE)
    text = f"{verb} {subject}{_told_by(row['source_original'], quote)}: “{quote}”"
    return Sentence(text, citer.cite([row["claim_id"]]))


def _told_by(voice: str | None, quote: str) -> str:
    """In whose words; nothing where the quoted words themselves say so."""
    if voice is None:
        return ", as reported"
    name = short_name(voice)
    return "" if name.lower() in quote.lower() else f", in the words of {with_article(name)}"


def _implication_rank(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["source_original"] is None, _KINDS.index(row["kind"]), row["source"], row["start"]
