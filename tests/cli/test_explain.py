"""`briefing extract --explain`: the claims with their reasons, to read and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main

TEXT = """---
published: 2024-11-29
---
Rebels killed at least 12 herders near Gao on Tuesday, the Red Cross said. The army did not
capture the town of Kidal.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of two sentences."""
    path = tmp_path / "report [1].md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    """Run `briefing extract` with arguments."""
    return CliRunner().invoke(main, ["extract", *map(str, arguments)])


def test_each_part_is_shown_with_its_words(report: Path) -> None:
    """The rule, its example, and each part with its words stand below the claim."""
    lines = run("--explain", report).stdout.splitlines()
    assert lines[0].endswith("report [1].md")
    assert "1. killed: ≥ 12 herders" in lines
    assert "   by the rule casualties.kill (verbs: “Shelling killed four people.”)" in lines
    (count,) = (line.split("  ") for line in lines if line.startswith("   count"))
    assert [cell.strip() for cell in count if cell.strip()] == [
        "count",
        "“at least 12”",
        "at least, low 12, best 12, high open",
    ]


def test_seen_and_left_is_shown(report: Path) -> None:
    """What was negated is told below the claims."""
    shown = run("--explain", report).stdout
    left = shown[shown.index("Seen and left") :]
    assert "“did not capture”" in left
    assert "negated" in left


def test_no_line_is_too_long_or_ends_in_space(report: Path) -> None:
    """Piped, the lines fit a page and a text file keeps no blanks at their ends."""
    lines = run("--explain", report).stdout.splitlines()
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line != line.rstrip()] == []


def test_json_has_the_words_with_their_offsets(report: Path, tmp_path: Path) -> None:
    """For programs each claim is its ledger's row with its rules and the offsets of its words."""
    out = tmp_path / "out.json"
    assert run("--explain", report, "--output", out).stdout == ""
    first = json.loads(out.read_text(encoding="utf-8"))[0]
    assert (first["table"], first["low"], first["rules"]) == ("casualties", 12, ["casualties.kill"])
    (count,) = (part for part in first["because"] if part["part"] == "count")
    body = TEXT.split("---\n")[2]
    word = count["words"][0]
    assert body[word["start"] : word["end"]] == word["words"] == "at least 12"


def test_text_goes_to_a_file(report: Path, tmp_path: Path) -> None:
    """With --output the text is written to the file."""
    out = tmp_path / "out.txt"
    assert run("--explain", report, "--output", out).stdout == ""
    assert out.read_text(encoding="utf-8") == run("--explain", report).stdout


def test_other_formats_are_refused(report: Path) -> None:
    """A table of rows has no place for reasons."""
    result = run("--explain", report, "--format", "csv")
    assert result.exit_code == 2
    assert "--explain is to read" in result.stderr


def test_unreadable_file_is_told(report: Path, tmp_path: Path) -> None:
    """One missing file does not lose the other."""
    result = run("--explain", tmp_path / "none.md", report)
    assert result.exit_code == 1
    assert "none.md does not exist" in result.stderr
    assert "≥ 12 herders" in result.stdout
