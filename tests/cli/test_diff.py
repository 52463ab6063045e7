"""`briefing diff`: two editions as a table, CSV and JSON; the exit code; bad input."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from shutil import rmtree

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.ledger import make_rows, write_ledger
from briefing.resolve import resolve
from tests.claims import exactly
from tests.compare.sides import WEEK, on, told

STRIKE = {"by": "SOHR", "quantity": exactly(15), "when": on(28)}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with the same week twice: SOHR's 15 and, in a later article, its 19."""
    (tmp_path / "briefing.toml").write_text("", encoding="utf-8")
    later = told(2, STRIKE | {"quantity": exactly(19)}, published=WEEK["end"], title="\x1b[31mRed")
    for name, articles in (("first", [told(1, STRIKE)]), ("second", [told(1, STRIKE), later])):
        rows = resolve(make_rows(articles, {}))
        write_ledger(rows, WEEK, tmp_path / "reports" / name / "ledger")
    return tmp_path


def run(desk: Path, *arguments: str) -> Result:
    """Run the command in the desk."""
    return CliRunner().invoke(main, ["diff", *arguments, "--desk", str(desk)])


def test_the_table_says_what_changed_and_why(desk: Path) -> None:
    """Differences are no failure; signs that steer a terminal are shown by name."""
    result = run(desk, "first", "second")
    assert result.exit_code == 0
    assert "was 15, now 19: a later count by SOHR" in result.stdout
    assert "unchanged" not in result.stdout
    assert "\x1b[31m" not in result.stdout
    assert "[U+001B]" in result.stdout


def test_nothing_changed(desk: Path) -> None:
    """The same edition twice: one line, the exit code of success."""
    result = run(desk, "first", "first")
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
    assert "nothing has changed" in result.stdout


def test_csv_and_json_have_the_same_rows(desk: Path) -> None:
    """Both give the columns of the table changes; --all adds what is the same."""
    rows = list(csv.DictReader(io.StringIO(run(desk, "first", "second", "--format", "csv").stdout)))
    told_as = json.loads(run(desk, "first", "second", "--format", "json").stdout)
    assert [row["reason"] for row in rows] == [row["reason"] for row in told_as["changes"]]
    assert told_as["before"]["name"] == "2024-W48"
    everything = run(desk, "first", "second", "--format", "csv", "--all").stdout
    assert "unchanged" in everything


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("first", "third"), 'Error: There is no edition "third" in'),
        (("nowhere/at/all", "second"), 'Error: There is no edition "nowhere/at/all"'),
    ],
)
def test_bad_input_is_one_sentence(desk: Path, names: tuple[str, str], sentence: str) -> None:
    """What is not there: one line on stderr, nothing on stdout, exit code 1."""
    result = run(desk, *names)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1


def test_without_names_the_last_two_editions_are_compared(desk: Path) -> None:
    """By their days, not their names; a failed build is no edition; one name is the earlier one."""
    rows = resolve(make_rows([told(1, STRIKE)], {}))
    for name, day in (("2024-W49", 2), ("a-later-one", 9), ("2024-W51.incomplete", 16)):
        days = {"start": date(2024, 12, day), "end": date(2024, 12, day + 6)}
        write_ledger(rows, {"name": name, **days}, desk / "reports" / name / "ledger")
    newest = "a-later-one (9–15 Dec 2024) against"
    assert run(desk).stdout.startswith(f"{newest} 2024-W49 (2–8 Dec 2024)")
    assert run(desk, "first").stdout.startswith(f"{newest} 2024-W48")


def test_a_single_edition_has_none_before_it(desk: Path) -> None:
    """Two of the same days are no two periods: which is the earlier one must be said."""
    result = run(desk)
    assert result.exit_code == 1
    assert "Error: There is no edition before" in result.stderr
    assert "name two editions" in result.stderr


@pytest.mark.parametrize("damaged", ["edition.json", "sources.parquet"])
def test_only_an_edition_that_is_meant_must_be_sound(desk: Path, damaged: str) -> None:
    """A damaged one stops no comparison of others; where it is the last or the one before, it is
    named in one sentence and no older one is taken for it."""
    rows = resolve(make_rows([told(1, STRIKE)], {}))
    for week, day in (("2024-W49", 2), ("2024-W50", 9), ("2024-W51", 16), ("2024-W52", 23)):
        days = {"start": date(2024, 12, day), "end": date(2024, 12, day + 6)}
        write_ledger(rows, {"name": week, **days}, desk / "reports" / week / "ledger")
    reports = desk / "reports"
    (reports / "2024-W50" / "ledger" / damaged).write_text("{", encoding="utf-8")
    sound = run(desk)
    assert sound.exit_code == 0
    assert sound.stdout.startswith("2024-W52 (23–29 Dec 2024) against 2024-W51")
    assert run(desk, "2024-W49", "2024-W51").exit_code == 0
    for newer in ("2024-W52", "2024-W51"):  # without it the damaged one is meant, then the last
        rmtree(reports / newer)
        result = run(desk)
        assert (result.exit_code, result.stdout) == (1, "")
        assert f"{Path('2024-W50') / 'ledger' / damaged} " in result.stderr
        assert result.stderr.endswith("; build that edition again.\n")
        assert result.stderr.count("\n") == 1
