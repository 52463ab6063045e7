"""Spellings of one name meet, names that differ do not."""

from __future__ import annotations

import pytest

from briefing.places.keys import exact_key, loose_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dārat ‘Izzah", "Darat Izzah"),  # macrons and the ayn of transliteration
        ("Deir ez-Zor", "Deir ez Zor"),  # hyphens
        ("Ma`arrat", "Ma'arrat"),  # either apostrophe
        ("Diyarbakır", "Diyarbakir"),  # a letter of its own in Turkish
        ("KYIV", "Kyiv"),  # case
        ("Łódź", "Lodz"),  # letters that do not decompose
    ],
)
def test_exact_key_ignores_marks(one: str, other: str) -> None:
    """Case, accents, apostrophes and hyphens must not keep two spellings apart."""
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Atarib", "al-Atareb"),  # article, i and e
        ("Darat Izza", "Dārat ‘Izzah"),  # the final h
        ("Saraqib", "Saraqeb"),  # i and e
        ("Maarat al-Numan", "Ma‘arrat an-Nu‘mān"),  # assimilated article, double letter
        ("Tal Rifaat", "Tall Rif‘at"),  # double letters
        ("Khan Sheikhoun", "Khān Shaykhūn"),  # ei and ay, ou and u
        ("Qalaat", "Kalaat"),  # q and k
        ("Idhlib", "Idlib"),  # dh and d
    ],
)
def test_loose_key_meets_across_spellings(one: str, other: str) -> None:
    """Transliterations of one name must share a skeleton."""
    assert loose_key(exact_key(one)) == loose_key(exact_key(other)) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aleppo", "Idlib"),  # different names
        ("Homs", "Hama"),  # short names differ by a consonant
        ("Manbij", "Minbaj al-Kabir"),  # a further word
    ],
)
def test_loose_key_keeps_names_apart(one: str, other: str) -> None:
    """A skeleton must still tell different names apart."""
    first, second = loose_key(exact_key(one)), loose_key(exact_key(other))
    assert first is None or first != second


def test_short_names_have_no_skeleton() -> None:
    """What is left of a very short name meets others by chance, so it has no skeleton."""
    assert loose_key(exact_key("Ain")) is None
