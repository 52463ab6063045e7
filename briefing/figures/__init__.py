"""Tables → Plotly figures. Each carries its caption, alt text and data in ``layout.meta``."""

from briefing.figures.casualties import chart_casualties
from briefing.figures.event_data import (
    chart_event_deaths,
    chart_event_sides,
    chart_event_territory,
    find_trends,
    tell_event_territory,
)
from briefing.figures.map import map_changes, map_events
from briefing.figures.settlements import chart_settlements

__all__ = [
    "chart_casualties",
    "chart_event_deaths",
    "chart_event_sides",
    "chart_event_territory",
    "chart_settlements",
    "find_trends",
    "map_changes",
    "map_events",
    "tell_event_territory",
]
