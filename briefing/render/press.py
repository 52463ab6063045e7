"""A press: an open page of the browser in which plotly.js has been loaded once.

Loading it takes three quarters of the time of a print. A press loads it while the notebooks run,
and then has one page after another written into it, each with the styles that plotly.js sets up in
place of its copy of plotly.js, and otherwise as it is on disk. A document that is written anew
keeps the scripts loaded before and loses all else of the document before it but its policy: so a
press is only for pages of one policy, which names every script of theirs by its hash.
"""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.render.page import inline_script, plotly_file, plotly_js

if TYPE_CHECKING:
    from playwright.async_api import Browser as Chromium
    from playwright.async_api import ConsoleMessage, Page, Route

_EMPTY = Path(__file__).with_name("press.html")
_PLACE = "<!-- plotly.js -->"
_STYLES = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .map((rule) => rule.cssText).join("\\n")"""
# What would outlive its document, and keep it in memory with it.
_CLEAR = """() => {
  delete window.briefing;
  for (const drawing of document.querySelectorAll(".js-plotly-plot")) Plotly.purge(drawing);
}"""
_DISCARD_SECONDS = 2  # for each step: a page that is gone gives no answer
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@dataclass(frozen=True)
class Sheet:
    """A page as it goes into a press: without plotly.js, if it is ``charted``, and its policy."""

    html: str
    policy: str
    charted: bool

    @classmethod
    def of(cls, html: str) -> Sheet:
        """Take plotly.js out of a page; a comment marks where it was."""
        without = html.replace(inline_script(plotly_js()), _PLACE, 1)
        policy = _POLICY.search(without)
        return cls(without, policy[1] if policy else "", len(without) < len(html))


@dataclass
class Press:
    """An open page, offline and in print.

    ``requests`` are addresses that were asked for, ``errors`` what was logged, both since the last
    page was laid in.
    """

    page: Page
    styles: str = ""  # of plotly.js, as it adds them to a document when it is loaded
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    async def open(cls, chromium: Chromium, *, charted: bool) -> Press:
        """Open one, with plotly.js where it is for ``charted`` pages."""
        context = await chromium.new_context(offline=True, service_workers="block")
        press = cls(await context.new_page())
        await press._watch()
        await press.page.emulate_media(media="print", color_scheme="light")
        await press.page.goto(_EMPTY.as_uri(), timeout=0)
        if charted:
            # By its address: as text it would stay in the driver's memory, several times over.
            await press.page.add_script_tag(url=plotly_file().as_uri())
            press.styles = f"<style>{await press.page.evaluate(_STYLES)}</style>"
        return press

    async def lay(self, sheet: Sheet) -> Page:
        """Write a page into the press, in place of the one before it."""
        await self.page.evaluate(_CLEAR)
        self.requests.clear()
        self.errors.clear()
        await self.page.set_content(sheet.html.replace(_PLACE, self.styles, 1), timeout=0)
        await self.page.request_gc()  # the document before; left alone, a dozen of them pile up
        return self.page

    async def close(self) -> None:
        """Close the page and forget all about it."""
        await self.page.context.close()

    async def discard(self) -> None:
        """Let go of a page that failed. One that is stuck answers nothing and would keep a core
        busy for as long as the browser runs, so its process is ended, too."""
        from playwright.async_api import Error

        with suppress(Error, TimeoutError):
            async with asyncio.timeout(_DISCARD_SECONDS):
                session = await self.page.context.new_cdp_session(self.page)
                await session.send("Page.crash")
        with suppress(Error, TimeoutError):
            async with asyncio.timeout(_DISCARD_SECONDS):
                await self.close()

    async def _watch(self) -> None:
        """Let the page load nothing more; keep what it asks for and complains about."""
        opened = {_EMPTY.as_uri(), plotly_file().as_uri()}

        async def admit(route: Route) -> None:
            if route.request.url in opened:
                await route.continue_()
            else:
                self.requests.append(route.request.url)
                await route.abort()

        def listen(said: ConsoleMessage) -> None:
            if said.type == "error":
                self.errors.append(said.text)

        await self.page.route("**/*", admit)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", listen)
