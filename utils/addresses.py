"""Whose request it is: client addresses behind trusted proxies."""

import ipaddress
from collections.abc import Sequence

_MOST_PROXIES = 20
"""So many entries of `X-Forwarded-For` are read."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """The client's address: the socket's, or behind trusted proxies the right-most one that is not theirs.

    What stands left of that in `X-Forwarded-For` was written by the client and is not believed.
    """
    address = _parse(peer)
    for entry in reversed(forwarded_for.rsplit(",", _MOST_PROXIES)):
        if address is None or not any(address in network for network in trusted):
            break
        nearer = _parse(entry.strip())
        if nearer is None:
            break
        address = nearer
    return str(address) if address else peer


def bucket(address: str) -> str:
    """What limits count: an IPv4 address, or the /64 that one IPv6 customer holds."""
    parsed = _parse(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed or address)


def _parse(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
