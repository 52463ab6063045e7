"""How extraction and reconciling grow from ten articles to ten thousand, in time and in memory.

Each size runs in a new process. What is extracted is not kept while it is measured; reconciling
then gets the rows of the same articles. ``growth`` is the slope of seconds over articles, both as
logarithms: 1 is linear, and n·log n stays below 1.2 over these sizes.
"""

from __future__ import annotations

import json
import math
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import Any

from benchmarks.reports import ROOT, make_articles
from briefing.extract.many import extract_all
from briefing.ledger import make_rows
from briefing.models import Article
from briefing.resolve import resolve

ROUNDS = {10: 5, 100: 3, 1_000: 1, 10_000: 1}  # by number of articles: long runs vary less
_STEADY = 100  # articles from which growth is told: below, starting takes as long as reading
_MEGABYTE = 1024  # of what the system counts memory in


def measure() -> dict[str, Any]:
    """All figures by number of articles, for ``results.json``."""
    runs = {size: [_in_new_process(size) for _ in range(rounds)] for size, rounds in ROUNDS.items()}
    return {
        "extraction": _part(runs, "extraction"),
        "reconciling": _part(runs, "reconciling"),
        "claims": {str(size): found[0]["claims"] for size, found in runs.items()},
    }


def _part(runs: Mapping[int, Sequence[Mapping[str, float]]], name: str) -> dict[str, Any]:
    """The medians of one of the two stages, and how its time grows."""
    seconds = _medians(runs, f"{name}_seconds")
    kilobytes = _medians(runs, f"{name}_kilobytes")
    return {
        "seconds": {str(size): round(took, 3) for size, took in seconds.items()},
        "articles_per_second": {str(n): round(n / took, 1) for n, took in seconds.items()},
        "kilobytes_per_article": {str(n): round(grown / n, 1) for n, grown in kilobytes.items()},
        "growth": round(slope({n: took for n, took in seconds.items() if n >= _STEADY}), 2),
    }


def _medians(runs: Mapping[int, Sequence[Mapping[str, float]]], name: str) -> dict[int, float]:
    return {size: statistics.median(run[name] for run in found) for size, found in runs.items()}


def slope(seconds: Mapping[int, float]) -> float:
    """By what power of the number of articles the seconds grow: the line of least squares."""
    x = [math.log(size) for size in seconds]
    y = [math.log(took) for took in seconds.values()]
    return statistics.linear_regression(x, y).slope


def _in_new_process(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scale", str(size)]
    run = subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _run(size: int) -> dict[str, float]:
    """One run over ``size`` articles."""
    articles = list(make_articles(size))
    _read(articles[:1])  # the tables are read once, however many articles follow
    extraction = _measured(lambda: _read(articles))
    rows = make_rows(extract_all(articles), {})
    claims = sum(len(rows[table]) for table in ("casualties", "territory", "incidents"))
    reconciling = _measured(lambda: resolve(rows))
    found = {"extraction": extraction, "reconciling": reconciling}
    figures = {f"{part}_{unit}": n for part, told in found.items() for unit, n in told.items()}
    return {"claims": claims} | figures


def _read(articles: Sequence[Article]) -> None:
    for _ in extract_all(articles):
        pass


def _measured(work: Callable[[], object]) -> dict[str, float]:
    """The seconds that a piece of work takes, and by how many kilobytes memory grows at most."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = perf_counter()
    work()
    took = perf_counter() - started
    return {
        "seconds": took,
        "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before,
    }


if __name__ == "__main__":
    print(json.dumps(_run(int(sys.argv[1]))))
