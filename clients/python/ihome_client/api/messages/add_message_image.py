from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.add_message_image_body import AddMessageImageBody
from ...models.image_answer import ImageAnswer
from ...models.refusal import Refusal
from ...types import Response


def _get_kwargs(
    thread_id: int,
    *,
    body: AddMessageImageBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1.0/threads/{thread_id}/images".format(
            thread_id=quote(str(thread_id), safe=""),
        ),
    }

    _kwargs["files"] = body.to_multipart()

    headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> ImageAnswer | Refusal | None:
    if response.status_code == 201:
        response_201 = ImageAnswer.from_dict(response.json())

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

    if response.status_code == 502:
        response_502 = Refusal.from_dict(response.json())

        return response_502

    if response.status_code == 503:
        response_503 = Refusal.from_dict(response.json())

        return response_503

    if response.status_code == 507:
        response_507 = Refusal.from_dict(response.json())

        return response_507

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ImageAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    thread_id: int,
    *,
    client: AuthenticatedClient,
    body: AddMessageImageBody,
) -> Response[ImageAnswer | Refusal]:
    """Upload a picture for a message

     JPEG, PNG or WebP. It is encoded anew, without place, camera and other metadata. The other member
    sees it with the message that names it; a picture that is not sent within a day is deleted.

    Args:
        thread_id (int):
        body (AddMessageImageBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImageAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        thread_id=thread_id,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    thread_id: int,
    *,
    client: AuthenticatedClient,
    body: AddMessageImageBody,
) -> ImageAnswer | Refusal | None:
    """Upload a picture for a message

     JPEG, PNG or WebP. It is encoded anew, without place, camera and other metadata. The other member
    sees it with the message that names it; a picture that is not sent within a day is deleted.

    Args:
        thread_id (int):
        body (AddMessageImageBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImageAnswer | Refusal
    """

    return sync_detailed(
        thread_id=thread_id,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    thread_id: int,
    *,
    client: AuthenticatedClient,
    body: AddMessageImageBody,
) -> Response[ImageAnswer | Refusal]:
    """Upload a picture for a message

     JPEG, PNG or WebP. It is encoded anew, without place, camera and other metadata. The other member
    sees it with the message that names it; a picture that is not sent within a day is deleted.

    Args:
        thread_id (int):
        body (AddMessageImageBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImageAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        thread_id=thread_id,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    thread_id: int,
    *,
    client: AuthenticatedClient,
    body: AddMessageImageBody,
) -> ImageAnswer | Refusal | None:
    """Upload a picture for a message

     JPEG, PNG or WebP. It is encoded anew, without place, camera and other metadata. The other member
    sees it with the message that names it; a picture that is not sent within a day is deleted.

    Args:
        thread_id (int):
        body (AddMessageImageBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImageAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            thread_id=thread_id,
            client=client,
            body=body,
        )
    ).parsed
