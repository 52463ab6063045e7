"""A desk without articles, a site to fetch from, and a collector between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.collect import Collector, Outcome, Wishes
from briefing.desk import Desk
from tests.fetch.server import Site, fetcher, serve

NOW = datetime(2024, 12, 1, 6, 30, tzinfo=UTC)
Add = Callable[..., list[Outcome]]


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with nothing but a missing robots.txt."""
    with serve() as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk."""
    (tmp_path / "desk" / "articles").mkdir(parents=True)
    (tmp_path / "desk" / "briefing.toml").touch()
    return Desk.load(tmp_path / "desk")


@pytest.fixture
def add(desk: Desk) -> Add:
    """Add what is named: ``add(url, path, publisher="Example Daily")``."""

    def run(*names: str | Path, **wishes: object) -> list[Outcome]:
        said = Wishes(**wishes)  # type: ignore[arg-type]
        return list(Collector(desk, fetcher(), said, lambda: NOW).add(map(str, names)))

    return run
