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
# A first line that is a day and nothing else, and what stands below it.
_DAY = re.compile(
    r"((?:[A-Z][a-z]+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2}),? \d{4})"
    r"\n+(.+)",
    re.DOTALL,
)


def read_text(data: bytes) -> Draft:
    """Return the paragraphs of a plain text.

    Without a title in its front matter, the first line is one only if it is short, ends like no
    sentence and has a blank line under it or Is Written Like This.
    """
    metadata, body = split_front_matter(decode(data))
    body = normalize(body)
    if metadata == Metadata():
        metadata, body = split_header(body)
    if metadata.title is None:
        day, below = day_above.groups() if (day_above := _DAY.fullmatch(body)) else ("", body)
        title, rest = _split_title(below)
        metadata = replace(metadata, title=title)
        if title and day:  # a text begins with its title
            body = f"{title}\n\n{day}\n\n{rest}"
    return Draft(unwrap(body), metadata)


def _split_title(body: str) -> tuple[str | None, str]:
    """The title that the first line is, and what stands below it."""
    first, _, rest = body.partition("\n")
    stands_out = rest.startswith("\n") or (bool(rest) and _is_in_title_case(first))
    return (first, rest.lstrip("\n")) if stands_out and is_heading(first) else (None, body)


def _is_in_title_case(line: str) -> bool:
    """Whether each longer word has a capital; a dateline, which has too, gives a year."""
    longer = [word for word in line.split() if len(word) >= _LONGER]
    named = all(word[0].isupper() for word in longer)
    return named and len(longer) >= _FEWEST and not _YEAR.search(line)
