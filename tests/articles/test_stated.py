"""Titles and authors that nobody wrote are none."""

from __future__ import annotations

from typing import Literal

import pytest

from briefing.articles.stated import stated
from briefing.lexicon import load


@pytest.mark.parametrize("what", ["title", "author"])
def test_examples(what: Literal["title", "author"]) -> None:
    """The example of each rule is left out, and so is nothing at all."""
    assert stated(load("documents")[what]["example"], what) is None
    assert stated(" \n", what) is None
    assert stated(None, what) is None


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("Printing houses shelled in Aleppo", "title"),
        ("Documents found in the rubble", "title"),
        ("Foreign desk", "author"),
        ("Owen Hall", "author"),
        ("PCHR", "author"),
    ],
)
def test_what_somebody_wrote(value: str, what: Literal["title", "author"]) -> None:
    """Names and headlines that begin like a program's words stay."""
    assert stated(value, what) == value
