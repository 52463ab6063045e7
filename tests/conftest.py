"""What tests of several rooms share: the same drawn examples on every run, a reader's browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import settings

# No test is timed: a busy machine is no fault.
# `pytest --hypothesis-profile=default` draws others: to search for faults, not to hold what is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@dataclass(frozen=True)
class Reader:
    """Somebody with a browser and no network. ``run`` hands a fresh context to what they do."""

    chromium: Any

    def run(self, work: Callable[[Any], Any]) -> Any:
        context = self.chromium.new_context(offline=True)
        try:
            return work(context)
        finally:
            context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Reader]:
    """The machine's own browser, as a reader would open a brief in it."""
    from playwright.sync_api import sync_playwright

    from briefing.render import find_browser

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield Reader(chromium)
        chromium.close()
