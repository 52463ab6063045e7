"""The lock: everything pinned with hashes, and no address of where it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
_PINNED = re.compile(r"^([a-z0-9.-]+)(?:\[[^\]]*\])?==\S+", re.MULTILINE)


def test_lock_names_no_address() -> None:
    """Whoever installs from the lock decides where from."""
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", LOCK) == []


def test_everything_has_a_hash() -> None:
    """Each requirement is pinned to a version and followed by at least one hash."""
    entries = re.split(r"\n(?=[a-z])", LOCK.split("\n", 1)[1])
    assert [entry for entry in entries if not _PINNED.match(entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_has_all_that_is_declared() -> None:
    """Each dependency in pyproject.toml is in the lock: needed, optional and for development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    optional = project["project"]["optional-dependencies"].values()
    declared = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    declared = declared + [one for extra in optional for one in extra]
    names = {line.split(">=")[0].lower() for line in declared}
    assert names - set(_PINNED.findall(LOCK)) == set()
