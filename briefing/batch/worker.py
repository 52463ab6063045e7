"""What a worker does: the two halves of an edition, with a browser that stays open between them.

Nothing here knows whether the worker is a process of this machine's pool or of a Dask cluster.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from briefing import __version__
from briefing.batch.browsers import kept_browser
from briefing.batch.order import Order, Outcome
from briefing.build import BuildRequest, Prepared, finish_edition, prepare_edition
from briefing.build.current import find_current
from briefing.build.period import EmptyPeriodError
from briefing.desk import Desk
from briefing.errors import BriefingError
from briefing.execute import prepare_kernels


class Notes:
    """The progress of a build that nobody watches: only what is to be looked at is kept."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def start(self, step: str, total: int) -> None:
        """Nobody watches."""

    def advance(self, step: str) -> None:
        """Nobody watches."""

    def finish(self, step: str) -> None:
        """Nobody watches."""

    def warn(self, text: str) -> None:
        self.texts.append(text)


def draft(order: Order, drafts: Path) -> Outcome:
    """Write the edition's ledger to the drafts, unless it stands as it would be made again.

    Where that went well, it is still to be finished.
    """

    prepare_kernels()

    def make(desk: Desk, notes: Notes) -> Outcome:
        # What the desk remembers was dropped once, when the batch began.
        request = replace(_week(order), drafts=drafts, force=False)
        if not order.request.force and find_current(desk.root, request):
            return Outcome(order, "up to date")
        prepared = prepare_edition(desk, request, notes, drafts)
        return Outcome(order, "done", prepared=prepared)

    return _attempt(order, make)


def finish(order: Order, prepared: Prepared) -> Outcome:
    """Run the sections of a prepared edition, render it and put it in its place."""

    def make(desk: Desk, notes: Notes) -> Outcome:
        result = finish_edition(desk, _week(order), notes, prepared, kept_browser)
        if result.complete:
            return Outcome(order, "done")
        return Outcome(order, "failed", "; ".join(result.failures))

    return _attempt(order, make)


def _attempt(order: Order, make: Callable[[Desk, Notes], Outcome]) -> Outcome:
    """What was made and how long it took; what stops one edition is told and stops no other."""
    notes, started = Notes(), perf_counter()
    try:
        _check_version(order)
        outcome = make(Desk.load(order.desk), notes)
    except EmptyPeriodError:
        outcome = Outcome(order, "nothing in that week")
    except BriefingError as error:
        outcome = Outcome(order, "failed", str(error))
    except Exception as error:
        outcome = Outcome(order, "failed", f"{type(error).__name__}: {error}")
    return replace(outcome, seconds=perf_counter() - started, notes=tuple(notes.texts))


def _check_version(order: Order) -> None:
    if order.version != __version__:
        raise BriefingError(
            f"The worker on {socket.gethostname()} has briefing {__version__}, this batch "
            f"{order.version}; install {order.version} there."
        )


def _week(order: Order) -> BuildRequest:
    return replace(order.request, week=order.week)
