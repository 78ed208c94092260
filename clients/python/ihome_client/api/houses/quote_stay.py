import datetime
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.quote_answer import QuoteAnswer
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    house_id: int,
    *,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int | Unset = 1,
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
        "url": "/api/v1.0/houses/{house_id}/quote".format(
            house_id=quote(str(house_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | QuoteAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = QuoteAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 400:
        response_400 = Refusal.from_dict(response.json())

        return response_400

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
) -> Response[Any | QuoteAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int | Unset = 1,
) -> Response[Any | QuoteAnswer | Refusal]:
    """Show what a stay would cost

    Args:
        house_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int | Unset):  Default: 1.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | QuoteAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        house_id=house_id,
        start_date=start_date,
        end_date=end_date,
        guests=guests,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int | Unset = 1,
) -> Any | QuoteAnswer | Refusal | None:
    """Show what a stay would cost

    Args:
        house_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int | Unset):  Default: 1.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | QuoteAnswer | Refusal
    """

    return sync_detailed(
        house_id=house_id,
        client=client,
        start_date=start_date,
        end_date=end_date,
        guests=guests,
    ).parsed


async def asyncio_detailed(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int | Unset = 1,
) -> Response[Any | QuoteAnswer | Refusal]:
    """Show what a stay would cost

    Args:
        house_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int | Unset):  Default: 1.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | QuoteAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        house_id=house_id,
        start_date=start_date,
        end_date=end_date,
        guests=guests,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    start_date: datetime.date,
    end_date: datetime.date,
    guests: int | Unset = 1,
) -> Any | QuoteAnswer | Refusal | None:
    """Show what a stay would cost

    Args:
        house_id (int):
        start_date (datetime.date):
        end_date (datetime.date):
        guests (int | Unset):  Default: 1.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | QuoteAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            house_id=house_id,
            client=client,
            start_date=start_date,
            end_date=end_date,
            guests=guests,
        )
    ).parsed
