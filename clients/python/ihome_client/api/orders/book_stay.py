from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.booked_order_answer import BookedOrderAnswer
from ...models.booking_form import BookingForm
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: BookingForm,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1.0/orders",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> BookedOrderAnswer | Refusal | None:
    if response.status_code == 201:
        response_201 = BookedOrderAnswer.from_dict(response.json())

        return response_201

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
) -> Response[BookedOrderAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: BookingForm,
    idempotency_key: str | Unset = UNSET,
) -> Response[BookedOrderAnswer | Refusal]:
    """Book a stay

     The guest needs a real name on file; else the answer is USERERR (4104). The order waits for the
    host's answer, or for the payment where the house can be booked instantly.

    Args:
        idempotency_key (str | Unset):
        body (BookingForm): A stay from one date to the other; the night of the check-out date is
            not booked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookedOrderAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: BookingForm,
    idempotency_key: str | Unset = UNSET,
) -> BookedOrderAnswer | Refusal | None:
    """Book a stay

     The guest needs a real name on file; else the answer is USERERR (4104). The order waits for the
    host's answer, or for the payment where the house can be booked instantly.

    Args:
        idempotency_key (str | Unset):
        body (BookingForm): A stay from one date to the other; the night of the check-out date is
            not booked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookedOrderAnswer | Refusal
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: BookingForm,
    idempotency_key: str | Unset = UNSET,
) -> Response[BookedOrderAnswer | Refusal]:
    """Book a stay

     The guest needs a real name on file; else the answer is USERERR (4104). The order waits for the
    host's answer, or for the payment where the house can be booked instantly.

    Args:
        idempotency_key (str | Unset):
        body (BookingForm): A stay from one date to the other; the night of the check-out date is
            not booked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[BookedOrderAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: BookingForm,
    idempotency_key: str | Unset = UNSET,
) -> BookedOrderAnswer | Refusal | None:
    """Book a stay

     The guest needs a real name on file; else the answer is USERERR (4104). The order waits for the
    host's answer, or for the payment where the house can be booked instantly.

    Args:
        idempotency_key (str | Unset):
        body (BookingForm): A stay from one date to the other; the night of the check-out date is
            not booked.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        BookedOrderAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
