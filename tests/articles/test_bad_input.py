"""What cannot be read says so in one sentence: what, where, what next."""

from pathlib import Path

import pytest

from briefing.articles import read_article
from briefing.errors import BriefingError
from tests.articles.conftest import Read

NAVIGATION = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>'
NO_ENCODING = bytes(range(128, 256)) * 4


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "a.txt is empty."),
        ("a.md", b" \r\n\t", "a.md is empty."),
        ("a.txt", b"\x00\x01\x02\x03" * 40, "is a binary file and not text."),
        ("a.txt", b"%PDF-1.7 ...", "is not text but a PDF, whatever its name says."),
        ("a.txt", NO_ENCODING, "is in an encoding that could not be recognized. Save it as UTF-8."),
        ("a.txt", b"\xff\xfe\x41", "begins as utf-16 text and is broken further on."),
        ("a.txt", b"x" * 20_000_000, "is 20 MB; the limit is 5 MB. Split it, or list it under"),
        ("a.txt", b"0 Comments\n", "has no text besides its front matter or footers."),
        ("a.html", NAVIGATION, "has no text after its navigation was removed. Open it, or list it"),
        ("a.html", "<!-- nothing -->", "has no text: it is an empty page."),
        ("a.pdf", b"%PDF-1.7", "a.pdf is not a PDF that can be read. Open it and print it"),
        ("a.pdf", b"Not at all a PDF", "a.pdf is not a PDF that can be read."),
        ("a.docx", b"PK\x03\x04", "is not a Word file that can be read. Open it and save it anew"),
        ("a.rtf", b"{\\rtf1}", "is a rich text file, which is not read. Save it as .docx or .txt."),
        ("a.doc", b"\xd0\xcf", "is an old Word file, which is not read. Save it as .docx."),
        ("a.xyz", b"Text.", 'has the ending ".xyz", which is not read; supported are .md,'),
        ("article", b"Text.", "has no ending that tells its kind; supported are .md,"),
        # Front matter
        ("a.md", "---\ntitle: x\nlate: a: b\n---\nText.", "has broken front matter in line 3 ("),
        ("a.md", "\n---\ntitle: [x\n---\nText.", "has broken front matter in line 4 ("),
        ("a.md", "---\ntitle: x\nText.", "opens its front matter in line 1 and never closes it"),
        ("a.md", "---\ntitel: x\n---\nText.", 'an unknown key "titel" in its front matter: did'),
        ("a.md", "---\ncolour: x\n---\nText.", "known are title, publisher, author, published,"),
        ("a.md", "---\n- title\n---\nText.", 'front matter that is not a list of "key: value"'),
        ("a.md", "---\ntitle: x\n---\n", "has no text besides its front matter or footers."),
        (
            "a.md",
            "---\npublished: 28 Nov\n---\nText.",
            'has "published: 28 Nov" in its front matter',
        ),
        (
            "a.md",
            "---\npublished: 2024-13-45\n---\nText.",
            "a day in its front matter that no calen",
        ),
        ("a.md", "---\nlanguage: English\n---\nText.", "write a code such as en, ar or fr."),
        ("a.md", "---\nsample: maybe\n---\nText.", "write true or false."),
        ("a.md", "---\ntitle: [a, b]\n---\nText.", 'a list where its front matter\'s "title"'),
        ("a.md", "---\nfigures: SOHR\n---\nText.", '"figures" in its front matter that are not a'),
        ("a.md", "---\nfigures: [{via: x}]\n---\nText.", 'without "claimant": say who first gave'),
        (
            "a.md",
            "---\nfigures: [{claimant: x, vai: y}]\n---\nText.",
            'has an unknown key "vai" in its figures: did you mean "via"?',
        ),
        (
            "a.html",
            '<meta name="briefing:figures" content=" | x"><p>The army left the town on Friday.</p>',
            'has a "briefing:figures" tag that names no claimant',
        ),
    ],
)
def test_bad_input(read: Read, name: str, content: str | bytes, message: str) -> None:
    """One line that begins with the file's name, says what is wrong and ends like a sentence."""
    with pytest.raises(BriefingError) as caught:
        read(name, content)
    told = str(caught.value)
    assert message in told
    assert told.startswith(f"{name} ")
    assert "\n" not in told
    assert told[-1] in ".?"


def test_a_missing_file(tmp_path: Path) -> None:
    """A path that leads nowhere is named."""
    with pytest.raises(BriefingError, match=r"^gone\.txt does not exist\. Check the path\.$"):
        read_article(tmp_path / "gone.txt", root=tmp_path)


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    """A folder is no article, whatever its name."""
    (tmp_path / "week.txt").mkdir()
    with pytest.raises(BriefingError, match=r"^week\.txt is a folder\. Name the files in it\.$"):
        read_article(tmp_path / "week.txt", root=tmp_path)
