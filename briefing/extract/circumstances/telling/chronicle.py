"""Chronicles: entries that tell their own day in the present tense, "Gunmen kill two men in Goma."

A report tells what happened before it went out, a chronicle what happens on the day of its entry.
"""

from __future__ import annotations

from typing import Final

from briefing.extract.circumstances.telling.statement import says
from briefing.extract.reality import is_present
from briefing.extract.scene import Scene, once, per_document, scenes_of
from briefing.language.dateparts import DAY_PREC
from briefing.language.document import Document
from briefing.language.groups import Group
from briefing.lexicon import word_set
from briefing.models import When

_STATES: Final = word_set("dates", "chronicle", "states")
_CLOSING: Final = "\"”’') \n"
_STOPS: Final = (".", "!", "…")


def day_of_chronicle(scene: Scene, start: int) -> When | None:
    """The entry's own day for what it tells at ``start`` in the present tense, and for what
    somebody says, right behind it in its paragraph, that happened."""
    day = scene.document.reported
    if day is None or not (_is_told_in_present(scene, start) or _goes_on(scene)):
        return None
    if not _is_entry(scene.document, scene.sentence.paragraph):
        return None
    return When(day, day, DAY_PREC, basis="relative")


@per_document
def _is_entry(document: Document, paragraph: int) -> bool:
    """Whether more sentences of a paragraph tell in the present tense than in the past."""
    own = [s for s in scenes_of(document) if s.sentence.paragraph == paragraph and _is_whole(s)]
    mains = [(scene, main) for scene in own if (main := _main(scene))]
    present = sum(_is_present(scene, main) for scene, main in mains)
    past = sum(_is_past(scene, main) for scene, main in mains)
    return present > past


def _is_past(scene: Scene, group: Group) -> bool:
    """Whether a verb tells what happened, and is no participle of a name: "the men led by Oke"."""
    if group.form != "ed" or group.verb in _STATES or is_present(scene.parse, group, plain=False):
        return False
    return group.passive or scene.parse.lower[group.last : group.last + 1] != ["by"]


def _is_whole(scene: Scene) -> bool:
    """Whether a sentence ends as one, which a headline does not."""
    return scene.sentence.text.rstrip(_CLOSING).endswith(_STOPS)


def _main(scene: Scene) -> Group | None:
    """The verb that carries a sentence, where it is plain that it does: it comes first but for "a
    convoy carrying flour is attacked", and does not only say who says something."""
    groups = scene.parse.groups
    verbs = (
        group
        for at, group in enumerate(groups)
        if group.kind == "verb" and not group.modal
        and (group.finite or at == 0 or groups[at - 1].kind != "noun")
    )  # fmt: skip
    first = next(verbs, None)
    return first if first and first.finite and not says(first) else None


def _is_present(scene: Scene, group: Group) -> bool:
    """Whether a verb tells what happens now; "controls" says how things are."""
    return group.verb not in _STATES and is_present(scene.parse, group, plain=True)


def _is_told_in_present(scene: Scene, start: int) -> bool:
    """Whether the verb at ``start``, or the one it hangs on, is in the present tense; what stands
    before any verb is told with the entry."""
    groups, at = scene.parse.groups, scene.group_at(start)
    told = next((g for g in groups[at::-1] if g.kind == "verb" and g.finite), None)
    return told is None or (not says(told) and _is_present(scene, told))


@once
def _goes_on(scene: Scene) -> bool:
    """ "Gunmen storm a bar. Police say two men were shot": of the same day."""
    earlier = scene.earlier()
    if earlier is None or not any(says(group) for group in scene.parse.groups):
        return False
    main = _main(earlier)
    return main is not None and _is_present(earlier, main)
