"""Citations across sections: each section's notebook cites by itself, the brief makes them one.

A claim may be cited in several sections. The first citation of the brief is the one that a quoted
sentence leads back to, and a sentence that nothing cites is not quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nbconvert.preprocessors import Preprocessor

_CITED = re.compile(r'href="#q-([^"]+)"')
_HOME = re.compile(r' id="r-([^"]+)"')
_QUOTE = re.compile(r'<p class="quote[^"]*".*?</p>\s*', re.DOTALL)
_QUOTED = re.compile(r'id="q-([^"]+)"')
_MORE = re.compile(r'<details class="more">.*?</details>', re.DOTALL)
_BACK = re.compile(r'\s*<a class="back" href="#r-([^"]+)"[^>]*>.*?</a>', re.DOTALL)


class SettleCitations(Preprocessor):
    """Keep the first of several places to lead back to; drop quotes and ways back without one."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        outputs = list(_html_outputs(nb))
        cited = {claim for data in outputs for claim in _CITED.findall(data["text/html"])}
        printed = {claim for data in outputs for claim in _printed(data["text/html"])}
        homes: set[str] = set()
        for data in outputs:
            data["text/html"] = _first_homes(data["text/html"], homes)
        if cited:  # the sources section alone is a list of all that was found
            for data in outputs:
                data["text/html"] = _QUOTE.sub(
                    lambda quote: _settled(quote[0], cited, homes, printed), data["text/html"]
                )
        return nb, resources


def _html_outputs(notebook: Any) -> Iterator[Any]:
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if "text/html" in output.get("data", {}):
                output["data"]["text/html"] = "".join(output["data"]["text/html"])
                yield output["data"]


def _first_homes(html: str, homes: set[str]) -> str:
    def once(found: re.Match[str]) -> str:
        if found[1] in homes:
            return ""
        homes.add(found[1])
        return found[0]

    return _HOME.sub(once, html)


def _printed(html: str) -> set[str]:
    """The claims that are cited outside of what opens on a screen alone."""
    shown = _MORE.sub("", html)
    return {*_CITED.findall(shown), *_HOME.findall(shown)}


def _settled(quote: str, cited: set[str], homes: set[str], printed: set[str]) -> str:
    if printed.isdisjoint(_QUOTED.findall(quote)):
        quote = quote.replace('class="quote', 'class="quote opened', 1)
    if not cited.intersection(_QUOTED.findall(quote)) | homes.intersection(_QUOTED.findall(quote)):
        return ""
    return _BACK.sub(lambda back: back[0] if back[1] in homes else "", quote)
