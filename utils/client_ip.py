"""Client addresses behind trusted proxies, and which addresses are public."""

import ipaddress
import socket
from collections.abc import Sequence

_MAX_PROXIES = 20
"""Further entries of `X-Forwarded-For` are not read."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_UNICAST = ipaddress.IPv6Network("2000::/3")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_TUNNELS: tuple[Network, ...] = (  # they lead to IPv4 addresses that the address itself does not show reliably
    ipaddress.IPv6Network("2001::/32"),  # Teredo
    ipaddress.IPv6Network("2002::/16"),  # 6to4
    ipaddress.IPv4Network("192.88.99.0/24"),  # 6to4 relays
)


def client_address(peer: str, forwarded_for: str, trusted: Sequence[Network]) -> str:
    """The client's address: that of the socket, or behind trusted proxies the right-most address that is not a proxy's.

    The client itself can write the entries of `X-Forwarded-For` to the left of it, so they are ignored.
    """
    address = _parse(peer)
    for entry in reversed(forwarded_for.rsplit(",", _MAX_PROXIES)):
        if address is None or not any(address in network for network in trusted):
            break
        previous_hop = _parse(entry.strip())
        if previous_hop is None:
            break
        address = previous_hop
    return str(address) if address else peer


def is_in(address: str, networks: Sequence[Network]) -> bool:
    """Whether an address is in one of the networks; False for malformed text."""
    parsed = _parse(address)
    return parsed is not None and any(parsed in network for network in networks)


def bucket(address: str) -> str:
    """The unit that limits count: an IPv4 address, or an IPv6 /64, which one customer has."""
    parsed = _parse(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)
    return str(parsed or address)


def numeric_host(host: str) -> str | None:
    """The address that a URL's host states in digits, in any notation: `0x7f.1` is 127.0.0.1. None for a name."""
    try:
        found = socket.getaddrinfo(host, None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return None
    return str(found[0][4][0])


def is_public(text: str) -> bool:
    """Whether a machine in the public Internet may have this address. For NAT64 the IPv4 address within it decides."""
    address = _parse(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address in _NAT64:
        address = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address is None or (isinstance(address, ipaddress.IPv6Address) and address not in _UNICAST):
        return False
    return address.is_global and not address.is_multicast and not any(address in network for network in _TUNNELS)


def _parse(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
