"""A figure in the making: plain dictionaries until it is complete.

Plotly checks and copies whatever is added to a figure, and with each annotation all that were there
before. A map has dozens: checked once, when it is complete, it is drawn in half the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go


class Drawing:
    """Takes what a Plotly figure takes, by the same names, and becomes one at the end."""

    def __init__(self) -> None:
        self._traces: list[dict[str, Any]] = []
        self._layout: dict[str, Any] = {}

    @property
    def height(self) -> float:
        """The height in px, once it is set."""
        height: float = self._layout["height"]
        return height

    def add_bar(self, **trace: Any) -> None:
        """Draw bars."""
        self._traces.append({"type": "bar", **trace})

    def add_scatter(self, **trace: Any) -> None:
        """Draw points, lines or areas."""
        self._traces.append({"type": "scatter", **trace})

    def add_annotation(self, **annotation: Any) -> None:
        """Write a text."""
        self._layout.setdefault("annotations", []).append(annotation)

    def add_shape(self, **shape: Any) -> None:
        """Draw a line or an area that belongs to no data."""
        self._layout.setdefault("shapes", []).append(shape)

    def update_layout(self, given: Mapping[str, Any] | None = None, **more: Any) -> None:
        """Set parts of the layout; what is not named stays as it is."""
        _merge(self._layout, {**(given or {}), **more})

    def complete(self) -> go.Figure:
        """The figure. Raises ``ValueError`` for what Plotly does not know."""
        return go.Figure({"data": self._traces, "layout": self._layout})


def _merge(into: dict[str, Any], given: Mapping[str, Any]) -> None:
    for name, value in given.items():
        if isinstance(value, Mapping):
            _merge(into.setdefault(name, {}), value)
        else:
            into[name] = value
