"""The limits that every request is held to; the numbers are in ``limits.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Limits:
    """Seconds, megabytes (of a million bytes) and counts; ``limits.toml`` says what each is."""

    connect_seconds: float
    read_seconds: float
    total_seconds: float
    megabytes: float
    redirects: int
    pause_seconds: float
    longest_pause_seconds: float
    robots_kilobytes: float
    at_once: int

    @classmethod
    def load(cls) -> Limits:
        """The limits as shipped."""
        return cls(**_load()["limits"])


def describe_status(status: int) -> str:
    """What a server that answers with this HTTP status does, and what to do next."""
    answers = _load()["answers"]
    kind = f"{status // 100}xx"
    told = answers.get(str(status)) or answers.get(kind) or answers["else"]
    doing, stop, hint = told.partition(". ")
    return f"{doing} ({status}){stop}{hint}"


@cache
def _load() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "limits.toml").read_text(encoding="utf-8"))
