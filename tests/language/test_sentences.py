"""Sentences: where they begin and end."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.language import split_sentences

SPLITS = [
    # white space lost between two sentences
    (
        "Aid reached those in need.And the road stayed open.",
        ["Aid reached those in need.", "And the road stayed open."],
    ),
    # … but not inside an address
    ("See www.example.org for more. It is open.", ["See www.example.org for more.", "It is open."]),
    # abbreviations with a name behind them do not end a sentence
    ("Lt. Gen. Ahmed Osman spoke. He left.", ["Lt. Gen. Ahmed Osman spoke.", "He left."]),
    # an acronym ends one only where the next word starts one
    ("It was a U.S. Army base. It fell.", ["It was a U.S. Army base.", "It fell."]),
    ("It belonged to the U.S. The army left.", ["It belonged to the U.S.", "The army left."]),
    # decimals, initials and shortened months
    ("About 3.5 million fled on Jan. 5.", ["About 3.5 million fled on Jan. 5."]),
    # the mark of an item in a list is no part of it
    ("- Bo fell.\n• Rebels left.\n2. Aid came.", ["Bo fell.", "Rebels left.", "Aid came."]),
    # closing quotation marks belong to the sentence
    ("“We fled.” He wept.", ["“We fled.”", "He wept."]),
    # a line break ends a paragraph, a line that goes on in lower case does not
    ("First line\nSecond line", ["First line", "Second line"]),
    ("The column\nleft the town.", ["The column\nleft the town."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLITS)
def test_splits(text: str, expected: list[str]) -> None:
    """Sentences end where a reader ends them."""
    assert [sentence.text for sentence in split_sentences(text)] == expected


def test_heading_is_its_own_sentence() -> None:
    """A short line without a full stop between paragraphs is a heading."""
    sentences = split_sentences("Troops left.\nA Broader Shift\nThe town was calm.")
    assert [s.heading for s in sentences] == [False, True, False]


def test_paragraphs_are_counted() -> None:
    """Sentences know their paragraph and their place in the text."""
    sentences = split_sentences("One. Two.\n\nThree.")
    assert [(s.paragraph, s.index) for s in sentences] == [(0, 0), (0, 1), (1, 2)]


@given(st.text(max_size=300))
def test_offsets_hold_on_any_text(text: str) -> None:
    """Every sentence is exactly the text between its offsets, in order."""
    sentences = split_sentences(text)
    assert all(text[s.start : s.end] == s.text and s.text.strip() for s in sentences)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))


def test_text_without_a_full_stop_is_cut() -> None:
    """A text that never stops is cut into pieces that later stages can bear, in linear time."""
    start = time.perf_counter()
    sentences = split_sentences("killed and " * 100_000)
    assert max(len(s.text) for s in sentences) <= 2000
    assert time.perf_counter() - start < 5


def test_long_items_of_a_list() -> None:
    """Lines with bullets are a list, however long they are, and no text broken at its margin."""
    item = "Four carriers were taken on the road between the two camps"
    assert len(split_sentences("\n".join(f"• {item} {i}" for i in range(4)))) == 4
