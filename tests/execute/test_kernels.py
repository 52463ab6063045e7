"""What sections run on: how many kernels are ready."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from briefing.execute import prepare_kernels, run_sections
from briefing.execute.kernels import kernel_options
from briefing.kernels import connection
from briefing.settings.tables import LimitsTable
from tests.execute.test_sections import section

MET = "print(get_ipython().kernel.parent.ip)"


def spares_of(awaited: int) -> int:
    """How many kernels are kept ready when so many sections are to come."""
    return int(kernel_options(LimitsTable(), awaited)["config"].WarmProvisioner.spares)


def test_a_kernel_is_ready_for_each_processor_and_section(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than sections are to come, and none in a worker of a batch."""
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert [spares_of(awaited) for awaited in (5, 2, 1, 0)] == [2, 2, 1, 0]
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    assert spares_of(64) == 4
    monkeypatch.setattr("briefing.execute.kernels.parent_process", multiprocessing.current_process)
    assert spares_of(5) == 0


@pytest.mark.parametrize(("platform", "starts"), [("linux", True), ("darwin", False)])
def test_kernels_are_prepared_where_forks_are_good(
    monkeypatch: pytest.MonkeyPatch, platform: str, starts: bool
) -> None:
    """Elsewhere nothing is started ahead: it would not be used."""
    asked: list[object] = []

    def refuse(*given: object) -> None:
        asked.append(given)
        raise OSError

    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("briefing.execute.kernels.start_parent", refuse)
    prepare_kernels()
    assert bool(asked) is starts


@pytest.mark.kernel
def test_sections_take_the_kernels_that_were_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as the first one, and in the end none is left."""
    connection.end_parents()
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    prepare_kernels()
    (parent,) = connection._parents.values()
    ready = {spare.info["ip"] for spare in parent.stock._spares}
    assert len(ready) == 2
    sections = [section(tmp_path, name, MET) for name in ("one", "two", "three")]
    runs = run_sections(sections, tmp_path / "out", lambda _: None)
    met = [run.notebook.cells[-1].outputs[0].text.strip() for run in runs]
    assert set(met) > ready
    assert len(set(met)) == 3
    assert parent.stock._spares == []
