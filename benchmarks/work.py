"""How much work reading a report takes, counted in calls: the same on any machine and at any load.

A timing in a test would fail on a busy machine. Calls of functions, Python's and C's, do not: a new
rule that looks at every word shows here before anyone waits for it. ``python -m benchmarks.work``
prints the number; ``keep`` makes it the ceiling that a test holds, and where it is higher than the
one before only with ``--because``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any

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


def main(arguments: Sequence[str]) -> None:
    """Print the number, or keep it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.work")
    parser.add_argument("what", nargs="?", choices=("show", "keep", "count"), default="show")
    parser.add_argument("--because", default="")
    asked = parser.parse_args(arguments)
    if asked.what == "count":
        print(_count())
        return
    measured = measure()
    print(f"{measured} calls per report on Python {VERSION}; the ceiling is {ceiling()}.")
    if asked.what == "keep":
        keep(measured, asked.because)


if __name__ == "__main__":
    main(sys.argv[1:])
