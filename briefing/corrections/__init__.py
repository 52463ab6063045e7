"""The analyst overrules: decisions from the desk's ``corrections.csv``, carried out and told."""

from briefing.corrections.applied import Applied
from briefing.corrections.claims import correct_claims
from briefing.corrections.corrected import Corrected
from briefing.corrections.decision import Decision, Decisions
from briefing.corrections.events import EventIndex
from briefing.corrections.joining import plan_joining
from briefing.corrections.judging import judge_events
from briefing.corrections.read import FILE, read_corrections

__all__ = [
    "FILE",
    "Applied",
    "Corrected",
    "Decision",
    "Decisions",
    "EventIndex",
    "correct_claims",
    "judge_events",
    "plan_joining",
    "read_corrections",
]
