"""Actors: known by many names, or kept as written."""

from __future__ import annotations

import pytest

from briefing.actors import canonical, find_actors, side_of
from briefing.language import tokenize

NAMES = [
    # aliases and transliterations
    ("Hizbullah fighters", "Hezbollah", "Hezbollah"),
    ("ISIL militants", "Islamic State (ISIS)", "Islamic State (ISIS)"),
    ("al-Shabab", "al-Shabaab", "al-Shabaab"),
    ("the RSF", "Rapid Support Forces", "Rapid Support Forces"),
    # forces of a state, and the state they fight for
    ("Russian jets", "Russian forces", "Russia"),
    ("Syrian government forces", "Syrian government forces", "Syria"),
    ("the Ethiopian army", "Ethiopian forces", "Ethiopia"),
    # armed people of a nationality are not its state's
    ("Syrian rebels", "Syrian rebels", "Syrian rebels"),
    # coalitions are named by who leads them
    (
        "the coalition, led by Hayat Tahrir al-Sham (HTS),",
        "HTS-led coalition",
        "HTS-led coalition",
    ),
    ("Saudi-led coalition airstrikes", "Saudi-led coalition", "Saudi-led coalition"),
    # an unknown actor keeps its words
    ("Kurdish fighters", "Kurdish fighters", "Kurdish fighters"),
    ("the gunmen", "gunmen", "gunmen"),
    # a count is no part of a name, a word for a body ends one
    ("Five soldiers", "soldiers", "soldiers"),
    ("the Zomi Liberation Front", "Zomi Liberation Front", "Zomi Liberation Front"),
]


@pytest.mark.parametrize(("text", "name", "side"), NAMES)
def test_names(text: str, name: str, side: str) -> None:
    """An actor has its canonical name and the side it fights for."""
    mention = find_actors(text, tokenize(text))[0]
    assert (mention.name, side_of(mention)) == (name, side)
    assert text[mention.start : mention.end] == mention.as_written


@pytest.mark.parametrize(
    "text", ["This is it.", "the military base", "a government decree", "As is", "Let us go"]
)
def test_no_actors(text: str) -> None:
    """Capitals decide on short names, and an adjective is nobody."""
    assert find_actors(text, tokenize(text)) == []


def test_canonical() -> None:
    """A bare name is looked up, an unknown one is not guessed."""
    assert canonical("Hizbullah") is not None
    assert canonical("Ankara").name == "Turkey"  # type: ignore[union-attr]
    assert canonical("Example Front") is None
