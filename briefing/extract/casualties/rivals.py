"""Another source's count of the same people: "eight were killed; the ministry reported six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from briefing.extract.casualties.shares import Told, people_reasons, whole_before
from briefing.extract.claims import because, claim_fields
from briefing.extract.scene import Scene
from briefing.language.groups import Group, Parsed
from briefing.lexicon import word_set
from briefing.models import Casualty
from briefing.records import replace

_words = partial(word_set, "casualties", "rivals")
_ENDS: Final = ("mark", "coordinator", "subordinator")


def find_rivals(scene: Scene, told: Sequence[Told], before: list[Casualty]) -> Iterator[Casualty]:
    """Bare counts that a source gives of those whom this sentence or the one before told of.

    Only the count and who gives it are new: what befell whom, where and when is that of the claim
    it differs from. A count that is no other than that one's repeats it.
    """
    if scene.parse.held.isdisjoint(_GIVING):
        return
    for at, group in enumerate(scene.parse.groups):
        counts = group.quantity is not None and _is_bare_count(scene.parse, at)
        verb = _teller(scene.parse, at) if counts else None
        rival = _told_of(scene, at, told, before) if verb is not None else None
        if verb is None or rival is None or not _is_source(scene, scene.parse.groups[verb]):
            continue
        yield replace(rival, **_fields(scene, verb, at, rival))


def _giving() -> frozenset[str]:
    """The verbs that may give a count."""
    return _words("verbs") | _words("put")


_GIVING: Final = _giving()


def _fields(scene: Scene, verb: int, at: int, rival: Casualty) -> dict[str, Any]:
    """What the claim carries: said by whoever says the count, quoted from the verb on."""
    count, groups = scene.span(scene.parse.groups[at]), scene.parse.groups
    start, text = scene.span(groups[verb]).start, scene.document.article.text
    reasons = (*because("trigger", scene.span(groups[verb])), *people_reasons(scene, at))
    fields = claim_fields(scene, count.start, count.end, "casualties.rivals", rival.when, reasons)
    own = {"quantity": groups[at].quantity, "mention": "new"}
    return {**fields, **own, "start": start, "quote": text[start : count.end]}


def _is_bare_count(parse: Parsed, at: int) -> bool:
    """ "six" with nothing behind it that it could count."""
    group = parse.groups[at]
    if group.kind != "noun" or group.quantity is None or group.quantity.best is None:
        return False
    follows = parse.groups[at + 1].kind if at + 1 < len(parse.groups) else "mark"
    return group.counted == group.last - group.first and follows in _ENDS


def _teller(parse: Parsed, at: int) -> int | None:
    """The verb that gives the count: "reported six", "put it at six"."""
    groups = parse.groups
    if at > 1 and groups[at - 1].verb in _words("verbs"):
        return at - 1
    put = at > 3 and groups[at - 1].word == "at" and groups[at - 2].word == "it"  # noqa: PLR2004
    return at - 3 if put and groups[at - 3].verb in _words("put") else None


def _is_source(scene: Scene, verb: Group) -> bool:
    """Whether the verb is that of a speech: it has a source for its subject."""
    start = scene.span(verb).start
    speeches = scene.document.speeches[scene.sentence.index]
    return any(s.words and s.words.start <= start < s.words.end for s in speeches)


def _told_of(
    scene: Scene, at: int, told: Sequence[Told], before: list[Casualty]
) -> Casualty | None:
    """The whole count nearest before the rival one, in its sentence or the one before it."""
    here = next((t.claim for t in reversed(told) if t.at < at and not t.claim.subset), None)
    whole = here or whole_before(scene, before)
    return whole if whole and whole.quantity.best is not None else None
