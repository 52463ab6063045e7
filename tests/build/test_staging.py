"""An edition is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.build.staging import put_in_place, staging_folder
from briefing.errors import BriefingError

OWN = ("brief.html",)


def write(folder: Path, text: str) -> None:
    """What a build would write."""
    (folder / "brief.html").write_text(text, encoding="utf-8")


def build(target: Path, text: str) -> None:
    """A build that succeeds."""
    with staging_folder(target) as staged:
        write(staged, text)
        put_in_place(staged, target, OWN)


def interrupted_build(target: Path) -> None:
    """A build that is stopped in the middle."""
    with staging_folder(target) as staged:
        write(staged, "half")
        raise KeyboardInterrupt


def test_a_build_replaces_the_one_before(tmp_path: Path) -> None:
    """The new edition stands, and nothing else is left beside it."""
    target = tmp_path / "2024-W48"
    build(target, "old")
    build(target, "new")
    assert (target / "brief.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["2024-W48"]


def test_a_failed_build_changes_nothing(tmp_path: Path) -> None:
    """What goes wrong in the middle leaves the good edition as it was, and no staging folder."""
    target = tmp_path / "2024-W48"
    build(target, "good")
    with pytest.raises(KeyboardInterrupt):
        interrupted_build(target)
    assert (target / "brief.html").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["2024-W48"]


def test_the_analysts_own_files_stay(tmp_path: Path) -> None:
    """Notes that the analyst put into the edition's folder survive a rebuild."""
    target = tmp_path / "2024-W48"
    build(target, "old")
    (target / "notes.md").write_text("checked", encoding="utf-8")
    build(target, "new")
    assert (target / "notes.md").read_text(encoding="utf-8") == "checked"


def test_an_interrupted_replacement_is_undone(tmp_path: Path) -> None:
    """Killed between the two renames: the next build finds the old edition again."""
    target = tmp_path / "2024-W48"
    build(target, "good")
    target.rename(tmp_path / ".2024-W48.previous")
    with staging_folder(target):
        assert (target / "brief.html").read_text(encoding="utf-8") == "good"


def test_staging_of_a_dead_build_is_cleared(tmp_path: Path) -> None:
    """A killed build's folder goes; that of a build that still runs stays."""
    target = tmp_path / "2024-W48"
    dead, alive = (tmp_path / f".2024-W48.building-{pid}" for pid in (2**22 + 1, os.getppid()))
    dead.mkdir()
    alive.mkdir()
    with staging_folder(target):
        assert not dead.exists()
        assert alive.exists()


def test_an_unwritable_reports_folder_is_said(tmp_path: Path) -> None:
    """A file where the folder should be: one sentence, nothing lost."""
    (tmp_path / "reports").write_text("mine", encoding="utf-8")
    with (
        pytest.raises(BriefingError, match="can't be written to"),
        staging_folder(tmp_path / "reports" / "2024-W48"),
    ):
        pass
    assert (tmp_path / "reports").read_text(encoding="utf-8") == "mine"
