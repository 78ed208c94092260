from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_answer import EmptyAnswer
from ...models.prices_form import PricesForm
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    house_id: int,
    *,
    body: PricesForm | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1.0/houses/{house_id}/prices".format(
            house_id=quote(str(house_id), safe=""),
        ),
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> EmptyAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = EmptyAnswer.from_dict(response.json())

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

    if response.status_code == 413:
        response_413 = Refusal.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = Refusal.from_dict(response.json())

        return response_415

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
) -> Response[EmptyAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    house_id: int,
    *,
    client: AuthenticatedClient,
    body: PricesForm | Unset = UNSET,
) -> Response[EmptyAnswer | Refusal]:
    """Change the prices of a house

     Fields that are left out stay as they are, and orders keep the prices at which they were booked.

    Args:
        house_id (int):
        body (PricesForm | Unset): Prices to change; fields that are left out stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        house_id=house_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    house_id: int,
    *,
    client: AuthenticatedClient,
    body: PricesForm | Unset = UNSET,
) -> EmptyAnswer | Refusal | None:
    """Change the prices of a house

     Fields that are left out stay as they are, and orders keep the prices at which they were booked.

    Args:
        house_id (int):
        body (PricesForm | Unset): Prices to change; fields that are left out stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyAnswer | Refusal
    """

    return sync_detailed(
        house_id=house_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    house_id: int,
    *,
    client: AuthenticatedClient,
    body: PricesForm | Unset = UNSET,
) -> Response[EmptyAnswer | Refusal]:
    """Change the prices of a house

     Fields that are left out stay as they are, and orders keep the prices at which they were booked.

    Args:
        house_id (int):
        body (PricesForm | Unset): Prices to change; fields that are left out stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        house_id=house_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    house_id: int,
    *,
    client: AuthenticatedClient,
    body: PricesForm | Unset = UNSET,
) -> EmptyAnswer | Refusal | None:
    """Change the prices of a house

     Fields that are left out stay as they are, and orders keep the prices at which they were booked.

    Args:
        house_id (int):
        body (PricesForm | Unset): Prices to change; fields that are left out stay as they are.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            house_id=house_id,
            client=client,
            body=body,
        )
    ).parsed
