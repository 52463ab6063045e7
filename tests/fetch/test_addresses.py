"""Only the open internet is connected to, however an address is written."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from briefing.fetch import Fetcher, FetchError
from briefing.fetch.addresses import is_public
from tests.fetch.server import QUICK, Site, fetcher, page, redirect


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"]
)
def test_public_addresses(address: str) -> None:
    """Hosts of the open internet, also as IPv6 writes an IPv4 address."""
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.9.1", "0.0.0.0", "::1", "::"),  # this machine
        *("10.0.0.1", "172.16.0.1", "192.168.1.1", "fd00::1"),  # private
        *("169.254.169.254", "fe80::1", "fe80::1%eth0"),  # link-local, where clouds keep keys
        *("100.64.0.1", "192.0.2.1", "198.18.0.1", "240.0.0.1", "255.255.255.255"),  # reserved
        *("224.0.0.1", "ff02::1"),  # multicast
        # An IPv4 address within an IPv6 one: mapped, NAT64, 6to4, Teredo.
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"),
        "2001:0:0:0:0:0:80ff:fffe",
        *("localhost", "", "127.1"),  # no address at all
    ],
)
def test_other_addresses(address: str) -> None:
    """This machine, private, link-local, shared, reserved and multicast networks."""
    assert not is_public(address)


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.0.0.1", "127.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_this_machine_is_not_fetched(host: str, site: Site) -> None:
    """By whatever name; nothing is sent."""
    site.answers["/"] = page("Secret")
    with pytest.raises(FetchError, match=r"^leads to .*, on this machine or a private"):
        Fetcher(QUICK).get(f"http://{host}:{site.port}/")
    assert site.asked == []


@pytest.mark.parametrize(
    "to", ["http://10.0.0.1/", "http://[::1]:1/", "http://169.254.169.254/latest/", "//127.0.0.2/"]
)
def test_a_redirect_into_a_private_network_is_not_followed(site: Site, to: str) -> None:
    """Each step is checked like the first one."""
    site.answers["/a"] = redirect(to)
    with pytest.raises(FetchError, match=r"on this machine or a private network"):
        fetcher().get(site.url("/a"))


def test_the_address_checked_is_the_address_connected_to(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is looked up again and then stands for this machine changes nothing."""
    looked_up: list[str] = []

    def rebinding(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        looked_up.append(host)
        address = "127.0.0.1" if host == "127.0.0.1" else "10.9.8.7"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    site.answers["/"] = page("Secret")
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with pytest.raises(FetchError, match=r"leads to 10\.9\.8\.7"):
        fetcher().get(f"http://rebind.example:{site.port}/")
    assert looked_up == ["rebind.example"]
    assert site.asked == []
