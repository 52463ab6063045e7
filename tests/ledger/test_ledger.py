"""The ledger: tables in the codebook's columns, the same bytes every time, read back unharmed."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.ledger import Ledger, load_codebook, make_rows, write_ledger
from briefing.models import Reference
from briefing.resolve import resolve
from tests.claims import article, casualty, change, exactly, extraction, implication, point, vague

EDITION = {"name": "2024-W48", "start": date(2024, 11, 25)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A ledger of one article with a claim of each kind."""
    return write_sample(tmp_path / "ledger")


def write_sample(folder: Path) -> Path:
    """Write that ledger to ``folder``."""
    first = article(references=(Reference("SOHR", "Lokmat", "https://example.org/1"),))
    several = casualty(first, 1, quantity=vague("several more"), place=None)
    made = extraction(
        first,
        casualties=(casualty(first), several),
        territory=(change(first),),
        implications=(implication(first),),
        summary=(point(first),),
    )
    write_ledger(resolve(make_rows([made], {"Sample Wire": "B"})), EDITION, folder)
    return folder


def test_every_table_is_written_in_both_formats(folder: Path) -> None:
    """Each table of the codebook stands as Parquet and CSV, beside codebook.csv."""
    written = {path.name for path in folder.iterdir()}
    tables = {f"{name}.{kind}" for name in load_codebook() for kind in ("csv", "parquet")}
    assert written == tables | {"codebook.csv", "edition.json"}


def test_csv_and_parquet_agree(folder: Path) -> None:
    """The same numbers, empty where nothing is known, in both formats."""
    frame = Ledger.read(folder).casualties
    with (folder / "casualties.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["low"] for row in rows] == ["15", ""]
    assert frame["low"].fillna(-1).tolist() == [15, -1]
    assert [row["claim_id"] for row in rows] == list(frame["claim_id"])
    assert rows[0]["date_start"] == frame["date_start"][0].date().isoformat() == "2024-11-28"


def test_missing_text_is_none(folder: Path) -> None:
    """A template's `if` must not meet a NaN."""
    assert Ledger.read(folder).casualties["certainty_words"].tolist() == [None, None]


def test_references_stand_in_the_sources(folder: Path) -> None:
    """Who first gave a figure, through whom, and where to read it."""
    source = Ledger.read(folder).sources.iloc[0]
    assert source["references"] == "SOHR | Lokmat | https://example.org/1"
    assert source["grade"] == "B"


def test_same_claims_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Building twice gives the same ledger byte for byte."""
    again = write_sample(tmp_path / "again")
    for path in folder.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name


def test_every_column_is_explained() -> None:
    """A codebook that does not say what a column holds is none."""
    for table in load_codebook().values():
        assert table.about
        assert all(column.about for column in table.columns)
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names)), table.name


def test_codebook_csv_lists_every_column(folder: Path) -> None:
    """codebook.csv has one row per column of every table."""
    with (folder / "codebook.csv").open(encoding="utf-8", newline="") as file:
        listed = [(row["table"], row["column"]) for row in csv.DictReader(file)]
    assert listed == [(t.name, c.name) for t in load_codebook().values() for c in t.columns]


def test_no_ledger_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A folder without a ledger says what to run."""
    with pytest.raises(BriefingError, match="Build the edition first"):
        Ledger.read(tmp_path)


def test_columns_that_a_claim_fills_are_in_the_codebook() -> None:
    """Nothing of a claim is lost for want of a column, but for what other tables hold."""
    first = article()
    rows = make_rows([extraction(first, casualties=(casualty(first, quantity=exactly(3)),))], {})
    known = {column.name for column in load_codebook()["casualties"].columns}
    assert set(rows["casualties"][0]) <= known
