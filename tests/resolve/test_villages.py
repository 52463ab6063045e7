"""One attack told of a town's surroundings and of a village there is one event."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.ledger import Row, make_rows
from briefing.models import Article
from briefing.resolve import resolve

# What two outlets print, and whether that is one event.
PAIRS = [
    # the dateline's town and a village that one of them leaves without a name
    (
        "GOMA, 27 Nov – Gunmen killed 14 people when they raided a village on Tuesday.",
        "Gunmen killed at least 14 people in Kibumba on Tuesday, residents said.",
        True,
    ),
    (
        "MAIDUGURI (AFP) – A bomb killed 23 people in a village on Monday.",
        "Police said that 23 people were killed by a bomb in Konduga on Monday.",
        True,
    ),
    # … or puts near the town
    (
        "Bandits killed nine farmers near Zamfara town of Gusau on Sunday.",
        "Nine farmers were killed by bandits in Tungar Baushe on Sunday, elders said.",
        True,
    ),
    (
        "Shelling killed six people outside Loikaw on Saturday.",
        "Six people were killed by shelling in Hpruso Lay on Saturday, the KNDF said.",
        True,
    ),
    # other counts, other means, other days, few, or in the town itself: another one may be meant
    (
        "GOMA, 27 Nov – Gunmen killed 14 people when they raided a village on Tuesday.",
        "Gunmen killed 17 people in Kibumba on Tuesday.",
        False,
    ),
    (
        "MAIDUGURI (AFP) – A bomb killed 23 people in a village on Monday.",
        "Gunmen shot dead 23 people in Konduga on Monday.",
        False,
    ),
    (
        "GOMA, 27 Nov – Gunmen killed 14 people when they raided a village on Tuesday.",
        "Gunmen killed 14 people in Kibumba on Sunday.",
        False,
    ),
    (
        "Gunmen killed two people near Goma on Tuesday.",
        "Gunmen killed two people in Kibumba on Tuesday.",
        False,
    ),
    (
        "Gunmen killed 14 people in Goma on Tuesday.",
        "Gunmen killed 14 people in Kibumba on Tuesday.",
        False,
    ),
]


def events_of(*texts: str) -> list[Row]:
    """The events of texts that as many outlets published on one Wednesday."""
    articles = [
        Article(f"{n:012x}", f"{n}.txt", text, f"{n:064x}", publisher=f"Wire {n}",
                published=date(2024, 11, 27))
        for n, text in enumerate(texts)
    ]  # fmt: skip
    return resolve(make_rows([extract(article) for article in articles], {}))["events"]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_a_village_that_no_map_has(one: str, other: str, *, same: bool) -> None:
    """It may be what happened near a town, where all else that is told is the same."""
    assert len(events_of(one, other)) == (1 if same else 2)
    assert len(events_of(other, one)) == (1 if same else 2)


def test_the_village_names_the_event() -> None:
    """The event is where the more exact telling puts it, with both claims."""
    (event,) = events_of(*PAIRS[0][:2])
    assert (event["place"], event["low"], len(event["claim_ids"])) == ("Kibumba", 14, 2)
