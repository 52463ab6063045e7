"""One sentence of a document, for the rules that look around an event."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.language.document import Document
from briefing.language.groups import Group, Parsed
from briefing.models import Sentence, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence of a document, for the rules that look around an event."""

    document: Document
    sentence: Sentence
    parse: Parsed

    def span(self, group: Group) -> Span:
        """Offsets of a group in the article's text."""
        tokens = self.parse.tokens
        return Span(tokens[group.first].start, tokens[group.last - 1].end)

    def group_at(self, offset: int) -> int:
        """Position of the group that covers the character at ``offset``."""
        tokens, groups = self.parse.tokens, self.parse.groups
        for index, group in enumerate(groups):
            if offset < tokens[group.last - 1].end:
                return index
        return len(groups) - 1

    def at(self, index: int) -> Scene:
        """The sentence of that number."""
        return Scene(self.document, self.document.sentences[index], self.document.parsed[index])

    def earlier(self) -> Scene | None:
        """The sentence before in the same paragraph."""
        index = self.sentence.index - 1
        if index < 0 or self.document.sentences[index].paragraph != self.sentence.paragraph:
            return None
        return self.at(index)
