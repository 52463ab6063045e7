"""Files come in many encodings; their letters come out right or not at all."""

import pytest

from briefing.articles.decode import decode
from tests.articles.conftest import Read

ENGLISH = "“Neither side,” a diplomat said, “controls the town” — prices rose £5 on Friday."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),  # with a byte order mark
        (ENGLISH, "utf-16"),
        (ENGLISH, "cp1252"),
        ("“No,” he said – and left.", "cp1252"),  # too short for a detector
        ("L’armée a quitté la ville dans la nuit, selon des habitants d’Alep, à l’aube.", "cp1252"),
        (
            "El ejército se retiró de la ciudad en la noche, según los vecinos. España calla.",
            "cp1252",
        ),
        ("Według mieszkańców wojsko wycofało się z miasta w nocy z piątku na sobotę.", "cp1250"),
        ("По словам жителей, армия ушла из города в ночь на субботу. Власти молчат.", "cp1251"),
        ("По словам жителей, армия ушла из города в ночь на субботу. Власти молчат.", "koi8_r"),
        ("قال سكان إن الجيش انسحب من المدينة بعد هجوم على أطرافها، وفق ناشطين.", "cp1256"),
        ("居民说，军队在袭击之后已撤出该市，这是周五的消息。当局否认了这一说法。", "gb18030"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    """The text comes back letter for letter, without a mark at its head."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("utf-8", "cp1251"),  # a wrong declaration: UTF-8 does not fit, the detector does
        ("no-such-charset", "cp1251"),
    ],
)
def test_a_page_may_declare_its_charset(read: Read, declared: str, encoding: str) -> None:
    """A declaration helps where it is right and does no harm where it is wrong."""
    text = "По словам жителей, армия ушла из города в ночь на субботу, но власти это отрицают."
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert read("a.html", page.encode(encoding)).text == text


def test_latin_1_means_what_browsers_take_it_for(read: Read) -> None:
    """Pages that declare ISO 8859-1 hold Windows quotation marks."""
    page = f'<meta charset="iso-8859-1"><body><p>{ENGLISH} A café was hit.</p></body>'
    assert read("a.html", page.encode("cp1252")).text == f"{ENGLISH} A café was hit."
