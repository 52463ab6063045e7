"""How fast claims are extracted, in how much memory, and how soon the first one is there.

Every figure is the median of rounds in new processes. Machines differ and are noisy: beside the
figures stands what a plain pass of three patterns over the same articles takes on the same machine.
"""

from __future__ import annotations

import json
import re
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.reports import ROOT, make_articles
from briefing.extract.many import extract_all
from briefing.models import Article

SIZES = (10, 100, 1_000)
PROCESSES = (1, 2)
ROUNDS = 3
STARTS = 7
_FIRST_CLAIM = """
from time import perf_counter
started = perf_counter()
from briefing.extract import extract
from briefing.models import Article
text = "At least 15 civilians were killed in Aleppo on Monday, officials said."
assert extract(Article("a", "a.txt", text, "a")).casualties
print(perf_counter() - started)
"""
_PLAIN = (re.compile(r"[^.!?]+[.!?]+"), re.compile(r"\w+"), re.compile(r"\b\d+(?:,\d+)*\b"))


COMPILED = ROOT / "build" / "compiled"  # what scripts/compiled.sh lays out


def measure_compiled() -> dict[str, Any]:
    """The same of the compiled wheel, which is built for it."""
    subprocess.run([ROOT / "scripts" / "compiled.sh"], check=True)
    return measure(COMPILED)


def measure(root: Path = ROOT) -> dict[str, Any]:
    """All figures of extraction, for ``results.json``; ``root``: where the package lies."""
    runs = {
        (size, processes): [_in_new_process(root, size, processes) for _ in range(ROUNDS)]
        for size in SIZES
        for processes in PROCESSES
    }
    return {
        "articles_per_second": _table(runs, "articles_per_second", 1),
        "times_a_plain_pass": _table(runs, "times_a_plain_pass", 1),
        "kilobytes_per_article": _table(
            {key: found for key, found in runs.items() if key[1] == 1}, "kilobytes_per_article", 0
        ),
        "seconds_to_first_claim": round(statistics.median(_starts(root)), 3),
        "words_per_article": runs[SIZES[-1], 1][0]["words"],
    }


def tell(figures: dict[str, Any]) -> None:
    """Print them."""
    for name, rows in figures.items():
        print(f"{name.replace('_', ' ')}: {json.dumps(rows)}")


def _table(runs: dict[tuple[int, int], list[dict[str, float]]], name: str, digits: int) -> Any:
    """Medians by number of articles, and by processes where there are several."""
    table: dict[str, dict[str, float]] = {}
    for (size, processes), found in runs.items():
        median = round(statistics.median(run[name] for run in found), digits)
        table.setdefault(str(size), {})[f"processes {processes}"] = median
    return table


def _starts(root: Path) -> list[float]:
    """Seconds from the import to the first claim, each in a new process."""
    command = [sys.executable, "-c", _FIRST_CLAIM]
    runs = (
        subprocess.run(command, check=True, capture_output=True, cwd=root) for _ in range(STARTS)
    )
    return [float(run.stdout) for run in runs]


def _in_new_process(root: Path, size: int, processes: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.extraction", str(size), str(processes)]
    run = subprocess.run(command, check=True, capture_output=True, cwd=root)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def _run(size: int, processes: int) -> dict[str, float]:
    """One run: ``size`` articles are read once, none of them kept."""
    articles = list(make_articles(size))
    plain = _seconds(lambda: _read_plainly(articles))
    _read(articles[:1], 1)  # the tables are read once, however many articles follow
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took = _seconds(lambda: _read(articles, processes))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {
        "articles_per_second": size / took,
        "times_a_plain_pass": took / plain,
        "kilobytes_per_article": grown / size,
        "words": round(sum(len(article.text.split()) for article in articles) / size),
    }


def _read(articles: list[Article], processes: int) -> None:
    for _ in extract_all(articles, processes=processes):
        pass


def _read_plainly(articles: list[Article]) -> None:
    for article in articles:
        for pattern in _PLAIN:
            pattern.findall(article.text)


def _seconds(work: Callable[[], None]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


if __name__ == "__main__":
    print(json.dumps(_run(int(sys.argv[1]), int(sys.argv[2]))))
