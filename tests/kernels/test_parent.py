"""The warm parent leaves nothing behind, however the process that asked for it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.kernels.conftest import run_apart

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 30  # far more than it takes; a process that is left over would be there for good

# Asks for a kernel that works in a loop, tells the process ids, and ends as it is told to.
ASK = """
import asyncio, os, signal, sys, time
from jupyter_client.manager import AsyncKernelManager
from briefing.kernels.connection import _parents
from briefing.kernels.manager import WarmKernelManager

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a shell's background

async def start():
    manager = WarmKernelManager(kernel_name="python3")
    await manager.start_kernel()
    client = manager.client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    client.execute("while True: pass")
    (parent,) = _parents.values()
    print(parent._process.pid, manager.provisioner.pid, flush=True)
    return manager, client

kept = asyncio.run(start())
time.sleep(600) if sys.argv[1] == "stay" else None
"""


def is_there(pid: int) -> bool:
    """Whether there is such a process, be it only as a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_gone(pids: list[int]) -> list[int]:
    """Those of the processes that are still there when patience ends."""
    end = time.monotonic() + SECONDS
    while (left := [pid for pid in pids if is_there(pid)]) and time.monotonic() < end:
        time.sleep(0.05)
    return left


@pytest.mark.kernel
@pytest.mark.parametrize(
    ("how", "number"),
    [
        ("leave", 0),  # by itself
        ("stay", signal.SIGINT),  # Ctrl-C
        ("stay", signal.SIGKILL),  # with no chance to clean up
    ],
)
def test_nothing_is_left_over(how: str, number: int) -> None:
    """Parent and kernel end with the process that asked for them, even in a loop."""
    script = [sys.executable, "-c", ASK, how]
    with subprocess.Popen(
        script, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as asker:
        assert asker.stdout is not None
        pids = [int(word) for word in asker.stdout.readline().split()]
        assert len(pids) == 2
        if number:
            asker.send_signal(number)
        asker.wait(SECONDS)
    assert wait_until_gone(pids) == []


@pytest.mark.kernel
def test_a_killed_parent_takes_its_kernels_along_and_is_replaced() -> None:
    """Its kernels read as killed; whoever asks next gets a new parent."""
    from briefing.kernels.connection import _parents
    from briefing.kernels.manager import WarmKernelManager

    async def use() -> None:
        first = WarmKernelManager(kernel_name="python3")
        await first.start_kernel()
        kernel = first.provisioner
        assert kernel is not None
        for parent in _parents.values():
            parent._process.kill()
            parent._process.wait()
        assert await kernel.wait() == -signal.SIGKILL
        await first.cleanup_resources()
        second = WarmKernelManager(kernel_name="python3")
        await second.start_kernel()
        assert await second.is_alive()
        await second.shutdown_kernel(now=True)

    run_apart(use)
