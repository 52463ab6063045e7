"""Incidents in a list: place and day from the words over it, each item an incident of its own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.documents import read_casualties, read_incidents

Row = tuple[int | None, str | None, date | None]


def on(day: int) -> date:
    return date(2024, 11, day)


LISTS: list[tuple[str, list[Row]]] = [
    # words that a colon ends hold up to the next such words
    (
        "In Goma on 25 November:\n\nTwo men were killed by a mine.\n\nA shell killed four children."
        "\n\nIn Beni on 26 November:\n\nMilitiamen killed six farmers.\n\nShells killed a nurse.",
        [(2, "Goma", on(25)), (4, "Goma", on(25)), (6, "Beni", on(26)), (1, "Beni", on(26))],
    ),
    # an item's own place and day go before, and its sentences belong together
    (
        "The UN recorded these attacks in Kachin State on 25 November:\n\n1. Jets bombed a clinic "
        "in Laiza. Two nurses died.\n\n2. Soldiers shot dead four villagers.\n\n3. On 26 November "
        "a mine killed a child.",
        [(2, "Laiza", on(25)), (4, "Kachin State", on(25)), (1, "Kachin State", on(26))],
    ),
    # headings that name a place and a day alone
    (
        "Weekly report\n\nNyala, 25 November\n\n- Gunmen killed the driver of a lorry.\n\n- A bomb "
        "killed three men in a market.\n\nEl Fasher, 26 November\n\n- Militiamen killed six "
        "farmers.\n\n- Shells killed two men in Tawila.",
        [(1, "Nyala", on(25)), (3, "Nyala", on(25)), (6, "El Fasher", on(26)),
         (2, "Tawila", on(26))],
    ),
    # a day alone
    (
        "On Sunday in the Sumy region:\n\nA drone killed two men in Hlukhiv.\n\nBombs killed five.",
        [(2, "Hlukhiv", on(24)), (5, "Sumy", on(24))],
    ),
    # who speaks opens no list
    (
        'The minister said in Goma on Monday:\n\n"Rebels killed two men."\n\nGunmen killed three '
        "people in Sake.",
        [(2, "Sake", on(26)), (3, "Sake", on(26))],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), LISTS)
def test_items_have_the_place_and_day_of_their_list(text: str, rows: list[Row]) -> None:
    """Where they give none of their own."""
    told = read_casualties(text)
    found = [(c.quantity.best, c.place and c.place.as_written, c.when.start) for c in told]
    assert found == rows


def test_each_item_is_an_incident() -> None:
    """What a list tells one after another is not one attack; what one item tells is."""
    text = (
        "The following incidents were recorded in Ituri on 25 November:\n\nGunmen attacked a "
        "convoy. The gunmen shot the driver.\n\nMilitiamen shot dead two teachers.\n\nA bomb "
        "exploded in a market."
    )
    incidents = read_incidents(text)
    assert [incident.when.start for incident in incidents] == [on(25)] * 3
    assert {incident.place and incident.place.as_written for incident in incidents} == {"Ituri"}


def test_points_on_one_attack_are_one() -> None:
    """A list under words without a place or a day goes on with what it told."""
    text = "Key points:\n\nGunmen raided a bar in Goma on Monday.\n\nNine people were killed."
    assert len(read_incidents(text)) == 1
    assert [claim.place and claim.place.name for claim in read_casualties(text)] == ["Goma"]
