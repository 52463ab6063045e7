"""Reconcile, don't sum: what several tell of one incident is one event with a range."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.articles import read_article
from briefing.extract import extract
from briefing.ledger import Row, load_codebook, make_rows
from briefing.models import Extraction, Quantity, When
from briefing.places import Region
from briefing.resolve import Verdicts, resolve
from briefing.resolve.verdicts import UNDECIDED
from tests.claims import ATARIB, article, at_least, casualty, exactly, extraction, vague

Claims = tuple[tuple[int, dict[str, Any]], ...]
SAMPLE = Path(__file__).parent.parent.parent / "articles"


def events_of(*claims: tuple[int, dict[str, Any]], verdicts: Verdicts = UNDECIDED) -> list[Row]:
    """The events of casualty claims, each with the number of its article."""
    numbers = sorted({number for number, _ in claims})
    read = {n: article(n, publisher=f"Wire {n}", published=date(2024, 11, 27 + n)) for n in numbers}
    made = [
        extraction(
            read[n],
            casualties=tuple(
                casualty(read[n], at, **fields) for at, (m, fields) in enumerate(claims) if m == n
            ),
        )
        for n in numbers
    ]
    return resolve(make_rows(made, {}), verdicts=verdicts)["events"]


@pytest.fixture(scope="module")
def week() -> list[Extraction]:
    """What the ten articles of the sample week say."""
    region = Region(("SY",), ("Aleppo", "Idlib", "Hama"))
    paths = sorted(p for p in SAMPLE.iterdir() if p.name != "README.md")
    return [extract(read_article(path, root=SAMPLE), region=region) for path in paths]


def test_the_sample_weeks_civilians_are_one_range(week: list[Extraction]) -> None:
    """15, 16, 19 and 12 civilians are one event of 12 to 19 by five voices, never 62."""
    rows = resolve(make_rows(week, {}), since=date(2024, 11, 25))
    (strike,) = [e for e in rows["events"] if "White Helmets" in e["claimants"]]
    assert (strike["low"], strike["high"], strike["independent"]) == (12, 19, 5)
    assert strike["claimants"] == ["OCHA", "residents and local media", "White Helmets", "SOHR"]
    assert strike["grade"] == "fair"
    assert not {62, 46 + 16} & {e[end] for e in rows["events"] for end in ("low", "high")}


def test_the_order_of_articles_makes_no_difference(week: list[Extraction]) -> None:
    """Shuffled articles give the same events: ids, ranges, grades and reasons."""

    def told(extractions: list[Extraction]) -> list[Row]:
        rows = resolve(make_rows(extractions, {}))
        return [{k: v for k, v in e.items() if k != "sources"} for e in rows["events"]]

    first = told(week)
    for seed in range(3):
        shuffled = random.Random(seed).sample(week, len(week))
        assert told(shuffled) == first


def test_every_toll_is_in_one_event(week: list[Extraction]) -> None:
    """No figure is lost and none counts twice: each stands in one event or is superseded there."""
    rows = resolve(make_rows(week, {}))
    told = [t for e in rows["events"] for t in (*e["toll_ids"], *e["superseded_ids"])]
    counted = {t["toll_id"] for t in rows["tolls"]}
    assert len(told) == len(set(told))
    assert set(told) == counted


def test_events_have_the_codebooks_columns(week: list[Extraction]) -> None:
    """Whatever the codebook promises of events and control is there."""
    rows = resolve(make_rows(week, {}))
    for table in ("events", "control"):
        promised = {column.name for column in load_codebook()[table].columns}
        assert all(promised <= set(row) for row in rows[table])


def test_a_later_word_supersedes_its_own_voice_only() -> None:
    """SOHR's 19 replaces its 15; the White Helmets' 16 stays; what was stays visible."""
    (event,) = events_of(
        (1, {"by": "SOHR", "quantity": exactly(15)}),
        (2, {"by": "SOHR", "quantity": exactly(19)}),
        (1, {"by": "White Helmets", "quantity": exactly(16)}),
    )
    assert (event["low"], event["high"]) == (16, 19)
    assert event["superseded"] == ["SOHR: was 15 on 28 Nov"]


def test_what_was_is_told_with_the_day_it_was_said() -> None:
    """The strike was on the 28th; that SOHR counted 15 stood in the paper of the 29th."""
    (event,) = events_of(*((n, {"by": "SOHR", "quantity": exactly(13 + n)}) for n in (2, 3)))
    assert event["date_end"] == date(2024, 11, 28)
    assert event["superseded"] == ["SOHR: was 15 on 29 Nov"]


@pytest.mark.parametrize(
    ("told", "range_"),
    [
        ((exactly(16), exactly(19)), (16, None, 19)),  # no figure has more voices
        ((exactly(16), exactly(16), exactly(19)), (16, 16, 19)),  # most voices
        ((at_least(15), at_least(16)), (15, 16, None)),  # open: both may be true
        ((at_least(15), exactly(19)), (15, None, 19)),  # the highest is not open
        ((exactly(16), vague("many")), (16, 16, 16)),  # what has no number changes nothing
    ],
)
def test_low_best_high(told: tuple[Quantity, ...], range_: tuple[int | None, ...]) -> None:
    """The range runs from the lowest to the highest figure; best is what most voices give."""
    claims = ((n, {"by": f"Voice {n}", "quantity": q}) for n, q in enumerate(told, start=1))
    (event,) = events_of(*claims)
    assert (event["low"], event["best"], event["high"]) == range_


def test_one_is_not_of_the_many() -> None:
    """A pilot who was killed is none of the "many rebels" whom the same page has killed."""
    rebels = {"by": "minister", "quantity": vague("many"), "victim": "rebels"}
    pilot = {"by": "army", "quantity": exactly(1), "victim": "pilot"}
    assert len(events_of((1, rebels), (2, pilot))) == 2


def test_one_beside_one_is_another_person() -> None:
    """A pilot and a medic, one each: no counts that are far apart."""
    both = events_of(*((1, {"quantity": exactly(1), "victim": who}) for who in ("pilot", "medic")))
    assert [row["apart_reason"] for row in both] == [["another person"]] * 2


def test_a_toll_raised_in_its_own_town_is_no_running_total() -> None:
    """ "Raising the toll to 32" in the town and on the day of an attack counts that attack."""
    (event,) = events_of(
        (1, {"by": "mayor", "quantity": exactly(29)}),
        (2, {"by": "emergency service", "quantity": exactly(32), "running_total": True}),
    )
    assert (event["scope"], event["low"], event["high"]) == ("incident", 29, 32)


def test_a_toll_that_rises_day_by_day_is_one_event() -> None:
    """Five at first, 40 two days later: each count is like the one before it."""
    counts = [exactly(n) for n in (5, 21, 25, 40)]
    (event,) = events_of(*((n, {"quantity": c, "by": None}) for n, c in enumerate(counts)))
    assert (event["low"], event["high"]) == (5, 40)


def test_a_toll_does_not_fall_step_by_step() -> None:
    """40 on one day, and on the next 21 and five by others: so few are of another attack."""
    counts = [exactly(n) for n in (40, 21, 5)]
    events = events_of(*((n, {"quantity": c, "by": None}) for n, c in enumerate(counts)))
    assert sorted(event["low"] for event in events) == [5, 21]


@pytest.mark.parametrize(
    ("quote", "by", "low"),
    [
        ("the toll has risen to 20", "officials", 20),  # it rose from theirs
        ("the toll is 20", "officials", 8),  # a rival count
        ("the toll has risen to 20", "HTS", 8),  # whom it is put down to may still count fewer
    ],
)
def test_what_a_toll_rose_from_is_no_rival_count(quote: str, by: str, low: int) -> None:
    """A later count that is told as risen replaces lower ones published before it."""
    told = {"quantity": exactly(20), "quote": quote, "rule": "casualties.toll", "by": "mayor"}
    blamed = {"perpetrator": "HTS"}
    first = {"by": by, "quantity": exactly(8)}
    (event,) = events_of((1, first | blamed), (2, told | blamed))
    assert event["low"] == low
    assert event["superseded"] == ([f"{by}: was 8 on 28 Nov"] if low == 20 else [])


def test_one_claimant_in_two_outlets_is_one_voice() -> None:
    """Who repeats a claimant's figure, by name or in its own voice, adds no voice."""
    (event,) = events_of((1, {}), (2, {}), (3, {"by": None}))
    assert (event["independent"], event["grade"]) == (1, "weak")
    assert event["sources"] == [1, 2, 3]


def test_an_unreliable_source_is_no_voice() -> None:
    """What only a source graded E gives counts towards no grade."""
    first, second = article(1), article(2, publisher="Rumour Mill")
    made = [
        extraction(first, casualties=(casualty(first),)),
        extraction(second, casualties=(casualty(second, by="somebody"),)),
    ]
    graded = resolve(make_rows(made, {"Rumour Mill": "E"}))["events"][0]
    plain = resolve(make_rows(made, {}))["events"][0]
    assert (graded["grade"], plain["grade"]) == ("weak", "fair")


def test_ids_hang_on_what_identifies_an_incident() -> None:
    """Another figure, a further voice or a later article leave the id as it was."""
    (first,) = events_of((1, {}))
    (second,) = events_of((1, {"quantity": exactly(18)}), (2, {"by": "SOHR"}))
    (elsewhere,) = events_of((1, {"place": replace(ATARIB, name="Idlib")}))
    assert first["event_id"] == second["event_id"] != elsewhere["event_id"]


def test_what_stands_apart_says_why() -> None:
    """An attack names the running total of the same claimant that it was not merged with."""
    since = When(date(2024, 11, 26), date(2024, 11, 29), 2, "since Tuesday", "relative")
    attack, total = events_of(
        (1, {"by": "SOHR", "quantity": exactly(16)}),
        (2, {"by": "SOHR", "quantity": exactly(300), "place": None, "when": since,
             "running_total": True}),
    )  # fmt: skip
    assert attack["apart_from"] == [total["event_id"]]
    assert attack["apart_reason"] == ["running total"]


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ({"place": replace(ATARIB, name="Idlib", latitude=35.93, longitude=36.63)}, 2),  # elsewhere
        (
            {"when": When(date(2024, 11, 20), date(2024, 11, 20), 1, "then", "stated")},
            2,
        ),  # long ago
        ({"outcome": "injured"}, 2),  # another outcome
        ({"victim_group": "combatants"}, 2),  # other victims
        ({"victim_group": "unknown"}, 1),  # not said who
        ({"place": None}, 1),  # not said where
        ({"means": "clashes"}, 2),  # another attack
        ({"means": "clashes", "quantity": at_least(15)}, 1),  # told of with the same count
        ({"means": "bombing"}, 1),  # another word for it
        ({"perpetrator": "Syria"}, 1),  # disputed, but the same attack
    ],
)
def test_what_makes_one_event(second: dict[str, Any], number: int) -> None:
    """Another place, day, outcome, victims or attack are another event."""
    told = events_of((1, {}), (2, {"by": "SOHR", "quantity": exactly(19), **second}))
    assert len(told) == number


FIGHTERS: dict[str, Any] = {
    "victim": "fighters", "victim_group": "combatants", "quantity": exactly(16),
}  # fmt: skip
PEOPLE: dict[str, Any] = {"victim": "people", "victim_group": "unknown"}


def test_one_sides_fighters_are_the_other_ones_people() -> None:
    """Who counts otherwise and says "people" is not made to speak of fighters; who gives the same
    number may be, and so may who says it first without a word on whom."""
    mixed = (1, FIGHTERS | {"by": "army"}), (2, PEOPLE | {"by": "SOHR", "quantity": exactly(15)})
    (event,) = events_of(*mixed)
    assert (event["low"], event["high"]) == (15, 16)
    assert (event["victim"], event["victim_group"], event["victim_side"]) == (
        "people", "unknown", None,
    )  # fmt: skip
    for other in (PEOPLE | {"by": "SOHR", "quantity": exactly(16)}, PEOPLE | {"by": "army"}):
        (event,) = events_of((1, FIGHTERS | {"by": "army"}), (2, other))
        assert event["victim_group"] == "combatants"


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        # rebels and soldiers are of two camps, by their nouns alone
        (("guerrillas", 491), ("troops", 500), 2),
        (("soldiers", 491), ("troops", 500), 1),
        # one by his calling or name is none of six others; one of the same calling may be of a toll
        (("a cook", 1), ("priests", 6), 2),
        (("Omar Ali", 1), ("priests", 6), 2),
        (("a priest", 1), ("priests", 3), 1),
        (("person", 1), ("priests", 3), 1),
    ],
)
def test_whom_the_nouns_tell(first: tuple[str, int], second: tuple[str, int], number: int) -> None:
    """How many events two tellings make that differ in whom they call the dead."""
    told = [
        (at, {"by": voice, "victim": who, "quantity": exactly(count), "victim_side": None})
        for at, voice, (who, count) in ((1, "army", first), (2, "SOHR", second))
    ]
    assert len(events_of(*told)) == number


FIRST, SECOND = "000000000001-c0", "000000000002-c1"


def test_the_analyst_makes_two_events_one() -> None:
    """Two places that were kept apart are one event once the analyst says so."""
    claims: Claims = (
        (1, {"by": "SOHR"}),
        (2, {"place": None, "when": When(), "quantity": exactly(60)}),
    )
    assert len(events_of(*claims)) == 2
    (event,) = events_of(*claims, verdicts=Verdicts(together=(frozenset({FIRST, SECOND}),)))
    assert (event["low"], event["high"]) == (15, 60)


def test_the_analyst_takes_a_claim_off_its_event() -> None:
    """One of two tellings of the same toll stands alone once the analyst says so."""
    claims: Claims = (1, {}), (2, {})
    assert len(events_of(*claims)) == 1
    both = events_of(*claims, verdicts=Verdicts(alone=frozenset({SECOND})))
    assert [row["apart_reason"] for row in both] == [["split off by the analyst"]] * 2


def test_what_does_not_fit_stays_apart_however_joined() -> None:
    """Killed and injured are never one event, whatever is said."""
    claims: Claims = (1, {}), (2, {"outcome": "injured"})
    joined = events_of(*claims, verdicts=Verdicts(together=(frozenset({FIRST, SECOND}),)))
    assert len(joined) == 2


VOICES = st.sampled_from([None, "SOHR", "OCHA", "White Helmets", "army"])
COUNTS = st.one_of(
    st.integers(1, 60).map(exactly), st.integers(1, 60).map(at_least), st.just(vague("many"))
)
DAYS = st.builds(
    lambda day, length, basis: When(
        date(2024, 11, day), date(2024, 11, min(day + length, 30)), 1, None, basis
    ),
    st.integers(24, 30),
    st.sampled_from([0, 0, 0, 2]),
    st.sampled_from(["stated", "dateline", "assumed"]),
)
CLAIM = st.fixed_dictionaries(
    {
        "by": VOICES,
        "quantity": COUNTS,
        "when": DAYS,
        "place": st.sampled_from(
            [None, ATARIB, replace(ATARIB, direction="western", where_prec=2)]
        ),
        "victim_group": st.sampled_from(["civilians", "unknown"]),
        "perpetrator": st.sampled_from([None, "Russia", "Syria"]),
        "running_total": st.booleans(),
        "certainty": st.sampled_from(["reported", "claimed", "denied"]),
    }
)
TOLD = st.lists(st.tuples(st.integers(1, 5), CLAIM), min_size=1, max_size=9)


@settings(max_examples=30)
@given(claims=TOLD, chance=st.randoms(use_true_random=False))
def test_whatever_is_told(claims: list[tuple[int, dict[str, Any]]], chance: random.Random) -> None:
    """Any week: no figure is made up or lost, ids are unique, and order makes no difference."""
    articles = {n: article(n, publisher=f"Wire {n}") for n in dict.fromkeys(n for n, _ in claims)}
    made = [
        extraction(
            of,
            casualties=tuple(
                casualty(of, at, **dict(fields)) for at, (n, fields) in enumerate(claims) if n == m
            ),
        )
        for m, of in articles.items()
    ]
    rows = resolve(make_rows(made, {}))
    figures = {toll[end] for toll in rows["tolls"] for end in ("low", "high")}
    tolls = [t for e in rows["events"] for t in (*e["toll_ids"], *e["superseded_ids"])]
    assert {e[end] for e in rows["events"] for end in ("low", "high")} <= figures
    assert sorted(tolls) == sorted(toll["toll_id"] for toll in rows["tolls"])
    assert len({e["event_id"] for e in rows["events"]}) == len(rows["events"])
    again = resolve(make_rows(chance.sample(made, len(made)), {}))
    assert [without_numbers(e) for e in again["events"]] == [
        without_numbers(e) for e in rows["events"]
    ]


def without_numbers(event: Row) -> Row:
    """An event without its citation numbers, which follow the order of the sources."""
    return {name: value for name, value in event.items() if name != "sources"}


@pytest.mark.parametrize(
    ("second", "number"),
    [
        # nine soldiers, their place unsaid, are not nine people in a camp
        ({"victim": "soldiers", "victim_group": "combatants"}, 2),
        ({"victim": "soldiers", "victim_group": "combatants", "victim_side": "Malawi"}, 2),
        # nor are those that fell in fighting the dead of a shelling, be it at the same place
        (
            {
                "victim": "soldiers",
                "victim_group": "combatants",
                "means": "clashes",
                "place": ATARIB,
            },
            2,
        ),
        # the same victims without a place are told of again
        ({"victim": "people", "victim_group": "unknown"}, 1),
    ],
)
def test_without_a_place_the_victims_are_the_same(second: dict[str, Any], number: int) -> None:
    """An equal count of others on the same day makes no event one."""
    nine = {"quantity": exactly(9), "perpetrator": None, "means": None,
            "when": When(date(2024, 11, 28), date(2024, 11, 28), 1, "28/11", "stated")}  # fmt: skip
    camp = nine | {"by": "camp", "victim": "displaced people", "victim_group": "unknown"}
    camp |= {"means": "shelling"} if second.get("means") else {}
    army = nine | {"by": "army", "place": None}
    first, other = article(1), article(2)
    made = [
        extraction(first, casualties=(casualty(first, 0, **camp),)),
        extraction(other, casualties=(casualty(other, 0, **army | second),)),
    ]
    assert len(resolve(make_rows(made, {}))["events"]) == number


def test_one_of_some_other_side_is_another() -> None:
    """A general whose side nobody tells is none of three soldiers of Malawi."""
    day = {"when": When(date(2024, 11, 28), date(2024, 11, 28), 1, "28/11", "stated"),
           "perpetrator": None, "means": None, "victim_group": "combatants"}  # fmt: skip
    general = day | {"by": "army", "victim": "general", "quantity": exactly(1)}
    three = day | {"by": "Malawi", "victim": "soldiers", "quantity": exactly(3)}
    first, other = article(1), article(2)
    made = [
        extraction(first, casualties=(casualty(first, 0, **general),)),
        extraction(other, casualties=(casualty(other, 0, **three | {"victim_side": "Malawi"}),)),
    ]
    assert len(resolve(make_rows(made, {}))["events"]) == 2


ASSUMED = When(date(2024, 11, 26), date(2024, 11, 28), 2, None, "assumed")
NOVEMBER = When(date(2024, 11, 1), date(2024, 11, 30), 4, "in November", "stated")
STATED = When(date(2024, 11, 28), date(2024, 11, 28), 1, "on Thursday", "relative")
TWO = {"quantity": exactly(2), "perpetrator": None}
FOUR = {"by": "SOHR", "quantity": exactly(4), "perpetrator": None}


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        # neither day is stated, and only one says of whom
        ({"when": ASSUMED}, {"when": ASSUMED, "victim_group": "unknown", "victim": None}, 2),
        ({"when": STATED}, {"when": ASSUMED, "victim_group": "unknown", "victim": None}, 1),
        ({"when": ASSUMED}, {"when": ASSUMED}, 1),
        # two dead and four of one month, with no place
        ({"when": NOVEMBER, "place": None}, {"when": NOVEMBER, "place": None}, 2),
        ({"when": STATED, "place": None}, {"when": STATED, "place": None}, 1),
    ],
)
def test_other_counts_need_more_in_common(
    first: dict[str, Any], second: dict[str, Any], number: int
) -> None:
    """Two and four are one event only where day, place and victims speak for it."""
    assert len(events_of((1, TWO | first), (2, FOUR | second))) == number


def test_a_count_goes_before_a_mere_word_of_number() -> None:
    """ "Thousands fled" heads no week for which somebody counts them, be it since last month."""
    this = When(date(2024, 11, 27), date(2024, 11, 28), 2, None, "assumed")
    since = When(date(2024, 10, 25), date(2024, 11, 28), 4, "since 25 October", "stated")
    fled: dict[str, Any] = {"outcome": "displaced", "perpetrator": None, "means": None}
    first, second = article(1), article(2)
    made = [
        extraction(
            first, casualties=(casualty(first, quantity=vague("thousands"), when=this, **fled),)
        ),
        extraction(
            second, casualties=(casualty(second, quantity=exactly(33000), when=since, **fled),)
        ),
    ]
    rows = resolve(make_rows(made, {}), since=date(2024, 11, 25))
    (figure,) = [row for row in rows["key_figures"] if row["key"] == "displaced"]
    assert figure["display"] == "33,000"


@pytest.mark.parametrize(("by", "number"), [("SOHR", 1), ("White Helmets", 2)])
def test_two_counts_of_one_sentence(by: str, number: int) -> None:
    """Two voices of one sentence count the same dead; one voice counts two sorts of them."""
    of = article(1)
    total: dict[str, Any] = {"running_total": True, "perpetrator": None, "means": None}
    claims = (
        casualty(of, 0, quantity=at_least(200), **total),
        casualty(of, 1, quantity=at_least(70), **total | {"by": by}),
    )
    events = resolve(make_rows([extraction(of, casualties=claims)], {}))["events"]
    assert len(events) == number


DAILY = [
    # over the day before, in whatever words
    "The army said {} rebels had been killed over the past day.",
    "The army said it had killed {} rebels in the past 24 hours.",
    "The army said {} rebels were killed yesterday.",
]


@pytest.mark.parametrize("text", DAILY)
def test_a_daily_communique_has_a_toll_of_each_day(text: str) -> None:
    """Three days' counts are three events with one figure each, and no total that grew."""
    made = [
        extract(replace(article(n, published=date(2024, 11, 25 + n)), text=text.format(count)))
        for n, count in enumerate((655, 784, 840), start=1)
    ]
    events = resolve(make_rows(made, {}))["events"]
    told = sorted((e["low"], e["high"], e["date_end"].day, e["superseded"]) for e in events)
    first = 26 - ("yesterday" in text)
    assert told == [
        (655, 655, first, []),
        (784, 784, first + 1, []),
        (840, 840, first + 2, []),
    ]
