"""The map of named places that changed hands: plain axes, offline, no tiles, no topojson."""

from briefing.figures.map.changes import map_changes

__all__ = ["map_changes"]
