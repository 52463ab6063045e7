"""Reconcile, don't sum: tolls, key figures, gaps, and vague counts under a codebook."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.ledger import Row, make_rows
from briefing.lexicon import load
from briefing.models import Attribution, Quantity, When
from briefing.resolve import resolve
from briefing.resolve.comparable import subject_of
from briefing.resolve.recode import recode_vague
from tests.claims import (
    ATARIB,
    DAY,
    article,
    at_least,
    casualty,
    change,
    exactly,
    extraction,
    vague,
)

WEEK = When(date(2024, 11, 26), date(2024, 11, 28), 2, "since Tuesday", "relative")
IDLIB = replace(ATARIB, name="Idlib", as_written="Idlib", geonameid=169577)


def resolved(
    *claims: tuple[int, dict[str, Any]], since: date | None = None
) -> dict[str, list[Row]]:
    """Casualty claims, each with the number of its article, resolved."""
    numbers = sorted({number for number, _ in claims})
    articles = {number: article(number) for number in numbers}
    made = [
        extraction(
            articles[n],
            casualties=tuple(
                casualty(articles[n], at, **fields)
                for at, (number, fields) in enumerate(claims)
                if number == n
            ),
        )
        for n in numbers
    ]
    return resolve(make_rows(made, {}), since=since)


def figure(rows: dict[str, list[Row]], key: str) -> Row:
    """The key figure of that name."""
    return next(row for row in rows["key_figures"] if row["key"] == key)


def test_one_toll_told_twice_is_one() -> None:
    """The same claimant's count in two outlets is one toll with two sources."""
    rows = resolved((1, {}), (2, {}))
    assert [toll["sources"] for toll in rows["tolls"]] == [[1, 2]]
    assert {row["toll_id"] for row in rows["casualties"]} == {rows["tolls"][0]["toll_id"]}


def test_four_claimants_make_a_range_and_no_sum() -> None:
    """15, 16, 19 and 12 civilians are 12 to 19 by four claimants, never 62."""
    rows = resolved(
        (1, {"by": "residents", "quantity": exactly(15)}),
        (2, {"by": "White Helmets", "quantity": exactly(16)}),
        (3, {"by": "SOHR", "quantity": exactly(19)}),
        (4, {"by": "OCHA", "quantity": exactly(12), "when": WEEK}),
    )
    shown = figure(rows, "killed_civilians")
    assert shown["display"] == "12–19"
    assert shown["claimants"] == ["OCHA", "SOHR", "White Helmets", "residents"]
    assert "62" not in str(rows["key_figures"])


def test_a_later_word_replaces_only_the_same_claimants() -> None:
    """SOHR's later 28 stands for its earlier 19; the White Helmets' 16 stays."""
    later = When(date(2024, 11, 28), date(2024, 11, 29), 2)
    rows = resolved(
        (1, {"by": "SOHR", "quantity": exactly(19)}),
        (2, {"by": "SOHR", "quantity": exactly(28), "when": later}),
        (3, {"by": "White Helmets", "quantity": exactly(16)}),
    )
    assert figure(rows, "killed_civilians")["display"] == "16–28"


def test_one_day_is_no_lower_estimate_of_a_week() -> None:
    """16 on a day and 311 in a week: the figure is the week's, the day's is named as left out."""
    week = When(date(2024, 11, 24), date(2024, 11, 30), 3)
    rows = resolved(
        (1, {"by": "OCHA", "quantity": exactly(16)}),
        (2, {"by": "SOHR", "quantity": exactly(311), "when": week}),
    )
    shown = figure(rows, "killed_civilians")
    assert shown["display"] == "311"
    assert shown["covers"].endswith("1 other count not added")


@pytest.mark.parametrize(
    ("a", "b", "tolls"),
    [
        ({"place": None}, {}, 1),  # one article leaves the place out
        ({"place": IDLIB}, {}, 2),  # another place
        ({"when": replace(DAY, basis="assumed", start=date(2024, 11, 26))}, {}, 1),  # not dated
        ({"when": WEEK}, {}, 2),  # another window
        ({"by": "SOHR"}, {}, 2),  # another claimant
        ({"quantity": exactly(15)}, {}, 2),  # 15 is not "at least 15"
    ],
)
def test_when_two_tellings_are_one_toll(a: dict[str, Any], b: dict[str, Any], tolls: int) -> None:
    """What one telling leaves unsaid contradicts nothing; what differs keeps them apart."""
    assert len(resolved((1, a), (2, b))["tolls"]) == tolls


def test_the_civilians_of_all_killed_are_a_figure_of_their_own() -> None:
    """311 killed, 28 of them civilians: 28 is a whole count of civilians, 12 children is not."""
    same = {"by": "SOHR", "quantity": exactly(311), "victim_group": "mixed"}
    part = {"by": "SOHR", "quantity": exactly(28), "subset": True}
    first = article()
    claims = tuple(
        replace(casualty(first, at, **fields), sentence_start=0)
        for at, fields in enumerate((same, part))
    )
    rows = resolve(make_rows([extraction(first, casualties=claims)], {}))
    assert figure(rows, "killed_civilians")["display"] == "28"
    assert [toll["breakdown"] for toll in rows["tolls"]] == [False, True]


@pytest.mark.parametrize("victim", ["women", "young children", "mothers"])
def test_women_among_the_killed_are_not_all_civilians(victim: str) -> None:
    """23 people killed, among them seven women: the week's figure of civilians is not seven."""
    same = {"by": "SOHR", "quantity": exactly(23), "victim_group": "unknown"}
    part = {"by": "SOHR", "quantity": exactly(7), "subset": True, "victim": victim}
    first = article()
    claims = tuple(
        replace(casualty(first, at, **fields), sentence_start=0)
        for at, fields in enumerate((same, part))
    )
    rows = resolve(make_rows([extraction(first, casualties=claims)], {}))
    assert [row["key"] for row in rows["key_figures"]] == ["killed_all"]


def test_who_raises_a_toll_is_not_all_of_his_kind() -> None:
    """The toll rose to three with the death of a private: one soldier is no count of soldiers."""
    toll = {"by": "army", "quantity": exactly(3), "victim_group": "unknown"}
    last = {"by": "army", "quantity": exactly(1), "subset": True, "victim_group": "combatants"}
    first = article()
    claims = tuple(
        replace(casualty(first, at, **fields), sentence_start=0, rule=rule)
        for at, (fields, rule) in enumerate(
            ((toll, "casualties.toll"), (last, "casualties.death_noun"))
        )
    )
    rows = resolve(make_rows([extraction(first, casualties=claims)], {}))
    assert [row["key"] for row in rows["key_figures"]] == ["killed_all"]


def test_two_counts_of_one_sentence_replace_nobody() -> None:
    """16 soldiers and 14 rebels, told in one breath by one man: 14 is no earlier figure of 16."""
    since = When(date(2024, 11, 1), date(2024, 11, 28), 4, "since 1 November", "stated")
    both = {"by": "elder", "victim_group": "combatants", "running_total": True, "when": since}
    first = article()
    claims = tuple(
        replace(casualty(first, at, **both, quantity=exactly(count)), sentence_start=0)
        for at, count in enumerate((16, 14))
    )
    events = resolve(make_rows([extraction(first, casualties=claims)], {}))["events"]
    assert sorted(event["best"] for event in events) == [14, 16]


def test_a_figure_over_years_says_which() -> None:
    """What runs from one year into another is told with both years."""
    when = When(date(2015, 1, 1), date(2024, 9, 10), 5, "since 2015", "stated")
    covers = figure(resolved((1, {"when": when})), "killed_civilians")["covers"]
    assert "1 Jan 2015" in covers
    assert "10 Sep 2024" in covers


@pytest.mark.parametrize(
    ("fields", "display"),
    [
        ({"quantity": at_least(15)}, "≥ 15"),  # open upwards
        ({"quantity": vague("several")}, "several"),  # never a number
        ({"quantity": exactly(1)}, "1"),  # a single person
    ],
)
def test_display_of_a_single_count(fields: dict[str, Any], display: str) -> None:
    """One count is printed with its own uncertainty."""
    assert figure(resolved((1, fields)), "killed_civilians")["display"] == display


def test_an_unquantified_number_stands_beside_the_counted() -> None:
    """15 in one place and several more in another: shown as such, not turned into a figure."""
    rows = resolved((1, {}), (1, {"quantity": vague("several more"), "place": IDLIB}))
    assert figure(rows, "killed_civilians")["display"] == "≥ 15 + an unquantified number"


@pytest.mark.parametrize(
    "fields",
    [
        {"subset": True},  # including 12 children
        {"certainty": "denied"},  # a denied toll is no figure of the week
        {"background": True},  # history told in passing
        {"means": "natural disaster"},  # floods and epidemics are not the conflict's
        {"means": "disease"},
    ],
)
def test_what_never_makes_a_key_figure(fields: dict[str, Any]) -> None:
    """Subsets, denials, history and disasters stay out of the head of the brief."""
    assert resolved((1, fields))["key_figures"] == []


def test_one_sides_losses_do_not_lower_the_range() -> None:
    """80 of one side and 153 of all sides: the figure of all combatants is 153."""
    soldiers = {"victim_group": "combatants", "by": "SOHR"}
    rows = resolved(
        (1, soldiers | {"quantity": exactly(153)}),
        (1, soldiers | {"quantity": exactly(80), "victim_side": "HTS"}),
    )
    assert figure(rows, "killed_combatants")["display"] == "153"


def test_settlements_show_the_newest_count_and_its_growth() -> None:
    """21 then at least 200 settlements: the newest stands, the growth is told, nothing is added."""
    first, second = article(1), article(2)
    later = When(date(2024, 11, 30), date(2024, 11, 30), 1)
    made = [
        extraction(first, territory=(change(first),)),
        extraction(second, territory=(change(second, quantity=at_least(200), when=later),)),
    ]
    shown = figure(resolve(make_rows(made, {})), "settlements_taken")
    assert shown["display"] == "≥ 200"
    assert shown["covers"] == "by 30 Nov; SOHR; 21 on 28 Nov (SOHR)"


def test_a_count_of_settlements_is_named_after_its_source() -> None:
    """Where the text names nobody, its publisher speaks; without one, its site."""
    shown = []
    for publisher in ("Sample Wire", None):
        of = article(publisher=publisher, url="https://www.example.org/1")
        claim = change(of, attribution=Attribution())
        rows = resolve(make_rows([extraction(of, territory=(claim,))], {}))
        shown.append(figure(rows, "settlements_taken"))
    assert [one["claimants"] for one in shown] == [["Sample Wire"], ["example.org"]]
    assert shown[0]["covers"] == "by 28 Nov; Sample Wire"


def test_positions_are_no_settlements() -> None:
    """A count of positions is not a count of settlements."""
    first = article()
    made = [extraction(first, territory=(change(first, unit="positions"),))]
    assert resolve(make_rows(made, {}))["key_figures"] == []


def test_contradictions_are_gaps() -> None:
    """Two counts of the same place and day by two claimants are named side by side."""
    rows = resolved((1, {"quantity": exactly(16)}), (2, {"by": "SOHR", "quantity": exactly(19)}))
    told = [gap["text"] for gap in rows["gaps"] if gap["kind"] == "contradiction"]
    assert told == [
        "Accounts of civilians killed in Atarib (28 Nov) disagree: "
        "16 (White Helmets) and 19 (SOHR)."
    ]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"when": When()}, "undated"),  # no day at all
        ({"place": replace(ATARIB, latitude=None, longitude=None)}, "unresolved_place"),
        ({"by": None}, "unattributed"),  # the article's own voice
        ({}, "single_source"),  # one source, one count
    ],
)
def test_gaps_are_said(fields: dict[str, Any], kind: str) -> None:
    """What is missing in a claim stands among the gaps."""
    assert kind in [gap["kind"] for gap in resolved((1, fields))["gaps"]]


def test_unread_files_are_gaps() -> None:
    """A file that could not be read is said in the brief."""
    rows = resolve(make_rows([], {}), unread=["articles/x.pdf can't be read."])
    assert rows["gaps"][0]["text"] == "articles/x.pdf can't be read."


def test_what_was_not_read_is_told_for_the_reader() -> None:
    """Sources go by their numbers, several at once; what to do about it is for the terminal."""
    tail = "only English is read, so it gave no claims."
    made = make_rows([extraction(article(n)) for n in (1, 2, 3)], {})
    unread = [
        "articles/1.md is in French; " + tail,
        "articles/2.md is in Arabic; " + tail,
        "articles/3.md is in French; " + tail,
        "articles/x. Odd.pdf is not a PDF that can be read. Open it and print it to a new PDF.",
        "Without a publication date, and so in no period: articles/4.md. Add `published:` to it.",
    ]
    told = [gap["text"] for gap in resolve(made, unread=unread)["gaps"] if gap["kind"] == "unread"]
    assert told == [
        "Sources 1 and 3 are in French; only English is read, so they gave no claims.",
        "Source 2 is in Arabic; only English is read, so it gave no claims.",
        "articles/x. Odd.pdf is not a PDF that can be read.",
        "Without a publication date, and so in no period: articles/4.md.",
    ]


@pytest.mark.parametrize("rule", load("vague_numbers")["word"], ids=lambda rule: rule["word"])
def test_vague_words_under_each_codebook(rule: Row) -> None:
    """Each rule's example gets the number of the codebook, and keeps the words."""
    row = {"quantity_kind": "vague", "quantity_as_written": rule["example"], "low": None}
    for codebook in ("acled_war", "acled_low", "ucdp", "lowest", "isaf", "unquantified"):
        (coded,) = recode_vague([row], codebook)
        assert coded["low"] == rule.get(codebook)
        assert coded["quantity_kind"] == ("vague" if rule.get(codebook) is None else "coded")
        assert coded["quantity_as_written"] == rule["example"]


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Insurgents", "HTS-led alliance"),  # an alias, in another case
        ("the rebels", "HTS-led alliance"),  # with an article
        ("HTS-led alliance", "HTS-led alliance"),  # its own name
        ("rebels of the south", "rebels of the south"),  # only whole names match
        (None, None),  # not said
    ],
)
def test_parties_get_the_desks_name(written: str | None, named: str | None) -> None:
    """The desk's list decides what a party is called, everywhere in the ledger."""
    first = article()
    made = [extraction(first, territory=(change(first, gainer=written),))]
    party = {"name": "HTS-led alliance", "aliases": ["insurgents", "rebels"]}
    rows = resolve(make_rows(made, {}), parties=[party])
    assert rows["territory"][0]["gainer"] == named


@pytest.mark.parametrize(("day", "background"), [(10, True), (23, False), (26, False)])
def test_what_ended_well_before_the_period_is_background(day: int, background: bool) -> None:
    """A stated day makes a claim history; the days just before the period may be told late."""
    when = When(date(2024, 11, day), date(2024, 11, day), 1, f"{day} November", "stated")
    made = [extraction(article(1), casualties=(casualty(article(1), 0, when=when),))]
    rows = resolve(make_rows(made, {}), since=date(2024, 11, 25))
    assert [row["background"] for row in rows["casualties"]] == [background]
    assert len(rows["tolls"]) == (not background)


MONTH = When(date(2024, 11, 1), date(2024, 11, 28), 4, "this month", "relative")


def test_headline_is_of_the_period() -> None:
    """A month's count stands before the period's own only where there is no such."""
    week, month = (1, {"quantity": exactly(6)}), (2, {"quantity": exactly(97), "when": MONTH})
    month[1].update(attribution=Attribution("a monitor", "monitor"))
    since = date(2024, 11, 25)
    assert figure(resolved(week, month, since=since), "killed_civilians")["display"] == "6"
    assert figure(resolved(month, since=since), "killed_civilians")["display"] == "97"


SOON = When(date(2024, 11, 23), date(2024, 11, 23), 1, "on Saturday", "relative")
LONG_AGO = When(date(2024, 11, 20), date(2024, 11, 20), 1, "on 20 November", "stated")


def test_the_dead_of_an_earlier_week_lead_no_other_figures() -> None:
    """Where the period has its own dead, civilians of the week before stand in the table alone;
    those of the weekend before may lead, and so may any where the period has nothing."""
    since = date(2024, 11, 25)
    own = (1, {"quantity": exactly(9), "victim": "people", "victim_group": "unknown"})
    for when, keys in (
        (LONG_AGO, ["killed_all"]),
        (SOON, ["killed_civilians", "killed_all"]),
    ):
        other = (2, {"quantity": exactly(5), "when": when, "place": IDLIB})
        told = resolved(own, other, since=since)["key_figures"]
        assert [row["key"] for row in told] == keys
        alone = resolved(other, since=since)["key_figures"]
        assert [row["key"] for row in alone] == ["killed_civilians"]


def test_households_are_no_persons() -> None:
    """A count of households is called so, and stands behind a count of people."""
    fled: dict[str, Any] = {"outcome": "displaced"}
    homes = (1, {**fled, "quantity": exactly(3500), "victim": "households"})
    people = (2, {**fled, "quantity": exactly(900), "victim": "people"})
    assert figure(resolved(homes), "displaced")["label"] == "households displaced"
    assert subject_of(resolved(homes)["events"][0]) == "households displaced"
    assert figure(resolved(homes, people), "displaced")["display"] == "900"


def test_at_most_stands_behind_at_least() -> None:
    """ "Up to 60" of one attack may be far fewer than "at least 58" of another."""
    most = Quantity("at_most", None, None, 60, "up to 60")
    tuesday = When(date(2024, 11, 26), date(2024, 11, 26), 1, "on Tuesday", "stated")
    other = {"quantity": at_least(58), "by": "Agency", "when": tuesday}
    shown = figure(resolved((1, {"quantity": most}), (2, other)), "killed_civilians")
    assert shown["low"] == 58
    assert "not in it: ≤ 60" in shown["covers"]
