"""Who is among a count that stands before: "this includes", "including"."""

from __future__ import annotations

from datetime import date

from tests.extract.documents import read_casualties


def test_a_roll_is_of_the_days_of_its_count() -> None:
    """Parts that a sentence of their own gives have the window, the source and the nature of the
    whole, and of another day where that is said."""
    text = "Since 1 May 90 people have died in Goma, the mayor said. This includes {} 12 nurses{}."
    told = read_casualties(text.format("30 soldiers and", ""))
    assert [c.quantity.best for c in told] == [90, 30, 12]
    assert {c.when.start for c in told} == {date(2024, 5, 1)}
    assert {c.attribution.source_original for c in told} == {"mayor"}
    assert all(c.running_total for c in told)
    dated = read_casualties(text.format("", " who were shot on Monday"))[1]
    assert (dated.quantity.best, dated.subset) == (12, True)


def test_members_among_things_taken_are_not_taken() -> None:
    """ "Captured a town from militants, including members of": who lost it, and no prisoners; but
    members of people who were taken are."""
    town = "The army captured Sake from militants, including fighters of the Zomi Front, on Monday."
    assert not read_casualties(town)
    people = "Rebels captured 40 soldiers, including two colonels, on Monday."
    assert [c.quantity.best for c in read_casualties(people)] == [40, 2]
