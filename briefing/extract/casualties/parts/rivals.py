"""Another source's count of the same people: "eight were killed; the ministry reported six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from briefing.extract.casualties.parts.shares import Told, people_reasons, whole_before
from briefing.extract.claims import because, claim_fields
from briefing.extract.people.victims import names_people, read_victims
from briefing.extract.scene import Scene
from briefing.language.dateparts import is_weekday
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
        verb = _teller(scene, at) if group.quantity is not None else None
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
    own = {"quantity": groups[at].quantity, "mention": "new", **_people(scene, at)}
    return {**fields, **own, "start": start, "quote": text[start : count.end]}


def _people(scene: Scene, at: int) -> dict[str, Any]:
    """Whom the count names, where it names somebody: "raised its count to eight civilians"."""
    group = scene.parse.groups[at]
    victims = None if group.only_counts else read_victims(scene.document, scene.parse, at)
    if victims is None or victims.words is None:
        return {}
    return {"victim": victims.words, "victim_group": victims.group, "victim_side": victims.side}


def _is_bare_count(parse: Parsed, at: int) -> bool:
    """ "six" with nothing behind it that it could count."""
    group = parse.groups[at]
    if group.kind != "noun" or group.quantity is None or group.quantity.best is None:
        return False
    behind = parse.groups[at + 1 : at + 3]
    ends = not behind or behind[0].kind in _ENDS or is_weekday(behind[-1].word)
    return group.only_counts and (ends or _is_as_figure(parse, at))


def _is_as_figure(parse: Parsed, at: int) -> bool:
    """ "gave six as the number"."""
    behind = [group.word for group in parse.groups[at + 1 : at + 3]]
    return behind[:1] == ["as"] and behind[-1] in _words("figures")


def _teller(scene: Scene, at: int) -> int | None:
    """The verb that gives the count: "reported six", "put it at six", "raised its count to six"."""
    parse, bare = scene.parse, _is_bare_count(scene.parse, at)
    groups = parse.groups
    if at > 1 and groups[at - 1].verb in _words("verbs"):
        return at - 1 if bare else None
    if at < _PUT or groups[at - 1].word not in ("at", "to"):
        return None
    put, figure = groups[at - _PUT], groups[at - 2].word
    restated = figure in _words("own") or (put.verb != "put" and figure in _words("figures"))
    if not restated or put.verb not in _words("put"):
        return None
    return at - _PUT if bare or names_people(scene.document, parse, at) else None


_PUT: Final = 3  # groups from "put it at six" to its verb


def _is_source(scene: Scene, verb: Group) -> bool:
    """Whether the verb is that of a speech: it has a source for its subject."""
    start = scene.span(verb).start
    speeches = scene.document.speeches[scene.sentence.index]
    return any(s.words and s.words.start <= start < s.words.end for s in speeches)


def _told_of(
    scene: Scene, at: int, told: Sequence[Told], before: list[Casualty]
) -> Casualty | None:
    """The whole count nearest before the rival one, in its sentence or the one before it."""
    here = [t.claim for t in reversed(told) if t.at < at and not t.claim.subset]
    whole = next(iter(here), None) or whole_before(scene, before)
    if whole and scene.parse.groups[at - 1].word in ("at", "to"):
        beside = [c for c in before if c.sentence_start == whole.sentence_start and not c.subset]
        whole = next((c for c in (*here, *beside) if c.outcome == "killed"), whole)
    return whole if whole and whole.quantity.best is not None else None
