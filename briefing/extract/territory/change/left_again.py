"""Who left again what they had taken: "Rebels took Sake and left on Monday"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from briefing.extract.circumstances.when import event_time
from briefing.extract.claims import because, claim_fields
from briefing.extract.scene import Scene
from briefing.extract.territory.change.followed import verbs_alone
from briefing.language.document import Document
from briefing.language.groups import Group, Parsed
from briefing.language.subjects import shared_verb
from briefing.lexicon import word_set
from briefing.models import TerritorialChange
from briefing.records import replace

_words = partial(word_set, "territory", "left_again")
_TAKEN: Final = frozenset(("captured", "recaptured", "entered"))


def changes_left_again(
    document: Document, claims: Sequence[TerritorialChange]
) -> Iterator[TerritorialChange]:
    """A withdrawal that names no place, from what the same sentence says its subject took."""
    for scene, at in verbs_alone(document, _words("verbs")) if claims else ():
        told = _taken_before(scene, at, claims) if _leaves(scene.parse, at) else None
        if told:
            yield _claim(scene, scene.parse.groups[at], told)


def _leaves(parse: Parsed, at: int) -> bool:
    """ "… and left on Monday", "before withdrawing"."""
    group = parse.groups[at]
    if not at:
        return False
    if group.form == "ing":
        return parse.groups[at - 1].word in _words("before")
    return group.form == "ed" and shared_verb(parse, at) is not None


def _taken_before(
    scene: Scene, at: int, claims: Sequence[TerritorialChange]
) -> TerritorialChange | None:
    """The last gain that the sentence tells before the verb at ``at``."""
    start = scene.span(scene.parse.groups[at]).start
    here = [c for c in claims if scene.sentence.start <= c.start and c.end <= start]
    last = max(here, key=lambda claim: claim.start, default=None)
    taken = last is not None and last.action in _TAKEN and bool(last.places)
    return last if taken else None


def _claim(scene: Scene, group: Group, told: TerritorialChange) -> TerritorialChange:
    verb = scene.span(group)
    when = event_time(scene, verb.start, verb.end).when
    kept = [reason for reason in told.because if reason.role in ("place", "taken")]
    reasons = [*because("trigger", verb), *kept]
    fields = claim_fields(scene, verb.start, verb.end, "territory.left_again", when, reasons)
    return replace(told, action="withdrew", gainer=None, loser=told.gainer, **fields)
