"""Which edition is meant by a name or a folder; what is not there is one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compare.where import find_ledger
from briefing.errors import BriefingError


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A desk's folder of editions: one good, one without a ledger, one incomplete."""
    for name in ("2024-W47", "2024-W48"):
        (tmp_path / "reports" / name / "ledger").mkdir(parents=True)
        (tmp_path / "reports" / name / "ledger" / "edition.json").write_text("{}")
    (tmp_path / "reports" / "2024-W49").mkdir()
    return tmp_path / "reports"


@pytest.mark.parametrize("inside", ["", "ledger"])
def test_a_folder_is_an_edition_or_its_ledger(reports: Path, inside: str) -> None:
    """Both ways to name a folder, without any desk."""
    named = str(reports / "2024-W48" / inside)
    assert find_ledger(named, None) == reports / "2024-W48" / "ledger"


def test_a_name_is_an_edition_of_the_desk(reports: Path) -> None:
    """2024-W47 is a folder of the desk's reports."""
    assert find_ledger("2024-W47", reports) == reports / "2024-W47" / "ledger"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2024-W46", r'no edition "2024-W46" in .*; did you mean "2024-W4[78]"\?'),
        ("march", r"it has 2024-W47, 2024-W48\."),
        ("2024-W49", r"2024-W49 holds no ledger \(edition\.json is missing\)"),
        ("", r'no edition ""'),
        ("..", r"holds no ledger|no edition"),
    ],
)
def test_what_is_not_there(
    reports: Path, name: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence names what was asked for and what there is."""
    monkeypatch.chdir(reports.parent)
    with pytest.raises(BriefingError, match=told):
        find_ledger(name, reports)


def test_without_a_desk_only_folders_have_a_meaning(tmp_path: Path) -> None:
    """There is nowhere to look for a name."""
    with pytest.raises(BriefingError, match="no desk here"):
        find_ledger(str(tmp_path / "nowhere"), None)


def test_a_desk_without_editions(tmp_path: Path) -> None:
    """The first step is named."""
    with pytest.raises(BriefingError, match=r"holds none yet\. Run briefing build"):
        find_ledger("2024-W48", tmp_path)
