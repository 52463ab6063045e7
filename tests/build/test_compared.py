"""Two made-up weeks built one after the other: what the second says of the first."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from briefing.build import BuildRequest, BuildResult, build_edition
from briefing.desk import Desk
from briefing.ledger import Ledger
from tests.build.conftest import ROOT, Told
from tests.build.test_build import set_sections, tree

WEEKS = ROOT / "tests" / "compare" / "weeks"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with the articles of both weeks and the sections that compare."""
    shutil.copy2(ROOT / "briefing.toml", tmp_path)
    for week in ("first", "second"):
        shutil.copytree(WEEKS / week, tmp_path / "articles" / week)
    return set_sections(Desk.load(tmp_path), "changes", "sources")


def build(desk: Desk, week: str, **request: str) -> BuildResult:
    """Build the HTML of a week."""
    return build_edition(desk, BuildRequest(week=week, to=("html",), **request), Told())  # type: ignore[arg-type]


def page(result: BuildResult) -> str:
    """The brief as a reader gets it, without the marks that keep counts and days on one line."""
    html = (result.folder / "brief.html").read_text(encoding="utf-8")
    return re.sub(r'<span class="nowrap">(.*?)</span>', r"\1", html)


@pytest.mark.kernel
def test_a_week_is_compared_with_the_week_before(desk: Desk) -> None:
    """The first says in a line that it is the first; the second names it and tells the changes."""
    first = build(desk, "2024-W47")
    assert "What changed" not in page(first)
    assert page(first).count("This is the first edition") == 1
    second = build(desk, "2024-W48")
    assert "Compared with the edition 2024-W47 (18–24 Nov 2024)." in page(second)
    assert "was ≥ 9, now 12: a later count by the White Helmets" in page(second)
    record = json.loads((second.folder / "ledger" / "edition.json").read_text(encoding="utf-8"))
    assert record["compared_with"]["name"] == "2024-W47"
    twice = Ledger.read(second.folder / "ledger").changes.query("twice")
    assert sorted(twice["place"]) == ["Kafr Halab", "Saraqib"]
    # Built again over itself it says the same, byte for byte, and has nothing to tell of it.
    ledger = tree(second.folder / "ledger")
    again = build(desk, "2024-W48")
    assert tree(again.folder / "ledger") == ledger
    assert not any("edition that stood here" in line for line in again.summary)


@pytest.mark.kernel
def test_a_correction_names_what_was_sent(desk: Desk, tmp_path: Path) -> None:
    """Compared with what was sent out, the brief tells what is withdrawn, and the build as well."""
    sent = tmp_path / "sent"
    shutil.copytree(build(desk, "2024-W48").folder, sent)
    (desk.articles / "second" / "03-post.md").unlink()
    made = build(desk, "2024-W48", against=str(sent))
    assert "Compared with the earlier edition of the same period" in page(made)
    assert "<s>2 civilians killed, near Darkush, 20 Nov</s>" in page(made)
    assert made.rebuilt[0].startswith("Against the edition that stood here: ")
