from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.list_orders_role import ListOrdersRole
from ...models.list_orders_tab import ListOrdersTab
from ...models.orders_answer import OrdersAnswer
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    role: ListOrdersRole | Unset = "custom",
    after: int | Unset = UNSET,
    size: int | Unset = 20,
    tab: ListOrdersTab | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_role: str | Unset = UNSET
    if not isinstance(role, Unset):
        json_role = role

    params["role"] = json_role

    params["after"] = after

    params["size"] = size

    json_tab: str | Unset = UNSET
    if not isinstance(tab, Unset):
        json_tab = tab

    params["tab"] = json_tab

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/user/orders",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> OrdersAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = OrdersAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Refusal.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Refusal.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Refusal.from_dict(response.json())

        return response_403

    if response.status_code == 429:
        response_429 = Refusal.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Refusal.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Refusal.from_dict(response.json())

        return response_503

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[OrdersAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    role: ListOrdersRole | Unset = "custom",
    after: int | Unset = UNSET,
    size: int | Unset = 20,
    tab: ListOrdersTab | Unset = UNSET,
) -> Response[OrdersAnswer | Refusal]:
    """List one's orders as guest or as host

     The newest first; with `tab` `upcoming` or `current`, the earliest stay first.

    Args:
        role (ListOrdersRole | Unset):  Default: 'custom'.
        after (int | Unset):
        size (int | Unset):  Default: 20.
        tab (ListOrdersTab | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrdersAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        role=role,
        after=after,
        size=size,
        tab=tab,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    role: ListOrdersRole | Unset = "custom",
    after: int | Unset = UNSET,
    size: int | Unset = 20,
    tab: ListOrdersTab | Unset = UNSET,
) -> OrdersAnswer | Refusal | None:
    """List one's orders as guest or as host

     The newest first; with `tab` `upcoming` or `current`, the earliest stay first.

    Args:
        role (ListOrdersRole | Unset):  Default: 'custom'.
        after (int | Unset):
        size (int | Unset):  Default: 20.
        tab (ListOrdersTab | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrdersAnswer | Refusal
    """

    return sync_detailed(
        client=client,
        role=role,
        after=after,
        size=size,
        tab=tab,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    role: ListOrdersRole | Unset = "custom",
    after: int | Unset = UNSET,
    size: int | Unset = 20,
    tab: ListOrdersTab | Unset = UNSET,
) -> Response[OrdersAnswer | Refusal]:
    """List one's orders as guest or as host

     The newest first; with `tab` `upcoming` or `current`, the earliest stay first.

    Args:
        role (ListOrdersRole | Unset):  Default: 'custom'.
        after (int | Unset):
        size (int | Unset):  Default: 20.
        tab (ListOrdersTab | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OrdersAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        role=role,
        after=after,
        size=size,
        tab=tab,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    role: ListOrdersRole | Unset = "custom",
    after: int | Unset = UNSET,
    size: int | Unset = 20,
    tab: ListOrdersTab | Unset = UNSET,
) -> OrdersAnswer | Refusal | None:
    """List one's orders as guest or as host

     The newest first; with `tab` `upcoming` or `current`, the earliest stay first.

    Args:
        role (ListOrdersRole | Unset):  Default: 'custom'.
        after (int | Unset):
        size (int | Unset):  Default: 20.
        tab (ListOrdersTab | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OrdersAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            role=role,
            after=after,
            size=size,
            tab=tab,
        )
    ).parsed
