"""Properties of clean prose that must hold for every text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.articles.markdown import read_markdown, write_markdown
from briefing.articles.prose import normalize, unwrap

# Any signs at all, with those that matter here drawn often.
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\n\r\t  .Aa\u00ad\u0301-"))
)


@given(TEXTS)
def test_normalizing_twice_changes_nothing(text: str) -> None:
    """Offsets count characters of the normalized text, so that it must be a fixed point, in NFC."""
    clean = normalize(text)
    assert normalize(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert "  " not in clean
    assert "\r" not in clean


@given(TEXTS)
def test_unwrapping_keeps_every_word(text: str) -> None:
    """Paragraphs are cut at line ends alone: no word is lost, doubled or moved."""
    clean = normalize(text)
    assert " ".join(unwrap(clean)).split() == clean.split()


@given(
    st.lists(st.text(st.sampled_from("ab1 .-+*_#>`~[]()!|<&;:=\\/\u00e9"), min_size=1), min_size=1)
)
def test_a_text_written_as_markdown_reads_back(lines: list[str]) -> None:
    """Whatever signs a paragraph has, none of them means anything but itself."""
    paragraphs = [clean for line in lines if (clean := normalize(line))]
    written = write_markdown({"title": 'Two: "a" # b', "author": None}, "\n\n".join(paragraphs))
    draft = read_markdown(written.encode())
    assert draft.paragraphs == paragraphs
    assert (draft.metadata.title, draft.metadata.author) == ('Two: "a" # b', None)


def test_line_ends_written_out() -> None:
    """What a program writes for a line end ends a line; a path keeps its backslash."""
    assert normalize(r"Two died.\nThree fled.\r\n\n“Go,” he said.\n") == (
        "Two died.\nThree fled.\n\n“Go,” he said."
    )
    assert normalize(r"It lies in C:\new\notes.") == r"It lies in C:\new\notes."


def test_bullets_that_markdown_does_not_know_stay_lines() -> None:
    """Each line that a bullet opens is a paragraph; other lines of a paragraph are one."""
    text = "The toll,\nby town:\n\n• Goma: two\n• Sake: one\nof them a child"
    draft = read_markdown(text.encode())
    assert draft.paragraphs == ["The toll, by town:", "• Goma: two", "• Sake: one of them a child"]


def test_entries_of_a_list_stay_lines() -> None:
    """A line that opens with a name or an hour behind a full stop is one of its own."""
    body = (
        "El Fasher: shells killed\nsix people.\nNyala (south): quiet.\n2. Kutum: jets came.\n"
        "He said: nothing.\n\n06:40 — It rains.\n08:15 – It stops. He said\nGoma: was quiet."
    )
    assert read_markdown(body.encode()).paragraphs == [
        "El Fasher: shells killed six people.",
        "Nyala (south): quiet.",
        "2. Kutum: jets came. He said: nothing.",
        "06:40 — It rains.",
        "08:15 – It stops. He said Goma: was quiet.",
    ]
