"""An edition is current only while everything it was made from, and it itself, is as it was."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefing.build import BuildRequest, BuildResult, build_edition
from briefing.build import current as module
from briefing.build.current import find_current, keep_record, take_stamp
from briefing.desk import Desk, Edition
from tests.build.conftest import Told
from tests.build.test_build import set_sections
from tests.test_architecture import HEAVY, ROOT

REQUEST = BuildRequest(week="2024-W48", to=("html",))


def write(path: Path, text: str = "new") -> Path:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A desk with an edition whose build was remembered, without having been built."""
    desk = tmp_path / "desk"
    write(desk / "briefing.toml", "")
    for name in ("articles/a.md", "articles/b.md", "templates/brief/page.css", "corrections.csv"):
        write(desk / name, "old")
    for name in ("notebooks/summary.ipynb", "notebooks/helper.py", "events/ged.csv"):
        write(desk / name, "old")
    write(desk / "reports" / "2024-W47" / "ledger" / "edition.json", '{"start": "2024-11-18"}')
    folder = desk / "reports" / "2024-W48"
    for name in ("brief.html", "ledger/claims.csv", "notebooks/summary.ipynb", "manifest.json"):
        write(folder / name, "old")
    edition = Edition("2024-W48", date(2024, 11, 25), date(2024, 12, 1), folder)
    result = BuildResult(edition, folder, (folder / "brief.html",), ("Two.",), notes=("Look.",))
    keep_record(desk, REQUEST, take_stamp(desk, REQUEST), result)
    return desk


def test_what_was_told_is_told_again(built: Path) -> None:
    """Nothing changed: the edition, its paths, the summary and the notes of the build."""
    found = find_current(built, REQUEST)
    assert found is not None
    assert (found.edition.name, found.edition.end) == ("2024-W48", date(2024, 12, 1))
    assert found.paths == (built / "reports" / "2024-W48" / "brief.html",)
    assert (found.summary, found.notes, found.complete) == (("Two.",), ("Look.",), True)


@pytest.mark.parametrize(
    "path",
    [
        # each kind of input the desk has: changed
        "articles/a.md", "events/ged.csv", "corrections.csv", "briefing.toml",
        "notebooks/summary.ipynb", "notebooks/helper.py", "templates/brief/page.css",
        # and added, also of a kind that nobody has thought of yet
        "articles/c.md", "articles/sub/d.pdf", "events/acled.xlsx", "notebooks/own.ipynb",
        "templates/brief/index.html.j2", "gazetteer.csv", "maps/roads.geojson",
        # the edition before, and one more
        "reports/2024-W47/ledger/edition.json", "reports/2024-W46/ledger/edition.json",
        # what the build itself wrote
        "reports/2024-W48/brief.html", "reports/2024-W48/ledger/claims.csv",
        "reports/2024-W48/notebooks/summary.ipynb", "reports/2024-W48/brief.pdf",
    ],
)  # fmt: skip
def test_a_changed_file_is_a_reason_to_build(built: Path, path: str) -> None:
    """One byte of one file, and back again."""
    file = built / path
    before = file.read_text(encoding="utf-8") if file.exists() else None
    write(file, '{"start": "2024-11-11"}')  # what an edition's record says; new text for others
    assert find_current(built, REQUEST) is None
    file.unlink()
    assert (find_current(built, REQUEST) is None) == (before is not None)
    if before is not None:
        write(file, before)
        assert find_current(built, REQUEST) is not None


@pytest.mark.parametrize(
    "path",
    [
        "reports/2024-W48/manifest.json",  # tells the time
        "reports/2024-W48/notes.txt",  # the analyst's
        "reports/2024-W47/brief.html",  # no build reads it
        "reports/2024-W49.incomplete/ledger/edition.json",
        "explore/2024-W48/summary.ipynb",  # the analyst's working copy
        ".git/index", ".cache/articles/ab/cd",
    ],
)  # fmt: skip
def test_what_no_build_reads_is_no_reason(built: Path, path: str) -> None:
    """The analyst's own files, caches and history may change."""
    write(built / path, "new")
    assert find_current(built, REQUEST) is not None


def test_later_editions_are_no_reason(built: Path, tmp_path: Path) -> None:
    """An edition knows those before it, also while they are drafts, and none of those after it."""
    write(built / "reports" / "2024-W49" / "ledger" / "edition.json", '{"start": "2024-12-02"}')
    assert find_current(built, REQUEST) is not None
    drafts = tmp_path / "drafts"
    draft = write(drafts / "2024-W47" / "ledger" / "edition.json", '{"start": "2024-11-18"}')
    assert find_current(built, replace(REQUEST, drafts=drafts)) is not None
    write(draft, '{"start": "2024-11-18", "number": 2}')
    assert find_current(built, replace(REQUEST, drafts=drafts)) is None


OTHER: dict[str, Any] = {
    "week": None, "start": date(2024, 11, 25), "end": date(2024, 12, 1), "to": ("html", "pdf"),
    "articles": (Path("one.txt"),), "events": (Path("one.csv"),), "strict": True, "hxl": True,
    "against": "2024-W40",
}  # fmt: skip


@pytest.mark.parametrize("name", [f.name for f in fields(BuildRequest)])
def test_another_request_is_another_build(built: Path, name: str) -> None:
    """Every field of a request counts, also those to come; how and where it is built does not."""
    if name in ("force", "drafts"):
        told: Any = {name: Path("drafts") if name == "drafts" else True}
        asked = replace(REQUEST, **told)
        assert find_current(built, asked) is not None
    else:
        assert find_current(built, replace(REQUEST, **{name: OTHER[name]})) is None


@pytest.mark.parametrize("field", ["articles", "events", "against"])
def test_files_named_outside_the_desk_count(built: Path, tmp_path: Path, field: str) -> None:
    """What a request names is read by content, a folder with all that is in it."""
    file = write(tmp_path / "elsewhere" / "ledger" / "edition.json", "old")
    named: Any = {field: str(tmp_path / "elsewhere") if field == "against" else (file,)}
    request = replace(REQUEST, **named)
    before = take_stamp(built, request).digest(None)
    write(file, "new")
    assert take_stamp(built, request).digest(None) != before


@pytest.mark.parametrize("part", ["program_digest", "fonts_digest", "_browser"])
def test_program_fonts_and_browser_count(
    built: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    """What is installed is part of every stamp."""
    monkeypatch.setattr(module, part, lambda: None if part == "_browser" else "another")
    assert find_current(built, REQUEST) is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"name": "2024-W48"}'])
def test_a_damaged_record_is_none(built: Path, damage: bytes) -> None:
    """Then the edition is built."""
    (record,) = (built / ".cache" / "builds").iterdir()
    record.write_bytes(damage)
    assert find_current(built, REQUEST) is None


@pytest.mark.kernel
def test_a_second_build_runs_only_what_changed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections and articles that are as they were are taken from the cache; --force takes none."""
    import papermill

    ran: list[str] = []
    execute = papermill.execute_notebook

    def note(source: str, *arguments: Any, **options: Any) -> Any:
        ran.append(Path(source).stem)
        return execute(source, *arguments, **options)

    monkeypatch.setattr(papermill, "execute_notebook", note)

    def build(**options: Any) -> list[str]:
        ran.clear()
        again = Desk.load(desk.root)
        assert build_edition(again, BuildRequest(to=("html",), **options), Told()).complete
        return sorted(ran)

    set_sections(desk, "summary", "sources")
    assert build() == ["sources", "summary"]
    page = (desk.reports / "2024-W48" / "brief.html").read_text(encoding="utf-8")
    assert find_current(desk.root, BuildRequest(to=("html",))) is not None
    assert build() == []
    assert (desk.reports / "2024-W48" / "brief.html").read_text(encoding="utf-8") == page
    shown = desk.notebook("summary").read_text(encoding="utf-8")
    write(desk.root / "notebooks" / "summary.ipynb", shown.replace("What happened", "The week"))
    assert build() == ["summary"]
    assert find_current(desk.root, BuildRequest(to=("html",))) is not None
    (desk.articles / "2024-12-01-think-tank-note.md").unlink()
    assert build() == ["sources", "summary"]
    assert build(force=True) == ["sources", "summary"]


def test_an_article_is_read_and_searched_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time neither happens, and gives the same; a damaged entry does no harm."""
    from briefing.build import remembered
    from briefing.places import Region

    path, region = desk.articles / "2024-11-30-wire-aleppo.md", Region(("SY",))

    def read() -> tuple[Any, list[Any]]:
        known = remembered.Remembered(desk.root)
        article = known.read_article(path, root=desk.root)
        return article, list(known.extract_all([article], region=region))

    def never(*_: Any, **__: Any) -> Any:
        raise AssertionError("read already")

    first = read()
    with monkeypatch.context() as patch:
        patch.setattr(remembered, "read_article", never)
        patch.setattr(remembered, "extract_all", lambda missing, **_: iter(missing))
        assert read() == first
    for entry in (desk.root / ".cache" / "articles").glob("??/*"):
        entry.write_bytes(b"damaged")
    assert read() == first
    write(path, path.read_text(encoding="utf-8").replace("Aleppo", "Homs"))
    assert read() != first
    remembered.forget(desk.root)
    assert not list((desk.root / ".cache" / "articles").glob("*"))


def test_finding_an_edition_current_is_light() -> None:
    """Nothing heavy is loaded to find that there is nothing to do."""
    script = (
        "import sys, pathlib, briefing.cli\n"
        "from briefing.build.current import find_current, take_stamp\n"
        "from briefing.build import BuildRequest\n"
        "take_stamp(pathlib.Path('articles'), BuildRequest())\n"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    shown = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(shown.stdout.split())
