"""From the HTML page to the PDF: wait for the charts' own promises, never for a fixed time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.render.browser import Browser

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, ConsoleMessage, Page, Route

_PAGE_HEIGHT = 1000  # px: any; only the width shapes the page
_SETTLE = """async (phase) => {
  await document.fonts.ready;
  if (!document.querySelector("figure.chart")) return {expected: 0, drawn: [], failed: []};
  if (!window.briefing) throw new Error("the page's own script did not run");
  return phase === "print" ? window.briefing.print() : window.briefing.ready;
}"""
_WIDTH = "() => Number(document.documentElement.dataset.printWidth) || 640"


@dataclass(frozen=True)
class DrawnReport:
    """What the page drew in print size. ``failed`` pairs a chart's id with the reason.

    ``requests`` are addresses the page asked for beside itself, ``errors`` what it logged.
    """

    expected: int
    drawn: tuple[str, ...]
    failed: tuple[tuple[str, str], ...]
    requests: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def print_pdf(html: Path, pdf: Path, browser: Browser, *, seconds: float = 60) -> DrawnReport:
    """Open ``html``, wait until all its charts are drawn in print size, print it to ``pdf``.

    The PDF is tagged, has bookmarks and the page size of its stylesheet. ``seconds`` limits the
    whole. Raises ``BriefingError`` where the page does not open or takes longer.
    """
    return browser.run(lambda context: _print_in_time(context, html.resolve(), pdf, seconds))


async def _print_in_time(
    context: BrowserContext, html: Path, pdf: Path, seconds: float
) -> DrawnReport:
    from playwright.async_api import Error

    try:
        async with asyncio.timeout(seconds):
            return await _print(await context.new_page(), html, pdf)
    except TimeoutError as error:
        raise BriefingError(
            f"{html.name} was not ready to print after {seconds:g} seconds; "
            "open it in a browser to see which chart does not finish."
        ) from error
    except Error as error:
        first = str(error).splitlines()[0]
        raise BriefingError(f"{html.name} could not be printed: {first}") from error


async def _print(page: Page, html: Path, pdf: Path) -> DrawnReport:
    requests, errors = await _watch(page, html.as_uri())
    await page.goto(html.as_uri(), timeout=0)
    await page.evaluate(_SETTLE, "ready")
    await page.set_viewport_size({"width": await page.evaluate(_WIDTH), "height": _PAGE_HEIGHT})
    await page.emulate_media(media="print", color_scheme="light")
    told: dict[str, Any] = await page.evaluate(_SETTLE, "print")
    await page.pdf(
        path=pdf, prefer_css_page_size=True, print_background=True, tagged=True, outline=True
    )
    failed = tuple((one["id"], one["reason"]) for one in told["failed"])
    return DrawnReport(
        told["expected"], tuple(told["drawn"]), failed, tuple(requests), tuple(errors)
    )


async def _watch(page: Page, address: str) -> tuple[list[str], list[str]]:
    """Let the page load itself and nothing else; return what it asks for and complains about."""
    requests: list[str] = []
    errors: list[str] = []

    async def admit(route: Route) -> None:
        if route.request.url == address:
            await route.continue_()
        else:
            requests.append(route.request.url)
            await route.abort()

    def listen(said: ConsoleMessage) -> None:
        if said.type == "error":
            errors.append(said.text)

    await page.route("**/*", admit)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", listen)
    return requests, errors
