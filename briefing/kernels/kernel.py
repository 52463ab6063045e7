"""What a fork of the warm parent does to become a kernel like any other."""

from __future__ import annotations

import atexit
import json
import os
import random
import signal
import socket
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipykernel.kernelapp import IPKernelApp

_PATIENCE_SECONDS = 2.0
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG in <linux/prctl.h>


def become_kernel(door: socket.socket) -> None:
    """Be the IPython kernel that is asked for at ``door``, and end the process with it.

    Two lines of JSON come through the door. The first, an order, holds ``arguments`` (of
    ``python -m ipykernel_launcher``), ``env`` and ``cwd``; all is made ready for them. The second,
    a claim, holds the ``cwd`` and the ``memory_limit`` (bytes, 0 for none) to run with; it may come
    much later, or never. The answer is the process id, once the kernel can be reached.
    """
    code = 1
    try:
        _part_from_parent()
        _sow_randomness()
        code = _run(door)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        # Taking an interpreter apart that has so much loaded takes longer than the whole section.
        os._exit(code)


def _run(door: socket.socket) -> int:
    with door, door.makefile("rb") as asked:
        app = _prepare(**json.loads(asked.readline()))
        claim = asked.readline()
        if not claim:
            return 0  # nobody needs it any more
        _settle(app, **json.loads(claim))
        door.sendall(b"%d\n" % os.getpid())
    try:
        app.start()  # type: ignore[no-untyped-call]
    finally:
        _leave(app)
    return 0


def _prepare(arguments: list[str], env: Mapping[str, str], cwd: str) -> IPKernelApp:
    """The kernel as it is before it waits for requests; others can connect to it."""
    import ipykernel_launcher
    from ipykernel.kernelapp import IPKernelApp

    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    # What an ordinary kernel watches besides: if this process is gone, the kernel ends itself.
    watched = f"--IPKernelApp.parent_handle={os.getppid()}"
    sys.argv = [str(ipykernel_launcher.__file__), *arguments, watched]
    app = IPKernelApp.instance()
    app.initialize()  # type: ignore[no-untyped-call]
    return app


def _settle(app: IPKernelApp, cwd: str, memory_limit: int) -> None:
    """Take up the folder and the limit; IPython has noted the folder that it started in."""
    os.chdir(cwd)
    shell: Any = app.shell
    shell.starting_dir = cwd
    shell.history_manager.dir_hist[:] = [Path(cwd)]
    limit_memory(memory_limit, os.getpid())


def _leave(app: IPKernelApp) -> None:
    """Run what is registered for the end, the closing of the kernel's sockets included.

    The thread of the control channel is let finish first: it has its last messages sent through a
    thread that closing ends, and one in ten times would wait for that one until it is killed.
    """
    app.control_thread.stop()
    app.control_thread.join(_PATIENCE_SECONDS)
    atexit._run_exitfuncs()


def _part_from_parent() -> None:
    """A session and signals of its own, and nothing to read."""
    os.setsid()
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.default_int_handler)
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
