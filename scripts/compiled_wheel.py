"""A build hook of hatchling: a wheel whose reading rooms are compiled to machine code.

Only where ``BRIEFING_COMPILE`` asks for it, since it takes minutes and a C compiler. mypyc
translates the modules as they stand, but for the records, whose ``__init__`` is written out; the
wheel carries each as Python, too, for tracebacks.

``BRIEFING_COMPILE=1`` compiles. ``watching`` makes a wheel that notes, beside its objects, which
way its code goes while it reads; ``trained`` lays out the code by what was noted.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import chdir
from itertools import chain
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("build", "compiling")  # always there: notes are found by where the objects lay
ROOMS = ("actors", "extract", "language", "lexicon", "places")
LARGE = "extract"  # for a C compiler the cost of a file grows faster than its length
MODELS = Path("briefing", "models.py")
# Read once, or by a command of its own: compiling them would only lengthen the build.
LEFT = ("__init__.py", "basemap.py", "cache.py", "explain.py", "index.py", "many.py", "region.py")
NEEDS = ("mypy[mypyc]>=2.4,<2.5",)
# Nothing outside calls these libraries, and calls within them need not look for others.
FLAGS = ("-fvisibility=hidden", "-fno-semantic-interposition", "-fno-plt")
PROFILE: dict[str, tuple[str, ...]] = {
    "watching": ("-fprofile-generate", "-fprofile-update=single"),
    "trained": ("-fprofile-use", "-fprofile-correction", "-Wno-missing-profile"),
}
# The types of other packages are not at hand in a clean build, and their use is checked elsewhere.
OPTIONS = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")


class CompileHook(BuildHookInterface[Any]):
    """What hatchling asks before it packs a wheel."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs besides hatchling."""
        return list(NEEDS) if _how() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to the wheel, which is then one for this platform."""
        if version == "editable" or not _how():
            return
        built = Path(self.root, BUILT)
        for module in compile_modules(Path(self.root), built):
            build_data["force_include"][str(module)] = str(module.relative_to(built / "lib"))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the wheel, which now holds it; what it will note stays."""
        if _how() in ("1", "trained"):
            shutil.rmtree(Path(self.root, BUILT), ignore_errors=True)


def _how() -> str:
    return os.environ.get("BRIEFING_COMPILE", "")


def compile_modules(root: Path, built: Path) -> list[Path]:
    """The extension modules of all rooms, made below ``built``; it takes some minutes."""
    from mypyc.build import include_dir, mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    sys.path.insert(0, str(root))  # hatchling loads this file alone
    from scripts.written_inits import write_inits

    for made in ("briefing", "c", "lib", "runtime"):  # but not what was noted beside the objects
        shutil.rmtree(built / made, ignore_errors=True)
    shutil.copytree(root / "briefing", built / "briefing")
    shutil.copytree(include_dir(), built / "runtime")
    with chdir(built):
        write_inits([MODELS, *chain.from_iterable(map(_modules, ROOMS))])
        # A library for each part, so that the C compiler works on several at once.
        rooms: list[tuple[list[str], str | None]] = [
            ([str(MODELS)], "briefing_models"),
            *((list(map(str, paths)), f"briefing_{name}") for name, paths in _parts().items()),
        ]
        extensions = mypycify(
            [*OPTIONS, *chain.from_iterable(paths for paths, _ in rooms)],
            separate=rooms,
            target_dir=str(built / "c"),
            debug_level="0",
            opt_level="2",
        )
        for extension in extensions:
            # From where it always lies, for notes to be found: the environment's name is made up.
            for at, folder in enumerate(extension.include_dirs):
                if folder == include_dir():
                    extension.include_dirs[at] = str(built / "runtime")
            extension.extra_compile_args.extend(_flags())
            extension.extra_link_args.extend(PROFILE.get(_how(), ())[:1])
        command = build_ext(Distribution({"name": "briefing", "ext_modules": extensions}))
        command.build_lib, command.build_temp = str(built / "lib"), str(built / "objects")
        command.parallel, command.force = os.cpu_count(), True
        command.ensure_finalized()
        command.run()
    return sorted((built / "lib").rglob("*.so"))


def _flags() -> list[str]:
    return [*(FLAGS if sys.platform == "linux" else ()), *PROFILE.get(_how(), ())]


def _parts() -> dict[str, list[Path]]:
    """What each library holds: a part of the package, or of the large one a room."""
    parts: dict[str, list[Path]] = {}
    for room in ROOMS:
        for path in _modules(room):
            below = path.relative_to("briefing").parent.parts[:2] if room == LARGE else (room,)
            parts.setdefault("_".join(below), []).append(path)
    return parts


def _modules(room: str) -> list[Path]:
    found = sorted(Path("briefing", room).rglob("*.py"))
    return [path for path in found if path.name not in LEFT]
