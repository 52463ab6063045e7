"""Reading takes no more work than it did: counted in calls, since times depend on the machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import work


def test_reading_takes_no_more_work() -> None:
    """Calls per generated report stay below the ceiling that ``benchmarks.work keep`` has set."""
    most = work.ceiling()
    if most is None:
        pytest.skip(f"nobody has counted on Python {work.VERSION}")
    assert work.measure() <= most


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a ceiling for this Python."""
    path = tmp_path / "work.json"
    path.write_text(json.dumps({"calls_per_report": {work.VERSION: 1000}, "raised": []}))
    monkeypatch.setattr(work, "FILE", path)
    return path


def test_less_work_is_kept_at_once(kept: Path) -> None:
    """A lower number becomes the ceiling; it needs no reason."""
    work.keep(900, "")
    assert work.ceiling() == 909
    assert json.loads(kept.read_text())["raised"] == []


def test_more_work_needs_a_reason(kept: Path) -> None:
    """Without a reason the ceiling stays; with one, the reason stands beside it."""
    with pytest.raises(ValueError, match="--because"):
        work.keep(1100, " ")
    assert work.ceiling() == 1010
    work.keep(1100, "two rules read every word")
    assert json.loads(kept.read_text())["raised"] == [
        {"before": 1000, "after": 1100, "reason": "two rules read every word"}
    ]
