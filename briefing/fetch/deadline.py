"""An end to waiting, whatever a server does: the connection is cut when the time is up."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from socket import SHUT_RDWR, socket
from threading import Lock, Timer
from time import monotonic
from types import TracebackType
from typing import Self


class Patience:
    """The seconds that are left for one address with all its redirects.

    Waiting for a server's turn costs none: only requests spend them.
    """

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    @contextlib.contextmanager
    def spend(self) -> Iterator[Deadline]:
        """A deadline for one request: what is left."""
        started = monotonic()
        try:
            with Deadline(max(self._left, 0.0)) as deadline:
                yield deadline
        finally:
            self._left -= monotonic() - started


class Deadline:
    """Seconds within which a request must be done.

    A time-out starts anew with every byte, so that a server that sends one now and then holds a
    program for ever. Cutting the connection from beside ends each kind of waiting.
    """

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._timer = Timer(seconds, self._pass)
        self._timer.daemon = True
        self._lock = Lock()
        self._handles: list[socket] = []

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for handle in self._handles:
                handle.close()

    def watch(self, connection: socket) -> None:
        """Cut this connection too when the time is up."""
        # A second handle: the first one is given away when the connection becomes encrypted.
        handle = connection.dup()
        with self._lock:
            self._handles.append(handle)
            if self.passed:
                _cut(handle)

    def _pass(self) -> None:
        with self._lock:
            self.passed = True
            for handle in self._handles:
                _cut(handle)


def _cut(handle: socket) -> None:
    with contextlib.suppress(OSError):  # it has ended by itself
        handle.shutdown(SHUT_RDWR)
