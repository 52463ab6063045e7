"""Event data: told by its columns or values, read whatever the file is, checked by line."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from briefing.errors import BriefingError
from briefing.events import Events, load_formats, read_event_folder, read_events
from tests.events.files import ACLED, GED_NEW, HAPI, acled, ged, hapi, table, write_csv, write_excel

SHUFFLED = tuple(random.Random(4).sample(GED_NEW, len(GED_NEW)))
ROWS = [ged(n, f"2024-11-{20 + n % 9}", latitude=36 + n / 100) for n in range(1, 31)]


def read(*paths: Path) -> Events:
    """Read files that lie in one folder, which is the desk's."""
    return read_events(paths, root=paths[0].parent)


def write_parquet(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write a Parquet file with numbers and days in their own types."""
    frame = pd.DataFrame(rows[1:], columns=list(rows[0]))
    for name in ("best", "low", "high", "latitude"):
        frame[name] = pd.to_numeric(frame[name])
    frame["date_start"] = pd.to_datetime(frame["date_start"])
    frame.to_parquet(path)
    return path


# A file's ending and how it is written; what is read must be the same.
WRITERS: list[tuple[str, Callable[[Path, Any], Path]]] = [
    ("events.csv", write_csv),
    ("events.csv.gz", write_csv),
    ("events.CSV", lambda path, rows: write_csv(path, rows, ";")),
    ("events.xlsx", write_excel),
    ("events.parquet", write_parquet),
]


@pytest.mark.parametrize(("name", "write"), WRITERS, ids=[name for name, _ in WRITERS])
def test_every_kind_of_file_gives_the_same_events(
    tmp_path: Path, name: str, write: Callable[[Path, Any], Path]
) -> None:
    """CSV with either separator, zipped, Excel and Parquet."""
    events = read(write(tmp_path / name, table(GED_NEW, ROWS)))
    assert len(events.table) == len(ROWS)
    assert events.table["best"].tolist() == [10] * len(ROWS)
    assert events.table["date_start"].min() == pd.Timestamp(2024, 11, 20)
    assert sorted(events.table["event_id"], key=int) == [str(n) for n in range(1, 31)]
    assert events.problems == ()


@pytest.mark.parametrize(
    ("columns", "options"),
    [
        (GED_NEW, {}),  # version 20.1 and later
        (SHUFFLED, {}),  # any other order
        (SHUFFLED, {"hxl": True}),  # as HDX publishes it
        (tuple(name.upper() for name in GED_NEW), {}),  # shouted
        (GED_NEW, {"header": False}),  # a candidate release
    ],
    ids=["new", "shuffled", "hxl", "capitals", "no header"],
)
def test_ged_is_told_by_its_columns_or_values(
    tmp_path: Path, columns: tuple[str, ...], options: dict[str, bool]
) -> None:
    """The file's name says nothing; without a header the values do."""
    rows = [{key.upper(): value for key, value in row.items()} | row for row in ROWS]
    path = write_csv(tmp_path / "acled.csv", table(columns, rows, **options))
    events = read(path)
    assert [form.key for form in events.formats] == ["ucdp_ged"]
    assert events.table[["low", "best", "high"]].drop_duplicates().values.tolist() == [[8, 10, 12]]
    assert set(events.table["side_b"]) == {"Test rebels"}
    assert len(events.table) == len(ROWS)


def test_floats_are_whole_numbers(tmp_path: Path) -> None:
    """``2016.0`` is how pandas writes whole numbers beside gaps."""
    rows = [ged(1, id="1.0", type_of_violence="3.0", best="10.0", date_prec="2.0", high="12.0")]
    events = read(write_csv(tmp_path / "g.csv", table(GED_NEW, rows)))
    (row,) = events.table.to_dict("records")
    assert (row["event_id"], row["violence"], row["best"]) == ("1", "one_sided", 10)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # inter1, inter2, interaction as numbers, and the words that later exports have
        ((1, 2, 12), ("State forces", "Rebel group", "State forces-Rebel group")),
        ((3, 7, 37), ("Political militia", "Civilians", "Political militia-Civilians")),
        ((6, 0, 60), ("Protesters", "", "Protesters only")),
        ((8, 1, 18), ("External/Other forces", "State forces", "State forces-External forces")),
    ],
)
def test_old_and_new_codes_of_acled_read_alike(
    tmp_path: Path, old: tuple[int, int, int], new: tuple[str, str, str]
) -> None:
    """The same event in an old export and in a new one."""
    names = ("inter1", "inter2", "interaction")
    kinds = []
    for part, values in (("old", old), ("new", new)):
        row = acled(1) | dict(zip(names, values, strict=True))
        events = read(write_csv(tmp_path / f"{part}.csv", table(ACLED, [row])))
        kinds.append(events.table[["side_a", "side_b", "violence"]].values.tolist())
    assert kinds[0] == kinds[1] == [[new[0], new[1], kinds[0][0][2]]]


def test_kinds_come_from_the_interaction_alone(tmp_path: Path) -> None:
    """Some exports leave inter1 and inter2 out."""
    columns = tuple(name for name in ACLED if name not in ("inter1", "inter2"))
    events = read(write_csv(tmp_path / "a.csv", table(columns, [acled(1, interaction=12)])))
    assert events.table[["side_a", "side_b"]].values.tolist() == [["State forces", "Rebel group"]]


@pytest.mark.parametrize(
    ("day", "read_as"),
    [
        ("2024-11-26", date(2024, 11, 26)),
        ("26 November 2024", date(2024, 11, 26)),  # the old export tool
        ("26-Nov-24", date(2024, 11, 26)),
        ("26/11/2024", date(2024, 11, 26)),
        ("2024-11-26 00:00:00.000", date(2024, 11, 26)),
        ("2024/11/26", date(2024, 11, 26)),
        ("26.11.2024", date(2024, 11, 26)),
        ("11/26/2024", date(2024, 11, 26)),  # saved again by a spreadsheet in the United States
    ],
)
def test_days_are_read_as_exports_write_them(tmp_path: Path, day: str, read_as: date) -> None:
    """ISO days, with a time of day or not, and the forms of older tools."""
    events = read(write_csv(tmp_path / "a.csv", table(ACLED, [acled(1, day)])))
    assert events.table["date_start"][0].date() == read_as


@pytest.mark.parametrize(
    ("days", "read_as"),
    [
        (["11/26/2024", "11/05/2024"], [date(2024, 11, 5), date(2024, 11, 26)]),
        (["26/11/2024", "05/11/2024"], [date(2024, 11, 5), date(2024, 11, 26)]),
        (["05/06/2024"], [date(2024, 6, 5)]),
    ],
)
def test_a_column_of_days_has_one_order(
    tmp_path: Path, days: list[str], read_as: list[date]
) -> None:
    """Month or day first is told by the whole column, so that no 5 November becomes 11 May."""
    rows = [acled(n, day, year=2024) for n, day in enumerate(days)]
    events = read(write_csv(tmp_path / "a.csv", table(ACLED, rows)))
    assert [day.date() for day in events.table["date_start"]] == read_as


def test_numbers_of_spreadsheets_are_read(tmp_path: Path) -> None:
    """Thousands parted by a comma, a space or an apostrophe; a decimal comma in coordinates."""
    rows = [
        ged(1, best="1,050", high="1 200", low="1’000", deaths_a="1'042"),
        ged(2, latitude="36,2", longitude="37,161"),
        ged(3, best="1.050", high=2000, low=1, deaths_a=1042),
    ]
    events = read(write_csv(tmp_path / "g.csv", table(GED_NEW, rows)))
    assert events.table["best"].tolist() == [1050, 10]
    assert events.table[["low", "high"]].iloc[0].tolist() == [1000, 1200]
    assert events.table[["latitude", "longitude"]].iloc[1].tolist() == [36.2, 37.161]
    assert [(p["line"], p["problem"]) for p in events.problems] == [
        (4, "best “1.050” is no whole number")
    ]


def test_half_a_point_is_no_point(tmp_path: Path) -> None:
    """An event whose longitude cannot be read keeps no latitude that a map might take."""
    events = read(write_csv(tmp_path / "g.csv", table(GED_NEW, [ged(1, longitude="999"), ged(2)])))
    assert events.table[["latitude", "longitude"]].isna().all(axis=1).tolist() == [True, False]


def test_hapi_has_months_without_fatalities(tmp_path: Path) -> None:
    """Of demonstrations it counts no dead: an empty cell is no fault there, a word is one."""
    rows = [
        hapi("political_violence", 30),
        hapi("demonstration", ""),
        hapi("civilian_targeting", "some"),
    ]
    events = read(write_csv(tmp_path / "h.csv", table(HAPI, rows)))
    assert events.table["event_type"].tolist() == ["Political violence", "Demonstrations"]
    assert [(p["line"], p["kind"]) for p in events.problems] == [(4, "unreadable")]


def test_acled_precisions_are_told_in_ucdps_terms(tmp_path: Path) -> None:
    """A week is 3 and a larger region 4, as in UCDP's scales."""
    rows = [acled(n, time_precision=n, geo_precision=n) for n in (1, 2, 3)]
    events = read(write_csv(tmp_path / "a.csv", table(ACLED, rows)))
    assert events.table["date_prec"].tolist() == [1, 3, 4]
    assert events.table["where_prec"].tolist() == [1, 2, 4]


def test_hapi_keeps_one_level_of_divisions(tmp_path: Path) -> None:
    """The same dead of a month at a coarser level are left out, and listed."""
    rows = [
        hapi("political_violence", 30),
        hapi("civilian_targeting", 10),
        hapi("political_violence", 30, admin_level=1, admin2_code="", admin2_name=""),
        hapi("political_violence", 8, "2024-10", admin_level=1),
    ]
    events = read(write_csv(tmp_path / "h.csv", table(HAPI, rows, hxl=True)))
    assert events.table["best"].tolist() == [8, 30, 10]
    assert [(p["line"], p["kind"]) for p in events.problems] == [(5, "coarser")]


# What is wrong with a row: its cells, what is told of it, whether it is kept.
WRONG: list[tuple[dict[str, Any], str, bool]] = [
    ({"date_start": "31.13.2024"}, "date_start “31.13.2024” is no day that can be read", False),
    ({"date_end": ""}, "date_end is empty", False),
    ({"best": "many"}, "best “many” is no whole number", False),
    ({"best": "-3"}, "best “-3” is no whole number", False),
    ({"id": ""}, "id is empty", False),
    ({"type_of_violence": 7}, "type_of_violence “7” is not 1, 2 or 3", False),
    ({"date_end": "2024-11-20"}, "ends before it starts", False),
    ({"low": 11}, "low 11, best 10 and high 12 are not in order", True),
    ({"deaths_a": 9}, "best is not the sum of the deaths by side", True),
    ({"latitude": "362"}, "latitude “362” is no number", True),
]


@pytest.mark.parametrize(("cells", "told", "kept"), WRONG, ids=[told for _, told, _ in WRONG])
def test_a_wrong_row_is_listed_with_its_line(
    tmp_path: Path, cells: dict[str, Any], told: str, kept: bool
) -> None:
    """Bad rows are left out and listed; doubtful ones are kept and listed."""
    rows = [ged(1), ged(2, **cells), ged(3)]
    events = read(write_csv(tmp_path / "g.csv", table(GED_NEW, rows)))
    assert [(p["file"], p["line"], p["problem"], p["kept"]) for p in events.problems] == [
        ("g.csv", 3, told, kept)
    ]
    assert len(events.table) == (3 if kept else 2)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    """Line breaks in cells, blank lines and rows of the wrong length move what follows."""
    rows = table(GED_NEW, [ged(1, source_headline="one\ntwo\nthree"), ged(2), ged(3, best="x")])
    path = write_csv(tmp_path / "g.csv", rows)
    lines = path.read_text(encoding="utf-8").replace("\r\n", "\n").splitlines()
    lines.insert(4, "")  # behind the first event, which ends on line 4
    lines.insert(5, "9,9,9")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    events = read(path)
    assert [(p["line"], p["problem"]) for p in events.problems] == [
        (6, "has 3 cells instead of 49"),
        (8, "best “x” is no whole number"),
    ]
    assert events.table["line"].tolist() == [2, 7]


def test_values_of_rows_that_stay_in_the_desk_are_not_told(tmp_path: Path) -> None:
    """A problem of ACLED names line and column, never what stands there."""
    rows = [acled(1), acled(2, fatalities="five of TST999")]
    events = read(write_csv(tmp_path / "a.csv", table(ACLED, rows)))
    assert [p["problem"] for p in events.problems] == ["fatalities is no whole number"]


def test_an_event_in_two_files_counts_once(tmp_path: Path) -> None:
    """The newest row of an event stands: by the time it was edited, else the last file's."""
    first = write_csv(tmp_path / "a.csv", table(ACLED, [acled(1, fatalities=9, timestamp=2)]))
    later = write_csv(tmp_path / "b.csv", table(ACLED, [acled(1, fatalities=5, timestamp=1)]))
    events = read(first, later)
    assert events.table["best"].tolist() == [9]
    assert [(p["file"], p["kind"], p["kept"]) for p in events.problems] == [
        ("b.csv", "repeated", False)
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("e.csv", "a,b\n1,2\n", "fit none of them"),  # something else
        ("e.csv", "", "fit none of them"),  # nothing
        ("e.csv", "id,type_of_violence,date_start,best\n", "has no column date_end, low and high"),
        ("e.xlsx", "no workbook", "cannot be read"),
        ("e.parquet", "no parquet", "cannot be read"),
        ("e.csv.gz", "\x1f\x8bdamaged", "cannot be read"),
        ("e.pdf", "x", "no table that can be read"),
    ],
)
def test_what_is_no_event_data_is_told_in_a_sentence(
    tmp_path: Path, name: str, content: str, told: str
) -> None:
    """What, where and what next, in one sentence."""
    path = tmp_path / name
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(BriefingError, match=told) as caught:
        read(path)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A name with a slip in it."""
    with pytest.raises(BriefingError, match="There is no file"):
        read(tmp_path / "nothing.csv")


def test_one_bad_file_does_not_stop_the_folder(tmp_path: Path) -> None:
    """A desk's folder is read as far as it goes; a missing folder has nothing."""
    write_csv(tmp_path / "a.csv", table(GED_NEW, ROWS))
    (tmp_path / "b.csv").write_text("x,y\n1,2\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("Put exports here.", encoding="utf-8")
    events = read_event_folder(tmp_path, root=tmp_path)
    assert len(events.table) == len(ROWS)
    assert [told.split(" ")[0] for told in events.unread] == ["b.csv"]
    assert read_event_folder(tmp_path / "none", root=tmp_path).table.empty


def test_no_table_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    """An ending in capitals is read; a kind of table that is not read is told, a note is not."""
    write_csv(tmp_path / "EXPORT.CSV", table(GED_NEW, ROWS))
    for name in ("old.xls", "sheet.ods", "notes.md", "~$open.xlsx"):
        (tmp_path / name).write_bytes(b"x")
    events = read_event_folder(tmp_path, root=tmp_path)
    assert len(events.table) == len(ROWS)
    assert [told.split(" ")[0] for told in events.unread] == ["old.xls", "sheet.ods"]


def test_every_dataset_says_how_it_is_to_be_named() -> None:
    """Citation, licence and address are data; only ACLED's rows stay in the desk."""
    for form in load_formats().values():
        assert form.citation
        assert form.licence
        assert form.url.startswith("https://")
        assert set(form.telling) | set(form.required) <= set(form.columns)
    assert [form.key for form in load_formats().values() if not form.open] == ["acled"]
