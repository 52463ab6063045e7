"""Fixtures: the editions of ``tests/ledgers.py``, written once for all tests that read them."""

from __future__ import annotations

import pytest

from briefing.ledger import Ledger
from tests import ledgers


@pytest.fixture(scope="session")
def week(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """A week in which claimants disagree."""
    return ledgers.sample_week(tmp_path_factory.mktemp("week"))


@pytest.fixture(scope="session")
def single(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """One undated article without title or publisher."""
    return ledgers.one_article(tmp_path_factory.mktemp("single"))


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """An edition in which nothing was found."""
    return ledgers.empty_week(tmp_path_factory.mktemp("quiet"))
