"""The page as text: what is in it, what is not, and that nothing in it can act."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from nbformat import NotebookNode

from briefing.render import render_html
from briefing.render.merge import merge_sections

from .samples import (
    EDITION,
    HOSTILE,
    bar_chart,
    error_cell,
    failed_cell,
    figure_cell,
    html_cell,
    map_chart,
    markdown,
    markdown_output_cell,
    section,
    stream_cell,
    week,
)

Render = Callable[..., str]


@pytest.fixture
def render(tmp_path: Path) -> Render:
    """Render cells of one section, or a whole notebook, to the page's text."""

    def to_text(*cells: NotebookNode, edition: dict[str, object] | None = None) -> str:
        brief = merge_sections([section("one", *cells)], EDITION | (edition or {}))
        with warnings.catch_warnings(action="error"):
            return render_html(brief, tmp_path / "brief.html").read_text("utf-8")

    return to_text


class _Addresses(HTMLParser):
    """Collects what a browser would fetch, and the scripts it would run."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and given.get("type") != "application/json":
            self.scripts += 1
        for name in ("src", "srcset", "poster", "data"):
            if (given.get(name) or "data:").split(":")[0] != "data":
                self.fetched.append(str(given[name]))
        if tag == "link":
            self.fetched.append(str(given.get("href")))


def _read(page: str) -> _Addresses:
    parser = _Addresses()
    parser.feed(page)
    return parser


def test_only_what_was_shown(render: Render) -> None:
    """No code, no warnings, no stylesheet of the notebook; printed text and blocks stay."""
    page = render(
        stream_cell("stderr", "FutureWarning: noise"),
        stream_cell("stdout", "printed words"),
        html_cell("<style>.only-in-jupyter{}</style>", briefing="style"),
        html_cell("<p>a block</p>"),
    )
    for absent in ("noise", "print()", "only-in-jupyter", "In [", "&lt;object&gt;"):
        assert absent not in page
    assert "printed words" in page
    assert page.count("<p>a block</p>") == 1


def test_ranges_stay_on_one_line(render: Render) -> None:
    """In a block and in a heading no line breaks inside a range."""
    page = render(markdown("## 12–19 killed"), html_cell("<p>27–30 Nov</p>"))
    assert '<span class="nowrap">12–19</span> killed' in page
    assert '<p><span class="nowrap">27–30 Nov</span></p>' in page


def test_headings_start_at_h2_with_unique_anchors(tmp_path: Path) -> None:
    """Each section's highest heading is an h2 below the one h1; equal headings keep their anchors
    apart, and code is no heading."""
    high = section("one", markdown("# Notes\n\n```\n# code\n```"), markdown("## Detail"))
    low = section("two", markdown_output_cell("### Notes\n\n#### Detail"))
    page = render_html(merge_sections([high, low], EDITION), tmp_path / "b.html").read_text("utf-8")
    found = re.findall(r'<h(\d)(?: id="([^"]*)")?>', page)
    assert found == [
        ("1", ""),
        ("2", "notes"),
        ("3", "detail"),
        ("2", "notes-2"),
        ("3", "detail-2"),
    ]


def test_sections_are_wrapped(tmp_path: Path) -> None:
    """Each section stands in one element named after it."""
    page = render_html(merge_sections(week(), EDITION), tmp_path / "b.html").read_text("utf-8")
    assert re.findall(r'<section class="section" id="section-(\w+)">', page) == [
        "summary",
        "casualties",
        "territory",
    ]
    assert page.count("</section>") == 3


def test_plotly_once_and_nothing_fetched(render: Render) -> None:
    """Two charts share one plotly.js; MathJax, require.js, mermaid and every address stay out."""
    page = render(figure_cell(bar_chart()), figure_cell(map_chart()))
    parsed = _read(page)
    assert page.count("* plotly.js v") == 1
    assert parsed.scripts == 2
    assert parsed.fetched == []
    without_scripts = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search("mathjax|require|mermaid|https?:", without_scripts, re.IGNORECASE)


def test_no_chart_no_script(render: Render) -> None:
    """A page without figures carries no script at all, and its policy forbids any."""
    page = render(markdown("# Words"))
    assert _read(page).scripts == 0
    assert "script-src &#39;none&#39;" in page
    assert len(page) < 50_000


def test_figure_is_set_as_text(render: Render) -> None:
    """Title, subtitle and source are text; the drawing has its alternative text; the data is a
    table with counts aligned."""
    page = render(figure_cell(bar_chart()))
    assert '<p class="title">Most of those reported killed died in Idlib and Atarib</p>' in page
    assert 'role="img" aria-label="Bars. Idlib 19' in page
    assert '<td>Idlib</td><td class="num">19</td>' in page
    assert '<p class="note">Sample Wire [1]</p>' in page


def test_hostile_text_does_not_act(render: Render) -> None:
    """A title, a figure's words, Markdown made from articles and an error message stay text."""
    chart = bar_chart().update_layout(
        title=None,
        meta={"title": HOSTILE, "alt": HOSTILE, "columns": [HOSTILE], "rows": [[HOSTILE]]},
    )
    failed = failed_cell()
    failed.metadata.briefing["failure"]["error"] = HOSTILE
    page = render(
        figure_cell(chart),
        markdown_output_cell(f"quoted: {HOSTILE}\n\n[link](javascript:alert(1))"),
        failed,
        edition={"title": HOSTILE, "marking": HOSTILE, "region": HOSTILE},
    )
    assert _read(page).scripts == 2
    assert "<script>alert(1)" not in page
    assert "javascript:" not in page.split("<script")[0]
    assert "{{7*7}}" in page


def test_failed_section_leaves_a_box(render: Render) -> None:
    """A failure names section, cell and error once; Papermill's own notice stays out."""
    notice = markdown('<span id="papermill-error-cell">An Exception was encountered</span>')
    notice.metadata["tags"] = ["papermill-error-cell-tag"]
    page = render(notice, markdown("# Trend"), failed_cell())
    assert "The section “trend” failed</strong> in cell 3 (1 / 0)." in page
    assert page.count("ZeroDivisionError: division by zero") == 1
    assert "An Exception was encountered" not in page


def test_error_of_a_single_notebook(render: Render) -> None:
    """A notebook that holds an error shows its kind and words, and no traceback."""
    page = render(error_cell())
    assert '<div class="failure" role="alert"><p><strong>KeyError</strong></p>' in page
    assert "Traceback" not in page


def test_masthead(render: Render) -> None:
    """The masthead states what the edition states and leaves out what it does not."""
    page = render(edition={"region": None})
    for stated in ("25 November – 1 December 2024", "1 December 2024, 18:00 UTC", "TLP:CLEAR"):
        assert stated in page
    assert "<dt>Region</dt>" not in page
    assert '<html lang="en" data-print-width="642" data-print-height="1009">' in page


def test_the_desks_template_comes_first(tmp_path: Path) -> None:
    """A desk replaces one stylesheet and extends one block; all else is the shipped template."""
    own = tmp_path / "templates" / "brief"
    (own / "static").mkdir(parents=True)
    (own / "static" / "page.css").write_text("body { color: teal; }")
    (own / "index.html.j2").write_text(
        "{% extends 'brief/index.html.j2' %}"
        "{% block colophon %}<p>Set by the desk</p>{% endblock %}"
    )
    brief = merge_sections([section("one", markdown("# A"))], EDITION)
    page = render_html(brief, tmp_path / "b.html", desk=tmp_path).read_text("utf-8")
    assert "color: teal" in page
    assert "Set by the desk" in page
    assert ".key-figures" in page
    assert "<h1>North-west Syria weekly brief</h1>" in page


def test_same_notebook_same_page(tmp_path: Path) -> None:
    """Rendering twice gives the same bytes, and leaves the notebook as it was."""
    brief = merge_sections(week(), EDITION)
    cells = len(brief.cells)
    first = render_html(brief, tmp_path / "1.html").read_bytes()
    assert render_html(brief, tmp_path / "2.html").read_bytes() == first
    assert len(brief.cells) == cells
