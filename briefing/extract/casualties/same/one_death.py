"""One person dies once: where an article tells twice that the same named person was killed, what
one telling says of day, place and name holds for the other.

"Omar Ali was shot in Goma on 3 May. … Ali's murder": the murder of Omar Ali, on 3 May.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from briefing.extract.claims import has_own_place
from briefing.extract.people.aliases import Alias, find_aliases
from briefing.extract.people.names import may_share, name_of
from briefing.language.document import Document
from briefing.models import SAID, Casualty
from briefing.records import replace


def with_one_death(document: Document, claims: Iterable[Casualty]) -> list[Casualty]:
    """The claims, those on the death of a named person with the name and the day of another one."""
    claims = _by_one_name(document, list(claims))
    told: defaultdict[str, list[Casualty]] = defaultdict(list)
    for claim in claims:
        if name := _name_of_dead(claim):
            told[name[-1]].append(claim)
    return [_as_told(claim, told) if _name_of_dead(claim) else claim for claim in claims]


def _by_one_name(document: Document, claims: list[Casualty]) -> list[Casualty]:
    """The claims, those on who is called by an alias with the name that the text gives first."""
    if sum(bool(_name_of_dead(claim)) for claim in claims) <= 1:
        return claims
    aliases = find_aliases(document)
    return [_named_first(claim, aliases) for claim in claims] if aliases else claims


def _named_first(claim: Casualty, aliases: Iterable[Alias]) -> Casualty:
    own = _name_of_dead(claim)
    known = (alias.name for alias in aliases if own and set(own) <= set(alias.words))
    name = next(known, None)
    return claim if name is None else replace(claim, victim=name)


def _as_told(claim: Casualty, told: dict[str, list[Casualty]]) -> Casualty:
    own = name_of(claim.victim)
    same = [one for one in told[own[-1]] if may_share(name_of(one.victim), own)]
    if not _are_of_one(same):
        return claim  # "Ali", where both Omar Ali and Musa Ali were killed
    fullest = max(same, key=lambda one: len(name_of(one.victim)))
    if len(name_of(fullest.victim)) > len(own):
        claim = replace(claim, victim=fullest.victim)
    dated = next((one for one in same if _is_dated(one)), None)
    return claim if dated is None or claim.when.basis in SAID else _on_day_of(claim, dated)


def _are_of_one(claims: Iterable[Casualty]) -> bool:
    """Whether all the names may be one person's."""
    return all(may_share(a, b) for a, b in combinations([name_of(c.victim) for c in claims], 2))


def _on_day_of(claim: Casualty, dated: Casualty) -> Casualty:
    there = claim if has_own_place(claim) else dated
    return replace(
        claim,
        when=dated.when,
        place=there.place,
        also_at=there.also_at,
        background=dated.background,
    )


def _is_dated(claim: Casualty) -> bool:
    return claim.when.basis in SAID and claim.when.date_prec == 1


def _name_of_dead(claim: Casualty) -> list[str]:
    """The name of one person killed; nothing where no name is given."""
    one = claim.outcome == "killed" and claim.quantity.best == 1
    return name_of(claim.victim) if one else []
