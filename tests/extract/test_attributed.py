"""Who says so, how, and how certain: claims of whole texts in the project's own words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.models import Article, Claim

ROWS = tomllib.loads(Path(__file__).with_name("attributed.toml").read_text(encoding="utf-8"))[
    "rows"
]


def claim_of(text: str, words: str) -> Claim:
    """The shortest claim that holds the words, the first without any."""
    extraction = extract(Article("a1", "a1.txt", text, "00"))
    claims = sorted((*extraction.casualties, *extraction.territory), key=lambda c: c.start)
    return min((c for c in claims if words in c.quote), key=lambda c: len(c.quote) * bool(words))


@pytest.mark.parametrize(("text", "words", "source", "kind", "certainty"), ROWS)
def test_attributed(text: str, words: str, source: str, kind: str, certainty: str) -> None:
    """Source, kind and certainty of a claim are those of its own clause."""
    claim = claim_of(text, words)
    said = claim.attribution
    read = (said.source_original or "", said.kind or "", claim.certainty)
    assert read == (source, kind, certainty)


OWN = [  # the publisher's own report is its own voice, its own count is somebody's
    ("Nine men died in Goma, Lake News reported on Friday.", None),
    ("Nine men died in Goma, according to a count by Lake News.", "Lake News"),
]


@pytest.mark.parametrize(("text", "source"), OWN)
def test_publisher_speaks_itself(text: str, source: str | None) -> None:
    """An outlet that reports is not quoted by itself."""
    article = Article("a1", "a1.txt", text, "00", publisher="Lake News")
    assert extract(article).casualties[0].attribution.source_original == source
