"""`briefing new`: a desk that can be used at once, and nothing overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.articles import read_articles
from briefing.cli import main
from briefing.desk import Desk


def new(name: str) -> tuple[int, str]:
    """Run the command and return its exit code and all it said."""
    result = CliRunner().invoke(main, ["new", name])
    return result.exit_code, result.output


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("north-mali", "North mali weekly brief"),  # dashes are blanks
        ("Río_Atrato", "Río Atrato weekly brief"),  # letters stay as they are
        ('a "b" \\ c', 'A "b" \\ c weekly brief'),  # quotes and backslashes are no TOML
        ("desks/sahel", "Sahel weekly brief"),  # a folder in a folder
    ],
)
def test_desk_is_titled_after_its_folder(here: Path, name: str, title: str) -> None:
    """The new desk's settings are right and carry its title."""
    exit_code, said = new(name)
    assert exit_code == 0, said
    assert Desk.load(here / name).masthead.title == title


def test_sample_report_is_an_article(here: Path) -> None:
    """The sample report is read without a note, is marked as a sample, and has a date."""
    new("demo")
    desk = Desk.load(here / "demo")
    articles, notes = read_articles(desk.articles, root=desk.root)
    assert notes == []
    assert [(a.sample, a.published) for a in articles] == [(True, date(2024, 11, 28))]


def test_folder_that_is_not_empty_is_left_alone(here: Path) -> None:
    """Nothing in a folder that holds something is touched."""
    (here / "demo").mkdir()
    (here / "demo" / "briefing.toml").write_text("mine", encoding="utf-8")
    exit_code, said = new("demo")
    assert (exit_code, said) == (1, "Error: demo exists and is not empty; choose another name.\n")
    assert [p.name for p in (here / "demo").iterdir()] == ["briefing.toml"]
    assert (here / "demo" / "briefing.toml").read_text(encoding="utf-8") == "mine"


def test_empty_folder_is_filled(here: Path) -> None:
    """A folder made beforehand, empty, becomes the desk."""
    (here / "demo").mkdir()
    assert new("demo")[0] == 0
    assert Desk.load(here / "demo").articles.is_dir()


def test_file_of_that_name(here: Path) -> None:
    """A file of that name is not overwritten."""
    (here / "demo").write_text("mine", encoding="utf-8")
    assert new("demo")[0] == 1
    assert (here / "demo").read_text(encoding="utf-8") == "mine"
