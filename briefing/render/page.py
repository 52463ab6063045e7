"""What is inlined in the page: plotly.js, scripts with their hashes, JSON."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup


@cache
def plotly_js() -> Markup:
    """plotly.js as the installed plotly package carries it, about 5 MB."""
    return Markup(plotly_file().read_text("utf-8"))


def plotly_file() -> Path:
    """Where the installed plotly package has it."""
    from importlib.resources import files

    return Path(str(files("plotly"))) / "package_data" / "plotly.min.js"


def inline_script(code: str) -> Markup:
    """A script element for trusted ``code``."""
    return Markup(f"<script>{code}</script>")


def content_security_policy(scripts: Iterable[str]) -> str:
    """A policy under which only these very scripts run and nothing is fetched.

    Scripts are named by hash (CSP level 3), so that a script smuggled in by a hostile article
    does not run even where some block forgot to escape it.
    """
    hashes = " ".join(f"'sha256-{_digest(code)}'" for code in scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {hashes}; "
        "style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def inline_json(value: Any) -> str:
    """JSON that no ``</script>`` or ``<!--`` inside a string can end early."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


@cache
def _digest(code: str) -> str:
    # The HTML parser turns CR LF into LF before the browser hashes the text.
    text = code.replace("\r\n", "\n").replace("\r", "\n")
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()
