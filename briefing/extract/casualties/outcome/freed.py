"""People whom a sentence calls captured or held, and who are free."""

from __future__ import annotations

from briefing.extract.casualties.outcome.finding import Finding
from briefing.extract.people.victims import Victims
from briefing.extract.scene import Scene
from briefing.extract.triggers import nouns_of, words_of
from briefing.lexicon import load


def is_at_large(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """Whether nobody is held: who "captured" people won them over, or they are free again."""
    return _is_no_captive(scene, finding, victims) or _is_set_free(scene, finding, victims)


def _is_set_free(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "Freed 60 people held by the rebels", "ten hostages held since May were released".

    Where a day stands with their capture it is told with that day, as any other.
    """
    if finding.rule not in words_of("freed", "rules") or words_of("freed", "verbs").isdisjoint(
        scene.parse.held
    ):
        return False
    dated = bool(scene.document.dates[scene.sentence.index])
    if dated and finding.rule not in ("held", "custody"):
        return False
    groups = scene.parse.groups
    reach = int(load("casualties")["freed"]["reach"])
    before = groups[max(0, victims.at - 1) : victims.at]
    behind = groups[finding.trigger + 1 : finding.trigger + 1 + reach]
    # "the release of 12 girls abducted by …" stands behind; five of 12 freed are not all
    if finding.trigger < victims.at or finding.rule == "adjectives":
        behind = []
    return any(g.verb in words_of("freed", "verbs") and not g.negated for g in (*before, *behind))


def _is_no_captive(scene: Scene, finding: Finding, victims: Victims) -> bool:
    """ "Captured new customers": nobody is held."""
    words = scene.parse.words(scene.parse.groups[victims.at])
    return finding.rule == "take_people" and not nouns_of("not_captives").isdisjoint(words)
