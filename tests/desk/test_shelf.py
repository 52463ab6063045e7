"""Which editions stand on a desk's shelf, in which order, and which come before another."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefing.settings.shelf import Shelved, earlier_editions, shelved


def shelve(shelf: Path, name: str, start: str | None, **record: object) -> Path:
    """Put the record of an edition on a shelf, and return its ledger's folder."""
    ledger = shelf / name / "ledger"
    ledger.mkdir(parents=True)
    (ledger / "edition.json").write_text(
        json.dumps({"start": start, "end": start, **record}), encoding="utf-8"
    )
    return ledger


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
    found = earlier_editions(date(2024, 11, 25), tmp_path)
    assert [one.ledger for one in found] == [first, second]
    assert [one.days for one in found] == [1, 1]


def test_drafts_stand_for_the_reports(tmp_path: Path) -> None:
    """An edition that is being built anew is taken from the drafts, and counted once."""
    kept = shelve(tmp_path / "reports", "2024-W46", "2024-11-11")
    shelve(tmp_path / "reports", "2024-W47", "2024-11-18")
    draft = shelve(tmp_path / "drafts", "2024-W47", "2024-11-18")
    found = earlier_editions(date(2024, 11, 25), tmp_path / "reports", tmp_path / "drafts")
    assert [one.ledger for one in found] == [kept, draft]


@pytest.mark.parametrize(
    "record",
    [
        b"{",
        b"[]",
        b"\xff",
        b'{"start": "2024-11-31", "end": "2024-12-01"}',
        b'{"start": 20241118, "end": 20241124}',
    ],
)
def test_a_damaged_edition_keeps_its_place(tmp_path: Path, record: bytes) -> None:
    """Its name tells its first day; a name that tells none is no edition with a period."""
    for name in ("2024-W47", "2024-11-11_2024-11-17", "report"):
        (shelve(tmp_path, name, None) / "edition.json").write_bytes(record)
    assert shelved(tmp_path) == [
        Shelved(tmp_path / "2024-11-11_2024-11-17" / "ledger", date(2024, 11, 11)),
        Shelved(tmp_path / "2024-W47" / "ledger", date(2024, 11, 18)),
    ]
    assert [one.days for one in shelved(tmp_path)] == [None, None]


def test_what_was_made_of_samples_comes_before_samples_alone(tmp_path: Path) -> None:
    """A trial of the desk is none of its editions, unless this is another trial."""
    trial = shelve(tmp_path, "2024-W47", "2024-11-18", sample=True)
    assert earlier_editions(date(2024, 11, 25), tmp_path) == []
    found = earlier_editions(date(2024, 11, 25), tmp_path, sample=True)
    assert [one.ledger for one in found] == [trial]
