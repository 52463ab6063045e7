"""The Chromium-family browser of this machine: found, started, kept in a thread of its own.

The browser starts in the background as soon as ``open_browser`` is entered, so that notebooks can
run meanwhile. Playwright is only the driver: it downloads no browser.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.errors import BriefingError
from briefing.render.press import Press, Sheet

if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium

Result = TypeVar("Result")

_ON_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
_ON_MACOS = ("Google Chrome", "Chromium", "Microsoft Edge")
_ARGUMENTS = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_START_SECONDS = 30
_PRESSES = 2  # that stay open: pages with charts, and without
_ERROR_LINE = re.compile(r"error|cannot|could not|failed|no such|denied|missing", re.IGNORECASE)


def find_browser() -> Path:
    """The browser named by ``BRIEFING_BROWSER``, or the first that is found. Raises
    ``BriefingError`` with the command that installs one."""
    named = os.environ.get("BRIEFING_BROWSER")
    if named:
        found = shutil.which(named)
        if found is None:
            raise BriefingError(
                f"BRIEFING_BROWSER names {named}, which cannot be run; "
                "name a Chromium-family browser, or unset it."
            )
        return Path(found)
    for candidate in _candidates():
        found = shutil.which(candidate)
        if found is not None:
            return Path(found)
    raise BriefingError(
        "No Chromium, Chrome or Edge was found to print the PDF; install one with "
        "`sudo apt-get install chromium`, or name yours in BRIEFING_BROWSER."
    )


def browser_version(executable: Path) -> str:
    """What the browser calls itself: ``Chromium 131.0.6778.85``. Raises ``BriefingError``."""
    try:
        told = subprocess.run(
            [executable, "--version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise BriefingError(f"{executable} does not tell its version: {error}.") from error
    return told.stdout.strip()


class Browser:
    """A running (or still starting) browser. It lives on an event loop in a thread of its own;
    ``run`` sends work there and waits for it."""

    def __init__(self, executable: Path | None = None) -> None:
        self.failed = False  # whether work on it has, so that it may hang on a page
        self._stack = AsyncExitStack()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="browser", daemon=True)
        self._thread.start()
        self._started = self._send(self._start(executable))
        self._presses: dict[str, Press] = {}  # by the policy of their pages
        self._spare = self._send(self._open_press(charted=True))  # while the notebooks run
        self._spare_is_used = False

    def wait(self) -> None:
        """Wait until the browser runs. Raises ``BriefingError`` where it does not start."""
        self._started.result()

    def run(self, sheet: Sheet, work: Callable[[Press], Coroutine[Any, Any, Result]]) -> Result:
        """Await ``work`` with a press for ``sheet``. Raises ``BriefingError`` where the browser did
        not start."""
        try:
            return self._send(self._work(sheet, work)).result()
        except BaseException:
            self.failed = True
            raise

    def close(self) -> None:
        """End the browser, also one that is still starting."""
        self._started.exception()  # waits for the start; whoever uses the browser is told
        self._spare.cancel()
        self._send(self._stack.aclose()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _send(self, work: Coroutine[Any, Any, Result]) -> Future[Result]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _work(
        self, sheet: Sheet, work: Callable[[Press], Coroutine[Any, Any, Result]]
    ) -> Result:
        press = self._presses.pop(sheet.policy, None) or await self._press_for(sheet)
        try:
            result = await work(press)
        except BaseException:
            await press.discard()  # a page that is stuck is of no more use
            raise
        if sheet.policy:
            self._presses[sheet.policy] = press
        else:
            await press.close()
        return result

    async def _press_for(self, sheet: Sheet) -> Press:
        """For the first page with charts the press opened at the start; for others a new one."""
        for policy in [*self._presses][: 1 - _PRESSES]:
            await self._presses.pop(policy).close()
        if not sheet.charted or self._spare_is_used:
            return await self._open_press(charted=sheet.charted)
        self._spare_is_used = True
        return await asyncio.wrap_future(self._spare)

    async def _open_press(self, *, charted: bool) -> Press:
        return await Press.open(await asyncio.wrap_future(self._started), charted=charted)

    async def _start(self, executable: Path | None) -> Chromium:
        from playwright.async_api import Error, async_playwright

        path = executable or find_browser()
        playwright = await self._stack.enter_async_context(async_playwright())
        try:
            browser = await playwright.chromium.launch(
                executable_path=path,
                args=[*_ARGUMENTS, *_sandbox()],
                timeout=_START_SECONDS * 1000,
            )
        except Error as error:
            raise BriefingError(f"{path} does not start: {_error_line(str(error))}") from error
        self._stack.push_async_callback(browser.close)
        return browser


@contextmanager
def open_browser(executable: Path | None = None) -> Iterator[Browser]:
    """Start a browser in the background with an empty profile and no network; close it at the end.

    Entering never waits and never fails: an error shows when the browser is first used.
    """
    browser = Browser(executable)
    try:
        yield browser
    finally:
        browser.close()


def _candidates() -> Iterator[str]:
    yield from _ON_PATH
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (str(folder / f"{name}.app/Contents/MacOS/{name}") for name in _ON_MACOS)


def _sandbox() -> tuple[str, ...]:
    """Chromium refuses to run as root inside its sandbox; anybody else keeps the sandbox."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if as_root else ()


def _error_line(report: str) -> str:
    """The line in which the browser itself says what is wrong, out of the driver's call log."""
    lines = [line.strip(" -") for line in report.splitlines() if line.strip(" -╔═╗║╚╝")]
    told = [re.sub(r"^\[pid=\d+\]\[err\] ", "", line) for line in lines if "[err]" in line]
    telling = [line for line in told if _ERROR_LINE.search(line)]
    return (telling or told or lines or ["it gave no reason"])[0]
