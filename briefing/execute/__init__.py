"""Sections are notebooks; this checks their parameters and runs them with Papermill."""

from briefing.execute.sections import (
    Failure,
    Section,
    SectionRun,
    check_sections,
    prepare_kernels,
    run_sections,
)

__all__ = ["Failure", "Section", "SectionRun", "check_sections", "prepare_kernels", "run_sections"]
