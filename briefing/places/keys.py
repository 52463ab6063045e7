"""How names are compared: exact keys without case and marks, and loose keys across spellings."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from briefing.lexicon import word_set

# Marks of transliteration and punctuation that writers set, move and leave out.
_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‘’ʿʾʻʼ`´'′ʹʺ\"“”.", ""),
        **dict.fromkeys("-–‐_/,", " "),
        **{"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th"},
        **{"ł": "l", "ı": "i", "ə": "a", "ħ": "h"},
    }
)
ARTICLES: Final = word_set("places", "articles", "words")  # the Arabic article in its forms
# Spellings of one sound, applied from left to right; what remains is a skeleton.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sh?ch|tsch|tch", "c"),
        (r"dzh|dj", "j"),
        (r"kh|gh|dh|zh|th", lambda m: {"zh": "z"}.get(m[0], m[0][0])),
        (r"ph", "f"),
        (r"q|ck|c(?![eiy])", "k"),
        (r"ou|oo|w", "u"),
        (r"ij|iy|yy|ay|ai|ei|ey|ie|ee|y|e", "i"),
        (r"o", "u"),
        (r"v", "u"),
        (r"(.)\1+", r"\1"),
        (r"(?:ah|a|ih|i|h)$", ""),
    )
)
MIN_LOOSE: Final = 4  # shorter skeletons meet by chance


def exact_key(name: str) -> str:
    """Case, accents and transliteration marks removed: ``Dārat ‘Izzah`` → ``darat izzah``."""
    if name.isascii():
        folded = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", name.casefold())
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(folded.translate(_MARKS).split())


def loose_key(key: str) -> str | None:
    """The skeleton of an exact key: articles, vowel and consonant spellings levelled.

    ``al atarib``, ``atareb`` and ``el atareb`` share one. None where too little is left to tell
    names apart.
    """
    words = [word for word in key.split() if word not in ARTICLES]
    skeleton = "".join(words)
    for pattern, sound in _SOUNDS:
        skeleton = pattern.sub(sound, skeleton)
    return skeleton if len(skeleton) >= MIN_LOOSE else None
