"""Small executed notebooks with real figures, made without a kernel."""

from __future__ import annotations

import json
import math
from typing import Any

import plotly.graph_objects as go
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

PLOTLY = "application/vnd.plotly.v1+json"
HOSTILE = "<script>alert(1)</script> {{7*7}} {% raw %} &amp;"
BAR_ALT = "Bars. Idlib 19, Atarib 15, Darat Izza 4 killed."
MAP_ALT = "Map of 120 districts with Aleppo marked as entered."
PARAGRAPH = (
    "Government forces withdrew from the town late on Friday, residents and two monitoring "
    "groups said, leaving vehicles behind as columns moved south along the highway. "
)
EDITION = {
    "title": "North-west Syria weekly brief",
    "region": "North-west Syria",
    "name": "2024-W48",
    "start": "2024-11-25",
    "end": "2024-12-01",
    "organisation": "Sample desk",
    "marking": "TLP:CLEAR",
    "cutoff": "2024-12-01T18:00:00+00:00",
    "number": 12,
    "paper": "a4",
    "language": "en",
    "sources_count": 8,
    "version": "0.1.0",
}


def bar_chart() -> go.Figure:
    """A chart as the contract wants it; one place is named in Arabic and Latin script."""
    places, killed = ["Idlib", "Atarib", "Darat Izza · دارة عزة"], [19, 15, 4]
    figure = go.Figure(go.Bar(x=killed, y=places, orientation="h", customdata=["t1", "t2", "t3"]))
    meta = {
        "title": "Most of those reported killed died in Idlib and Atarib",
        "subtitle": "Civilians reported killed, by place, 27 Nov – 1 Dec 2024",
        "source": "Sample Wire [1]",
        "alt": BAR_ALT,
        "columns": ["Place", "Killed"],
        "rows": [[place, count] for place, count in zip(places, killed, strict=True)],
    }
    return figure.update_layout(
        template="plotly",  # whatever the template of the process is by now
        title=meta["title"],
        meta=meta,
        height=320,
        margin={"t": 80},
        font={"color": "#1b1f24"},
    )


def map_chart() -> go.Figure:
    """A map-like figure: 120 outlines and one marker, drawn to scale."""
    figure = go.Figure()
    for district in range(120):
        east, north = 35 + district % 12 * 0.3, 34 + district // 12 * 0.3
        turns = [math.tau * step / 40 for step in range(41)]
        figure.add_scatter(
            x=[east + 0.14 * math.cos(turn) for turn in turns],
            y=[north + 0.14 * math.sin(turn) for turn in turns],
            mode="lines",
            fill="toself",
            fillcolor="#eceae4",
            line={"color": "#b9b5a9", "width": 0.6},
        )
    figure.add_scatter(x=[37.16], y=[36.2], mode="markers+text", text=["Aleppo"])
    figure.add_annotation(text="A note in the drawing", x=37, y=36, showarrow=False)
    figure.update_yaxes(scaleanchor="x", scaleratio=1.22)
    return figure.update_layout(
        showlegend=False, height=480, meta={"title": "Aleppo was entered", "alt": MAP_ALT}
    )


def figure_cell(figure: go.Figure) -> NotebookNode:
    data = {PLOTLY: json.loads(figure.to_json())}
    return _code("figure", new_output("display_data", data=data))


def html_cell(html: str, **metadata: Any) -> NotebookNode:
    data = {"text/html": html, "text/plain": "<object>"}
    return _code("block", new_output("execute_result", data=data, metadata=metadata))


def markdown_output_cell(text: str) -> NotebookNode:
    return _code("text", new_output("display_data", data={"text/markdown": text}))


def stream_cell(name: str, text: str) -> NotebookNode:
    return _code("print()", new_output("stream", name=name, text=text))


def failed_cell() -> NotebookNode:
    """The cell that the executor leaves in place of what failed."""
    cell = markdown("ZeroDivisionError: division by zero in cell 3 (1 / 0)")
    cell.metadata["briefing"] = {
        "failure": {
            "section": "trend",
            "cell": "cell 3 (1 / 0)",
            "error": "ZeroDivisionError: division by zero",
        }
    }
    return cell


def error_cell() -> NotebookNode:
    """A cell that raised, as any executed notebook may hold it."""
    traceback = ["\x1b[31mTraceback\x1b[0m"]
    return _code("1 / 0", new_output("error", ename="KeyError", evalue="'x'", traceback=traceback))


def section(name: str, *cells: NotebookNode) -> NotebookNode:
    notebook: NotebookNode = new_notebook(cells=list(cells))
    notebook.metadata["briefing"] = {"section": name}
    return notebook


def markdown(text: str) -> NotebookNode:
    cell: NotebookNode = new_markdown_cell(text)
    return cell


def week() -> list[NotebookNode]:
    """Three sections over several pages: prose, a chart, a long table, a map, sources."""
    rows = "".join(
        f'<tr><td>{place}</td><td class="num">{count}</td></tr>'
        for count, place in enumerate(["Атариб", "حلب", "阿勒颇", "Sarāqib"] * 12, start=1)
    )
    head = '<thead><tr><th>Place name</th><th class="num">Killed</th></tr></thead>'
    table = f'<div class="scroll"><table class="data">{head}<tbody>{rows}</tbody></table></div>'
    claim = f'<p>{PARAGRAPH}<sup class="cite"><a id="r-c1" href="#q-c1">1</a></sup></p>'
    back = '<a class="back" href="#r-c1">↩</a>'
    quote = f'<p class="quote" id="q-c1">… <mark>15 killed</mark> … {back}</p>'
    return [
        section("summary", markdown("# Bottom line"), html_cell(claim)),
        section(
            "casualties",
            markdown(f"# Casualties\n\n{PARAGRAPH * 3}"),
            figure_cell(bar_chart()),
            html_cell(table),
        ),
        section(
            "territory",
            markdown(f"# Territorial changes\n\n## Places\n\n{PARAGRAPH * 3}"),
            figure_cell(map_chart()),
            markdown(PARAGRAPH * 4),
            html_cell(quote),
        ),
    ]


def _code(source: str, *outputs: Any) -> NotebookNode:
    cell: NotebookNode = new_code_cell(source, outputs=list(outputs))
    return cell
