"""Citations across the sections of a brief."""

# mypy: allow-untyped-calls

from __future__ import annotations

from typing import Any

from nbformat.v4 import new_code_cell, new_notebook, new_output

from briefing.render.citations import SettleCitations

FIRST = '<p>15 <sup class="cite"><a id="r-c1" href="#q-c1">1</a></sup></p>'
AGAIN = '<p>Again <sup class="cite"><a id="r-c1" href="#q-c1">1</a></sup></p>'
QUOTED = '<p class="quote" id="q-c1"><mark>15</mark> <a class="back" href="#r-c1">↩</a></p>'
SHARED = (
    '<p class="quote" id="q-c1"><span class="claim" id="q-c9"></span><mark>15</mark>'
    ' <a class="back" href="#r-c1">↩</a> <a class="back" href="#r-c9">↩</a></p>'
)
UNCITED = '<p class="quote" id="q-c2"><mark>7</mark> <a class="back" href="#r-c2">↩</a></p>'


def settled(*blocks: str) -> str:
    """The HTML of a notebook with one output per block, after the citations are settled."""
    outputs = [new_output("display_data", data={"text/html": html}) for html in blocks]
    notebook: Any = new_notebook(cells=[new_code_cell(outputs=[output]) for output in outputs])
    notebook, _ = SettleCitations().preprocess(notebook, {})
    return "\n".join(cell.outputs[0].data["text/html"] for cell in notebook.cells)


def test_only_the_first_citation_is_led_back_to() -> None:
    """Two sections that cite one claim leave one target for the way back."""
    html = settled(FIRST, AGAIN, QUOTED)
    assert html.count('id="r-c1"') == 1
    assert html.index('id="r-c1"') < html.index("Again")
    assert html.count('href="#q-c1"') == 2


def test_what_is_not_cited_is_not_quoted() -> None:
    """A sentence that no citation leads to is left out; the others stay."""
    html = settled(FIRST, QUOTED, UNCITED)
    assert "q-c2" not in html
    assert "<mark>15</mark>" in html


def test_no_way_back_to_nowhere() -> None:
    """A quote of two claims of which one is cited leads back to that one alone."""
    html = settled(FIRST, SHARED)
    assert 'href="#r-c1"' in html
    assert 'href="#r-c9"' not in html


def test_the_sources_alone_keep_their_quotes() -> None:
    """A notebook that cites nothing is the list of all that was found."""
    assert settled(UNCITED).count("<mark>") == 1
