"""Brings docs/cli.md up to date: puts each command's help into the block below its heading."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from briefing.cli import main

REFERENCE = Path(__file__).parent.parent / "docs" / "cli.md"
WIDTH = 80
# A heading such as "## `briefing build`", and the first block of text below it.
_BLOCK = re.compile(r"(^#+ `(briefing[^`]*)`\n.*?```text\n).*?(^```$)", re.MULTILINE | re.DOTALL)


def help_of(command: str) -> str:
    """The help of ``briefing`` or ``briefing NAME`` as a terminal of 80 characters shows it."""
    program, *arguments = command.split()
    asked = [*arguments, "--help"]
    run = CliRunner().invoke(main, asked, prog_name=program, terminal_width=WIDTH)
    return run.stdout


def refresh(text: str) -> str:
    """The reference with every block of help as it should be."""
    return _BLOCK.sub(lambda match: f"{match[1]}{help_of(match[2])}{match[3]}", text)


if __name__ == "__main__":
    REFERENCE.write_text(refresh(REFERENCE.read_text(encoding="utf-8")), encoding="utf-8")
