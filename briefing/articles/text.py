"""Plain text, with or without front matter."""

from __future__ import annotations

from dataclasses import replace

from briefing.articles.decode import decode
from briefing.articles.draft import Draft
from briefing.articles.front_matter import split_front_matter
from briefing.articles.prose import is_heading, normalize, unwrap


def read_text(data: bytes) -> Draft:
    """Return the paragraphs of a plain text.

    Without a title in its front matter, the first line is one only if it is short, ends like no
    sentence and has a blank line under it.
    """
    metadata, body = split_front_matter(decode(data))
    body = normalize(body)
    first, _, rest = body.partition("\n")
    if metadata.title is None and rest.startswith("\n") and is_heading(first):
        metadata = replace(metadata, title=first)
    return Draft(unwrap(body), metadata)
