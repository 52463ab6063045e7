"""An executor for tests that has a worker killed in the middle of an edition."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from briefing.batch import worker


class Deadly(Executor):
    """Hands calls on; the worker that first finishes ``week`` is killed, as by a lack of memory.

    ``deaths`` is the file in which each such worker leaves its process id.
    """

    def __init__(self, executor: Executor, week: str, deaths: Path) -> None:
        self._executor, self._week, self._deaths = executor, week, deaths

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if fn is worker.finish and args[0].week == self._week:
            return self._executor.submit(finish_or_die, self._deaths, *args, **kwargs)
        return self._executor.submit(fn, *args, **kwargs)


def finish_or_die(deaths: Path, *args: Any) -> Any:
    """Finish the edition; the first to try dies when it is made and not yet in its place."""
    if deaths.exists():
        return worker.finish(*args)
    with mock.patch("briefing.build.pipeline.put_in_place", partial(_die, deaths)):
        return worker.finish(*args)


def _die(deaths: Path, *_: object) -> None:
    deaths.write_text(str(os.getpid()), encoding="utf-8")
    os.kill(os.getpid(), signal.SIGKILL)
