"""A Dask cluster as an executor: the scheduler's address is all that is needed."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from briefing.errors import BriefingError

CONNECT_SECONDS = 10


@contextmanager
def connect(address: str) -> Iterator[Executor]:
    """The executor of the cluster whose scheduler listens at ``tcp://HOST:PORT``.

    What is not done at the end is cancelled. Raises ``BriefingError`` where ``distributed`` is not
    installed or nothing answers.
    """
    try:
        from distributed import Client
    except ImportError:
        raise BriefingError(
            "--scheduler needs Dask, which is not installed; run "
            "`pip install 'briefing[dask]'`, or leave the option out to use this machine."
        ) from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise BriefingError(
            f"No Dask scheduler answers at {address} ({error}); look whether it runs and "
            "whether this machine may reach it."
        ) from error
    with client, client.get_executor(pure=False) as executor:
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)
