"""How long an edition takes in a batch, on local workers and on Dask's, and in how much memory.

26 weeks of event data (UCDP GED, Syria), HTML and PDF, beside the plain tool chain. The data is not
part of the project: it lies beside the repository, or is named in ``BRIEFING_GED``.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

from benchmarks.plain_chain import run_chain, write_notebook
from briefing.batch import read_weeks

ROOT = Path(__file__).resolve().parent.parent
EVENTS = Path(os.environ.get("BRIEFING_GED") or ROOT.parent / "shared/data/ged191_syria.csv.gz")
WEEKS = read_weeks("2016-W27..2016-W52")
SIZES = (6, 13, 26)  # weeks whose memory is compared
WORKERS = 2
ROUNDS = 3
SAMPLE_SECONDS = 0.2


def measure() -> dict[str, Any]:
    """All figures of batches, for ``results.json``."""
    if not EVENTS.is_file():
        sys.exit(f"There is no event data at {EVENTS}; name the file in BRIEFING_GED.")
    with tempfile.TemporaryDirectory() as name:
        desk, chain = _make_desk(Path(name, "desk")), Path(name, "chain")
        run_batch(desk, 1)  # once uncounted, so that files are in memory
        ledger = _make_chain(chain)
        times: dict[str, list[float]] = {"local": [], "dask": [], "chain": []}
        for _ in range(ROUNDS):
            times["local"].append(seconds(lambda: run_batch(desk, len(WEEKS))) / len(WEEKS))
            times["chain"].append(seconds(lambda: run_chain(chain, ledger)))
            with dask_cluster() as address:
                run = ("--scheduler", address)
                times["dask"].append(
                    seconds(lambda: run_batch(desk, len(WEEKS), *run)) / len(WEEKS)  # noqa: B023
                )
        peaks = {str(size): _peak_mebibytes(desk, size) for size in SIZES}
    return _compared(times) | {"peak_mebibytes_by_weeks": peaks}


def run_batch(desk: Path, weeks: int, *options: str) -> None:
    """Make the first so many editions from nothing, in a new process."""
    run = subprocess.run(
        _command(desk, weeks, *options), check=True, capture_output=True, text=True
    )
    assert f"{weeks} done;" in run.stdout, run.stdout


def _command(desk: Path, weeks: int, *options: str) -> list[str]:
    for made in ("reports", ".cache"):
        shutil.rmtree(desk / made, ignore_errors=True)
    workers = options or ("--workers", str(WORKERS))
    named = ("--weeks", ",".join(WEEKS[:weeks]), "--events", str(EVENTS), "--desk", str(desk))
    return [sys.executable, "-m", "briefing", "batch", *named, "--to", "html,pdf", *workers]


@contextmanager
def dask_cluster() -> Iterator[str]:
    """The address of a new Dask cluster of as many workers, which have nothing loaded yet."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


def seconds(work: Callable[[], None]) -> float:
    """How long a piece of work takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def _make_desk(folder: Path) -> Path:
    """The repository's desk without its articles and its week."""
    folder.mkdir()
    settings = (ROOT / "briefing.toml").read_text(encoding="utf-8")
    settings = re.sub(r"^week = .*\n", "", settings, flags=re.MULTILINE)
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    for part in ("notebooks", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def _make_chain(folder: Path) -> Path:
    """The plain chain's notebook, and the sample week's ledger for it."""
    folder.mkdir()
    build = ("build", "--week", "2024-W48", "--to", "html")
    shutil.copytree(ROOT / "articles", folder / "articles")
    shutil.copy2(ROOT / "briefing.toml", folder)
    subprocess.run([sys.executable, "-m", "briefing", *build], cwd=folder, check=True)
    write_notebook(folder / "plain.ipynb")
    return folder / "reports" / "2024-W48" / "ledger"


def _compared(times: dict[str, list[float]]) -> dict[str, Any]:
    """The medians, and the ratios of what ran in the same turn."""

    def ratio(one: str, other: str) -> float:
        pairs = zip(times[one], times[other], strict=True)
        return round(statistics.median(a / b for a, b in pairs), 3)

    return {
        "rounds": ROUNDS,
        "weeks": len(WEEKS),
        "workers": WORKERS,
        "median_seconds": {name: round(statistics.median(t), 2) for name, t in times.items()},
        "ratio": ratio("local", "chain"),
        "ratio_of_dask_to_local": ratio("dask", "local"),
    }


def _peak_mebibytes(desk: Path, weeks: int) -> int:
    """The most that all processes of a batch take together, shared memory counted once."""
    peak = 0
    with subprocess.Popen(_command(desk, weeks), stdout=subprocess.DEVNULL) as batch:
        while batch.poll() is None:
            peak = max(peak, sum(map(_kibibytes, _family(batch.pid))))
            sleep(SAMPLE_SECONDS)
    return round(peak / 2**10)


def _family(pid: int) -> set[int]:
    """A process and all that descend from it, as Linux lists them."""
    parents = {int(path.parent.name): _parent(path) for path in Path("/proc").glob("[0-9]*/stat")}
    family = {pid}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:  # it has ended meanwhile
        return 0


def _kibibytes(pid: int) -> int:
    """The proportional set size: what it shares with others counts in part."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)
    return int(found[1]) if found else 0
