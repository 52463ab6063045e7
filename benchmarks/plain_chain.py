"""The plain tool chain that the build is measured against.

One notebook with two charts: ``papermill``, then ``nbconvert --to html`` and ``--to webpdf``, each
in its own process, as the documentation has it. nbconvert's ``webpdf`` can't be told which browser
to use, so this file, run as ``python plain_chain.py webpdf …``, names the machine's.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nbformat import write
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

_CELLS = (
    # svg: the fastest renderer whose charts plain nbconvert keeps, in HTML as in PDF.
    "import pandas as pd, plotly.express as px, plotly.io as pio\npio.renderers.default = 'svg'",
    "tolls = pd.read_csv(f'{ledger}/tolls.csv').dropna(subset=['best'])\n"
    "tolls['who'] = tolls.victim_group + ', ' + tolls.source_original.fillna('the article')\n"
    "px.bar(tolls, x='best', y='who', color='outcome', orientation='h', title='Casualties')",
    "taken = pd.read_csv(f'{ledger}/territory.csv').dropna(subset=['best'])\n"
    "px.line(taken, x='date_end', y='best', markers=True, title='Settlements taken')",
)


def write_notebook(path: Path) -> None:
    """Write the chain's one notebook: a heading, parameters, imports and two charts."""
    heading = new_markdown_cell("# Two charts")
    parameters = new_code_cell("ledger = ''", metadata={"tags": ["parameters"]})
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [heading, parameters, *map(new_code_cell, _CELLS)]
    write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


def run_chain(folder: Path, ledger: Path) -> None:
    """Run the three commands in ``folder``; raises CalledProcessError where one fails."""
    python = sys.executable
    for command in (
        ["papermill", "plain.ipynb", "out.ipynb", "-p", "ledger", str(ledger), "--no-progress-bar"],
        ["jupyter", "nbconvert", "--to", "html", "out.ipynb"],
    ):
        tool = [python, "-m", *command]
        subprocess.run(tool, cwd=folder, check=True, capture_output=True)
    webpdf = [python, str(Path(__file__).resolve()), "webpdf", "out.ipynb"]
    subprocess.run(webpdf, cwd=folder, check=True, capture_output=True)


def _export_webpdf(notebook: str) -> None:
    from nbconvert.nbconvertapp import main
    from playwright.async_api import BrowserType

    from briefing.render.browser import find_browser

    launch = BrowserType.launch

    async def with_browser(self: BrowserType, **options: object) -> object:
        return await launch(self, executable_path=find_browser(), **options)  # type: ignore[arg-type]

    BrowserType.launch = with_browser  # type: ignore[method-assign, assignment]
    main(["--to", "webpdf", "--disable-chromium-sandbox", notebook])


if __name__ == "__main__":
    _export_webpdf(sys.argv[2])
