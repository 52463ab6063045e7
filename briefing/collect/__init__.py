"""Pages, files and feeds → a desk's articles, with what they were made of beside them."""

from briefing.collect.add import Collector
from briefing.collect.outcome import Outcome, Wishes

__all__ = ["Collector", "Outcome", "Wishes"]
