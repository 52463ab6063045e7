"""Citations of several sections become those of one brief."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.render import render_html
from briefing.render.merge import merge_sections

from .samples import EDITION, html_cell, section

CITED = '<sup class="cite"><a id="r-c1" href="#q-c1">1</a></sup>'


def _quote(claim: str) -> str:
    back = f'<a class="back" href="#r-{claim}">↩</a>'
    return f'<p class="quote" id="q-{claim}">A <mark>quote</mark>. {back}</p>'


def _page(folder: Path, *blocks: str) -> str:
    sections = [section(f"s{rank}", html_cell(block)) for rank, block in enumerate(blocks)]
    page = render_html(merge_sections(sections, EDITION), folder / "b.html").read_text("utf-8")
    return page[page.index("<main") :]


def test_the_first_citation_is_the_one_to_go_back_to(tmp_path: Path) -> None:
    """A claim cited in two sections has one home, in the first of them, and its quote one way
    back."""
    page = _page(tmp_path, CITED, CITED, _quote("c1"))
    assert page.count('id="r-c1"') == 1
    assert page.index('id="r-c1"') < page.index('id="section-s1"')
    assert page.count('href="#r-c1"') == 1


def test_no_link_leads_nowhere(tmp_path: Path) -> None:
    """A quote that nothing cites is left out, and no citation or arrow lacks its target."""
    page = _page(tmp_path, CITED, _quote("c1") + _quote("c2"))
    assert 'id="q-c2"' not in page
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets == {"q-c1", "r-c1"}
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_sources_alone_stay_whole(tmp_path: Path) -> None:
    """The sources section on its own lists every quote, without arrows that lead nowhere."""
    page = _page(tmp_path, _quote("c1") + _quote("c2"))
    assert page.count('class="quote"') == 2


def test_what_only_opened_rows_cite_is_quoted_on_a_screen_alone(tmp_path: Path) -> None:
    """Paper, which does not show those rows, need not quote them; what both cite it quotes."""
    both = CITED + CITED.replace("c1", "c2")
    opened = f'<details class="more"><summary>2 more</summary>{both}</details>'
    page = _page(tmp_path, CITED + opened, _quote("c1") + _quote("c2"))
    assert '<p class="quote" id="q-c1">' in page
    assert '<p class="quote opened" id="q-c2">' in page
