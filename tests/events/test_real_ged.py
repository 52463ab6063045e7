"""The real UCDP GED, where it lies beside the repository: facts that anyone can check."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.events import Events, read_events

SHARED = Path(__file__).parents[3] / "shared" / "data"
SYRIA, BANGLADESH = SHARED / "ged191_syria.csv.gz", SHARED / "ged_hxl_bgd.csv"

pytestmark = pytest.mark.skipif(not SYRIA.exists(), reason="../shared is not there")


@pytest.fixture(scope="module")
def syria() -> Events:
    """UCDP GED 19.1 for Syria, 2016 to 2019."""
    return read_events([SYRIA], root=SHARED)


def test_all_events_of_syria_are_read(syria: Events) -> None:
    """16,566 events, best the sum of the deaths by side in each, each once."""
    table = syria.table
    assert len(table) == 16_566
    parts = table[["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]].sum(axis=1)
    assert (parts == table["best"]).all()
    assert table["event_id"].is_unique


def test_events_out_of_order_are_warned_of_and_kept(syria: Events) -> None:
    """In 101 events low, best and high are not in order, as published."""
    assert len(syria.problems) == 101
    assert {(p["kind"], p["kept"]) for p in syria.problems} == {("doubtful", True)}
    assert syria.problems[0]["line"] == 349


def test_hxl_row_of_the_real_export_is_skipped() -> None:
    """UCDP GED for Bangladesh as HDX publishes it."""
    events = read_events([BANGLADESH], root=SHARED)
    assert [(p["line"], p["kept"]) for p in events.problems] == [(64, True)]
    assert set(events.table["country_code"]) == {"BD"}
    assert events.table["best"].notna().all()
