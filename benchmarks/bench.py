"""``make bench``: the whole brief against the plain tool chain, in turns, in one run.

Prints the medians and the ratio, and writes them to ``benchmarks/results.json``. Machines differ
and are noisy: only the ratio is worth quoting.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.plain_chain import run_chain, write_notebook

ROOT = Path(__file__).resolve().parent.parent
DESK_PARTS = ("briefing.toml", "articles", "notebooks", "templates")
ROUNDS = 3


def build(desk: Path) -> None:
    """Build the sample week from a cold start: a new process, HTML and PDF."""
    shutil.rmtree(desk / "reports", ignore_errors=True)
    command = [sys.executable, "-m", "briefing", "build", "--week", "2024-W48", "--desk", str(desk)]
    subprocess.run(command, check=True, capture_output=True)


def seconds(work: Callable[[], None]) -> float:
    """How long a piece of work takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def main() -> None:
    """Run both in turns and tell how they compare."""
    with tempfile.TemporaryDirectory() as name:
        folder, desk = Path(name, "chain"), Path(name, "desk")
        folder.mkdir()
        desk.mkdir()
        for part in DESK_PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
            copy(ROOT / part, desk / part)
        build(desk)  # once uncounted, so that files are in memory for both
        ledger = shutil.copytree(desk / "reports" / "2024-W48" / "ledger", folder / "ledger")
        write_notebook(folder / "plain.ipynb")
        times: dict[str, list[float]] = {"build": [], "chain": []}
        for _ in range(ROUNDS):
            times["build"].append(seconds(lambda: build(desk)))
            times["chain"].append(seconds(lambda: run_chain(folder, ledger)))
    report(times)


def report(times: dict[str, list[float]]) -> None:
    """Print the comparison and keep it."""
    medians = {name: round(statistics.median(runs), 2) for name, runs in times.items()}
    ratio = round(
        statistics.median(b / c for b, c in zip(times["build"], times["chain"], strict=True)), 2
    )
    print(f"briefing build, sample week, HTML and PDF: {medians['build']} s")
    print(f"papermill + nbconvert html + webpdf, one notebook: {medians['chain']} s")
    print(f"ratio: {ratio}")
    result = {"rounds": ROUNDS, "cores": os.cpu_count(), "median_seconds": medians, "ratio": ratio}
    (ROOT / "benchmarks" / "results.json").write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
