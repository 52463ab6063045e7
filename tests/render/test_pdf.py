"""The PDF as readers and screen readers get it, printed by a real browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from pypdf import PdfReader

from briefing.render import Browser, render_html, render_pdf
from briefing.render.gate import count_printed
from briefing.render.merge import merge_sections
from briefing.render.printing import print_pdf

from .conftest import Printed
from .samples import BAR_ALT, EDITION, MAP_ALT, bar_chart, figure_cell, markdown, section

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pdf(printed: Printed) -> PdfReader:
    return PdfReader(printed.pdf)


def test_nothing_asked_nothing_complained(printed: Printed) -> None:
    """The page asked for nothing beside itself, logged no error, and drew both charts."""
    assert (printed.report.requests, printed.report.errors) == ((), ())
    assert printed.report.drawn == ("chart-1", "chart-2")


def test_title_language_tags(pdf: PdfReader) -> None:
    """The document has its title and language and is tagged."""
    assert pdf.metadata is not None
    assert pdf.metadata.title == "North-west Syria weekly brief – 25 November – 1 December 2024"
    assert str(pdf.root_object["/Lang"]) == "en"
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_bookmarks(pdf: PdfReader) -> None:
    """Bookmarks are the headings, nested as they are in the brief."""
    assert list(_titles(pdf.outline)) == [
        (0, "North-west Syria weekly brief"),
        (1, "Bottom line"),
        (1, "Casualties"),
        (1, "Territorial changes"),
        (2, "Places"),
    ]


def test_charts_carry_their_alternative_text(printed: Printed) -> None:
    """Both charts are figures of the structure tree with their text and with content."""
    assert count_printed(printed.pdf) == {BAR_ALT: 1, MAP_ALT: 1}


def test_page_numbers_and_running_head(pdf: PdfReader) -> None:
    """Every page says which of how many it is; the running head begins on the second."""
    pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) >= 3
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text
    head = "North-west Syria weekly brief · 25 November – 1 December 2024 · TLP:CLEAR"
    assert [head in text for text in pages] == [False] + [True] * (len(pages) - 1)


def test_long_table_repeats_its_head(pdf: PdfReader) -> None:
    """A table over two pages says its columns on both."""
    heads = [page.extract_text().count("Place name") for page in pdf.pages]
    assert sum(heads) >= 2
    assert max(heads) == 1


def test_data_tables_stay_on_screen(pdf: PdfReader) -> None:
    """What a click opens on screen is not printed; names in any script are."""
    text = "\n".join(page.extract_text() for page in pdf.pages)
    assert "Data as a table" not in text
    for name in ("Атариб", "阿勒颇", "Sarāqib"):
        assert name in text


def test_charts_are_vectors(pdf: PdfReader) -> None:
    """No chart was turned into a picture of pixels."""
    assert not any(page.images for page in pdf.pages)


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(paper: str, size: tuple[int, int], printer: Browser, tmp_path: Path) -> None:
    """The page has the size that the edition asks for."""
    brief = merge_sections([section("one", markdown("# A"))], EDITION | {"paper": paper})
    html, pdf = render_html(brief, tmp_path / "b.html"), tmp_path / "b.pdf"
    render_pdf(brief, html, pdf, printer)
    box = PdfReader(pdf).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


@pytest.mark.parametrize(("lines", "lifted"), [(8, False), (24, True), (35, False)])
def test_text_flows_before_a_chart_that_does_not_fit(
    printer: Browser, tmp_path: Path, lines: int, lifted: bool
) -> None:
    """Else a third of the page stays empty; where the chart fits, or hardly any room is left, it
    stands where the notebook has it. On a screen it always does."""
    before, behind = (
        "\n\n".join(f"{name} {number}." for number in range(many))
        for name, many in (("Line", lines), ("Later", 9))
    )
    cells = [
        markdown(f"# First\n\n{before}\n\n## Head"),
        figure_cell(bar_chart()),
        markdown(behind),
    ]
    brief = merge_sections([section("one", *cells)], EDITION)
    html, pdf = render_html(brief, tmp_path / "b.html"), tmp_path / "b.pdf"
    render_pdf(brief, html, pdf, printer)
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert (text.index("Later 0.") < text.index("Sample Wire")) == lifted
    assert text.index("Head") < min(text.index("Later 0."), text.index("Sample Wire"))
    page = html.read_text(encoding="utf-8")
    assert page.index("Sample Wire [1]") < page.index("Later 0.")


def test_a_few_lines_make_no_page_of_their_own(printer: Browser, tmp_path: Path) -> None:
    """The first line too many is taken back by setting the brief tighter; where the page does not
    say how high its paper is, as one of a desk's own may not, it begins a page."""

    def pages(lines: int, *, told: bool) -> int:
        filler = "\n\n".join(f"Line {number}." for number in range(lines))
        cells = figure_cell(bar_chart()), markdown(filler)
        html, pdf = tmp_path / "b.html", tmp_path / "b.pdf"
        render_html(merge_sections([section("one", *cells)], EDITION), html)
        if not told:
            html.write_text(html.read_text("utf-8").replace("data-print-height", "data-x"), "utf-8")
        print_pdf(html, pdf, printer)
        return len(PdfReader(pdf).pages)

    first = next(lines for lines in range(14, 40) if pages(lines, told=False) > 1)
    assert pages(first, told=True) == 1
    assert pages(first + 8, told=True) == 2


def test_no_heading_alone_no_chart_split(printer: Browser, tmp_path: Path) -> None:
    """Wherever the page ends, a heading stands with what follows and a chart on one page."""
    for lines in (24, 27, 30):
        filler = "\n\n".join(f"Line {number}." for number in range(lines))
        cells = markdown(f"# First\n\n{filler}\n\n## Head of the chart"), figure_cell(bar_chart())
        brief = merge_sections([section("one", *cells)], EDITION)
        html, pdf = render_html(brief, tmp_path / "b.html"), tmp_path / "b.pdf"
        render_pdf(brief, html, pdf, printer)
        pages = [page.extract_text() for page in PdfReader(pdf).pages]
        together = ("Head of the chart", "Most of those reported killed", "Darat", "Sample Wire")
        assert any(all(part in text for part in together) for text in pages)


def test_print_is_the_page(browser: Any, printed: Printed, tmp_path: Path) -> None:
    """What comes out of a press are the words, in their places, that the page itself prints."""

    def print_by_hand(context: Any) -> None:
        page = context.new_page()
        page.goto(printed.html.as_uri())
        page.evaluate("() => window.briefing.print()")
        page.pdf(path=tmp_path / "hand.pdf", prefer_css_page_size=True)

    browser.run(print_by_hand)
    by_hand, by_press = (
        [page.extract_text(extraction_mode="layout") for page in PdfReader(pdf).pages]
        for pdf in (tmp_path / "hand.pdf", printed.pdf)
    )
    assert "A note in the drawing" in "".join(by_hand)
    assert by_press == by_hand


def test_plain_nbconvert(tmp_path: Path) -> None:
    """``jupyter nbconvert`` prints any notebook, one without our metadata as well."""
    notebook = section("", markdown("# A notebook of its own"), figure_cell(bar_chart()))
    del notebook.metadata["briefing"]
    nbformat.write(notebook, tmp_path / "own.ipynb")
    exporter = "briefing.render.exporters.BriefPDFExporter"
    command = [sys.executable, "-m", "nbconvert", "--to", exporter, str(tmp_path / "own.ipynb")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr.upper().replace("FUTUREWARNING", "")
    assert count_printed(tmp_path / "own.pdf") == {BAR_ALT: 1}


def _titles(outline: Any, depth: int = 0) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry, depth + 1)
        else:
            yield depth, entry.title
