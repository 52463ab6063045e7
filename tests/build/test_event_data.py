"""A brief from event data alone: whole, cited, and without a row that must stay in the desk."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.build import BuildRequest, BuildResult
from briefing.build.event_data import tell_unread_rows
from briefing.build.period import take_in
from briefing.desk import Desk
from briefing.errors import BriefingError
from tests.build.conftest import make_desk
from tests.events.files import ACLED, GED_NEW, SECRETS, acled, ged, table, write_csv

Build = Callable[..., BuildResult]
DAYS = [f"2024-11-{day}" for day in range(18, 31)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with exports of UCDP GED and ACLED, and not one article."""
    root = make_desk(tmp_path / "desk").root
    for path in (root / "articles").iterdir():
        path.unlink()
    (root / "events").mkdir()
    write_csv(root / "events" / "ged.csv", table(GED_NEW, [ged(n, d) for n, d in enumerate(DAYS)]))
    rows = [acled(n, d) for n, d in enumerate(DAYS)]
    write_csv(root / "events" / "acled.csv", table(ACLED, [*rows, acled(90, fatalities="many")]))
    return Desk.load(root)


@pytest.mark.kernel
@pytest.mark.browser
def test_event_data_alone_makes_a_brief(desk: Desk, build: Build) -> None:
    """Sections without articles take no room; no text of an ACLED row is anywhere."""
    result = build(desk, week="2024-W48", strict=True, hxl=True)
    assert result.complete
    assert result.summary[0].startswith("UCDP GED: 6 events of the period, 60 killed")
    assert {path.stem for path in (result.folder / "notebooks").iterdir()} == {
        "summary", "trend", "sources",
    }  # fmt: skip
    pdf = subprocess.run(
        ["pdftotext", result.folder / "brief.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Casualties" not in pdf
    assert "Raleigh" in pdf
    files = (path for path in result.folder.rglob("*") if path.is_file())
    told = pdf + "".join(path.read_bytes().decode("utf-8", "replace") for path in files)
    assert not [secret for secret in SECRETS if secret in told]
    names, tags, *rows = csv.reader((result.folder / "ledger" / "event_data.csv").open())
    assert dict(zip(names, tags, strict=True))["date_start"] == "#date+start"
    assert len(rows) == 6


def test_the_newest_week_is_that_of_the_last_event(desk: Desk) -> None:
    """Without articles and a week asked for, the data decides; the folder may be missing."""
    path = desk.root / "briefing.toml"
    kept = [li for li in path.read_text("utf-8").splitlines() if not li.startswith("week")]
    path.write_text("\n".join(kept), encoding="utf-8")
    (desk.root / "articles").rmdir()
    assert take_in(Desk.load(desk.root), BuildRequest()).edition.name == "2024-W48"


def test_files_named_stand_in_for_the_folder(desk: Desk, tmp_path: Path) -> None:
    """``--events`` reads these files alone; their hashes are among the inputs."""
    path = write_csv(tmp_path / "other.csv", table(GED_NEW, [ged(1)]))
    intake = take_in(desk, BuildRequest(week="2024-W48", events=(path,)))
    assert list(intake.inputs) == ["other.csv"]


def test_a_week_that_no_event_touches_is_told(desk: Desk) -> None:
    """No empty brief is built of a week long before the data."""
    told = "no article published in 2019-W05.*the event data, of .* has nothing of it"
    with pytest.raises(BriefingError, match=told):
        take_in(desk, BuildRequest(week="2019-W05"))


def test_a_bad_file_in_the_folder_is_told_and_the_rest_goes_on(desk: Desk) -> None:
    """What cannot be read is among what was left out."""
    (desk.root / "events" / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    intake = take_in(desk, BuildRequest(week="2024-W48"))
    assert [told.split(" ")[0] for told in intake.left_out] == ["events/x.csv"]


def test_rows_that_cannot_be_read_are_told_at_once(desk: Desk) -> None:
    """The file, the line and what is wrong with it; a row that can be read is no news."""
    write_csv(desk.root / "events" / "bad.csv", table(GED_NEW, [ged(1), ged(2, best="many")]))
    intake = take_in(desk, BuildRequest(week="2024-W48"))
    told = [text for text in tell_unread_rows(intake.events) if "events/bad.csv" in text]
    assert len(told) == 1
    assert told[0].startswith("1 row of events/bad.csv cannot be read and is in no figure: line 3")
