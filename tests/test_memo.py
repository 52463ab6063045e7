"""What is read off words is kept, but never more than so many words."""

from __future__ import annotations

from briefing.lexicon.lengths import lengths_by_word
from briefing.lexicon.memo import MOST, Memo, positions


def test_each_word_is_read_once() -> None:
    """A word that was read before is not read again."""
    read: list[str] = []

    def measure(word: str) -> int:
        read.append(word)
        return len(word)

    lengths = Memo[str, int](measure)
    assert [lengths[word] for word in ("rebels", "took", "rebels")] == [6, 4, 6]
    assert read == ["rebels", "took"]


def test_memory_stays_flat() -> None:
    """However many words come, no more than ``MOST`` are kept, and each is still read rightly."""
    numbers = Memo[str, int](int)
    for number in range(2 * MOST + 1):
        assert numbers[str(number)] == number
        assert len(numbers) <= MOST


def test_positions_of_known_words() -> None:
    """Only the words that are known, or of which something was read, are looked at."""
    words = ["rebels", "took", "the", "town", "took"]
    assert positions(words, {"took", "town"}) == [1, 3, 4]
    assert Memo[str, bool](lambda word: len(word) > len("took")).positions(words) == [0]
    assert positions([], {"took"}) == []


def test_lengths_of_phrases() -> None:
    """Of the phrases that begin with a word the longest is looked for first."""
    phrases = [("air",), ("air", "strike"), ("air", "force", "base"), ("air", "raid"), ("army",)]
    assert lengths_by_word(phrases) == {"air": (3, 2, 1), "army": (1,)}
