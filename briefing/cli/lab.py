"""JupyterLab on one notebook or folder of the desk, and its address."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

from briefing.errors import BriefingError

START_SECONDS = 60
_HOST = "127.0.0.1"


@contextmanager
def serve(
    root: Path, shown: Path, *, browser: bool
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run JupyterLab over ``root`` and give the address that opens ``shown``, and the process.

    Entering waits until the server answers; leaving ends it. Raises ``BriefingError`` with the
    server's own last words where it does not start.
    """
    port, token = _free_port(), secrets.token_hex(16)
    page = f"/lab/tree/{quote(shown.relative_to(root).as_posix())}"
    with tempfile.TemporaryFile("w+") as said:
        command = _command(root, page, port, token, browser=browser)
        server = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            if not _answers(server, f"http://{_HOST}:{port}/api/status?token={token}"):
                raise BriefingError(f"JupyterLab does not start: {_last_words(said)}")
            yield f"http://{_HOST}:{port}{page}?token={token}", server
        finally:
            server.terminate()
            server.wait()


def _command(root: Path, page: str, port: int, token: str, *, browser: bool) -> list[str]:
    options = {
        "ServerApp.root_dir": str(root),
        "ServerApp.ip": _HOST,
        "ServerApp.port": str(port),
        "ServerApp.port_retries": "0",
        "ServerApp.open_browser": str(browser),
        "ServerApp.answer_yes": "True",  # Ctrl-C stops at once
        "IdentityProvider.token": token,
        "LabApp.default_url": page,
        "Application.log_level": "WARN",
    }
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    command = [sys.executable, "-m", "jupyterlab", *(f"--{k}={v}" for k, v in options.items())]
    return [*command, "--allow-root"] if as_root else command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def _answers(server: subprocess.Popen[bytes], status: str) -> bool:
    """Wait until the server answers; False where it ends before or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(status, timeout=5):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _last_words(said: IO[str]) -> str:
    said.seek(0)
    lines = [line.strip() for line in said if line.strip()]
    return lines[-1] if lines else "it gave no reason."
