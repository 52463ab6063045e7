"""A server for one test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fetch.server import Site, serve


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with nothing but a missing robots.txt."""
    with serve() as one:
        yield one
