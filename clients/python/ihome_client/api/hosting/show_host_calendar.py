import datetime
from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.host_calendar_answer import HostCalendarAnswer
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    from_: datetime.date | Unset = UNSET,
    nights: int | Unset = 31,
    after: int | Unset = UNSET,
    size: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_from_: str | Unset = UNSET
    if not isinstance(from_, Unset):
        json_from_ = from_.isoformat()
    params["from"] = json_from_

    params["nights"] = nights

    params["after"] = after

    params["size"] = size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/user/calendar",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> HostCalendarAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = HostCalendarAnswer.from_dict(response.json())

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
) -> Response[HostCalendarAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    nights: int | Unset = 31,
    after: int | Unset = UNSET,
    size: int | Unset = 50,
) -> Response[HostCalendarAnswer | Refusal]:
    """Show prices and taken nights of all one's houses

    Args:
        from_ (datetime.date | Unset):
        nights (int | Unset):  Default: 31.
        after (int | Unset):
        size (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HostCalendarAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        from_=from_,
        nights=nights,
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
    from_: datetime.date | Unset = UNSET,
    nights: int | Unset = 31,
    after: int | Unset = UNSET,
    size: int | Unset = 50,
) -> HostCalendarAnswer | Refusal | None:
    """Show prices and taken nights of all one's houses

    Args:
        from_ (datetime.date | Unset):
        nights (int | Unset):  Default: 31.
        after (int | Unset):
        size (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HostCalendarAnswer | Refusal
    """

    return sync_detailed(
        client=client,
        from_=from_,
        nights=nights,
        after=after,
        size=size,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    nights: int | Unset = 31,
    after: int | Unset = UNSET,
    size: int | Unset = 50,
) -> Response[HostCalendarAnswer | Refusal]:
    """Show prices and taken nights of all one's houses

    Args:
        from_ (datetime.date | Unset):
        nights (int | Unset):  Default: 31.
        after (int | Unset):
        size (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[HostCalendarAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        from_=from_,
        nights=nights,
        after=after,
        size=size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    from_: datetime.date | Unset = UNSET,
    nights: int | Unset = 31,
    after: int | Unset = UNSET,
    size: int | Unset = 50,
) -> HostCalendarAnswer | Refusal | None:
    """Show prices and taken nights of all one's houses

    Args:
        from_ (datetime.date | Unset):
        nights (int | Unset):  Default: 31.
        after (int | Unset):
        size (int | Unset):  Default: 50.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        HostCalendarAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            from_=from_,
            nights=nights,
            after=after,
            size=size,
        )
    ).parsed
