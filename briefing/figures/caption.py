"""What every figure carries beside its drawing: finding, subtitle, source line, alt text, data."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import plotly.graph_objects as go

from briefing.figures.drawing import Drawing
from briefing.figures.template import register
from briefing.wording import folded

LINE = 92  # characters of a title's line in Jupyter, where it stands inside the drawing
TITLE_LINE, SUBTITLE_LINE = 21, 18  # px
TOP = 12  # px above the drawing, which the exporter keeps when it takes the title out


@dataclass(frozen=True)
class Caption:
    """The words of a figure; ``columns`` and ``rows`` are its data as a table."""

    title: str
    subtitle: str
    source: str
    alt: str
    columns: list[str]
    rows: list[list[str]]


def captioned(figure: Drawing, caption: Caption) -> go.Figure:
    """Complete a figure with its caption: ``layout.meta`` for exporters, ``title`` for Jupyter."""
    title, subtitle = folded(caption.title, LINE), folded(caption.subtitle, LINE)
    room = 12 + TITLE_LINE * len(title) + SUBTITLE_LINE * len(subtitle)
    figure.update_layout(
        template=register(),
        meta=asdict(caption),
        title={
            "text": "<br>".join(title),
            "subtitle": {"text": "<br>".join(subtitle)},
            # Plotly hangs a title by its last line.
            "pad": {"t": 4 + TITLE_LINE * (len(title) - 1)},
        },
        margin={"t": TOP + room},
        height=figure.height + TOP + room,
    )
    return figure.complete()
