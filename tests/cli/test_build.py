"""`briefing build`: what is asked for, and what is told of the result."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefing import build as build_package
from briefing.build import BuildRequest, BuildResult, Progress
from briefing.cli import main
from briefing.cli.build import read_period, split_to
from briefing.desk import Desk, Edition

EDITION = Edition.week("2024-W48", Path("reports"))


@pytest.mark.parametrize(
    ("values", "end", "formats"),
    [
        ((), None, ()),  # nothing: the desk decides
        (("pdf",), None, ("pdf",)),  # one format
        (("html,pdf",), None, ("html", "pdf")),  # both
        (("PDF, html",), None, ("pdf", "html")),  # as people write
        (("pdf", "pdf"), None, ("pdf",)),  # once is enough
        (("2024-12-01",), "2024-12-01", ()),  # the last day
        (("2024-12-01", "html"), "2024-12-01", ("html",)),  # the last day and a format
        (("html", "2024-12-01"), "2024-12-01", ("html",)),  # in either order
    ],
)
def test_to_is_a_day_or_formats(
    values: tuple[str, ...], end: str | None, formats: tuple[str, ...]
) -> None:
    """`--to` takes the last day, the formats, or both when it is given twice."""
    assert split_to(values) == (end, formats)


def test_to_cannot_be_two_days() -> None:
    """Two last days are an error that names both."""
    with pytest.raises(click.BadParameter, match="2024-12-01 and 2024-12-02"):
        split_to(("2024-12-01", "2024-12-02"))


@pytest.mark.parametrize(
    ("week", "start", "end", "told"),
    [
        (None, "2024-11-25", None, "needs both days"),  # no end
        (None, None, "2024-12-01", "needs both days"),  # no start
        ("2024-W48", "2024-11-25", "2024-12-01", "not for both"),  # a week and a period
        (None, "2024-11-31", "2024-12-01", '"2024-11-31" is not a day'),  # no such day
        (None, None, "docx", '"docx" is not a day or a list of html and pdf'),  # no such format
    ],
)
def test_period_that_is_none(
    week: str | None, start: str | None, end: str | None, told: str
) -> None:
    """A period that cannot be meant is a usage error that says what is missing."""
    with pytest.raises(click.UsageError, match=told):
        read_period(week, start, end)


def test_period_is_read() -> None:
    """Two days are a period; nothing is none."""
    period = (date(2024, 11, 25), date(2024, 12, 1))
    assert read_period(None, "2024-11-25", "2024-12-01") == period
    assert read_period("2024-W48", None, None) == (None, None)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk to stand in."""
    (tmp_path / "briefing.toml").write_text("[brief]\nsections = []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, result: BuildResult) -> list[BuildRequest]:
    """Let the build answer with ``result``; what it is asked for is in the list returned."""
    asked: list[BuildRequest] = []

    def build_edition(desk: Desk, request: BuildRequest, report: Progress) -> BuildResult:
        asked.append(request)
        report.start("Extracting claims", 2)
        report.warn("one file is empty")
        return result

    monkeypatch.setattr(build_package, "build_edition", build_edition)
    monkeypatch.setattr("briefing.cli.places.prepare_places", lambda: None)
    return asked


def test_result_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths (as seen from here) and summary go to stdout, the rest to stderr, exit code 0."""
    paths = (desk / "reports" / "brief.html", Path("/elsewhere/brief.pdf"))
    result = BuildResult(EDITION, EDITION.folder, paths, ("one", "two", "three"), ("a claim",))
    asked = answer(monkeypatch, result)
    run = CliRunner().invoke(main, ["build", "--week", "2024-W48", "--to", "pdf", "--strict"])
    assert run.exit_code == 0
    assert run.stdout.splitlines() == [
        str(Path("reports", "brief.html")),
        "/elsewhere/brief.pdf",
        *("one", "two", "three"),
    ]
    assert run.stderr.splitlines() == [
        "Extracting claims …",
        "Note: one file is empty",
        "Not dated: a claim",
    ]
    assert asked == [BuildRequest(week="2024-W48", to=("pdf",), strict=True)]


def test_incomplete_edition_is_a_failure(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition with a failed section is told, and the exit code is 1."""
    failed = ("section casualties, cell 3 (x): NameError: x",)
    answer(monkeypatch, BuildResult(EDITION, EDITION.folder, (), (), failures=failed))
    run = CliRunner().invoke(main, ["build"])
    assert run.exit_code == 1
    assert "Failed: section casualties, cell 3 (x): NameError: x" in run.stderr


def test_build_outside_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a desk the error says how to make one."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["build"])
    assert run.exit_code == 1
    assert "briefing new NAME" in run.stderr
