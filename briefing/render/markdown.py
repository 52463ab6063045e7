"""Markdown of a notebook as HTML of a brief: shifted headings with anchors, no math machinery."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from markupsafe import Markup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

_TAG = re.compile(r"<[^>]*>")
_NOT_SLUG = re.compile(r"[^\w]+")
_LOWEST = 6


class MarkdownWriter:
    """Writes the Markdown of one document; no two headings of it share an anchor."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def write(self, source: str, cell: Any, *, trusted: bool) -> Markup:
        """Return HTML. Only a cell's own Markdown is ``trusted`` to hold HTML: an output's may
        quote an article."""
        renderer = _Renderer(self._anchor, cell, escape=not trusted)
        return Markup(MarkdownWithMath(renderer=renderer).render(source))

    def _anchor(self, heading: str) -> str:
        slug = _NOT_SLUG.sub("-", _TAG.sub("", heading)).strip("-").lower() or "part"
        self._used[slug] += 1
        return slug if self._used[slug] == 1 else f"{slug}-{self._used[slug]}"


class _Renderer(IPythonRenderer):
    def __init__(self, anchor: Any, cell: Any, *, escape: bool) -> None:
        super().__init__(
            escape=escape,
            allow_harmful_protocols=False,
            exclude_anchor_links=True,
            attachments=cell.get("attachments", {}),
        )
        self._anchor = anchor
        self._shift = cell.metadata.get("heading_shift", 0)

    def heading(self, text: str, level: int, **_: Any) -> str:
        level = min(level + self._shift, _LOWEST)
        return f'<h{level} id="{self._anchor(text)}">{text}</h{level}>\n'

    def block_mermaidjs(self, code: str) -> str:
        return f"<pre>{self.escape_html(code.strip())}</pre>\n"
