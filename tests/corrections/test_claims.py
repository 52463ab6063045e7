"""Decisions on claims: carried out, marked, and found again where the claim has another id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.corrections import Corrected, correct_claims
from briefing.ledger import Ledger, Row, make_rows, write_ledger
from briefing.resolve import resolve
from tests.claims import article, casualty, exactly, extraction
from tests.corrections.sheets import (
    FEARED,
    FIRST,
    KILLED,
    QUOTE,
    TAKEN,
    TOLD,
    claims,
    corrected,
    decisions,
)


def killed(found: Corrected) -> Row:
    """The one casualty claim that is left."""
    (row,) = found.rows["casualties"]
    return row


def test_a_rejected_claim_counts_nowhere_and_stays_in_the_files(tmp_path: Path) -> None:
    """No toll, no key figure, no summary point; the ledger's files have it, marked."""
    found = corrected(tmp_path, f"{KILLED},reject,,,Misread,N. N.,,,,")
    rows = resolve(found.rows)
    assert rows["casualties"] == rows["tolls"] == rows["summary"] == []
    assert [figure["key"] for figure in rows["key_figures"]] == ["settlements_taken"]
    write_ledger(found.ledger_rows(rows), {}, tmp_path / "ledger")
    assert len(Ledger.read(tmp_path / "ledger").casualties) == 0
    (row,) = Ledger.read(tmp_path / "ledger", rejected=True).casualties.to_dict("records")
    assert (row["claim_id"], row["decision"]) == (KILLED, "rejected")
    assert row["correction"] == "rejected by N. N.: Misread"


def test_a_summary_point_falls_with_its_claim(tmp_path: Path) -> None:
    """A sentence that tells what was rejected is not printed either, and says why."""
    found = corrected(tmp_path, f"{KILLED},reject,,,,,,,,")
    (point,) = found.rejected["summary"]
    assert (point["claim_id"], point["correction"]) == (TOLD, f"falls with {KILLED}")


def test_an_edit_keeps_what_stood_there_visible(tmp_path: Path) -> None:
    """The row says from what to what, by whom and why; the source's words stay."""
    row = killed(corrected(tmp_path, f"{KILLED},edit,count,19,Recount,N. N.,2024-12-02,,,"))
    assert (row["low"], row["best"], row["high"], row["quantity_kind"]) == (19, 19, 19, "exact")
    assert row["quantity_as_written"] == "at least 15"
    assert row["decision"] == "edited"
    assert row["correction"] == "count corrected from ≥ 15 to 19 by N. N.: Recount"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        (["low,12"], {"low": 12, "best": 15, "high": None, "quantity_kind": "at_least"}),
        (["low,12", "high,19"], {"low": 12, "best": 15, "high": 19, "quantity_kind": "range"}),
        (["high,15"], {"low": 15, "high": 15, "quantity_kind": "exact"}),
        (["outcome,Injured"], {"outcome": "injured"}),
        (["victim_group,mixed"], {"victim_group": "mixed"}),
        (["perpetrator,none"], {"perpetrator": None}),
        (["certainty,alleged"], {"certainty": "alleged"}),
        (["subset,yes"], {"subset": True}),
        (["date,2024-11-27 to 2024-11-30"],
         {"date_start": date(2024, 11, 27), "date_end": date(2024, 11, 30), "date_prec": 2}),
        (["date_start,2024-11-27"],
         {"date_start": date(2024, 11, 27), "date_end": date(2024, 11, 28), "date_prec": 2}),
        (["date,2024-11-27"],
         {"date_end": date(2024, 11, 27), "date_prec": 1, "date_basis": "stated"}),
        (["place,Damascus"],  # coordinates are looked up again
         {"place": "Damascus", "country": "SY", "admin1": "Damascus", "where_prec": 1}),
        (["place,Nowhere-on-Sea"],  # unknown to the gazetteer: it stays a name
         {"place": "Nowhere-on-Sea", "latitude": None, "country": None}),
        (["place,Nowhere-on-Sea", "latitude,36.5", "longitude,36.9"],
         {"place": "Nowhere-on-Sea", "latitude": 36.5, "longitude": 36.9, "where_prec": 1}),
        (["place,none"], {"place": None, "latitude": None}),
    ],
)  # fmt: skip
def test_typed_edits(tmp_path: Path, edits: list[str], expected: dict[str, Any]) -> None:
    """Each field takes its type, and what follows from it follows."""
    row = killed(corrected(tmp_path, *(f"{KILLED},edit,{edit},,,,,," for edit in edits)))
    assert {name: row[name] for name in expected} == expected


def test_an_end_of_a_count_is_told_with_the_count(tmp_path: Path) -> None:
    """From what to what, as the brief prints it."""
    row = killed(corrected(tmp_path, f"{KILLED},edit,high,19,,,,,,"))
    assert row["correction"] == "count corrected from ≥ 15 to 15–19 by the analyst"


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        (["best,19", "high,16"], "low, best and high would not rise (low 15, best 19, high 16)"),
        (["date_start,2024-12-24"], "would leave a window from 2024-12-24 to 2024-11-28"),
        (["low,none", "best,none", "high,none"], "no number would be left"),
        (["latitude,none"], "a point needs a latitude too"),
        (["gainer,Russia"], "casualties have no gainer"),
    ],
)
def test_edits_that_do_not_fit_are_told(tmp_path: Path, edits: list[str], told: str) -> None:
    """The claim stays as it was read, and the reason is said."""
    found = corrected(tmp_path, *(f"{KILLED},edit,{edit},,,,,," for edit in edits))
    assert killed(found) == claims()["casualties"][0]
    assert {one.status for one in found.applied} == {"not_applied"}
    assert all("was not applied" in text and told in text for text in found.undone)


def test_places_of_a_territorial_claim(tmp_path: Path) -> None:
    """They are named anew, several parted by semicolons, each with its coordinates."""
    found = corrected(tmp_path, f"{TAKEN},edit,place,Damascus; Homs,,,,,,")
    places = found.rows["territory_places"]
    assert [(p["position"], p["place"], p["country"]) for p in places] == [
        (1, "Damascus", "SY"), (2, "Homs", "SY"),
    ]  # fmt: skip
    assert found.rows["territory"][0]["n_places"] == 2
    (one,) = found.applied
    assert (one.original, one.corrected) == ("no place", "Damascus and Homs")


@pytest.mark.parametrize(
    ("row", "table", "column", "value"),
    [
        (f"{TAKEN},edit,action,withdrew,,,,,,", "territory", "action", "withdrew"),
        (f"{TAKEN},edit,loser,Syrian army,,,,,,", "territory", "loser", "Syrian army"),
        (f"{TAKEN},edit,count,over 30,,,,,,", "territory", "low", 30),
        (f"{FEARED},edit,subjects,Russia; Iran,,,,,,", "implications", "subjects",
         ["Russia", "Iran"]),
        (f"{FEARED},edit,theme,economic,,,,,,", "implications", "theme", "economic"),
    ],
)  # fmt: skip
def test_edits_of_other_tables(
    tmp_path: Path, row: str, table: str, column: str, value: object
) -> None:
    """Every kind of claim can be corrected."""
    assert corrected(tmp_path, row).rows[table][0][column] == value


def test_an_accepted_claim_stays_as_it_is(tmp_path: Path) -> None:
    """It only says that somebody looked."""
    row = killed(corrected(tmp_path, f"{KILLED},accept,,,,N. N.,,,,"))
    before = claims()["casualties"][0]
    assert row == before | {"decision": "accepted", "correction": "accepted by N. N."}


@pytest.mark.parametrize(
    ("rows", "statuses", "left"),
    [
        (["reject,,", "accept,,"], ["overruled", "applied"], 1),  # a change of mind
        (["accept,,", "reject,,"], ["overruled", "applied"], 0),
        (["edit,count,19", "edit,count,20"], ["overruled", "applied"], 1),
        (["edit,count,19", "reject,,"], ["overruled", "applied"], 0),  # nothing left to edit
        (["reject,,", "edit,count,19"], ["applied", "overruled"], 0),
        (["edit,count,19", "edit,outcome,injured"], ["applied", "applied"], 1),
    ],
)
def test_the_later_row_stands(
    tmp_path: Path, rows: list[str], statuses: list[str], left: int
) -> None:
    """Of two decisions that speak against each other; what became of each is said."""
    found = corrected(tmp_path, *(f"{KILLED},{row},,,,,," for row in rows))
    assert [one.status for one in found.applied] == statuses
    assert len(found.rows["casualties"]) == left


def test_a_claim_is_found_again_in_a_mended_article(tmp_path: Path) -> None:
    """A typo mended further up changes the article's hash and every offset, not the words."""
    mended = replace(FIRST, id="f" * 12, text=f"Corrected. {FIRST.text}")
    rows = make_rows([extraction(mended, casualties=(casualty(mended, 11, quote=QUOTE),))], {})
    made = decisions(tmp_path, f'{KILLED},reject,,,,,,2024-W48,"{QUOTE}",{FIRST.path}')
    found = correct_claims(rows, made, edition="2024-W48")
    assert (found.applied[0].status, found.applied[0].target) == ("found_again", f"{'f' * 12}-c11")
    assert found.rows["casualties"] == []


def test_a_quote_is_known_with_letters_lost(tmp_path: Path) -> None:
    """A spreadsheet that saves in a Windows code page has "?" for letters beyond it."""
    other = article(2, path=FIRST.path)
    rows = make_rows([extraction(other, casualties=(casualty(other, quote="≥ 15 in Ḩamāh"),))], {})
    made = decisions(tmp_path, f"{KILLED},reject,,,,,,,? 15 in ?am?h,{FIRST.path}")
    assert correct_claims(rows, made, edition="2024-W48").applied[0].status == "found_again"


def test_a_claim_is_found_again_that_a_rule_reads_better(tmp_path: Path) -> None:
    """The same text, other words of it: what overlaps the old place is meant."""
    rows = make_rows(
        [extraction(FIRST, casualties=(casualty(FIRST, 9, quote="15 civilians"),))], {}
    )
    made = decisions(tmp_path, f'{KILLED},edit,count,19,,,,,"{QUOTE}",{FIRST.path}')
    found = correct_claims(rows, made, edition="2024-W48")
    assert (found.applied[0].status, killed(found)["low"]) == ("found_again", 19)


def test_another_claim_under_the_old_id_is_not_taken(tmp_path: Path) -> None:
    """The row's quote decides, not the id: a new rule may have put another claim there."""
    made = decisions(tmp_path, f"{KILLED},reject,,,,,,,Rebels took 21 villages,{FIRST.path}")
    found = correct_claims(
        make_rows([extraction(FIRST, casualties=(casualty(FIRST, 200),))], {}), made,
        edition="2024-W48",
    )  # fmt: skip
    assert found.applied[0].status == "no_match"
    assert len(found.rows["casualties"]) == 1


def test_of_two_claims_with_the_same_words_none_is_guessed(tmp_path: Path) -> None:
    """Where two stand about as near to the old place, the analyst is asked, with their ids."""
    mended = article(2, path=FIRST.path, id="e" * 12)
    two = tuple(casualty(mended, start, quote="19 dead") for start in (300, 340))
    made = decisions(tmp_path, f"{FIRST.id}-c320,reject,,,,,,,19 dead,{FIRST.path}")
    found = correct_claims(
        make_rows([extraction(mended, casualties=two)], {}), made, edition="2024-W48"
    )
    assert len(found.rows["casualties"]) == 2
    assert f"2 claims could be meant ({two[0].id}, {two[1].id}); name one" in found.undone[0]


@pytest.mark.parametrize(
    ("row", "statuses"),
    [
        ("aaaaaaaaaaaa-c5,reject,,,,,,2024-W48,gone,articles/9.md", ["no_match"]),
        ("aaaaaaaaaaaa-c5,reject,,,,,,,,", ["no_match"]),  # of no edition: it may be this one
        ("aaaaaaaaaaaa-c5,reject,,,,,,2024-W47,gone,articles/9.md", []),  # last week's business
        ("aaaaaaaaaaaa-c5,reject,,,,,,2024-W47,gone,articles/1.md", ["no_match"]),  # read here too
        (f"{KILLED},reject,,,,,,2024-W47,,", ["applied"]),  # the same article in another edition
    ],
)
def test_a_miss_is_told_where_it_is_one(tmp_path: Path, row: str, statuses: list[str]) -> None:
    """Claims change when articles do; a row about another week's claims is no miss."""
    found = corrected(tmp_path, row)
    assert [one.status for one in found.applied] == statuses
    assert all("no longer matches anything" in text for text in found.undone)


def test_the_same_decisions_give_the_same_bytes(tmp_path: Path) -> None:
    """A rebuild with the same file writes the same ledger."""
    for name in ("one", "two"):
        found = corrected(
            tmp_path, f"{KILLED},edit,count,19,=cmd,,,,,", f"{TAKEN},reject,,,,,,,,",
            f"{FEARED},accept,,,,,,,,",
        )  # fmt: skip
        write_ledger(found.ledger_rows(resolve(found.rows)), {}, tmp_path / name)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_no_formula_gets_into_a_csv(tmp_path: Path) -> None:
    """What a spreadsheet would run has an apostrophe in front; Parquet has it bare."""
    hostile = article(1, title="=HYPERLINK(0)")
    found = corrected(tmp_path, f"{KILLED},edit,victim,@civilians,=1+1,,,,,", of=hostile)
    write_ledger(found.ledger_rows(resolve(found.rows)), {}, tmp_path / "ledger")
    written = (tmp_path / "ledger" / "corrections.csv").read_text(encoding="utf-8")
    assert "'=1+1" in written
    assert ",=1+1" not in written
    assert "'@civilians" in written
    assert ",'=HYPERLINK(0)," in (tmp_path / "ledger" / "sources.csv").read_text(encoding="utf-8")
    ledger = Ledger.read(tmp_path / "ledger")
    assert ledger.corrections["note"][0] == "=1+1"
    assert ledger.sources["title"][0] == "=HYPERLINK(0)"


def test_parties_are_named_after_an_edit(tmp_path: Path) -> None:
    """An alias that an analyst types becomes the desk's name for the party."""
    found = corrected(tmp_path, f"{KILLED},edit,perpetrator,VKS,,,,,,")
    rows = resolve(found.rows, parties=[{"name": "Russia", "aliases": ["VKS"]}])
    assert rows["tolls"][0]["perpetrator"] == "Russia"


def test_a_toll_counts_what_was_corrected(tmp_path: Path) -> None:
    """Two claimants of one toll: the edit of one changes the range, nothing is added."""
    other = article(2)
    rows = claims(by="SOHR")
    more = make_rows([extraction(other, casualties=(casualty(other, quantity=exactly(19)),))], {})
    rows["casualties"] += [row | {"source": 2} for row in more["casualties"]]
    rows["sources"] += [row | {"number": 2} for row in more["sources"]]
    found = correct_claims(
        rows, decisions(tmp_path, f"{other.id}-c0,edit,count,25,,,,,,"), edition="2024-W48"
    )
    (figure, *_) = resolve(found.rows)["key_figures"]
    assert figure["display"] == "15–25"
