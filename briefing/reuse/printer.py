"""What a PDF depends on besides its page: the browser that prints it, and the fonts."""

from __future__ import annotations

import subprocess
from pathlib import Path

from briefing.reuse.digests import digest_of, stat_tree

_FONTS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/Library/Fonts",
    "/System/Library/Fonts", "~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig",
    "~/Library/Fonts",
)  # fmt: skip
_SECONDS = 20  # for a browser to tell its version; a tenth of one is usual


def fonts_digest() -> str:
    """The installed fonts and their configuration, by size and time of change."""
    return digest_of([stat_tree(Path(folder).expanduser()) for folder in _FONTS])


class VersionAsked:
    """A program that was asked for its version, and answers while other work goes on."""

    def __init__(self, program: Path | None) -> None:
        self._program = program
        self._process = program and _ask(program)

    def answer(self) -> str:
        """The program and what it said; the empty text where there is none."""
        if not self._process:
            return f"{self._program or ''}"
        try:
            told, _ = self._process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            told, _ = self._process.communicate()
        return f"{self._program} {told.decode(errors='replace')}"


def _ask(program: Path) -> subprocess.Popen[bytes] | None:
    silent = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [program, "--version"], stdin=silent, stdout=subprocess.PIPE, stderr=silent
        )
    except OSError:
        return None
