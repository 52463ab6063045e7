"""What may run when, with workers that only write down what they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from briefing.batch import Order, Outcome, Summary, run_batch, worker
from briefing.batch.conduct import AGAIN
from briefing.build import Prepared
from briefing.build.current import Stamp
from briefing.settings.edition import Edition

STAMP = Stamp({}, {}, "")
WEEKS = ("2024-W01", "2024-W02", "2024-W03", "2024-W04")


@dataclass
class Workers:
    """Drafts are empty folders; an edition knows which drafts there were when its own was made."""

    fails: set[str] = field(default_factory=set)  # weeks whose sections fail
    empty: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    before: dict[str, list[str]] = field(default_factory=dict)

    def draft(self, order: Order, drafts: Path) -> Outcome:
        self.calls.append(f"draft {order.week}")
        if order.week in self.empty:
            return Outcome(order, "nothing in that week")
        self.before[order.week] = [p.name for p in sorted(drafts.iterdir()) if p.name < order.week]
        (drafts / order.week).mkdir(exist_ok=True)
        edition = Edition.week(order.week, order.desk / "reports")
        return Outcome(order, "done", prepared=Prepared(edition, drafts, {}, {}, (), {}, STAMP))

    def finish(self, order: Order, prepared: Prepared) -> Outcome:
        self.calls.append(f"finish {order.week}")
        return Outcome(order, "failed" if order.week in self.fails else "done")


@pytest.fixture
def workers(monkeypatch: pytest.MonkeyPatch) -> Workers:
    """Workers in the place of the real ones."""
    workers = Workers()
    monkeypatch.setattr(worker, "draft", workers.draft)
    monkeypatch.setattr(worker, "finish", workers.finish)
    return workers


@pytest.fixture
def executor() -> Iterator[Executor]:
    """Two threads: what runs side by side is not known."""
    with ThreadPoolExecutor(2) as pool:
        yield pool


def make_desk(folder: Path) -> Path:
    """A folder that is a desk."""
    folder.mkdir()
    (folder / "briefing.toml").write_text("", encoding="utf-8")
    return folder


def orders(*desks: Path) -> list[Order]:
    """All weeks of the desks, the last first."""
    return [Order(desk, week) for desk in desks for week in reversed(WEEKS)]


def told(outcomes: Iterator[Outcome]) -> dict[str, str]:
    """The state in which each week ended."""
    return {one.order.week: one.state for one in outcomes}


def test_ledgers_come_in_the_order_of_the_weeks(
    tmp_path: Path, workers: Workers, executor: Executor
) -> None:
    """Every ledger finds those of all weeks before it; what is left over is gone at the end."""
    desk = make_desk(tmp_path / "desk")
    states = told(run_batch(orders(desk), executor))
    assert states == dict.fromkeys(WEEKS, "done")
    assert workers.before == {week: list(WEEKS[:n]) for n, week in enumerate(WEEKS)}
    assert list((desk / "reports").iterdir()) == []


def test_desks_do_not_wait_for_each_other(
    tmp_path: Path, workers: Workers, executor: Executor
) -> None:
    """Two desks are two lines; one that is none fails for all its weeks and stops no other."""
    desks = [make_desk(tmp_path / name) for name in ("a", "b")]
    outcomes = list(run_batch(orders(*desks, tmp_path / "c"), executor))
    ended = {(one.order.desk.name, one.order.week): one.state for one in outcomes}
    assert ended == {(d, w): "done" if d in "ab" else "failed" for d in "abc" for w in WEEKS}
    reasons = {one.reason for one in outcomes if one.state == "failed"}
    assert len(reasons) == 1
    assert "There is no briefing.toml" in reasons.pop()


def test_an_empty_week_is_no_edition_before(
    tmp_path: Path, workers: Workers, executor: Executor
) -> None:
    """A week with nothing in it is told, and the next is compared with the one before it."""
    workers.empty = {"2024-W02"}
    states = told(run_batch(orders(make_desk(tmp_path / "desk")), executor))
    assert states["2024-W02"] == "nothing in that week"
    assert workers.before["2024-W03"] == ["2024-W01"]


def test_a_failed_edition_is_no_edition_before(
    tmp_path: Path, workers: Workers, executor: Executor
) -> None:
    """What was built after an edition that failed is built again as if that one was not there."""
    workers.fails = {"2024-W02"}
    outcomes = list(run_batch(orders(make_desk(tmp_path / "desk")), executor))
    assert workers.before["2024-W03"] == ["2024-W01"]
    assert workers.before["2024-W04"] == ["2024-W01", "2024-W03"]
    assert [o.order.week for o in outcomes if o.reason == AGAIN] == ["2024-W03", "2024-W04"]
    assert workers.calls.count("finish 2024-W02") == 1
    assert Summary.of(outcomes, 1.0).counts == {"done": 3, "failed": 1}


class Losing(Executor):
    """An executor whose worker is lost with every ledger of one week."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if fn == worker.draft and args[0].week == "2024-W02":
            future.set_exception(RuntimeError("the worker is lost"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_lost_worker_fails_one_edition(tmp_path: Path, workers: Workers) -> None:
    """What an executor could not do is told as that edition's failure; the weeks after go on."""
    outcomes = list(run_batch(orders(make_desk(tmp_path / "desk")), Losing()))
    states = {one.order.week: (one.state, one.reason) for one in outcomes}
    assert states.pop("2024-W02") == ("failed", "the worker is lost")
    assert {state for state, _ in states.values()} == {"done"}


@pytest.mark.parametrize(
    ("states", "succeeded"),
    [
        (("done", "done"), True),
        (("up to date", "nothing in that week"), True),  # a quiet week
        (("done", "failed"), False),
        (("nothing in that week", "nothing in that week"), False),  # the wrong desk, most likely
        ((), False),
    ],
)
def test_success(tmp_path: Path, states: tuple[Any, ...], succeeded: bool) -> None:
    """A batch succeeded where nothing failed and something is there."""
    outcomes = [Outcome(Order(tmp_path, w), s) for w, s in zip(WEEKS, states, strict=False)]
    assert Summary.of(outcomes, 1.0).succeeded is succeeded
