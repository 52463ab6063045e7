"""All that is installed and set, in one digest: the program, Python, the libraries, the kernels."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import briefing
from briefing.reuse.digests import digest_of, read_tree, stat_tree
from briefing.shipped import shipped

_SHIPPED = ("notebooks", "templates")
_MARKS_INSTALLED = ".dist-info"
# What programs read of their environment and may show in what they write.
_VARIABLES = (
    "BRIEFING_", "PYTHON", "JUPYTER", "IPYTHON", "PLOTLY", "TZ", "LANG", "LC_", "HOME",
    "XDG_DATA", "XDG_CONFIG", "LD_", "DYLD_", "OMP_", "OPENBLAS_", "MKL_", "FONTCONFIG",
    "SOURCE_DATE_EPOCH",
)  # fmt: skip
_NOT_SOURCE = {"node_modules", "reports", "tests"}
_SCRATCH = "dask-scratch-space"  # which a Dask worker has on its path, with a name of its own


@cache
def program_digest() -> str:
    """What anything the program makes depends on besides its input; found out once per process.

    The package's own files by content, so that a checkout that is worked on counts as what it is;
    other packages by the hashes that their installer left beside them, and source folders on
    Python's path by the times of change.
    """
    own = Path(briefing.__file__).parent
    return digest_of(
        {
            "package": read_tree(own),
            "shipped": [read_tree(shipped(name)) for name in _SHIPPED],
            "python": [sys.version, sys.prefix, platform.platform()],
            "installed": [_installed(folder) for folder in _library_folders()],
            "source": [stat_tree(folder, skip=_is_no_source) for folder in _source_folders(own)],
            "kernels": [read_tree(folder / "kernels") for folder in _jupyter_folders()],
            "ipython": _ipython_profile(),
            "environment": {k: v for k, v in os.environ.items() if k.startswith(_VARIABLES)},
        }
    )


def _library_folders() -> list[Path]:
    return [folder for folder in _path() if any(folder.glob(f"*{_MARKS_INSTALLED}"))]


def _installed(folder: Path) -> dict[str, str]:
    """The record that an installer left of each package: a hash for every file of it."""
    records = (one / "RECORD" for one in folder.glob(f"*{_MARKS_INSTALLED}"))
    return {one.parent.name: digest for one in records for digest in read_tree(one).values()}


def _source_folders(own: Path) -> list[Path]:
    """Folders that modules are loaded from without having been installed."""
    return [
        folder
        for folder in _path()
        if folder.is_dir() and folder not in _library_folders() and not _is_pythons(folder)
        # The package itself is read in full, the rest of its checkout loads nothing.
        and folder != own.parent
        and _SCRATCH not in folder.parts
    ]  # fmt: skip


def _is_pythons(folder: Path) -> bool:
    return folder.is_relative_to(Path(os.__file__).parent)


def _is_no_source(folder: str) -> bool:
    name = folder.rpartition("/")[2]
    return name.startswith(".") or name in _NOT_SOURCE


def _path() -> list[Path]:
    """Python's path without the folder that a script or ``-m`` puts first."""
    listed = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    first = sys.path[:1] if not sys.flags.safe_path else []
    found = [*filter(None, listed), *(one for one in sys.path if one and one not in first)]
    return [Path(one) for one in dict.fromkeys(os.path.abspath(one) for one in found)]


def _jupyter_folders() -> Iterator[Path]:
    """Where kernelspecs may be, without loading Jupyter to ask."""
    yield from map(Path, filter(None, os.environ.get("JUPYTER_PATH", "").split(os.pathsep)))
    yield Path(sys.prefix, "share", "jupyter")
    yield Path(os.environ.get("JUPYTER_DATA_DIR") or Path.home() / ".local/share/jupyter")
    yield Path.home() / "Library/Jupyter"


def _ipython_profile() -> dict[str, str]:
    """What a kernel reads at its start: configuration, and scripts before the first cell."""
    folder = Path(os.environ.get("IPYTHONDIR") or Path.home() / ".ipython") / "profile_default"
    return read_tree(folder, wanted=lambda name: name.endswith((".py", ".ipy", "config.json")))
