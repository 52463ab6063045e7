"""Pages and feeds from the web, politely and safely; nothing here knows what an article is."""

from briefing.fetch.errors import FetchError
from briefing.fetch.fetcher import Fetcher, Page
from briefing.fetch.limits import Limits

__all__ = ["FetchError", "Fetcher", "Limits", "Page"]
