"""What stands in another clause than its verb: an antecedent, the subject of the main clause."""

from __future__ import annotations

from typing import Final

from briefing.language.groups import Parsed
from briefing.lexicon import word_set

_ROAD: Final = 5  # groups of "the road between A and B" before "which"
_FARTHEST: Final = 24  # groups looked at to the left


def fronted(parse: Parsed, at: int) -> tuple[int, ...]:
    """ "Pangwa, which the KIA took last year": what was taken stands before the relative."""
    groups = parse.groups
    if at < len(("Pangwa", "that", "rebels")) or groups[at - 1].kind != "noun":
        return ()
    if groups[at - 2].word not in ("which", "that"):
        return ()
    named = at - 4 if groups[at - 3].word == "," else at - 3
    if named < 0 or groups[named].kind != "noun":
        return ()
    road = next(
        (i for i in range(named - 1, max(-1, named - _ROAD), -1) if _is_road(parse, i)), None
    )
    if road is not None:
        return (road,)
    listed = named > 1 and groups[named - 1].word in ("and", "or") and _is_name(parse, named)
    return (named - 2, named) if listed and _is_name(parse, named - 2) else (named,)


def _is_road(parse: Parsed, at: int) -> bool:
    return parse.groups[at].word in word_set("territory", "roads", "words")


def _is_name(parse: Parsed, at: int) -> bool:
    return parse.groups[at].kind == "noun" and parse.tokens[parse.groups[at].head].capitalised


def carries_on(parse: Parsed, at: int) -> int | None:
    """The verb whose subject goes on behind a relative clause: "X left A under a truce that B made,
    and withdrew from C"; None where none does.
    """
    groups = parse.groups
    if [group.word for group in groups[max(0, at - 2) : at]] != [",", "and"]:
        return None
    for back in range(at - 3, max(0, at - _FARTHEST), -1):
        if groups[back].word == ",":
            return None
        if groups[back].kind == "relative" and groups[back - 1].kind == "noun":
            main = [i for i in range(back) if groups[i].kind == "verb" and groups[i].finite]
            return main[-1] if main else None
    return None
