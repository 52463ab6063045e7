"""Lists that go together: each place has its own day and count."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.documents import read_casualties, read_changes

Row = tuple[int | None, str | None, date | None]


def on(day: int) -> date:
    return date(2024, 11, day)


COUNTS: list[tuple[str, list[Row]]] = [
    (
        "Homs and Hama were hit on Monday and Tuesday respectively. Five people died in Homs and "
        "three in Hama.",
        [(5, "Homs", on(25)), (3, "Hama", on(26))],
    ),
    (
        "Bombs killed two people in Goma and five in Sake on 18 and 20 November, respectively.",
        [(2, "Goma", on(18)), (5, "Sake", on(20))],
    ),
    (
        "Shelling in Kherson and Nikopol on Monday killed two and four people respectively.",
        [(2, "Kherson", on(25)), (4, "Nikopol", on(25))],
    ),
    (
        "Gunmen killed three nurses and nine monks in Loikaw and Lashio, respectively, on Sunday.",
        [(3, "Loikaw", on(24)), (9, "Lashio", on(24))],
    ),
    # one count of both is of the whole window
    (
        "Shells fell on Nyala and Geneina on Monday and Tuesday respectively, killing eight.",
        [(8, "Nyala", on(25))],
    ),
    # lists of other lengths, or of other things, say nothing
    (
        "Shells killed two men in Goma on Monday; the heads of Sake and Beni, Omar Ali and Paul "
        "Musa respectively, met.",
        [(2, "Goma", on(25))],
    ),
]


@pytest.mark.parametrize(("text", "rows"), COUNTS)
def test_each_count_has_its_place_and_day(text: str, rows: list[Row]) -> None:
    """In the order in which the lists name them."""
    told = read_casualties(text)
    found = [(c.quantity.best, c.place and c.place.as_written, c.when.start) for c in told]
    assert [row for row in found if row[0] != 1] == rows


TAKEN = [
    ("Rebels captured Sake and Minova on Monday and Tuesday respectively.", [25, 26]),
    ("Sumy and Balakliya were captured by troops on 20 and 22 November, respectively.", [20, 22]),
    ("Sake and Minova were captured by M23 on Monday and Tuesday respectively.", [25, 26]),
    ("Rebels captured Sake and Minova between Monday and Tuesday.", [25]),
]


@pytest.mark.parametrize(("text", "days"), TAKEN)
def test_each_place_changed_hands_on_its_day(text: str, days: list[int]) -> None:
    """A change of hands for each of the days."""
    assert [change.when.start for change in read_changes(text)] == [on(day) for day in days]
