"""Names to actors: armed groups, forces and states of ``actors.toml`` and ``countries.toml``.

An actor the lexicon does not know keeps its words: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from briefing.actors.organisations import is_acronym, organisation_end
from briefing.language.document import ActorMention
from briefing.language.grammar import base_forms, verb_forms, word_classes
from briefing.language.tokens import Token
from briefing.lexicon import load, word_set

_LONGEST = 9  # words in the longest alias
_MODIFIERS_BACK = 4  # words looked at before a force noun
_SHORT_NAME = 6  # letters: longer names in capitals may be headlines
_PLAIN = {0x2019: "'", 0x2BC: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-"}

Words = tuple[str, ...]


class Known(NamedTuple):
    """What an alias stands for. ``exact``: matched only when written in capitals.

    ``place``: the name of a state or its capital and not of its people ("Paris", not "French").
    """

    name: str
    country: str | None
    state: bool
    exact: str | None = None
    place: bool = False


def find_actors(text: str, tokens: Sequence[Token]) -> list[ActorMention]:
    """The actors of one sentence in order, without overlaps."""
    words = [_key(token.lower) for token in tokens]
    found: list[ActorMention] = []
    known, read = _known_words(), 0
    for at, token in enumerate(tokens):
        if at < read or not (token.capitalised or words[at] in known):
            continue
        mention = _by_name(text, tokens, words, at) or _generic(text, tokens, words, at)
        if mention is None:
            continue
        if not found or mention[0].start >= found[-1].end:
            found.append(mention[0])
        read = mention[1]
    return found


def canonical(name: str) -> ActorMention | None:
    """The actor that ``name`` alone stands for: "Hizbullah" is Hezbollah, "Russian" is Russia."""
    words = _split(_key(name.lower()))
    known = _aliases().get(words)
    if known is None:
        return None
    return ActorMention(0, len(name), known.name, name, known.country, not known.state)


def is_anonymous(name: str) -> bool:
    """Whether a name for armed people says nothing of who they are: "gunmen", "rebel group"."""
    telling = word_set("actors", "forces", "armed", "telling")
    return all(word in _forces()[1] and word not in telling for word in name.lower().split())


def names_of(name: str) -> tuple[str, ...]:
    """All names that the lexicon has for the armed group of that canonical name."""
    return _groups().get(name, ())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    tables = (table for table in load("actors")["groups"].values() if isinstance(table, dict))
    return {name: (name, *others) for table in tables for name, others in table.items()}


def state_name(code: str) -> str:
    """The name of a state by its ISO 3166-1 alpha-2 code."""
    return str(load("countries")[code]["name"])


def side_of(mention: ActorMention) -> str:
    """For whom the actor fights: its state where it is one's, else its own name."""
    return state_name(mention.country) if mention.country else mention.name


def forces_of(mention: ActorMention) -> ActorMention:
    """A state's own forces: "its troops" of Russia are Russian forces; others stay themselves."""
    if mention.combatant or mention.country is None:
        return mention
    return replace(mention, name=f"{_demonym(mention.country)} forces", combatant=True)


def body_named(word: str, start: int) -> ActorMention | None:
    """The body that the first half of "rebel-held" names, at its offset in the text."""
    known = canonical(word)
    if known is None and word.lower() not in _forces()[1]:
        return None
    plural = f"{word}s" if f"{word.lower()}s" in _forces()[1] else word
    name, country = (known.name, known.country) if known else (plural, None)
    return ActorMention(start, start + len(word), name, word, country)


Found = tuple[ActorMention, int]  # the mention and the token after it


def _by_name(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """The longer of a name that is known and one that its shape tells."""
    if not tokens[at].capitalised and words[at] not in _first_words():
        return None
    named, shaped = _named(text, tokens, words, at), _by_shape(text, tokens, words, at)
    if named is None or shaped is None:
        return named or shaped
    return shaped if shaped[1] > named[1] else named


def _named(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """A known name or nationality from ``at``, with the force nouns that follow it."""
    match = _longest(tokens, words, at)
    if match is None:
        return None
    known, last = match
    end, force = _force_after(words, last)
    if known.state:
        force = force or _shared_force(tokens, words, last)
        if known.place and force in _local():
            end, force = last, ""  # "the Paris attacks"
        return _state(text, tokens, at, end, known, force)
    return _mention(text, tokens, (at, end), known.name), end


def _longest(tokens: Sequence[Token], words: list[str], at: int) -> tuple[Known, int] | None:
    firsts = _first_words()
    if words[at] not in firsts:
        return None
    for size in range(min(firsts[words[at]], len(words) - at), 0, -1):
        known = _aliases().get(tuple(words[at : at + size]))
        if known is None:
            continue
        written = tokens[at : at + size]
        if known.exact is None and any(token.text != token.lower for token in written):
            return known, at + size
        if known.exact == " ".join(token.text for token in written):
            return known, at + size
    return None


def _force_after(words: list[str], last: int) -> tuple[int, str]:
    """(end, head) of the force words from ``last`` on: "government forces" after "Syrian"."""
    end, stop, head = last, last, ""
    end += words[end : end + 1] == ["'s"]  # "Sudan's army"
    state, armed, _, weapons = _forces()
    while end < len(words) and end < last + _MODIFIERS_BACK:
        word = words[end]
        if word in state or word in armed or word in weapons:
            stop, head = end + 1, word
        elif word not in _BETWEEN:
            break
        end += 1
    return stop, head


def _shared_force(tokens: Sequence[Token], words: list[str], last: int) -> str:
    """The force words that two nationalities share: "Niger and Chadian troops"."""
    joined = words[last : last + 1] in (["and"], ["&"]) and last + 1 < len(words)
    match = _longest(tokens, words, last + 1) if joined else None
    if match is None or not match[0].state:
        return ""
    force = _force_after(words, match[1])[1]
    return force if force in _forces()[0] else ""


_BETWEEN = frozenset(
    """air national armed ground special security government regime defence defense border federal
    intelligence secret opposition islamist jihadist rebel led backed popular fighter attack war
    ballistic cruise intensive heavy military coast republican presidential elite""".split()
)


def _state(
    text: str, tokens: Sequence[Token], at: int, end: int, known: Known, force: str
) -> Found:
    """A state, its forces, or armed people of its nationality ("Syrian rebels")."""
    _, armed, _, _ = _forces()
    words = {token.lower for token in tokens[at:end]}
    if not force:
        mention = _mention(text, tokens, (at, end), known.name, known.country)
        return replace(mention, combatant=False), end
    if force in armed or words & _NOT_THE_STATE:
        return _mention(text, tokens, (at, end), _body(text, tokens, at, end)), end
    body = "government forces" if {"government", "regime"} & words else "forces"
    name = f"{_demonym(known.country or '')} {body}"
    return _mention(text, tokens, (at, end), name, known.country), end


_NOT_THE_STATE = frozenset(("opposition", "rebel", "islamist", "jihadist"))


def _by_shape(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """A name that its shape tells: "Zomi Liberation Front"; a known one inside it names it."""
    end = organisation_end(tokens, words, at)
    if end is None:
        return None
    inside = (_aliases().get(tuple(words[first:end])) for first in range(at, end - 1))
    known = next((found for found in inside if found), None)
    return _mention(
        text, tokens, (at, end), known.name if known else _body(text, tokens, at, end)
    ), end


def _body(text: str, tokens: Sequence[Token], at: int, end: int) -> str:
    """The words of a name without the weapons that may follow: "US-led coalition" airstrikes."""
    weapons = _forces()[3]
    last = end
    while last > at + 1 and tokens[last - 1].lower in weapons:
        last -= 1
    return text[tokens[at].start : tokens[last - 1].end]


def _generic(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Found | None:
    """Forces without a name: "government forces", "rebels", "the rebel alliance, led by X"."""
    if words[at].endswith("-led") and tokens[at].text[0].isupper():
        end, head = _force_after(words, at + 1)
        if head:
            return _mention(text, tokens, (at, end), _body(text, tokens, at, end)), end
    state, armed, own, _ = _forces()
    branch = words[at] in _branches()
    if not (words[at] in own or words[at] in armed or branch or _is_force(tokens, words, at)):
        return None
    end, head = _force_after(words, at)
    if not head or _is_modifier(words, end) or (branch and head not in state):
        return None
    led = _leader(text, tokens, words, end, head)
    at = _with_modifiers(tokens, words, at)
    end = _with_loyalty(tokens, words, end)
    if led:
        return _mention(text, tokens, (at, led[1]), f"{led[0]}-led {head}"), led[1]
    name = tokens[at].text if is_acronym(tokens[at].text) else _body(text, tokens, at, end)
    return _mention(text, tokens, (at, end), name), end


def _is_force(tokens: Sequence[Token], words: list[str], at: int) -> bool:
    """ "Tigrayan forces": a word that names a body only with whose it is."""
    body = words[at] in _forces()[0] and words[at].endswith("forces")
    return body and _with_modifiers(tokens, words, at) < at


def _with_loyalty(tokens: Sequence[Token], words: list[str], end: int) -> int:
    """The token after "loyal to General Oke", where that follows a body at ``end``."""
    loyal = end < len(words) and words[end] in word_set("actors", "loyal", "words")
    if loyal and words[end + 1 : end + 2] in (["to"], ["with"]):
        last = end + 2 + (words[end + 2 : end + 3] == ["the"])
        first = last
        while last < len(tokens) and (tokens[last].capitalised or words[last].startswith("al-")):
            last += 1
        return last if last > first else end
    return end


def _with_modifiers(tokens: Sequence[Token], words: list[str], at: int) -> int:
    """Where the name begins: "Kurdish fighters", "pro-government Shiite militias"."""
    kinds = word_set("actors", "forces", "armed", "kinds")
    while (
        at
        and (tokens[at - 1].capitalised or "-" in words[at - 1][1:] or words[at - 1] in kinds)
        and words[at - 1][0].isalpha()
    ):
        before = words[at - 1]
        if before in word_classes() or before in verb_forms() or "-led" in before or before == "no":
            break
        if before.split("-")[0] in _count_words():
            break  # "Five soldiers", "Twenty-one soldiers"
        at -= 1
    return at


def _is_modifier(words: list[str], end: int) -> bool:
    """Whether a noun follows, so that "military" in "military base" names nobody."""
    word = words[end] if end < len(words) else "."
    if not word[0].isalpha() or word in word_classes() or word.endswith(("ed", "ly")):
        return False
    if word in word_set("actors", "loyal", "words"):
        return False
    verb = verb_forms().get(word) or base_forms().get(word)
    several = words[end - 1].endswith("s")  # "rebels attack", but "rebel attack"
    return verb is None or (verb.form == "base" and word in base_forms() and not several)


def _leader(
    text: str, tokens: Sequence[Token], words: list[str], end: int, head: str
) -> tuple[str, int] | None:
    """(short name, token after it) of who leads: ", led by Hayat Tahrir al-Sham (HTS)"."""
    end = _after_members(words, end)
    at = end + (words[end : end + 1] == [","])
    leads = at < len(words) and words[at] in word_set("actors", "led", "words")
    led = head in word_set("actors", "led", "nouns")
    if not (leads and led) or words[at + 1 : at + 2] != ["by"]:
        return None
    at += 2
    at += words[at : at + 1] == ["the"]
    last = at
    while last < len(tokens) and (tokens[last].text[0].isupper() or words[last].startswith("al-")):
        last += 1
    if last == at:
        return None
    if words[last : last + 1] == ["("] and words[last + 2 : last + 3] == [")"]:
        return tokens[last + 1].text, last + 3
    known = _longest(tokens, words, at)
    name = text[tokens[at].start : tokens[last - 1].end]
    return (_short(known[0].name) if known else name), last


def _after_members(words: list[str], end: int) -> int:
    """The token after "of armed factions" in "an alliance of armed factions, led by X"."""
    if words[end : end + 1] != ["of"]:
        return end
    return next((i for i in range(end + 2, end + 5) if words[i : i + 1] == [","]), end)


def _mention(
    text: str,
    tokens: Sequence[Token],
    stretch: tuple[int, int],
    name: str,
    country: str | None = None,
) -> ActorMention:
    start, end = tokens[stretch[0]].start, tokens[stretch[1] - 1].end
    return ActorMention(start, end, name, text[start:end], country)


# --- tables -------------------------------------------------------------------------------------


def _key(word: str) -> str:
    return word if word.isascii() else word.translate(_PLAIN)


@cache
def _aliases() -> dict[Words, Known]:
    table: dict[Words, Known] = {}
    for code, country in load("countries").items():
        people = [*country.get("demonyms", []), *country.get("people", [])]
        places = [country["name"], *country.get("also", []), *country.get("metonyms", [])]
        for name in people:
            _add(table, name, Known(country["name"], code, state=True))
        for name in places:
            _add(table, name, Known(country["name"], code, state=True, place=True))
    for groups in load("actors")["groups"].values():
        if isinstance(groups, dict):
            for name, others in groups.items():
                for alias in (name, *others):
                    _add(table, alias, Known(name, None, state=False))
    return table


def _add(table: dict[Words, Known], alias: str, known: Known) -> None:
    """Register an alias as it may be split into tokens, with and without its hyphens."""
    if len(alias) <= _SHORT_NAME and " " not in alias and _is_abbreviation(alias):
        known = known._replace(exact=alias)
    key = _key(alias.lower())
    for written in (key, key.replace("-", " "), key.replace("al ", "al-")):
        table.setdefault(_split(written), known)


def _split(written: str) -> Words:
    """The words of an alias as tokens have them: "people's army" is three."""
    return tuple(written.replace("'s ", " 's ").replace("(", "( ").replace(")", " )").split())


def _is_abbreviation(alias: str) -> bool:
    """ "HTS", "U.N.", "LeT": in another case it may be a word, as in "let us"."""
    return alias.isupper() or ("-" not in alias and sum(map(str.isupper, alias)) > 1)


@cache
def _count_words() -> frozenset[str]:
    lexicon = load("quantities")
    vague = [words for entry in lexicon["vague"] for words in entry["words"]]
    return frozenset((*lexicon["words"], *lexicon["scales"], *" ".join(vague).split()))


@cache
def _first_words() -> dict[str, int]:
    """The longest alias that begins with each word."""
    longest: dict[str, int] = {}
    for words in _aliases():
        longest[words[0]] = max(longest.get(words[0], 0), min(len(words), _LONGEST))
    return longest


@cache
def _known_words() -> frozenset[str]:
    """The words with which an actor can begin that is not written with a capital."""
    return frozenset((*_first_words(), *_branches(), *_forces()[0], *_forces()[1], *_forces()[2]))


def _local() -> frozenset[str]:
    """Attacks that a place before them suffers: "the Paris attacks"."""
    return word_set("actors", "forces", "weapons", "local")


@cache
def _branches() -> frozenset[str]:
    """Words before those of a state's forces that make them a body: "air force"."""
    return word_set("actors", "forces", "state", "branches")


@cache
def _forces() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """(bodies of a state, armed bodies, bodies that stand without a name, weapons)."""
    lists = (("state", "words"), ("armed", "words"), ("state", "own"), ("weapons", "words"))
    state, armed, own, weapons = (word_set("actors", "forces", *keys) for keys in lists)
    return state, armed, own, weapons


@cache
def _demonym(code: str) -> str:
    country = load("countries")[code]
    return str((country.get("demonyms") or [country["name"]])[0])


@cache
def _short(name: str) -> str:
    for groups in load("actors")["groups"].values():
        if isinstance(groups, dict) and name in groups:
            return next((alias for alias in groups[name] if alias.isupper()), name)
    return name
