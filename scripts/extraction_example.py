"""Brings docs/extraction.md up to date: puts what `--explain` says of its example below it."""

from __future__ import annotations

import re
import tempfile
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from briefing.cli import main

DOCUMENT = Path(__file__).parent.parent / "docs" / "extraction.md"
# The report, and below it what the command prints of it.
_EXAMPLE = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PRINTED = re.compile(r"(^```text\n)report\.md\n.*?(^```$)", re.MULTILINE | re.DOTALL)


def explain(report: str) -> str:
    """What `briefing extract report.md --explain` prints of a report."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path("report.md").write_text(report, encoding="utf-8")
        return CliRunner().invoke(main, ["extract", "report.md", "--explain"]).stdout


def refresh(text: str) -> str:
    """The document with the block as it should be."""
    example = _EXAMPLE.search(text)
    printed = explain(example[1]) if example else ""
    return _PRINTED.sub(lambda match: f"{match[1]}{printed}{match[2]}", text)


if __name__ == "__main__":
    DOCUMENT.write_text(refresh(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
