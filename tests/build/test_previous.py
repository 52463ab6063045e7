"""Which edition a new one is compared with, what its record says, and what stops no build."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.build.previous import compare_with, look_back, tell_rebuilt, to_compare
from briefing.build.request import BuildRequest
from briefing.desk import Desk, Edition
from briefing.errors import BriefingError
from briefing.ledger import make_rows, write_ledger
from briefing.resolve import resolve
from tests.claims import exactly
from tests.compare.sides import NEXT, WEEK, on, told

STRIKE = {"by": "SOHR", "quantity": exactly(15), "when": on(28)}
ROWS = resolve(make_rows([told(1, STRIKE)], {}))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk without editions."""
    (tmp_path / "briefing.toml").write_text("", encoding="utf-8")
    return Desk.load(tmp_path)


def put(desk: Desk, name: str, start: str, end: str, **record: bool) -> Path:
    """An edition of these days."""
    days = {"start": date.fromisoformat(start), "end": date.fromisoformat(end), **record}
    write_ledger(ROWS, {"name": name, **days}, desk.reports / name / "ledger")
    return desk.reports / name / "ledger"


def newest(desk: Desk, **request: str) -> str | None:
    """The name of the edition that week 49 is compared with."""
    week = Edition.week("2024-W49", desk.reports)
    earlier = look_back(desk, week)
    found = to_compare(desk, BuildRequest(**request), earlier)  # type: ignore[arg-type]
    return found.parent.name if found else None


def test_the_newest_earlier_edition_of_its_length(desk: Desk) -> None:
    """A week comes before a day that began later; later and incomplete ones never count."""
    assert newest(desk) is None
    put(desk, "2024-W40", "2024-09-30", "2024-10-06")
    put(desk, "2024-12-01_2024-12-01", "2024-12-01", "2024-12-01")
    assert newest(desk) == "2024-W40"
    put(desk, "2024-W47", "2024-11-18", "2024-11-24")
    put(desk, "2024-W48.incomplete", "2024-11-25", "2024-12-01")
    put(desk, "2024-W49", "2024-12-02", "2024-12-08")
    put(desk, "2024-W50", "2024-12-09", "2024-12-15")
    assert newest(desk) == "2024-W47"


def test_without_one_of_its_length_the_newest(desk: Desk) -> None:
    """A day is better than nothing; the figures then say why they are not comparable."""
    put(desk, "2024-12-01_2024-12-01", "2024-12-01", "2024-12-01")
    assert newest(desk) == "2024-12-01_2024-12-01"


def test_the_edition_asked_for_comes_first(desk: Desk) -> None:
    """--against names any edition; one that is not there is an error."""
    put(desk, "2024-W40", "2024-09-30", "2024-10-06")
    put(desk, "2024-W47", "2024-11-18", "2024-11-24")
    assert newest(desk, against="2024-W40") == "2024-W40"
    with pytest.raises(BriefingError, match="no edition"):
        newest(desk, against="2024-W39")


def test_an_edition_without_a_period_is_compared_with_none(desk: Desk) -> None:
    """It has no place among the others."""
    put(desk, "2024-W47", "2024-11-18", "2024-11-24")
    undated = Edition.undated(Path("report.txt"), desk.reports)
    assert look_back(desk, undated).ledger is None


def test_the_record_names_the_earlier_edition(desk: Desk) -> None:
    """Its name, its days and the hash of its tables; the same inputs give the same answer."""
    ledger = put(desk, "2024-W48", "2024-11-25", "2024-12-01")
    warned: list[str] = []
    rows, record = compare_with(ledger, NEXT, ROWS, warned.append)
    assert record is not None
    assert (record["name"], record["start"]) == ("2024-W48", date(2024, 11, 25))
    assert len(record["sha256"]) == 64
    assert (rows, record) == compare_with(ledger, NEXT, ROWS, warned.append)
    assert warned == []


def test_the_first_edition_says_that_there_is_none() -> None:
    """No rows, and nothing to name."""
    assert compare_with(None, NEXT, ROWS, pytest.fail) == ([], None)


@pytest.mark.parametrize("damaged", ["edition.json", "sources.parquet"])
def test_a_damaged_edition_stops_no_build(desk: Desk, damaged: str) -> None:
    """It is told on the way, and the record says so without a path of this machine."""
    ledger = put(desk, "2024-W48", "2024-11-25", "2024-12-01")
    (ledger / damaged).write_text("{", encoding="utf-8")
    warned: list[str] = []
    rows, record = compare_with(ledger, NEXT, ROWS, warned.append)
    assert rows == []
    assert damaged in warned[0]
    assert record == {
        "name": "2024-W48",
        "notes": ["2024-W48 could not be compared with: its ledger is damaged. Build it again."],
    }
    put(desk, "2024-W47", "2024-11-18", "2024-11-24")
    assert newest(desk) == "2024-W48"


def test_a_rebuild_tells_what_it_changes(desk: Desk, tmp_path: Path) -> None:
    """Against the edition whose place it takes: a tally, then what was revised and why."""
    edition = Edition.week("2024-W48", desk.reports)
    made = tmp_path / "made"
    assert tell_rebuilt(edition, made) == ()
    write_ledger(ROWS, WEEK, edition.folder / "ledger")
    write_ledger(ROWS, WEEK, made / "ledger")
    assert tell_rebuilt(edition, made) == ()
    later = told(2, STRIKE | {"quantity": exactly(19)}, published=WEEK["end"])
    write_ledger(resolve(make_rows([told(1, STRIKE), later], {})), WEEK, made / "ledger")
    head, *lines = tell_rebuilt(edition, made)
    assert head == "Against the edition that stood here: 2 revised and 1 new."
    assert (
        "Revised: civilians killed, Atarib, 28 Nov: was 15, now 19: a later count by SOHR" in lines
    )


def test_what_was_built_from_sample_reports_is_no_edition_before(desk: Desk) -> None:
    """The first brief of a desk's own reports is compared with no trial, and is its first."""
    put(desk, "2024-W47", "2024-11-18", "2024-11-24", sample=True)
    week = Edition.week("2024-W49", desk.reports)
    assert newest(desk) is None
    assert look_back(desk, week).editions == []
    assert look_back(desk, week, sample=True).ledger == desk.reports / "2024-W47" / "ledger"


def test_each_record_is_read_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbering, choosing and the figures of the editions before all come from one reading."""
    for week, day in (("2024-W46", "2024-11-11"), ("2024-W47", "2024-11-18")):
        put(desk, week, day, str(date.fromisoformat(day) + timedelta(days=6)))
    read: list[str] = []
    text = Path.read_text

    def noted(path: Path, encoding: str) -> str:
        read.append(path.name)
        return text(path, encoding)

    monkeypatch.setattr(Path, "read_text", noted)
    earlier = look_back(desk, Edition.week("2024-W49", desk.reports))
    assert (len(earlier.editions), len(earlier.figures())) == (2, 2)
    assert earlier.ledger == desk.reports / "2024-W47" / "ledger"
    assert read.count("edition.json") == 2


def test_the_figures_of_the_editions_before(desk: Desk) -> None:
    """Those of editions as long as this one, with their days; what is damaged is left out."""
    put(desk, "2024-W46", "2024-11-11", "2024-11-17")
    put(desk, "2024-11-20_2024-11-20", "2024-11-20", "2024-11-20")
    put(desk, "2024-W48", "2024-11-25", "2024-12-01")
    damaged = put(desk, "2024-W47", "2024-11-18", "2024-11-24") / "key_figures.parquet"
    damaged.write_bytes(b"no parquet")
    week = Edition.week("2024-W49", desk.reports)
    rows = look_back(desk, week).figures()
    assert [(row["edition"], row["display"]) for row in rows] == [
        ("2024-W46", "15"), ("2024-W48", "15"),
    ]  # fmt: skip
    assert rows[0]["date_end"] == date(2024, 11, 17)
