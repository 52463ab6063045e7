"""What every section does first, done once: the warm parent imports this before it is forked.

Libraries load much on first use and not at import. Nothing here may start a thread or leave a trace
that a section could see.
"""

from __future__ import annotations

import io

from briefing import figures, present, section  # noqa: F401 - what sections import
from briefing.figures.template import register
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

    marks = (go.Bar(x=[1], y=["one"]), go.Scatter(x=[1], y=[1], mode="markers+text+lines"))
    pio.renderers.default = "plotly_mimetype"
    go.Figure(marks, layout={"title": {"text": "One"}})._repr_mimebundle_()


import_nbformat()
register()
_read_a_table()
_draw_a_figure()
