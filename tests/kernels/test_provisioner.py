"""Warm kernels in the hands of others: plain papermill, nbclient, jupyter_client's own manager."""

from __future__ import annotations

import os
import signal
import tomllib
from collections.abc import Awaitable, Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import nbformat
import papermill
import pytest
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from briefing.kernels.provisioner import WarmProvisioner
from tests.kernels.conftest import FORKED, NAME, notebook, printed, run_apart

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.kernel


def test_the_provisioner_is_registered() -> None:
    """The package declares the entry point that Jupyter looks for, and it leads to the class."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    group = "jupyter_client.kernel_provisioners"
    entry = EntryPoint(NAME, project["entry-points"][group][NAME], group)
    assert entry.load() is WarmProvisioner


def test_plain_papermill_runs_on_a_warm_kernel(warm_spec: str, tmp_path: Path) -> None:
    """A kernelspec that names the provisioner is all papermill needs; its env is filled in."""
    source, output = tmp_path / "in.ipynb", tmp_path / "out.ipynb"
    asks = "import os; print(os.environ['DESK'], os.path.basename(os.getcwd()), __name__)"
    nbformat.write(notebook(FORKED, asks, kernel=warm_spec), source)
    ran = papermill.execute_notebook(
        str(source), str(output), progress_bar=False, cwd=str(tmp_path)
    )
    assert printed(ran) == ["True", f"a third {tmp_path.name} __main__"]


def test_plain_nbclient_runs_on_a_warm_kernel(warm_spec: str) -> None:
    """nbclient needs no more than papermill, and gets random numbers of its own each time."""
    draws = "import random, numpy; print(random.random(), numpy.random.rand())"
    first, second = (
        printed(NotebookClient(notebook(FORKED, draws, kernel=warm_spec)).execute())
        for _ in range(2)
    )
    assert first[0] == second[0] == "True"
    assert not set(first[1].split()) & set(second[1].split())


def test_without_fork_the_kernel_is_an_ordinary_one(
    warm_spec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system can't fork, the same kernelspec starts as kernels always do."""
    monkeypatch.delattr(os, "fork")
    assert printed(NotebookClient(notebook(FORKED, kernel=warm_spec)).execute()) == ["False"]


def test_another_program_than_ours_is_left_alone(
    warm_spec: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python flags in the kernelspec are not forgotten: such a kernel is started, not forked."""
    file = next(tmp_path.rglob("kernel.json"))
    file.write_text(file.read_text(encoding="utf-8").replace('"-m"', '"-B", "-m"'), "utf-8")
    told = "import sys; print(sys.dont_write_bytecode)"
    run = NotebookClient(notebook(FORKED, told, kernel=warm_spec)).execute()
    assert printed(run) == ["False", "True"]


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (lambda p: p.kill(), -signal.SIGKILL),  # at once
        (lambda p: p.terminate(), -signal.SIGTERM),  # politely
        (lambda p: p.send_signal(signal.SIGUSR1), -signal.SIGUSR1),  # whatever else
    ],
)
def test_it_keeps_the_provisioners_contract(
    warm_spec: str, end: Callable[[Any], Awaitable[None]], code: int
) -> None:
    """poll is None, then the exit code; wait returns it; the process is gone and no zombie."""

    async def use() -> None:
        manager = AsyncKernelManager(kernel_name=warm_spec)
        await manager.start_kernel()
        kernel: Any = manager.provisioner
        info = await kernel.get_provisioner_info()
        assert info["pid"] == info["pgid"] == kernel.pid
        assert kernel.has_process
        assert await kernel.poll() is None
        os.kill(kernel.pid, 0)
        await end(kernel)
        assert await kernel.wait() == code
        assert not kernel.has_process
        with pytest.raises(ProcessLookupError):
            os.kill(kernel.pid, 0)
        await manager.cleanup_resources()

    run_apart(use)


def test_a_kernel_can_be_interrupted_and_restarted(warm_spec: str) -> None:
    """An interrupt stops the cell and not the kernel; a restart gives a new one."""

    async def use() -> None:
        manager = AsyncKernelManager(kernel_name=warm_spec)
        await manager.start_kernel()
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        request = client.execute("print('begun', flush=True)\nwhile True: pass")
        while (await client.get_iopub_msg(timeout=60))["msg_type"] != "stream":
            pass
        await manager.interrupt_kernel()
        reply = await client.get_shell_msg(timeout=60)
        assert reply["parent_header"]["msg_id"] == request
        assert reply["content"]["ename"] == "KeyboardInterrupt"
        before = manager.provisioner.pid  # type: ignore[union-attr]
        await manager.restart_kernel()
        assert manager.provisioner.pid != before  # type: ignore[union-attr]
        await client.wait_for_ready(timeout=60)
        client.stop_channels()
        await manager.shutdown_kernel()
        assert not await manager.is_alive()

    run_apart(use)
