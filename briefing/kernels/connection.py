"""The asking side of warm kernels: the parents of this process, and a handle for each kernel."""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from threading import Lock
from typing import Any

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


class WarmKernel:
    """A forked kernel's process, with what Jupyter uses of ``subprocess.Popen``.

    ``returncode`` is None while it runs; negative where a signal ended it.
    """

    stdin = stdout = stderr = None

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._told = b""
        self.pid = 0
        self.returncode: int | None = None

    async def started(self) -> bool:
        """Wait until the kernel has its process id; False where the parent is gone."""
        loop = asyncio.get_running_loop()
        while b"\n" not in self._told:
            told = await loop.sock_recv(self._line, 64)
            if not told:
                return False
            self._told += told
        number, _, self._told = self._told.partition(b"\n")
        self.pid = int(number)
        return True

    def poll(self) -> int | None:
        """The exit code, or None while the kernel runs."""
        if self.returncode is None:
            with suppress(BlockingIOError, ConnectionError):
                told = self._line.recv(64)
                self._told += told
                # A parent that ends without a word took its kernels with it.
                ended = self._told if told else self._told or b"%d\n" % -signal.SIGKILL
                if ended.endswith(b"\n"):
                    self.returncode = int(ended)
                    self._line.close()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Block until the kernel has ended. Raises ``subprocess.TimeoutExpired``."""
        while (code := self.poll()) is None:
            if not select.select([self._line], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("warm kernel", timeout or 0)
        return code

    async def ended(self, seconds: float | None) -> bool:
        """Wait for the end without blocking the event loop; False where it takes longer."""
        if self.poll() is not None:
            return True
        loop, heard = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self._line, heard.set)
        try:
            await asyncio.wait_for(heard.wait(), seconds)
        except TimeoutError:
            return False
        finally:
            loop.remove_reader(self._line)
        return self.poll() is not None

    def send_signal(self, number: int) -> None:
        """Signal the kernel and the processes it has started; nothing where it has ended."""
        if self.poll() is None:
            with suppress(ConnectionError):
                self._line.sendall(b"%d\n" % number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class WarmParent:
    """A running (or still loading) warm parent. It ends when this object is closed."""

    def __init__(self, preload: tuple[str, ...], env: Mapping[str, str]) -> None:
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

    def fork(self, request: Mapping[str, Any]) -> WarmKernel:
        """Ask for a kernel; ``request`` is what ``kernel.become_kernel`` wants.

        Raises ``OSError`` where the parent is gone.
        """
        self._asked = True
        line, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._requests, [b"k"], [theirs.fileno()])
        line.sendall(json.dumps(request).encode() + b"\n")
        line.setblocking(False)
        return WarmKernel(line)

    def close(self) -> None:
        """End the parent, and with it the kernels that still run."""
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
