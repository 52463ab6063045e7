"""The page in a reader's browser: citations, phone, dark mode, printing by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ..conftest import Reader
from .conftest import Printed

pytestmark = pytest.mark.browser

Look = Callable[..., Any]
_READY = "async () => { await window.briefing.ready; }"
_FRAMES = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r())))"
_WIDTHS = """() => [...document.querySelectorAll(".drawing")]
  .map((drawing) => drawing.querySelector(".main-svg").clientWidth)"""


@pytest.fixture
def look(browser: Reader, printed: Printed) -> Look:
    """Open the brief at a width and do something with the page; no error may be logged."""

    def at(width: int, work: Callable[[Any], Any], scheme: str = "light") -> Any:
        def open_and_work(context: Any) -> Any:
            errors: list[str] = []
            page = context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text))
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.goto(printed.html.as_uri())
            page.evaluate(_READY)
            try:
                return work(page), errors
            finally:
                page.close()

        told, errors = browser.run(open_and_work)
        assert errors == []
        return told

    return at


def test_citation_leads_to_the_quote_and_back(look: Look) -> None:
    """A click on a citation lights up the quoted words, and the arrow leads back."""

    def click(page: Any) -> tuple[str, str, str]:
        page.click(".cite a")
        lit = page.evaluate("() => document.querySelector('.quote:target mark').textContent")
        there = page.url.split("#")[1]
        page.click(".quote:target .back")
        return lit, there, page.url.split("#")[1]

    assert look(1280, click) == ("15 killed", "q-c1", "r-c1")


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_is_wider_than_the_screen(look: Look, width: int) -> None:
    """The page never scrolls sideways, and every chart is as wide as its column."""

    def measure(page: Any) -> list[Any]:
        columns = "() => [...document.querySelectorAll('.drawing')].map((d) => d.clientWidth)"
        overflow = "() => document.documentElement.scrollWidth - innerWidth"
        return [page.evaluate(one) for one in (overflow, _WIDTHS, columns)]

    overflow, drawn, columns = look(width, measure)
    assert overflow <= 0
    assert drawn == columns


def test_charts_follow_the_width(look: Look) -> None:
    """Turning a phone redraws the charts."""

    def turn(page: Any) -> list[int]:
        page.set_viewport_size({"width": 390, "height": 900})
        expected = "() => document.querySelector('.main-svg').clientWidth < 390"
        page.wait_for_function(expected, timeout=5000)
        widths: list[int] = page.evaluate(_WIDTHS)
        return widths

    assert all(width < 390 for width in look(1280, turn))


def test_dark_mode_reaches_the_charts(look: Look) -> None:
    """Text of page and chart is light on dark where the reader's setting is dark."""
    page_ink = "() => getComputedStyle(document.body).color"
    chart_ink = "() => getComputedStyle(document.querySelector('.drawing .xtick text')).fill"

    def inks(page: Any) -> list[str]:
        return [page.evaluate(page_ink), page.evaluate(chart_ink)]

    for scheme, ink in (("light", "rgb(27, 31, 36)"), ("dark", "rgb(230, 233, 237)")):
        assert look(900, inks, scheme) == [ink, ink]


def test_printing_by_hand(look: Look) -> None:
    """Printing from a dark screen draws the charts light at the width of the paper, then back."""

    def print_by_hand(page: Any) -> list[Any]:
        before = page.evaluate(_WIDTHS)
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        page.evaluate(_FRAMES)
        ink = "() => getComputedStyle(document.querySelector('.drawing .xtick text')).fill"
        on_paper = [page.evaluate(_WIDTHS), page.evaluate(ink)]
        page.evaluate("() => dispatchEvent(new Event('afterprint'))")
        page.evaluate(_FRAMES)
        return [*on_paper, page.evaluate(_WIDTHS) == before]

    assert look(1280, print_by_hand, "dark") == [[642, 642], "rgb(27, 31, 36)", True]


def test_smuggled_script_does_not_run(browser: Reader, printed: Printed) -> None:
    """A script that some block failed to escape is refused by the page's policy."""
    hostile = printed.html.with_name("hostile.html")
    smuggled = "<script>window.owned = true</script><img src=x onerror='window.owned = true'>"
    hostile.write_text(printed.html.read_text("utf-8").replace("</main>", smuggled + "</main>"))

    def owned(context: Any) -> Any:
        page = context.new_page()
        page.goto(hostile.as_uri())
        try:
            return page.evaluate("async () => [window.owned, (await window.briefing.ready).drawn]")
        finally:
            page.close()

    assert browser.run(owned) == [None, ["chart-1", "chart-2"]]
