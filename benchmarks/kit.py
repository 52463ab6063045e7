"""Scores the extractor with the kit of annotated text that may lie beside the repository.

The kit is no part of the project: where ``../shared/bench`` is absent, nothing here can run.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT.parent / "shared" / "bench"
BLIND = ("id", "set", "text", "date")  # all that the extractor is shown of a record
_PARTS = 3  # of which one is set apart
_CHUNK = 16  # records that a process takes at a time

Record = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One headline figure: a metric of a set, what it says, and the bar it should reach."""

    set: str
    metric: str
    value: str
    says: str
    bar: float

    @property
    def key(self) -> str:
        return f"{self.set}: {self.metric}"


@dataclass(frozen=True)
class Measured:
    """A figure's value with its 95 % interval, all shares between 0 and 1."""

    value: float
    low: float
    high: float


def figures() -> list[Figure]:
    """The headline figures of ``figures.toml``, in its order."""
    text = (Path(__file__).parent / "figures.toml").read_text(encoding="utf-8")
    return [Figure(**entry) for entry in tomllib.loads(text)["figure"]]


def records(name: str) -> list[Record]:
    """The open records of a set."""
    lines = (KIT / "data" / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def sampled(found: list[Record], most: int) -> list[Record]:
    """At most ``most`` records, always the same ones: those whose ids have the lowest hashes."""
    return sorted(found, key=lambda r: hashlib.sha256(r["id"].encode()).hexdigest())[:most]


def set_apart(found: list[Record]) -> list[Record]:
    """The third of the records whose texts nobody reads while mending rules, by their ids' hashes.

    How far its figures lie below the others' tells how much rules lean on what was read.
    """
    return [r for r in found if int(hashlib.md5(r["id"].encode()).hexdigest(), 16) % _PARTS == 0]


def measure(
    predict: Callable[[Record], Record],
    *,
    chosen: Callable[[list[Record]], list[Record]] = list,
    boot: int = 0,
) -> dict[str, Measured]:
    """Every headline figure by key, on the records that are ``chosen`` of each set, or on all.

    ``boot`` is the number of resamplings for the intervals; 0 gives none.
    """
    measured: dict[str, Measured] = {}
    spawned = get_context("spawn")  # a fork beside threads is unsafe, and warned of
    with ProcessPoolExecutor(mp_context=spawned) as pool, tempfile.TemporaryDirectory() as folder:
        for name in dict.fromkeys(figure.set for figure in figures()):
            gold = chosen(records(name))
            blind = [{field: record[field] for field in BLIND} for record in gold]
            answers = list(pool.map(predict, blind, chunksize=_CHUNK))
            metrics = _score(gold, answers, Path(folder), boot)
            for figure in figures():
                if figure.set == name:
                    measured[figure.key] = _read(metrics[figure.metric], figure.value)
    return measured


def score(gold: list[Record], answers: list[Record]) -> dict[str, Any]:
    """The kit's metrics for ``answers``, without intervals."""
    with tempfile.TemporaryDirectory() as folder:
        return _score(gold, answers, Path(folder), 0)


def _score(gold: list[Record], answers: list[Record], folder: Path, boot: int) -> dict[str, Any]:
    paths = [folder / name for name in ("gold.jsonl", "answers.jsonl", "scores.json")]
    for path, lines in zip(paths, (gold, answers), strict=False):
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    command = [sys.executable, str(KIT / "score.py"), *map(str, paths[:2])]
    options = ["--json", str(paths[2]), "--boot", str(boot)]
    subprocess.run([*command, *options], check=True, capture_output=True)
    scores: dict[str, Any] = json.loads(paths[2].read_text(encoding="utf-8"))
    return dict(scores["metrics"])


def _read(metric: dict[str, Any], value: str) -> Measured:
    low, high = metric["f1_ci95" if value == "f1" else "ci95"]
    return Measured(metric[value], low, high)
