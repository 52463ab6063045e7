"""Many articles at once: whatever reads them, the extractions are the same and in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.articles import read_article
from briefing.extract import extract, many
from briefing.models import Article
from briefing.places import Region

ROOT = Path(__file__).parents[2]
REGION = Region(("SY",), ("Aleppo",))


def articles() -> list[Article]:
    """Some reports of the sample week."""
    files = sorted((ROOT / "articles").glob("2024-11-2*"))
    return [read_article(file, root=ROOT) for file in files]


def test_processes_give_what_one_gives() -> None:
    """Two processes give the same extractions in the same order as one."""
    alone = [extract(article, region=REGION) for article in articles()]
    assert list(many.extract_all(articles(), region=REGION, processes=2)) == alone


def test_no_further_process_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system allows no further process, this one reads them all."""

    def refuse(*_: object) -> None:
        raise PermissionError("no semaphores here")

    monkeypatch.setattr(many, "ProcessPoolExecutor", refuse)
    alone = [extract(article, region=REGION) for article in articles()]
    assert list(many.extract_all(articles(), region=REGION, processes=2)) == alone


def test_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A week of reports is read before another process would have started."""
    monkeypatch.setattr(many, "ProcessPoolExecutor", None)
    assert len(list(many.extract_all(articles(), region=REGION))) == len(articles())
