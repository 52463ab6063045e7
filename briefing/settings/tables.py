"""The tables of `briefing.toml`, one class each: the fields are the settings and their defaults.

This is the whole list of settings; `check.py` reads it, so that a setting added here is known
everywhere at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Paper = Literal["a4", "letter"]
Target = Literal["html", "pdf"]
Vague = Literal["unquantified", "acled_war", "acled_low", "ucdp", "lowest", "isaf"]
Grade = Literal["A", "B", "C", "D", "E", "F"]
Scalar = str | int | float | bool

SECTIONS = ("summary", "casualties", "territory", "implications", "changes", "trend", "sources")


@dataclass(frozen=True)
class MastheadTable:
    """[desk]: who publishes, under which marking, on which paper."""

    title: str = "Conflict brief"
    organisation: str = ""
    marking: str = ""
    language: str = "en"
    paper: Paper = "a4"
    first_edition: int | None = None


@dataclass(frozen=True)
class RegionTable:
    """[region]: where the desk looks; settles which of two places of one name is meant."""

    name: str = ""
    countries: tuple[str, ...] = ()  # ISO 3166-1 alpha-2
    focus: tuple[str, ...] = ()  # names of places


@dataclass(frozen=True)
class BriefTable:
    """[brief]: the sections in order, the formats, and the week built when none is asked for."""

    sections: tuple[str, ...] = SECTIONS
    to: tuple[Target, ...] = ("html", "pdf")
    week: str | None = None


@dataclass(frozen=True)
class CodebookTable:
    """[codebook]: what a vague number ("several") counts for; by default nothing."""

    vague: Vague = "unquantified"


@dataclass(frozen=True)
class SourcesTable:
    """[sources]: Admiralty grades by publisher or claimant, and articles to leave out."""

    grades: Mapping[str, Grade] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()  # paths in the desk, * and ? allowed


@dataclass(frozen=True)
class LimitsTable:
    """[limits]: what a section may take before it is stopped and shown as failed.

    A section's cells take less than a second; one that takes minutes hangs. ``memory_mb`` is in
    mebibytes, 0 for no limit.
    """

    cell_seconds: int = 120
    section_seconds: int = 300
    memory_mb: int = 4096


@dataclass(frozen=True)
class Party:
    """[[party]]: a party to the conflict, the names it goes by, its one colour (#rrggbb)."""

    name: str
    aliases: tuple[str, ...] = ()
    colour: str | None = None
