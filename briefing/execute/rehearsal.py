"""What every section does first, done once: the warm parent imports this before it is forked.

Libraries load much on first use and not at import. Nothing here may start a thread or leave a trace
that a section could see.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import plotly.io as pio

from briefing import present, section  # noqa: F401 - what sections import
from briefing.design import css_tokens
from briefing.figures.caption import Caption, captioned
from briefing.figures.drawing import Drawing
from briefing.figures.map.page import draw_scale, lay_out, lead
from briefing.figures.map.plane import Box
from briefing.figures.rangechart import Bar, Panel, draw_panels
from briefing.figures.template import register
from briefing.ledger import Ledger
from briefing.ledger.codebook import load_codebook
from briefing.ledger.files import write_parquet
from briefing.lexicon import load
from briefing.places.basemap import load_countries
from briefing.present.block import compile_templates
from briefing.quick_import import import_nbformat
from briefing.rows import records
from briefing.shipped import shipped

_LEXICONS = ("actors", "countries", "events", "key_figures")
_COUNTS = {"quantity_kind": "range", "low": 1, "best": 2, "high": None, "quantity_as_written": ""}
_CAPTION = Caption("One", "One, once", "Source: one [1].", "One.", ["One"], [["1"]])


def _load_words() -> None:
    for name in _LEXICONS:
        load(name)
    css_tokens()
    shipped("templates", "brief", "static", "brief.css").read_bytes()


def _read_a_ledger() -> None:
    """One table is there, those that lack are empty: columns of every kind are read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "edition.json").write_text(json.dumps({}), encoding="utf-8")
        row = {"number": 1, "publisher": "one"}
        write_parquet([row], load_codebook()["sources"], folder / "sources.parquet")
        book = Ledger.read(folder)
        for table in load_codebook():
            records(getattr(book, table))
    frame = pd.DataFrame({"number": [1]})
    frame[frame["number"] > 0].reset_index(drop=True)


def _draw_figures() -> None:
    pio.renderers.default = "plotly_mimetype"
    bar = Bar("one", "one", "One.", _COUNTS, "claimed", "#000000", dots=(1, 2))
    captioned(draw_panels([Panel("One", (bar,))]), _CAPTION)._repr_mimebundle_()
    page, sheet = Drawing(), Box(0, 0, 1, 1)
    draw_scale(page, sheet)
    lead(page, (0, 0), "one", (1, 1))
    page.add_scatter(x=[0, 1], y=[0, 1], mode="lines", fill="toself", fillcolor="#000000")
    lay_out(page, sheet, sheet, "left", (400, 20))
    captioned(page, _CAPTION)._repr_mimebundle_()


import_nbformat()
register()
compile_templates()
load_countries()
_load_words()
_read_a_ledger()
_draw_figures()
