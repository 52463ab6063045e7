"""Each rule of ``lexicon/events.toml`` does in its own example what it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.extract import extract
from briefing.ledger import Row, make_rows
from briefing.lexicon import load
from briefing.models import Article, Place, When
from briefing.resolve import resolve
from briefing.resolve.cluster import is_one_means, like_counts
from briefing.resolve.key_figures import choose_event
from tests.claims import ATARIB, article, casualty, change, exactly, extraction

RULES = load("events")
PARTIES = ("Russia", "army", "Hamas", "Israel")


def events_of(*fields: dict[str, Any]) -> list[Row]:
    """The events of one casualty claim per article."""
    made = []
    for number, own in enumerate(fields, start=1):
        of = article(own.pop("article", number), publisher=f"Wire {number}")
        made.append(extraction(of, casualties=(casualty(of, number, **own),)))
    return resolve(make_rows(made, {}))["events"]


def events_told(rule: dict[str, Any], first: date) -> list[Row]:
    """The events of two outlets' texts, ``a`` of the day ``first`` and ``b`` of 1 December."""
    read = [
        extract(Article(id_ * 12, f"{id_}.txt", rule[id_], id_ * 64, published=day, publisher=id_))
        for id_, day in (("a", first), ("b", date(2024, 12, 1)))
    ]
    return resolve(make_rows(read, {}))["events"]


def when(told: dict[str, Any]) -> When:
    """A day of November 2024 on the ground that an example gives."""
    day = date(2024, 11, told["day"])
    return When(day, day, 1, None, told["basis"])


@pytest.mark.parametrize("key", ["example", "example_apart", "example_night"])
def test_days(key: str) -> None:
    """Whether two days may be the same."""
    rule = RULES["days"][key]
    told = events_of({"when": when(rule["a"])}, {"when": when(rule["b"]), "by": "SOHR"})
    assert (len(told) == 1) is rule["same"]


@pytest.mark.parametrize("key", ["example", "example_apart"])
def test_distance(key: str) -> None:
    """A place told roughly reaches further than one told exactly."""
    rule = RULES["distance"][key]
    beside = replace(
        ATARIB,
        name="Beside",
        geonameid=1,
        latitude=(ATARIB.latitude or 0) + rule["kilometres"] / 111,
        where_prec=2 if rule["roughly"] else 1,
    )
    assert (len(events_of({}, {"place": beside, "by": "SOHR"})) == 1) is rule["same"]


@pytest.mark.parametrize(
    "key", ["example", "example_noun", "example_anybody", "example_alike", "example_named"]
)
def test_one_person(key: str) -> None:
    """One person is told apart from another by name and by noun."""
    rule = RULES["one_person"][key]
    told = {"quantity": exactly(1)}
    events = events_of({"victim": rule["a"], **told}, {"victim": rule["b"], "by": "SOHR", **told})
    assert (len(events) == 1) is rule["same"]


def test_a_district_is_its_town_told_roughly() -> None:
    """What happened in "Atarib district" on the day is what happened in Atarib."""
    district = replace(ATARIB, kind="area", where_prec=3)
    assert len(events_of({}, {"place": district, "by": "SOHR"})) == 1


@pytest.mark.parametrize("key", ["example", "example_stated", "example_many"])
def test_retold(key: str) -> None:
    """People of whom there are few are known again days later, unless another day is stated."""
    rule = RULES["retold"][key]
    first = {"day": rule["day"], "basis": "stated"}
    again = {"day": rule["again"], "basis": rule["basis"]}
    country = replace(ATARIB, name="Syria", kind="country", geonameid=1, latitude=None)
    told = {"victim": rule["victims"], "quantity": exactly(6)}
    events = events_of(
        {"when": when(first), **told}, {"when": when(again), "place": country, "by": "SOHR", **told}
    )
    assert (len(events) == 1) is rule["same"]


@pytest.mark.parametrize("key", ["example_spot", "example_spot_few"])
def test_retold_by_its_spot(key: str) -> None:
    """So many dead in one kind of spot are known again where the text gives no day of its own."""
    rule = RULES["retold"][key]
    spot = {"where_description": rule["spot"], "quantity": exactly(rule["count"])}
    country = replace(ATARIB, name="Syria", kind="country", geonameid=1, latitude=None)
    events = events_of(
        {"when": when({"day": 4, "basis": "stated"}), **spot},
        {
            "when": when({"day": 8, "basis": "dateline"}),
            "place": country,
            "by": "SOHR",
            **spot,
            "where_description": rule["again"],
        },
    )
    assert (len(events) == 1) is rule["same"]


@pytest.mark.parametrize("key", ["example", "example_apart"])
def test_counts(key: str) -> None:
    """Whether two counts may be of one incident."""
    rule = RULES["counts"][key]
    assert like_counts(rule["a"], rule["b"]) is rule["like"]


@pytest.mark.parametrize("key", [key for key in RULES["spots"] if key.startswith("example")])
def test_spots(key: str) -> None:
    """What died at a spot of a town is no earlier count of what died in all of it."""
    rule = RULES["spots"][key]
    told = events_told(rule, date(2024, 11, 30))
    events = [event for event in told if event["outcome"] == "killed"]
    assert (len(events) == 1) is rule["same"]


@pytest.mark.parametrize("family", RULES["means"], ids=lambda family: family["family"])
def test_means(family: dict[str, Any]) -> None:
    """Whether two weapons are told for each other."""
    example = family["example"]
    assert is_one_means(example["a"], example["b"]) is example["same"]


@pytest.mark.parametrize("key", ["example", "example_nameless"])
def test_voices(key: str) -> None:
    """Bodies of one house with the same figure are one voice, and so is who has no name."""
    rule = RULES["voices"][key]
    told = [
        {"by": by, "quantity": exactly(n)}
        for by, n in zip(rule["voices"], rule["figures"], strict=True)
    ]
    (event,) = events_of(*told)
    assert event["independent"] == rule["independent"]


@pytest.mark.parametrize("grade", RULES["grade"], ids=lambda grade: grade["name"])
def test_grades(grade: dict[str, Any]) -> None:
    """Each grade's example gets that grade, with a reason in words."""
    told = [{"perpetrator": None} | claim for claim in grade["example"]]
    (event,) = events_of(*told)
    assert event["grade"] == grade["name"]
    assert event["grade_reason"]


@pytest.mark.parametrize("key", [key for key in RULES["denials"] if key.startswith("example")])
def test_denials(key: str) -> None:
    """Who is blamed and denies the attack contests its toll, also without a word on the victims."""
    rule = RULES["denials"][key]
    (event,) = events_told(rule, date(2024, 11, 29))
    assert event["grade"] == rule["grade"]


def test_no_voice() -> None:
    """What is only alleged is weak, and the reason says so."""
    rule = RULES["no_voice"]
    (event,) = events_of(*map(dict, rule["example"]))
    assert (event["grade"], event["independent"]) == ("weak", 0)
    assert event["grade_reason"] == rule["words"].format(who="SOHR")


def test_accepting() -> None:
    """A group that says it did it makes the event confirmed."""
    text = RULES["accepting"]["example"]
    read = extract(Article("a" * 12, "a.txt", text, "0" * 64, published=date(2024, 11, 29)))
    (event,) = resolve(make_rows([read], {}))["events"]
    assert event["grade"] == "confirmed"
    assert event["grade_reason"] == "Abu Sayyaf accepts responsibility"


def test_totals() -> None:
    """Displaced people are counted in totals, whatever the day."""
    text = RULES["totals"]["example"]
    read = extract(Article("a" * 12, "a.txt", text, "0" * 64, published=date(2024, 11, 29)))
    (event,) = resolve(make_rows([read], {}))["events"]
    assert event["scope"] == "period_total"


@pytest.mark.parametrize("key", ["example", "example_turns"])
def test_territory(key: str) -> None:
    """One side that takes a place in two reports took it once; two sides took it in turn."""
    rule = RULES["territory"][key]
    made = []
    for number, name in enumerate(("a", "b"), start=1):
        of = article(number)
        day = When(date(2024, 11, rule[name]["day"]), date(2024, 11, rule[name]["day"]), 1)
        claim = change(of, gainer=rule[name]["gainer"], when=day, quantity=None, unit=None)
        made.append(extraction(of, territory=(replace(claim, places=(town(),)),)))
    assert len(resolve(make_rows(made, {}))["control"]) == rule["changes"]


def town() -> Place:
    """A place that may change hands."""
    return replace(ATARIB)


def test_key_figure() -> None:
    """Many voices stand for the week, but never with a small part of the largest count."""
    rule = RULES["key_figure"]["example"]
    events = [
        {"low": n, "best": n, "high": n, "independent": voices, "date_end": None,
         "date_start": None}
        for n, voices in zip(rule["counts"], rule["voices"], strict=True)
    ]  # fmt: skip
    chosen = choose_event(events)
    assert chosen is not None
    assert chosen["low"] == rule["chosen"]
    huge = events[0] | {"low": 300, "best": 300, "high": 300}
    assert choose_event([huge, events[1]]) == huge
