"""Spare kernels: forked and started ahead, so that whoever wants one need not wait for it.

A spare has run nothing. It is given away once, to somebody who asks for exactly what it was started
with; the folder and the limit of memory are the taker's. What is left ends with its parent.
"""

from __future__ import annotations

import json
import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from briefing.kernels.handle import WarmKernel

_FILE = "-f"  # the option that names a kernel's connection file
_CHANNELS = ("shell", "iopub", "stdin", "hb", "control")


@dataclass(frozen=True)
class Order:
    """What a kernel is started with: the launcher's arguments, all but the connection file.

    Orders in different folders are equal: a spare goes where it is asked to.
    """

    arguments: tuple[str, ...]
    env: Mapping[str, str]
    cwd: str = field(compare=False)

    def at(self, connection_file: str | Path) -> dict[str, Any]:
        """The order as a kernel reads it, which others meet as ``connection_file`` says."""
        arguments = [_FILE, str(connection_file), *self.arguments]
        return {"arguments": arguments, "env": dict(self.env), "cwd": self.cwd}


class Spare(NamedTuple):
    """A kernel that waits to be claimed, where it is met, and the private folder of its sockets."""

    kernel: WarmKernel
    info: dict[str, Any]
    folder: Path

    def end(self) -> None:
        """End it, and leave nothing of it."""
        self.kernel.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Stock:
    """The spares of one parent, all of the same order."""

    def __init__(self, fork: Callable[[Mapping[str, Any]], WarmKernel]) -> None:
        self._fork = fork
        self._order: Order | None = None
        self._spares: list[Spare] = []
        self._lock = Lock()

    def take(self, order: Order) -> Spare | None:
        """Give away a spare that fits and lives, if there is one."""
        with self._lock:
            while self._spares and self._order == order:
                spare = self._spares.pop(0)
                if spare.kernel.poll() is None:
                    return spare
                spare.end()
        return None

    def keep(self, order: Order, count: int) -> None:
        """Have at least so many spares of the order; those of another order end.

        Does not wait. Raises ``OSError`` where the parent is gone.
        """
        if self._order != order:
            self.clear()
        with self._lock:
            self._order = order
            while len(self._spares) < count:
                self._spares.append(self._start(order))

    def clear(self) -> None:
        """End all spares."""
        with self._lock, suppress(OSError):
            while self._spares:
                self._spares.pop().end()

    def _start(self, order: Order) -> Spare:
        folder = Path(tempfile.mkdtemp(prefix="briefing-"))  # which only this user can enter
        info = _meeting_in(folder)
        file = folder / "kernel.json"
        try:
            file.write_text(json.dumps(info), encoding="utf-8")
            kernel = self._fork(order.at(file))
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return Spare(kernel, {**info, "key": info["key"].encode()}, folder)


def _meeting_in(folder: Path) -> dict[str, Any]:
    """Where a kernel and its clients meet, as a connection file has it."""
    ports = {f"{channel}_port": number for number, channel in enumerate(_CHANNELS, start=1)}
    return ports | {
        "transport": "ipc",
        "ip": str(folder / "kernel"),
        "key": secrets.token_hex(),
        "signature_scheme": "hmac-sha256",
        "kernel_name": "",
    }


def read_order(
    arguments: Sequence[str], env: Mapping[str, str], cwd: str
) -> tuple[Order, str] | None:
    """The order in a launcher's arguments, and the connection file; None where they name none."""
    if _FILE not in arguments[:-1]:
        return None
    place = arguments.index(_FILE)
    others = (*arguments[:place], *arguments[place + 2 :])
    return Order(others, env, cwd), arguments[place + 1]
