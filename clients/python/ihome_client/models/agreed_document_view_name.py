from typing import Literal

AgreedDocumentViewName = Literal["privacy", "terms"]

AGREED_DOCUMENT_VIEW_NAME_VALUES: set[AgreedDocumentViewName] = {
    "privacy",
    "terms",
}


def check_agreed_document_view_name(value: str) -> AgreedDocumentViewName:
    if value in AGREED_DOCUMENT_VIEW_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AGREED_DOCUMENT_VIEW_NAME_VALUES!r}")
