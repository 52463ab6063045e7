"""A build hook of hatchling: a wheel whose reading rooms are compiled to machine code.

Only where ``BRIEFING_COMPILE=1`` asks for it, since it takes minutes and a C compiler. The modules
stay Python: mypyc translates them as they stand, and the wheel carries both forms of each.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("actors", "extract", "language", "lexicon", "places")
# Read once or by a command of its own, so that compiling them would only lengthen the build.
LEFT = ("__init__.py", "basemap.py", "cache.py", "explain.py", "index.py", "many.py", "region.py")
VERSIONS = ("mypy[mypyc]>=1.14", "setuptools>=70")


class CompileHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs the wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the compiling build needs besides hatchling."""
        return list(VERSIONS) if self._wanted() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to the wheel, which is then one for this platform."""
        if version == "editable" or not self._wanted():
            return
        built = Path(tempfile.mkdtemp(prefix="briefing-compiled-"))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for module in compile_modules(Path(self.root), built):
            build_data["force_include"][str(module)] = str(module.relative_to(built))

    def _wanted(self) -> bool:
        return os.environ.get("BRIEFING_COMPILE") == "1"


def modules(root: Path) -> list[str]:
    """The modules that are compiled, as paths below ``root``."""
    found = (path for room in ROOMS for path in sorted((root / "briefing" / room).rglob("*.py")))
    return [str(path.relative_to(root)) for path in found if path.name not in LEFT]


def compile_modules(root: Path, built: Path) -> list[Path]:
    """The extension modules of all rooms, made below ``built``; it takes about three minutes."""
    from mypyc.build import mypycify
    from setuptools import Distribution  # type: ignore[import-untyped]
    from setuptools.command.build_ext import build_ext  # type: ignore[import-untyped]

    os.chdir(root)
    options = ["--ignore-missing-imports", "--no-warn-unused-ignores"]
    level = os.environ.get("LEVEL", "3")
    extensions = mypycify(
        [*options, *modules(root)],
        group_name="briefing",
        target_dir=str(built / "c"),
        debug_level="0",
        opt_level=level,
    )
    command = build_ext(Distribution({"name": "briefing", "ext_modules": extensions}))
    command.build_lib, command.build_temp = str(built / "lib"), str(built / "objects")
    command.ensure_finalized()
    command.run()
    return sorted((built / "lib").rglob("*.so"))
