"""The asking side of warm kernels: the parents of this process."""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Any

from briefing.kernels.handle import WarmKernel
from briefing.kernels.spares import Stock

# What IPython loads at a kernel's start and not before.
_KERNEL = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.debugger",
    "ipykernel_launcher",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "tornado.platform.asyncio",
    "faulthandler",
    "pdb",
    "psutil",
)
# Read when a process starts: kernels that differ in one of these need parents of their own.
_START_ONLY = ("PYTHON", "LD_", "DYLD_", "MALLOC_", "OMP_", "OPENBLAS_", "MKL_", "LANG", "LC_")
# A debugger, which IPython loads into every kernel, would have Python started in another way.
_PARENT_ONLY = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}
_END_SECONDS = 5


def forks_well() -> bool:
    """Whether this system can fork: Windows can't, and Apple's own libraries may not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


class WarmParent:
    """A running (or still loading) warm parent. It ends when this object is closed."""

    def __init__(self, preload: tuple[str, ...], env: Mapping[str, str]) -> None:
        self.stock = Stock(self.fork)
        self._asked = False
        self._requests, theirs = socket.socketpair()
        with theirs:
            end = theirs.fileno()
            self._process = subprocess.Popen(
                # -P: the working folder is not where a kernel finds its libraries
                [sys.executable, "-P", "-m", "briefing.kernels.parent", str(end), *preload],
                env={**env, **_PARENT_ONLY},
                pass_fds=[end],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    @property
    def runs(self) -> bool:
        """Whether it can still be asked."""
        return self._process.poll() is None

    def fork(self, order: Mapping[str, Any]) -> WarmKernel:
        """Have a kernel forked and made ready; ``order`` is what ``become_kernel`` wants first.

        It waits to be claimed. Raises ``OSError`` where the parent is gone.
        """
        self._asked = True
        (line, keeps), (door, gets) = socket.socketpair(), socket.socketpair()
        with keeps, gets:
            socket.send_fds(self._requests, [b"k"], [keeps.fileno(), gets.fileno()])
        door.sendall(json.dumps(order).encode() + b"\n")
        for end in (line, door):
            end.setblocking(False)
        return WarmKernel(line, door)

    def close(self) -> None:
        """End the parent, and with it the kernels that still run or are ready to."""
        self.stock.clear()
        self._requests.close()
        if not self._asked:
            self._process.kill()  # it may be loading still, and has no kernels to take care of
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def forget(self) -> None:
        """In a fork of the asking process: this parent is not ours."""
        self._requests.close()
        self._process.returncode = 0  # or Popen would wait for a child that it does not have


_parents: dict[tuple[tuple[str, ...], frozenset[tuple[str, str]]], WarmParent] = {}
_lock = Lock()


def start_parent(preload: Iterable[str], env: Mapping[str, str] | None = None) -> WarmParent:
    """The parent that has ``preload`` loaded; started now, without waiting, where there is none.

    Kernels share a parent if their environments agree in what only a start can set. Raises
    ``OSError`` where no process can be started.
    """
    env = os.environ if env is None else env
    modules = (*_KERNEL, *preload)
    key = (modules, frozenset((k, v) for k, v in env.items() if k.startswith(_START_ONLY)))
    with _lock:
        parent = _parents.get(key)
        if parent is None or not parent.runs:
            parent = _parents[key] = WarmParent(modules, env)
        return parent


def end_spares() -> None:
    """End the kernels that were started ahead and that nobody took."""
    with _lock:
        for parent in _parents.values():
            parent.stock.clear()


@atexit.register
def end_parents() -> None:
    """End all parents of this process and the kernels they still have."""
    with _lock:
        while _parents:
            _parents.popitem()[1].close()


def _forget_parents() -> None:
    global _lock  # noqa: PLW0603 - the copy may be locked by a thread that does not exist here
    _lock = Lock()
    while _parents:
        _parents.popitem()[1].forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_parents)
