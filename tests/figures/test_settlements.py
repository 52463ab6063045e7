"""The chart of settlement counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.figures import chart_settlements
from briefing.ledger import Ledger
from tests.ledgers import change, counted, days, drawn, source, write


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


@pytest.mark.parametrize(
    ("gainers", "told"),
    [
        # all say so
        (("HTS-led alliance", "HTS-led alliance"), "taken by the HTS-led alliance, by the days"),
        # one does not: its bar is grey, and what the colour means is said
        (
            ("HTS-led alliance", None),
            "taken, by the days counted and who counts. Colour: taken by the HTS-led alliance; "
            "grey: not said by whom.",
        ),
        # a party that the desk does not list is grey, too
        (("M23", None), "taken, by the days counted and who counts. Areas"),
        # two parties
        (("HTS-led alliance", "Russia"), "taken, by the days counted and who counts. Areas"),
    ],
)
def test_by_whom_settlements_were_taken(
    tmp_path: Path, gainers: tuple[str | None, str | None], told: str
) -> None:
    """The subtitle says by whom only where every count does."""
    towns = [
        change(n, "It took towns.", "It took", unit="towns", gainer=gainer, **days(27 + n),
               **counted("exact", 10 * n, f"{10 * n}"))
        for n, gainer in enumerate(gainers, start=1)
    ]  # fmt: skip
    book = write(tmp_path, {"sources": [source(1, "Wire", "News")], "territory": towns})
    assert told in drawn(chart_settlements(book.territory, book)).layout.meta["subtitle"]
