"""`briefing batch`: what is asked for, what is told, and with which exit code it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import batch
from briefing.batch import Order, Outcome
from briefing.batch.order import State
from briefing.cli import main


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk to stand in, on a machine where the place index is made."""
    (tmp_path / "briefing.toml").write_text("[brief]\nsections = []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("briefing.cli.places.prepare_places", lambda: None)
    return tmp_path


def answer(
    monkeypatch: pytest.MonkeyPatch, *states: State, stop: bool = False, reason: str = ""
) -> list[Order]:
    """Let the batch end its editions in these states; what it is asked for is in the list."""
    asked: list[Order] = []

    def run_batch(orders: Iterable[Order], executor: Executor) -> Iterator[Outcome]:
        asked.extend(orders)
        for order, state in zip(asked, states, strict=False):
            yield Outcome(order, state, reason, 1.5, ("a.txt has no publication date",))
        if stop:
            raise KeyboardInterrupt

    monkeypatch.setattr(batch, "run_batch", run_batch)
    return asked


def test_a_line_per_edition(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each edition's end is told as seen from here, then the summary; a note once, on stderr."""
    asked = answer(monkeypatch, "done", "up to date", "nothing in that week")
    run = CliRunner().invoke(main, ["batch", "--weeks", "2024-W51..2025-W01", "--to", "html"])
    assert run.exit_code == 0
    assert run.stdout.splitlines()[:3] == [
        "[1/3]  reports/2024-W51  done in 1.5 s",
        "[2/3]  reports/2024-W52  up to date",
        "[3/3]  reports/2025-W01  nothing in that week",
    ]
    assert run.stdout.splitlines()[3].startswith("1 done, 1 up to date, 1 nothing in that week; ")
    assert run.stderr.splitlines() == [f"Note: {desk.name}: a.txt has no publication date"]
    assert {(order.desk, order.request.to) for order in asked} == {(desk, ("html",))}


def test_desks_are_crossed_with_weeks(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every desk gets every week, and a desk named twice counts once."""
    (desk / "b").mkdir()
    asked = answer(monkeypatch)
    names = ["--desk", str(desk), "--desk", "b", "--desk", "."]
    CliRunner().invoke(main, ["batch", "--weeks", "2024-W01,2024-W03", *names])
    weeks = ("2024-W01", "2024-W03")
    assert [(o.desk, o.week) for o in asked] == [(d, w) for d in (desk, desk / "b") for w in weeks]


def test_a_failure_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line says why, on one line; the exit code is 1."""
    answer(monkeypatch, "failed", reason="section casualties\nfailed")
    run = CliRunner().invoke(main, ["batch", "--weeks", "2024-W01"])
    assert "reports/2024-W01  failed: section casualties failed\n1 failed; " in run.stdout
    assert run.exit_code == 1


def test_an_interruption_is_told(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves the summary of what is done and says how to go on."""
    answer(monkeypatch, "done", stop=True)
    run = CliRunner().invoke(main, ["batch", "--weeks", "2024-W01..2024-W09"])
    assert run.exit_code == 130
    assert run.stdout.splitlines()[-1].startswith("1 done; ")
    assert run.stderr.splitlines()[-1] == "Stopped; the same command goes on from here."


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--weeks", "2024-W54"], 'There is no week "2024-W54"'),
        (["--weeks", "2024-W01", "--to", "docx"], '"docx" is not html, pdf or html,pdf'),
        (["--weeks", "2024-W01", "--workers", "0"], "--workers"),
        (["--weeks", "2024-W01", "--workers", "2", "--scheduler", "tcp://a:1"], "not both"),
        ([], "--weeks"),
    ],
)
def test_what_cannot_be_meant(desk: Path, options: list[str], told: str) -> None:
    """An option that cannot be meant is an error before anything runs."""
    run = CliRunner().invoke(main, ["batch", *options])
    assert run.exit_code != 0
    assert told in run.stderr


def test_no_dask(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Dask one sentence says how to get it."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    run = CliRunner().invoke(main, ["batch", "--weeks", "2024-W01", "--scheduler", "tcp://a:1"])
    assert run.exit_code == 1
    assert "pip install 'briefing[dask]'" in run.stderr
