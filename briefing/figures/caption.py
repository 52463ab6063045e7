"""What every figure carries beside its drawing: finding, subtitle, source line, alt text, data."""

from __future__ import annotations

import textwrap
from dataclasses import asdict, dataclass

import plotly.graph_objects as go

from briefing.figures.template import register

LINE = 92  # characters of a title's line in Jupyter, where it stands inside the drawing


@dataclass(frozen=True)
class Caption:
    """The words of a figure; ``columns`` and ``rows`` are its data as a table."""

    title: str
    subtitle: str
    source: str
    alt: str
    columns: list[str]
    rows: list[list[str]]


def captioned(figure: go.Figure, caption: Caption) -> go.Figure:
    """Put the caption into ``layout.meta`` for exporters, ``layout.title`` for Jupyter."""
    figure.update_layout(
        template=register(),
        meta=asdict(caption),
        title={"text": _folded(caption.title), "subtitle": {"text": _folded(caption.subtitle)}},
    )
    return figure


def _folded(text: str) -> str:
    return "<br>".join(textwrap.wrap(text, LINE))
