"""From executed notebooks to ``brief.html`` and ``brief.pdf``."""

# mypy: allow-untyped-calls
# nbconvert has few type hints.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.render.browser import Browser, browser_version, find_browser, open_browser

if TYPE_CHECKING:
    from briefing.render.printing import DrawnReport

__all__ = [
    "Browser",
    "browser_version",
    "find_browser",
    "load_renderer",
    "open_browser",
    "render_html",
    "render_pdf",
]


def load_renderer() -> None:
    """Import what rendering and printing need, which takes longer than either; beside other work
    it is there when it is wanted."""
    from briefing.render import exporters, gate, merge, printing  # noqa: F401 - for their loading


def render_html(notebook: Any, html: Path, *, desk: Path | None = None) -> Path:
    """Write a notebook (a merged edition, or any) as one self-contained page.

    ``desk`` is the folder whose ``templates/`` come first; without it, the working directory.
    Raises ``BriefingError`` where a figure that ran is not in the page.
    """
    from briefing.render.exporters import BriefHTMLExporter, template_folders
    from briefing.render.gate import check_page

    folders = [str(folder) for folder in template_folders(desk or Path.cwd())]
    exporter = BriefHTMLExporter(extra_template_basedirs=folders)
    page, _ = exporter.from_notebook_node(notebook)
    html.write_text(page, encoding="utf-8", newline="\n")
    check_page(notebook, html)
    return html


def render_pdf(notebook: Any, html: Path, pdf: Path, browser: Browser) -> DrawnReport:
    """Print the page that ``render_html`` made of ``notebook`` and hold its figures to the gate.

    Raises ``BriefingError`` where the browser does not start, the page does not open or a figure
    that ran is not drawn or not in the PDF.
    """
    from briefing.render.gate import check_figures
    from briefing.render.printing import print_pdf

    report = print_pdf(html, pdf, browser)
    check_figures(notebook, report, pdf)
    return report
