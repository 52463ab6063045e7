"""A desk: the folder with `briefing.toml`, and where in it things are.

Notebooks are the desk's own where it has them, else the shipped ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.settings.check import FILE, Table, read_table, suggest
from briefing.settings.edition import Edition, first_day, week_of
from briefing.settings.tables import (
    BriefTable,
    CodebookTable,
    LimitsTable,
    MastheadTable,
    Party,
    RegionTable,
    Scalar,
    SourcesTable,
)
from briefing.shipped import shipped

__all__ = ["Desk", "Edition", "Party", "find_desk", "week_of"]

_TABLES = ("desk", "region", "brief", "parameters", "codebook", "party", "sources", "limits")
_COUNTRY = re.compile(r"[A-Z]{2}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Desk:
    """A desk's settings, checked, and its folders. ``Desk.load`` is the way to get one."""

    root: Path
    masthead: MastheadTable
    region: RegionTable
    brief: BriefTable
    codebook: CodebookTable
    sources: SourcesTable
    limits: LimitsTable
    parties: tuple[Party, ...]
    parameters: Mapping[str, Mapping[str, Scalar]]  # by section

    @classmethod
    def load(cls, folder: Path) -> Desk:
        """The desk that ``folder`` lies in: the nearest `briefing.toml` there or above.

        Raises ``BriefingError`` where there is none and for every setting that is not right.
        """
        root = find_desk(folder)
        if root is None:
            raise BriefingError(
                f"There is no {FILE} in {folder.resolve()} or above it; "
                "run `briefing new NAME` to make a desk, or name one with --desk."
            )
        values = _parse(root / FILE)
        for name in values:
            if name not in _TABLES:
                raise BriefingError(f"{FILE}: there is no table [{name}]{suggest(name, _TABLES)}")

        def table(name: str, into: type[Table]) -> Table:
            return read_table(f"[{name}]", values.get(name, {}), into)

        desk = cls(
            root=root,
            masthead=table("desk", MastheadTable),
            region=table("region", RegionTable),
            brief=table("brief", BriefTable),
            codebook=table("codebook", CodebookTable),
            sources=table("sources", SourcesTable),
            limits=table("limits", LimitsTable),
            parties=_parties(values),
            parameters=_parameters(values),
        )
        _check(desk)
        return desk

    @property
    def articles(self) -> Path:
        """Where the reports to read lie."""
        return self.root / "articles"

    @property
    def corrections(self) -> Path:
        """Where the analyst's decisions stand, if there are any."""
        return self.root / "corrections.csv"

    @property
    def events(self) -> Path:
        """Where event data lies: exports of UCDP GED, ACLED, HDX HAPI. It need not be there."""
        return self.root / "events"

    @property
    def reports(self) -> Path:
        """Where the editions are written."""
        return self.root / "reports"

    @property
    def explore(self) -> Path:
        """Where the analyst's own copies of the notebooks lie."""
        return self.root / "explore"

    @cached_property
    def notebooks(self) -> Mapping[str, Path]:
        """Every section there is and its notebook; the desk's own hide the shipped ones."""
        folders = (shipped("notebooks"), self.root / "notebooks")
        found = [path for folder in folders for path in sorted(folder.glob("*.ipynb"))]
        return {path.stem: path for path in found}

    def notebook(self, section: str) -> Path:
        """The notebook of a section. Raises ``BriefingError`` that lists the sections there are."""
        if section not in self.notebooks:
            near = suggest(section, self.notebooks)
            raise BriefingError(f'There is no notebook for the section "{section}"{near}')
        return self.notebooks[section]


def find_desk(folder: Path) -> Path | None:
    """The nearest folder at or above ``folder`` that holds a `briefing.toml`, if there is one."""
    start = folder.resolve()
    folders = (start, *start.parents)
    return next((one for one in folders if (one / FILE).is_file()), None)


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise BriefingError(f"{path} is not UTF-8 text; save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise BriefingError(f"{path} is not valid TOML: {error}; mend that line.") from None
    except OSError as error:
        raise BriefingError(f"{path} cannot be read: {error.strerror}.") from None


def _parties(values: dict[str, Any]) -> tuple[Party, ...]:
    entries = values.get("party", [])
    if not isinstance(entries, list):
        raise BriefingError(f"{FILE}: write each party under its own [[party]], in two brackets.")
    return tuple(read_table("[[party]]", entry, Party) for entry in entries)


def _parameters(values: dict[str, Any]) -> dict[str, dict[str, Scalar]]:
    """[parameters.SECTION]: scalars by name; whether a notebook knows them is checked with it."""
    tables = values.get("parameters", {})
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise BriefingError(
            f"{FILE}: name the section of parameters, as in [parameters.casualties]."
        )
    for section, table in tables.items():
        for key, value in table.items():
            if not isinstance(value, str | int | float | bool):
                raise BriefingError(
                    f"{FILE}: [parameters.{section}] {key} must be text, a number, true or false."
                )
    return tables


def _check(desk: Desk) -> None:
    """What the types alone cannot say."""
    _match(_LANGUAGE, [desk.masthead.language], '[desk] language must be a code as in "en"')
    _match(_COUNTRY, desk.region.countries, '[region] countries must be two letters as in "SY"')
    colours = [party.colour for party in desk.parties if party.colour]
    _match(_COLOUR, colours, '[[party]] colour must be written as in "#0072b2"')
    for section in desk.brief.sections:
        _known_section(desk, "[brief] sections", section)
    for section in desk.parameters:
        _known_section(desk, "[parameters]", section)
    if desk.brief.week is not None:
        first_day(desk.brief.week)


def _match(pattern: re.Pattern[str], values: Any, rule: str) -> None:
    for value in values:
        if not pattern.fullmatch(value):
            raise BriefingError(f'{FILE}: {rule}, not "{value}".')


def _known_section(desk: Desk, where: str, section: str) -> None:
    if section not in desk.notebooks:
        near = suggest(section, desk.notebooks)
        raise BriefingError(f'{FILE}: {where} names "{section}", which has no notebook{near}')
