"""What every section does first, done once: the warm parent imports this before it is forked.

Libraries load much on first use and not at import. Nothing here may start a thread or leave a trace
that a section could see.
"""

from __future__ import annotations

import io

from briefing import figures, present, section  # noqa: F401 - what sections import
from briefing.figures.template import register
from briefing.present.block import compile_templates
from briefing.quick_import import import_nbformat


def _read_a_table() -> None:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(pa.table({"number": [1], "text": ["one"], "flag": [True]}), file)
    table = pq.read_table(file, use_threads=False, pre_buffer=False)
    frame = table.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get, use_threads=False)
    frame[frame["number"] > 0].to_dict("records")


def _draw_a_figure() -> None:
    import plotly.graph_objects as go
    import plotly.io as pio

    style = {"color": "black", "size": 4}
    marks = go.Scatter(x=[1], y=[1], mode="markers+text+lines", marker=style, textfont=style)
    bars = go.Bar(x=[1], y=["one"], marker={"line": {"width": 1}, "pattern": {"shape": "/"}})
    figure = go.Figure((bars, marks), layout={"title": {"text": "One"}})
    figure.add_annotation(text="one", x=1, y=1, font=style)
    figure.add_shape(type="line", x0=0, x1=1, y0=0, y1=1, line={"width": 1})
    pio.renderers.default = "plotly_mimetype"
    figure._repr_mimebundle_()


def _load_the_map() -> None:
    from briefing.places.basemap import load_countries

    load_countries()


import_nbformat()
register()
compile_templates()
_load_the_map()
_read_a_table()
_draw_a_figure()
