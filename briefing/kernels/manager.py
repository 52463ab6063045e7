"""A kernel manager for builds: warm kernels, and no wait that nothing is waited for in."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager

from briefing.kernels.provisioner import WarmProvisioner

_ANSWER_SECONDS = 1.0


class QuickClient(AsyncKernelClient):
    """A client that is ready when the kernel is.

    jupyter_client's own waits for a fifth of a second in which no more output arrives. Whoever
    reads output by the request it belongs to, as nbclient does, has no need of that.
    """

    def start_channels(self, *args: Any, **options: Any) -> None:
        """Start all channels but the heartbeat: whether the kernel lives, its manager knows."""
        super().start_channels(*args, **{**options, "hb": False})

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:
        async with asyncio.timeout(timeout):
            while not await self._answers():
                if not await self._async_is_alive():
                    raise RuntimeError("Kernel died before replying to kernel_info")

    wait_for_ready = _async_wait_for_ready

    async def _answers(self) -> bool:
        """Whether the kernel answers on both channels: replies, and output."""
        self.kernel_info()
        try:
            reply = await self.shell_channel.get_msg(timeout=_ANSWER_SECONDS)
            await self.iopub_channel.get_msg(timeout=_ANSWER_SECONDS)
        except Empty:
            return False
        self._handle_kernel_info_reply(reply)
        return True


class WarmKernelManager(AsyncKernelManager):
    """Starts Python kernels warm, unless their kernelspec names a provisioner of its own.

    Kernel and client meet in a folder that only this user can enter, not on ports of the machine,
    which another process may take between the choice and the use.
    """

    client_class = "briefing.kernels.manager.QuickClient"
    client_factory = QuickClient
    _meeting: Path | None = None

    async def _async_pre_start_kernel(self, **options: Any) -> tuple[list[str], dict[str, Any]]:
        spec = self.kernel_spec
        ours = spec and spec.language == "python" and "kernel_provisioner" not in spec.metadata
        if ours and self.provisioner is None:
            self._meeting = Path(tempfile.mkdtemp(prefix="briefing-"))
            self.transport, self.ip = "ipc", str(self._meeting / "kernel")
            self.provisioner = WarmProvisioner(
                kernel_id=self.kernel_id, kernel_spec=spec, parent=self
            )
        return await super()._async_pre_start_kernel(**options)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:
        await super()._async_cleanup_resources(restart=restart)
        if self._meeting and not restart:
            shutil.rmtree(self._meeting, ignore_errors=True)

    cleanup_resources = _async_cleanup_resources
