"""Claims made by hand, for tests of what comes after extraction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from briefing.models import (
    Article,
    Attribution,
    Casualty,
    Extraction,
    Implication,
    Place,
    Quantity,
    SummaryPoint,
    TerritorialChange,
    When,
)

TEXT = (
    "At least 15 civilians were killed in Atarib, the White Helmets said. Rebels took 21 villages."
)


def article(number: int = 1, **changes: Any) -> Article:
    """An article whose id and hash follow from its number."""
    made = Article(
        id=f"{number:012x}",
        path=f"articles/{number}.md",
        text=TEXT,
        sha256=f"{number:064x}",
        title=f"Report {number}",
        publisher="Sample Wire",
        published=date(2024, 11, 28),
    )
    return replace(made, **changes)


def exactly(n: int) -> Quantity:
    """A count without uncertainty."""
    return Quantity("exact", n, n, n, str(n))


def at_least(n: int) -> Quantity:
    """A count open upwards."""
    return Quantity("at_least", n, n, None, f"at least {n}")


def vague(words: str) -> Quantity:
    """A count without a number."""
    return Quantity("vague", None, None, None, words)


ATARIB = Place(37, 43, "Atarib", "Atārib", "settlement", "SY", "Aleppo", 36.14, 36.83, 1, 172955)
DAY = When(date(2024, 11, 28), date(2024, 11, 28), 1, "on Thursday", "relative")


def casualty(of: Article, start: int = 0, **changes: Any) -> Casualty:
    """Civilians killed in Atarib; ``changes`` replace fields, ``by`` the claimant."""
    by = changes.pop("by", "White Helmets")
    made = Casualty(
        **_claim(of, "c", start, 34),
        attribution=Attribution(by, "monitor", "said"),
        outcome="killed",
        quantity=at_least(15),
        victim="civilians",
        victim_group="civilians",
        victim_side=None,
        place=ATARIB,
        perpetrator="Russia",
        means="airstrike",
    )
    return replace(made, **changes)


def change(of: Article, start: int = 69, **changes: Any) -> TerritorialChange:
    """21 villages captured."""
    made = TerritorialChange(
        **_claim(of, "t", start, len(TEXT)),
        attribution=Attribution("SOHR", "monitor", "said"),
        action="captured",
        gainer="HTS-led alliance",
        loser=None,
        places=(),
        quantity=exactly(21),
        unit="villages",
    )
    return replace(made, **changes)


def implication(of: Article, start: int = 0, **changes: Any) -> Implication:
    """A statement about Russia."""
    made = Implication(
        **_claim(of, "i", start, 34),
        attribution=Attribution("Analysts", "expert", "warn"),
        subjects=("Russia",),
        kind="assessment",
        theme="military",
        modality=("could",),
        weight=5.0,
    )
    return replace(made, **changes)


def point(of: Article, start: int = 0, **changes: Any) -> SummaryPoint:
    """One summary point."""
    made = SummaryPoint(
        **_claim(of, "s", start, 34),
        attribution=Attribution(),
        text="At least 15 civilians were killed.",
        weight=1.0,
    )
    return replace(made, **changes)


def extraction(of: Article, **claims: Any) -> Extraction:
    """An article with its claims."""
    return Extraction(of, **claims)


def _claim(of: Article, letter: str, start: int, end: int) -> dict[str, Any]:
    return {
        "id": f"{of.id}-{letter}{start}",
        "article_id": of.id,
        "start": start,
        "end": end,
        "quote": of.text[start:end],
        "sentence_start": start,
        "sentence_end": end,
        "sentence": of.text[start:end],
        "certainty": "reported",
        "certainty_words": None,
        "when": DAY,
        "rule": "by hand",
    }
