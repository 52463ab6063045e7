"""A Plotly output taken apart into words, drawing and table."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefing.render.charts import read_chart

from .samples import HOSTILE, bar_chart


def _json(figure: Any) -> Any:
    return json.loads(figure.to_json())


def test_words_and_table_come_from_meta() -> None:
    """Title, source, alternative text and data rows are those of ``layout.meta``."""
    chart = read_chart(_json(bar_chart()), 3)
    assert chart.id == "chart-3"
    assert chart.title.startswith("Most of those reported killed")
    assert chart.columns == ("Place", "Killed")
    assert chart.rows[0] == ("Idlib", 19)


def test_title_leaves_the_drawing_with_its_room() -> None:
    """The drawing has no title, and the plot keeps its height once the title's margin is gone."""
    layout = json.loads(read_chart(_json(bar_chart()), 1).drawing)["layout"]
    assert "title" not in layout
    assert "meta" not in layout
    assert (layout["height"], layout["margin"]["t"]) == (320 - 80 + 12, 12)


@pytest.mark.parametrize(
    ("layout", "height"),
    [
        # no title: nothing to take out
        ({"height": 300, "margin": {"t": 80}}, 300),
        # the template keeps a small margin and lets the title make its own room
        ({"height": 300, "title": "T", "template": {"layout": {"margin": {"t": 4}}}}, 300),
        # Plotly's own margin of 100 px
        ({"height": 300, "title": {"text": "T"}}, 212),
    ],
)
def test_height_without_a_title(layout: dict[str, Any], height: int) -> None:
    """A drawing gets lower by the room its title took, and only by that."""
    drawn = json.loads(read_chart({"data": [], "layout": layout}, 1).drawing)["layout"]
    assert drawn["height"] == height


@pytest.mark.parametrize(
    ("layout", "alt"),
    [
        ({"meta": {"alt": "Two\n  lines"}}, "Two lines"),
        ({"meta": {"title": "Finding"}}, "Finding"),
        ({"title": {"text": "<b>Own</b><br>title"}}, "Own title"),
        # meta is the figure's own business
        ({"meta": ["a", "list"], "title": "Own"}, "Own"),
        ({}, "Chart 7, not described"),
    ],
)
def test_alternative_text(layout: dict[str, Any], alt: str) -> None:
    """Every figure has an alternative text on one line, whatever notebook it is from."""
    assert read_chart({"data": [], "layout": layout}, 7).alt == alt


def test_drawing_cannot_leave_its_script_element() -> None:
    """Text inside a figure never closes the script element that carries it, and survives."""
    drawing = read_chart({"data": [{"name": HOSTILE + "<!--"}], "layout": {}}, 1).drawing
    assert "<" not in drawing
    assert json.loads(drawing)["data"][0]["name"] == HOSTILE + "<!--"
