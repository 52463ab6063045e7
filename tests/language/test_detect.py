"""Which language a text is in, and which of its paragraphs are not English."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.detect import (
    blank,
    detect_language,
    find_foreign,
    name_language,
)
from briefing.lexicon import load

_SENTENCES = Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8")
OTHERS = [line.split("\t") for line in _SENTENCES.splitlines()]


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_language_of_one_sentence(code: str, text: str) -> None:
    """One sentence of a report is enough to tell its language, and to leave it unread."""
    assert detect_language(text) == code
    assert [one.language for one in find_foreign(text)] == [code]


ENGLISH = [
    "At least 12 civilians were killed in the shelling of a market, the Red Cross said.",
    # nearly all of it names
    "Abdullah al-Rashid, Muhammad ibn Yusuf and Fatima Zahra of Deir ez-Zor died in Raqqa.",
    "José María de la Cruz, Luis de los Ríos and Ana del Valle were shot in La Paz de los Andes.",
    "Fighters of the Forces démocratiques alliées and the Front de libération entered Boga.",
    # capitals, headlines, telegrams
    "REBELS SEIZED THE TOWN OF SAKE ON TUESDAY AND KILLED TWELVE SOLDIERS",
    "Six die in raid on camp",
    "Mine blast kills two in Mali",
    "2 x INS KIA, 1 x WIA IVO Sangin. NFTR.",
    "U.S., U.N. and U.K. aides met Maj. Gen. O. i Sala.",
    # a quotation in another language
    "“Allahu akbar,” the man shouted before he was shot, said a guard who was there.",
    "Die Zeit and Le Monde reported on the raid.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    """Foreign names, capitals and a few foreign words do not make a text foreign."""
    assert detect_language(text) in ("en", None)
    assert find_foreign(text) == ()


@pytest.mark.parametrize("text", ["", "Aleppo Idlib Saraqib", "16, 19, 242", "a | b", "!?"])
def test_too_little_to_tell(text: str) -> None:
    """Names and numbers tell no language; they are read as the rest of the article is."""
    assert detect_language(text) is None
    assert find_foreign(text) == ()
    assert [one.language for one in find_foreign(text, usual="fr")] == ["fr"] * bool(text)


def test_unknown_language_is_not_english() -> None:
    """A long text without the commonest words of English is not taken for it."""
    text = "zorba kelt mirandu fesk " * 12
    assert detect_language(text) == "und"
    assert name_language("und") == "a language that was not recognized"


def test_half_in_english() -> None:
    """Of a text in two languages each paragraph is told by its own words."""
    english = "Rebels took the town of Sake on Tuesday, and the army said that it had left."
    french = "Les rebelles ont pris la ville de Sake mardi, et l'armée a dit qu'elle était partie."
    text = f"{english}\n\n{french}\n\n{english}"
    (one,) = find_foreign(text)
    assert (text[one.start : one.end], one.language) == (french, "fr")
    assert blank(text, (one,)) == f"{english}\n\n{' ' * len(french)}\n\n{english}"


@pytest.mark.parametrize("code", [*load("stopwords"), *load("scripts")])
def test_every_language_has_a_name(code: str) -> None:
    """A language that can be told can be named."""
    assert name_language(code)[0].isupper()


@pytest.mark.parametrize("code", load("scripts"))
def test_script_examples(code: str) -> None:
    """A writing system is recognized by one sentence."""
    assert detect_language(load("scripts")[code]["example"]) == code


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Whatever the text, an answer comes and blanking keeps every offset."""
    foreign = find_foreign(text)
    assert len(blank(text, foreign)) == len(text)
