"""What the lexicons know of actors: names with their aliases, forces, whose side they are on."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from briefing.language.document import ActorMention
from briefing.lexicon import entries, load, word_set
from briefing.lexicon.lengths import lengths_by_word
from briefing.records import replace

_SHORT_NAME: Final = 6  # letters: longer names in capitals may be headlines
_PLAIN: Final = {0x2019: "'", 0x2BC: "'", 0x2018: "'", 0x2010: "-", 0x2011: "-", 0x2013: "-"}
_SPELLINGS: Final = [tuple(pair.split()) for pair in load("actors")["spellings"]["pairs"]]

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


@lru_cache(maxsize=4096)
def canonical(name: str) -> ActorMention | None:
    """The actor that ``name`` alone stands for: "Hizbullah" is Hezbollah, "Russian" is Russia."""
    words = _split(plain_key(name.lower()))
    known = aliases().get(words)
    if known is None:
        return None
    return ActorMention(0, len(name), known.name, name, known.country, not known.state)


def is_anonymous(name: str) -> bool:
    """Whether a name for armed people says nothing of who they are: "gunmen", "rebel group"."""
    telling = word_set("actors", "forces", "armed", "telling")
    return all(word in forces()[1] and word not in telling for word in name.lower().split())


def names_of(name: str) -> tuple[str, ...]:
    """All names that the lexicon has for the armed group of that canonical name."""
    return _groups().get(name, ())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    tables = entries("actors", "groups").values()
    return {name: (name, *others) for table in tables for name, others in table.items()}


def state_name(code: str) -> str:
    """The name of a state by its ISO 3166-1 alpha-2 code."""
    return str(load("countries")[code]["name"])


def side_of(mention: ActorMention) -> str:
    """For whom the actor fights: its state where it is one's, else its own name."""
    return state_name(mention.country) if mention.country else mention.name


def fights_for(name: str) -> str:
    """The side that a canonical name stands for: Russia for "Russian forces", else itself."""
    return _own_forces().get(name) or _side_of_name(name)


def _side_of_name(name: str) -> str:
    known = canonical(name)
    return side_of(known) if known else name


@cache
def _own_forces() -> dict[str, str]:
    """What a state's forces are called as a rule, and armies with names of their own."""
    named = {army: state_name(code) for army, code in load("actors")["sides"]["armies"].items()}
    for code, country in load("countries").items():
        for body in load("actors")["sides"]["bodies"]:
            named[f"{demonym(code)} {body}"] = str(country["name"])
    return named


def forces_of(mention: ActorMention) -> ActorMention:
    """A state's own forces: "its troops" of Russia are Russian forces; others stay themselves."""
    if mention.combatant or mention.country is None:
        return mention
    return replace(mention, name=f"{demonym(mention.country)} forces", combatant=True)


def body_named(word: str, start: int) -> ActorMention | None:
    """The body that the first half of "rebel-held" names, at its offset in the text."""
    known = canonical(word)
    if known is None and word.lower() not in _bodies_alone():
        return None
    plural = f"{word}s" if f"{word.lower()}s" in forces()[1] else word
    name, country = (known.name, known.country) if known else (plural, None)
    return ActorMention(start, start + len(word), name, word, country)


@cache
def _bodies_alone() -> frozenset[str]:
    """The words that name a body by themselves; "armed" names none."""
    return (forces()[1] | forces()[2]) - word_set("actors", "forces", "state", "idle")


# --- tables -------------------------------------------------------------------------------------


def plain_key(word: str) -> str:
    """``word`` with one kind of apostrophe and of hyphen; its case stays."""
    return word if word.isascii() else word.translate(_PLAIN)


@cache
def aliases() -> dict[Words, Known]:
    """Whom each name stands for, by its words in small letters."""
    table: dict[Words, Known] = {}
    for code, country in load("countries").items():
        people = [*country.get("demonyms", []), *country.get("people", [])]
        places = [country["name"], *country.get("also", []), *country.get("metonyms", [])]
        for name in people:
            _add(table, name, Known(country["name"], code, state=True))
        for name in places:
            _add(table, name, Known(country["name"], code, state=True, place=True))
    for name, names in _groups().items():
        for alias in names:
            _add(table, alias, Known(name, None, state=False))
    return table


def _add(table: dict[Words, Known], alias: str, known: Known) -> None:
    """Register an alias as it may be split into tokens, with and without its hyphens."""
    if len(alias) <= _SHORT_NAME and " " not in alias and _is_abbreviation(alias):
        known = known._replace(exact=alias)
    key = plain_key(alias.lower())
    for written in (key, key.replace("-", " "), key.replace("al ", "al-"), _respelt(key)):
        table.setdefault(_split(written), known)


def _respelt(key: str) -> str:
    """A name in the other spelling: "defense" for "defence", "organisation" for "organization"."""
    for one, other in _SPELLINGS:
        if one in key:
            return key.replace(one, other)
        if other in key:
            return key.replace(other, one)
    return key


def _split(written: str) -> Words:
    """The words of an alias as tokens have them: "people's army" and "workers' party" are three."""
    apart = written.replace("'s ", " 's ").replace("s' ", "s ' ")
    return tuple(apart.replace("(", "( ").replace(")", " )").split())


def _is_abbreviation(alias: str) -> bool:
    """ "HTS", "U.N.", "LeT": in another case it may be a word, as in "let us"."""
    return alias.isupper() or ("-" not in alias and sum(map(str.isupper, alias)) > 1)


@cache
def count_words() -> frozenset[str]:
    """The words of numbers and of vague counts."""
    vague = [words for entry in load("quantities")["vague"] for words in entry["words"]]
    numbers = word_set("quantities", "words") | word_set("quantities", "scales")
    return numbers.union(" ".join(vague).split())


@cache
def first_words() -> dict[str, tuple[int, ...]]:
    """The words with which aliases begin, each with how many words those aliases have."""
    return lengths_by_word(aliases())


@cache
def known_words() -> frozenset[str]:
    """The words with which an actor can begin that is not written with a capital."""
    men = word_set("actors", "forces", "men", "words")
    return generic_words().union(first_words(), armed_words(), men)


@cache
def generic_words() -> frozenset[str]:
    """The words with which forces without a name can begin."""
    return frozenset((*branches(), *forces()[0], *forces()[1], *forces()[2]))


@cache
def armed_words() -> frozenset[str]:
    """The words that make men fighters: "masked"."""
    return word_set("actors", "forces", "men", "armed")


@cache
def local_attacks() -> frozenset[str]:
    """Attacks that a place before them suffers: "the Paris attacks"."""
    return word_set("actors", "forces", "weapons", "local")


@cache
def branches() -> frozenset[str]:
    """Words before those of a state's forces that make them a body: "air force"."""
    return word_set("actors", "forces", "state", "branches")


@cache
def forces() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """(bodies of a state, armed bodies, bodies that stand without a name, weapons)."""
    lists = (("state", "words"), ("armed", "words"), ("state", "own"), ("weapons", "words"))
    state, armed, own, weapons = (word_set("actors", "forces", *keys) for keys in lists)
    return state, armed, own, weapons


@cache
def demonym(code: str) -> str:
    """What a state's own is called ("Syrian"), by its ISO 3166-1 alpha-2 code."""
    country = load("countries")[code]
    return str((country.get("demonyms") or [country["name"]])[0])


@cache
def short_name(name: str) -> str:
    """An armed group's abbreviation by its canonical name: "HTS"; else the name."""
    return next((alias for alias in _groups().get(name, ())[1:] if alias.isupper()), name)
