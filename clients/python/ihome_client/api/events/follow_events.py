from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    after: int | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["after"] = after

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/events/stream",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Refusal | str | None:
    if response.status_code == 200:
        response_200 = response.text
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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Refusal | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    after: int | Unset = UNSET,
) -> Response[Refusal | str]:
    """Follow one's events as they happen

     Server-Sent Events: each has its number as `id`, its type as `event`, and an event of the feed as
    `data`. The stream begins behind the number of the header Last-Event-ID, else behind `after`, else
    with the next event. Comments keep the connection alive. The stream ends when the session does,
    after a quarter of an hour, and when the server stops: connect again. `event: replaced` says that
    the user has opened too many streams, `event: signed_out` that the session has ended.

    Args:
        after (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | str]
    """

    kwargs = _get_kwargs(
        after=after,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    after: int | Unset = UNSET,
) -> Refusal | str | None:
    """Follow one's events as they happen

     Server-Sent Events: each has its number as `id`, its type as `event`, and an event of the feed as
    `data`. The stream begins behind the number of the header Last-Event-ID, else behind `after`, else
    with the next event. Comments keep the connection alive. The stream ends when the session does,
    after a quarter of an hour, and when the server stops: connect again. `event: replaced` says that
    the user has opened too many streams, `event: signed_out` that the session has ended.

    Args:
        after (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | str
    """

    return sync_detailed(
        client=client,
        after=after,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    after: int | Unset = UNSET,
) -> Response[Refusal | str]:
    """Follow one's events as they happen

     Server-Sent Events: each has its number as `id`, its type as `event`, and an event of the feed as
    `data`. The stream begins behind the number of the header Last-Event-ID, else behind `after`, else
    with the next event. Comments keep the connection alive. The stream ends when the session does,
    after a quarter of an hour, and when the server stops: connect again. `event: replaced` says that
    the user has opened too many streams, `event: signed_out` that the session has ended.

    Args:
        after (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | str]
    """

    kwargs = _get_kwargs(
        after=after,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    after: int | Unset = UNSET,
) -> Refusal | str | None:
    """Follow one's events as they happen

     Server-Sent Events: each has its number as `id`, its type as `event`, and an event of the feed as
    `data`. The stream begins behind the number of the header Last-Event-ID, else behind `after`, else
    with the next event. Comments keep the connection alive. The stream ends when the session does,
    after a quarter of an hour, and when the server stops: connect again. `event: replaced` says that
    the user has opened too many streams, `event: signed_out` that the session has ended.

    Args:
        after (int | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | str
    """

    return (
        await asyncio_detailed(
            client=client,
            after=after,
        )
    ).parsed
