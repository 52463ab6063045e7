"""One attack in a province is one event, told by many; the total of a province stays one."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.ledger import Row, make_rows
from briefing.lexicon import load
from briefing.models import Article
from briefing.resolve import resolve
from briefing.resolve.blame import is_one_party, party_of

MONDAY_AFTER = date(2023, 6, 13)


def killed(*texts: str) -> list[Row]:
    """The events of people killed that these reports tell, parts left out."""
    read = [
        extract(Article(f"a{n}", f"a{n}.txt", text, f"0{n}", published=MONDAY_AFTER))
        for n, text in enumerate(texts, 1)
    ]
    rows = resolve(make_rows(read, {}))["events"]
    return [row for row in rows if row["outcome"] == "killed" and row["scope"] != "part"]


CAMP = (
    "Gunmen killed more than 45 civilians in an attack on a camp in Yobe state on Monday, MSF said."
)
RAID = (
    "At least 40 people were killed when gunmen raided a camp in Yobe state on Monday, police said."
)
CHIEF = (
    "Gunmen attacked a camp in Yobe state on Monday. Omar Ali, chief of Gujba, said they had "
    "killed 46 people."
)


def test_one_attack_in_a_province_is_one_event() -> None:
    """Civilians or people, 45 or 46: three claimants of one attack, and no second one."""
    (event,) = killed(CAMP, RAID, CHIEF)
    assert event["scope"] == "incident"
    assert event["low"] == 40
    assert set(event["claimants"]) == {"MSF", "police", "Omar Ali"}


@pytest.mark.parametrize(
    "other",
    [
        "Gunmen killed 45 people in an attack in Borno state on Monday, police said.",
        "Gunmen killed nine people on a bus in Yobe state on Monday, police said.",
        "Gunmen killed 45 people in an attack on a camp in Yobe state last Tuesday, police said.",
    ],
)
def test_another_attack_is_another_event(other: str) -> None:
    """Another province, another size, another day."""
    assert len(killed(CAMP, other)) == 2


def test_the_total_of_a_province_is_no_incident() -> None:
    """ "In attacks across Yobe" adds up several."""
    (event,) = killed("Gunmen killed 45 people in attacks across Yobe state on Monday, MSF said.")
    assert event["scope"] == "period_total"


def test_how_some_died_is_a_part() -> None:
    """ "At least 12 were burned alive" is no rival of the count of all."""
    (event,) = killed(f"{CAMP} At least 12 people were burned alive, police said.")
    assert event["low"] == 45


def test_what_a_group_has_done_before_is_not_this_attack() -> None:
    """ "The group has killed hundreds of civilians" has no day."""
    told = killed(f"{CAMP}\n\nThe group has killed hundreds of civilians in Yobe, the UN said.")
    assert [row["claimants"] for row in told if row["scope"] == "incident"] == [["MSF"]]


def test_a_bare_plural_is_no_key_figure() -> None:
    """ "Armed men killed people" says of nobody how many; "dozens" does."""
    figures = []
    for counted in ("people", "dozens of people"):
        text = f"Armed men killed {counted} in an attack in Yobe state on Monday, MSF said."
        article = Article("a1", "a1.txt", text, "01", published=MONDAY_AFTER)
        rows = resolve(make_rows([extract(article)], {}))
        figures.append([row["display"] for row in rows["key_figures"]])
    assert figures == [[], ["dozens"]]


@pytest.mark.parametrize("key", ["example_state", "example_abroad"])
def test_the_army_is_the_states_in_which_it_was(key: str) -> None:
    """ "The junta" beside its country's name is that state; in another country it is none of it."""
    rule = load("events")["blame"][key]
    parties = [party_of(name, rule["country"]) for name in rule["blamed"]]
    assert is_one_party(*parties) is (len(rule["held"]) == 1)


def test_parties_that_are_one() -> None:
    """ "Armed herdsmen" are herders, and the forces of a state that nobody names any state's."""
    assert is_one_party(party_of("armed herdsmen", "NG"), party_of("suspected herders", "NG"))
    assert is_one_party(party_of("military", None), party_of("Myanmar", "MM"))
    assert not is_one_party(party_of("Fulani herders", "NG"), party_of("Tiv farmers", "NG"))


@pytest.mark.parametrize("key", ["example", "example_apart", "example_forces"])
def test_a_militia_is_the_group_that_others_name(key: str) -> None:
    """ "Militia" beside a named armed group is no dispute; beside a state it is."""
    rule = load("events")["blame"][key]
    camp = "killed 45 people in an attack on a camp in Yobe on Monday"
    told = [
        f"{'A ' if who == 'militia' else ''}{who} {camp}, {said} said."
        for who, said in zip(rule["blamed"], ("MSF", "police"), strict=True)
    ]
    (event,) = killed(*told)
    assert len(event["perpetrators"]) == len(rule["held"])
