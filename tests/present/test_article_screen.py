"""`article.show()` in a browser: reached by key and by finger, on a phone, with hostile text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from briefing.models import Article

from ..conftest import Reader

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> Rebels "
    "\u202ekilled 12 herders in Sake on Tuesday, and "
    + "longword" * 80
    + " killed three men.</section></style><style>*{display:none}</style>\n\nThe army denied it."
)
_DETAILS = """() => [...document.querySelectorAll(".details")]
  .filter((one) => getComputedStyle(one).display !== "none").map((one) => one.innerText)"""
_OVER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

Look = Callable[..., Any]


@pytest.fixture
def look(browser: Reader) -> Look:
    """Show the hostile text at a width and do something with the page; no error may be logged."""
    shown: Any = Article("a1", "a1.txt", HOSTILE, "0", published=date(2024, 11, 29)).show()
    head = '<!doctype html><meta name="viewport" content="width=device-width"><title>still</title>'

    def at(width: int, work: Callable[[Any], Any], scheme: str = "light") -> Any:
        def open_and_work(context: Any) -> Any:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            page.set_content(head + shown.html)
            try:
                return work(page), page.title()
            finally:
                page.close()

        told, title = browser.run(open_and_work)
        assert title == "still"  # nothing of the text ran
        return told

    return at


def test_details_open_by_the_tab_key(look: Look) -> None:
    """Each press of the tab key opens the details of the next claim, and only those."""

    def press(page: Any) -> list[list[str]]:
        opened = []
        for _ in range(2):
            page.keyboard.press("Tab")
            opened.append(page.evaluate(_DETAILS))
        return opened

    first, second = look(1280, press)
    assert (len(first), len(second)) == (1, 1)
    assert first != second
    assert "killed: 12" in first[0] + second[0]


def test_details_open_where_words_are_pointed_at(look: Look) -> None:
    """The words of a claim open its details as its sign does."""

    def point(page: Any) -> list[str]:
        page.hover(".marked.casualties >> nth=0")
        return list(page.evaluate(_DETAILS))

    assert any("killed: 12" in one for one in look(1280, point))


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_nothing_runs_over_the_side(look: Look, width: int) -> None:
    """Neither a long word nor open details make the page wider than the screen."""

    def widest(page: Any) -> list[int]:
        over = [page.evaluate(_OVER)]
        for _ in range(4):
            page.keyboard.press("Tab")
            over.append(page.evaluate(_OVER))
        return over

    assert max(look(width, widest)) <= 0


def test_dark_follows_the_reader(look: Look) -> None:
    """The paper is dark where the reader wants it dark, and the ink light on it."""
    colours = """() => { const s = getComputedStyle(document.querySelector(".briefing-article"));
      return [s.backgroundColor, s.color]; }"""
    light = look(1280, lambda page: page.evaluate(colours))
    dark = look(1280, lambda page: page.evaluate(colours), "dark")
    assert (light, dark) == (
        ["rgb(255, 255, 255)", "rgb(27, 31, 36)"],
        ["rgb(20, 24, 29)", "rgb(230, 233, 237)"],
    )
