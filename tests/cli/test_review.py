"""`briefing review`: a list to read, rows to decide with, and a brief that follows them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.build import BuildRequest, prepare_edition
from briefing.cli import main
from briefing.corrections import read_corrections
from briefing.desk import Desk
from briefing.ledger import Ledger
from tests.build.conftest import Told

REPORT = """---
title: "=HYPERLINK(1)"
publisher: Example Wire
published: 2024-11-28
---
Airstrikes killed 90 civilians in Atarib on Thursday, the White Helmets said.

At least 40 soldiers were killed near Saraqib on Wednesday, according to SOHR.
"""
OTHER = """---
publisher: Other Wire
published: 2024-11-29
---
Airstrikes killed 60 civilians in Atarib on Thursday, SOHR said.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with two reports."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "briefing.toml").write_text('[region]\ncountries = ["SY"]\n', encoding="utf-8")
    (tmp_path / "articles" / "one.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "articles" / "two.md").write_text(OTHER, encoding="utf-8")
    return Desk.load(tmp_path)


def build(desk: Desk) -> tuple[Ledger, Told]:
    """The ledger of the week in the desk's reports, and what the build told."""
    told = Told()
    prepared = prepare_edition(desk, BuildRequest(week="2024-W48"), told, desk.reports)
    return Ledger.read(prepared.folder / "ledger"), told


def review(desk: Desk, *arguments: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(main, ["review", "--desk", str(desk.root), *arguments])


def filled(path: Path, decide: dict[str, dict[str, str]]) -> None:
    """Fill in rows by their target, as a spreadsheet in Germany would save the file."""
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(row | decide.get(row["target"], {}) for row in rows)


def targets(path: Path) -> Iterator[tuple[str, str]]:
    """The quote of each row with its target."""
    for row in csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
        yield row["quote"], row["target"]


def test_without_an_edition_it_says_so(desk: Desk) -> None:
    """In one sentence, with what to do."""
    result = review(desk)
    assert result.exit_code != 0
    assert (
        result.output
        == "Error: reports/ has no edition to review yet; build one: briefing build.\n"
    )
    (desk.reports / "2024-W48").mkdir(parents=True)
    result = review(desk, "--week", "2024-W48")
    assert "reports/ has no edition 2024-W48 to review; build that one first." in result.output


def test_the_list_has_figure_reasons_quote_and_ids(desk: Desk) -> None:
    """All that is needed to decide, the article's name included; no article is read for it."""
    build(desk)
    for path in desk.articles.iterdir():
        path.unlink()
    result = review(desk)
    assert result.exit_code == 0
    first = result.output.splitlines()[0]
    assert first.startswith(" 1  60–90 civilians killed, Atarib, 28 Nov")
    assert "· claimants differ: SOHR: 60 and White Helmets: 90" in result.output
    assert "“killed 90 civilians”" in result.output
    assert "articles/two.md" in result.output
    assert "· a high number from a single source: SOHR" in result.output


def test_only_the_first_are_shown(desk: Desk) -> None:
    """With how many more there are."""
    build(desk)
    result = review(desk, "--top", "1")
    assert "40 combatants" not in result.output
    assert "1 more figure with --top 2" in result.output


def test_csv_and_json_hold_the_same(desk: Desk) -> None:
    """Rows for the file, and items for a program."""
    build(desk)
    rows = list(csv.DictReader(io.StringIO(review(desk, "--format", "csv").output)))
    items = json.loads(review(desk, "--format", "json").output)
    assert [item["rank"] for item in items] == [1, 2]
    assert items[0]["target"] == rows[0]["target"]
    assert [claim["claim_id"] for claim in items[0]["claims"]] == [r["target"] for r in rows[1:3]]
    assert all(row["action"] == "" for row in rows)


def test_review_fill_in_build_and_the_brief_has_changed(desk: Desk) -> None:
    """The whole loop, with the file as a spreadsheet saves it."""
    before, _ = build(desk)
    assert list(before.key_figures["display"]) == ["60–90", "≥ 40"]
    path = desk.root / "corrections.csv"
    assert "Fill in the column action" in review(desk, "--to", str(path)).output
    undecided, told = build(desk)  # rows without an action decide nothing
    assert list(undecided.key_figures["display"]) == ["60–90", "≥ 40"]
    assert "corrections.csv" not in undecided.edition["inputs"]
    by_quote = dict(targets(path))
    filled(path, {
        by_quote["killed 90 civilians"]: {
            "action": "Reject", "note": "Widerrufen für Atarib", "by": "N. N.",
            "date": "30.11.2024",
        },
        by_quote["At least 40 soldiers were killed"]: {
            "action": "edit", "field": "count", "value": "45",
        },
    })  # fmt: skip
    after, told = build(desk)
    assert told.warnings == []
    assert list(after.key_figures["display"]) == ["60", "45"]
    assert list(after.corrections["status"]) == ["applied", "applied"]
    assert after.corrections["note"][0] == "Widerrufen für Atarib"
    assert after.edition["inputs"]["corrections.csv"] == read_corrections(path).sha256
    left = review(desk, "--format", "json")  # what was decided is not asked again
    assert [
        item["size"] if "size" in item else item["figure"] for item in json.loads(left.output)
    ] == ["60 civilians killed, Atarib, 28 Nov"]


def test_rows_are_added_below_what_stands_there(desk: Desk) -> None:
    """Separator, own columns and decided rows stay; what is named already is not added again."""
    build(desk)
    path = desk.root / "corrections.csv"
    path.write_bytes("Mine;Target;Action;Note\r\n1;abc;accept;für uns\r\n".encode("cp1252"))
    review(desk, "--to", str(path))
    text = path.read_text(encoding="utf-8-sig")
    first, second, *added = text.splitlines()
    assert first.startswith("Mine;Target;Action;Note;field;value")
    assert second.startswith("1;abc;accept;für uns")
    assert len(added) == 4
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # by which Excel knows UTF-8
    again = review(desk, "--to", str(path))
    assert "names all of these already; nothing was added" in again.output
    assert path.read_text(encoding="utf-8-sig") == text


def test_a_new_file_has_the_separator_asked_for(desk: Desk) -> None:
    """Excel opens a file with semicolons as a table where the decimal sign is a comma."""
    build(desk)
    path = desk.root / "new.csv"
    review(desk, "--to", str(path), "--separator", ";")
    assert path.read_text(encoding="utf-8-sig").startswith("target;action;field;")


def test_what_cannot_be_written_or_read_is_told(desk: Desk) -> None:
    """Nothing of a file that is no such table is touched."""
    build(desk)
    path = desk.root / "corrections.csv"
    path.write_text("id,verdict\nx,y\n", encoding="utf-8")
    result = review(desk, "--to", str(path))
    assert "must name its columns in the first row" in result.output
    assert path.read_text(encoding="utf-8") == "id,verdict\nx,y\n"
    missing = review(desk, "--to", str(desk.root / "nowhere" / "corrections.csv"))
    assert missing.exit_code != 0
    assert "cannot be written" in missing.output


def test_a_bad_row_stops_the_build_before_anything_changes(desk: Desk) -> None:
    """What would have been ignored would have been published."""
    build(desk)
    record = (desk.reports / "2024-W48" / "ledger" / "edition.json").read_bytes()
    (desk.root / "corrections.csv").write_text(
        "target,action\ne1234567890,rejct\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["build", "--desk", str(desk.root), "--to", "html"])
    assert result.exit_code != 0
    assert 'Line 2: there is no action "rejct"; did you mean "reject"?' in result.output
    assert (desk.reports / "2024-W48" / "ledger" / "edition.json").read_bytes() == record


def test_a_mended_article_keeps_its_decision(desk: Desk) -> None:
    """A typo mended above the sentence moves it and changes every id; the row still holds."""
    build(desk)
    path = desk.root / "corrections.csv"
    review(desk, "--to", str(path))
    claim = dict(targets(path))["killed 90 civilians"]
    filled(path, {claim: {"action": "reject"}})
    report = desk.articles / "one.md"
    report.write_text(REPORT.replace("Airstrikes", "New airstrikes"), encoding="utf-8")
    ledger, told = build(desk)
    assert list(ledger.corrections["status"]) == ["found_again"]
    assert told.warnings == []
    report.write_text(REPORT.replace("90", "70"), encoding="utf-8")
    ledger, told = build(desk)
    assert list(ledger.corrections["status"]) == ["no_match"]
    assert "no longer matches anything" in told.warnings[0]
    assert "1  killed 90 civilians" in review(desk).output
