"""What a fork of the warm parent does to become a kernel like any other."""

from __future__ import annotations

import atexit
import os
import random
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG in <linux/prctl.h>


def become_kernel(request: Mapping[str, Any]) -> None:
    """Run an IPython kernel as ``request`` says, and end the process with it.

    ``request`` holds ``arguments`` (of ``python -m ipykernel_launcher``), ``cwd``, ``env`` and
    ``memory_limit`` (bytes, 0 for none).
    """
    code = 1
    try:
        _part_from_parent(request)
        limit_memory(request["memory_limit"], os.getpid())
        _sow_randomness()
        code = _run(request["arguments"])
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        # Taking an interpreter apart that has so much loaded takes longer than the whole section.
        os._exit(code)


def _run(arguments: list[str]) -> int:
    import ipykernel_launcher
    from ipykernel.kernelapp import IPKernelApp

    # What an ordinary kernel watches besides: if this process is gone, the kernel ends itself.
    watched = f"--IPKernelApp.parent_handle={os.getppid()}"
    sys.argv = [str(ipykernel_launcher.__file__), *arguments, watched]
    try:
        IPKernelApp.launch_instance()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        atexit._run_exitfuncs()
    return 0


def _part_from_parent(request: Mapping[str, Any]) -> None:
    """A session, a folder, an environment and signals of its own, and nothing to read."""
    os.setsid()
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)


def _die_with_parent() -> None:
    """Ask Linux to kill this process when its parent ends, even in a loop that watches nothing."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)


def limit_memory(limit: int, pid: int) -> None:
    """Let a request for more than ``limit`` bytes fail with a MemoryError in the cell that asks.

    It is the data segment that is limited (since Linux 4.7 all private memory): the address space
    is mostly libraries and reservations that no memory stands behind. Other systems have no limit
    that holds.
    """
    if limit and sys.platform == "linux":
        import resource

        resource.prlimit(pid, resource.RLIMIT_DATA, (limit, limit))


def _sow_randomness() -> None:
    """Give this fork random numbers of its own; else every kernel would draw the same ones."""
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()
