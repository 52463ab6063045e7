"""``make bench``: extraction by itself, how it and reconciling grow, the brief against plain tools.

Prints the medians and writes them to ``benchmarks/results.json``. ``make bench PART=extraction``,
``PART=compiled``, ``PART=scale``, ``PART=build``, ``PART=kernels`` or ``PART=batch`` measures one
part and leaves the others' figures as they are. Machines differ and are noisy: what is worth
quoting are the ratios, whose two sides run in turns, and how times grow.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import batch, extraction, kernels, scale
from benchmarks.plain_chain import run_chain, write_notebook

ROOT = Path(__file__).resolve().parent.parent
DESK_PARTS = ("briefing.toml", "articles", "notebooks", "templates")
ROUNDS = 3
RESULTS = ROOT / "benchmarks" / "results.json"


def build(desk: Path) -> None:
    """Build the sample week from a cold start: a new process, no cache, HTML and PDF."""
    for made in ("reports", ".cache"):
        shutil.rmtree(desk / made, ignore_errors=True)
    build_again(desk)


def build_again(desk: Path) -> None:
    """Build it as it stands; where nothing has changed, that is only found out."""
    command = [sys.executable, "-m", "briefing", "build", "--week", "2024-W48", "--desk", str(desk)]
    subprocess.run(command, check=True, capture_output=True)


def seconds(work: Callable[[], None]) -> float:
    """How long a piece of work takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def main(parts: Sequence[str]) -> None:
    """Measure the parts and keep their figures."""
    if unknown := sorted({*parts} - {*PARTS}):
        sys.exit(f"There is no part {unknown[0]!r}; say {' or '.join(PARTS)}, or nothing for all.")
    figures = json.loads(RESULTS.read_text(encoding="utf-8"))
    figures["python"] = f"{platform.python_version()}, {platform.python_compiler()}"
    for part in parts or PARTS:
        figures[part] = PARTS[part]()
    for part in parts or PARTS:
        extraction.tell(figures[part])
    figures["cores"] = os.cpu_count()
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


def compare_builds() -> dict[str, Any]:
    """Run the build and the plain chain in turns and tell how they compare."""
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
        times: dict[str, list[float]] = {"build": [], "unchanged": [], "chain": []}
        for _ in range(ROUNDS):
            times["build"].append(seconds(lambda: build(desk)))
            times["unchanged"].append(seconds(lambda: build_again(desk)))
            times["chain"].append(seconds(lambda: run_chain(folder, ledger)))
    return _compared(times)


def _compared(times: dict[str, list[float]]) -> dict[str, Any]:
    """The medians, and the ratios of the builds to the chain in the same turn."""
    medians = {name: round(statistics.median(runs), 2) for name, runs in times.items()}
    cold, unchanged = (
        round(kernels.ratio(times[name], times["chain"]), 3) for name in ("build", "unchanged")
    )
    told = {"rounds": ROUNDS, "median_seconds": medians}
    return told | {"ratio": cold, "ratio_unchanged": unchanged}


PARTS: dict[str, Callable[[], dict[str, Any]]] = {
    "extraction": extraction.measure,
    "compiled": extraction.measure_compiled,
    "scale": scale.measure,
    "build": compare_builds,
    "kernels": kernels.measure,
    "batch": batch.measure,
}

if __name__ == "__main__":
    main(sys.argv[1:])
