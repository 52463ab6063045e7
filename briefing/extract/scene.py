"""One sentence of a document, for the rules that look around an event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import Any, Final, ParamSpec, TypeVar, cast

from briefing.language.dates import Dated
from briefing.language.document import Document
from briefing.language.groups import Group, Parsed
from briefing.models import Sentence, Span

Read = TypeVar("Read")


class Scene:
    """One sentence of a document, for the rules that look around an event.

    ``known``: what ``once`` has read.
    """

    __slots__ = ("document", "known", "parse", "sentence")

    def __init__(self, document: Document, sentence: Sentence, parse: Parsed) -> None:
        self.document = document
        self.sentence = sentence
        self.parse = parse
        self.known: dict[Callable[..., Any], Any] = {}

    def span(self, group: Group) -> Span:
        """Offsets of a group in the article's text."""
        tokens = self.parse.tokens
        return Span(tokens[group.first].start, tokens[group.last - 1].end)

    def span_of(self, dated: Dated) -> Span:
        """Offsets of a date in the article's text."""
        tokens = self.parse.tokens
        return Span(tokens[dated.first].start, tokens[dated.last - 1].end)

    def group_of(self, dated: Dated) -> int:
        """Position of the group in which a date begins."""
        return self.group_at(self.parse.tokens[dated.first].start)

    def group_at(self, offset: int) -> int:
        """Position of the group that covers the character at ``offset``."""
        return bisect_right(_ends(self), offset)

    def at(self, index: int) -> Scene:
        """The sentence of that number."""
        return scenes_of(self.document)[index]

    def earlier(self) -> Scene | None:
        """The sentence before in the same paragraph."""
        index = self.sentence.index - 1
        if index < 0 or self.document.sentences[index].paragraph != self.sentence.paragraph:
            return None
        return self.at(index)


Asked = ParamSpec("Asked")
_KEPT: Final[list[Callable[[], None]]] = []  # how to drop what was kept, by every such function


def per_document(read: Callable[Asked, Read]) -> Callable[Asked, Read]:
    """What ``read`` finds in a document, read once until ``forget_documents``.

    Callers must not change what they get.
    """
    kept = lru_cache(maxsize=4)(read)
    _KEPT.append(kept.cache_clear)
    return cast("Callable[Asked, Read]", kept)


def forget_documents() -> None:
    """Drop what was kept of a document that has been read, and so the document."""
    for drop in _KEPT:
        drop()


@per_document
def scenes_of(document: Document) -> Sequence[Scene]:
    """The sentences of a document in order; every rule that asks gets the same scenes."""
    pairs = zip(document.sentences, document.parsed, strict=True)
    return [Scene(document, sentence, parse) for sentence, parse in pairs]


def once(read: Callable[[Scene], Read]) -> Callable[[Scene], Read]:
    """What ``read`` finds in a sentence, read once however many events look at it.

    Callers must not change what they get.
    """

    @wraps(read)
    def recall(scene: Scene) -> Read:
        known = scene.known
        if read not in known:
            known[read] = read(scene)
        found: Read = known[read]
        return found

    return recall


@once
def _ends(scene: Scene) -> list[int]:
    """Where each group of a sentence ends in the article's text; the last covers all behind it."""
    tokens = scene.parse.tokens
    return [tokens[group.last - 1].end for group in scene.parse.groups[:-1]]
