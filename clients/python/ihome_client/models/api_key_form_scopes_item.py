from typing import Literal

ApiKeyFormScopesItem = Literal[
    "calendar:write",
    "events:read",
    "houses:read",
    "houses:write",
    "messages:read",
    "messages:write",
    "orders:read",
    "orders:write",
    "webhooks:write",
]

API_KEY_FORM_SCOPES_ITEM_VALUES: set[ApiKeyFormScopesItem] = {
    "calendar:write",
    "events:read",
    "houses:read",
    "houses:write",
    "messages:read",
    "messages:write",
    "orders:read",
    "orders:write",
    "webhooks:write",
}


def check_api_key_form_scopes_item(value: str) -> ApiKeyFormScopesItem:
    if value in API_KEY_FORM_SCOPES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_KEY_FORM_SCOPES_ITEM_VALUES!r}")
