"""Which addresses may be connected to: those of the open internet.

A page may redirect anywhere, and a name may stand for any address: to this machine, to a router, to
the service of a cloud that hands out keys. So the address itself is checked, of every connection.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")  # the last 32 bits are an IPv4 address


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet.

    Not this machine, a private, link-local, shared, reserved or multicast network, however the
    address is written: an IPv4 address within an IPv6 one is looked at by itself.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    return _is_global(found if inner is None else inner)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address leads to, if it is of one of the ways to write one."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    not_a_host = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not not_a_host
