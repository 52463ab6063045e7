"""Who appears in an article: one identity for all names and words for a party."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from briefing.actors import canonical, is_acronym, side_of
from briefing.extract.sections import section_start
from briefing.language.document import ActorMention, Document
from briefing.lexicon import entries, load, word_set
from briefing.models import Span
from briefing.records import keeper, remembered, replace

_FORMER: Final = word_set("cast", "former", "words")

Kind = Literal["named", "state", "generic"]
_NAME: Final = 2  # capitalised words that make a name beside a word for forces
_KIN: Final = 40  # letters in which "the armed wing of the" or a name with its bracket stands
_KIN_OF: Final = tuple(f"{words} " for words in load("cast")["kin"]["phrases"])
_KIN_BEHIND: Final = word_set("cast", "kin", "behind")
_BEFORE: Final = 12  # letters in which "former" stands
_LEAGUES: Final = word_set("cast", "classes", "league")
_FLOWN: Final = word_set("cast", "flown", "words")
_NAMED_ALONE: Final = (
    "squad",
    "drug",
    "civil",
)  # classes of armed people that are held responsible as such


class Identity(NamedTuple):
    """One party of an article. ``key`` is the same wherever the article speaks of it."""

    kind: Kind
    key: str
    branch: str = ""  # of a state's forces, or the class of a word for armed people

    @property
    def suspect(self) -> bool:
        """Whether it can be held responsible: "the guerrillas" only where they have a name."""
        return self.kind != "generic" or self.branch in _NAMED_ALONE


@keeper(frozen=True)
class Cast:
    """The parties of one document."""

    document: Document

    def identity(self, actor: ActorMention) -> Identity | None:
        """Who ``actor`` is; a bare "army" is that of the one state whose army is named, a bare
        "coalition" the one that is called so by its leader."""
        who = identity(actor)
        return self._owned.get(who, who) if who else None

    def name(self, who: Identity) -> str:
        """The party's canonical name: its state for a state's forces, else its words."""
        return side_of(self.firsts[who])

    @remembered
    def mentions(self) -> list[tuple[int, Identity, ActorMention]]:
        """(offset, party, mention) in the order of the text."""
        found = ((a.start, self.identity(a), a) for a in self.document.actors)
        return [(start, who, actor) for start, who, actor in found if who]

    @remembered
    def counts(self) -> Counter[Identity]:
        """How often each party is spoken of."""
        return Counter(who for _, who, _ in self.mentions)

    @remembered
    def named(self) -> int:
        """How often parties with a name are spoken of."""
        return sum(count for who, count in self.counts.items() if who.kind == "named")

    @remembered
    def firsts(self) -> dict[Identity, ActorMention]:
        """The first mention of each party."""
        firsts: dict[Identity, ActorMention] = {}
        for _, who, actor in self.mentions:
            first = firsts.get(who)
            if first is None or _says_more(actor, first):
                firsts[who] = actor
        return firsts

    def meant(self, offset: int) -> Identity | None:
        """Whom "the guerrillas" at ``offset`` means: the group named last, else the only one; in a
        digest none of another section."""
        document = self.document
        head = section_start(document, document.sentence_at(offset).index)
        at = bisect_right(self._named_at, offset) - 1
        if head and (at < 0 or self._named_at[at] < document.sentences[head].start):
            return None
        return self._named[at][1] if at >= 0 else self._only

    @remembered
    def _only(self) -> Identity | None:
        groups = {who for _, who in self._named}
        return groups.pop() if len(groups) == 1 else None

    @remembered
    def _named(self) -> list[tuple[int, Identity]]:
        kept = keepers() | word_set("actors", "sides", "states")  # no army are "the insurgents"
        named = (m for m in self.mentions if m[1].kind == "named" and m[1].key not in kept)
        # "the terrorists" are never police
        told = [m for m in named if m[1].branch != "police" and not self._explains(m[2])]
        return [(start, who) for start, who, _ in told]

    @remembered
    def _named_at(self) -> list[int]:
        return [start for start, _ in self._named]

    @remembered
    def _owned(self) -> dict[Identity, Identity]:
        owners: dict[str, set[Identity]] = {}
        leagues: dict[str, set[Identity]] = {}
        for actor in self.document.actors:
            who = identity(actor)
            former = self._is_former(actor)
            if who and who.kind == "state" and actor.country and not former:
                owners.setdefault(who.branch, set()).add(who)
            league = who.key.split()[-1].lower() if who and who.kind == "named" else ""
            if who and league in _LEAGUES:
                leagues.setdefault(league, set()).add(who)
        bare = {Identity("state", branch, branch): known for branch, known in owners.items()}
        bare |= {Identity("generic", word, "league"): known for word, known in leagues.items()}
        return {who: next(iter(known)) for who, known in bare.items() if len(known) == 1}

    def _explains(self, actor: ActorMention) -> bool:
        """ "X, the armed wing of Y": Y only says who X is, who stands before it."""
        document = self.document
        before = document.article.text[max(0, actor.start - _KIN) : actor.start].lower()
        if before.endswith(f"{actor.name.lower()} ("):  # its short form behind it
            actor = replace(actor, start=actor.start - len(actor.name) - len(" ("))
            before = document.article.text[max(0, actor.start - _KIN) : actor.start].lower()
        kin = before.removesuffix("the ").endswith(_KIN_OF) or is_kin(document.article.text, actor)
        if not kin:
            return False
        sentence = document.sentence_at(actor.start)
        others = document.actors_in(Span(sentence.start, actor.start))
        return any(is_named(other) and other.combatant for other in others)

    def _is_former(self, actor: ActorMention) -> bool:
        """ "Trained by a former Malian army colonel": of an army that has no part in it."""
        before = self.document.article.text[max(0, actor.start - _BEFORE) : actor.start].split()
        return bool(before) and before[-1].lower() in _FORMER


def _says_more(actor: ActorMention, first: ActorMention) -> bool:
    """Whether a mention tells better than the first one who a party is: by its state, its name."""
    by_state = bool(actor.country) and not first.country
    return by_state or (is_named(actor) and not is_named(first))


def identity(actor: ActorMention) -> Identity | None:
    """Who ``actor`` is by its own words; None for a state that is named and none of its bodies."""
    return _identity(actor.as_written, actor.name, actor.country, actor.combatant)


@lru_cache(maxsize=4096)
def _identity(as_written: str, name: str, country: str | None, combatant: bool) -> Identity | None:
    actor = ActorMention(0, len(as_written), name, as_written, country, combatant)
    last = actor.as_written.lower().split()[-1]
    branch = _table("branches").get(last, "")
    if actor.country:
        branch = branch or "army"
        return Identity("state", f"{actor.country} {branch}", branch) if actor.combatant else None
    if is_named(actor):
        return Identity("named", actor.name, branch)
    if is_aircraft(actor):
        return None
    if branch and not _is_armed(actor):
        return Identity("state", branch, branch)
    league = next((word for word in as_written.lower().split() if word in _LEAGUES), None)
    if league:
        return Identity("generic", league, "league")
    kind = _table("classes").get(last, "armed")
    return Identity("generic", kind, kind)


@cache
def state_bodies() -> frozenset[str]:
    """The words for bodies of a state: "army", "police"."""
    return frozenset(_table("branches"))


@cache
def keepers() -> frozenset[str]:
    """Bodies that are in a war to keep the peace, or to count."""
    return word_set("cast", "keepers", "names")


def is_named(actor: ActorMention) -> bool:
    """Whether the mention is a name and not "rebels", "Peruvian guerrillas", "Marxist rebels"."""
    if actor.country:
        return False
    if canonical(actor.name) or is_acronym(actor.name):
        return True
    words = actor.name.split()
    if _table("branches").get(words[-1].lower()) == "government":
        return False
    if words[0].lower().endswith("-led"):
        return True
    name = [word for word in words if _is_name(word)]
    return len(name) >= _NAME or (bool(name) and words[-1].lower() == "group")


def is_kin(text: str, actor: ActorMention) -> bool:
    """ "An al-Qaeda affiliate": of whom a group is one, and not who it is."""
    following = text[actor.end : actor.end + _KIN].split(maxsplit=1)
    return bool(following) and following[0].lower().strip(",.") in _KIN_BEHIND


def is_aircraft(actor: ActorMention) -> bool:
    """ "A fighter jet" is of whoever flies it."""
    branch = _table("branches").get(actor.as_written.lower().split()[-1])
    return branch == "air force" and actor.name.lower() in _FLOWN


def _is_armed(actor: ActorMention) -> bool:
    """ "Guerrilla commandos", "rebel forces": a word for a state's bodies that is not its own."""
    return any(word in _irregular() for word in actor.as_written.lower().split()[:-1])


def _is_name(word: str) -> bool:
    """Whether a word is capitalised and neither a nationality nor a word for forces."""
    if not word[0].isupper() or word.lower() in _plain():
        return False
    known = canonical(word)
    return known is None or known.country is None


@cache
def _table(section: str) -> dict[str, str]:
    lists = entries("cast", section).items()
    return {word: name for name, words in lists for word in words.split()}


@cache
def _irregular() -> frozenset[str]:
    return word_set("actors", "forces", "armed", "words")


@cache
def _plain() -> frozenset[str]:
    forces = load("actors")["forces"]
    lists = (forces["state"]["words"], forces["state"]["own"], forces["armed"]["words"])
    return frozenset(" ".join((*lists, load("cast")["plain"]["words"])).split())
