"""Casualties as a table, and the tolls that nothing can be compared with as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.design import load_design
from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citer, claims_of
from briefing.present.words import according_to, capital, spoken_count
from briefing.resolve.comparable import (
    group_tolls,
    is_counted,
    stands_alone,
    subject_of,
    top_of,
)
from briefing.rows import (
    claimant,
    party_colours,
    publishers,
    records,
    shown_count,
    shown_place,
    shown_window,
)
from briefing.wording import number

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row


def casualty_table(tolls: pd.DataFrame, ledger: Ledger, *, most: int = 16) -> Block:
    """The tolls, grouped by outcome and victims, one row each; nothing is added up.

    Beyond ``most`` rows the ledger has the rest: parts of other tolls and what has no number first.
    """
    rows = sorted(records(tolls), key=lambda row: (bool(row["subset"]), not is_counted(row)))
    groups = group_tolls(rows[:most])
    if not groups:
        return make_note("No casualty figures were found in what was read.")
    citer, names = Citer(ledger), publishers(ledger)
    content = [
        {
            "glyph": load_design()["outcomes"][rows[0]["outcome"]]["glyph"],
            "heading": capital(subject_of(rows[0])),
            # A part of another figure stands below those that are whole.
            "rows": [
                _cells(row, ledger, claimant(row, names), citer)
                for row in sorted(rows, key=lambda row: bool(row["subset"]))
            ],
        }
        for rows in groups
    ]
    return make_block("casualty_table", groups=content, left=max(len(rows) - most, 0))


def tolls_alone(tolls: pd.DataFrame, ledger: Ledger) -> Block | None:
    """The counts where there is nothing to compare and so no chart: a sentence each."""
    rows = (row for told in group_tolls(records(tolls)) for row in told)
    alone = [row for row in rows if stands_alone(row) and top_of(row)]
    citer = Citer(ledger)
    if not alone:
        return None
    told = [
        {"text": _sentence(row, ledger), "citations": citer.cite(claims_of(row))} for row in alone
    ]
    return make_block("sentences", lead="", sentences=told)


def _cells(row: Row, ledger: Ledger, says: str, citer: Citer) -> dict[str, Any]:
    inside = row["best"] not in (None, row["low"], row["high"])
    return {
        "count": shown_count(row),
        "best": f"best {number(row['best'])}" if inside else "",
        "vague": row["quantity_kind"] == "vague",
        "victim": row["victim"] or "not said",
        "subset": row["subset"],
        "side": row["victim_side"],
        "colours": party_colours(ledger.edition),
        "place": capital(shown_place(row)),
        "when": shown_window(row, ledger.edition),
        "means": row["means"],
        "perpetrator": row["perpetrator"],
        "says": says,
        "certainty": row["certainty"],
        "citations": citer.cite(claims_of(row)),
    }


def _sentence(row: Row, ledger: Ledger) -> str:
    """``46 civilians reported injured in Idlib (26–28 Nov), according to OCHA``."""
    place, when = shown_place(row), shown_window(row, ledger.edition)
    text = f"{_whom(row)} {_SURE[row['certainty']]} {row['outcome']}"
    text += f" in {place}" if place else ""
    text += f" ({when})" if when else ""
    voice = row["source_original"]
    return f"{text}, {according_to([voice])}" if voice else text


def _whom(row: Row) -> str:
    """``46 civilians``; a single person is named in the source's words, in quotation marks."""
    group = subject_of(row).rsplit(" ", 1)[0]
    victim = row["victim"] or group
    if top_of(row) != 1:
        return f"{spoken_count(row)} {victim}"
    one = _SINGULAR.get(row["victim_group"], "person")
    return f"1 {one} (“{victim}”)" if victim.lower().rstrip("s") != one else f"1 {one}"


_SINGULAR = {"civilians": "civilian", "combatants": "combatant"}
_SURE = {
    "confirmed": "confirmed",
    "reported": "reported",
    "claimed": "claimed",
    "alleged": "allegedly",
    "contested": "reported, but contested,",
    "denied": "reported, but denied,",
}
