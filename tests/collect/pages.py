"""Pages and feeds for the site of a test."""

from __future__ import annotations

LONG = "The army said on Friday that it had withdrawn from the town after two days of fighting."
LATER = "Residents said that the shelling went on through the night and that nobody could leave."
MORE = "A hospital in the next valley took in 14 wounded, its director said, and asked for blood."
TEXT = f"{LONG} {LATER}\n\n{MORE}"
PARAGRAPHS = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))


def article_page(title: str = "Two days: a retreat", body: str = PARAGRAPHS, head: str = "") -> str:
    """A news page."""
    return f"""<!doctype html><html lang="en"><head><title>{title} | Some Daily</title>
<meta property="og:site_name" content="Some Daily"><meta name="author" content="Foreign desk">
<meta property="article:published_time" content="2024-11-28T01:40:00+03:00">{head}</head><body>
<nav><a href="/">Home</a></nav>
<main><article><h1>{title}</h1>{body}</article></main></body></html>"""


def rss(*items: str) -> str:
    """A feed."""
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Some Wire</title>
<language>en-gb</language>{"".join(items)}</channel></rss>"""


def item(title: str, link: str, content: str = "", summary: str = "In short.") -> str:
    """An entry of a feed."""
    full = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return f"""<item><title>{title}</title><link>{link}</link><description>{summary}</description>
<pubDate>Fri, 29 Nov 2024 01:10:00 +0300</pubDate>{full}</item>"""
