"""Titles before a person's name, from ``titles.toml``."""

from __future__ import annotations

from typing import Final

from briefing.lexicon import word_set

FULL: Final = word_set("titles", "full", "words")  # "colonel"
SHORT: Final = word_set("titles", "short", "words")  # "col", without its full stop
# As a text writes them before a name, in small letters: "colonel", "col.", "dr" and "dr.".
WRITTEN: Final = (
    FULL | word_set("titles", "short", "bare") | frozenset(f"{title}." for title in SHORT)
)
