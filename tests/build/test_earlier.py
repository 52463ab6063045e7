"""Editions made in two halves."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.build import BuildRequest, build_edition, finish_edition, prepare_edition
from briefing.desk import Desk
from tests.build.conftest import Told
from tests.build.test_build import set_sections, tree
from tests.desk.test_shelf import shelve


def lasting(folder: Path) -> dict[str, bytes]:
    """An edition's files without those that say when it was made and how long it took."""
    return {
        name: content
        for name, content in tree(folder).items()
        if name != "manifest.json" and not name.startswith("notebooks")
    }


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


def test_a_desk_without_parties_has_those_of_the_draft_before(desk: Desk, tmp_path: Path) -> None:
    """Where the desk lists none, the edition before keeps its colours and the week's are added."""
    drafts = tmp_path / "drafts"
    shelve(drafts, "2024-W47", "2024-11-18", parties=[{"name": "Zarda Front", "aliases": []}])
    bare = replace(desk, parties=())
    prepared = prepare_edition(bare, BuildRequest(week="2024-W48"), Told(), drafts)
    record = json.loads((prepared.folder / "ledger" / "edition.json").read_text(encoding="utf-8"))
    names = [party["name"] for party in record["parties"]]
    assert names[0] == "Zarda Front"
    assert "Russia" in names
