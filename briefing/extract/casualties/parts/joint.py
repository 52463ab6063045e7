"""One count for two fates: of "killed or wounded 23" nobody knows how many died.

Each of the two claims keeps the count as the most that it can be; words such as "dozens" stay.
"""

from __future__ import annotations

from itertools import combinations
from typing import Final

from briefing.extract.casualties.parts.shares import Told
from briefing.extract.scene import Scene
from briefing.models import Outcome, Quantity, Span
from briefing.records import replace

_FATES: Final[frozenset[Outcome]] = frozenset(("killed", "injured", "missing", "detained"))


def with_joint_counts(scene: Scene, told: list[Told]) -> list[Told]:
    """The claims of a sentence, those that share one count for two fates as "up to" that count."""
    pairs = [(a, b) for a, b in combinations(told, 2) if a.at == b.at and _divide(scene, a, b)]
    spans = {id(t): _both(pair) for pair in pairs for t in pair}
    return [_at_most(scene, t, spans[id(t)]) if id(t) in spans else t for t in told]


def _divide(scene: Scene, first: Told, second: Told) -> bool:
    """Whether two fates share the people: "killed and wounded", but not "abducted and killed"."""
    one, other = sorted((first, second), key=lambda told: _trigger(told).start)
    fates = (one.claim.outcome, other.claim.outcome)
    if fates[0] == fates[1] or not _FATES.issuperset(fates):
        return False
    between = scene.document.article.text[_trigger(one).end : _trigger(other).start]
    died = other.claim.rule == "casualties.die"  # "were wounded and later died"
    joint = fates[0] == "killed" or (fates == ("injured", "killed") and not died)
    words = between.lower().split()
    return "or" in words or (joint and words == ["and"])


def _trigger(told: Told) -> Span:
    return next(reason for reason in told.claim.because if reason.role == "trigger")


def _both(pair: tuple[Told, Told]) -> Span:
    """The words of both claims."""
    return Span(min(t.claim.start for t in pair), max(t.claim.end for t in pair))


def _at_most(scene: Scene, told: Told, words: Span) -> Told:
    """The count as the most that one fate can have; of "more than 40" no number is known."""
    quantity = told.claim.quantity
    if quantity.kind in ("vague", "none") or quantity.high == 1:
        return told
    joint = Quantity("at_most", None, None, quantity.high, quantity.as_written)
    if quantity.high is None:
        written = scene.document.article.text[words.start : words.end]
        joint = Quantity("vague", None, None, None, written)
    return replace(told, claim=replace(told.claim, quantity=joint))
