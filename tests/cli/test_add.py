"""`briefing add`: a line per item, and an exit code that says whether all went well."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from tests.collect.pages import TEXT, article_page
from tests.fetch.server import Site, fetcher, page, serve


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site that the command may reach."""
    monkeypatch.setattr(import_module("briefing.cli.add"), "make_fetcher", fetcher)
    with serve() as one:
        yield one


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An empty desk."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "briefing.toml").touch()
    return tmp_path


def run(desk: Path, *arguments: str) -> Result:
    """Run `briefing add` on a desk."""
    return CliRunner().invoke(main, ["add", *arguments, "--desk", str(desk)])


def test_one_line_per_item(site: Site, desk: Path) -> None:
    """What was added, what was there, what failed; the rest goes on and the exit code is 1."""
    site.answers["/a"] = page(article_page())
    done = run(desk, site.url("/a"), site.url("/b"), site.url("/a#x"), "--publisher", "A Wire")
    name = "articles/2024-11-28-two-days-a-retreat.md"
    assert done.stdout.splitlines() == [
        f"added: {name} (A Wire, 28 Nov 2024, 49 words)",
        f"failed: {site.url('/b')} has no such page (404). Check the address.",
        f"already there: {site.url('/a#x')} is {name}.",
    ]
    assert done.stderr == "1 added, 1 already there, 1 failed\n"
    assert done.exit_code == 1


def test_all_went_well(site: Site, desk: Path) -> None:
    """The exit code is 0 where nothing failed, also where nothing was new."""
    path = desk / "report.txt"
    path.write_text(TEXT)
    assert run(desk, str(path), "--published", "2024-11-28T10:00:00Z").exit_code == 0
    again = run(desk, str(path))
    assert (again.exit_code, again.stdout.split(":")[0]) == (0, "already there")


def test_a_day_that_is_none(desk: Path) -> None:
    """It is told before anything is fetched."""
    done = run(desk, "https://example.org/a", "--published", "last week")
    assert done.exit_code == 2
    assert '"last week" is not a day; write it as in 2024-11-28.' in done.stderr


def test_private_addresses_are_refused(desk: Path) -> None:
    """The command has no way to allow them."""
    done = run(desk, "http://127.0.0.1:9/")
    assert "leads to 127.0.0.1, on this machine or a private network" in done.stdout
    assert done.exit_code == 1
