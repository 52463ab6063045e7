"""Names to actors: armed groups, forces and states, known by the lexicon or by the shape of a name.

An actor the lexicon does not know keeps its words: nothing is guessed.
"""

from briefing.actors.find import find_actors
from briefing.actors.introduced import with_introduced
from briefing.actors.known import (
    body_named,
    canonical,
    fights_for,
    forces_of,
    is_anonymous,
    names_of,
    side_of,
    state_name,
)
from briefing.actors.organisations import is_acronym

__all__ = [
    "body_named",
    "canonical",
    "fights_for",
    "find_actors",
    "forces_of",
    "is_acronym",
    "is_anonymous",
    "names_of",
    "side_of",
    "state_name",
    "with_introduced",
]
