"""Editions made in two halves, and which editions come before another."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefing.build import BuildRequest, build_edition, finish_edition, prepare_edition
from briefing.build.earlier import earlier_ledgers
from briefing.desk import Desk
from tests.build.conftest import Told
from tests.build.test_build import set_sections, tree


def shelve(shelf: Path, name: str, start: str | None) -> Path:
    """Put the record of an edition on a shelf, and return its ledger's folder."""
    ledger = shelf / name / "ledger"
    ledger.mkdir(parents=True)
    (ledger / "edition.json").write_text(json.dumps({"start": start}), encoding="utf-8")
    return ledger


def lasting(folder: Path) -> dict[str, bytes]:
    """An edition's files without those that say when it was made and how long it took."""
    return {
        name: content
        for name, content in tree(folder).items()
        if name != "manifest.json" and not name.startswith("notebooks")
    }


def test_earlier_editions_in_order(tmp_path: Path) -> None:
    """What begins before the day counts, by day; failed, hidden and undated editions do not."""
    second = shelve(tmp_path, "2024-W47", "2024-11-18")
    first = shelve(tmp_path, "2024-01-01_2024-01-09", "2024-01-01")
    for name, start in (
        ("2024-W46.incomplete", "2024-11-11"),  # a build that failed
        (".2024-W46.previous", "2024-11-11"),  # in the middle of being replaced
        ("report", None),  # one article without a date
        ("2024-W48", "2024-11-25"),  # the edition itself
    ):
        shelve(tmp_path, name, start)
    assert earlier_ledgers(date(2024, 11, 25), tmp_path) == [first, second]


def test_drafts_stand_for_the_reports(tmp_path: Path) -> None:
    """An edition that is being built anew is taken from the drafts, and counted once."""
    kept = shelve(tmp_path / "reports", "2024-W46", "2024-11-11")
    shelve(tmp_path / "reports", "2024-W47", "2024-11-18")
    draft = shelve(tmp_path / "drafts", "2024-W47", "2024-11-18")
    found = earlier_ledgers(date(2024, 11, 25), tmp_path / "reports", tmp_path / "drafts")
    assert found == [kept, draft]


def test_an_edition_is_numbered_after_the_drafts(desk: Desk, tmp_path: Path) -> None:
    """A week whose edition before is only a draft has the number it would have later on."""
    drafts = tmp_path / "drafts"
    shelve(drafts, "2024-W47", "2024-11-18")
    prepared = prepare_edition(desk, BuildRequest(week="2024-W48"), Told(), drafts)
    record = json.loads((prepared.folder / "ledger" / "edition.json").read_text(encoding="utf-8"))
    assert (prepared.folder, record["number"]) == (drafts / "2024-W48", 2)
    assert not desk.reports.exists()


@pytest.mark.kernel
def test_two_halves_make_the_whole(desk: Desk, tmp_path: Path) -> None:
    """An edition prepared and finished apart has the ledger and the page of one built at once."""
    desk = set_sections(desk, "sources")
    request = BuildRequest(to=("html",))
    whole = lasting(build_edition(desk, request, Told()).folder)
    prepared = prepare_edition(desk, request, Told(), tmp_path / "drafts")
    halves = finish_edition(desk, request, Told(), prepared)
    assert halves.complete
    assert lasting(halves.folder) == whole
