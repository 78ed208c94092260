from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.empty_answer import EmptyAnswer
from ...models.refusal import Refusal
from ...types import UNSET, Response


def _get_kwargs(
    mobile: str,
    *,
    piccode_id: str,
    piccode: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["piccode_id"] = piccode_id

    params["piccode"] = piccode

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/smscode/{mobile}".format(
            mobile=quote(str(mobile), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> EmptyAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = EmptyAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Refusal.from_dict(response.json())

        return response_400

    if response.status_code == 403:
        response_403 = Refusal.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Refusal.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = Refusal.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Refusal.from_dict(response.json())

        return response_500

    if response.status_code == 502:
        response_502 = Refusal.from_dict(response.json())

        return response_502

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
    mobile: str,
    *,
    client: AuthenticatedClient | Client,
    piccode_id: str,
    piccode: str,
) -> Response[EmptyAnswer | Refusal]:
    """Send an SMS code for registering

     The picture code is spent, right or wrong.

    Args:
        mobile (str):
        piccode_id (str):
        piccode (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        mobile=mobile,
        piccode_id=piccode_id,
        piccode=piccode,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    mobile: str,
    *,
    client: AuthenticatedClient | Client,
    piccode_id: str,
    piccode: str,
) -> EmptyAnswer | Refusal | None:
    """Send an SMS code for registering

     The picture code is spent, right or wrong.

    Args:
        mobile (str):
        piccode_id (str):
        piccode (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyAnswer | Refusal
    """

    return sync_detailed(
        mobile=mobile,
        client=client,
        piccode_id=piccode_id,
        piccode=piccode,
    ).parsed


async def asyncio_detailed(
    mobile: str,
    *,
    client: AuthenticatedClient | Client,
    piccode_id: str,
    piccode: str,
) -> Response[EmptyAnswer | Refusal]:
    """Send an SMS code for registering

     The picture code is spent, right or wrong.

    Args:
        mobile (str):
        piccode_id (str):
        piccode (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmptyAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        mobile=mobile,
        piccode_id=piccode_id,
        piccode=piccode,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    mobile: str,
    *,
    client: AuthenticatedClient | Client,
    piccode_id: str,
    piccode: str,
) -> EmptyAnswer | Refusal | None:
    """Send an SMS code for registering

     The picture code is spent, right or wrong.

    Args:
        mobile (str):
        piccode_id (str):
        piccode (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmptyAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            mobile=mobile,
            client=client,
            piccode_id=piccode_id,
            piccode=piccode,
        )
    ).parsed
