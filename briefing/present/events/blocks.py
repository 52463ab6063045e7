"""The blocks of event data: bottom line, key figures, what happened, the deadliest events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.present.block import Block, make_block, make_note
from briefing.present.events.figures import Told, tell_sets
from briefing.present.events.telling import deadliest, lead_sentences, tell_points
from briefing.present.events.words import (
    before,
    events,
    periods,
    shown_period,
    shown_range,
)
from briefing.present.words import capital
from briefing.resolve.event_data.words import VIOLENCE, short_side
from briefing.wording import number, span, window

if TYPE_CHECKING:
    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

CARDS = 5
_CIVILIANS = "Civilians"


def event_lead(ledger: Ledger) -> Block | None:
    """The bottom line of an edition from event data alone; None where there is none."""
    sentences = [
        {"text": text, "citations": []}
        for told in tell_sets(ledger)
        for text in lead_sentences(told)
    ]
    return make_block("bottom_line", sentences=sentences) if sentences else None


def event_figures(ledger: Ledger) -> Block | None:
    """A strip of key figures for each dataset, labelled with the dataset and what it covers."""
    strips = [
        {
            "label": f"{told.name}{f', {told.where}' if told.where else ''}, "
            f"{shown_period(*told.period)}",
            "about": told.set["about"],
            "cards": cards,
        }
        for told in tell_sets(ledger)
        if told.period and (cards := [_card(row) for row in _chosen(told)])
    ]
    return make_block("event_figures", strips=strips) if strips else None


def _chosen(told: Told) -> list[Row]:
    """All; the civilians; then by kind, as far as there is room."""
    civilians = [row for row in told.by("side") if row["name"] == _CIVILIANS]
    kinds = told.by("violence") if told.by("side") else told.by("event_type")
    kinds = [row for row in kinds if row["best"] or row["before"]]
    aimed = [row for row in told.by("victims") if not _repeats(row, kinds)]
    chosen = [*told.by("all"), *civilians, *aimed]
    return [*chosen, *(kinds if len(kinds) > 1 else [])][:CARDS]


def _repeats(row: Row, others: list[Row]) -> bool:
    """Whether another figure says the same: all that is aimed at civilians is of one type."""
    same = ("events", "best", "before")
    return any(all(row[name] == other[name] for name in same) for other in others)


def _card(row: Row) -> dict[str, Any]:
    labels = {"all": "people killed", "side": "of them civilians", "victims": f"in {row['name']}"}
    kind = VIOLENCE.get(row["name"], row["name"].lower())
    told = [] if row["part"] == "side" else [events(row["events"])]
    usual = ""
    if row["before"] is not None:
        told.append(f"{before(row)}: {number(row['before'])}")
        reach = span(row["usual_low"], row["usual_high"], open_upwards=False)
        usual = f"{periods(row)}: {reach}"
    return {
        "value": number(row["best"]),
        "range": shown_range(row),
        "label": labels.get(row["part"], f"in {kind}"),
        "covers": "; ".join(told),
        "usual": capital(usual) if row["periods_before"] and row["periods_before"] > 1 else "",
    }


def event_note(text: str | None) -> Block | None:
    """A sentence that stands where a chart would have nothing to compare; None for none."""
    return make_note(text) if text else None


def event_points(ledger: Ledger, *, most: int = 4) -> Block | None:
    """What happened, in sentences made from event data alone; ``most`` single events are told."""
    points = [point | {"citations": []} for point in tell_points(ledger, most)]
    return make_block("summary_points", points=points) if points else None


def event_table(ledger: Ledger, dataset: str = "", *, most: int = 10) -> Block | None:
    """The deadliest events of the period, of datasets that let single rows be shown, or of one."""
    sets = []
    for told in tell_sets(ledger):
        rows = deadliest(ledger, told.name)
        if rows and dataset in ("", told.name):
            sets.append(
                {
                    "name": told.name,
                    "rows": [_cells(row) for row in rows[:most]],
                    "left": max(len(rows) - most, 0),
                }
            )
    if not sets:
        return None
    return make_block("event_table", sets=sets)


def _cells(row: Row) -> dict[str, Any]:
    return {
        "count": number(row["best"]),
        "range": shown_range(row),
        "when": window(row["date_start"], row["date_end"]),
        "place": row["place"] or row["admin1"] or f"{row['country']}, not known more closely",
        "area": row["admin1"] if row["place"] else "",
        "between": [short_side(row["side_a"]), short_side(row["side_b"])],
        "kind": VIOLENCE.get(row["violence"], ""),
        "dead": [
            number(row[name]) if row[name] else ""
            for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
        ],
        "says": row["source_original"] or row["publisher"] or "",
    }
