"""A person by name: dies once, whenever and wherever it is told; and is nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.extract import extract
from briefing.ledger import Row, make_rows
from briefing.models import Article, When
from briefing.resolve import resolve
from tests.claims import ATARIB, article, casualty, exactly, extraction, vague

PERIOD = date(2024, 11, 25)
ELSEWHERE = replace(
    ATARIB, name="Homs", as_written="Homs", geonameid=3, latitude=34.7, longitude=36.7
)
UNKNOWN = When()


def on(day: int, basis: str = "stated", month: int = 11) -> When:
    """A day of 2024."""
    told = date(2024, month, day)
    return When(told, told, 1, None, basis)  # type: ignore[arg-type]


def events_of(*fields: dict[str, Any], since: date | None = None) -> list[Row]:
    """The events of one claim on one person killed per article."""
    made = []
    for number, own in enumerate(fields, start=1):
        of = article(number, publisher=f"Wire {number}")
        told = {"quantity": exactly(1), "victim_group": "unknown", **own}
        made.append(extraction(of, casualties=(casualty(of, number, **told),)))
    return resolve(make_rows(made, {}), since=since)["events"]


TOLD = {"victim": "mayor Omar Ali", "when": on(26)}
PAIRS = [
    # told again with no day of its own, elsewhere or by a longer name: one death
    ({"victim": "Omar Ali", "when": on(28, "dateline"), "place": ELSEWHERE}, 1),
    ({"victim": "Omar Hassan Ali", "when": UNKNOWN}, 1),
    ({"victim": "Mr. Ali", "when": on(27, "dateline")}, 1),
    # with another day that the text states, it is for the analyst to say
    ({"victim": "Omar Ali", "when": on(28)}, 2),
    # a name that begins with an article
    ({"victim": "Musa al-Ali", "when": on(26)}, 2),
    # a slip of the pen
    ({"victim": "Omar Alli", "when": on(28, "dateline")}, 1),
    ({"victim": "mayor Omer Ali", "when": on(26)}, 1),
    # somebody else
    ({"victim": "Musa Ali", "when": on(26)}, 2),
    ({"victim": "Judge Vega", "when": on(26)}, 2),
    # one night has two days, for a person told alike only
    ({"victim": "mayor Omar Ali", "when": on(27)}, 1),
    ({"victim": "a teacher", "when": on(27)}, 2),
]


@pytest.mark.parametrize(("again", "events"), PAIRS)
def test_one_death(again: dict[str, Any], events: int) -> None:
    """Whether two tellings of one person killed are of the same."""
    assert len(events_of(TOLD, again | {"by": "SOHR"})) == events


def test_who_was_dead_before() -> None:
    """A death of last month, told again with no day, is no death of the week."""
    before = {"victim": "Omar Ali", "when": on(3, month=10)}
    again = {"victim": "Omar Hassan Ali", "when": on(28, "dateline"), "by": "SOHR"}
    assert events_of(before, again, since=PERIOD) == []
    assert len(events_of(before, again | {"victim": "Ali"}, since=PERIOD)) == 1


def test_two_of_one_sentence() -> None:
    """ "They killed Omar Ali and the driver": two dead, who are never one event of one person."""
    of = article(1)
    told = [
        casualty(of, n, sentence_start=0, victim=who, quantity=exactly(1))
        for n, who in enumerate(("Omar Ali", "driver"))
    ]
    rows = make_rows([extraction(of, casualties=tuple(told))], {})
    assert len(resolve(rows)["events"]) == 2


def test_two_reports_days_apart() -> None:
    """What was told on a day was no later: reports of the 26th and the 28th are of two attacks."""
    first = {"victim": "people", "quantity": exactly(11), "when": on(26, "dateline")}
    second = {"victim": "people", "quantity": exactly(13), "by": "SOHR"}
    assert len(events_of(first, second | {"when": on(28, "dateline")})) == 2
    assert len(events_of(first, second | {"when": on(27, "dateline")})) == 1


def test_nobody_says_where() -> None:
    """Without a place two counts that differ are one only where the victims are called alike."""
    one = {"victim": "students", "quantity": exactly(2), "place": None, "victim_group": "civilians"}
    other = {"victim": "child", "quantity": exactly(1), "by": "SOHR", "victim_group": "civilians"}
    assert len(events_of(one, other)) == 2
    assert len(events_of(one, other | {"victim": "student"})) == 1


def test_undated_deaths_head_no_week() -> None:
    """A death without any day is of the week only where nothing else is."""
    undated = {"victim": "Omar Ali", "when": UNKNOWN}
    dated = {"victim": "a cook", "when": on(26), "by": "SOHR", "place": ELSEWHERE}
    made = []
    for number, own in enumerate((undated, dated), start=1):
        of = article(number)
        told = {"quantity": exactly(1), "victim_group": "civilians", **own}
        made.append(extraction(of, casualties=(casualty(of, number, **told),)))
    figures = resolve(make_rows(made, {}), since=PERIOD)["key_figures"]
    assert figures[0]["where"] == "Homs"


def test_words_of_number() -> None:
    """ "Hundreds" are not eight, and may be ninety."""
    many = {"victim": "people", "quantity": vague("hundreds"), "victim_group": "unknown"}
    for count, events in ((8, 2), (90, 1)):
        few = {"victim": "people", "quantity": exactly(count), "by": "SOHR"}
        assert len(events_of(many, few)) == events


def test_the_attacker_is_none_of_his_victims() -> None:
    """ "One person was killed. The guards then shot the attacker": two dead."""
    of = article(1)
    told = [
        casualty(of, n, victim=who, quantity=exactly(1), victim_group="unknown")
        for n, who in enumerate(("person", "attacker"))
    ]
    assert len(resolve(make_rows([extraction(of, casualties=tuple(told))], {}))["events"]) == 2


def test_all_and_some_of_one_article() -> None:
    """ "35 people died. … 26 villagers were killed": the villagers are a part of them."""
    of = article(1)
    told = [
        casualty(of, n, victim=who, quantity=exactly(count), victim_group=group, by=by)
        for n, (who, count, group, by) in enumerate(
            (("people", 35, "unknown", "SOHR"), ("villagers", 26, "civilians", "White Helmets"))
        )
    ]
    assert len(resolve(make_rows([extraction(of, casualties=tuple(told))], {}))["events"]) == 2


def test_somebodys_driver() -> None:
    """ "The minister's driver" told again with no day is the same man."""
    driver = {"victim": "minister's driver", "when": on(20)}
    assert len(events_of(driver, driver | {"when": on(28, "dateline"), "by": "SOHR"})) == 1


def test_ten_of_whom_nobody_says_who() -> None:
    """The same count of a stated day, told once without a word for the people, is the same ten."""
    who = {"victim": "nurses", "victim_group": "civilians", "quantity": exactly(10), "when": on(26)}
    open_ = who | {"victim": None, "victim_group": "unknown", "place": None, "by": "SOHR"}
    assert len(events_of(who, open_)) == 1
    assert len(events_of(who, open_ | {"quantity": exactly(9)})) == 2
    assert len(events_of(who, open_ | {"victim": "soldiers"})) == 2


def test_unionists_told_again() -> None:
    """ "The murder of ten union members", days later and with no day of its own."""
    told = {"victim": "union members", "quantity": exactly(10)}
    again = told | {"when": on(28, "dateline"), "place": None, "by": "SOHR"}
    assert len(events_of(told | {"when": on(20)}, again)) == 1


BESIDE = [
    # a title tells what the person was
    ({"victim": "Mayor Ana Vega"}, {"victim": "soldier"}, 2),
    ({"victim": "Sergeant Omar Ali"}, {"victim": "soldier"}, 1),
    ({"victim": "Dr. Ana Vega"}, {"victim": "Vega"}, 1),
    ({"victim": "teacher Ana Vega"}, {"victim": "driver"}, 2),
    # a mere name may be anybody's, but a soldier's only where both were harmed alike
    ({"victim": "Omar Ali"}, {"victim": "soldier"}, 2),
    ({"victim": "Omar Ali"}, {"victim": "policeman", "means": "shooting"}, 2),
    ({"victim": "Omar Ali", "means": "shooting"}, {"victim": "soldier", "means": "shooting"}, 1),
    ({"victim": "Omar Ali"}, {"victim": "journalist"}, 1),
    ({"victim": "Omar Ali"}, {"victim": "person"}, 1),
    # one person dies by one means
    ({"victim": "soldier", "means": "landmine"}, {"victim": "soldier", "means": "shooting"}, 2),
    ({"victim": "Omar Ali", "means": "bombing"}, {"victim": "Omar Ali", "means": "shooting"}, 1),
]


@pytest.mark.parametrize(("one", "other", "events"), BESIDE)
def test_a_name_beside_a_noun(one: dict[str, Any], other: dict[str, Any], events: int) -> None:
    """Whether a person by name is the one whom another outlet only calls by what he was."""
    told = {"when": on(26), "means": None}
    assert len(events_of(told | one, told | other | {"by": "SOHR"})) == events
    assert len(events_of(told | other, told | one | {"by": "SOHR"})) == events


TEXTS = [
    # an alias, within one article
    ("Gustavo Diaz, alias El Negro, was killed in Cali on Monday.\n\nEl Negro was shot dead.", 1),
    ("Troops killed Jean Kabila, known as Tango, in Beni.\n\nTango was shot at dawn.", 1),
    ("Abu Hamza al-Masri, whose real name is Omar Ali, was killed.\n\nAbu Hamza was shot.", 1),
    ("Gustavo Diaz, alias El Negro, was killed in Cali.\n\nEl Gordo was shot dead in Cali.", 2),
    # a surname behind an article, with a title
    ("Gunmen shot dead judge Ahmed al-Rashid in Homs.\n\nMr al-Rashid was killed at home.", 1),
    ("Gunmen killed Omar ash-Shami in Homs.\n\nAsh-Shami's murder drew protests.", 1),
    ("Omar al-Ali was killed in Homs.\n\nMusa al-Ali was killed in Homs.", 2),
]


@pytest.mark.parametrize(("text", "events"), TEXTS)
def test_one_person_by_two_names(text: str, events: int) -> None:
    """An alias, or a surname alone, is the person whom the article brought in."""
    read = extract(Article("a1", "a1.txt", text, "00", published=date(2024, 11, 29)))
    assert len(resolve(make_rows([read], {}))["events"]) == events
