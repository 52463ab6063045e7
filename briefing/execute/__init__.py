"""Sections are notebooks; this checks their parameters and runs them with Papermill."""

from briefing.execute.kept import KeptSections, always_runs
from briefing.execute.kernels import prepare_kernels
from briefing.execute.section import Failure, Section, SectionRun
from briefing.execute.sections import check_sections, run_sections

__all__ = [
    "Failure",
    "KeptSections",
    "Section",
    "SectionRun",
    "always_runs",
    "check_sections",
    "prepare_kernels",
    "run_sections",
]
