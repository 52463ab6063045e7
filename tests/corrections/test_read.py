"""corrections.csv: whatever saved it, it is read; every bad row is told with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.corrections import read_corrections
from briefing.errors import BriefingError
from tests.corrections.sheets import decisions

_PLAIN = "target,action,note\nA-c1,reject,é\n"


@pytest.mark.parametrize(
    "data",
    [
        _PLAIN.encode(),  # as a program writes it
        b"\xef\xbb\xbf" + _PLAIN.encode(),  # Excel's "CSV UTF-8"
        _PLAIN.replace(",", ";").encode(),  # where the comma is the decimal sign
        _PLAIN.replace(",", "\t").encode("utf-16"),  # Excel's "Unicode text"
        _PLAIN.encode("cp1252"),  # Excel's plain "CSV" on Windows
        _PLAIN.replace("\n", "\r\n").encode(),  # Windows
        _PLAIN.replace("\n", "\r").encode(),  # old Excel for Mac
        b"sep=;\n" + _PLAIN.replace(",", ";").encode(),  # Excel's own first line
        _PLAIN.replace("target,action,note", "Target , ACTION, Note").encode(),  # typed by hand
        _PLAIN.replace("\n", ",,,\n").encode(),  # empty columns at the end
        _PLAIN.encode() + b"\n,,\n",  # empty rows at the end
        "Action,mine,Note,Target\nreject,x,é,A-c1\n".encode(),  # another order
    ],
)
def test_spreadsheets_ways_of_saving(tmp_path: Path, data: bytes) -> None:
    """The same decision comes out, whatever the program and its country."""
    path = tmp_path / "corrections.csv"
    path.write_bytes(data)
    (made,) = read_corrections(path).rows
    assert (made.target, made.action, made.note) == ("A-c1", "reject", "é")


def test_no_file_decides_nothing(tmp_path: Path) -> None:
    """A desk need not have one, and an empty one is no error."""
    path = tmp_path / "corrections.csv"
    assert read_corrections(path).rows == ()
    path.write_text("", encoding="utf-8")
    assert read_corrections(path).rows == ()


def test_rows_without_an_action_wait(tmp_path: Path) -> None:
    """What review appended and nobody filled in decides nothing and is no input."""
    found = decisions(tmp_path, "A-c1,,,,,,,,,", "A-c2,,count,19,,,,,,")
    assert (found.rows, found.undecided, found.sha256) == ((), 2, "")
    assert found.targets == {"A-c1", "A-c2"}


def test_the_files_hash_is_of_its_bytes(tmp_path: Path) -> None:
    """As of any other input."""
    found = decisions(tmp_path, "A-c1,reject,,,,,,,,")
    again = decisions(tmp_path, "A-c1,reject,,,,,,,,")
    assert found.sha256 == again.sha256 != ""
    assert found.sha256 != decisions(tmp_path, "A-c1,accept,,,,,,,,").sha256


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """A note over three lines and an empty line move what follows."""
    found = decisions(tmp_path, 'A-c1,reject,,,"one\ntwo\nthree",,,,,', "", "A-c2,accept,,,,,,,,")
    assert [(row.line, row.note) for row in found.rows] == [(2, "one two three"), (6, "")]


def test_a_guarding_apostrophe_is_taken_off(tmp_path: Path) -> None:
    """It keeps spreadsheets from running what articles say; it is none of their words."""
    found = decisions(tmp_path, "A-c1,reject,,,'=1+1,'tis,,,'- 12 died,")
    (row,) = found.rows
    assert (row.note, row.by, row.quote) == ("=1+1", "'tis", "- 12 died")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-11-28", date(2024, 11, 28)),  # as the program writes it
        ("28.11.2024", date(2024, 11, 28)),  # German
        ("28/11/2024", date(2024, 11, 28)),  # British; there is no 28th month
        ("11/28/2024", date(2024, 11, 28)),  # American
        ("11/11/2024", date(2024, 11, 11)),  # the same either way
        ("28-Nov-2024", date(2024, 11, 28)),  # LibreOffice
        ("28 Nov 2024", date(2024, 11, 28)),  # as the brief prints it
    ],
)
def test_days_as_spreadsheets_change_them(tmp_path: Path, written: str, day: date) -> None:
    """A day that can mean but one is read."""
    (row,) = decisions(tmp_path, f"A-c1,reject,,,,,{written},,,").rows
    assert row.day == day


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("A-c1,rejct,,,,,,,,", 'there is no action "rejct"; did you mean "reject"?'),
        (",reject,,,,,,,,", "names no target"),
        ("A-c1,edit,,19,,,,,,", "is an edit without a field"),
        ("A-c1,edit,cout,19,,,,,,", 'there is no field "cout" to edit; did you mean "count"?'),
        ("A-c1,edit,count,,,,,,,", "needs a value for count; write none to empty it"),
        ("A-c1,edit,count,many,,,,,,", '"many" is not a count'),
        ("A-c1,edit,count,28-Dec,,,,,,", '"28-Dec" is not a count'),  # Excel made a day of 12-28
        ("A-c1,edit,count,19-15,,,,,,", '"19-15" is not a count'),  # ends in the wrong order
        ("A-c1,edit,count,none,,,,,,", "can't empty count"),
        ("A-c1,edit,low,a few,,,,,,", 'low must be a whole number, not "a few"'),
        ("A-c1,edit,low,1.5,,,,,,", 'low must be a whole number, not "1.5"'),
        ("A-c1,edit,latitude,91,,,,,,", "latitude must be degrees between -90 and 90"),
        ("A-c1,edit,latitude,nan,,,,,,", "latitude must be degrees between -90 and 90"),
        ("A-c1,edit,subset,perhaps,,,,,,", "subset must be yes or no"),
        ("A-c1,edit,outcome,dead,,,,,,", '"dead" is no outcome; write killed, injured, missing'),
        ("A-c1,edit,date,2024-11-30 to 2024-11-27,,,,,,", "is no window of days"),
        ("A-c1,edit,date_start,11/12/2024,,,,,,", "may be 2024-11-12 or 2024-12-11"),
        ("A-c1,edit,date_start,30.02.2024,,,,,,", '"30.02.2024" is not a day'),
        ("A-c1,edit,date_start,13/13/2024,,,,,,", '"13/13/2024" is not a day'),
        ("A-c1,accept,count,,,,,,,", "names the field count, which only an edit has"),
        ("A-c1,reject,,19,,,,,,", 'gives the value "19"'),
        ("A-c1,merge,,,,,,,,", "is a merge without a value"),
        ("A-c1,reject,,,,,soon,,,", '"soon" is not a day'),
        (f"A-c1,edit,victim,{'x' * 501},,,,,,", "victim may have 500 characters, not 501"),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    """One clear sentence, and nothing is built."""
    with pytest.raises(BriefingError) as error:
        decisions(tmp_path, "A-c9,accept,,,,,,,,", row)
    assert "corrections.csv has 1 row to mend, and nothing was built. Line 3:" in str(error.value)
    assert told in str(error.value)


def test_all_bad_rows_are_told_at_once(tmp_path: Path) -> None:
    """Whoever mends them mends them in one go; beyond ten it is said how many more there are."""
    with pytest.raises(BriefingError) as error:
        decisions(tmp_path, *["A-c1,burn,,,,,,,,"] * 12)
    assert str(error.value).count("Line ") == 10
    assert str(error.value).endswith("And 2 more.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,action\nA-c1,reject\n", "it has no target"),  # a column that must be there
        ("target,action,nota\nA-c1,reject,x\n", 'has a column "nota"; did you mean "note"?'),
        ("target,action\nA-c1,reject,a,b\n", "line 2 has 4 cells, the first row names 2"),
    ],
)
def test_a_table_that_is_none_is_told(tmp_path: Path, text: str, told: str) -> None:
    """What is wrong with the file as a whole."""
    path = tmp_path / "corrections.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError, match=r"corrections\.csv") as error:
        read_corrections(path)
    assert told in str(error.value)


def test_a_workbook_is_told_from_a_table(tmp_path: Path) -> None:
    """Saved as XLSX under the name of a CSV."""
    path = tmp_path / "corrections.csv"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 50)
    with pytest.raises(BriefingError, match=r"corrections\.csv is not text but .*; save it as CSV"):
        read_corrections(path)
