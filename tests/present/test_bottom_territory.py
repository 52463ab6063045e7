"""The bottom line on territory tells what the reconciled changes of hands say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.ledger import Ledger
from briefing.present import bottom_line
from tests.ledgers import at, change, counted, days, source, write
from tests.present.test_blocks import words

SURE = {"certainty": "confirmed"}
FELL = "Rebels took the town on Thursday."


def fell(number: int, who: str | None = None, **more: Any) -> dict[str, Any]:
    """A claim that a place was taken on 28 November."""
    made = {"source": number, "source_original": who} | days(28) | more
    return change(number, FELL, "took", **made)


def book(folder: Path, *told: tuple[dict[str, Any], str]) -> Ledger:
    """The ledger of claims, each of one place, each in a source of its own."""
    rows = [row for row, _ in told]
    return write(
        folder,
        {
            "sources": [source(row["source"], f"Paper {row['source']}", "News") for row in rows],
            "territory": rows,
            "territory_places": [place for row, name in told for place in at(row, name)],
        },
    )


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        # One article is one source.
        ([(fell(1), "Atarib")], "captured by the HTS-led alliance: Atarib (28 Nov, one source)"),
        # What one side says of itself is a claim.
        (
            [(fell(1, "M23", certainty="claimed"), "Atarib")],
            "captured by the HTS-led alliance: Atarib (28 Nov, claimed by one source)",
        ),
        # Two articles are one change told by two, not two changes.
        ([(fell(1), "Atarib"), (fell(2), "Atarib")], "Atarib (28 Nov, two sources)."),
        # A denial is told where the claim is.
        (
            [(fell(1), "Atarib"), (fell(2, "the army", certainty="denied"), "Atarib")],
            "Atarib (28 Nov, denied by the army)",
        ),
        # What is only denied has not been taken by anybody.
        ([(fell(1, "the army", certainty="denied"), "Atarib")], "Nothing in what was read"),
        # Who gained a place is said; where nobody says so, that.
        ([(fell(1, gainer=None), "Atarib")], "captured without saying by whom: Atarib"),
        # A part of a place adds nothing where all of it was taken by the same side.
        (
            [(fell(1), "Aleppo"), (fell(2, part="centre", action="entered"), "Aleppo")],
            "captured by the HTS-led alliance: Aleppo (28 Nov, one source).",
        ),
        # What has no day is left to the table where something has one.
        (
            [(fell(1), "Atarib"), (fell(2, date_start=None, date_end=None), "Saraqib")],
            "captured by the HTS-led alliance: Atarib (28 Nov, one source).",
        ),
        # The surest comes first, and what neighbours share is said once.
        (
            [(fell(1), "Atarib"), (fell(2), "Saraqib"), (fell(3, **SURE), "Kafr Halab")],
            "Kafr Halab (28 Nov, confirmed), Atarib and Saraqib (28 Nov, one source each)",
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_with_what_stands_behind_it(
    tmp_path: Path, claims: list[tuple[dict[str, Any], str]], told: str
) -> None:
    """Places with the days, the number of voices, denials; nothing stated as a fact."""
    assert told in words(bottom_line(book(tmp_path, *claims))).replace(" .", ".")


def test_a_place_that_was_taken_back_is_told_once(tmp_path: Path) -> None:
    """Of two changes of one place the last is told, with how often it changed hands."""
    back = fell(2, gainer="Syrian government", loser="HTS-led alliance", action="recaptured")
    ledger = book(tmp_path, (fell(1), "Atarib"), (back | days(30), "Atarib"))
    text = words(bottom_line(ledger))
    assert text.count("Atarib") == 1
    assert "recaptured by the Syrian government: Atarib (changed hands twice, last 30 Nov" in text


@pytest.mark.parametrize(
    ("many", "told"),
    [
        (2, "Reported captured by the HTS-led alliance: Atarib and Saraqib"),  # no more than named
        (40, "40 towns are reported taken"),  # the count says more
    ],
)
def test_a_count_leads_only_where_it_says_more(tmp_path: Path, many: int, told: str) -> None:
    """Named places go before a count that counts no more than them."""
    towns = change(3, f"It took {many} towns.", f"{many} towns", source=1, unit="towns",
                   **days(28), **counted("exact", many, str(many)))  # fmt: skip
    named = [fell(1), fell(2)]
    places = [*at(named[0], "Atarib"), *at(named[1], "Saraqib")]
    rows = {
        "sources": [source(1, "Paper", "News"), source(2, "Journal", "News")],
        "territory": [*named, towns],
        "territory_places": places,
    }
    assert told in words(bottom_line(write(tmp_path, rows)))
