"""Browsers that stay open between the editions a worker prints.

Starting one takes longer than printing. A browser that failed is not trusted again, and none serves
for ever: whatever it keeps of a page would add up over a year of weeks.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.util import Finalize

from briefing.render import Browser

EDITIONS = 40  # that one browser prints
_idle: list[tuple[Browser, int]] = []  # with the number of editions each may still print


@contextmanager
def kept_browser() -> Iterator[Browser]:
    """A browser of this process that nobody else uses meanwhile; one is started if there is none.

    Entering never waits and never fails, as with ``open_browser``.
    """
    browser, left = _idle.pop() if _idle else (_start(), EDITIONS)
    try:
        yield browser
    finally:
        if browser.failed or left <= 1:
            browser.close()
        else:
            _idle.append((browser, left - 1))


def close_browsers() -> None:
    """Close those that wait for the next edition."""
    while _idle:
        _idle.pop()[0].close()


def _start() -> Browser:
    # A process of a pool leaves without running what atexit knows, others know nothing of Finalize.
    atexit.unregister(close_browsers)
    atexit.register(close_browsers)
    Finalize(None, close_browsers, exitpriority=1)
    return Browser()
