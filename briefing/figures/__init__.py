"""Tables → Plotly figures. Each carries its caption, alt text and data in ``layout.meta``."""

from briefing.figures.map import map_changes
from briefing.figures.settlements import chart_settlements
from briefing.figures.tolls import chart_tolls

__all__ = ["chart_settlements", "chart_tolls", "map_changes"]
