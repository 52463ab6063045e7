"""Files of this machine, and lists of addresses."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from briefing.articles import read_article
from briefing.build import BuildRequest
from briefing.build.period import take_in
from briefing.collect.addresses import choose_address, same_page
from briefing.collect.rules import find_wall, load_rules
from briefing.desk import Desk
from briefing.errors import BriefingError
from tests.articles.printed import column, make_pdf
from tests.collect.conftest import Add
from tests.collect.pages import LONG, TEXT, article_page
from tests.fetch.server import Site, page


def word_file(path: Path) -> Path:
    """A Word file."""
    document = Document()
    for part in TEXT.split("\n\n"):
        document.add_paragraph(part)
    document.save(str(path))
    return path


def test_files_of_every_kind(desk: Desk, add: Add, tmp_path: Path) -> None:
    """Each is one article with the day and publisher given, and its original as it was."""
    (tmp_path / "a.pdf").write_bytes(make_pdf([column(LONG)]))
    word_file(tmp_path / "b.docx")
    (tmp_path / "c.txt").write_text(f"---\nauthor: A desk\n---\n{TEXT} Nobody fled.")
    (tmp_path / "d.md").write_text(f"# A retreat\n\n{TEXT} All fled.")
    (tmp_path / "e.html").write_text(article_page())
    paths = [tmp_path / name for name in ("a.pdf", "b.docx", "c.txt", "d.md", "e.html")]
    told = add(*paths, published=date(2024, 11, 28), publisher="Some Wire")
    assert [one.status for one in told] == ["added"] * 5
    for path, outcome in zip(paths, told, strict=True):
        article = read_article(desk.root / outcome.what)
        assert article.text.startswith(LONG)
        assert (article.publisher, article.published) == ("Some Wire", date(2024, 11, 28))
        assert article.origin.fetched is None
        assert article.origin.original is not None
        assert (desk.articles / article.origin.original).read_bytes() == path.read_bytes()
    assert read_article(desk.root / told[2].what).author == "A desk"
    week = take_in(desk, BuildRequest(week="2024-W48")).articles
    assert [len(one.copies) for one in week] == [3, 0]  # four carry one text, the PDF a line of it


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "is empty. Put the article's text into it"),
        ("a.odt", b"x", "is an OpenDocument file, which is not read. Save it as .docx."),
        ("a.zip", b"x", 'has the ending ".zip", which is not read; supported are'),
        ("gone.pdf", None, "does not exist. Check the path."),
    ],
)
def test_files_that_are_none(
    desk: Desk, add: Add, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    """One line each, and nothing is written."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    (outcome,) = add(tmp_path / name)
    assert outcome.status == "failed"
    assert told in str(outcome)
    assert list(desk.articles.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("example.org/report", "if it is one, write https://example.org/report."),
        ("www.example.org", "if it is one, write https://www.example.org."),
        ("ftp://example.org/report", 'begins with "ftp:"; only http and https are fetched.'),
        ("file:///etc/passwd", 'begins with "file:"; only http and https are fetched.'),
        ("downloads/report.pdf", "does not exist. Check the path."),
    ],
)
def test_an_address_written_otherwise(add: Add, name: str, told: str) -> None:
    """What was meant as an address is not looked for as a file of this machine."""
    (outcome,) = add(name)
    assert (outcome.status, told in str(outcome)) == ("failed", True)


def test_a_folder_is_not_added(desk: Desk, add: Add) -> None:
    """Its files are to be named."""
    (outcome,) = add(desk.root)
    assert str(outcome).endswith("is a folder. Name the files in it.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "قال سكان إن الجيش انسحب من المدينة بعد هجوم على أطرافها، وفق ناشطين محليين هناك.",
            "Arabic",
        ),
        (
            "Selon des habitants, l'armée a quitté la ville dans la nuit.",
            "French",
        ),
    ],
)
def test_a_text_in_another_language(
    desk: Desk, add: Add, tmp_path: Path, text: str, language: str
) -> None:
    """It is kept and told, in whatever format it comes, and is not read as English."""
    document = Document()
    document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "b.md").write_text(text, encoding="utf-8")
    (tmp_path / "c.html").write_text(f"<html lang='en'><p>{text}</p></html>", encoding="utf-8")
    for name in ("a.docx", "b.md", "c.html"):
        (outcome,) = add(tmp_path / name, published=date(2024, 11, 28))
        assert f"it is in {language}, which is not read: see the gaps" in str(outcome), name


def test_a_list_of_addresses(
    site: Site, desk: Desk, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text file with an address on each line, or what is piped in; a text stays a text."""
    site.answers |= {"/a": page(article_page()), "/b": page(article_page().replace("14", "15"))}
    (desk.root / "list.txt").write_text(f"# The week\n{site.url('/a')}\n\n {site.url('/b')} \n")
    (desk.root / "text.txt").write_text(f"{site.url('/c')}\n{TEXT}")
    told = add(desk.root / "list.txt", desk.root / "text.txt")
    assert [one.status for one in told] == ["added"] * 3
    piped = io.TextIOWrapper(io.BytesIO(f"{site.url('/a')}\nnowhere.txt\n".encode()))
    monkeypatch.setattr(sys, "stdin", piped)
    told = add("-")
    assert [one.status for one in told] == ["already there", "failed"]


def test_a_desk_that_cannot_be_written_to(desk: Desk, add: Add, tmp_path: Path) -> None:
    """It is told once; nothing half-written is left."""
    word_file(tmp_path / "a.docx")
    (desk.articles / "originals").touch()  # a file where the folder should be
    with pytest.raises(BriefingError, match=r"articles cannot be written to: .+\.$"):
        add(tmp_path / "a.docx")
    assert [path.name for path in desk.articles.iterdir()] == ["originals"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.example.org/a/", "http://example.org/a", True),
        ("https://example.org/a?utm_source=x&fbclid=y", "https://m.example.org/a#top", True),
        ("https://example.org:443/a", "https://EXAMPLE.org/a", True),
        ("https://example.org/a?id=1", "https://example.org/a?id=2", False),
        ("https://example.org/a", "https://news.example.org/a", False),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://m.org/a", "https://org/a", False),
        ("https://example.org:8080/a", "https://example.org/a", False),
    ],
)
def test_addresses_of_one_page(one: str, other: str, same: bool) -> None:
    """What only says how a reader came makes no difference."""
    assert (same_page(one) == same_page(other)) == same


@pytest.mark.parametrize(
    ("canonical", "chosen"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("/a?id=2", "https://www.example.org/a?id=2"),
        (None, "https://www.example.org/amp/a"),
        ("https://www.example.org/", "https://www.example.org/amp/a"),  # careless
        ("https://evil.example/a", "https://www.example.org/amp/a"),  # another site's
        ("javascript:alert(1)", "https://www.example.org/amp/a"),
        ("http://[::1", "https://www.example.org/amp/a"),
    ],
)
def test_the_address_a_page_is_known_by(canonical: str | None, chosen: str) -> None:
    """The one it names itself, if that is plausible."""
    assert choose_address("https://www.example.org/amp/a", canonical) == chosen


@pytest.mark.parametrize("rule", load_rules()["wall"], ids=lambda rule: rule["example"])
def test_examples_of_walls(rule: dict[str, str]) -> None:
    """Each rule finds its example, and news is left alone."""
    assert find_wall(rule["example"]) == rule["what"]
    assert find_wall(TEXT) is None
