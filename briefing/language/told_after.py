"""Who says what the sentences before tell: "Nine died. This was announced by the mayor", "Nine
died. The mayor confirmed the deaths", "Nine died. The figures come from the hospital"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.language.document import Speech
from briefing.language.groups import Parsed
from briefing.language.sourcekinds import source_kind
from briefing.language.speakers import source_after, speaker_before
from briefing.lexicon import word_set
from briefing.models import Attribution, Sentence, Span

_words = partial(word_set, "attribution", "told_after")
_VERBS: Final = _words("verbs")
_COMING: Final = _words("coming")
_NOUNS: Final = _words("nouns")
TOLD: Final = _NOUNS | {"this"}  # one of these stands in a sentence that does so
_MANY: Final = 2  # sentences before that such a sentence speaks of


def tell_before(
    text: str,
    sentences: Sequence[Sentence],
    found: list[list[Speech]],
    parse: Parsed,
) -> None:
    """Give what the last of ``found`` tell, and nobody says, to whom the next sentence names."""
    told = _teller(text, parse)
    if told is None:
        return
    name = text[told[0].start : told[0].end]
    attribution = Attribution(name, source_kind(name), told[1])
    last = len(found) - 1
    for at in range(last, max(-1, last - _MANY), -1):
        one = sentences[at]
        if one.heading or found[at] or (at < last and one.paragraph != sentences[at + 1].paragraph):
            return
        found[at] = [Speech(one.start, one.end, attribution, told[0])]


def _teller(text: str, parse: Parsed) -> tuple[Span, str] | None:
    """Who gave or confirmed what was told, and by which verb."""
    for at, verb in enumerate(parse.groups[:-1]):
        if verb.kind != "verb" or not verb.finite or verb.negated or verb.modal:
            continue
        source = _giver(parse, at)
        if source:
            return source, text[parse.tokens[verb.first].start : parse.tokens[verb.last - 1].end]
    return None


def _giver(parse: Parsed, at: int) -> Span | None:
    """Whom the verb at ``at`` names as who told: its subject, or who stands behind "by", "from"."""
    groups, verb, tokens = parse.groups, parse.groups[at], parse.tokens
    if at == 1 and _is_told(parse, 0):
        joins = "by" if verb.passive else "from"
        known = _VERBS if verb.passive else _COMING
        given = verb.verb in known and groups[at + 1].word == joins and at + 2 < len(groups)
        return source_after(parse, groups[at + 2].first) if given else None
    if verb.passive or verb.verb not in _VERBS or not _is_told(parse, at + 1):
        return None
    stretch = speaker_before(parse, at)
    if stretch is None or parse.groups[stretch[0]].pronoun:
        return None
    first, last = (groups[one] for one in stretch)
    return Span(tokens[first.first].start, tokens[last.last - 1].end)


def _is_told(parse: Parsed, at: int) -> bool:
    """ "This", "the toll", "the deaths": what was told before, and not "the deaths of two more"."""
    group = parse.groups[at]
    if parse.words(group) == ["this"]:
        return True
    behind = parse.groups[at + 1] if at + 1 < len(parse.groups) else None
    known = group.definite or parse.lower[group.first] in ("this", "these")
    return known and group.word in _NOUNS and (behind is None or behind.word != "of")
