"""The figure gate: what ran, what the page drew and what the PDF holds must agree.

A chart is counted by its alternative text, the one name it keeps from notebook to PDF.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import BriefingError
from briefing.render.charts import PLOTLY, figure_outputs, read_chart

if TYPE_CHECKING:
    from briefing.render.printing import DrawnReport


def count_ran(notebook: Any) -> Counter[str]:
    """The figures that the notebook's cells put out, by alternative text."""
    return Counter(_alternatives(notebook))


def count_drawn(notebook: Any, report: DrawnReport) -> Counter[str]:
    """Those of them that the page drew, with marks to be seen."""
    names = {f"chart-{number}": alt for number, alt in enumerate(_alternatives(notebook), start=1)}
    return Counter(names[chart] for chart in report.drawn if chart in names)


def count_printed(pdf: Path) -> Counter[str]:
    """The figures of a tagged PDF that have content on a page, by alternative text."""
    from pypdf import PdfReader

    tree = PdfReader(pdf).root_object.get("/StructTreeRoot", {})
    figures = (one for one in _elements(tree) if one.get("/S") == "/Figure")
    return Counter(
        " ".join(str(figure["/Alt"]).split())
        for figure in figures
        if "/Alt" in figure and _has_content(figure)
    )


def check_figures(notebook: Any, report: DrawnReport, pdf: Path) -> None:
    """Raise ``BriefingError`` with the three numbers and a missing figure if they differ."""
    ran = count_ran(notebook)
    drawn = count_drawn(notebook, report)
    printed = count_printed(pdf) & ran  # a picture of another kind is no chart
    if ran == drawn == printed:
        return
    missing = next(iter((ran - drawn) or (ran - printed)), None)
    reason = report.failed[0][1] if report.failed else "it is not in the PDF"
    raise BriefingError(
        f"Figures are missing: {ran.total()} ran, {drawn.total()} were drawn, "
        f'{printed.total()} are in the PDF; look at "{missing}" ({reason}).'
    )


def check_page(notebook: Any, html: Path) -> None:
    """Raise ``BriefingError`` where the page lacks a figure: the gate without a browser."""
    ran = count_ran(notebook).total()
    held = html.read_text(encoding="utf-8").count('<figure class="chart"')
    if ran != held:
        raise BriefingError(
            f"Figures are missing: {ran} ran, {held} are in {html.name}; "
            "look whether the desk's own template leaves out figures."
        )


def _alternatives(notebook: Any) -> Iterator[str]:
    for number, output in enumerate(figure_outputs(notebook), start=1):
        yield read_chart(output["data"][PLOTLY], number).alt


def _elements(node: Any) -> Iterator[Any]:
    """All structure elements below ``node``, in reading order."""
    for kid in _kids(node):
        if hasattr(kid, "get") and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _kids(node: Any) -> list[Any]:
    kids = node.get("/K", [])
    return [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]


def _has_content(element: Any) -> bool:
    """Whether marked content of a page belongs to the element or to one below it.

    Marked content is named by a bare number or by a reference (ISO 32000-2, 14.7.5).
    """
    return any(
        isinstance(kid, int) or kid.get("/Type") in ("/MCR", "/OBJR") or _has_content(kid)
        for kid in _kids(element)
    )
