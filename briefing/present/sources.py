"""Sources with the sentences that are quoted from them; gaps and caveats; the colophon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block, make_note
from briefing.present.changes import compared_with
from briefing.present.citations import Citer
from briefing.present.corrections import told_corrections
from briefing.present.words import GAPS
from briefing.resolve.gaps import UNPLACED
from briefing.rows import records
from briefing.wording import counted, day, listed, window
from briefing.wording import number as in_figures

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

_TABLES = ("casualties", "territory", "implications", "summary")
_TOLD = ("implications", "summary")  # the brief sets these in the source's own words
CONTEXT = 60  # characters kept of a long sentence on either side of the quoted words
_SEVERAL = 2
_DISPUTE = "contradiction"
_HASH = 12  # digits of a hash that identify a file


@dataclass(frozen=True)
class Quote:
    """A sentence that claims are made of: ``claims`` are their ids, the first one's the main.

    ``told``: the brief's own text sets all of them in the source's words, so that paper, where
    nobody clicks, need not repeat them.
    """

    claims: tuple[str, ...]
    told: bool
    pieces: tuple[tuple[str, bool], ...]  # text, and whether it is part of a claim
    corrections: tuple[str, ...] = ()  # what the analyst changed of what it says


def source_list(ledger: Ledger) -> Block:
    """The numbered sources, each with the sentences that claims quote; likewise the way back."""
    quotes = quotes_by_source(ledger)
    content = [
        row
        | {
            "published": day(row["published"], year=True) if row["published"] else "no date",
            "fetched": fetched_on(row.get("fetched")),
            "url": row["url"] if is_web(row["url"]) else None,
            "quotes": quotes.get(row["number"], []),
            "references": [_reference(text) for text in row["references"]],
            "carried": carried_by(row),
        }
        for row in records(ledger.sources)
    ]
    totals = records(ledger.event_totals)
    sets = [_event_set(row, totals) for row in records(ledger.event_sets)]
    if not content and not sets:
        return make_note("Nothing was read.")
    return make_block("sources", sources=content, sets=sets)


def _event_set(row: Row, totals: Iterable[Row]) -> Row:
    """A dataset of events as a source: what must be named, what was read, what it covers."""
    covers = window(row["date_start"], row["date_end"], year=True)
    kept = "" if row["single_rows"] else _what_is_kept(row["dataset"], totals)
    return row | {"covers": covers, "rows": in_figures(row["rows"]), "kept": kept}


def _what_is_kept(dataset: str, totals: Iterable[Row]) -> str:
    """What the ledger has of a dataset whose rows stay in the desk; a count may be of one event."""
    counts = [row["events"] for row in totals if row["dataset"] == dataset]
    of_one = (
        f", {in_figures(alone)} of them of a single event" if (alone := counts.count(1)) else ""
    )
    return (
        "Its rows stay in the desk: the ledger has "
        f"{counted(len(counts), 'count')} by period, area and type{of_one}."
    )


def quotes_by_source(ledger: Ledger) -> dict[int, list[Quote]]:
    """Return the quoted sentences of each source in the order of the text, each told once."""
    rows = [
        row | {"told": name in _TOLD}
        for name in _TABLES
        for row in records(getattr(ledger, name))
        if not row.get("background")
    ]
    rows.sort(key=_sentence)
    quotes: dict[int, list[Quote]] = {}
    for (number, *_), told in groupby(rows, key=_sentence):
        quotes.setdefault(number, []).append(_quote(list(told)))
    return quotes


def _sentence(row: Mapping[str, Any]) -> tuple[int, int, int]:
    return row["source"], row["sentence_start"], row["sentence_end"]


def _quote(rows: list[Row]) -> Quote:
    """Mark in the sentence what its claims quote; where all of it is quoted, all is marked."""
    rows.sort(key=lambda row: (row["start"], row["end"]))
    # A summary point quotes the whole sentence: what the other claims quote says more.
    narrow = [row for row in rows if row["quote"] != row["sentence"]] or rows
    first = rows[0]
    text, offset = first["sentence"], first["sentence_start"]
    spans = [(row["start"] - offset, row["end"] - offset) for row in narrow]
    return Quote(
        claims=tuple(row["claim_id"] for row in rows),
        told=all(row["told"] for row in rows),
        pieces=tuple(_marked(text, spans)),
        corrections=tuple(row["correction"] for row in rows if row["decision"] == "edited"),
    )


def _marked(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    inside = [any(start <= index < end for start, end in spans) for index in range(len(text))]
    cuts = [i for i in range(1, len(text)) if inside[i] != inside[i - 1]]
    pieces = [(a, b) for a, b in pairwise([0, *cuts, len(text)]) if a < b]
    last = len(text)
    return [
        (text[a:b] if inside[a] else _around(text[a:b], start=a == 0, end=b == last), inside[a])
        for a, b in pieces
    ]


def _around(text: str, *, start: bool, end: bool) -> str:
    """Shorten what stands between quoted words to what is next to them, at whole words."""
    if len(text) <= 2 * CONTEXT:
        return text
    before = "" if start else text[: text.rindex(" ", 0, CONTEXT) + 1]
    after = "" if end else text[text.index(" ", len(text) - CONTEXT) :]
    return f"{before}…{after}"


def _reference(text: str) -> dict[str, str]:
    claimant, via, url = [*text.split(" | "), "", ""][:3]
    return {"claimant": claimant, "via": via, "url": url if is_web(url) else ""}


def carried_by(source: Row) -> list[dict[str, str]]:
    """Who else published a source's text, each named once; files of the same publisher are told."""
    told = {source["publisher"] or source["path"]}
    carriers = []
    for text in source.get("also_published_by") or ():
        publisher, url, _, path = [*text.split(" | "), "", "", ""][:4]
        name = publisher or path
        if name not in told:
            carriers.append({"name": name, "url": url if is_web(url) else ""})
        told.add(name)
    return carriers


def fetched_on(moment: str | None) -> str | None:
    """The day of a time in UTC, as it is printed; editions of before have none."""
    return day(datetime.fromisoformat(moment).date(), year=True) if moment else None


def is_web(url: str | None) -> bool:
    """Return whether an address may become a link: what an article states is not trusted."""
    return (url or "").startswith(("https://", "http://"))


def gap_list(gaps: pd.DataFrame, ledger: Ledger) -> Block:
    """What is not known or could not be read, a sentence each."""
    rows = records(gaps)
    if not rows:
        return make_note("No gaps were found in what was read.")
    citer, disputed = Citer(ledger), _disputed(ledger)
    content = [
        {
            "kind": GAPS.get(row["kind"], row["kind"]),
            "text": row["text"],
            "citations": citer.cite(
                disputed.get(row["claim_id"], []) if row["kind"] == _DISPUTE else row["claim_ids"]
            ),
        }
        for row in _gathered(rows)
    ]
    return make_block("gaps", gaps=content)


def _disputed(ledger: Ledger) -> dict[str, list[str]]:
    """All claims of an event by its first one: what accounts disagree on rests on each of them."""
    return {row["claim_ids"][0]: row["claim_ids"] for row in records(ledger.events)}


def _gathered(rows: list[Row]) -> list[Row]:
    """The gaps, with all places that could not be found in one sentence."""
    told = [row | {"claim_ids": [row["claim_id"]] if row["claim_id"] else []} for row in rows]
    lost = [row for row in told if row["kind"] == "unresolved_place"]
    if len(lost) < _SEVERAL:
        return told
    names = listed(row["text"].removesuffix(UNPLACED) for row in lost)
    one = lost[0] | {
        "text": f"{names}{UNPLACED}",
        "claim_ids": [claim for row in lost for claim in row["claim_ids"]],
    }
    return [one if row is lost[0] else row for row in told if row not in lost[1:]]


def colophon(ledger: Ledger) -> Block:
    """How the brief was made: method, versions, parameters, hashes of what was read."""
    edition = ledger.edition
    parameters = {
        f"{section}.{name}": value
        for section, values in (edition.get("parameters") or {}).items()
        for name, value in values.items()
        if name != "ledger"
    }
    alone = ledger.sources.empty and not ledger.event_sets.empty
    inputs = {path: digest[:_HASH] for path, digest in (edition.get("inputs") or {}).items()}
    return make_block(
        "colophon",
        versions=edition.get("versions") or {},
        parameters=parameters | {"vague numbers": edition.get("vague", "unquantified")},
        inputs=inputs,
        # Event data is set against the period before it within one dataset, not by edition.
        compared="" if alone else compared_with(edition),
        corrections=told_corrections(ledger),
        claims=not ledger.sources.empty,
        events=not ledger.event_sets.empty,
    )
