"""What is read off words is kept, but never more than so many words."""

from __future__ import annotations

from briefing.lexicon.memo import MOST, Memo


def test_each_word_is_read_once() -> None:
    """A word that was read before is not read again."""
    read: list[str] = []

    def measure(word: str) -> int:
        read.append(word)
        return len(word)

    lengths = Memo[int](measure)
    assert [lengths[word] for word in ("rebels", "took", "rebels")] == [6, 4, 6]
    assert read == ["rebels", "took"]


def test_memory_stays_flat() -> None:
    """However many words come, no more than ``MOST`` are kept, and each is still read rightly."""
    numbers = Memo[int](int)
    for number in range(2 * MOST + 1):
        assert numbers[str(number)] == number
        assert len(numbers) <= MOST
