"""What the brief calls a source. One rule, and the first that holds: its publisher, the site of its
address, its file's name in words, its title, its number.

A site's name and a publisher's are one voice wherever they stand; a file and a title are set in
quotation marks, as what is named there is a text and nobody who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from textwrap import shorten
from typing import Any
from urllib.parse import urlsplit

from briefing.lexicon import word_set

_listed = partial(word_set, "source_names")
_LONGEST = 40  # characters of a text's name
_SHORTEST_WORD = 3  # letters of a word that tells something
# The date has its own place in the brief
_DAY = re.compile(r"(?<!\d)\d{4}[-_.]?\d\d[-_.]?\d\d(?!\d)")
_BETWEEN = re.compile(r"[\s_+.-]+")
_HANDLE = re.compile(r"[\w.@-]{2,40}")
_TEXT = re.compile(r"source \d+|“.*”")
_SITE = re.compile(r"[a-z\d-]+(?:\.[a-z\d-]+)+(?:/[\w.@-]+)?")


def name_source(source: Mapping[str, Any]) -> str:
    """Return the name of a row of ``sources``: ``Example Daily``, ``example.org``, ``“radio”``."""
    named = source.get("publisher") or _site_name(source.get("url") or "")
    text = _file_name(source.get("path") or "") or source.get("title") or ""
    return str(named or _as_text(text) or f"source {source['number']}")


def takes_no_article(name: str) -> bool:
    """Whether a name is a site, a text or a number, and so stands alone in a sentence."""
    return names_text(name) or bool(_SITE.fullmatch(name))


def names_text(name: str) -> bool:
    """Whether a name is a text's: nobody is known who says what stands there."""
    return bool(_TEXT.fullmatch(name))


def site_of(url: str) -> str:
    """The site of an address, as readers call it: ``example.org``; ValueError if it is none."""
    host = (urlsplit(url).hostname or "").rstrip(".")
    first, _, rest = host.partition(".")
    return rest if first in _listed("site", "same") and "." in rest else host


def _site_name(url: str) -> str:
    """The site, on a platform with whose page it is; nothing where there is no site."""
    try:
        site, path = site_of(url), urlsplit(url).path
    except ValueError:
        return ""
    if "." not in site or site not in _listed("platforms", "hosts"):
        return site if "." in site else ""
    parts = (part for part in path.split("/") if part not in _listed("platforms", "aside"))
    handle = next(filter(_HANDLE.fullmatch, parts), None)
    return f"{site}/{handle}" if handle else site


def _file_name(path: str) -> str:
    """The file's name in words; nothing where no word of it tells anything."""
    words = _BETWEEN.split(_DAY.sub(" ", PurePath(path).stem))
    telling = (
        len(word) >= _SHORTEST_WORD
        and word.isalpha()
        and word.lower() not in _listed("files", "nameless")
        for word in words
    )
    return " ".join(filter(None, words)) if any(telling) else ""


def _as_text(text: str) -> str:
    """The name of a text in quotation marks, up to its first comma: names have none."""
    head = re.split("[,;]", re.sub('[“”"]', "", text), maxsplit=1)[0]
    told = shorten(head, _LONGEST, placeholder=" …")
    return f"“{told}”" if told else ""
