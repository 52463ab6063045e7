"""Tables → Plotly figures. Each carries its caption, alt text and data in ``layout.meta``."""

from briefing.figures.casualties import chart_casualties
from briefing.figures.map import map_changes
from briefing.figures.settlements import chart_settlements

__all__ = ["chart_casualties", "chart_settlements", "map_changes"]
