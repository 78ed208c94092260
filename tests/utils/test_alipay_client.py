"""The private parts of python-alipay-sdk that utils/alipay_client.py reaches into."""

from importlib.metadata import version


def test_the_sdk_is_the_one_whose_private_parts_are_known() -> None:
    """Before another version: does `_verify_and_return_sync_response` still check signatures, and raise otherwise?"""
    assert version("python-alipay-sdk") == "3.4.0"
