"""Connections that are made only to addresses that are allowed."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from briefing.fetch.deadline import Deadline
from briefing.fetch.errors import UnreachableError


@dataclass(frozen=True)
class Dial:
    """How a connection is made: to which addresses, within how many seconds, until when."""

    allowed: Callable[[str], bool]
    seconds: float
    deadline: Deadline

    def connect(self, host: str, port: int) -> socket.socket:
        """Connect to the first address of ``host`` that answers.

        A name is looked up once and the address found is the one connected to, so that it cannot
        be another one than was checked. Raises ``UnreachableError`` where none is allowed or none
        answers.
        """
        for address in self._addresses(host, port):
            try:
                connection = socket.create_connection((address, port), self.seconds)
            except OSError:
                continue  # the next one may
            self.deadline.watch(connection)
            return connection
        raise UnreachableError("cannot be connected to. Check the address and the network")

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise UnreachableError(
                f"names a server that is not known ({host}). Check it"
            ) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if not (allowed := [address for address in addresses if self.allowed(address)]):
            raise UnreachableError(
                f"leads to {addresses[0]}, on this machine or a private network, and is not fetched"
            )
        return allowed


class _Connection(HTTPConnection):
    def __init__(self, *args: Any, dial: Dial, **more: Any) -> None:
        super().__init__(*args, **more)
        self._dial = dial

    def _new_conn(self) -> socket.socket:
        return self._dial.connect(self.host, self.port)


class _SecureConnection(HTTPSConnection):
    def __init__(self, *args: Any, dial: Dial, **more: Any) -> None:
        super().__init__(*args, **more)
        self._dial = dial

    def _new_conn(self) -> socket.socket:
        return self._dial.connect(self.host, self.port)


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


def open_pool(scheme: str, host: str, port: int | None, dial: Dial) -> HTTPConnectionPool:
    """Return the way to one server, for one request; certificates are checked."""
    if scheme == "https":
        return _SecurePool(host, port, dial=dial)
    return _Pool(host, port, dial=dial)
