"""The bottom line's sentence on territory, from the reconciled changes of hands (``control``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.naming import according_to, with_article
from briefing.present.words import ACTIONS, named_place, spoken_count
from briefing.resolve.comparable import settlement_counts, top_of
from briefing.rows import records, short_name, shown_place, shown_window
from briefing.wording import cardinal, listed, number

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

NAMED = 4  # places named in the sentence
_TAKEN = ("captured", "recaptured", "handed_over", "entered")
_GRADES = ("confirmed", "fair", "contested", "weak")  # the surest first; nobody believes the rest


@dataclass(frozen=True)
class Told:
    """A sentence without its full stop, and the claims that it rests on."""

    text: str
    claims: list[str]


def tell_territory(ledger: Ledger) -> Told | None:
    """Return how many settlements were taken where more are counted than named, and which."""
    taken = taken_places(records(ledger.control))
    counts = settlement_counts(records(ledger.territory))
    if counts and max(map(top_of, counts)) > len(taken):
        return _tell_counts(counts, taken, ledger)
    return _tell_places(taken, ledger) if taken else None


def taken_places(control: Iterable[Row]) -> list[Row]:
    """Return the last change of each place that is said to be taken, the surest first.

    A part of a place is left out where the same side is said to have taken all of it, and so is
    what is only denied; what no day is said for, where another has one.
    """
    last: dict[str, Row] = {}
    for row in control:  # in the order of their days within a place
        if row["action"] in _TAKEN and row["grade"] in _GRADES:
            last[_name(row)] = row
    whole = {(_where(row), row["gainer"]) for row in last.values() if not row["part"]}
    rows = [r for r in last.values() if not (r["part"] and (_where(r), r["gainer"]) in whole)]
    dated = [row for row in rows if row["date_start"]]
    return sorted(dated or rows, key=_standing)


def _standing(row: Row) -> tuple[object, ...]:
    day = str(row["date_start"] or "9")
    unsaid = row["gainer"] is None, bool(row["part"])
    return _GRADES.index(row["grade"]), -row["independent"], *unsaid, day, _name(row)


def _name(row: Row) -> str:
    return named_place(shown_place(row), row["part"])


def _where(row: Row) -> str:
    return str(row["geonameid"] or shown_place(row))


def _tell_counts(counts: list[Row], taken: list[Row], ledger: Ledger) -> Told:
    """The newest count and the lowest, with the places that are confirmed, else those named."""
    last, first = max(counts, key=_recency), min(counts, key=top_of)
    text = _count_sentence(last, ledger)
    if top_of(first) < top_of(last):
        who = f" ({short_name(first['source_original'])})" if first["source_original"] else ""
        text += f"; counts start at {number(top_of(first))}{who}"
    sure = [row for row in taken if row["grade"] == "confirmed"]
    named = (sure or taken)[:NAMED]
    if named:
        lead = "confirmed as" if sure else "named as"
        text += f"; {lead} {_verbs(named)}: {listed(map(_name, named))}"
    return Told(text, [last["claim_id"], first["claim_id"], *_claims(named)])


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


def _tell_places(taken: list[Row], ledger: Ledger) -> Told:
    """``Reported captured by M23: Minova (confirmed, 21 Jan) and Sake (denied by the army)``."""
    shown = taken[:NAMED]
    gainers = dict.fromkeys(row["gainer"] for row in shown)
    sides = [_side([row for row in shown if row["gainer"] == name], ledger) for name in gainers]
    more = len(taken) - len(shown)
    rest = f"; {cardinal(more)} more in the table below" if more else ""
    return Told(f"Reported {'; '.join(sides)}{rest}", _claims(shown))


def _side(rows: list[Row], ledger: Ledger) -> str:
    gainer = rows[0]["gainer"]
    by = f"by {with_article(gainer)}" if gainer else "without saying by whom"
    places = list(_places(rows, ledger))
    several = any(" and " in place for place in places)
    return f"{_verbs(rows)} {by}: {', '.join(places) if several else listed(places)}"


def _places(rows: list[Row], ledger: Ledger) -> Iterator[str]:
    """The places with who stands behind them; what neighbours share is said once."""
    for told, same in groupby(rows, key=lambda row: _support(row, ledger)):
        names = [_name(row) for row in same]
        each = " each" if len(names) > 1 and told.endswith(("source", "sources")) else ""
        yield f"{listed(names)} ({told}{each})"


def _support(row: Row, ledger: Ledger) -> str:
    words = {
        "confirmed": "confirmed",
        "fair": f"{cardinal(row['independent'])} sources",
        "contested": _against(row),
        "weak": "claimed by one source" if row["certainty"] == "claimed" else "one source",
    }[row["grade"]]
    when = shown_window(row, ledger.edition)
    turns = f"changed hands {_times(row['turns'])}, last" if row["turns"] > 1 else ""
    return ", ".join(filter(None, (f"{turns} {when}".strip(), words)))


def _against(row: Row) -> str:
    denied = listed(with_article(name) for name in row["denied_by"])
    return f"denied by {denied}" if denied else "contested"


def _times(turns: int) -> str:
    return {2: "twice"}.get(turns, f"{cardinal(turns)} times")


def _verbs(rows: Iterable[Row]) -> str:
    return listed(dict.fromkeys(ACTIONS[row["action"]] for row in rows), last="or")


def _claims(rows: Iterable[Row]) -> list[str]:
    return [claim for row in rows for claim in row["claim_ids"]]
