"""Ledgers that an earlier version wrote: what they have is read, what they lack is empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from briefing.errors import BriefingError
from briefing.ledger import Ledger
from briefing.ledger.stored import read_tables, tidy_rows
from tests.ledgers import sample_week


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger without the newest table, and without a column of another."""
    folder = sample_week(tmp_path).folder
    (folder / "changes.parquet").unlink()
    kept = pq.read_table(folder / "tolls.parquet").drop_columns(["breakdown", "means"])
    pq.write_table(kept, folder / "tolls.parquet")
    return folder


def test_an_old_ledger_opens_in_a_notebook(old: Path) -> None:
    """What it lacks is empty, typed as the codebook has it; the rest is what it was."""
    book = Ledger.read(old)
    assert len(book.changes) == 0
    assert "reason" in book.changes
    assert str(book.tolls["breakdown"].dtype) == "boolean"
    assert book.tolls["breakdown"].isna().all()
    assert book.tolls["means"].tolist() == [None] * len(book.tolls)
    assert len(book.tolls) == 14


def test_rows_are_read_without_what_is_missing(old: Path) -> None:
    """A table that is not there is left out, a column that is not there is None."""
    tables = read_tables(old, ["tolls", "changes"])
    assert list(tables) == ["tolls"]
    first = tables["tolls"][0]
    assert (first["breakdown"], first["date_start"]) == (None, date(2024, 11, 26))
    assert first["sources"] == ["1"]


def test_rows_in_memory_look_as_if_read_back(tmp_path: Path) -> None:
    """A build compares its fresh rows with stored ones: both have the same form."""
    stored = read_tables(sample_week(tmp_path).folder, ["tolls", "territory_places"])
    for name, rows in stored.items():
        assert tidy_rows(rows, name) == rows
    assert tidy_rows([{"sources": [1, 2]}], "tolls")[0]["sources"] == ["1", "2"]
    assert tidy_rows([{}], "tolls")[0]["claim_ids"] == []


def test_a_damaged_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    """What is no Parquet names the file and what to do."""
    (tmp_path / "tolls.parquet").write_bytes(b"not a table")
    with pytest.raises(BriefingError, match=r"tolls\.parquet cannot be read .*build that edition"):
        read_tables(tmp_path, ["tolls"])
