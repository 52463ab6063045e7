"""The house keeps its shape: imports point one way, start-up is light, dependencies are named."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "briefing"

# The parts of the package, lowest first: a part imports only from the rows above its own.
ORDER = (
    ("records",),
    ("errors", "kernels", "models", "quick_import", "shipped"),
    ("design", "fetch", "lexicon", "reuse", "settings", "wording"),
    ("desk", "language", "places", "sourcename"),
    ("actors", "articles", "events"),
    ("collect", "extract", "ledger"),
    ("rows",),
    ("corrections", "naming"),
    ("resolve",),
    ("figures", "present", "review"),
    ("compare",),
    ("render", "section"),
    ("execute",),
    ("build",),
    ("batch",),
    ("doctor", "explore", "starter"),
    ("cli",),
    ("__main__",),
)
# The rooms of extract, lowest first, in the same sense; files beside them serve all or join all.
ROOMS = (
    ("people",),
    ("parties",),
    ("circumstances",),
    ("incidents",),
    ("casualties",),
    ("territory", "implications", "summary"),
)
# The corners of a large room, lowest first; the files beside them join them.
CORNERS = {
    "circumstances": ("telling", "doer", "place", "event", "day"),
    "casualties": ("outcome", "same", "parts", "whom", "window"),
    "territory": ("ground", "change"),
}
# The doors upward, each opened by one call and never at import: what a notebook calls on a record.
DOORS = {"models": {"present"}}  # article.show() and extraction.show() display themselves
RANK = {part: rank for rank, row in enumerate(ORDER) for part in row}
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in MODULES
}
# What makes a start slow; loaded where it is used and never by a command's help.
HEAVY = {
    "pandas",
    "plotly",
    "pyarrow",
    "nbconvert",
    "papermill",
    "trafilatura",
    "playwright",
    "rich",
    "urllib3",
    "feedparser",
    "docx",
    "pypdf",
}


def part_of(module: Path) -> str:
    """The part of the package that a file belongs to: ``figures`` for ``figures/map.py``."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(module: Path) -> Iterator[str]:
    """The full names of all that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "briefing":
                yield from (f"briefing.{alias.name}" for alias in node.names)


def loaded(module: Path) -> Iterator[str]:
    """The modules of the package that a file loads with itself, each by its full name."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in (node for node in tree.body if isinstance(node, ast.ImportFrom)):
        for full in (f"{node.module}.{alias.name}" for alias in node.names):
            yield full if full in NAMES else node.module or ""


def normal(distribution: str) -> str:
    """The one spelling of a distribution's name."""
    return distribution.lower().replace("_", "-")


def test_every_part_has_its_place() -> None:
    """Each file and folder of the package stands in the order, and the order names nothing else."""
    parts = {part_of(module) for module in MODULES} - {"__init__"}
    assert parts == set(RANK)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(module: Path) -> None:
    """A module imports only its own part and parts that stand above it in the order."""
    own = part_of(module)
    names = [name.split(".")[1] for name in imported(module) if name.startswith("briefing.")]
    parts = {name for name in names if name in RANK} - {own} - DOORS.get(own, set())
    assert {part for part in parts if RANK[part] >= RANK.get(own, 0)} == set()


def test_rooms_of_extract_point_one_way() -> None:
    """A room of extract imports only itself and rooms that stand above it in the order."""
    rank = {room: number for number, row in enumerate(ROOMS) for room in row}
    rooms = sorted(path.parent for path in (PACKAGE / "extract").glob("*/__init__.py"))
    assert {room.name for room in rooms} == set(rank)
    for module in (module for room in rooms for module in room.rglob("*.py")):
        own = module.relative_to(PACKAGE / "extract").parts[0]
        names = [name.split(".")[2] for name in imported(module) if ".extract." in name]
        above = {name for name in names if rank.get(name, -1) >= rank[own]} - {own}
        assert (module.name, above) == (module.name, set())


@pytest.mark.parametrize("room", CORNERS)
def test_corners_of_a_room_point_one_way(room: str) -> None:
    """A corner imports only itself and those before it, and nothing of the files that join them."""
    home, before = PACKAGE / "extract" / room, f"briefing.extract.{room}."
    corners = {path.parent.name for path in home.glob("*/__init__.py")}
    assert corners == set(CORNERS[room])
    for number, corner in enumerate(CORNERS[room]):
        for module in sorted((home / corner).glob("*.py")):
            names = {n.split(".")[3] for n in imported(module) if n.startswith(before)}
            assert (module.name, names - set(CORNERS[room][: number + 1])) == (module.name, set())


def test_no_module_loads_itself_through_others() -> None:
    """Inside a part as well, imports go one way: the modules can be put in an order."""
    graph = {name: {n for n in loaded(path) if n in NAMES} - {name} for name, path in NAMES.items()}
    assert set(TopologicalSorter(graph).static_order()) == set(NAMES)


@pytest.mark.parametrize("own", DOORS)
def test_doors_open_on_a_call(own: str) -> None:
    """A door upward is an import inside a function, so that the record itself loads alone."""
    tree = ast.parse((PACKAGE / f"{own}.py").read_text(encoding="utf-8"))
    top = [node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)]
    ours = [name.split(".")[1] for name in top if name.startswith("briefing.")]
    assert [part for part in ours if RANK[part] >= RANK[own]] == []


def test_imports_are_declared() -> None:
    """Whatever the package imports stands in pyproject.toml, as a dependency or in an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    declared = {normal(line.split(">=")[0]) for line in [*project["dependencies"], *extras]}
    outside = {name.split(".")[0] for module in MODULES for name in imported(module)}
    outside -= {"briefing", *sys.stdlib_module_names}
    distributions = packages_distributions()
    needed = {name: {normal(d) for d in distributions.get(name, [name])} for name in outside}
    assert {name for name, providers in needed.items() if not providers & declared} == set()


def test_patterns_mean_the_same_on_every_python() -> None:
    """No group is repeated possessively, nor atomic: Python before 3.11.5 misreads both."""
    misread = re.compile(r"(?<![\\(])\)(?:[*+?]|\{\d*,?\d*\})\+|\(\?>")
    sources = (path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".toml"})
    assert [path for path in sources if misread.search(path.read_text(encoding="utf-8"))] == []


def test_help_loads_nothing_heavy() -> None:
    """The command line starts without the libraries that only a build needs."""
    script = "import sys, briefing.cli; print(*{name.split('.')[0] for name in sys.modules})"
    shown = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(shown.stdout.split())


COMPILED = ("actors", "extract", "language", "lexicon", "places")  # scripts/compiled_wheel.py


def test_no_membership_in_an_unpacked_tuple() -> None:
    """``x in (*names, "b")`` is Python, but nothing that the compiler can translate."""
    modules = [path for room in COMPILED for path in (PACKAGE / room).rglob("*.py")]
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare) and any(map(_is_unpacked, node.comparators))
    ]
    assert not found


def _is_unpacked(node: ast.expr) -> bool:
    listed = isinstance(node, ast.Tuple | ast.List | ast.Set)
    return listed and any(isinstance(item, ast.Starred) for item in ast.iter_child_nodes(node))
