"""The sample week, built once with real kernels and a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing.build import BuildRequest, BuildResult, build_edition
from briefing.desk import Desk
from briefing.shipped import shipped

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Told:
    """A progress that remembers what it was told."""

    steps: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def start(self, step: str, total: int) -> None:
        self.steps.append(f"{step} {total}")

    def advance(self, step: str) -> None:
        """Not asked for by a test."""

    def finish(self, step: str) -> None:
        """Not asked for by a test."""

    def warn(self, text: str) -> None:
        self.warnings.append(text)


def make_desk(folder: Path) -> Desk:
    """A copy of the repository's desk, without notebooks and templates of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy2(ROOT / "briefing.toml", folder)
    shutil.copytree(shipped("articles"), folder / "articles")
    return Desk.load(folder)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of the test's own, which it may spoil."""
    return make_desk(tmp_path / "desk")


@pytest.fixture
def build() -> Callable[..., BuildResult]:
    """Build an edition: ``build(desk, to=("html",), …)``."""

    def run(desk: Desk, **request: object) -> BuildResult:
        return build_edition(desk, BuildRequest(**request), Told())  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    """The sample week in full: every section, HTML and PDF."""
    desk = make_desk(tmp_path_factory.mktemp("sample") / "desk")
    return build_edition(desk, BuildRequest(), Told())
