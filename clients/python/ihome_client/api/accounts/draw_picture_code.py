from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    id: str,
    *,
    precodeid: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["precodeid"] = precodeid

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/imagecode/{id}".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> File | Refusal | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.content))

        return response_200

    if response.status_code == 400:
        response_400 = Refusal.from_dict(response.json())

        return response_400

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[File | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    precodeid: str | Unset = UNSET,
) -> Response[File | Refusal]:
    """Draw a picture code

     The client makes up the id, and sends it with the text that a person reads in the picture. A new
    picture under the same id, or the id of a previous picture, makes the old one void.

    Args:
        id (str):
        precodeid (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Refusal]
    """

    kwargs = _get_kwargs(
        id=id,
        precodeid=precodeid,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    precodeid: str | Unset = UNSET,
) -> File | Refusal | None:
    """Draw a picture code

     The client makes up the id, and sends it with the text that a person reads in the picture. A new
    picture under the same id, or the id of a previous picture, makes the old one void.

    Args:
        id (str):
        precodeid (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Refusal
    """

    return sync_detailed(
        id=id,
        client=client,
        precodeid=precodeid,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    precodeid: str | Unset = UNSET,
) -> Response[File | Refusal]:
    """Draw a picture code

     The client makes up the id, and sends it with the text that a person reads in the picture. A new
    picture under the same id, or the id of a previous picture, makes the old one void.

    Args:
        id (str):
        precodeid (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[File | Refusal]
    """

    kwargs = _get_kwargs(
        id=id,
        precodeid=precodeid,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    precodeid: str | Unset = UNSET,
) -> File | Refusal | None:
    """Draw a picture code

     The client makes up the id, and sends it with the text that a person reads in the picture. A new
    picture under the same id, or the id of a previous picture, makes the old one void.

    Args:
        id (str):
        precodeid (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        File | Refusal
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            precodeid=precodeid,
        )
    ).parsed
