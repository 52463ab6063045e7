"""Whether those who were hurt are rather of the attackers' own sort than of the other side."""

from __future__ import annotations

from briefing.actors import canonical
from briefing.extract.parties.cast import state_bodies
from briefing.extract.people.words import singular
from briefing.lexicon import word_set


def are_of_one_kind(victims: str | None, party: str | None) -> bool:
    """ "The ZLF attacked four towns. Nine rebels died": rebels are no victims of a rebel group.

    ``party``: who attacked; for a state's forces rebels are the other side. "Police shot a bomber.
    A policeman was hurt": nor is he theirs, where no state is named.
    """
    noun = singular((victims or " ").lower().split(" ")[-1])
    if party and party.islower() and party.split()[-1] in state_bodies():
        return noun in word_set("totals", "kinds", "regular", "words")
    if party is None or noun not in word_set("totals", "kinds", "irregular", "words"):
        return False
    known = canonical(party)
    state = known is not None and known.country is not None
    return not state and party.lower().split()[-1] not in state_bodies()
