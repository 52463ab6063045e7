"""How much work reading a report takes, counted in calls: the same on any machine and at any load.

A timing in a test would fail on a busy machine. Calls of functions, Python's and C's, do not: a new
rule that looks at every word shows here before anyone waits for it. ``python -m benchmarks.work``
prints the number; ``keep`` makes it the ceiling that a test holds, and where it is higher than the
one before only with ``--because``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import click

from benchmarks.reports import ROOT, make_articles
from briefing.extract import extract

FILE = Path(__file__).parent / "work.json"
REPORTS = 20
SLACK = 1.01  # a mended rule or two need no reason
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"  # Pythons call differently


def measure() -> int:
    """Calls per report, in a process of its own in which all tables have been read."""
    command = [sys.executable, "-m", "benchmarks.work", "count"]
    told = subprocess.run(
        command,
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0"},
    )
    return int(told.stdout)


def ceiling() -> int | None:
    """What a report may take on this Python; None where nobody has measured it on one."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))["calls_per_report"].get(VERSION)
    return None if kept is None else round(kept * SLACK)


def keep(measured: int, because: str) -> None:
    """Make ``measured`` what is kept for this Python.

    Raises ``ValueError`` where it is above the ceiling and no reason is given.
    """
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    before = kept["calls_per_report"].get(VERSION)
    if before is not None and measured > before * SLACK:
        if not because.strip():
            raise ValueError("The ceiling is raised for a reason only: give it with --because.")
        entry = {"before": before, "after": measured, "reason": because.strip()}
        kept["raised"].append(entry)
    kept["calls_per_report"][VERSION] = measured
    FILE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _count() -> int:
    articles = list(make_articles(REPORTS))
    for article in articles:
        extract(article)
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    for article in articles:
        extract(article)
    sys.setprofile(None)
    return calls // REPORTS


@click.group(help=__doc__, invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Print the number."""
    if context.invoked_subcommand is None:
        click.echo(f"{measure()} calls per report on Python {VERSION}; at most {ceiling()}.")


@main.command("keep")
@click.option("--because", default="", help="Why it is more than before; kept beside the ceiling.")
def renew(because: str) -> None:
    """Make the number the ceiling."""
    try:
        keep(measure(), because)
    except ValueError as error:
        raise click.ClickException(str(error)) from None


@main.command("count", hidden=True)
def count_here() -> None:
    """Print the number as it is in this process."""
    click.echo(_count())


if __name__ == "__main__":
    main()
