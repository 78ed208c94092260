from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...models.threads_answer import ThreadsAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    q: str | Unset = UNSET,
    after: int | Unset = UNSET,
    size: int | Unset = 20,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["q"] = q

    params["after"] = after

    params["size"] = size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/user/threads",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Refusal | ThreadsAnswer | None:
    if response.status_code == 200:
        response_200 = ThreadsAnswer.from_dict(response.json())

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
) -> Response[Refusal | ThreadsAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    after: int | Unset = UNSET,
    size: int | Unset = 20,
) -> Response[Refusal | ThreadsAnswer]:
    """List one's threads, or search them

     The latest message first. A search looks at the latest 200 threads and 5,000 messages.

    Args:
        q (str | Unset):
        after (int | Unset):
        size (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | ThreadsAnswer]
    """

    kwargs = _get_kwargs(
        q=q,
        after=after,
        size=size,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    after: int | Unset = UNSET,
    size: int | Unset = 20,
) -> Refusal | ThreadsAnswer | None:
    """List one's threads, or search them

     The latest message first. A search looks at the latest 200 threads and 5,000 messages.

    Args:
        q (str | Unset):
        after (int | Unset):
        size (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | ThreadsAnswer
    """

    return sync_detailed(
        client=client,
        q=q,
        after=after,
        size=size,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    after: int | Unset = UNSET,
    size: int | Unset = 20,
) -> Response[Refusal | ThreadsAnswer]:
    """List one's threads, or search them

     The latest message first. A search looks at the latest 200 threads and 5,000 messages.

    Args:
        q (str | Unset):
        after (int | Unset):
        size (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Refusal | ThreadsAnswer]
    """

    kwargs = _get_kwargs(
        q=q,
        after=after,
        size=size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    q: str | Unset = UNSET,
    after: int | Unset = UNSET,
    size: int | Unset = 20,
) -> Refusal | ThreadsAnswer | None:
    """List one's threads, or search them

     The latest message first. A search looks at the latest 200 threads and 5,000 messages.

    Args:
        q (str | Unset):
        after (int | Unset):
        size (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Refusal | ThreadsAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            q=q,
            after=after,
            size=size,
        )
    ).parsed
