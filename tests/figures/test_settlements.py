"""The chart of settlement counts."""

from __future__ import annotations

from briefing.figures import chart_settlements
from briefing.ledger import Ledger
from tests.ledgers import drawn


def test_counts_stand_in_the_order_of_their_days(week: Ledger) -> None:
    """21, 32, about 50 and at least 200 are shown as given, latest last, and the title says so."""
    meta = drawn(chart_settlements(week.territory, week)).layout.meta
    assert [row[0] for row in meta["rows"]] == ["21", "32", "about 50", "≥ 200"]
    assert meta["title"] == (
        "Claims of settlements taken grew from 21 to at least 200 in three days"
    )


def test_bars_lead_to_their_claims(week: Ledger) -> None:
    """Each bar carries the id of a territorial claim."""
    figure = drawn(chart_settlements(week.territory, week))
    shown = {claim for trace in figure.data if trace.type == "bar" for (claim,) in trace.customdata}
    assert shown <= set(week.territory["claim_id"])
    assert len(shown) == 4


def test_one_count_is_a_sentence(single: Ledger, quiet: Ledger) -> None:
    """A single count, or none, gives no figure."""
    assert chart_settlements(single.territory, single) is None
    assert chart_settlements(quiet.territory, quiet) is None
