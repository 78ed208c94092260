"""Whose request it is."""

from ipaddress import ip_network

import pytest

from utils.addresses import bucket, client_address

PROXIES = (ip_network("10.0.0.0/8"), ip_network("::1/128"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("198.51.100.7", "203.0.113.1", "198.51.100.7"),
        ("10.0.0.1", "203.0.113.1", "203.0.113.1"),
        ("10.0.0.1", "6.6.6.6, 203.0.113.1", "203.0.113.1"),
        ("10.0.0.1", "6.6.6.6, 203.0.113.1, 10.1.1.1", "203.0.113.1"),
        ("10.0.0.1", "10.2.2.2, 10.1.1.1", "10.2.2.2"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "nonsense", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.1, nonsense", "10.0.0.1"),
        ("::ffff:10.0.0.1", "203.0.113.1", "203.0.113.1"),
        ("::1", "2001:db8::5", "2001:db8::5"),
        ("", "203.0.113.1", ""),
    ],
)
def test_only_a_trusted_proxy_is_believed(peer: str, forwarded: str, address: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == address


@pytest.mark.parametrize(
    ("address", "counted"),
    [("203.0.113.1", "203.0.113.1"), ("2001:db8:1:2:3::4", "2001:db8:1:2::"), ("::ffff:203.0.113.1", "203.0.113.1")],
)
def test_one_customer_is_one_bucket(address: str, counted: str) -> None:
    assert bucket(address) == counted
