"""A file written for one test, read as an article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.articles import read_article
from briefing.models import Article

Read = Callable[[str, str | bytes], Article]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file of that name and content into a desk and read it."""

    def write_and_read(name: str, content: str | bytes) -> Article:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_article(path, root=tmp_path)

    return write_and_read
