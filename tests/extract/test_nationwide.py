"""What is told of a whole state, of what others answer to, and of another state's town."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties

CONGO = "Democratic Republic of the Congo"

WHERE = [
    # "nationwide" is the state of the places told before …
    (
        "Rebels attacked Goma. Nationwide, 120 people died.",
        "120",
        CONGO,
    ),
    # … or the one named last …
    (
        "Rebels attacked Sake in Congo, near Rwanda. Clashes throughout the country killed 120.",
        "120",
        "Rwanda",
    ),
    # … or the dateline's, also where a period is told beside it
    (
        "BOGOTA (AFP) – Two men died. Throughout the country, 40 people were killed this week.",
        "40",
        "Colombia",
    ),
    # it holds for what the next sentences count
    (
        "Goma was attacked yesterday. On the national level, I have results. The army has "
        "sustained 177 dead.\n\nAmong the rebels there are 655 dead.",
        "655",
        CONGO,
    ),
    # a protest throughout the country moves no attack
    ("Shells hit Goma. Two soldiers died, which drew protests across the country.", "Two", "Goma"),
    # where a town is told beside it, that is where it was
    ("Nationwide protests began after police killed two men in Goma.", "two", "Goma"),
    # a dateline is not where others condemn what was done elsewhere …
    ("GENEVA (AFP) – The envoy condemned the killing of 12 nurses.", "12", None),
    # … but is where the text names further places of the same state
    (
        "BOGOTA (AFP) – The mayor condemned the killing of 12 nurses. Police closed roads in Cali.",
        "12",
        "Bogotá",
    ),
    # what dates an event by a meeting in another state is not where it was
    (
        "Years after they had met in Medellin, gunmen in El Salvador have killed six priests.",
        "six",
        "El Salvador",
    ),
    ("Hours after rebels had left Goma, shelling in Congo killed six men.", "six", "Goma"),
]


@pytest.mark.parametrize(("text", "count", "place"), WHERE)
def test_where(text: str, count: str, place: str | None) -> None:
    """The place of the count that is written so."""
    claims = [c for c in read_casualties(text) if c.quantity.as_written == count]
    assert [claim.place.name if claim.place else None for claim in claims] == [place]
