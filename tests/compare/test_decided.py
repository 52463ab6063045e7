"""What the analyst decided between two editions is the reason of the change."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.build.correcting import resolve_corrected
from briefing.compare import Side, compare
from briefing.desk import Edition
from briefing.ledger import make_rows
from briefing.resolve import resolve
from tests.claims import article, casualty, exactly, extraction
from tests.corrections.sheets import decisions

WEEK = Edition.week("2024-W48", Path("reports"))
ONE, TWO = article(1), article(2)


def side(folder: Path, *rows: str) -> Side:
    """The edition of two claimants of one toll, with these rows of corrections.csv."""
    made = make_rows(
        [
            extraction(ONE, casualties=(casualty(ONE, by="SOHR", quantity=exactly(16)),)),
            extraction(TWO, casualties=(casualty(TWO, by="OCHA", quantity=exactly(19)),)),
        ],
        {},
    )
    found, corrected = resolve_corrected(made, decisions(folder, *rows), WEEK, resolve)
    record = {"name": WEEK.name, "start": WEEK.start, "end": WEEK.end}
    return Side.fresh(record, corrected.ledger_rows(found))


@pytest.mark.parametrize(
    ("decision", "status", "told"),
    [
        ("{event},edit,count,17 to 19,Recount,,,,,", "revised",
         "count corrected from 16–19 to 17–19 by the analyst: Recount"),
        (f"{ONE.id}-c0,edit,count,17,Recount,,,,,", "revised",
         "count corrected from 16 to 17 by the analyst: Recount"),
        ("{event},reject,,,Old toll,,,,,", "withdrawn", "Old toll"),
        (f"{ONE.id}-c0,reject,,,Misread,,,,,", "revised", "Misread"),
    ],
)  # fmt: skip
def test_the_analyst_is_the_reason(tmp_path: Path, decision: str, status: str, told: str) -> None:
    """An event or a claim corrected or rejected is told with the note."""
    before = side(tmp_path)
    event = before.rows("events")[0]["event_id"]
    after = side(tmp_path, decision.format(event=event))
    (row,) = [r for r in compare(before, after).rows if r["kind"] == "casualties"]
    assert row["status"] == status
    assert told in row["reason"]


def test_a_split_and_the_edited_event_are_the_reason_of_a_key_figure(tmp_path: Path) -> None:
    """The figure at the head changes because the analyst said so, not because it was read anew."""
    before = side(tmp_path)
    event = before.rows("events")[0]["event_id"]
    reasons = {
        f"{ONE.id}-c0,split,,,Another strike,,,,,": "the analyst split the count by SOHR off",
        f"{event},edit,count,17 to 19,Recount,,,,,": "count corrected from 16–19 to 17–19",
    }
    for decision, told in reasons.items():
        changes = compare(before, side(tmp_path, decision)).rows
        (figure,) = [row for row in changes if row["kind"] == "key_figure"]
        assert told in figure["reason"]
        assert "read anew" not in figure["reason"]
