"""Whole batches, with real workers and real kernels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path

import pytest

from briefing.batch import Order, run_batch
from briefing.batch.cluster import connect
from briefing.batch.crew import Crew
from briefing.build import BuildRequest, build_edition
from briefing.desk import Desk
from briefing.errors import BriefingError
from tests.batch.deadly import Deadly
from tests.batch.desks import WEEKS, make_desk
from tests.build.conftest import Told
from tests.build.test_earlier import lasting


@contextmanager
def dask() -> Iterator[Executor]:
    """A real Dask scheduler on this machine with two worker processes."""
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
        ) as cluster,
        connect(cluster.scheduler_address) as executor,
    ):
        yield executor


@pytest.fixture(scope="module")
def single_builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What building week after week gives: each edition's files by name."""
    desk = Desk.load(make_desk(tmp_path_factory.mktemp("single") / "desk"))
    folders = [build_edition(desk, BuildRequest(week=week), Told()).folder for week in WEEKS]
    return {folder.name: lasting(folder) for folder in folders}


@pytest.mark.kernel
@pytest.mark.parametrize("workers", [partial(Crew, 2), dask], ids=["crew", "dask"])
def test_a_batch_gives_what_single_builds_give(
    tmp_path: Path,
    single_builds: dict[str, dict[str, bytes]],
    workers: Callable[[], AbstractContextManager[Executor]],
) -> None:
    """Though a worker is killed in the middle of an edition, all are there with the bytes of single
    builds, beside them lies nothing half-made, and the same batch finds nothing left to do."""
    desk, deaths = make_desk(tmp_path / "desk"), tmp_path / "deaths"
    orders = [Order(desk, week) for week in WEEKS]
    with workers() as executor:
        outcomes = list(run_batch(orders, Deadly(executor, WEEKS[1], deaths)))
    assert deaths.exists()
    ended = {one.order.week: (one.state, one.reason) for one in outcomes}
    assert ended == dict.fromkeys(WEEKS, ("done", ""))
    assert sorted(path.name for path in (desk / "reports").iterdir()) == list(WEEKS)
    assert {week: lasting(desk / "reports" / week) for week in WEEKS} == single_builds
    with workers() as executor:
        assert {one.state for one in run_batch(orders, executor)} == {"up to date"}


def test_no_scheduler_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address where nothing listens is told in one sentence."""
    monkeypatch.setattr("briefing.batch.cluster.CONNECT_SECONDS", 0.2)
    with pytest.raises(BriefingError, match="No Dask scheduler"), connect("tcp://127.0.0.1:9"):
        pass
