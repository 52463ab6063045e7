"""A Papermill engine that keeps the notebook in memory, for whoever ran it.

Papermill writes the whole notebook before and after every cell, charts and all, and so takes longer
to write than many a cell to run. Nobody reads an edition's notebooks before it is complete: here
they are written once, by the caller, who has the notebook also where its execution failed.
"""

# mypy: allow-untyped-calls
# Papermill has no type hints.

from __future__ import annotations

from typing import Any

from papermill.engines import NBClientEngine, papermill_engines

NAME = "briefing-held"


class HeldEngine(NBClientEngine):  # type: ignore[misc]
    """Runs as Papermill's own engine does; ``held`` receives the notebook as it begins to run."""

    @classmethod
    def execute_managed_notebook(
        cls, nb_man: Any, kernel_name: str, *, held: list[Any], **options: Any
    ) -> Any:
        """``nb_man`` is Papermill's manager of the notebook, in which outputs are put."""
        held.append(nb_man.nb)
        return super().execute_managed_notebook(nb_man, kernel_name, **options)


papermill_engines.register(NAME, HeldEngine)
