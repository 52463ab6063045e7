"""Text to sentences, tokens, quantities, dates and attribution. Nothing here knows of conflict."""

from briefing.language.sentences import split_sentences
from briefing.language.tokens import Token, tokenize

__all__ = ["Token", "split_sentences", "tokenize"]
