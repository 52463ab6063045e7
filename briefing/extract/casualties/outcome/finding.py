"""What one trigger of a sentence says of people."""

from __future__ import annotations

from briefing.language.lists import Linked
from briefing.models import Outcome
from briefing.records import record


@record(frozen=True)
class Finding:
    """People in noun groups of one sentence, and what one trigger says of them."""

    outcome: Outcome
    rule: str
    linked: Linked
    trigger: int  # position of the group that says so
    accepts: str = ""  # which nouns count as people, as the trigger has it
    active: bool = False  # the trigger's subject did it
    nominal: bool = False  # found by a noun, which says nothing of people in general
    owner: bool = False  # the people stand before a possessive: "the judge's death"
    count_only: bool = False  # the group counts deaths and not people: "15 deaths"
    running: bool = False
    named: int | None = None  # the group that names the people of a count that stands apart
    again: bool = False  # "put the number at 900": of what was counted before, whatever that is
