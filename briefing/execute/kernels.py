"""What sections run on: warm kernels, some of them started before they are asked for."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from math import ceil
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

from briefing.kernels.connection import forks_well, start_parent
from briefing.kernels.spares import Order
from briefing.settings.tables import LimitsTable

_PRELOAD = "briefing.execute.rehearsal"
_QUIET = "--log-level=CRITICAL"
# nbclient adds it to the arguments of every kernel.
_NO_HISTORY = "--HistoryManager.hist_file=:memory:"
_MEGABYTE = 1024 * 1024
_MOST_READY = 4


def prepare_kernels() -> None:
    """Start what kernels are forked from; it loads their libraries while other work goes on.

    So do the kernels that the first sections will take.
    """
    if not forks_well():
        return
    order = Order((_QUIET, _NO_HISTORY), dict(os.environ), str(Path.cwd()))
    with suppress(OSError):  # then there will be ordinary kernels
        start_parent([_PRELOAD]).stock.keep(order, _most_ready())


def kernel_options(limits: LimitsTable, awaited: int = 1) -> dict[str, Any]:
    """What nbclient is told: warm kernels, how much time is left, how much memory there is.

    ``awaited`` is how many sections are to run after this one.
    """
    from traitlets.config import Config

    from briefing.kernels.manager import WarmKernelManager

    end = time.monotonic() + limits.section_seconds
    warm = {
        "preload": [_PRELOAD],
        "memory_limit": limits.memory_mb * _MEGABYTE,
        "spares": min(awaited, _most_ready()),
    }
    return {
        "kernel_manager_class": WarmKernelManager,
        "config": Config({"WarmProvisioner": warm}),
        # Whole seconds, and 0 would mean that there is no limit.
        "timeout_func": lambda _: max(1, min(limits.cell_seconds, ceil(end - time.monotonic()))),
        "extra_arguments": [_QUIET],
    }


def _most_ready() -> int:
    """How many kernels to have ready at most: one for each processor, of a few.

    None in a worker of a batch: its neighbours keep the processors busy, so that a kernel which is
    started ahead takes memory and saves no time.
    """
    return 0 if parent_process() else min(os.cpu_count() or 1, _MOST_READY)
