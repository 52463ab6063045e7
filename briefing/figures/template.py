"""The one Plotly template, made from ``briefing/design.toml``, and the colours of the parties."""

from __future__ import annotations

from functools import cache

import plotly.graph_objects as go
import plotly.io as pio

from briefing.design import load_design

NAME = "briefing"
LABEL = 13  # px: text that belongs to a mark
SMALL = 12  # px: the smallest text in a drawing


def ink(name: str) -> str:
    """Return a colour of the light scheme by its name in ``design.toml``."""
    return str(load_design()["light"][name])


@cache
def register() -> str:
    """Register the template with Plotly, make it the default, and return its name."""
    pio.templates[NAME] = go.layout.Template(layout=_layout())
    pio.templates.default = NAME
    return NAME


def _layout() -> go.Layout:
    axis = {"showgrid": False, "zeroline": False, "showline": False, "ticks": ""}
    return go.Layout(
        font={"family": load_design()["type"]["sans"], "size": LABEL, "color": ink("ink")},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=load_design()["parties"]["colours"],
        xaxis=axis,
        yaxis=axis,
        margin={"l": 0, "r": 0, "t": 4, "b": 0, "pad": 0},
        showlegend=False,
        dragmode=False,
        hoverlabel={
            "font": {"family": load_design()["type"]["sans"], "size": LABEL, "color": ink("ink")},
            "bgcolor": ink("paper"),
            "bordercolor": ink("rule"),
            "align": "left",
        },
        title={
            "x": 0,
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 4, "b": 10},
            "font": {"size": 16, "color": ink("ink"), "weight": 600},
            "subtitle": {"font": {"size": LABEL, "color": ink("muted")}},
        },
    )
