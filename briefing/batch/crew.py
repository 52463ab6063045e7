"""Worker processes of this machine as an executor that outlives the death of any of them.

``ProcessPoolExecutor`` gives up all that it was asked for when one process is killed. Here each
process is a pool of its own: its death costs one attempt at one task, the others don't notice.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import (
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from typing import Any, NoReturn, ParamSpec, TypeVar

from briefing.errors import BriefingError

Given = ParamSpec("Given")
Returned = TypeVar("Returned")

GRACE_SECONDS = 5  # for a process to tidy up in
ATTEMPTS = 3  # as many as a Dask scheduler allows by default


class Crew(Executor):
    """``workers`` processes; each task is tried again in a new one where its own is killed."""

    def __init__(self, workers: int) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="crew")
        self._seat = threading.local()  # each thread looks after one process
        self._pids: set[int] = set()
        self._lock = threading.Lock()  # over the two around it
        self._stopped = False

    def submit(
        self, fn: Callable[Given, Returned], /, *args: Given.args, **kwargs: Given.kwargs
    ) -> Future[Returned]:
        """Queue a call. Its future fails with ``BriefingError`` if no process survives it."""
        return self._threads.submit(self._attempt, fn, args, kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the processes: after their tasks, or at once where the tasks are cancelled."""
        with self._lock:
            self._stopped = cancel_futures
        patience = threading.Timer(GRACE_SECONDS, self._end, (signal.SIGKILL,))
        self._threads.shutdown(wait=False, cancel_futures=cancel_futures)
        if cancel_futures:
            self._end(signal.SIGTERM)
            patience.start()
        self._threads.shutdown(wait=wait)
        patience.cancel()

    def _attempt(self, function: Callable[..., Returned], args: Any, kwargs: Any) -> Returned:
        for _ in range(ATTEMPTS):
            try:
                return self._pool().submit(function, *args, **kwargs).result()
            except (BrokenProcessPool, SystemExit):
                self._leave_pool()
                if self._stopped:
                    raise CancelledError from None
        raise BriefingError(
            f"Its worker process was killed {ATTEMPTS} times; if memory was short, use fewer "
            "with --workers."
        )

    def _pool(self) -> ProcessPoolExecutor:
        """This thread's process, started if need be. It ends when the thread lets go of it."""
        if not hasattr(self._seat, "pool"):
            self._seat.pool = ProcessPoolExecutor(1, _context(), _stand_by)
            self._seat.pid = self._seat.pool.submit(os.getpid).result()
            self._enlist(self._seat.pid)
        pool: ProcessPoolExecutor = self._seat.pool
        return pool

    def _enlist(self, pid: int) -> None:
        with self._lock:
            self._pids.add(pid)
            stopped = self._stopped
        if stopped:
            self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        with self._lock:
            for pid in self._pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, how)

    def _leave_pool(self) -> None:
        with self._lock:
            self._pids.discard(getattr(self._seat, "pid", 0))
        self._seat.__dict__.clear()


def _context() -> BaseContext:
    """Never a plain fork: this process has threads, and a fork copies whatever they hold.

    Where there is a server for forks, it loads the libraries once for all workers.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["briefing.batch.preloaded"])
    return context


def _stand_by() -> None:
    """In a new worker: leave Ctrl-C to the process that asks, tidy up when told to end, and end
    when that process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _tidy_up)
    threading.Thread(target=_follow, name="follow", daemon=True).start()


def _tidy_up(*_: object) -> NoReturn:
    raise SystemExit  # through every `finally`


def _follow() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
