"""A block: a piece of the brief as HTML, made from a template in which everything is escaped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from briefing.ledger import Ledger

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Block:
    """A piece of the brief. Jupyter and the exporters show ``html``."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        """The block's words, for a terminal."""
        return " ".join(_TAG.sub(" ", self.html).split())


def make_block(template: str, **content: Any) -> Block:
    """Fill ``templates/TEMPLATE.html.j2``; a name that the template misses is an error."""
    return Block(_environment().get_template(f"{template}.html.j2").render(**content).strip())


def make_note(text: str) -> Block:
    """A single sentence in place of a section's content."""
    return make_block("note", text=text)


def note_missing(text: str, table: str, ledger: Ledger) -> Block:
    """The sentence for a section that has nothing to show from a ``table`` of the ledger.

    An edition of an earlier version may lack the table: that says nothing of what was read.
    """
    if ledger.lacks(table):
        text = (
            "This edition was written by an earlier version of briefing and has no table "
            f"“{table}”. Build it again."
        )
    return make_note(text)


def compile_templates() -> None:
    """Compile all templates ahead of their first use."""
    for name in _environment().list_templates():
        _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("briefing.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
