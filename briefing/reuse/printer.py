"""What a PDF depends on besides its page: the browser that prints it, and the fonts."""

from __future__ import annotations

import subprocess
from pathlib import Path

from briefing.reuse.digests import digest_of, stat_file, stat_tree

_FONTS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/Library/Fonts",
    "/System/Library/Fonts", "~/.fonts", "~/.local/share/fonts", "~/.config/fontconfig",
    "~/Library/Fonts",
)  # fmt: skip
_SECONDS = 20  # for a browser to tell its version; a tenth of one is usual


def fonts_digest() -> str:
    """The installed fonts and their configuration, by size and time of change."""
    return digest_of([stat_tree(Path(folder).expanduser()) for folder in _FONTS])


_told: dict[str, str] = {}  # what a program, as it stood, told this process


class VersionAsked:
    """A program that was asked for its version, and answers while other work goes on.

    One process asks a program once, unless the program's file has changed.
    """

    def __init__(self, program: Path | None) -> None:
        self._program = program
        self._known = f"{program} {stat_file(program)}" if program else ""
        self._process = program and (None if self._known in _told else _ask(program))

    def answer(self) -> str:
        """The program and what it said; the empty text where there is none."""
        if not self._process:
            return _told.get(self._known, f"{self._program or ''}")
        try:
            told, _ = self._process.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            told, _ = self._process.communicate()
        _told[self._known] = f"{self._program} {told.decode(errors='replace')}"
        return _told[self._known]


def _ask(program: Path) -> subprocess.Popen[bytes] | None:
    silent = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            [program, "--version"], stdin=silent, stdout=subprocess.PIPE, stderr=silent
        )
    except OSError:
        return None
