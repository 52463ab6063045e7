"""From the HTML page to the PDF: wait for the charts' own promises, never for a fixed time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.render.browser import Browser
from briefing.render.press import Press, Sheet

_PAGE_HEIGHT = 1000  # px: any; only the width shapes the page
_SETTLE = """async (phase) => {
  await document.fonts.ready;
  if (!document.querySelector("figure.chart")) return {expected: 0, drawn: [], failed: []};
  if (!window.briefing) throw new Error("the page's own script did not run");
  return phase === "print" ? window.briefing.print() : window.briefing.ready;
}"""
_PAGING = Path(__file__).with_name("paging.js")
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
    """Lay ``html`` into a press, wait until all its charts are drawn in print size, print ``pdf``.

    The PDF is tagged, has bookmarks and the page size of its stylesheet. ``seconds`` limits the
    whole. Raises ``BriefingError`` where the page cannot be shown or takes longer.
    """
    sheet = Sheet.of(html.read_text(encoding="utf-8"))

    async def work(press: Press) -> DrawnReport:
        return await _print_in_time(press, sheet, (html, pdf), seconds)

    return browser.run(sheet, work)


async def _print_in_time(
    press: Press, sheet: Sheet, files: tuple[Path, Path], seconds: float
) -> DrawnReport:
    from playwright.async_api import Error

    html, pdf = files
    try:
        async with asyncio.timeout(seconds):
            return await _print(press, sheet, pdf)
    except TimeoutError as error:
        raise BriefingError(
            f"{html.name} was not ready to print after {seconds:g} seconds; "
            "open it in a browser to see which chart does not finish."
        ) from error
    except Error as error:
        first = str(error).splitlines()[0]
        raise BriefingError(f"{html.name} could not be printed: {first}") from error


async def _print(press: Press, sheet: Sheet, pdf: Path) -> DrawnReport:
    page = await press.lay(sheet)
    await page.evaluate(_SETTLE, "ready")
    await page.set_viewport_size({"width": await page.evaluate(_WIDTH), "height": _PAGE_HEIGHT})
    told: dict[str, Any] = await page.evaluate(_SETTLE, "print")
    if told["expected"]:
        await page.evaluate(_PAGING.read_text(encoding="utf-8"))
    await page.pdf(
        path=pdf, prefer_css_page_size=True, print_background=True, tagged=True, outline=True
    )
    failed = tuple((one["id"], one["reason"]) for one in told["failed"])
    requests, errors = tuple(press.requests), tuple(press.errors)
    return DrawnReport(told["expected"], tuple(told["drawn"]), failed, requests, errors)
