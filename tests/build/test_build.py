"""Builds that go wrong, in part or as a whole, and one article alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from briefing.build import BuildRequest, BuildResult, build_edition
from briefing.desk import Desk
from briefing.errors import BriefingError
from briefing.shipped import shipped
from tests.build.conftest import Told

Build = Callable[..., BuildResult]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def break_section(desk: Desk, section: str) -> None:
    """Give the desk a notebook of its own for a section, with a cell that fails."""
    notebook = nbformat.read(shipped("notebooks", f"{section}.ipynb"), as_version=4)
    notebook.cells.append(nbformat.v4.new_code_cell("raise RuntimeError('the tide is out')"))
    (desk.root / "notebooks").mkdir(exist_ok=True)
    nbformat.write(notebook, desk.root / "notebooks" / f"{section}.ipynb")


def set_sections(desk: Desk, *names: str) -> Desk:
    """The desk with only these sections, for speed."""
    path = desk.root / "briefing.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    listed = ", ".join(f'"{name}"' for name in names)
    kept = [f"sections = [{listed}]" if line.startswith("sections") else line for line in lines]
    path.write_text("\n".join(kept), encoding="utf-8")
    return Desk.load(desk.root)


@pytest.mark.kernel
def test_building_twice_gives_the_same_ledger(desk: Desk, build: Build) -> None:
    """The same articles give the same ledger, byte for byte."""
    small = set_sections(desk, "sources")
    first = tree(build(small, to=("html",)).folder / "ledger")
    assert first == tree(build(small, to=("html",)).folder / "ledger")


@pytest.mark.kernel
def test_a_failed_section_is_shown_and_takes_no_good_editions_place(
    desk: Desk, build: Build
) -> None:
    """The rest is rendered, the box names cell and error, the good edition stays untouched."""
    small = set_sections(desk, "summary", "sources")
    good = tree(build(small, to=("html",)).folder)
    break_section(small, "sources")
    result = build(Desk.load(small.root), to=("html",))
    assert not result.complete
    assert "the tide is out" in result.failures[0]
    assert result.folder.name == "2024-W48.incomplete"
    page = (result.folder / "brief.html").read_text(encoding="utf-8")
    assert 'class="failure"' in page
    assert "RuntimeError: the tide is out" in page
    assert "Bottom line" in page
    assert tree(small.reports / "2024-W48") == good


@pytest.mark.kernel
def test_without_a_browser_the_html_is_still_built(
    desk: Desk, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No browser: HTML yes, PDF no, not complete, and the sentence says what to install."""
    monkeypatch.setenv("BRIEFING_BROWSER", "/nowhere/chromium")
    result = build(set_sections(desk, "summary"))
    assert not result.complete
    assert "/nowhere/chromium" in result.failures[0]
    assert [path.name for path in result.paths if path.suffix in (".html", ".pdf")] == [
        "brief.html"
    ]


@pytest.mark.kernel
@pytest.mark.browser
def test_one_article_without_date_or_title(desk: Desk, build: Build, tmp_path: Path) -> None:
    """An edition named after the file, whose undated claims are told."""
    report = tmp_path / "my report.txt"
    report.write_text(
        "KHARTOUM — At least 40 people were killed on Tuesday when shells hit a market in "
        "Omdurman, the health ministry said. Fighters of the Rapid Support Forces captured the "
        "town of Dinder. Several more people were wounded.\n",
        encoding="utf-8",
    )
    result = build(desk, articles=(report,))
    assert result.complete, result.failures
    assert result.edition.name == "my-report"
    assert any("Tuesday" in line for line in result.undated)
    assert "≥ 40" in result.summary[1]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        # nothing in the period
        (lambda d: [p.unlink() for p in (d.root / "articles").glob("2024-*")], "no article"),
        # a section that is not there
        (lambda d: _replace(d, '"summary"', '"sumary"'), 'did you mean "summary"'),
        # a typo in a setting
        (lambda d: _replace(d, "organisation", "organization"), 'did you mean "organisation"'),
        # reports/ is a file
        (lambda d: d.reports.write_text("mine", encoding="utf-8"), "can't be written to"),
        # a notebook without a parameters cell
        (lambda d: _strip_parameters(d, "casualties"), 'no cell tagged "parameters"'),
        # a parameter that no notebook has
        (
            lambda d: _append(d, "[parameters.casualties]\nmax_row = 3"),
            'did you mean "max_rows"|Did you mean "max_rows"',
        ),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    desk: Desk, build: Build, spoil: Callable[[Desk], object], says: str
) -> None:
    """What, where, what next; and no file made or lost, but what is read is remembered."""
    spoil(desk)
    before = tree(desk.root)
    with pytest.raises(BriefingError, match=says):
        build(Desk.load(desk.root))
    shutil.rmtree(desk.root / ".cache", ignore_errors=True)
    assert tree(desk.root) == before


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.md", b"", "empty"),  # nothing in it
        ("photo.txt", bytes(range(256)) * 64, "photo.txt"),  # a binary file
        ("front.md", b"---\ntitle: [x\n---\nText.", "front.md"),  # broken front matter
        (  # not in English
            "depeche.md",
            b"---\npublished: 2024-11-29\n---\nLes rebelles ont pris la ville dans la nuit.",
            "is in French; only English is read",
        ),
        ("big.txt", b"Shells fell on the town. " * 900_000, "big.txt"),  # over 20 MB
    ],
)
@pytest.mark.kernel
def test_a_bad_file_does_not_stop_the_week(
    desk: Desk, name: str, content: bytes, says: str
) -> None:
    """The rest is built; the file is told at once, and listed among the brief's gaps."""
    (desk.root / "articles" / name).write_bytes(content)
    told = Told()
    small = set_sections(desk, "sources")
    result = build_edition(small, BuildRequest(to=("html",)), told)
    assert result.complete
    assert [says in warning for warning in told.warnings] == [True]
    gaps = (result.folder / "ledger" / "gaps.csv").read_text(encoding="utf-8")
    assert says in gaps
    assert name in (result.folder / "brief.html").read_text(encoding="utf-8")


def test_strict_refuses_a_number_without_a_source(desk: Desk, build: Build, tmp_path: Path) -> None:
    """--strict: a count that no claimant and no publisher stands behind stops the build."""
    report = tmp_path / "report.txt"
    report.write_text("Five civilians were killed in Aleppo.\n", encoding="utf-8")
    with pytest.raises(BriefingError, match="names no publisher"):
        build(desk, articles=(report,), strict=True)
    assert not desk.reports.exists() or not any(desk.reports.iterdir())


def _replace(desk: Desk, old: str, new: str) -> None:
    path = desk.root / "briefing.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _append(desk: Desk, text: str) -> None:
    with (desk.root / "briefing.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}\n")


def _strip_parameters(desk: Desk, section: str) -> None:
    notebook = nbformat.read(shipped("notebooks", f"{section}.ipynb"), as_version=4)
    for cell in notebook.cells:
        cell.metadata.pop("tags", None)
    (desk.root / "notebooks").mkdir(exist_ok=True)
    nbformat.write(notebook, desk.root / "notebooks" / f"{section}.ipynb")
