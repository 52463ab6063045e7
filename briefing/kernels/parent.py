"""The warm parent: it loads libraries once and forks itself for every kernel that is asked for.

``python -P -m briefing.kernels.parent SOCKET MODULE…`` is started by ``connection``. Two sockets
come with the byte that asks for a kernel. One is its line, which the parent keeps: signals go in as
numbers, its exit code comes out. The other is its door, where it learns what to be and which the
parent leaves to it. When nobody can ask any more, because the asking process has ended in whatever
way, the parent kills the kernels that are left and ends too.

One thread and no ZeroMQ context: nothing that a fork would copy in the middle of its work.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import selectors
import signal
import socket
import sys
import warnings
from collections.abc import Callable, Sequence
from typing import Any


class Parent:
    """Forks kernels on request and tells how each of them ended."""

    def __init__(self, requests: socket.socket) -> None:
        self._requests = requests
        self._lines: dict[int, socket.socket] = {}  # by the kernel's process id
        self._selector = selectors.DefaultSelector()
        self._woken, self._waker = socket.socketpair()
        self._watch(requests, self._take_request)
        self._watch(self._woken, self._collect)
        self._wake_for_children()

    def serve(self) -> socket.socket | None:
        """Serve until nobody asks any more. In a fork it returns the door of the kernel to be."""
        while self._requests.fileno() >= 0:
            for key, _ in self._selector.select():
                door: socket.socket | None = key.data()
                if door is not None:
                    return door
        for pid in list(self._lines):
            self._signal(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        return None

    def _wake_for_children(self) -> None:
        self._woken.setblocking(False)
        self._waker.setblocking(False)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # what wakes; the default wakes nobody

    def _watch(self, end: socket.socket, act: Callable[[], Any]) -> None:
        self._selector.register(end, selectors.EVENT_READ, act)

    def _take_request(self) -> socket.socket | None:
        asked, ends, *_ = socket.recv_fds(self._requests, 1, 2)
        if not asked:
            self._requests.close()
            return None
        line, door = (socket.socket(fileno=end) for end in ends)
        pid = _fork()
        if pid == 0:
            self._let_go(line)
            return door
        door.close()
        self._lines[pid] = line
        self._watch(line, lambda: self._pass_on(pid))
        return None

    def _let_go(self, line: socket.socket) -> None:
        """In the fork: close what belongs to the parent and to other kernels."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self._selector.close()
        ends = (self._requests, self._woken, self._waker, line, *self._lines.values())
        for end in ends:
            end.close()

    def _pass_on(self, pid: int) -> None:
        """Send the kernel the signals that came down its line; without a line it has to end."""
        try:
            numbers = self._lines[pid].recv(256).split()
        except ConnectionError:
            numbers = []
        for number in numbers or (signal.SIGKILL,):
            self._signal(pid, int(number))
        if not numbers:
            self._selector.unregister(self._lines[pid])

    def _signal(self, pid: int, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            try:
                os.killpg(pid, number)  # with whatever the kernel itself has started
            except ProcessLookupError:
                os.kill(pid, number)  # it has no group of its own yet

    def _collect(self) -> None:
        """Tell the exit code of every kernel that has ended; none stays a zombie."""
        with contextlib.suppress(BlockingIOError):
            self._woken.recv(4096)
        for pid in list(self._lines):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                self._tell_end(pid, os.waitstatus_to_exitcode(status))

    def _tell_end(self, pid: int, code: int) -> None:
        line = self._lines.pop(pid)
        with contextlib.suppress(KeyError):
            self._selector.unregister(line)
        with line, contextlib.suppress(OSError):
            line.sendall(b"%d\n" % code)


def _fork() -> int:
    with warnings.catch_warnings():
        # Python warns of any second thread. Those of BLAS and Arrow know how to be forked.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def load(modules: Sequence[str]) -> None:
    """Import what can be imported. A notebook that needs what can't meets the error itself."""
    gc.disable()  # nothing that is loaded now is garbage
    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    gc.freeze()  # collecting in a fork would touch, and so copy, all that is shared
    gc.enable()


def main(descriptor: str, *modules: str) -> None:
    """Load ``modules``, then fork a kernel for each request that comes through the socket."""
    from briefing.kernels.kernel import become_kernel

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    load(modules)
    door = Parent(socket.socket(fileno=int(descriptor))).serve()
    if door is not None:
        become_kernel(door)


if __name__ == "__main__":
    main(*sys.argv[1:])
