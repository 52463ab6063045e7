"""`briefing extract`: the same claims as a table to read and as CSV, JSON and Parquet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from briefing.cli import main
from briefing.cli.claims_file import claims_table, write_claims
from briefing.cli.claims_table import LOG_WIDTH, show_claims
from briefing.cli.extract import choose_format, read_claims
from briefing.errors import BriefingError
from briefing.ledger import load_codebook
from briefing.models import Extraction
from tests.claims import ATARIB, article, casualty, change, extraction, implication, point, vague

FIRST = article(1)
CLAIMS = [
    extraction(
        FIRST,
        casualties=(casualty(FIRST), casualty(FIRST, 1, quantity=vague("several [more]"))),
        territory=(change(FIRST, places=(ATARIB, replace(ATARIB, name="Darat Izza"))),),
        implications=(implication(FIRST),),
        summary=(point(FIRST),),
    )
]
KINDS = ["casualties", "casualties", "territory", "implications", "summary"]


def printed(
    capsys: pytest.CaptureFixture[str], chosen: str, claims: list[Extraction] = CLAIMS
) -> str:
    """What a format prints to the terminal."""
    write_claims(claims, chosen, None)
    return capsys.readouterr().out


def test_csv_has_one_row_per_claim(capsys: pytest.CaptureFixture[str]) -> None:
    """Each claim is a row with its count, its date and its table; no number is made of words."""
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "csv"))))
    assert [row["table"] for row in rows] == KINDS
    assert [row["low"] for row in rows[:3]] == ["15", "", "21"]
    assert rows[1]["quantity_as_written"] == "several [more]"
    assert rows[0]["date_start"] == "2024-11-28"
    assert {row["path"] for row in rows} == {"articles/1.md"}


def test_hxl_tags_stand_below_the_names(capsys: pytest.CaptureFixture[str]) -> None:
    """A second row of headings, on request; the rows stay as they are."""
    write_claims(CLAIMS, "csv", None, hxl=True)
    names, tags, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    tagged = dict(zip(names, tags, strict=True))
    assert (tagged["date_start"], tagged["latitude"], tagged["path"]) == (
        "#date+start",
        "#geo+lat",
        "",
    )
    assert [names, *rows] == list(csv.reader(io.StringIO(printed(capsys, "csv"))))


def test_named_places_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """A territorial claim has all the names of its places, a casualty its one."""
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "csv"))))
    assert [row["place"] for row in rows[1:3]] == ["Atārib", "Atārib; Darat Izza"]


def test_columns_are_the_codebook_s() -> None:
    """Beside the first two, every column has the name and type that the codebook gives it."""
    book = {c.name: c.type for table in load_codebook().values() for c in table.columns}
    columns = claims_table().columns[2:]
    assert {column.name: column.type for column in columns}.items() <= book.items()
    assert len({column.name for column in columns}) == len(columns)


def test_formats_agree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV, JSON and Parquet have the same claims with the same counts."""
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "csv"))))
    objects = json.loads(printed(capsys, "json"))
    write_claims(CLAIMS, "parquet", tmp_path / "claims.parquet")
    table = pq.read_table(tmp_path / "claims.parquet").to_pylist()
    for name in ("claim_id", "table", "quote"):
        assert [row[name] for row in rows] == [o[name] for o in objects] == [t[name] for t in table]
    assert (
        [t["low"] for t in table] == [o.get("low") for o in objects] == [15, None, 21, None, None]
    )
    assert table[0]["date_start"] == date(2024, 11, 28)
    assert objects[3]["subjects"] == ["Russia"]


def test_table_is_readable(capsys: pytest.CaptureFixture[str]) -> None:
    """The table shows each kind of claim with its count in words, brackets and all."""
    show_claims(CLAIMS, None)
    shown = capsys.readouterr().out
    assert "Casualties (2)" in shown
    for words in ("≥ 15", "several [more]", "Atārib", "28 Nov", "White Helmets", "Russia", "could"):
        assert words in shown
    assert "In all in articles/1.md, everyone counted once: ≥ 15 killed." in shown
    assert max(map(len, shown.splitlines())) <= LOG_WIDTH


def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """A text without claims gives a sentence and no empty table."""
    show_claims([extraction(FIRST)], None)
    assert capsys.readouterr().out == "No claims found.\n"
    assert printed(capsys, "csv", []).startswith("table,path,claim_id,")


@pytest.mark.parametrize(
    ("wanted", "output", "chosen"),
    [
        (None, None, "table"),  # to read
        (None, "claims.csv", "csv"),  # the file's ending says it
        (None, "claims.PARQUET", "parquet"),  # in any case
        (None, "claims.txt", "table"),  # an ending that says nothing
        ("json", "claims.csv", "json"),  # what is asked for goes first
    ],
)
def test_format_is_chosen(wanted: str | None, output: str | None, chosen: str) -> None:
    """The format is the one asked for, else the file's, else the table."""
    assert choose_format(wanted, Path(output) if output else None) == chosen


def test_parquet_needs_a_file() -> None:
    """Bytes are not printed to a terminal."""
    with pytest.raises(click.UsageError, match=r"--output claims\.parquet"):
        choose_format("parquet", None)


def test_unwritable_output_is_told(tmp_path: Path) -> None:
    """A file that cannot be written is named with the reason."""
    with pytest.raises(BriefingError, match=r"claims\.csv cannot be written"):
        write_claims(CLAIMS, "csv", tmp_path / "missing" / "claims.csv")
    with pytest.raises(BriefingError, match=r"claims\.txt cannot be written"):
        show_claims(CLAIMS, tmp_path / "missing" / "claims.txt")


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    """Where no file can be read there is the error and nothing else, not even an empty table."""
    result = CliRunner().invoke(main, ["extract", str(tmp_path / "none.txt")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        f"Error: {tmp_path / 'none.txt'} does not exist. Check the path."
    ]


def test_one_bad_file_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What can be read is read; what cannot is told on stderr."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text("At least 15 civilians were killed in Atarib on Thursday.")
    monkeypatch.chdir(tmp_path)
    read: Any = read_claims((Path("empty.txt"), Path("good.txt")))
    assert [one.article.path for one in read] == ["good.txt"]
    assert read[0].casualties[0].quantity.low == 15
    assert capsys.readouterr().err.startswith("Error: empty.txt is empty.")
