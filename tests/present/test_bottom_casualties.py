"""The bottom line on people harmed tells the key figures with who counts them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.present import bottom_line
from tests.ledgers import casualty, counted, days, source, write
from tests.present.test_blocks import words


def died(number: int, who: str, count: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A claim that people died in Atarib on 28 November."""
    made = {"source": number, "source_original": who, "place": "Atarib"} | days(28)
    return casualty(number, "People died.", "People", **(made | count | more))


def exactly(value: int) -> dict[str, Any]:
    """The columns of an exact count."""
    return counted("exact", value, str(value))


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        # Two voices with a figure each make a range that none of them gave.
        (
            [died(1, "OCHA", exactly(12)), died(2, "SOHR", exactly(14))],
            "In Atarib (28 Nov), 12 to 14 civilians were killed, by the counts of OCHA and SOHR.",
        ),
        # A range that one voice gave is its own.
        (
            [died(1, "OCHA", counted("range", 12, "12 to 14", 14))],
            "In Atarib (28 Nov), 12 to 14 civilians were killed, according to OCHA.",
        ),
        # What is open stays open; a number that two agree on is told once.
        (
            [died(1, "OCHA", counted("at_least", 15, "at least 15"))],
            "In Atarib (28 Nov), at least 15 civilians were killed, according to OCHA.",
        ),
        # A single one, in a word and the singular.
        (
            [died(1, "a medic", exactly(1))],
            "In Atarib (28 Nov), one civilian was killed, according to a medic.",
        ),
        # No number is made of words: they are quoted.
        (
            [died(1, "OCHA", counted("vague", None, "dozens"))],
            "According to OCHA, civilians were killed: “dozens”.",
        ),
        # Whose standing is mixed are people of both; persons are told by what befell them.
        (
            [died(1, "SOHR", exactly(311), victim_group="mixed")],
            "In Atarib (28 Nov), 311 people, civilians and combatants, were killed, according to",
        ),
        (
            [died(1, "the UN", exactly(14000), outcome="displaced", place=None)],
            "On 28 Nov, 14,000 people were displaced, according to the UN.",
        ),
    ],
)  # fmt: skip
def test_a_toll_is_told_with_who_counts_it(
    tmp_path: Path, claims: list[dict[str, Any]], told: str
) -> None:
    """Count, whom, where, when, and whose count it is: nothing is stated as a fact."""
    sources = [source(row["source"], f"Paper {row['source']}", "News") for row in claims]
    book = write(tmp_path, {"sources": sources, "casualties": claims})
    assert words(bottom_line(book)).replace(" .", ".").startswith(told)


@pytest.mark.parametrize(
    ("many", "starts"),
    [
        (31, "In Aleppo (28 Nov), 31 people were killed, according to SOHR; "
             "in Atarib (27 Nov), five civilians were killed, according to OCHA."),
        (4, "In Atarib (27 Nov), five civilians were killed, according to OCHA."),
    ],
)  # fmt: skip
def test_the_larger_toll_of_unsaid_standing_is_told_first(
    tmp_path: Path, many: int, starts: str
) -> None:
    """Five drivers lead the key figures; the 31 people of a market stand before them in words.
    Where the civilians are more, they are told alone."""
    text = "Five drivers and 31 people died."
    people = {"victim": "people", "victim_group": "unknown", "source_original": "SOHR"}
    rows = [
        casualty(1, text, "Five drivers", victim="drivers", place="Atarib",
                 source_original="OCHA", **exactly(5), **days(27)),
        casualty(2, text, "31 people", place="Aleppo", **people,
                 **counted("exact", many, str(many)), **days(28)),
    ]  # fmt: skip
    book = write(tmp_path, {"sources": [source(1, "Paper", "News")], "casualties": rows})
    assert words(bottom_line(book)).startswith(starts)


@pytest.mark.parametrize(
    ("civilians", "starts"),
    [
        (1, "In Aleppo (28 Nov), 31 combatants were killed, according to SOHR; "
            "in Atarib (27 Nov), one civilian was killed, according to OCHA."),
        (2, "In Atarib (27 Nov), two civilians were killed, according to OCHA."),
    ],
)  # fmt: skip
def test_one_civilian_does_not_hide_a_battle(tmp_path: Path, civilians: int, starts: str) -> None:
    """The soldiers killed by the dozen stand before a single civilian, and behind several."""
    text = "Civilians and 31 soldiers died."
    fallen = {"victim": "soldiers", "victim_group": "combatants", "source_original": "SOHR"}
    rows = [
        casualty(1, text, "Civilians", place="Atarib", source_original="OCHA",
                 **exactly(civilians), **days(27)),
        casualty(2, text, "31 soldiers", place="Aleppo", **fallen, **exactly(31), **days(28)),
    ]  # fmt: skip
    book = write(tmp_path, {"sources": [source(1, "Paper", "News")], "casualties": rows})
    assert words(bottom_line(book)).startswith(starts)


@pytest.mark.parametrize(
    ("hurt", "place", "told"),
    [
        (2800, "Aleppo", True),  # one blow elsewhere hurt many times as many as were killed here
        (60, "Aleppo", False),
        (2800, "Atarib", False),  # those hurt where people were killed are told with the figures
    ],
)
def test_thousands_hurt_elsewhere_are_told_beside_the_dead(
    tmp_path: Path, hurt: int, place: str, told: bool
) -> None:
    """The bottom line names the blow that hurt most, though another one killed more."""
    dead = died(1, "SOHR", exactly(40), victim_group="unknown", victim="people")
    wounded = died(
        2, "OCHA", exactly(hurt), victim_group="unknown", victim="people", outcome="injured",
        place=place,
    )  # fmt: skip
    sources = [source(n, f"Paper {n}", "News") for n in (1, 2)]
    book = write(tmp_path, {"sources": sources, "casualties": [dead, wounded]})
    text = words(bottom_line(book))
    assert ("people were injured" in text) is told
