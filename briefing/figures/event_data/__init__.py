"""Charts of event data over time, each from the totals of one dataset."""

from briefing.figures.event_data.deaths import chart_event_deaths, chart_event_sides
from briefing.figures.event_data.periods import Trend, find_trends
from briefing.figures.event_data.territory import chart_event_territory, tell_event_territory

__all__ = [
    "Trend",
    "chart_event_deaths",
    "chart_event_sides",
    "chart_event_territory",
    "find_trends",
    "tell_event_territory",
]
