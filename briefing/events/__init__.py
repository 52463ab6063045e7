"""Event data of others (UCDP GED, ACLED, HDX HAPI): files → one table of events."""

from briefing.events.formats import Format, load_formats
from briefing.events.read import Events, find_event_files, read_event_folder, read_events

__all__ = [
    "Events",
    "Format",
    "find_event_files",
    "load_formats",
    "read_event_folder",
    "read_events",
]
