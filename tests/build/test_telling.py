"""What a build tells at its end."""

from __future__ import annotations

from typing import Any

from briefing.build.telling import summarize


def figure(display: str, kind: str) -> dict[str, Any]:
    """A key figure of combatants killed."""
    return {"display": display, "quantity_kind": kind, "label": "combatants killed"}


def test_key_figures_are_told_as_printed() -> None:
    """A count stands as in the brief; mere words are quoted as the source's."""
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("sources", "casualties", "territory", "implications", "gaps")
    }
    rows["key_figures"] = [figure("12–19", "range"), figure("Dozens", "vague")]
    _, told, _ = summarize(rows)
    assert told == "12–19 combatants killed; combatants killed: “dozens”."
