"""Files → ``Article``: clean text whose characters every later offset counts.

One file per format: ``markdown``, ``html``, ``text``, ``pdf``, ``docx``; ``kinds.toml`` lists them.
"""

from briefing.articles.copies import merge_copies, tell_copies
from briefing.articles.folder import Reader, read_articles
from briefing.articles.read import read_article

__all__ = ["Reader", "merge_copies", "read_article", "read_articles", "tell_copies"]
