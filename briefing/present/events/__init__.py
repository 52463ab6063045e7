"""Event data in the brief: blocks made from the ledger's event tables alone."""

from briefing.present.events.blocks import (
    event_figures,
    event_lead,
    event_note,
    event_points,
    event_table,
)

__all__ = ["event_figures", "event_lead", "event_note", "event_points", "event_table"]
