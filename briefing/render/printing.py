"""From the HTML page to the PDF: wait for the charts' own promises, never for a fixed time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.render.browser import Browser

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route

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
    return browser.run(lambda context: _print(context, html.resolve(), pdf, seconds))


def _print(context: BrowserContext, html: Path, pdf: Path, seconds: float) -> DrawnReport:
    from playwright.sync_api import Error, TimeoutError

    deadline = monotonic() + seconds
    try:
        with _open_page(context, html, deadline) as (page, requests, errors):
            _settle(page, "ready", deadline)
            page.emulate_media(media="print", color_scheme="light")
            told = _settle(page, "print", deadline)
            page.pdf(
                path=pdf,
                prefer_css_page_size=True,
                print_background=True,
                tagged=True,
                outline=True,
            )
    except TimeoutError as error:
        raise BriefingError(
            f"{html.name} was not ready to print after {seconds:g} seconds; "
            "open it in a browser to see which chart does not finish."
        ) from error
    except Error as error:
        first = str(error).splitlines()[0]
        raise BriefingError(f"{html.name} could not be printed: {first}") from error
    failed = tuple((one["id"], one["reason"]) for one in told["failed"])
    return DrawnReport(
        told["expected"], tuple(told["drawn"]), failed, tuple(requests), tuple(errors)
    )


@contextmanager
def _open_page(
    context: BrowserContext, html: Path, deadline: float
) -> Iterator[tuple[Page, list[str], list[str]]]:
    """The page at the width of its paper, with what it asked for and what it complained about."""
    address = html.as_uri()
    requests: list[str] = []
    errors: list[str] = []

    def admit(route: Route) -> None:
        if route.request.url == address:
            route.continue_()
        else:
            requests.append(route.request.url)
            route.abort()

    page = context.new_page()
    try:
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.route("**/*", admit)
        page.goto(address, timeout=_left(deadline))
        page.set_viewport_size({"width": page.evaluate(_WIDTH), "height": _PAGE_HEIGHT})
        yield page, requests, errors
    finally:
        page.close()


def _settle(page: Page, phase: str, deadline: float) -> dict[str, Any]:
    """Await the page's promise for ``phase`` and return what it resolves to."""
    handle = page.wait_for_function(_SETTLE, arg=phase, timeout=_left(deadline))
    told: dict[str, Any] = handle.json_value()
    return told


def _left(deadline: float) -> float:
    """Milliseconds until ``deadline``; at least one, because Playwright reads 0 as for ever."""
    return max(1.0, (deadline - monotonic()) * 1000)
