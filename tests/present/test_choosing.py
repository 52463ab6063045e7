"""Which points tell what happened."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.ledger import Ledger
from briefing.present import summary_points
from briefing.present.words import spoken_display
from tests.ledgers import at, casualty, change, claim, counted, days, source, write
from tests.present.test_blocks import words


def died(number: int, count: int, where: str, by: int = 1) -> dict[str, Any]:
    """People killed in a place on 27 November, in the article ``by``."""
    text = f"Some {count} people died in {where}."
    return casualty(number, text, str(count), source=by, place=where, victim="people",
                    victim_group="unknown", **counted("exact", count, str(count)),
                    **days(27))  # fmt: skip


def point(number: int, text: str, weight: float, *about: dict[str, Any]) -> dict[str, Any]:
    """A point that tells of claims."""
    made = claim("s", number, text, text)
    return made | {"text": text, "weight": weight, "claims": [row["claim_id"] for row in about]}


@pytest.fixture
def book(tmp_path: Path) -> Ledger:
    """A week in which three sources count the dead of one town, and a town falls."""
    tolls = [died(1, 700, "Aleppo"), died(2, 773, "Aleppo", 2), died(3, 900, "Aleppo", 3)]
    other, fell = died(4, 5, "Atarib"), change(5, "Rebels took Saraqib.", "took", **days(28))
    points = [
        point(11, "Hospitals recorded 700 deaths in Aleppo.", 14, tolls[0]),
        point(12, "A ministry counted 773 bodies there.", 13, tolls[1]),
        point(13, "Monitors put the toll at no less than 900.", 12, tolls[2]),
        point(14, "Five died in Atarib when a shell hit a bakery.", 6, other),
        point(15, "BEIRUT - Rebels took Saraqib on Thursday.", 2, fell),
    ]
    sources = [source(n, f"Wire {n}", "News") for n in (1, 2, 3)]
    rows = {"sources": sources, "casualties": [*tolls, other], "territory": [fell],
            "territory_places": at(fell, "Saraqib"), "summary": points}  # fmt: skip
    return write(tmp_path, rows)


def test_one_toll_is_told_once_and_the_town_that_fell_is_told(book: Ledger) -> None:
    """Three counts of one place are one point; the town that fell is one, however light."""
    text = words(summary_points(book.summary, book, most=3))
    assert sum(part in text for part in ("700", "773", "900")) == 1
    assert "bakery" in text
    assert "Rebels took Saraqib on Thursday." in text
    assert "BEIRUT" not in text


@pytest.mark.parametrize(
    ("day", "where", "told"),
    [
        (27, "Atarib", False),  # the wounded of the strike whose dead are told
        (28, "Atarib", True),  # those of another day
        (27, "Saraqib", True),  # those of another town
    ],
)
def test_the_wounded_stand_back_behind_the_dead(
    tmp_path: Path, day: int, where: str, told: bool
) -> None:
    """What befell people on one day in one place is told once, where more happened."""
    dead, elsewhere = died(1, 9, "Atarib"), died(3, 2, "Aleppo")
    hurt = died(2, 40, where) | {"outcome": "injured", **days(day)}
    points = [
        point(11, "Nine died when a missile hit a bakery.", 9, dead),
        point(12, "More than 40 were taken to hospital.", 8, hurt),
        point(13, "Two farmers were shot on their way home.", 2, elsewhere),
    ]
    rows = {"sources": [source(1, "Wire", "News")], "casualties": [dead, hurt, elsewhere],
            "summary": points}  # fmt: skip
    book = write(tmp_path, rows)
    assert ("hospital" in words(summary_points(book.summary, book, most=2))) is told


def test_what_a_text_recalls_is_not_what_happened(tmp_path: Path) -> None:
    """The dead of a month ago, however many, are history; beside dead of now they stay."""
    old, new = died(1, 300, "Aleppo") | {"background": True}, died(2, 4, "Atarib")
    rows = {
        "sources": [source(1, "Wire", "News")],
        "casualties": [old, new],
        "summary": [
            point(11, "More than 300 civilians were killed, the ministry said.", 14, old),
            point(12, "Four died in Atarib.", 3, new),
            point(13, "Four more died, after the 300 of October.", 2, old, new),
        ],
    }
    book = write(tmp_path, rows)
    text = words(summary_points(book.summary, book, most=3))
    assert "the ministry said" not in text
    assert "Four died in Atarib." in text
    assert "after the 300 of October" in text


def test_what_is_left_of_the_room_is_filled(book: Ledger) -> None:
    """Where nothing else happened, further accounts of the same are better than nothing."""
    text = words(summary_points(book.summary, book, most=5))
    assert all(part in text for part in ("700", "773", "900", "bakery", "Saraqib"))


@pytest.mark.parametrize(
    "window",
    [
        {"date_start": None, "date_end": None},  # "so far"
        {"date_start": date(2024, 1, 1), "date_end": date(2024, 11, 27), "date_prec": 5},
    ],
)
def test_accounts_in_the_same_words_are_told_once(tmp_path: Path, window: dict[str, Any]) -> None:
    """Agencies repeat one sentence: it fills no room; and what has been so far is no news."""
    first, again, so_far = died(1, 45, "Atarib"), died(2, 46, "Atarib"), died(3, 900, "Atarib")
    so_far |= {"running_total": True, **window}
    wire = "people were killed in a raid on a camp at dawn on Monday"
    rows = {
        "sources": [source(n, f"Wire {n}", "News") for n in (1, 2, 3)],
        "casualties": [first, again, so_far],
        "summary": [
            point(11, f"More than 45 {wire}, a mayor said.", 4, first),
            point(12, f"At least 46 {wire}, police said.", 3, again),
            point(13, "The war has killed 900.", 9, so_far),
        ],
    }
    book = write(tmp_path, rows)
    text = words(summary_points(book.summary, book, most=5))
    assert "a mayor said" in text
    assert "police said" not in text
    assert "900" not in text


@pytest.mark.parametrize(
    ("display", "spoken"),
    [
        ("700–900+", "700 to 900 or more"),
        ("12–19", "12 to 19"),
        ("≥ 15 + an unquantified number", "at least 15 and an unquantified number"),
    ],
)
def test_figures_are_spoken(display: str, spoken: str) -> None:
    """A figure in a sentence has no signs that nobody says aloud."""
    assert spoken_display(display) == spoken
