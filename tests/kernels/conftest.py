"""A notebook of a few cells, what it printed, a kernelspec that names the provisioner."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook

NAME = "briefing-warm"
VALUE = "briefing.kernels.provisioner:WarmProvisioner"
FORKED = "import sys; print('briefing.kernels.kernel' in sys.modules)"


def notebook(*cells: str, kernel: str = "python3") -> Any:
    """A notebook of these cells."""
    spec = {"name": kernel, "display_name": kernel, "language": "python"}
    made = new_notebook(cells=list(map(new_code_cell, cells)), metadata={"kernelspec": spec})
    return made


def run_apart(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a coroutine in a thread, whatever event loop this one has: a test's browser keeps one."""
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, work()).result()


def printed(run: Any) -> list[str]:
    """What each cell of an executed notebook printed, without the line's end."""
    return ["".join(out.get("text", "") for out in cell.outputs).strip() for cell in run.cells]


@pytest.fixture
def warm_spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a kernelspec whose kernels are warm, as anybody may write one."""
    from jupyter_client.provisioning.factory import KernelProvisionerFactory

    folder = tmp_path / "jupyter" / "kernels" / "warm"
    folder.mkdir(parents=True)
    config = {"preload": ["json", "no_such_module"], "memory_limit": 2**31}
    spec = {
        "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Warm",
        "language": "python",
        "env": {"DESK": "a ${SHELF}"},
        "metadata": {"kernel_provisioner": {"provisioner_name": NAME, "config": config}},
    }
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("SHELF", "third")
    # As an installed package has it; a checkout may have been installed before it was there.
    entry = EntryPoint(NAME, VALUE, KernelProvisionerFactory.GROUP_NAME)
    monkeypatch.setitem(KernelProvisionerFactory.provisioners, NAME, entry)
    yield "warm"
    KernelProvisionerFactory.clear_instance()
