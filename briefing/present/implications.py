"""Regional implications: statements by subject and kind, in their own words for likelihood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from briefing.naming import according_to
from briefing.present.block import Block, make_block, make_note
from briefing.present.citations import Citer
from briefing.present.overflow import Overflow
from briefing.present.quoting import as_quoted
from briefing.present.words import KINDS, capital, shortened
from briefing.rows import claimant, publishers, records

if TYPE_CHECKING:
    import pandas as pd

    from briefing.ledger import Ledger
    from briefing.ledger.codebook import Row

LONGEST = 320  # characters of a sentence that is shown whole
_NAMED, _HEDGED = 1.5, 1.0  # what these count for beside the points of a statement's words
_LIGHT = 6.0  # of those below this readers took one in five for a consequence at all


def implication_list(
    implications: pd.DataFrame, ledger: Ledger, *, per_subject: int = 2, subjects: int = 5
) -> Block:
    """The statements, grouped by their first subject, within it by kind; likelihood is marked.

    Shown are the weightiest of each subject, and the subjects that they weigh most for; the others
    open on a screen, and so do all whose words weigh little, where there are others.
    """
    groups: dict[str, dict[str, Row]] = {}
    for row in records(implications):
        subject = row["subjects"][0] if row["subjects"] else "The region"
        groups.setdefault(subject, {}).setdefault(_shown(row), row)
    if not groups:
        return make_note("No statement about consequences was found in what was read.")
    told = _by_weight(groups, per_subject, subjects)
    names, citer = publishers(ledger), Citer(ledger)
    return make_block(
        "implications",
        groups=_grouped(told.shown, names, citer),
        more=_grouped(told.more, names, citer),
        **told.counts,
    )


def _by_weight(
    groups: Mapping[str, Mapping[str, Row]], per_subject: int, subjects: int
) -> Overflow[tuple[str, Row]]:
    """Each statement with its subject: first those to be shown, then those beyond."""
    ranked = [(subject, _ranked(rows.values())) for subject, rows in groups.items()]
    ranked.sort(key=lambda item: -sum(map(weight_of, item[1][:per_subject])))
    best = [(subject, row) for subject, rows in ranked[:subjects] for row in rows[:per_subject]]
    first = [told for told in best if weight_of(told[1]) >= _LIGHT] or best
    shown = {row["claim_id"] for _, row in first}
    rest = [(subject, row) for subject, rows in ranked for row in rows]
    rest = [told for told in rest if told[1]["claim_id"] not in shown]
    return Overflow.of([*first, *rest], len(first))


def _grouped(
    told: Iterable[tuple[str, Row]], names: dict[int, str], citer: Citer
) -> list[dict[str, Any]]:
    """The statements under their subjects, within one by kind."""
    groups: dict[str, list[Row]] = {}
    for subject, row in told:
        groups.setdefault(subject, []).append(row)
    return [
        {
            "subject": capital(subject),
            "statements": [
                _statement(row, subject, claimant(row, names), citer)
                for row in sorted(rows, key=lambda row: list(KINDS).index(row["kind"]))
            ],
        }
        for subject, rows in groups.items()
    ]


def weight_of(statement: Mapping[str, Any]) -> float:
    """What a statement on consequences counts for, for the order of such statements alone.

    By its words, and more where somebody is named who says so, and where it says how likely it is.
    A ledger of an earlier version has no weight of the words.
    """
    named, hedged = statement["source_original"] is not None, bool(statement["modality"])
    return float(statement.get("weight") or 0) + _NAMED * named + _HEDGED * hedged


def _ranked(rows: Iterable[Row]) -> list[Row]:
    """A subject's statements, the weightiest first, one of each kind before a second of any."""
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, Row]] = []
    for row in sorted(rows, key=lambda row: (-weight_of(row), row["source"], row["start"])):
        ranked.append((seen[row["kind"]], len(ranked), row))
        seen[row["kind"]] += 1
    return [row for _, _, row in sorted(ranked, key=lambda item: item[:2])]


def _shown(row: Row) -> str:
    """The whole sentence where it is short enough, else the words that make the claim."""
    whole = len(row["sentence"]) <= LONGEST
    return str(row["sentence"]) if whole else shortened(f"… {row['quote']} …", LONGEST)


def _statement(row: Row, subject: str, says: str, citer: Citer) -> dict[str, Any]:
    return {
        "pieces": split_at(as_quoted(_shown(row)), row["modality"]),
        "kind": KINDS[row["kind"]],
        "theme": row["theme"],
        "others": [name for name in row["subjects"] if name != subject],
        "says": says if row["source_original"] is None else according_to([says]),
        "citations": citer.cite([row["claim_id"]]),
    }


def split_at(text: str, words: list[str]) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether it is one of the words of likelihood."""
    found = [re.escape(word) for word in sorted(words, key=len, reverse=True) if word]
    if not found:
        return [(text, False)]
    pieces = re.split(rf"\b({'|'.join(found)})\b", text, flags=re.IGNORECASE)
    return [(piece, index % 2 == 1) for index, piece in enumerate(pieces) if piece]
