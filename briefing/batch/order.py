"""What a batch is asked for and what comes of it: plain values, which travel between machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from briefing import __version__
from briefing.build import BuildRequest, Prepared

State = Literal["done", "up to date", "nothing in that week", "failed"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Order:
    """One edition of one desk. ``desk`` is an absolute path, the same for every worker.

    ``version`` is that of the program which asks: a worker with another one refuses, because two
    versions may give two ledgers.
    """

    desk: Path
    week: str
    request: BuildRequest = field(default_factory=BuildRequest)
    version: str = __version__


@dataclass(frozen=True)
class Outcome:
    """How an edition ended: its state, why where it failed, seconds of work, what to look at.

    ``prepared`` is set between the halves: the ledger is done, the sections are still to run.
    """

    order: Order
    state: State
    reason: str = ""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    prepared: Prepared | None = None


@dataclass(frozen=True)
class Summary:
    """The last outcome of every edition of a batch. ``seconds`` is from first to last."""

    counts: dict[State, int]
    seconds: float

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], seconds: float) -> Summary:
        """Count the outcomes; an edition that was built again counts as it ended last."""
        last = {(one.order.desk, one.order.week): one.state for one in outcomes}
        counted = Counter(last.values())
        return cls({state: counted[state] for state in STATES if counted[state]}, seconds)

    @property
    def succeeded(self) -> bool:
        """Whether no edition failed and there is at least one."""
        there = self.counts.get("done", 0) + self.counts.get("up to date", 0)
        return there > 0 and "failed" not in self.counts
