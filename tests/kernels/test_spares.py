"""Spare kernels: given away once, to whoever asks for just that, and never left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil  # type: ignore[import-untyped]
import pytest
from nbclient import NotebookClient
from traitlets.config import Config

from briefing.kernels import connection
from briefing.kernels.manager import WarmKernelManager
from briefing.kernels.spares import Order, Spare, Stock, read_order
from tests.kernels.conftest import FORKED, notebook, printed, run_apart
from tests.kernels.test_parent import ROOT, SECONDS, wait_until_gone

ORDER = Order(("--quiet",), {"DESK": "third"}, "/here")
ONE_READY = Config({"WarmProvisioner": {"preload": ["json"], "spares": 1}})
NONE_MORE = Config({"WarmProvisioner": {"preload": ["json"], "memory_limit": 2**31}})


class Forked:
    """A kernel in name, as far as a stock of spares looks at it."""

    def __init__(self) -> None:
        self.code: int | None = None

    def poll(self) -> int | None:
        return self.code

    def kill(self) -> None:
        self.code = -signal.SIGKILL


@pytest.fixture(autouse=True)
def no_spares() -> Iterator[None]:
    """Leave no spare to the next test."""
    yield
    connection.end_spares()


@pytest.fixture
def stock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stock:
    """A stock whose kernels are none."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fork: Any = lambda order: Forked()  # noqa: E731 - a stand-in
    return Stock(fork)


def taken(stock: Stock, order: Order = ORDER) -> Spare:
    """A spare that is there."""
    spare = stock.take(order)
    assert spare is not None
    return spare


def test_a_spare_is_given_away_once(stock: Stock, tmp_path: Path) -> None:
    """As many as are kept, each another one, each met in a folder of its own."""
    stock.keep(ORDER, 2)
    first, second = taken(stock), taken(stock)
    assert first.kernel is not second.kernel
    assert first.info["ip"] != second.info["ip"]
    assert first.info["key"] != second.info["key"]
    assert stock.take(ORDER) is None
    first.end()
    assert [path.name for path in tmp_path.iterdir()] == [second.folder.name]


def test_only_the_folder_may_be_another(stock: Stock) -> None:
    """Other arguments or another environment get none; another folder does."""
    stock.keep(ORDER, 3)
    assert stock.take(Order((), ORDER.env, ORDER.cwd)) is None
    assert stock.take(Order(ORDER.arguments, {}, ORDER.cwd)) is None
    assert stock.take(Order(ORDER.arguments, dict(ORDER.env), "/there")) is not None


def test_a_spare_that_died_is_passed_over(stock: Stock, tmp_path: Path) -> None:
    """Nobody gets it, and its folder goes."""
    stock.keep(ORDER, 2)
    dead, alive = stock._spares
    dead.kernel.kill()
    assert taken(stock) is alive
    assert [path.name for path in tmp_path.iterdir()] == [alive.folder.name]


def test_the_spares_of_another_order_end(stock: Stock, tmp_path: Path) -> None:
    """Kept are those that the last who came would have taken; keeping fewer ends none of them."""
    stock.keep(ORDER, 2)
    old = list(stock._spares)
    other = Order((), {}, "/here")
    stock.keep(other, 2)
    stock.keep(other, 0)
    assert [spare.kernel.poll() for spare in old] == [-signal.SIGKILL] * 2
    assert len(list(tmp_path.iterdir())) == 2
    stock.clear()
    assert list(tmp_path.iterdir()) == []


def test_an_order_is_read_from_the_launchers_arguments() -> None:
    """Without the connection file, which differs each time; without one there is no order."""
    read = read_order(["-a", "-f", "kernel.json", "-b"], {}, "/")
    assert read == (Order(("-a", "-b"), {}, "/"), "kernel.json")
    assert read[0].at("other.json")["arguments"] == ["-f", "other.json", "-a", "-b"]
    assert read_order(["-a"], {}, "/") is None
    assert read_order(["-f"], {}, "/") is None


def run(cells: list[str], config: Config, cwd: Path) -> list[str]:
    """What the cells print, on a kernel of a build's manager in the folder ``cwd``."""
    client = NotebookClient(
        notebook(FORKED, *cells),
        kernel_name="python3",
        kernel_manager_class=WarmKernelManager,
        config=config,
        resources={"metadata": {"path": str(cwd)}},
    )
    return printed(client.execute())[1:]


def the_spare() -> Spare:
    """The one spare that is ready."""
    (spare,) = [one for parent in connection._parents.values() for one in parent.stock._spares]
    return spare


@pytest.mark.kernel
def test_a_spare_is_as_a_kernel_that_was_forked_just_now(tmp_path: Path) -> None:
    """It has the taker's folder and limit, and nothing of what ran before."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    run(["import os; os.environ['LEFT'] = left = 'here'"], ONE_READY, here)
    met_at = the_spare().info["ip"]
    look = [
        "import os, resource; print(os.getcwd(), *_dh)",
        "print(os.environ.get('LEFT'), 'left' in globals(), len(In))",
        "print(resource.getrlimit(resource.RLIMIT_DATA)[0])",
        "print(get_ipython().kernel.parent.ip)",
    ]
    folder, state, limit, met = run(look, NONE_MORE, there)
    assert met == met_at
    assert folder == f"{there} {there}"
    assert state == "None False 4"
    assert limit == str(2**31 if sys.platform == "linux" else -1)
    assert not Path(met_at).parent.exists()


@pytest.mark.kernel
def test_another_environment_gets_a_kernel_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the asker's environment is now counts, not what it was when the spare was started."""
    run(["1"], ONE_READY, tmp_path)
    stale = the_spare()
    monkeypatch.setenv("DESK", "third")
    told = run(["import os; print(os.environ['DESK'])"], NONE_MORE, tmp_path)
    assert told == ["third"]
    assert stale.kernel.wait(SECONDS) == -signal.SIGKILL


@pytest.mark.kernel
def test_a_spare_that_dies_when_it_is_claimed_is_replaced(tmp_path: Path) -> None:
    """Whoever asked gets a kernel that is forked now."""
    gone = tmp_path / "gone"
    run(["1"], ONE_READY, tmp_path)
    alive = the_spare()
    (parent,) = (p for p in connection._parents.values() if alive in p.stock._spares)
    order = parent.stock._order
    assert order is not None
    parent.stock.clear()
    # It ends while it starts, which may be before or after it is claimed.
    parent.stock.keep(Order(order.arguments, order.env, str(gone)), 1)
    assert run(["print('here')"], NONE_MORE, tmp_path) == ["here"]


@pytest.mark.kernel
def test_a_kernel_that_does_not_get_ready_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its start takes longer than a start may; whoever asked is told, and can start another."""
    monkeypatch.setattr("briefing.kernels.handle._START_SECONDS", 0.1)
    profile = tmp_path / "profile_default" / "startup"
    profile.mkdir(parents=True)
    (profile / "wait.py").write_text("import time; time.sleep(600)", encoding="utf-8")

    async def use() -> None:
        parent = connection.start_parent(["json"])
        env = {**os.environ, "IPYTHONDIR": str(tmp_path)}
        kernel = parent.fork(Order((), env, str(tmp_path)).at(tmp_path / "kernel.json"))
        assert not await kernel.claim(str(tmp_path), 0)
        assert kernel.wait(SECONDS) == -signal.SIGKILL

    run_apart(use)


@pytest.mark.kernel
def test_a_spare_can_be_restarted_where_its_clients_know_it(tmp_path: Path) -> None:
    """A restart is a new kernel at the same place, so that clients go on."""

    async def use() -> None:
        first = WarmKernelManager(kernel_name="python3", config=ONE_READY)
        await first.start_kernel(cwd=str(tmp_path))
        met_at = the_spare().info["ip"]
        second = WarmKernelManager(kernel_name="python3", config=ONE_READY)
        await second.start_kernel(cwd=str(tmp_path))
        before = second.provisioner.pid  # type: ignore[union-attr]
        await second.restart_kernel()
        assert second.ip == met_at
        assert second.provisioner.pid != before  # type: ignore[union-attr]
        client = second.client()
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        client.stop_channels()
        for manager in (first, second):
            await manager.shutdown_kernel()
        assert not Path(met_at).parent.exists()

    run_apart(use)


@pytest.mark.kernel
def test_a_spare_is_there_for_plain_tools_too(warm_spec: str, tmp_path: Path) -> None:
    """A kernelspec that says so; nbclient's own manager is told where to meet it."""
    file = next(tmp_path.rglob("kernel.json"))
    file.write_text(file.read_text("utf-8").replace('"preload"', '"spares": 1, "preload"'), "utf-8")
    NotebookClient(notebook("1", kernel=warm_spec)).execute()
    met_at = the_spare().info["ip"]
    where = "print(get_ipython().kernel.parent.ip)"
    ran = NotebookClient(notebook(FORKED, where, kernel=warm_spec)).execute()
    assert printed(ran) == ["True", met_at]


# Has one kernel ready that nobody takes, tells the process ids, and ends as it is told to.
ASK = """
import os, sys, time
from briefing.kernels.connection import start_parent
from briefing.kernels.spares import Order
parent = start_parent(["json"])
parent.stock.keep(Order((), dict(os.environ), os.getcwd()), 1)
print(parent._process.pid, parent.stock._spares[0].folder, flush=True)
sys.stdin.readline()
time.sleep(600) if sys.argv[1] == "stay" else None
"""


@pytest.mark.kernel
@pytest.mark.parametrize("how", ["leave", "stay"])
def test_a_spare_that_nobody_takes_ends_with_its_asker(how: str) -> None:
    """Also where the asker is killed; where it leaves by itself, the folder goes too."""
    script = [sys.executable, "-c", ASK, how]
    with subprocess.Popen(
        script, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as asker:
        assert asker.stdout is not None
        number, folder = asker.stdout.readline().split()
        parent = psutil.Process(int(number))
        while not (spares := [child.pid for child in parent.children()]):
            pass
        if how == "stay":
            asker.kill()
        asker.communicate("\n", SECONDS)
    assert wait_until_gone([parent.pid, *spares]) == []
    assert Path(folder).exists() is (how == "stay")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.kernel
def test_the_control_channel_is_silent_before_a_kernel_closes(tmp_path: Path) -> None:
    """What is registered for the end runs when the thread that asked for the end has finished.

    ipykernel closes its sockets there; a thread that still sends would wait in vain, for seconds.
    """
    told = tmp_path / "threads"
    tell = (
        "import atexit, pathlib, threading\n"
        "names = lambda: ' '.join(thread.name for thread in threading.enumerate())\n"
        f"atexit.register(lambda: pathlib.Path({str(told)!r}).write_text(names()))\n"
        "print(names())"
    )
    (during,) = run([tell], NONE_MORE, tmp_path)
    assert "Control" in during.split()
    assert "Control" not in told.read_text(encoding="utf-8").split()
