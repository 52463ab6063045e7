"""Tables → blocks of the brief: HTML from templates, escaped, with citations."""

from briefing.present.block import Block
from briefing.present.bottom_line import bottom_line
from briefing.present.casualties import casualty_table
from briefing.present.changes import change_list
from briefing.present.events import event_figures, event_note, event_table
from briefing.present.figure_trend import figure_trend
from briefing.present.implications import implication_list
from briefing.present.sources import colophon, gap_list, source_list
from briefing.present.summary import key_figures, summary_points
from briefing.present.territory import beside_map, territory_table

__all__ = [
    "Block",
    "beside_map",
    "bottom_line",
    "casualty_table",
    "change_list",
    "colophon",
    "event_figures",
    "event_note",
    "event_table",
    "figure_trend",
    "gap_list",
    "implication_list",
    "key_figures",
    "source_list",
    "summary_points",
    "territory_table",
]
