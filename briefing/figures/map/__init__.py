"""The map of named places that changed hands: plain axes, offline, no tiles, no topojson."""

from briefing.figures.map.changes import map_changes
from briefing.figures.map.event_map import map_events

__all__ = ["map_changes", "map_events"]
