"""A folder is read in a fixed order; what is left out is told."""

from pathlib import Path

import pytest

from briefing.articles import merge_copies, read_articles
from briefing.errors import BriefingError


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files under their relative paths."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def dated(day: str, text: str) -> str:
    """A text with a day of publication."""
    return f"---\npublished: {day}\n---\n{text}"


def test_articles_come_by_day_then_path_and_undated_last(tmp_path: Path) -> None:
    """The order does not hang on the file system; subfolders are read."""
    files = {
        "articles/z.txt": dated("2024-11-27", "One."),
        "articles/b.txt": dated("2024-11-28", "Two."),
        "articles/sub/a.md": dated("2024-11-28", "Three."),
        "articles/a.txt": "Four.",
    }
    articles, notes = read_articles(write(tmp_path, files) / "articles", root=tmp_path)
    assert [article.path for article in articles] == [
        "articles/z.txt",
        "articles/b.txt",
        "articles/sub/a.md",
        "articles/a.txt",
    ]
    assert notes == []


@pytest.mark.parametrize(
    "name",
    [
        "_draft.md",  # put aside
        ".hidden.txt",
        ".git/config.txt",
        "README.md",
        "page_files/advert.html",  # a browser's "save page" puts these beside the page
        "originals/page.html",  # what an added article was made of
        "old-1.txt",  # ignored by its name
        "later/note.txt",  # ignored by its path in the desk
    ],
)
def test_files_that_are_no_articles_are_passed_over(tmp_path: Path, name: str) -> None:
    """Neither read nor noted."""
    folder = write(tmp_path / "articles", {"a.txt": "One.", name: "Two."})
    articles, notes = read_articles(folder, root=tmp_path, ignore=["old-*", "articles/later/*"])
    assert [article.path for article in articles] == ["articles/a.txt"]
    assert notes == []


def test_one_bad_file_does_not_lose_the_others(tmp_path: Path) -> None:
    """The rest is read and the bad ones are told, one sentence each."""
    folder = write(tmp_path / "articles", {"a.txt": "One.", "b.txt": "", "c.xyz": "Three."})
    articles, notes = read_articles(folder, root=tmp_path)
    assert [article.text for article in articles] == ["One."]
    assert len(notes) == 2
    assert notes[0].startswith("articles/b.txt is empty.")
    assert notes[1].startswith('articles/c.xyz has the ending ".xyz"')


def test_the_same_text_is_one_source(tmp_path: Path) -> None:
    """A copy, be it in another format, is told with the file that is kept: the earlier one."""
    files = {"a.md": dated("2024-11-29", "**One.**"), "b.txt": dated("2024-11-28", "One.")}
    articles, notes = read_articles(write(tmp_path / "articles", files), root=tmp_path)
    assert notes == []
    (one,) = merge_copies(articles)
    assert [one.path, *(copy.path for copy in one.copies)] == ["articles/b.txt", "articles/a.md"]


def test_a_missing_folder(tmp_path: Path) -> None:
    """A desk without its folder is told to make one."""
    with pytest.raises(BriefingError, match=r"^articles is not a folder\. Make it"):
        read_articles(tmp_path / "articles", root=tmp_path)
