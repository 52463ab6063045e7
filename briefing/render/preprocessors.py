"""What happens to a notebook before the template sees it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from nbconvert.preprocessors import Preprocessor

from briefing.render.charts import PLOTLY, figure_outputs, read_chart

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s", re.MULTILINE)
_FENCED = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
_PAPERMILL_NOTICE = "papermill-error-cell-tag"
_TOP_LEVEL = 2  # the masthead holds the only h1


class KeepBrief(Preprocessor):
    """Drop what only the analyst in Jupyter needs: code, warnings, the stylesheet, notices."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        nb.cells = [cell for cell in map(_with_kept_outputs, nb.cells) if _shows(cell)]
        return nb, resources


class PlaceHeadings(Preprocessor):
    """Let each section's highest heading become an h2, whatever level the notebook gave it."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        for _, cells in groupby(nb.cells, key=lambda cell: cell.metadata.get("section")):
            section = list(cells)
            levels = [level for cell in section for level in _heading_levels(cell)]
            for cell in section:
                cell.metadata["heading_shift"] = _TOP_LEVEL - min(levels, default=_TOP_LEVEL)
        return nb, resources


class CollectCharts(Preprocessor):
    """Number the figures and lay them out for the template in ``resources["charts"]``."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        charts = resources["charts"] = {}
        for number, output in enumerate(figure_outputs(nb), start=1):
            chart = read_chart(output["data"][PLOTLY], number)
            charts[chart.id] = chart
            output.setdefault("metadata", {})["chart"] = chart.id
        return nb, resources


def _with_kept_outputs(cell: Any) -> Any:
    if cell.cell_type == "code":
        cell.outputs = [output for output in cell.outputs if _belongs(output)]
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.output_type = "display_data"  # a last line and display() look the same
    return cell


def _belongs(output: Any) -> bool:
    if output.output_type == "stream":
        return bool(output.name == "stdout")
    return bool(output.get("metadata", {}).get("briefing") != "style")


def _shows(cell: Any) -> bool:
    if _PAPERMILL_NOTICE in cell.metadata.get("tags", ()):
        return False
    if cell.cell_type == "code":
        return bool(cell.outputs)
    return bool(cell.cell_type == "markdown" and cell.source.strip())


def _heading_levels(cell: Any) -> list[int]:
    texts = [cell.source] if cell.cell_type == "markdown" else _markdown_outputs(cell)
    return [
        len(found[1]) for text in texts for found in _HEADING.finditer(_FENCED.sub("", str(text)))
    ]


def _markdown_outputs(cell: Any) -> list[str]:
    return [
        output["data"]["text/markdown"]
        for output in cell.get("outputs", ())
        if "text/markdown" in output.get("data", {})
    ]
