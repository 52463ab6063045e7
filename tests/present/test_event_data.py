"""Event data in words: sentences made from the data alone, each dataset named and apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.events import read_events
from briefing.ledger import Ledger, load_codebook, write_ledger
from briefing.present import (
    bottom_line,
    colophon,
    event_figures,
    event_table,
    gap_list,
    key_figures,
    source_list,
    summary_points,
)
from briefing.present.events.telling import split
from briefing.present.events.words import shown_range, spoken_place
from briefing.resolve import resolve
from briefing.resolve.event_data import resolve_event_data
from tests.events.files import ACLED, GED_NEW, HAPI, SECRETS, acled, ged, hapi, table, write_csv
from tests.ledgers import EDITION

START, END = date(2024, 11, 25), date(2024, 12, 1)


def ledger_of(folder: Path, **files: tuple[tuple[str, ...], list[dict[str, Any]]]) -> Ledger:
    """A ledger of event data alone, for the week of 25 November."""
    paths = [
        write_csv(folder / f"{name}.csv", table(columns, rows))
        for name, (columns, rows) in files.items()
    ]
    told = resolve_event_data(read_events(paths, root=folder), START, END, ("SY",))
    write_ledger(resolve({name: [] for name in load_codebook()}) | told, EDITION, folder / "ledger")
    return Ledger.read(folder / "ledger")


def test_a_brief_of_event_data_alone(tmp_path: Path) -> None:
    """Bottom line, key figures and what happened come from the data, nothing is empty."""
    week = [ged(1), ged(2, where_coordinates="Idlib town", adm_1="Idlib Governorate", best=20,
                        low=20, high=20, deaths_b=13), ged(3, "2024-11-19"),
            ged(4, date_start="2024-11-20", date_end="2024-11-27", best=99, low=99, high=99),
            ged(5, date_start="2024-01-01", date_end="2024-12-31", best=900, low=900, high=900),
            ]  # fmt: skip
    book = ledger_of(tmp_path, g=(GED_NEW, week))
    lead = str(bottom_line(book))
    assert "UCDP GED has 30 people killed (low 28, high 32) in 2 events in Syria" in lead
    assert "Idlib Governorate had the most deaths (20), then Aleppo Governorate (10)" in lead
    assert "8 were civilians" in lead
    assert "Not counted are 99 dead in 1 record with a window of up to a month" in lead
    figures = str(key_figures(book))
    assert "UCDP GED, Syria, 25 Nov – 1 Dec 2024." in figures
    assert "low–high: 28–32" in figures
    told = str(summary_points(book.summary, book))
    assert "20 people were killed in Idlib town on 26 Nov in the conflict between the" in told
    assert "(SOHR)" in told


def test_months_are_told_as_months(tmp_path: Path) -> None:
    """HAPI's week is the month it begins in, in the country of its code; nothing is added up."""
    rows = [hapi("political_violence", n, f"2024-{m}") for n, m in ((8, 10), (30, 11), (50, 12))]
    book = ledger_of(tmp_path, h=(HAPI, [*rows, hapi("civilian_targeting", 9)]))
    lead = str(bottom_line(book))
    assert "killed in Syria, 1–30 Nov 2024, by types that overlap: 30 in political violence" in lead
    assert "month before: 8" in str(key_figures(book))
    assert "30 people killed in 3 events, after 8 in the month before" in str(
        summary_points(book.summary, book)
    )
    assert "39" not in lead


def test_sides_that_are_not_named_are_told(tmp_path: Path) -> None:
    """Three sides are named; that there are more is not hidden."""
    week = [ged(n, side_a=f"Side {n}", deaths_b=0, deaths_unknown=0, deaths_civilians=0,
                deaths_a=n, best=n, low=n, high=n) for n in (5, 6, 7, 8)]  # fmt: skip
    lead = str(bottom_line(ledger_of(tmp_path, g=(GED_NEW, week))))
    assert "6 on the side of Side 6, the rest on other sides" in lead
    assert "Side 5" not in lead


def test_datasets_are_told_apart(tmp_path: Path) -> None:
    """Two datasets have two sentences and two strips; no figure is of both."""
    book = ledger_of(tmp_path, a=(ACLED, [acled(1)]), g=(GED_NEW, [ged(1)]))
    told = str(bottom_line(book)) + str(event_figures(book))
    assert "UCDP GED has ten people killed" in told
    assert "ACLED has five people killed" in told
    assert "15" not in told


def test_attribution_adds_itself(tmp_path: Path) -> None:
    """Each dataset is cited as it asks to be, with its licence; ACLED's rows stay in the desk."""
    book = ledger_of(tmp_path, a=(ACLED, [acled(1)]), g=(GED_NEW, [ged(1)]))
    told = str(source_list(book))
    for words in ("Sundberg", "Högbladh", "CC BY 4.0", "Raleigh", "acleddata.com"):
        assert words in told
    assert "Its rows stay in the desk" in told
    assert "whole window lies in it" in str(colophon(book))
    assert "word lists" not in str(colophon(book))  # no claims were looked for
    assert "edition" not in str(colophon(book))  # nothing of it is compared with an edition


def test_what_is_left_of_one_event_is_told(tmp_path: Path) -> None:
    """A count of rows that stay in the desk may be of one of them: the brief says of how many."""
    rows = [acled(1), acled(2), acled(3, sub_event_type="Shelling")]
    told = str(source_list(ledger_of(tmp_path, a=(ACLED, rows), g=(GED_NEW, [ged(1)]))))
    assert "the ledger has 2 counts by period, area and type, 1 of them of a single event" in told
    assert told.count("stay in the desk") == 1  # UCDP's may be passed on


def test_no_block_holds_an_acled_row(tmp_path: Path) -> None:
    """Not the table of single events, nor any sentence, nor a gap."""
    rows = [acled(1), acled(2, fatalities="x"), acled(3, event_date="never")]
    book = ledger_of(tmp_path, a=(ACLED, rows))
    assert event_table(book) is None
    blocks = (bottom_line(book), key_figures(book), summary_points(book.summary, book),
              gap_list(book.gaps, book), source_list(book), colophon(book))  # fmt: skip
    told = "".join(block.html for block in blocks if block)
    assert not [secret for secret in SECRETS if secret in told]
    assert "2 rows of a.csv cannot be read and are in no figure" in told


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    """Names in an export are never read as markup."""
    evil = "<img src=x onerror=alert(1)>"
    book = ledger_of(tmp_path, g=(GED_NEW, [ged(1, side_a=evil, where_coordinates=evil)]))
    for block in (event_table(book), summary_points(book.summary, book)):
        assert block is not None
        assert "<img" not in block.html


def test_articles_come_first(week: Ledger) -> None:
    """Beside articles, event data leaves bottom line and key figures to them."""
    assert "UCDP" not in str(bottom_line(week))
    assert event_figures(week) is None


# The dead of an event by side (a, b, civilians, unknown), and how that is told.
SPLITS = [
    ((0, 0, 5, 0), ", all civilians"),
    ((0, 0, 1, 0), ": a civilian"),
    ((0, 0, 0, 4), "; their side is not known"),
    ((0, 0, 0, 1), "; the side is not known"),
    ((0, 1, 0, 0), ", on the side of IS"),
    ((0, 3, 0, 0), ", all on the side of IS"),
    ((1, 0, 4, 0), ": 1 on the side of the Government of Syria and 4 civilians"),
    ((0, 0, 0, 0), ""),
]


@pytest.mark.parametrize(("dead", "told"), SPLITS)
def test_who_the_dead_were(dead: tuple[int, ...], told: str) -> None:
    """As the dataset splits them, and no more."""
    names = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    row = dict(zip(names, dead, strict=True))
    assert split({"side_a": "Government of Syria", "side_b": "IS", **row}) == told


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, "in Aleppo town"),
        ({"where_prec": 2}, "near Aleppo town"),
        ({"where_prec": 3, "place": "Tadmur district"}, "in Tadmur district"),
        ({"where_prec": 6}, "at a place in Syria that is not known more closely"),
    ],
)
def test_places_are_told_as_closely_as_they_are_known(cells: dict[str, Any], told: str) -> None:
    """Near is not in, and a country is no place."""
    row = {"where_prec": 1, "place": "Aleppo town", "admin1": "Aleppo", "country": "Syria"}
    assert spoken_place(row | cells) == told


@pytest.mark.parametrize(
    ("low", "best", "high", "told"),
    [(8, 10, 12, "8–12"), (10, 10, 10, ""), (None, 5, None, ""), (12, 10, 12, "12")],
)
def test_ranges(low: int | None, best: int, high: int | None, told: str) -> None:
    """A range is printed where there is one; one that is out of order is not hidden."""
    assert shown_range({"low": low, "best": best, "high": high}) == told
