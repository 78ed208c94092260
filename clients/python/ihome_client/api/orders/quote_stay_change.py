import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.change_quote_answer import ChangeQuoteAnswer
from ...models.refusal import Refusal
from ...types import UNSET, Response


def _get_kwargs(
    order_id: int,
    *,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_start_date = start_date.isoformat()
    params["start_date"] = json_start_date

    json_end_date = end_date.isoformat()
    params["end_date"] = json_end_date

    params["guests"] = guests

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/orders/{order_id}/changes/quote".format(
            order_id=quote(str(order_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ChangeQuoteAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = ChangeQuoteAnswer.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = Refusal.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Refusal.from_dict(response.json())

        return response_409

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
) -> Response[ChangeQuoteAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int,
) -> Response[ChangeQuoteAnswer | Refusal]:
    """Show what another stay would cost

     At today's prices; the nights of the order itself count as free.

    Args:
        order_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChangeQuoteAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        start_date=start_date,
        end_date=end_date,
        guests=guests,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    order_id: int,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int,
) -> ChangeQuoteAnswer | Refusal | None:
    """Show what another stay would cost

     At today's prices; the nights of the order itself count as free.

    Args:
        order_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChangeQuoteAnswer | Refusal
    """

    return sync_detailed(
        order_id=order_id,
        client=client,
        start_date=start_date,
        end_date=end_date,
        guests=guests,
    ).parsed


async def asyncio_detailed(
    order_id: int,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int,
) -> Response[ChangeQuoteAnswer | Refusal]:
    """Show what another stay would cost

     At today's prices; the nights of the order itself count as free.

    Args:
        order_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ChangeQuoteAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        order_id=order_id,
        start_date=start_date,
        end_date=end_date,
        guests=guests,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    order_id: int,
    *,
    client: AuthenticatedClient,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int,
) -> ChangeQuoteAnswer | Refusal | None:
    """Show what another stay would cost

     At today's prices; the nights of the order itself count as free.

    Args:
        order_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ChangeQuoteAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            order_id=order_id,
            client=client,
            start_date=start_date,
            end_date=end_date,
            guests=guests,
        )
    ).parsed
