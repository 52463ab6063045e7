"""The place index is prepared once, and shown while it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import places
from briefing.cli.places import STEP, prepare_places
from briefing.places import cache


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for the index, and a quick way to build it."""
    path = tmp_path / "places.sqlite"

    def build(progress: Callable[[str, float], None]) -> Path:
        for share in (0.0, 0.5, 1.0):
            progress("part", share)
        path.touch()
        return path

    monkeypatch.setattr(cache, "index_path", lambda: path)
    monkeypatch.setattr(places, "prepare_gazetteer", build)
    return path


def test_index_is_shown_once(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first call builds and says so; the second finds it there and is silent."""
    prepare_places()
    assert index.exists()
    assert capsys.readouterr().err == f"{STEP} …\n"
    prepare_places()
    assert capsys.readouterr().err == ""
