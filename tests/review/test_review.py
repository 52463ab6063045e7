"""What most deserves a look stands first, by the rule and the weights of signs.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing.ledger import Ledger
from briefing.review import Item, review_ledger, sheet_rows
from briefing.review.signs import load_signs, points_of, reason
from tests import ledgers
from tests.ledgers import at, casualty, change, counted, days, source

SOURCES = [source(n, f"Wire {n}", f"Report {n}") for n in range(1, 5)]


def killed(number: int, kind: str, value: int | None, **more: Any) -> dict[str, Any]:
    """One claim of civilians killed in Aleppo on 28 November, told by its own source."""
    words = f"{value or 'several'} civilians"
    place = more.get("place", "Aleppo")
    told = {
        "place": place, "place_as_written": place, "country": "SY",
        "source_original": f"Voice {number}", "source": number,
    }  # fmt: skip
    return casualty(
        number, f"{words} were killed.", words, **counted(kind, value, str(value or "several")),
        **({} if "date_basis" in more else days(28)), **(told | more),
    )  # fmt: skip


def items(folder: Path, *claims: dict[str, Any], **tables: Any) -> list[Item]:
    """What deserves a look in a week of these casualty claims."""
    return review_ledger(
        ledgers.write(folder, {"sources": SOURCES, "casualties": list(claims), **tables})
    )


def signs(item: Item) -> set[str]:
    """The signs that an item shows, but for standing among the key figures."""
    return {one.sign for one in item.reasons} - {"headline"}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([killed(1, "exact", 19)], {"single_source"}),
        ([killed(1, "exact", 9)], set()),  # not weighty
        ([killed(1, "exact", 19), killed(2, "exact", 19)], set()),  # two voices that agree
        ([killed(1, "exact", 15), killed(2, "exact", 19)], {"contradiction"}),
        ([killed(1, "exact", 18), killed(2, "exact", 19)], set()),  # nearly the same
        ([killed(1, "exact", 19, perpetrator="Russia"),
          killed(2, "exact", 19, perpetrator="HTS-led alliance")], {"contested"}),
        ([killed(1, "exact", 19, place="Lost Hamlet")], {"single_source", "unplaced"}),
        ([killed(1, "exact", 9, place="Lost Hamlet")], set()),  # a small figure without a point
        ([killed(1, "exact", 19, place=None)], {"single_source", "unsaid_place"}),
        ([killed(1, "exact", 9, date_basis="assumed")], {"assumed_date"}),
        ([killed(1, "vague", None)], {"vague"}),
        ([killed(1, "exact", 9, certainty="alleged")], {"doubtful"}),
    ],
)  # fmt: skip
def test_signs_of_casualties(
    tmp_path: Path, claims: list[dict[str, Any]], expected: set[str]
) -> None:
    """Each doubt is told, and none where there is none."""
    (found,) = items(tmp_path, *claims)
    assert signs(found) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (change(1, "Base 99 fell.", "Base 99 fell", **days(28), source_original="SOHR"),
         {"unplaced"}),
        (change(1, "It fell.", "fell", **days(28), source_original="SOHR", certainty="contested"),
         {"unplaced", "contested"}),
        (change(1, "It fell.", "fell", date_basis="assumed", source_original="SOHR"),
         {"unplaced", "assumed_date"}),
    ],
)  # fmt: skip
def test_signs_of_territory(tmp_path: Path, row: dict[str, Any], expected: set[str]) -> None:
    """A place that is not on the map, one that is contested, a day that nobody gives."""
    lost = at(row, "Base 46")[0] | {"latitude": None, "longitude": None}
    (found,) = items(tmp_path, territory=[row], territory_places=[lost])
    assert signs(found) == expected


def test_a_count_of_towns_from_one_claimant(tmp_path: Path) -> None:
    """Counts without names are in no change of control, and are looked at all the same."""
    row = change(
        1, "SOHR said 40 towns fell.", "40 towns", unit="towns", **counted("exact", 40, "40"),
        **days(28), source_original="SOHR",
    )  # fmt: skip
    (found,) = items(tmp_path, territory=[row])
    assert signs(found) == {"single_source"}
    assert found.figure == "40 towns, captured by HTS-led alliance, 28 Nov"


def test_the_order_is_that_of_the_points(tmp_path: Path) -> None:
    """All signs of a figure together, then its size; equals keep the larger first."""
    found = items(
        tmp_path,
        killed(1, "exact", 9, date_basis="assumed"),
        killed(2, "exact", 120, place="Saraqib"),
        killed(3, "exact", 30, place="Atarib"),
        killed(4, "exact", 40, place="Idlib"),
    )
    assert [item.points for item in found] == sorted((i.points for i in found), reverse=True)
    assert [item.size for item in found[:3]] == [120, 40, 30]
    assert found[-1].size == 9


def test_points_follow_the_file() -> None:
    """Nothing is weighed in code: the signs, a power of ten, and the outcome."""
    rule = load_signs()
    one = reason("single_source", "SOHR")
    assert points_of([], 1000, "killed") == 0
    assert points_of([one], 9) == rule["sign"]["single_source"]["points"]
    more = points_of([one], 250, "killed") - points_of([one], 9)
    assert more == 2 * rule["size"]["points"] + rule["outcome"]["killed"]


@pytest.mark.parametrize("name", load_signs()["sign"])
def test_every_sign_says_why_it_weighs(name: str) -> None:
    """A weight without a reason is a whim."""
    sign = load_signs()["sign"][name]
    assert sign["points"] > 0
    assert sign["reason"]
    assert reason(name, "x").words


def test_two_events_that_may_be_one_are_told_once(tmp_path: Path) -> None:
    """With what to merge them with: the other's claim."""
    found = items(tmp_path, killed(1, "exact", 12), killed(2, "exact", 90))
    told = [one.words for item in found for one in item.reasons if one.sign == "duplicate"]
    assert len(told) == 1
    assert "may be one with 00000000000" in told[0]
    assert "counts too far apart" in told[0]


def test_what_was_decided_is_not_asked_again(tmp_path: Path) -> None:
    """An accepted claim is done with; of several claims all must be."""
    accepted = {"decision": "accepted", "correction": "accepted by the analyst"}
    one = killed(1, "exact", 15)
    assert items(tmp_path / "a", one | accepted) == []
    other = killed(2, "exact", 19)
    (open_item,) = items(tmp_path / "b", one | accepted, other)
    assert signs(open_item) == {"contradiction"}
    assert items(tmp_path / "c", one | accepted, other | accepted) == []


def test_a_decision_that_matches_nothing_comes_first(tmp_path: Path) -> None:
    """The analyst believes that it is mended; its row is in the file already."""
    lost = {
        "line": 7, "action": "reject", "target": "aaaaaaaaaaaa-c1", "status": "no_match",
        "quote": "killed 500",
        "text": "Line 7 (reject aaaaaaaaaaaa-c1) no longer matches anything.",
    }  # fmt: skip
    found = items(tmp_path, killed(1, "exact", 190), corrections=[lost])
    assert [signs(item) for item in found] == [{"undone"}, {"single_source"}]
    assert "Line 7 (reject aaaaaaaaaaaa-c1)" in found[0].reasons[0].words
    assert "aaaaaaaaaaaa-c1" not in {row["target"] for row in sheet_rows(found, "2024-W48")}


@pytest.mark.parametrize(
    ("before", "told"),
    [("10", True), ("≥ 12", True), ("18", False), (None, False)],
)
def test_a_large_change_is_told(tmp_path: Path, before: str | None, told: bool) -> None:
    """Against the edition before, where that had the figure too."""
    claim = killed(1, "exact", 19)
    book = ledgers.write(tmp_path / "a", {"sources": SOURCES, "casualties": [claim]})
    event = book.events["event_id"][0]
    row = {"status": "revised", "event_id": event, "before": before, "after": "19"}
    (found,) = items(tmp_path / "b", claim, changes=[row])
    assert ("changed" in signs(found)) is told


def test_rows_lead_to_the_event_and_to_each_claim(tmp_path: Path) -> None:
    """What the spreadsheet shows: the figure, why, the words, the article; the action is empty."""
    found = items(tmp_path, killed(1, "exact", 15), killed(2, "exact", 19))
    first, *claims = sheet_rows(found, "2024-W48")
    assert first["target"] == found[0].target
    assert first["figure"] == "15–19 civilians killed, Aleppo, 28 Nov"
    assert first["why"].startswith("claimants differ: Voice 1: 15 and Voice 2: 19")
    assert [row["target"] for row in claims] == ["000000000001-c1", "000000000002-c2"]
    assert [row["figure"] for row in claims] == ["Voice 1: 15", "Voice 2: 19"]
    assert {row["edition"] for row in (first, *claims)} == {"2024-W48"}
    assert {row["action"] for row in (first, *claims)} == {""}
    assert (claims[1]["quote"], claims[1]["article"]) == ("19 civilians", "articles/2.md")


def test_a_whole_week_is_ordered_the_same_every_time(week: Ledger) -> None:
    """Each figure once, each with a sign, the highest points first."""
    found = review_ledger(week)
    assert [item.points for item in found] == sorted((i.points for i in found), reverse=True)
    assert len({item.target for item in found}) == len(found) > 10
    assert all(item.reasons for item in found)
    assert review_ledger(week) == found


def test_a_quiet_week_asks_for_nothing(quiet: Ledger) -> None:
    """No figure, no doubt."""
    assert review_ledger(quiet) == []
