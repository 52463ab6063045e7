"""The nbconvert exporters ``brief-html`` and ``brief-pdf``.

They render a merged edition and, through plain ``jupyter nbconvert --to brief-pdf``, any single
notebook. The template is the folder ``brief``: the desk's own ``templates/`` comes first, file by
file, then the shipped one.
"""

# mypy: allow-untyped-calls
# nbconvert has few type hints.

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from markupsafe import Markup
from nbconvert.exporters.templateexporter import TemplateExporter
from traitlets import default
from traitlets.config import Config

from briefing.design import css_tokens, shades
from briefing.render.charts import PLOTLY
from briefing.render.citations import SettleCitations
from briefing.render.markdown import MarkdownWriter
from briefing.render.masthead import css_string, read_masthead
from briefing.render.page import content_security_policy, inline_json, inline_script, plotly_js
from briefing.render.preprocessors import CollectCharts, KeepBrief, PlaceHeadings
from briefing.render.unbroken import keep_whole
from briefing.shipped import shipped

# Nothing that would need code from elsewhere: no widgets, no JavaScript, no LaTeX, no mermaid.
_DISPLAY_PRIORITY = [
    PLOTLY,
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/plain",
]


class BriefHTMLExporter(TemplateExporter):
    """One self-contained HTML page that asks the network for nothing."""

    export_from_notebook = "Brief (HTML)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_extension")
    def _template_extension_default(self) -> str:
        return ".html.j2"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "brief"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(folder) for folder in template_folders(Path.cwd())]

    @default("extra_template_paths")
    def _extra_template_paths_default(self) -> list[str]:
        # lets a desk's own index.html.j2 say {% extends "brief/index.html.j2" %}
        return [str(shipped("templates"))]

    @property
    def default_config(self) -> Config:
        ours = Config({"NbConvertBase": {"display_data_priority": _DISPLAY_PRIORITY}})
        ours.merge(super().default_config)
        return ours

    def _init_preprocessors(self) -> None:
        super()._init_preprocessors()
        for preprocessor in (KeepBrief, PlaceHeadings, SettleCitations, CollectCharts):
            self.register_preprocessor(preprocessor, enabled=True)

    def _create_environment(self) -> Environment:
        environment: Environment = super()._create_environment()
        environment.autoescape = True
        environment.globals.update(
            asset=lambda name: _asset(environment, name),
            content_security_policy=content_security_policy,
            plotly_js=plotly_js,
            tokens=lambda: Markup(css_tokens()),
            shades=lambda: Markup(inline_json(shades())),
        )
        environment.filters.update(
            css_string=lambda text: Markup(css_string(text)),
            inline_script=inline_script,
            markdown=_markdown,
        )
        return environment

    def from_notebook_node(
        self, nb: Any, resources: Any = None, **options: Any
    ) -> tuple[Any, dict[str, Any]]:
        """Render a notebook to a page; its text is the first of the pair."""
        resources = self._init_resources(resources)
        name = resources.get("metadata", {}).get("name") or "Brief"
        edition = dict(nb.metadata.get("briefing", {}))
        edition.setdefault("title", nb.metadata.get("title"))
        resources["masthead"] = read_masthead(edition, name=name)
        resources["markdown"] = MarkdownWriter()
        page, resources = super().from_notebook_node(nb, resources, **options)
        return keep_whole(page), resources


class BriefPDFExporter(BriefHTMLExporter):
    """The same page, printed by a Chromium-family browser of this machine."""

    export_from_notebook = "Brief (PDF)"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]
        self, nb: Any, resources: Any = None, **options: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """Render and print a notebook. Raises ``BriefingError``: no browser, a missing figure."""
        from briefing.render.browser import open_browser
        from briefing.render.gate import check_figures
        from briefing.render.printing import print_pdf

        with tempfile.TemporaryDirectory() as folder, open_browser() as browser:
            html, pdf = Path(folder, "brief.html"), Path(folder, "brief.pdf")
            page, resources = super().from_notebook_node(nb, resources, **options)
            html.write_text(page, encoding="utf-8", newline="\n")
            check_figures(nb, print_pdf(html, pdf, browser), pdf)
            return pdf.read_bytes(), resources


def template_folders(desk: Path) -> list[Path]:
    """Where the template ``brief`` is looked up: the desk's ``templates/``, the shipped one."""
    folders = [desk / "templates", shipped("templates")]
    return [folder for folder in dict.fromkeys(folders) if (folder / "brief").is_dir()]


def _asset(environment: Environment, name: str) -> Markup:
    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0])


@pass_context
def _markdown(context: Any, source: str, *, trusted: bool = False) -> Markup:
    written: Markup = context["resources"]["markdown"].write(
        source, context["cell"], trusted=trusted
    )
    return written
