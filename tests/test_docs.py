"""The documents tell what is true: the commands' help, the settings, the links."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.lexicon import load
from scripts import extraction_example
from scripts.cli_reference import REFERENCE, help_of, refresh

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#\s]+)[^)]*\)")


def test_reference_has_every_command() -> None:
    """docs/cli.md has a heading for each command."""
    text = REFERENCE.read_text(encoding="utf-8")
    missing = [name for name in main.commands if f"## `briefing {name}`\n" not in text]
    assert missing == []


def test_reference_equals_help() -> None:
    """Each block in docs/cli.md is the command's own help; `make docs` renews it."""
    text = REFERENCE.read_text(encoding="utf-8")
    assert refresh(text) == text


def test_example_of_extraction_is_what_the_command_says() -> None:
    """docs/extraction.md shows what --explain prints of its report; `make docs` renews it."""
    text = extraction_example.DOCUMENT.read_text(encoding="utf-8")
    assert "killed: ≥ 12 soldiers" in text
    assert extraction_example.refresh(text) == text


@pytest.mark.parametrize("name", main.commands)
def test_every_help_has_an_example(name: str) -> None:
    """Each command's help shows how it is used."""
    assert f"\n  Example:\n    briefing {name}" in help_of(f"briefing {name}")


def test_example_of_a_rule_is_a_rule() -> None:
    """The rule that CONTRIBUTING.md shows has the keys of the rules beside which it would stand."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = tomllib.loads(re.findall(r"```toml\n(.*?)```", text, re.DOTALL)[0])["rule"][0]
    (fear,) = (rule for rule in load("implications")["rule"] if rule["name"] == "fear")
    assert set(shown) == set(fear)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    """A document links only to files that are there."""
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
