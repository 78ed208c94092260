import datetime
from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.count_houses_sk import CountHousesSk
from ...models.facets_answer import FacetsAnswer
from ...models.refusal import Refusal
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    aid: int | Unset = UNSET,
    sd: datetime.date | Unset = UNSET,
    ed: datetime.date | Unset = UNSET,
    sk: CountHousesSk | Unset = "new",
    p: int | Unset = 1,
    size: int | Unset = 10,
    after: str | Unset = UNSET,
    min_price: int | Unset = UNSET,
    max_price: int | Unset = UNSET,
    capacity: int | Unset = UNSET,
    rooms: int | Unset = UNSET,
    beds: int | Unset = UNSET,
    instant: bool | Unset = UNSET,
    facilities: list[int] | Unset = UNSET,
    q: str | Unset = UNSET,
    bounds: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["aid"] = aid

    json_sd: str | Unset = UNSET
    if not isinstance(sd, Unset):
        json_sd = sd.isoformat()
    params["sd"] = json_sd

    json_ed: str | Unset = UNSET
    if not isinstance(ed, Unset):
        json_ed = ed.isoformat()
    params["ed"] = json_ed

    json_sk: str | Unset = UNSET
    if not isinstance(sk, Unset):
        json_sk = sk

    params["sk"] = json_sk

    params["p"] = p

    params["size"] = size

    params["after"] = after

    params["min_price"] = min_price

    params["max_price"] = max_price

    params["capacity"] = capacity

    params["rooms"] = rooms

    params["beds"] = beds

    params["instant"] = instant

    json_facilities: list[int] | Unset = UNSET
    if not isinstance(facilities, Unset):
        json_facilities = facilities

    params["facilities"] = json_facilities

    params["q"] = q

    params["bounds"] = bounds

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1.0/houses/facets",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | FacetsAnswer | Refusal | None:
    if response.status_code == 200:
        response_200 = FacetsAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | FacetsAnswer | Refusal]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    aid: int | Unset = UNSET,
    sd: datetime.date | Unset = UNSET,
    ed: datetime.date | Unset = UNSET,
    sk: CountHousesSk | Unset = "new",
    p: int | Unset = 1,
    size: int | Unset = 10,
    after: str | Unset = UNSET,
    min_price: int | Unset = UNSET,
    max_price: int | Unset = UNSET,
    capacity: int | Unset = UNSET,
    rooms: int | Unset = UNSET,
    beds: int | Unset = UNSET,
    instant: bool | Unset = UNSET,
    facilities: list[int] | Unset = UNSET,
    q: str | Unset = UNSET,
    bounds: str | Unset = UNSET,
) -> Response[Any | FacetsAnswer | Refusal]:
    """Count what a search finds, for its filters

     How many houses, at which prices, and if there are none, which filter to drop.

    Args:
        aid (int | Unset):
        sd (datetime.date | Unset):
        ed (datetime.date | Unset):
        sk (CountHousesSk | Unset):  Default: 'new'.
        p (int | Unset):  Default: 1.
        size (int | Unset):  Default: 10.
        after (str | Unset):
        min_price (int | Unset):
        max_price (int | Unset):
        capacity (int | Unset):
        rooms (int | Unset):
        beds (int | Unset):
        instant (bool | Unset):
        facilities (list[int] | Unset):
        q (str | Unset):
        bounds (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | FacetsAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        aid=aid,
        sd=sd,
        ed=ed,
        sk=sk,
        p=p,
        size=size,
        after=after,
        min_price=min_price,
        max_price=max_price,
        capacity=capacity,
        rooms=rooms,
        beds=beds,
        instant=instant,
        facilities=facilities,
        q=q,
        bounds=bounds,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    aid: int | Unset = UNSET,
    sd: datetime.date | Unset = UNSET,
    ed: datetime.date | Unset = UNSET,
    sk: CountHousesSk | Unset = "new",
    p: int | Unset = 1,
    size: int | Unset = 10,
    after: str | Unset = UNSET,
    min_price: int | Unset = UNSET,
    max_price: int | Unset = UNSET,
    capacity: int | Unset = UNSET,
    rooms: int | Unset = UNSET,
    beds: int | Unset = UNSET,
    instant: bool | Unset = UNSET,
    facilities: list[int] | Unset = UNSET,
    q: str | Unset = UNSET,
    bounds: str | Unset = UNSET,
) -> Any | FacetsAnswer | Refusal | None:
    """Count what a search finds, for its filters

     How many houses, at which prices, and if there are none, which filter to drop.

    Args:
        aid (int | Unset):
        sd (datetime.date | Unset):
        ed (datetime.date | Unset):
        sk (CountHousesSk | Unset):  Default: 'new'.
        p (int | Unset):  Default: 1.
        size (int | Unset):  Default: 10.
        after (str | Unset):
        min_price (int | Unset):
        max_price (int | Unset):
        capacity (int | Unset):
        rooms (int | Unset):
        beds (int | Unset):
        instant (bool | Unset):
        facilities (list[int] | Unset):
        q (str | Unset):
        bounds (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | FacetsAnswer | Refusal
    """

    return sync_detailed(
        client=client,
        aid=aid,
        sd=sd,
        ed=ed,
        sk=sk,
        p=p,
        size=size,
        after=after,
        min_price=min_price,
        max_price=max_price,
        capacity=capacity,
        rooms=rooms,
        beds=beds,
        instant=instant,
        facilities=facilities,
        q=q,
        bounds=bounds,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    aid: int | Unset = UNSET,
    sd: datetime.date | Unset = UNSET,
    ed: datetime.date | Unset = UNSET,
    sk: CountHousesSk | Unset = "new",
    p: int | Unset = 1,
    size: int | Unset = 10,
    after: str | Unset = UNSET,
    min_price: int | Unset = UNSET,
    max_price: int | Unset = UNSET,
    capacity: int | Unset = UNSET,
    rooms: int | Unset = UNSET,
    beds: int | Unset = UNSET,
    instant: bool | Unset = UNSET,
    facilities: list[int] | Unset = UNSET,
    q: str | Unset = UNSET,
    bounds: str | Unset = UNSET,
) -> Response[Any | FacetsAnswer | Refusal]:
    """Count what a search finds, for its filters

     How many houses, at which prices, and if there are none, which filter to drop.

    Args:
        aid (int | Unset):
        sd (datetime.date | Unset):
        ed (datetime.date | Unset):
        sk (CountHousesSk | Unset):  Default: 'new'.
        p (int | Unset):  Default: 1.
        size (int | Unset):  Default: 10.
        after (str | Unset):
        min_price (int | Unset):
        max_price (int | Unset):
        capacity (int | Unset):
        rooms (int | Unset):
        beds (int | Unset):
        instant (bool | Unset):
        facilities (list[int] | Unset):
        q (str | Unset):
        bounds (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | FacetsAnswer | Refusal]
    """

    kwargs = _get_kwargs(
        aid=aid,
        sd=sd,
        ed=ed,
        sk=sk,
        p=p,
        size=size,
        after=after,
        min_price=min_price,
        max_price=max_price,
        capacity=capacity,
        rooms=rooms,
        beds=beds,
        instant=instant,
        facilities=facilities,
        q=q,
        bounds=bounds,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    aid: int | Unset = UNSET,
    sd: datetime.date | Unset = UNSET,
    ed: datetime.date | Unset = UNSET,
    sk: CountHousesSk | Unset = "new",
    p: int | Unset = 1,
    size: int | Unset = 10,
    after: str | Unset = UNSET,
    min_price: int | Unset = UNSET,
    max_price: int | Unset = UNSET,
    capacity: int | Unset = UNSET,
    rooms: int | Unset = UNSET,
    beds: int | Unset = UNSET,
    instant: bool | Unset = UNSET,
    facilities: list[int] | Unset = UNSET,
    q: str | Unset = UNSET,
    bounds: str | Unset = UNSET,
) -> Any | FacetsAnswer | Refusal | None:
    """Count what a search finds, for its filters

     How many houses, at which prices, and if there are none, which filter to drop.

    Args:
        aid (int | Unset):
        sd (datetime.date | Unset):
        ed (datetime.date | Unset):
        sk (CountHousesSk | Unset):  Default: 'new'.
        p (int | Unset):  Default: 1.
        size (int | Unset):  Default: 10.
        after (str | Unset):
        min_price (int | Unset):
        max_price (int | Unset):
        capacity (int | Unset):
        rooms (int | Unset):
        beds (int | Unset):
        instant (bool | Unset):
        facilities (list[int] | Unset):
        q (str | Unset):
        bounds (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | FacetsAnswer | Refusal
    """

    return (
        await asyncio_detailed(
            client=client,
            aid=aid,
            sd=sd,
            ed=ed,
            sk=sk,
            p=p,
            size=size,
            after=after,
            min_price=min_price,
            max_price=max_price,
            capacity=capacity,
            rooms=rooms,
            beds=beds,
            instant=instant,
            facilities=facilities,
            q=q,
            bounds=bounds,
        )
    ).parsed
