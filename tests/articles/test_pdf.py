"""A PDF is read as the text that was printed: whole words, whole paragraphs, no running heads."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError
from tests.articles.conftest import Read
from tests.articles.printed import column, make_pdf

BODY = """
Shells hit the market of the town shortly after nine on Thursday, kill-
ing at least 15 people who had come in from the villages around it, the
health office said. The Russian-
backed army denied having fired on the town and spoke of mortar rounds.

Rescue workers dug through the stalls until dusk. A doctor at the one
hospital said that 31 wounded had been brought in, that seven of them
were children, and that its blood bank was empty.
"""
FIRST = (
    "Shells hit the market of the town shortly after nine on Thursday, killing at least 15 people "
    "who had come in from the villages around it, the health office said. The Russian-backed army "
    "denied having fired on the town and spoke of mortar rounds."
)
SECOND = (
    "Rescue workers dug through the stalls until dusk. A doctor at the one hospital said that 31 "
    "wounded had been brought in, that seven of them were children, and that its blood bank was "
    "empty."
)


def test_lines_become_paragraphs(read: Read) -> None:
    """Words parted at a line's end are whole, a hyphen that belongs to a word stays."""
    article = read("a.pdf", make_pdf([column(BODY)], Title="A town mourns", Author="Desk"))
    assert article.text.split("\n\n") == [FIRST, SECOND]
    assert (article.title, article.author, article.published) == ("A town mourns", "Desk", None)


def test_a_paragraph_goes_on_over_the_page(read: Read) -> None:
    """Running heads and page numbers, which change with the page, stand in no sentence."""
    upper, lower = BODY.strip().split("\nhospital", 1)
    head = (60, 800, 8, "Example Monitor - Bulletin 48")
    pages = [
        [head, *column(upper), (300, 30, 8, "Page 1 of 2")],
        [head, *column("hospital" + lower), (300, 30, 8, "Page 2 of 2")],
    ]
    assert read("a.pdf", make_pdf(pages)).text.split("\n\n") == [FIRST, SECOND]


def test_columns_are_read_one_after_the_other(read: Read) -> None:
    """As the file holds them: a paragraph goes on at the head of the next column."""
    left, right = BODY.strip().split("\nhospital", 1)
    page = column(left) + column("hospital" + right, x=320)
    assert read("a.pdf", make_pdf([page])).text.split("\n\n") == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("stated", "title", "publisher"),
    [
        ("Flash update no. 1 | OCHA", "Flash update no. 1", "OCHA"),
        ("Camps: day 3 | Goma | Lakes Wire", "Camps: day 3 | Goma", "Lakes Wire"),
        ("A | B that goes on for longer than any", "A | B that goes on for longer than any", None),
    ],
)
def test_a_printed_page_names_its_outlet(
    read: Read, stated: str, title: str, publisher: str | None
) -> None:
    """What a browser writes as the title of a page that it prints has the outlet behind a bar."""
    article = read("a.pdf", make_pdf([column(BODY)], Title=stated))
    assert (article.title, article.publisher) == (title, publisher)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - final_v3.docx", "untitled", "bulletin.indd", ""]
)
def test_the_printed_title_where_the_file_has_none(read: Read, title: str) -> None:
    """What a program wrote by itself is no title; large type on the first page is."""
    page = [(60, 800, 20, "A town mourns"), *column(BODY)]
    article = read("a.pdf", make_pdf([page], Title=title))
    assert article.title == "A town mourns"
    assert article.text.split("\n\n") == [FIRST, SECOND]


def test_headings_and_lists_stand_alone(read: Read) -> None:
    """Other type, bullets and short lines part paragraphs where no gap does."""
    page = [
        *column(BODY, top=700),
        (60, 580, 13, "The toll"),
        *column("- 14 killed in Atarib\n- 3 killed in Idlib\n- 1 killed in Hama", top=560),
    ]
    told = read("a.pdf", make_pdf([page])).text.split("\n\n")
    assert told[2:] == [
        "The toll", "- 14 killed in Atarib", "- 3 killed in Idlib", "- 1 killed in Hama"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ("the air-\nfield was shelled", "airfield"),
        ("the north-\nwestern ridge", "north-western"),
        ("the anti-\ntank missile", "anti-tank"),
        ("the Iran-\nbacked groups", "Iran-backed"),
        ("the Pales-\ntinian groups", "Palestinian"),
        ("a cease-\nfire, the cease-fire of May", "a cease-fire"),  # as it is spelled elsewhere
        ("the Deir-\nEzzor road", "Deir-Ezzor"),  # a name within a name
        ("an uncon-\nfirmed re-\nport", "unconfirmed report"),
    ],
)
def test_hyphens_at_the_end_of_a_line(read: Read, lines: str, word: str) -> None:
    """One that parts a word goes, one that belongs to it stays."""
    assert word in read("a.pdf", make_pdf([column(lines)])).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_pdf([[]]), "has no text: its pages are pictures. Run it through text recognition"),
        (make_pdf([column(BODY)], password="x"), "is locked with a password. Open it and print"),
        (make_pdf([[]] * 401), "has 401 pages; the limit is 400. Split it."),
        (make_pdf([column(BODY)])[:300], "is not a PDF that can be read."),
    ],
)
def test_what_cannot_be_read_is_told(read: Read, data: bytes, message: str) -> None:
    """A scan, a locked, a long and a broken file: one sentence each."""
    with pytest.raises(BriefingError, match=r"^a\.pdf [^\n]+\.$") as caught:
        read("a.pdf", data)
    assert message in str(caught.value)
