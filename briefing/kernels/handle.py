"""A handle for a forked kernel, which does what Jupyter asks of a process."""

from __future__ import annotations

import asyncio
import json
import select
import signal
import socket
import subprocess
from contextlib import suppress

_START_SECONDS = 60  # as papermill has it


class WarmKernel:
    """A forked kernel's process, with what Jupyter uses of ``subprocess.Popen``.

    ``returncode`` is None while it runs; negative where a signal ended it.
    """

    stdin = stdout = stderr = None

    def __init__(self, line: socket.socket, door: socket.socket) -> None:
        self._line, self._door = line, door
        self._told = b""
        self.pid = 0  # until it is claimed
        self.returncode: int | None = None

    async def claim(self, cwd: str, memory_limit: int) -> bool:
        """Have it run in ``cwd`` with so many bytes at most (0: no limit).

        Waits until others can connect to it. False where it is gone, or ends because it takes
        longer than a start may.
        """
        claim = {"cwd": cwd, "memory_limit": memory_limit}
        loop = asyncio.get_running_loop()
        with suppress(ConnectionError, TimeoutError), self._door:
            self._door.sendall(json.dumps(claim).encode() + b"\n")
            told = await asyncio.wait_for(loop.sock_recv(self._door, 64), _START_SECONDS)
            self.pid = int(told or 0)
        if not self.pid:
            self.kill()
        return self.pid != 0

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
