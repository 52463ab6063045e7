"""One browser for all tests of the page, and one printed brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.render import Browser, open_browser, render_html, render_pdf
from briefing.render.merge import merge_sections
from briefing.render.printing import DrawnReport

from .samples import EDITION, week


@dataclass(frozen=True)
class Printed:
    """A brief on disk and what the browser told while it printed it."""

    html: Path
    pdf: Path
    report: DrawnReport


@pytest.fixture(scope="session")
def printer() -> Iterator[Browser]:
    with open_browser() as running:
        yield running


@pytest.fixture(scope="session")
def printed(printer: Browser, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("brief")
    brief = merge_sections(week(), EDITION)
    html, pdf = render_html(brief, folder / "brief.html"), folder / "brief.pdf"
    return Printed(html, pdf, render_pdf(brief, html, pdf, printer))
