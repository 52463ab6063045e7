"""A figure that ran, but is not drawn or not in the PDF, stops the build."""

from __future__ import annotations

from pathlib import Path

import plotly.graph_objects as go
import pytest
from pypdf import PdfWriter

from briefing.errors import BriefingError
from briefing.render import Browser, render_html, render_pdf
from briefing.render.gate import check_figures, count_drawn, count_printed, count_ran
from briefing.render.merge import merge_sections
from briefing.render.printing import DrawnReport

from .samples import (
    BAR_ALT,
    EDITION,
    MAP_ALT,
    bar_chart,
    figure_cell,
    markdown,
    section,
    week,
)


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    """A PDF of one empty page without a structure tree."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "untagged.pdf")
    return tmp_path / "untagged.pdf"


def test_three_counts(untagged: Path) -> None:
    """Figures are counted by their alternative text, in notebook, page and PDF."""
    brief = merge_sections(week(), EDITION)
    report = DrawnReport(2, ("chart-2",), (("chart-1", "the drawing is empty"),))
    assert count_ran(brief) == {BAR_ALT: 1, MAP_ALT: 1}
    assert count_drawn(brief, report) == {MAP_ALT: 1}
    assert count_printed(untagged) == {}


def test_mismatch_names_figure_and_numbers(untagged: Path) -> None:
    """The error tells the three numbers, the missing figure and the reason."""
    report = DrawnReport(2, ("chart-2",), (("chart-1", "the drawing is empty"),))
    with pytest.raises(BriefingError) as told:
        check_figures(merge_sections(week(), EDITION), report, untagged)
    assert "2 ran, 1 were drawn, 0 are in the PDF" in str(told.value)
    assert f'"{BAR_ALT}" (the drawing is empty)' in str(told.value)


def test_drawn_but_not_printed(untagged: Path) -> None:
    """A figure that is drawn on screen and missing on paper is an error too."""
    report = DrawnReport(2, ("chart-1", "chart-2"), ())
    with pytest.raises(BriefingError, match=r"0 are in the PDF.*it is not in the PDF"):
        check_figures(merge_sections(week(), EDITION), report, untagged)


def test_no_figures_agree(untagged: Path) -> None:
    """A brief without figures passes."""
    brief = merge_sections([section("one", markdown("# A"))], EDITION)
    check_figures(brief, DrawnReport(0, (), ()), untagged)


@pytest.mark.browser
@pytest.mark.parametrize(
    "broken",
    [
        # every value missing: axes are drawn, and nothing on them
        go.Figure(go.Bar(x=["a", "b"], y=[None, None])),
        # the data never arrived
        go.Figure(layout={"title": "Nothing"}),
    ],
    ids=["no values", "no trace"],
)
def test_empty_drawing_is_an_error(broken: go.Figure, printer: Browser, tmp_path: Path) -> None:
    """A chart on which nothing shows counts as not drawn, in a real browser."""
    broken.update_layout(meta={"alt": "A broken chart."})
    brief = merge_sections([section("one", figure_cell(bar_chart()), figure_cell(broken))], EDITION)
    html = render_html(brief, tmp_path / "b.html")
    with pytest.raises(BriefingError, match=r"2 ran, 1 were drawn.*A broken chart.*is empty"):
        render_pdf(brief, html, tmp_path / "b.pdf", printer)


def test_a_template_that_drops_figures_is_an_error(tmp_path: Path) -> None:
    """Without a browser too: what ran must at least stand in the page."""
    own = tmp_path / "templates" / "brief"
    own.mkdir(parents=True)
    own.joinpath("index.html.j2").write_text(
        '{% extends "brief/index.html.j2" %}{% block data_other %}{% endblock %}', encoding="utf-8"
    )
    brief = merge_sections([section("one", figure_cell(bar_chart()))], EDITION)
    with pytest.raises(BriefingError, match="1 ran, 0 are in"):
        render_html(brief, tmp_path / "brief.html", desk=tmp_path)
