"""Weights for ``briefing/lexicon/suspects.toml`` from annotated reports, printed as TOML.

Use: ``python scripts/train_suspects.py FILE.jsonl``, one report a line: ``text``, ``date`` and
``gold.events``, each with ``perps``: ``alts`` (names) and ``kind`` ("org"). Logistic regression
with a ridge, by Newton's method; needs NumPy.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.predict import article_of
from briefing.actors import names_of
from briefing.extract.analysis import analyse
from briefing.extract.incidents.claim import judge
from briefing.extract.incidents.suspects import Suspect

_RIDGE, _ROUNDS = 2.0, 30
_LEAST = 0.05  # smaller weights say nothing


def main(path: str) -> None:
    """Print the weights that fit the reports at ``path`` best."""
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    signs, answers = zip(
        *(pair for r in records if r["gold"]["events"] for pair in _pairs(r)), strict=True
    )
    names = sorted({name for found in signs for name in found})
    table = np.array([[found.get(name, 0.0) for name in names] for found in signs])
    weights = _fit(table, np.array(answers, dtype=float))
    for name, weight in sorted(zip(names, weights, strict=True), key=lambda pair: -abs(pair[1])):
        if abs(weight) >= _LEAST:
            print(f'"{name}" = {weight:.2f}')


def _pairs(record: dict[str, Any]) -> list[tuple[dict[str, float], bool]]:
    """The signs of each suspect of a report, and whether the annotators name it."""
    gold = [
        {_plain(name) for name in perp["alts"]}
        for event in record["gold"]["events"]
        for perp in event["perps"]
        if perp["kind"] == "org"
    ]
    return [
        (suspect.signs, any(_is_one(suspect, names) for names in gold))
        for suspect in judge(analyse(article_of(record)))
    ]


def _is_one(suspect: Suspect, names: set[str]) -> bool:
    """Whether one of a suspect's names is one of ``names``, or within it."""
    own = {_plain(name) for word in _words(suspect) for name in (word, *names_of(word))}
    return any(f" {a} " in f" {b} " or f" {b} " in f" {a} " for a in own for b in names if a and b)


def _words(suspect: Suspect) -> tuple[str, str]:
    return suspect.mention.name, suspect.mention.as_written


def _plain(name: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def _fit(table: Any, answers: Any) -> Any:
    weights = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - answers) + _RIDGE * weights
        curve = (table * (likely * (1 - likely))[:, None]).T @ table + _RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main(sys.argv[1])
