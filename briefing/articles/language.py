"""Which language a text is in, by its commonest words: ``lexicon/stopwords.toml``."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

# A run of letters; scripts without spaces between words are counted sign by sign.
_WORD = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]|[^\W\d_\u3040-\u30ff\u4e00-\u9fff]+")
_ENOUGH_WORDS = 4000
_LEAST_SHARE = 0.08  # of all words; running text in any of the languages has 0.2 or more
_LEAST_DIFFERENT = 2  # one word alone may belong to many languages


@cache
def load_stopwords() -> dict[str, frozenset[str]]:
    """Return the stop words by ISO 639-1 code."""
    source = files("briefing").joinpath("lexicon/stopwords.toml").read_text(encoding="utf-8")
    return {code: frozenset(entry["words"]) for code, entry in tomllib.loads(source).items()}


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language, or None where the words do not tell."""
    words = _WORD.findall(text.lower())[:_ENOUGH_WORDS]
    counts = Counter(words)
    shares = {
        code: sum(counts[word] for word in stopwords) / max(len(words), 1)
        for code, stopwords in load_stopwords().items()
    }
    best = max(shares, key=shares.__getitem__)
    different = sum(word in counts for word in load_stopwords()[best])
    return best if shares[best] >= _LEAST_SHARE and different >= _LEAST_DIFFERENT else None
