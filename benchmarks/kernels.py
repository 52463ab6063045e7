"""One section's notebook on a warm kernel, against plain Papermill with an ordinary one.

All sides run in this process, with Papermill loaded and the warm parent ready, in turns. As in
builds, the warm kernel was started ahead and its successor starts meanwhile; ``forked`` is the same
without, as batches have it.
"""

from __future__ import annotations

import logging
import statistics
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from briefing.build import BuildRequest, prepare_edition
from briefing.desk import Desk
from briefing.execute.engine import NAME
from briefing.execute.kernels import kernel_options, prepare_kernels
from briefing.kernels.connection import end_parents, end_spares
from briefing.settings.tables import LimitsTable

ROOT = Path(__file__).resolve().parent.parent
SECTION = "casualties"
ROUNDS = 5


class _Silent:
    """A progress that nobody watches."""

    def start(self, step: str, total: int) -> None: ...

    def advance(self, step: str) -> None: ...

    def finish(self, step: str) -> None: ...

    def warn(self, text: str) -> None: ...


def measure() -> dict[str, Any]:
    """Run the section on both kernels in turns; medians and the ratio within a turn."""
    import papermill

    logging.getLogger("papermill").setLevel(logging.CRITICAL)
    times: dict[str, list[float]] = {"warm": [], "forked": [], "ordinary": []}
    with tempfile.TemporaryDirectory() as name:
        desk = Desk.load(ROOT)
        request = BuildRequest(week="2024-W48")
        ledger = prepare_edition(desk, request, _Silent(), Path(name)).folder / "ledger"

        def run(**options: Any) -> float:
            started = perf_counter()
            papermill.execute_notebook(
                str(desk.notebook(SECTION)),
                str(Path(name, "out.ipynb")),
                parameters={"ledger": str(ledger)},
                progress_bar=False,
                **options,
            )
            return perf_counter() - started

        prepare_kernels()
        run(**_as_builds_do())  # once uncounted: the parent is ready then
        for _ in range(ROUNDS):
            times["warm"].append(run(**_as_builds_do()))
            end_spares()
            times["forked"].append(run(**_as_builds_do(awaited=0)))
            prepare_kernels()
            times["ordinary"].append(run())
    end_parents()
    medians = {side: round(statistics.median(runs), 2) for side, runs in times.items()}
    told = {"section": SECTION, "rounds": ROUNDS, "median_seconds": medians}
    ratios = {side: round(ratio(times[side], times["ordinary"]), 3) for side in ("warm", "forked")}
    return told | {"ratio": ratios["warm"], "ratio_without_spare": ratios["forked"]}


def _as_builds_do(awaited: int = 1) -> dict[str, Any]:
    """Warm kernels, and a notebook that is written once, at the end."""
    options = kernel_options(LimitsTable(), awaited)
    return {"engine_name": NAME, "held": [], "request_save_on_cell_execute": False} | options


def ratio(ours: list[float], others: list[float]) -> float:
    """The median of the ratios of what ran in the same turn."""
    return statistics.median(one / other for one, other in zip(ours, others, strict=True))
