"""Decisions on events: merged, split, edited and rejected, and what is drawn from them follows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.build.correcting import resolve_corrected
from briefing.corrections import Corrected
from briefing.desk import Edition
from briefing.ledger import Ledger, Row, make_rows, write_ledger
from briefing.resolve import resolve
from tests.claims import ATARIB, article, at_least, casualty, change, exactly, extraction
from tests.corrections.sheets import decisions

WEEK = Edition.week("2024-W48", Path("reports"))
IDLIB = replace(ATARIB, as_written="Idlib", name="Idlib", latitude=35.93, longitude=36.63)
ONE, TWO, THREE = article(1), article(2), article(3)
Rows = dict[str, list[Row]]


def claims() -> Rows:
    """15, 16 and 19 civilians killed in Atarib by three claimants, 4 in Idlib, two towns taken."""
    made = [
        extraction(
            ONE,
            casualties=(
                casualty(ONE, 0, by="SOHR", quantity=at_least(15)),
                casualty(ONE, 9, by="medics", quantity=exactly(4), place=IDLIB),
            ),
            territory=(change(ONE, places=(ATARIB, IDLIB), quantity=None, unit=None),),
        ),
        extraction(TWO, casualties=(casualty(TWO, 0, by="White Helmets", quantity=exactly(16)),)),
        extraction(THREE, casualties=(casualty(THREE, 0, by="OCHA", quantity=exactly(19)),)),
    ]
    return make_rows(made, {})


def build(folder: Path, *rows: str) -> tuple[Rows, Corrected]:
    """The week with these rows of corrections.csv carried out."""
    return resolve_corrected(claims(), decisions(folder, *rows), WEEK, resolve)


@pytest.fixture(scope="module")
def events() -> dict[str, Row]:
    """The events as found, by place."""
    return {row["place"]: row for row in resolve(claims())["events"]}


def ids(events: dict[str, Row]) -> tuple[str, str]:
    """The ids of the events of Atarib and Idlib."""
    return events[ATARIB.name]["event_id"], events["Idlib"]["event_id"]


def figure(rows: Rows) -> str:
    """The first key figure as printed."""
    return str(rows["key_figures"][0]["display"])


def test_what_is_decided_here_was_found(events: dict[str, Row]) -> None:
    """The tests below start from one event of three claimants, and another beside it."""
    atarib = events[ATARIB.name]
    assert (atarib["low"], atarib["high"], len(atarib["claim_ids"])) == (15, 19, 3)
    assert events["Idlib"]["claim_ids"] == [f"{ONE.id}-c9"]


def test_a_rejected_event_is_counted_nowhere(tmp_path: Path, events: dict[str, Row]) -> None:
    """Its claims and tolls go with it; the files keep all of them, marked."""
    atarib, _ = ids(events)
    rows, corrected = build(tmp_path, f"{atarib},reject,,,Old toll,N. N.,,,,")
    assert [row["place"] for row in rows["events"]] == ["Idlib"]
    assert len(rows["tolls"]) == len(rows["casualties"]) == 1
    assert figure(rows) == "4"
    write_ledger(corrected.ledger_rows(rows), {}, tmp_path / "ledger")
    assert len(Ledger.read(tmp_path / "ledger").events) == 1
    book = Ledger.read(tmp_path / "ledger", rejected=True)
    assert (book.events["decision"] == "rejected").sum() == 1
    marked = book.casualties[book.casualties["decision"] == "rejected"]
    assert len(marked) == 3
    assert sorted(book.corrections["claim_ids"][0].split("; ")) == sorted(marked["claim_id"])
    assert marked["correction"].iloc[0] == (
        f"rejected with its event {atarib}: rejected by N. N.: Old toll"
    )


def test_an_edited_event_changes_the_key_figure(tmp_path: Path, events: dict[str, Row]) -> None:
    """Its claims stay as their sources have them; the event says what stood there before."""
    atarib, _ = ids(events)
    rows, _ = build(tmp_path, f"{atarib},edit,count,16 to 19,Recount,,,,,")
    (row,) = [row for row in rows["events"] if row["event_id"] == atarib]
    assert (row["low"], row["high"], row["decision"]) == (16, 19, "edited")
    assert row["correction"] == "count corrected from 15–19 to 16–19 by the analyst: Recount"
    assert figure(rows) == "16–19"
    assert sorted(claim["low"] for claim in rows["casualties"]) == [4, 15, 16, 19]


def test_parties_typed_into_an_event_get_their_name(tmp_path: Path, events: dict[str, Row]) -> None:
    """As in claims."""

    def named(rows: Rows, **more: Any) -> Rows:
        return resolve(rows, parties=[{"name": "Russia", "aliases": ["VKS"]}], **more)

    made = decisions(tmp_path, f"{ids(events)[1]},edit,perpetrator,VKS,,,,,,")
    rows, _ = resolve_corrected(claims(), made, WEEK, named)
    assert {row["perpetrator"] for row in rows["events"]} == {"Russia"}


def test_merged_events_are_one_range(tmp_path: Path, events: dict[str, Row]) -> None:
    """Low to high over all who tell it, never the sum; the event says who merged it."""
    atarib, idlib = ids(events)
    rows, corrected = build(tmp_path, f"{atarib},merge,,{idlib},One strike,N. N.,,,,")
    (row,) = rows["events"]
    assert (row["low"], row["high"], len(row["claim_ids"])) == (4, 19, 4)
    assert (row["decision"], row["correction"]) == ("merged", "merged by N. N.: One strike")
    (told,) = corrected.ledger_rows(rows)["corrections"]
    assert told["target_id"] == row["event_id"]
    assert told["text"].startswith("Merged 15–19 civilians killed, Atarib, 28 Nov with 4 civilians")


def test_a_split_claim_is_an_event_of_its_own(tmp_path: Path) -> None:
    """The others keep their range without it."""
    rows, _ = build(tmp_path, f"{THREE.id}-c0,split,,,Another strike,,,,,")
    found = [row for row in rows["events"] if row["place"] == ATARIB.name]
    assert sorted((row["low"], row["high"]) for row in found) == [(15, 16), (19, 19)]
    (single,) = [row for row in found if row["low"] == 19]
    assert (single["claim_ids"], single["decision"]) == ([f"{THREE.id}-c0"], "split")


def test_a_claim_is_moved_to_another_event(tmp_path: Path, events: dict[str, Row]) -> None:
    """Split off one and merged with the other: a claim takes nobody along."""
    _, idlib = ids(events)
    rows, _ = build(tmp_path, f"{THREE.id}-c0,merge,,{idlib},,,,,,", f"{THREE.id}-c0,split,,,,,,,,")
    ranges = sorted((row["low"], row["high"]) for row in rows["events"])
    assert ranges == [(4, 19), (15, 16)]


def test_a_merged_event_is_edited_as_a_whole(tmp_path: Path, events: dict[str, Row]) -> None:
    """By the id of either, whichever it keeps; both decisions stand in its row."""
    atarib, idlib = ids(events)
    merge = f"{atarib},merge,,{idlib},,,,,,"
    (merged,) = build(tmp_path, merge)[0]["events"]
    rows, _ = build(tmp_path, merge, f"{merged['event_id']},edit,count,20,,,,,,")
    (row,) = rows["events"]
    assert (row["low"], row["high"], row["decision"]) == (20, 20, "edited")
    assert row["correction"].startswith("merged by the analyst; count corrected from 4–19 to 20")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{atarib},merge,,{atarib},,,,,,", "they are one event already"),
        ("{atarib},merge,,{control},,,,,,", "only events of casualties can be merged"),
        ("{atarib},merge,,e0000000000,,,,,,", "there is no e0000000000"),
        (f"{ONE.id}-c9,split,,,,,,,,", "an event of its own already"),
        (f"{ONE.id}-t69,split,,,,,,,,", "in no event of casualties"),
        ("{control},edit,count,5,,,,,,", "is edited by the claims that tell it"),
        ("{atarib},edit,gainer,Russia,,,,,,", "events have no gainer"),
        ("{atarib},edit,best,40,,,,,,", "low, best and high would not rise"),
        ("e0000000000,reject,,,,,,,,", "no event has this id or these words"),
    ],
)
def test_what_cannot_be_done_is_told(
    tmp_path: Path, events: dict[str, Row], row: str, told: str
) -> None:
    """The brief stays as it was found, and the build does not fail."""
    control = resolve(claims())["control"][0]["event_id"]
    rows, corrected = build(tmp_path, row.format(atarib=ids(events)[0], control=control))
    assert told in corrected.undone[0]
    assert [row["event_id"] for row in rows["events"]] == list(ids(events))


def test_a_row_about_another_editions_event_is_no_miss(tmp_path: Path) -> None:
    """corrections.csv is of the desk, and holds the decisions of many weeks."""
    _, corrected = build(tmp_path, "e0000000000,reject,,,,,,2024-W47,old words,articles/0.md")
    assert corrected.applied == ()


def test_an_event_is_found_again_by_a_claims_words(tmp_path: Path, events: dict[str, Row]) -> None:
    """Its id follows from place and day: where these were read anew, the quote still holds."""
    quote = claims()["casualties"][2]["quote"]
    rows, corrected = build(tmp_path, f'e0000000000,edit,count,17,,,,2024-W48,"{quote}",{TWO.path}')
    assert corrected.applied[0].status == "found_again"
    assert figure(rows) == "17"


def test_a_rejected_place_leaves_the_others(tmp_path: Path) -> None:
    """One claim names two towns: the capture of one is rejected, that of the other stands."""
    control = {row["place"]: row["event_id"] for row in resolve(claims())["control"]}
    rows, corrected = build(tmp_path, f"{control['Idlib']},reject,,,Still held,,,,,")
    assert [row["place"] for row in rows["control"]] == [ATARIB.name]
    assert [(row["place"], row["n_places"]) for row in _placed(rows)] == [(ATARIB.name, 1)]
    everything = corrected.ledger_rows(rows)["territory_places"]
    assert {row["place"]: row.get("decision") for row in everything} == {
        ATARIB.name: "edited", "Idlib": "rejected",
    }  # fmt: skip
    both = [f"{event},reject,,,,,,,," for event in control.values()]
    assert build(tmp_path, *both)[0]["territory"] == []


def _placed(rows: Rows) -> list[Row]:
    (claim,) = rows["territory"]
    return [place | {"n_places": claim["n_places"]} for place in rows["territory_places"]]


def test_event_decisions_give_the_same_bytes(tmp_path: Path, events: dict[str, Row]) -> None:
    """A rebuild with the same file writes the same ledger."""
    atarib, idlib = ids(events)
    asked = (
        f"{THREE.id}-c0,split,,,,,,,,",
        f"{atarib},merge,,{idlib},,,,,,",
        f"{atarib},accept,,,,,,,,",
    )
    for name in ("one", "two"):
        rows, corrected = build(tmp_path, *asked)
        write_ledger(corrected.ledger_rows(rows), {}, tmp_path / name)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
