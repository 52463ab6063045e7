"""What a block shows, what opens below it, and what the ledger alone has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.ledger import Ledger
from briefing.present import casualty_table, implication_list
from briefing.present.overflow import BEYOND, Overflow
from tests.ledgers import implication, source, write


@pytest.mark.parametrize(
    ("rows", "shown", "opens", "left"),
    [
        (0, 0, 0, 0),
        (16, 16, 0, 0),
        (17, 16, 1, 0),
        (16 + BEYOND, 16, BEYOND, 0),
        (19 + BEYOND, 16, BEYOND, 3),
    ],
)
def test_every_row_is_shown_opened_or_left(rows: int, shown: int, opens: int, left: int) -> None:
    """In the order given, none twice."""
    told = Overflow.of(list(range(rows)), 16)
    assert [*told.shown, *told.more] == list(range(rows - left))
    assert (len(told.shown), told.counts) == (shown, {"opens": opens, "left": left})


def test_a_screen_opens_what_paper_counts(week: Ledger) -> None:
    """The rows beyond stand in the page once, folded; paper has their number."""
    whole, cut = (casualty_table(week.events, week, most=most) for most in (99, 2))
    more = len(week.events) - 2
    assert f'<details class="more"><summary>{more} more</summary>' in cut.html
    assert f'<p class="note on-paper">{more} more in the claim ledger.</p>' in cut.html
    assert "<details" not in whole.html
    assert cut.html.count("<tr>") == whole.html.count("<tr>") + 1  # the second table's head


def test_statements_beyond_those_shown_open(tmp_path: Path) -> None:
    """The weightiest of the weightiest subject is shown; all others open, below their subject."""
    told = [
        ("will", "Lebanon", 1),
        ("could", "Lebanon", 3),
        ("may", "Lebanon", 2),
        ("can", "Iran", 9),
    ]
    rows = [
        implication(number, f"Aid {word} stop.", word, subjects=[subject], weight=weight)
        for number, (word, subject, weight) in enumerate(told)
    ]
    book = write(tmp_path, {"sources": [source(1, "Wire", "News")], "implications": rows})
    block = implication_list(book.implications, book, per_subject=1, subjects=1)
    shown, opened = (
        re.findall(r"(?<=<h3>)\w+|Aid \w+ stop", part) for part in block.html.split("<details")
    )
    assert shown == ["Iran", "Aid can stop"]
    assert opened == ["Lebanon", "Aid could stop", "Aid may stop", "Aid will stop"]
    assert '<p class="note on-paper">3 more in the claim ledger.</p>' in block.html


@pytest.mark.parametrize(
    ("weights", "shown"),
    [
        ((9, 1), ["Lebanon", "Aid may stop"]),  # what weighs little opens beside what weighs more
        ((2, 1), ["Lebanon", "Aid may stop", "Iran", "Aid will stop"]),  # … and is shown without it
    ],
)
def test_light_statements_open(weights: tuple[int, int], shown: list[str], tmp_path: Path) -> None:
    """Statements whose words say little of consequences are shown where there are no others."""
    rows = [
        implication(number, f"Aid {word} stop.", word, subjects=[subject], weight=weight)
        for number, (word, subject, weight) in enumerate(
            zip(("may", "will"), ("Lebanon", "Iran"), weights, strict=True)
        )
    ]
    book = write(tmp_path, {"sources": [source(1, "Wire", "News")], "implications": rows})
    html = implication_list(book.implications, book).html.split("<details")[0]
    assert re.findall(r"(?<=<h3>)\w+|Aid \w+ stop", html) == shown
