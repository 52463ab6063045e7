"""The kernel provisioner ``briefing-warm``: a kernel in a tenth of the time, where fork can be had.

Jupyter finds it by its entry point, in any tool that uses ``jupyter_client``. Whatever it can't do
exactly as an ordinary start does, it leaves to the ordinary start.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Bool, Integer, List, Unicode

from briefing.kernels.connection import WarmParent, forks_well, start_parent
from briefing.kernels.handle import WarmKernel
from briefing.kernels.kernel import limit_memory
from briefing.kernels.spares import Order, read_order

# What most notebooks begin with.
_PRELOAD = ["pandas", "plotly.express"]
_LAUNCHER = ("-m", "ipykernel_launcher")
_KNOWN = {"cwd", "env", "extra_arguments", "kernel_id"}  # of what may be asked for at a start
_POLITE_SECONDS = 2.0  # for a kernel to end by itself; jupyter_client then sends signals


class WarmProvisioner(LocalProvisioner):
    """Starts Python kernels by forking a parent that has ``preload`` loaded already.

    Its traits stand under ``config`` in a kernelspec's ``kernel_provisioner``.
    """

    preload = List(Unicode(), _PRELOAD, config=True, help="Modules the parent loads.")
    memory_limit = Integer(0, min=0, config=True, help="Bytes a kernel may use; 0: no limit.")
    fork_on_macos = Bool(
        False, config=True, help="Fork on macOS too, whose own libraries may not survive it."
    )
    spares = Integer(0, min=0, config=True, help="Kernels to have ready for those who come next.")
    _kernel: WarmKernel | None = None
    _started = False
    _folder: Path | None = None  # of a spare's sockets

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Take or fork a kernel; start an ordinary one where that can't be done."""
        kernel = await self._have_kernel(cmd, kwargs) if self._can_fork(cmd, kwargs) else None
        if kernel is None:
            info = await super().launch_kernel(cmd, **kwargs)
            assert self.pid is not None
            limit_memory(self.memory_limit, self.pid)
            return info
        self._kernel, self._started = kernel, True
        self.process = cast("Popen[bytes]", kernel)  # does all that is asked of one
        self.pid = self.pgid = kernel.pid
        self.cwd = kwargs.get("cwd") or Path.cwd()
        return self.connection_info

    def _can_fork(self, cmd: list[str], options: dict[str, Any]) -> bool:
        system = forks_well() or (sys.platform == "darwin" and self.fork_on_macos)
        ours = Path(cmd[0]) == Path(sys.executable) and tuple(cmd[1:3]) == _LAUNCHER
        folder = Path(options.get("cwd") or ".").is_dir()  # the ordinary start says why not
        return system and ours and folder and options.keys() <= _KNOWN

    async def _have_kernel(self, cmd: list[str], options: dict[str, Any]) -> WarmKernel | None:
        env = dict(options.get("env") or os.environ)
        read = read_order(cmd[3:], env, str(Path(options.get("cwd") or ".").resolve()))
        if read is None:
            return None
        order, file = read
        try:
            parent = start_parent(self.preload, env)
            kernel = await self._take_spare(parent, order) or await self._fork(parent, order, file)
        except OSError as error:
            self.log.warning("No warm kernel (%s); starting an ordinary one.", error)
            return None
        with suppress(OSError):  # whoever comes next will find that the parent is gone
            parent.stock.keep(order, self.spares)
        return kernel

    async def _take_spare(self, parent: WarmParent, order: Order) -> WarmKernel | None:
        """A kernel that was started ahead; not for a restart, whose clients know where to meet."""
        while not self._started and (spare := parent.stock.take(order)):
            if await spare.kernel.claim(order.cwd, self.memory_limit):
                self.connection_info = cast("KernelConnectionInfo", spare.info)
                self._folder = spare.folder
                return spare.kernel
            spare.end()
        return None

    async def _fork(self, parent: WarmParent, order: Order, file: str) -> WarmKernel | None:
        kernel = parent.fork(order.at(file))
        return kernel if await kernel.claim(order.cwd, self.memory_limit) else None

    async def cleanup(self, restart: bool = False) -> None:
        """Remove what the kernel leaves."""
        await super().cleanup(restart=restart)
        if self._folder and not restart:
            shutil.rmtree(self._folder, ignore_errors=True)

    async def send_signal(self, signum: int) -> None:
        """Signal the kernel and what it has started."""
        if self._kernel:
            self._kernel.send_signal(signum)
        else:
            await super().send_signal(signum)

    async def shutdown_requested(self, restart: bool = False) -> None:
        """Wait for a kernel that was asked to end: jupyter_client looks only every tenth second."""
        if self._kernel:
            await self._kernel.ended(_POLITE_SECONDS)

    async def wait(self) -> int | None:
        """Wait for the kernel's end and return its exit code."""
        if self._kernel is None:
            return await super().wait()
        await self._kernel.ended(None)
        code = self._kernel.returncode
        self._kernel = self.process = None
        return code
