"""Plain text, with or without front matter."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.articles.decode import decode
from briefing.articles.draft import Draft, Metadata
from briefing.articles.front_matter import split_front_matter, split_header
from briefing.articles.prose import is_heading, normalize, unwrap

_LONGER = 4  # letters from which on a word has a capital in a title
_FEWEST = 3  # such words: "North Kivu" may open a sentence that is wrapped
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read_text(data: bytes) -> Draft:
    """Return the paragraphs of a plain text.

    Without a title in its front matter, the first line is one only if it is short, ends like no
    sentence and has a blank line under it or Is Written Like This.
    """
    metadata, body = split_front_matter(decode(data))
    body = normalize(body)
    if metadata == Metadata():
        metadata, body = split_header(body)
    first, _, rest = body.partition("\n")
    stands_out = rest.startswith("\n") or (bool(rest) and _is_in_title_case(first))
    if metadata.title is None and stands_out and is_heading(first):
        metadata = replace(metadata, title=first)
    return Draft(unwrap(body), metadata)


def _is_in_title_case(line: str) -> bool:
    """Whether each longer word has a capital; a dateline, which has too, gives a year."""
    longer = [word for word in line.split() if len(word) >= _LONGER]
    named = all(word[0].isupper() for word in longer)
    return named and len(longer) >= _FEWEST and not _YEAR.search(line)
