"""Of whom an article speaks, for sentences that name nobody themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from briefing.extract.implications.subjects import Mention
from briefing.extract.sections import section_start
from briefing.language.document import Document
from briefing.records import keeper, remembered

REGION: Final = "the wider region"  # says little beside another name
_REACH: Final = 6  # sentences back in which a subject that is not repeated is sought
_NEARLY: Final = 0.5  # another name counts where it is spoken of this much as often as the first
_MOSTLY: Final = 1.5  # times as often as any other: the one that the article is about
_PASSING: Final = ("origin", "event")  # roles of names that a sentence is not about


@keeper(frozen=True, eq=False)
class Told:
    """The names of an article: ``named`` per sentence, and those of its title."""

    named: Sequence[Sequence[Mention]]
    title: tuple[Mention, ...] = ()
    document: Document | None = None

    def before(self, index: int, *, it: bool = False) -> list[str]:
        """The names that the title and the sentences before are about: the most frequent first,
        then the latest; those that are far behind the first are left out.

        ``it``: the sentence speaks of "it", which is the first subject of the one before.
        """
        told = Counter[str]()
        last: dict[str, int] = {}
        head = section_start(self.document, index) if self.document else 0
        earlier = chain.from_iterable(self.named[max(head, index - _REACH) : index])
        title = () if head else self.title
        for at, mention in enumerate(_counting((*title, *earlier))):
            told[mention.name] += 2 if mention.role == "subject" else 1
            last[mention.name] = at
        if self._home and not head:
            told[self._home] += 1
        kept = _most_told(told, last)
        return list(dict.fromkeys((*self._subject(index - 1), *kept))) if it else kept

    def _subject(self, index: int) -> list[str]:
        """The first name that is a subject of the sentence ``index``."""
        named = self.named[index] if index >= 0 else ()
        return [m.name for m in _counting(named) if m.role == "subject"][:1]

    @remembered
    def _home(self) -> str | None:
        """The name that the whole article is about; None where two are named about as often."""
        counts = Counter(m.name for m in _counting(chain.from_iterable(self.named)))
        (name, most), (_, next_most), *_ = (*counts.most_common(2), ("", 0), ("", 0))
        return name if most and most >= _MOSTLY * next_most else None


def _most_told(told: Counter[str], last: dict[str, int]) -> list[str]:
    ranked = sorted(told, key=lambda name: (-told[name], -last.get(name, -1)))
    return [name for name in ranked if told[name] >= _NEARLY * told[ranked[0]]]


def _counting(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that tell whom the text is about."""
    return (m for m in mentions if m.name != REGION and m.role not in _PASSING)
