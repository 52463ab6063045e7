"""A figure in the making becomes what Plotly would have made of it step by step."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from briefing.figures.drawing import Drawing

STEPS = [
    ("update_layout", {"height": 90, "margin": {"r": 5}}),
    ("add_bar", {"x": [1, 2], "y": ["one", "two"], "orientation": "h"}),
    ("add_scatter", {"x": [1], "y": ["one"], "marker": {"size": 4, "line": {"width": 1}}}),
    ("add_annotation", {"text": "one", "x": 1, "y": 0, "font": {"size": 12}}),
    ("add_annotation", {"text": "two", "x": 2, "y": 1, "showarrow": False}),
    ("add_shape", {"type": "line", "x0": 0, "x1": 1, "y0": 0, "y1": 1}),
    ("update_layout", {"xaxis": {"visible": False}, "margin": {"t": 20}, "height": 110}),
    ("update_layout", {"xaxis": {"range": [0, 2]}, "title": {"subtitle": {"text": "why"}}}),
]


def test_it_becomes_the_figure_that_the_same_steps_make() -> None:
    """Traces and texts in their order; a later part of the layout leaves the others."""
    drawing, figure = Drawing(), go.Figure()
    for name, given in STEPS:
        getattr(drawing, name)(**given)
        getattr(figure, name)(**given)
    assert drawing.complete().to_plotly_json() == figure.to_plotly_json()
    assert drawing.height == 110


def test_what_is_given_is_left_as_it_was() -> None:
    """Parts of the layout are copied, so that two figures can begin with the same ones."""
    axis = {"visible": False, "title": {"text": "one"}}
    drawing = Drawing()
    drawing.update_layout({"xaxis": axis})
    drawing.update_layout(xaxis={"range": [0, 1], "title": {"text": "two"}})
    assert axis == {"visible": False, "title": {"text": "one"}}


def test_what_plotly_does_not_know_is_an_error() -> None:
    """As it is when it is added to a figure, only later."""
    drawing = Drawing()
    drawing.add_bar(x=[1], y=[1], colour="red")
    with pytest.raises(ValueError, match="colour"):
        drawing.complete()


def test_a_figure_of_nothing_has_no_empty_lists() -> None:
    """What was never added is not named."""
    assert Drawing().complete().to_plotly_json() == go.Figure().to_plotly_json()
