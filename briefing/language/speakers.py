"""Whose words they are: the noun phrase in front of a verb of saying, or behind it."""

from __future__ import annotations

from functools import partial
from typing import Final

from briefing.language.dateparts import is_weekday
from briefing.language.daygroups import names_month
from briefing.language.groups import Group, Parsed
from briefing.language.roles import DASHES
from briefing.lexicon import word_set
from briefing.models import Span

_ASIDES_REFLEXIVE: Final = word_set("attribution", "asides", "reflexive")

CLOSING: Final = frozenset((",", '"', "'"))  # what ends the words somebody says
_WITHIN_SOURCES: Final = frozenset("of for at in on near from with inside within".split())
_CLOSE_TO: Final = word_set("attribution", "asides", "close")
_LONGEST_SOURCE: Final = 14  # tokens
_FARTHEST: Final = 24  # groups looked at from the verb
_IN_BRACKETS: Final = 12  # groups at most behind a source's name
_SHORT: Final = 8  # groups of a relative clause without commas
_JOINED: Final = 2  # groups of "X and" before a source
_ARTICLES: Final = frozenset("a an the one his her its their".split())

Stretch = tuple[int, int]  # first and last group


def speaker_before(parse: Parsed, index: int) -> Stretch | None:
    """The noun phrase right before the verb at ``index``, appositions included."""
    found = _speaker_before(parse, index)
    if found is None or found[0] < _OF_ONE or parse.groups[found[0] - 1].kind != "preposition":
        return found
    start = _before_reduced(parse, found[0])  # "the brigade based in Herat, Nimruz, said"
    return found if start == found[0] else _with_phrases(parse, start)


_OF_ONE: Final = 3  # groups before a place with which one is "based in" it


def _speaker_before(parse: Parsed, index: int) -> Stretch | None:
    groups = parse.groups
    end = _before_time(parse, index - 1)
    while end >= 0 and groups[end].kind == "mark" and groups[end].word not in CLOSING:
        end = _before_bracket(parse, end) if groups[end].word == ")" else end - 1
    end = _before_aside(parse, end)
    end = _before_bracket(parse, end) if end > 0 and groups[end].word == ")" else end
    if end > 0 and groups[end].word == "on" and is_weekday(groups[end + 1].word):
        end -= 1  # "the army on Sunday said"
    if end >= _DAY and groups[end].word == "," and "on" in parse.held:
        end = _before_day(parse, end)
    if end < 0:
        return None
    if groups[end].word == ",":
        return _explained(parse, end)
    end = _before_reduced(parse, end)
    antecedent = None if groups[end].kind == "mark" else _antecedent(parse, end)
    if antecedent is not None:
        return _with_phrases(parse, antecedent)
    return _with_phrases(parse, end) if groups[end].kind == "noun" else None


def _before_time(parse: Parsed, end: int) -> int:
    """The group before "this morning", with a comma or without, where a time ends at ``end``."""
    groups = parse.groups
    at = end - (groups[end].word == ",") if end > 0 else 0
    if at < 1 or groups[at].word not in _TIMES or parse.words(groups[at])[0] not in _NEAR_TIMES:
        return end
    enclosed = at > 1 and groups[at - 1].word == ","
    before = at - 1 - enclosed
    return before if groups[before].kind == "noun" else end


_TIMES: Final = word_set("grammar", "times", "words")
_NEAR_TIMES: Final = frozenset(("this", "last", "that"))


def _before_day(parse: Parsed, end: int) -> int:
    """The group before "on Sunday, June 15, 2025," where such a day ends at ``end``."""
    groups = parse.groups
    for at in range(end - 1, max(0, end - _LONGEST_DAY), -1):
        word = groups[at].word
        if word == "on":
            return at - 1 if at < end - _DAY else end
        if word != "," and not (is_weekday(word) or names_month(parse.words(groups[at]))):
            return end
    return end


_DAY: Final = 2  # groups before the comma that closes it of a day with a second part
_LONGEST_DAY: Final = 8  # groups of "on Sunday, June 15, 2025,"


def _before_aside(parse: Parsed, end: int) -> int:
    """The group before ", for its part," or "themselves", where such an aside ends at ``end``."""
    groups = parse.groups
    if end > 0 and groups[end].word in _ASIDES_REFLEXIVE:
        return end - 1
    if end < 1 or groups[end].word != ",":
        return end
    asides, at = word_set("attribution", "asides", "words"), end - 1
    while at > 0 and asides.issuperset(parse.words(groups[at])):
        at -= 1
    if at < end - 1 and groups[at].word == ",":
        return at - 1
    placed = [group.kind for group in groups[max(0, end - _PLACED) : end]]
    if placed == ["noun", "mark", "preposition", "noun"] and groups[end - 3].word == ",":
        return end - _PLACED  # "the ministry, on the government's side, said"
    return _before_participle(parse, end)


_PLACED: Final = 4  # groups of "the ministry, on the government's side"


def _before_reduced(parse: Parsed, end: int) -> int:
    """ "An officer speaking on condition of anonymity said": the noun before a participle with its
    phrases."""
    groups, at = parse.groups, end
    while at > 1 and groups[at].kind == "noun" and groups[at - 1].kind == "preposition":
        at -= 2
    if at == end or groups[at].kind != "verb" or groups[at - 1].kind != "noun":
        return end
    told = groups[at].word in word_set("attribution", "asides", "participles")
    return at - 1 if told else end


def _before_participle(parse: Parsed, end: int) -> int:
    """ "Police in Quetta, quoted by AFP, said", "officials, speaking to AFP, said"."""
    groups, verbs = parse.groups, word_set("attribution", "asides", "participles")
    for at in range(end - 1, max(0, end - _SHORT), -1):
        if groups[at].word in verbs:
            return at - 2 if groups[at - 1].word == "," else end
        if groups[at].word == "," or groups[at].kind == "verb":
            return end
    return end


def _with_phrases(parse: Parsed, end: int) -> Stretch:
    """The noun group at ``end`` with those it belongs to: "doctors at the hospital"."""
    groups = parse.groups
    placed = end > 0 and groups[end].word in ("there", "here")  # "officials there"
    first = _with_governors(parse, end - (placed and groups[end - 1].kind == "noun"))
    governed = first > _JOINED and groups[first - 3].kind == "preposition"
    joined = first > 1 and groups[first - 1].word == "and" and groups[first - 2].kind == "noun"
    joined = joined and not groups[first].pronoun  # "began an inquiry and he said"
    if joined and not governed:
        first -= 2
    elif joined and (_is_in_name(parse, first) or _is_topic(parse, first - 3)):
        first = _with_governors(parse, first - 2)
    return (first, end)


def _with_governors(parse: Parsed, first: int) -> int:
    """The first group of a noun group with those it belongs to: "the Office for the Relief of"."""
    groups = parse.groups
    while first > 1 and groups[first - 2].kind == "noun" and _is_within(parse, first - 1):
        first -= 2
    return first


def _is_within(parse: Parsed, at: int) -> bool:
    """Whether a preposition joins a source with what it is of: "doctors at", "an aide to"."""
    word = parse.groups[at].word
    if word in _WITHIN_SOURCES or (word == "on" and _is_topic(parse, at)):
        return True
    last = parse.groups[at - 1].last - 1
    return word == "to" and parse.lower[last] in _CLOSE_TO


def _is_topic(parse: Parsed, at: int) -> bool:
    """ "The report on children and war": a paper and what it is about."""
    return parse.groups[at].word == "on" and parse.groups[at - 1].word in _PAPERS


_PAPERS: Final = word_set("attribution", "figures", "nouns")


def _is_in_name(parse: Parsed, second: int) -> bool:
    """ "The Institute for Conflict and Security Studies": "and" inside a name, all in capitals."""
    left, right = parse.groups[second - 2], parse.groups[second]
    words = (*parse.tokens[left.first : left.last], *parse.tokens[right.first : right.last])
    body = parse.groups[second - 4] if second > _NAMED else None
    return all(word.capitalised for word in words) and (
        body is not None and parse.tokens[body.last - 1].capitalised
    )


_NAMED: Final = 3  # groups of a name before its "and": "Institute", "for", "Conflict"


def _before_bracket(parse: Parsed, closing: int) -> int:
    """The group before the bracket that ends at ``closing``: "the World Food Fund (WFF)"."""
    farthest = max(-1, closing - _IN_BRACKETS)
    opening = (i for i in range(closing - 1, farthest, -1) if parse.groups[i].word == "(")
    return next(opening, closing) - 1


def _antecedent(parse: Parsed, end: int) -> int | None:
    """ "A man who fled the town said": the noun before the relative clause."""
    groups = parse.groups
    verbs = False
    for at in range(end, max(0, end - _SHORT), -1):
        if groups[at].kind == "relative":
            return at - 1 if verbs and groups[at - 1].kind == "noun" else None
        if parse.lower[groups[at].first] == "whose":
            return at - 1 if verbs and groups[at - 1].kind == "noun" else None
        if groups[at].word in (",", ";") or groups[at].kind == "subordinator":
            return None
        verbs = verbs or groups[at].kind == "verb"
    return None


def _explained(parse: Parsed, comma: int) -> Stretch | None:
    """ "Ali, 43, a spokesman for X, said", "X, which holds the town, said": name and apposition."""
    if _is_name(parse, comma):
        return (comma - 1, comma - 1)
    found = _opening(parse, comma, described=False)
    if found is None:
        return None
    while (earlier := _opening(parse, found, described=True)) is not None:
        if _ends_clause(parse, earlier):
            break
        found = earlier
    if parse.groups[found - 1].word == ")":
        return _with_phrases(parse, _before_bracket(parse, found - 1))
    last = comma - 1
    relative = (i for i in range(found, comma) if _is_relative(parse, i))
    last = min(last, next(relative, comma) - 1)
    last = found - 1 if parse.groups[last].word == "," else last
    first = _with_phrases(parse, found - 1)[0]
    tokens = parse.groups[last].last - parse.groups[first].first
    return (first, last if tokens <= _LONGEST_SOURCE else found - 1)


def _ends_clause(parse: Parsed, comma: int) -> bool:
    """ "Two died in Sake, an official, who gave no name, said": no "Sake, an official"."""
    first = _with_phrases(parse, comma - 1)[0]
    return first > 0 and parse.groups[first - 1].kind in ("preposition", "verb")


def title_of(parse: Parsed, index: int) -> int:
    """The first group of what names the speaker before the verb, a title in front included."""
    comma = index - 1
    if comma > 0 and parse.groups[comma].word == "," and _is_name(parse, comma):
        return _with_phrases(parse, comma - 3)[0]
    return index


def _is_name(parse: Parsed, comma: int) -> bool:
    """ "The rebels' leader, Ada Oke, said": a title in front of the name."""
    before = parse.groups[max(0, comma - 3) : comma]
    if [group.kind for group in before] != ["noun", "mark", "noun"]:
        return False
    _, opening, name = before
    words = parse.tokens[name.first : name.last]
    named = len(words) > 1 and all(word.capitalised for word in words)
    short = len(words) == 1 and len(words[0].text) > _SHORT_NAME and words[0].text.isupper()
    return opening.word == "," and (named or short)  # "the UN mission, MONUSCO, said"


_SHORT_NAME: Final = 2  # letters that are rather a state's: "Nyala, SD, said"


def _opening(parse: Parsed, closing: int, *, described: bool) -> int | None:
    """The comma that opens what the one at ``closing`` closes, if that explains a noun.

    ``described``: only where its words say so and it may not be another name.
    """
    groups = parse.groups
    for at in range(closing - 1, max(0, closing - _FARTHEST), -1):
        if groups[at].word == ";" or groups[at].kind == "subordinator":
            return None
        if groups[at].word == "," and _explains(parse, at, closing, described):
            return at if groups[at - 1].kind == "noun" or groups[at - 1].word == ")" else None
    return None


def _explains(parse: Parsed, comma: int, closing: int, described: bool) -> bool:
    inside = parse.groups[comma + 1 : closing]
    if not inside:
        return False
    if _is_relative(parse, comma + 1):
        return True
    told = next((at for at, g in enumerate(inside) if g.kind in ("verb", "relative")), len(inside))
    clause = told < len(inside) and inside[told].kind == "verb" and inside[told].finite
    apposed = inside[0].kind == "noun" and not clause
    return apposed and (not described or _describes(parse, inside[0]))


def _is_relative(parse: Parsed, at: int) -> bool:
    group = parse.groups[at]
    return group.kind == "relative" or parse.lower[group.first] == "whose"


def _describes(parse: Parsed, group: Group) -> bool:
    """An age, or words that say what somebody is: no second name of a list."""
    first = parse.tokens[group.first]
    aged = first.text[:1].isdigit()
    return aged or bool(group.quantity) or first.lower in _ARTICLES or first.text.islower()


def speaker_after(parse: Parsed, index: int) -> Stretch | None:
    """(first, end) groups of the source after the verb: "…, said Ali, a spokesman"."""
    groups = parse.groups
    before = groups[index - 1].word if index else ""
    if before in DASHES and index > 1:
        before = groups[index - 2].word  # "“…,” — wrote Ali"
    follows = index + 1 < len(groups) and groups[index + 1].kind == "noun"
    if before not in CLOSING or not follows or _begins_clause(parse, index + 1):
        return None
    end = _phrase_end(parse, index + 2)
    apposed = end + 1 < len(groups) and groups[end].word == "," and groups[end + 1].kind == "noun"
    if apposed and parse.tokens[groups[end + 1].first].lower in _ARTICLES:
        end = _phrase_end(parse, end + 2)
    return (index + 1, min(end, len(groups)))


def _begins_clause(parse: Parsed, at: int) -> bool:
    """ "X, who holds the town, says it will stay": the pronoun is no speaker, but speaks on; nor
    are those of whom the next verb tells: "X, on Monday, said six men were shot"."""
    following = parse.groups[at + 1] if at + 1 < len(parse.groups) else None
    if following is None or not following.finite:
        return False
    return parse.groups[at].pronoun or following.passive or following.perfect


def _phrase_end(parse: Parsed, end: int) -> int:
    groups = parse.groups
    while end + 1 < len(groups) and _goes_with_source(parse, end):
        end += 2
    return end


def _goes_with_source(parse: Parsed, at: int) -> bool:
    near = parse.groups[at].word == "to" and _is_within(parse, at)
    return near or parse.groups[at].word in ("of", "for", "at", "in")


def source_after(parse: Parsed, first: int) -> Span | None:
    """The noun phrase that begins at token ``first``, with its "of" and "for" parts.

    Of figures it is who gave them: "a tally by AFP", "data compiled by the UN".
    """
    groups = parse.groups
    start = next((i for i, g in enumerate(groups) if g.first <= first < g.last), None)
    if start is None or groups[start].kind != "noun":
        return None
    own = whose_figures(parse, groups[start], first)
    if own:
        return own
    giver = _giver(parse, start)
    first = first if giver is None else groups[giver].first
    start = end = start if giver is None else giver
    while end + 2 < len(groups) and _goes_on(parse, start, end):
        end += 2
    return Span(parse.tokens[first].start, parse.tokens[groups[end].last - 1].end)


def whose_figures(parse: Parsed, group: Group, first: int) -> Span | None:
    """Whose figures a group names: "an AFP tally", "the Gaza health ministry's figures"."""
    if group.word not in word_set("attribution", "figures", "nouns"):
        return None
    name = [
        token
        for token, letter in zip(
            parse.tokens[first : group.head], parse.letters[first : group.head], strict=True
        )
        if letter not in "d'"
    ]
    named = any(token.capitalised for token in name)
    return Span(name[0].start, name[-1].end) if named else None


def _giver(parse: Parsed, at: int) -> int | None:
    """The group that names who gave the figures of the group at ``at``; None where none does."""
    groups = parse.groups
    words = partial(word_set, "attribution", "figures")
    if groups[at].word not in words("nouns"):
        return None
    behind = at + 1 + (at + 1 < len(groups) and groups[at + 1].word in words("verbs"))
    shape = [group.kind for group in groups[behind : behind + 2]]
    gives = shape == ["preposition", "noun"] and groups[behind].word in words("prepositions")
    return behind + 1 if gives else None


def _goes_on(parse: Parsed, start: int, end: int) -> bool:
    """Whether a source goes on behind ``end``: "the head of X", persons also "in Brussels"."""
    joining, following = parse.groups[end + 1 : end + 3]
    if following.kind != "noun":
        return False
    persons = parse.groups[start].word in word_set("attribution", "fearing", "persons")
    named = parse.tokens[following.first].capitalised and joining.word in ("in", "at", "from")
    return joining.word in ("of", "for") or (persons and named)
