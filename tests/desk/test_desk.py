"""A desk: how it is found, and what of its own goes before what is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.errors import BriefingError
from briefing.shipped import shipped

ROOT = Path(__file__).parents[2]


def make(folder: Path) -> Desk:
    folder.joinpath("briefing.toml").write_text("[brief]\nsections = []\n", encoding="utf-8")
    return Desk.load(folder)


def test_desk_is_found_from_below(tmp_path: Path) -> None:
    """A command run in a folder of the desk finds the desk above it."""
    make(tmp_path)
    below = tmp_path / "articles" / "november"
    below.mkdir(parents=True)
    assert Desk.load(below).root == tmp_path.resolve()


def test_no_desk_says_how_to_make_one(tmp_path: Path) -> None:
    """Outside any desk the error names the folder and the command that makes a desk."""
    with pytest.raises(BriefingError, match=r"no briefing\.toml in .*briefing new NAME"):
        Desk.load(tmp_path)


def test_own_notebook_hides_the_shipped_one(tmp_path: Path) -> None:
    """A section's notebook is the desk's own where it has one, else the shipped one."""
    (tmp_path / "notebooks").mkdir()
    own = tmp_path / "notebooks" / "casualties.ipynb"
    own.touch()
    desk = make(tmp_path)
    assert desk.notebook("casualties") == own.resolve()
    assert desk.notebook("territory") == shipped("notebooks", "territory.ipynb")


def test_unknown_section_lists_what_there_is(tmp_path: Path) -> None:
    """Asking for a section without a notebook suggests the one that was meant."""
    with pytest.raises(BriefingError, match='did you mean "territory"'):
        make(tmp_path).notebook("teritory")


def test_repository_is_a_desk() -> None:
    """The settings of the repository's own desk are right and its folders exist."""
    desk = Desk.load(ROOT)
    assert desk.brief.week == "2024-W48"
    assert desk.articles.is_dir()
    assert all(desk.notebook(section).is_file() for section in desk.brief.sections)
