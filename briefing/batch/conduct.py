"""Conducts a batch: which half of which edition may run when, on any ``Executor``.

An edition is numbered after, and compared with, the one before it. So each desk's ledgers are
written in the order of the weeks, which is quick; sections are run and pages printed side by side.
What comes out is what building week after week would give.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from shutil import rmtree
from typing import Any

from briefing.batch import worker
from briefing.batch.order import Order, Outcome
from briefing.build.remembered import forget
from briefing.build.staging import staging_folder
from briefing.desk import Desk
from briefing.errors import BriefingError

AGAIN = "built again without the failed edition before it"


def run_batch(orders: Iterable[Order], executor: Executor) -> Iterator[Outcome]:
    """Make every edition and yield how each ended, as soon as it has.

    An edition is yielded a second time where it was built after one that failed in the end: then it
    is built again. Closing the iterator early leaves nothing half-made behind.
    """
    by_desk = groupby(sorted(orders, key=_place), key=lambda order: order.desk)
    with ExitStack() as stack:
        lines = []
        for desk, weeks in by_desk:
            todo = list(weeks)
            try:
                drafts = stack.enter_context(_drafts(desk, force=todo[0].request.force))
            except BriefingError as error:
                yield from (Outcome(order, "failed", str(error)) for order in todo)
            else:
                lines.append(_Line(executor, drafts, deque(todo)))
        yield from _run(lines)


@contextmanager
def _drafts(folder: Path, *, force: bool) -> Iterator[Path]:
    """Where a desk's ledgers lie until the batch ends. With ``force`` nothing is remembered."""
    desk = Desk.load(folder)
    if force:
        forget(desk.root)
    with staging_folder(desk.reports / "drafts") as drafts:
        yield drafts


def _place(order: Order) -> tuple[Path, str]:
    return order.desk, order.week


def _run(lines: list[_Line]) -> Iterator[Outcome]:
    for line in lines:
        line.advance()
    while running := {future: line for line in lines for future in line.running}:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield from running[future].settle(future)


@dataclass
class _Line:
    """The editions of one desk: those still without a ledger, and what is being worked on."""

    executor: Executor
    drafts: Path
    waiting: deque[Order]
    running: dict[Future[Any], Order] = field(default_factory=dict)
    drafting: Future[Any] | None = None  # the one future of ``running`` that writes a ledger
    done: list[Order] = field(default_factory=list)  # built in this round
    failed: set[str] = field(default_factory=set)  # weeks that did not become an edition in it
    again: bool = False

    def advance(self) -> None:
        """Let the next ledger be written; the one before it is there."""
        if self.waiting:
            order = self.waiting.popleft()
            self.drafting = self._submit(order, worker.draft, self.drafts)

    def settle(self, future: Future[Any]) -> Iterator[Outcome]:
        """Take what a worker made, hand out what can be done next, yield an edition that ended."""
        order, prepared = self.running.pop(future), None
        outcome = _outcome(future, order)
        if future is self.drafting:
            self.advance()
            prepared = outcome.prepared
        if prepared is not None:
            self._submit(order, worker.finish, prepared)
        else:
            yield self._close(outcome)
        if not self.running:
            self._start_again()

    def _submit(self, order: Order, function: Callable[..., Outcome], given: Any) -> Future[Any]:
        future = self.executor.submit(function, order, given)
        self.running[future] = order
        return future

    def _close(self, outcome: Outcome) -> Outcome:
        if outcome.state == "failed":
            self.failed.add(outcome.order.week)
        elif outcome.state == "done":
            self.done.append(outcome.order)
        return replace(outcome, reason=AGAIN) if self.again and not outcome.reason else outcome

    def _start_again(self) -> None:
        """Build anew what took an edition that failed for the one before it."""
        wrong = [order for order in self.done if order.week > min(self.failed, default=order.week)]
        for week in self.failed:
            rmtree(self.drafts / week, ignore_errors=True)
        self.waiting = deque(sorted(wrong, key=_place))
        self.done, self.failed, self.again = [], set(), True
        self.advance()


def _outcome(future: Future[Any], order: Order) -> Outcome:
    """How it went; a worker that is lost fails its edition and no other."""
    try:
        outcome: Outcome = future.result()
    except Exception as error:
        return Outcome(order, "failed", str(error) or type(error).__name__)
    return outcome
