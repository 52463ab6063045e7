"""The analyst overrules: decisions from the desk's ``corrections.csv``, carried out and told."""

from briefing.corrections.applied import Applied
from briefing.corrections.claims import Corrected, correct_claims
from briefing.corrections.decision import Decision, Decisions
from briefing.corrections.read import FILE, read_corrections

__all__ = [
    "FILE",
    "Applied",
    "Corrected",
    "Decision",
    "Decisions",
    "correct_claims",
    "read_corrections",
]
