"""The tokens of ``design.toml`` as a table and as CSS custom properties.

One source for charts, page and Jupyter: a colour has one meaning everywhere.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_SHADES = ("light", "dark")


@cache
def load_design() -> dict[str, Any]:
    """The tables of ``design.toml``: ``light``, ``dark``, ``parties``, ``type`` …"""
    text = files("briefing").joinpath("design.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def css_tokens() -> str:
    """The custom properties of the stylesheets: ``--ink``, ``--party-1``, ``--serif`` …

    Dark values follow the reader's setting on screen; paper is always light.
    """
    design = load_design()
    light, dark = (_declare(design[shade]) for shade in _SHADES)
    return (
        f":root{{color-scheme:light dark;{light}{_declare(_fixed(design))}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{_declare(_print_sizes(design))}}}}}\n"
    )


def scoped_tokens(scope: str) -> str:
    """The custom properties inside one block, for pages of others such as a notebook's.

    Dark values follow the reader's setting, or the theme of JupyterLab or VS Code where it has one.
    """
    design = load_design()
    light, dark = (_declare(design[shade]) for shade in _SHADES)
    lit = f'[data-jp-theme-light="true"] {scope},.vscode-light {scope}'
    dim = f'[data-jp-theme-light="false"] {scope},.vscode-dark {scope}'
    return (
        f"{scope}{{color-scheme:light dark;{light}{_declare(_fixed(design))}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{{scope}{{{dark}}}}}\n"
        f"@media screen{{{lit}{{color-scheme:light;{light}}}{dim}{{color-scheme:dark;{dark}}}}}\n"
    )


def shades() -> dict[str, dict[str, str]]:
    """``{"light": {"ink": "#1b1f24", …}, "dark": {…}}``: what a chart swaps in the dark."""
    return {shade: load_design()[shade] for shade in _SHADES}


def _fixed(design: dict[str, Any]) -> dict[str, str]:
    sizes, parties = design["type"], design["parties"]
    colours = {f"party-{rank}": colour for rank, colour in enumerate(parties["colours"], start=1)}
    return colours | {
        "party-unknown": parties["unknown"],
        "sans": sizes["sans"],
        "serif": sizes["serif"],
        "body": f"{sizes['body']}px",
        "small": f"{sizes['small']}px",
    }


def _print_sizes(design: dict[str, Any]) -> dict[str, str]:
    sizes = design["type"]
    return {"body": f"{sizes['print_body']}pt", "small": f"{sizes['print_small']}pt"}


def _declare(tokens: dict[str, str]) -> str:
    return "".join(f"--{name.replace('_', '-')}:{value};" for name, value in tokens.items())
