"""A Plotly output of a notebook, taken apart: words to be set as text, drawing, data table.

The words stand in ``layout.meta`` (see docs/architecture.md). A figure without them, from any
notebook, is named by its own title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.render.page import inline_json

PLOTLY = "application/vnd.plotly.v1+json"

_TOP_MARGIN = 12  # px: what stays above a drawing once its title is set as text
_DEFAULT_TOP, _DEFAULT_HEIGHT = 100, 450  # px: Plotly's own
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Chart:
    """One figure of the brief. ``drawing`` is JSON that may stand inside a script element."""

    id: str
    title: str
    subtitle: str
    source: str
    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    drawing: str


def figure_outputs(notebook: Any) -> Iterator[Any]:
    """The outputs that hold a Plotly figure, in reading order."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if PLOTLY in output.get("data", {}):
                yield output


def read_chart(figure: Mapping[str, Any], number: int) -> Chart:
    """Take one figure's JSON apart; ``number`` counts from 1 and makes its id."""
    layout = figure.get("layout") or {}
    meta = layout.get("meta")
    words = meta if isinstance(meta, dict) else {}
    title = str(words.get("title") or _own_title(layout))
    return Chart(
        id=f"chart-{number}",
        title=title,
        subtitle=str(words.get("subtitle") or ""),
        source=str(words.get("source") or ""),
        alt=_one_line(str(words.get("alt") or title or f"Chart {number}, not described")),
        columns=tuple(map(str, words.get("columns") or ())),
        rows=tuple(tuple(row) for row in words.get("rows") or ()),
        drawing=inline_json(_without_title(figure, layout)),
    )


def _own_title(layout: Mapping[str, Any]) -> str:
    title = layout.get("title")
    text = title.get("text") if isinstance(title, dict) else title
    return _one_line(_TAG.sub(" ", str(text or "")))


def _without_title(figure: Mapping[str, Any], layout: Mapping[str, Any]) -> dict[str, Any]:
    """The figure without the words that the page sets, and without the room they took."""
    drawn = {key: value for key, value in layout.items() if key not in ("title", "meta", "width")}
    spare = _top_margin(layout) - _TOP_MARGIN
    if layout.get("title") and spare > 0:
        drawn["margin"] = {**(layout.get("margin") or {}), "t": _TOP_MARGIN}
        drawn["height"] = layout.get("height", _DEFAULT_HEIGHT) - spare
    return {"data": figure.get("data") or [], "layout": drawn}


def _top_margin(layout: Mapping[str, Any]) -> float:
    template = (layout.get("template") or {}).get("layout") or {}
    margins = {"t": _DEFAULT_TOP, **(template.get("margin") or {}), **(layout.get("margin") or {})}
    return float(margins["t"])


def _one_line(text: str) -> str:
    return " ".join(text.split())
