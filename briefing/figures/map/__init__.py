"""The map of named places that changed hands; drawn offline on plain axes, no tiles, no topojson."""

from briefing.figures.map.changes import map_changes

__all__ = ["map_changes"]
