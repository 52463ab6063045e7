"""The key figures of the editions before, side by side."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.ledger import Ledger, write_ledger
from briefing.present import figure_trend
from briefing.resolve import resolve
from tests.ledgers import EDITION, casualty, counted, days, source
from tests.present.test_blocks import words


def figure(week: int, low: int, **more: Any) -> dict[str, Any]:
    """The civilians killed in an edition of November 2024, its first week numbered 1."""
    first = 4 + 7 * (week - 1)
    return {
        "edition": f"2024-W{44 + week}",
        "date_start": date(2024, 11, first),
        "date_end": date(2024, 11, first + 6),
        "key": "killed_civilians",
        "label": "civilians killed",
        "display": str(low),
        "where": "Aleppo",
        **counted("exact", low, str(low)),
        **more,
    }


def book(folder: Path, *earlier: dict[str, Any]) -> Ledger:
    """An edition with 12 civilians killed, after others."""
    killed = casualty(1, "Twelve civilians died in Saraqib.", "Twelve", place="Saraqib",
                      **counted("exact", 12, "Twelve"), **days(27))  # fmt: skip
    empty: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("incidents", "territory", "territory_places", "implications",
                              "summary")
    }  # fmt: skip
    rows = resolve(empty | {"sources": [source(1, "Wire", "News")], "casualties": [killed]})
    write_ledger(rows | {"earlier_figures": list(earlier)}, EDITION, folder)
    return Ledger.read(folder)


def test_figures_stand_side_by_side(tmp_path: Path) -> None:
    """A column for each edition with its days, a row for each figure, places below the number."""
    injured = figure(2, 40, key="injured", label="people injured", where=None)
    shown = figure_trend(book(tmp_path, figure(1, 3), figure(2, 5), injured))
    text = words(shown)
    assert "4–10 Nov 11–17 Nov This edition" in text
    assert "Civilians killed 3 Aleppo 5 Aleppo 12 1 Saraqib" in text
    assert "People injured – 40 –" in text
    assert "20" not in text  # 3, 5 and 12 are not added up


@pytest.mark.parametrize(
    ("earlier", "editions"),
    [
        ([], 5),  # a first edition
        ([figure(1, 3)], 5),  # one before is told beside each key figure
        ([figure(1, 3), figure(2, 5)], 0),  # switched off
    ],
)
def test_where_there_is_no_row_of_editions_there_is_no_table(
    tmp_path: Path, earlier: list[dict[str, Any]], editions: int
) -> None:
    """Fewer than two editions before take no room."""
    assert figure_trend(book(tmp_path, *earlier), editions=editions) is None


def test_only_the_last_editions_are_shown(tmp_path: Path) -> None:
    """As many as asked for, the newest of them."""
    text = words(figure_trend(book(tmp_path, *(figure(n, n) for n in (1, 2, 3))), editions=2))
    assert "4–10 Nov" not in text
    assert "11–17 Nov 18–24 Nov This edition" in text


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """What earlier ledgers hold is escaped like everything else."""
    bad = "<script>alert(1)</script>"
    rows = figure(1, 3, display=bad, where=bad, covers=f'"{bad}'), figure(2, 5, label=bad)
    block = figure_trend(book(tmp_path, *rows))
    assert block is not None
    assert "<script" not in block.html
