"""What is not in English gives no claims, and is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.extract import extract
from briefing.models import Article, Extraction

OTHERS = (Path(__file__).parents[1] / "language" / "languages.tsv").read_text(encoding="utf-8")
ENGLISH = "Rebels killed 12 soldiers in Sake on Tuesday."
FRENCH = "Les rebelles ont tué 12 soldats dans la ville de Sake mardi, selon la Croix-Rouge."
# "die" is an article in German and a verb in English.
GERMAN = "In Goma die 12 Soldaten und die Zivilisten waren nicht mehr in der Stadt."


def read(text: str, language: str = "en") -> Extraction:
    """The extraction of a text."""
    day = date(2024, 11, 29)
    return extract(Article("a1", "a1.txt", text, "00", published=day, language=language))


def claims(extraction: Extraction) -> int:
    """How many claims there are."""
    kinds = ("casualties", "incidents", "territory", "implications", "summary")
    return sum(len(getattr(extraction, kind)) for kind in kinds)


@pytest.mark.parametrize("line", OTHERS.splitlines(), ids=lambda line: line[:2])
def test_another_language_gives_no_claims(line: str) -> None:
    """A report in another language gives nothing but a sentence that says so."""
    _, text = line.split("\t")
    found = read(text)
    assert (claims(found), found.places) == (0, ())
    assert found.unread[0].endswith("; only English is read, so it gave no claims.")


def test_language_is_named() -> None:
    """The sentence names the file and the language."""
    assert read(FRENCH).unread == (
        "a1.txt is in French; only English is read, so it gave no claims.",
    )


def test_half_in_english() -> None:
    """Of a text in several languages the English paragraphs are read, and the others told."""
    text = f"{FRENCH}\n\n{ENGLISH}\n\n{GERMAN}"
    found = read(text)
    (claim,) = found.casualties
    assert text[claim.start : claim.end] == claim.quote == "killed 12 soldiers"
    assert found.unread == (
        "a1.txt has 2 paragraphs in French and German; "
        "only English is read, so they gave no claims.",
    )


def test_short_paragraph_is_of_the_article_s_language() -> None:
    """A line too short to tell is read only where the article is in English."""
    assert claims(read("Blast in Goma kills 3, injures 12")) > 0
    assert claims(read("Blast in Goma kills 3, injures 12", language="sw")) == 0


def test_english_is_read_whatever_the_page_says() -> None:
    """A page's wrong word for its language hides no English text."""
    found = read(f"{ENGLISH} The army said that it had lost them.", language="fr")
    assert len(found.casualties) == 1


def test_names_in_another_language_are_read() -> None:
    """English with foreign names stays English."""
    text = "Fighters of the Forces démocratiques alliées killed 3 men in La Paz de los Andes."
    assert (len(read(text).casualties), read(text).unread) == (1, ())
