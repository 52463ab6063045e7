"""What only explains another noun group, and what stands beside it: "Ali, a teacher," is one."""

from __future__ import annotations

from briefing.language.groups import Parsed
from briefing.language.lists import Linked, in_list
from briefing.language.roles import apposed
from briefing.lexicon import word_set


def without_appositions(parse: Parsed, linked: Linked) -> Linked:
    """ "Ali, a teacher," is one person: only the first of a name and what explains it stays."""
    groups = parse.groups
    kept: list[int] = []
    explained = -1  # the last group that explains another
    for at in linked.wholes:
        if explained >= 0 and _explains_on(parse, explained, at):
            continue
        listed = _is_listed(parse, at) or (kept and _are_of_list(parse, kept[-1], at))
        if kept and apposed(parse, kept[-1], at) and not listed:
            one = parse.words(groups[at])[:2] == ["one", "of"]  # "the KIA, one of the groups that"
            counted = groups[at].quantity and not groups[kept[-1]].quantity and not one
            if counted or _names_barely(parse, kept[-1], at):
                kept[-1] = at
            explained = at
            continue
        kept.append(at)
    linked.wholes = kept
    linked.parts = [at for at in linked.parts if not _names_part(parse, at, linked.parts)]
    return linked


def _is_listed(parse: Parsed, at: int) -> bool:
    """ "towns" in "21 villages, towns and posts": a bare plural that its list goes on after."""
    group = parse.groups[at]
    bare = parse.letters[group.first] == "w" and parse.tokens[group.first].text.islower()
    follows = at + 1 < len(parse.groups) and parse.groups[at + 1].kind == "coordinator"
    owned = group.definite and follows  # "a chief, his deputy and two guards"
    return ((bare and group.word.endswith("s")) or owned) and in_list(parse, at)


def _are_of_list(parse: Parsed, before: int, at: int) -> bool:
    if _counts_names(parse, before, at):
        return True
    return _are_names_of_list(parse, before, at) or _is_one_more(parse, before, at)


def _counts_names(parse: Parsed, before: int, at: int) -> bool:
    """ "Omar Ali and Ana Diaz, two judges,": a count of both explains not the second name alone."""
    count = parse.groups[at].quantity
    several = count is not None and (count.best or 0) > 1
    return several and parse.groups[before - 1].kind == "coordinator" and _is_name(parse, before)


def _is_one_more(parse: Parsed, before: int, at: int) -> bool:
    """ "A cook, a driver and a nurse", "three soldiers, a cook and a driver": one beside others."""
    others, one = parse.groups[before], parse.groups[at]
    if (
        not parse.is_indefinite(parse.groups[at])
        or one.quantity
        or not _goes_on_with_one(parse, at + 1)
    ):
        return False
    several = others.quantity is not None and others.quantity.best != 1
    beside = several or (parse.is_indefinite(parse.groups[before]) and others.quantity is None)
    return beside and one.word not in word_set("victims", "collectives", "words")


def _goes_on_with_one(parse: Parsed, at: int) -> bool:
    """ "… and a nurse were killed", but not "…, a teacher and a poet, was killed"."""
    joint, last, after = (*parse.groups[at : at + 3], None, None, None)[:3]
    if joint is None or last is None or joint.kind != "coordinator":
        return False
    counted = parse.is_indefinite(parse.groups[at + 1]) or last.quantity is not None
    return counted and (after is None or after.word != ",")


def _are_names_of_list(parse: Parsed, before: int, at: int) -> bool:
    """ "Omar Ali, Musa Bah and Ana Diaz were killed": whole names in a row are people in a row."""
    groups = parse.groups
    behind = at + 1
    while behind + 1 < len(groups) and groups[behind].word == "," and _is_name(parse, behind + 1):
        behind += 2
    behind += behind < len(groups) and groups[behind].word == ","
    goes_on = behind < len(groups) and groups[behind].kind == "coordinator"
    return goes_on and _is_name(parse, before) and _is_name(parse, at)


def _is_name(parse: Parsed, at: int) -> bool:
    """Whether a group ends with two words in capitals and has no article."""
    tokens = parse.tokens[parse.groups[at].first : parse.groups[at].last]
    plain = parse.letters[parse.groups[at].first] == "w" and parse.groups[at].quantity is None
    return plain and len(tokens) > 1 and all(token.capitalised for token in tokens[-2:])


def _explains_on(parse: Parsed, explained: int, at: int) -> bool:
    """ "Omar Ali, a cook and brother of a judge,": a second word for him, without an article, or
    before a comma and a verb that is said of one: "a cook and a father of three, was killed"."""
    groups = parse.groups
    one = groups[at].quantity is None and not groups[at].word.endswith("s")
    joint = groups[at - 1].kind == "coordinator"
    if not (one and joint):
        return False
    if parse.letters[groups[at].first] != "w":
        return (
            parse.is_indefinite(parse.groups[at])
            and at == explained + 2
            and _closes_on_one(parse, at)
        )
    marked = any(group.kind == "mark" for group in groups[explained + 1 : at - 2])
    return parse.tokens[groups[at].last - 1].text.islower() and not marked


def _closes_on_one(parse: Parsed, at: int) -> bool:
    """Whether a comma and "was" or "has" follow the noun group at ``at`` and its phrases."""
    groups = parse.groups
    end = at + 1
    while [group.kind for group in groups[end : end + 2]] == ["preposition", "noun"]:
        end += 2
    comma, verb = groups[end : end + 1], groups[end + 1 : end + 2]
    told = bool(verb) and parse.tokens[verb[0].first].lower in ("was", "is", "has")
    return told and comma[0].word == ","


def _names_part(parse: Parsed, at: int, parts: list[int]) -> bool:
    """ "Including a commander, Ivan Kovgan": the name of the part before, and nobody else."""
    before, name = at - 2, parse.groups[at]
    told = before in parts and parse.groups[at - 1].word == "," and not name.quantity
    role = told and parse.is_indefinite(parse.groups[before])
    return role and parse.tokens[name.first].capitalised


def _names_barely(parse: Parsed, name: int, explained: int) -> bool:
    """ "Sangin, a smuggler,": one word alone may name anything, what explains it says what; of
    "Sake, a town near Goma," the name does."""
    group, token = parse.groups[name], parse.tokens[parse.groups[name].first]
    if parse.groups[explained].word in word_set("grammar", "towns", "words"):
        return False
    article = parse.is_indefinite(parse.groups[explained])
    return group.last - group.first == 1 and token.capitalised and article
