from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.refusal import Refusal
from ...models.reviews_page_answer import ReviewsPageAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    house_id: int,
    *,
    after: str | Unset = UNSET,
    rating: int | Unset = UNSET,
    size: int | Unset = 10,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["after"] = after

    params["rating"] = rating

    params["size"] = size

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/houses/{house_id}/reviews".format(
            house_id=quote(str(house_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Refusal | ReviewsPageAnswer | None:
    if response.status_code == 200:
        response_200 = ReviewsPageAnswer.from_dict(response.json())

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
) -> Response[Any | Refusal | ReviewsPageAnswer]:
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
    after: str | Unset = UNSET,
    rating: int | Unset = UNSET,
    size: int | Unset = 10,
) -> Response[Any | Refusal | ReviewsPageAnswer]:
    """List the reviews of a house

     The counts are of all reviews, also where `rating` chooses some.

    Args:
        house_id (int):
        after (str | Unset):
        rating (int | Unset):
        size (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Refusal | ReviewsPageAnswer]
    """

    kwargs = _get_kwargs(
        house_id=house_id,
        after=after,
        rating=rating,
        size=size,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = UNSET,
    rating: int | Unset = UNSET,
    size: int | Unset = 10,
) -> Any | Refusal | ReviewsPageAnswer | None:
    """List the reviews of a house

     The counts are of all reviews, also where `rating` chooses some.

    Args:
        house_id (int):
        after (str | Unset):
        rating (int | Unset):
        size (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Refusal | ReviewsPageAnswer
    """

    return sync_detailed(
        house_id=house_id,
        client=client,
        after=after,
        rating=rating,
        size=size,
    ).parsed


async def asyncio_detailed(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = UNSET,
    rating: int | Unset = UNSET,
    size: int | Unset = 10,
) -> Response[Any | Refusal | ReviewsPageAnswer]:
    """List the reviews of a house

     The counts are of all reviews, also where `rating` chooses some.

    Args:
        house_id (int):
        after (str | Unset):
        rating (int | Unset):
        size (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Refusal | ReviewsPageAnswer]
    """

    kwargs = _get_kwargs(
        house_id=house_id,
        after=after,
        rating=rating,
        size=size,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    house_id: int,
    *,
    client: AuthenticatedClient | Client,
    after: str | Unset = UNSET,
    rating: int | Unset = UNSET,
    size: int | Unset = 10,
) -> Any | Refusal | ReviewsPageAnswer | None:
    """List the reviews of a house

     The counts are of all reviews, also where `rating` chooses some.

    Args:
        house_id (int):
        after (str | Unset):
        rating (int | Unset):
        size (int | Unset):  Default: 10.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Refusal | ReviewsPageAnswer
    """

    return (
        await asyncio_detailed(
            house_id=house_id,
            client=client,
            after=after,
            rating=rating,
            size=size,
        )
    ).parsed
