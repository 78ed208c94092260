from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.settings_form_language_type_0 import SettingsFormLanguageType0, check_settings_form_language_type_0
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.choice_form import ChoiceForm


T = TypeVar("T", bound="SettingsForm")


@_attrs_define
class SettingsForm:
    """Settings to change; what is left out stays as it is."""

    language: None | SettingsFormLanguageType0 | Unset = UNSET
    """ The language in which the user is written to. """
    quiet: bool | None | Unset = UNSET
    """ false: no quiet hours. """
    quiet_from: None | str | Unset = UNSET
    """ When quiet hours begin, local time; together with `quiet_until`. """
    quiet_until: None | str | Unset = UNSET
    """ When they end, which may be the next day. """
    choices: list[ChoiceForm] | None | Unset = UNSET
    """ Kinds and channels to switch on or off. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        quiet: bool | None | Unset
        if isinstance(self.quiet, Unset):
            quiet = UNSET
        else:
            quiet = self.quiet

        quiet_from: None | str | Unset
        if isinstance(self.quiet_from, Unset):
            quiet_from = UNSET
        else:
            quiet_from = self.quiet_from

        quiet_until: None | str | Unset
        if isinstance(self.quiet_until, Unset):
            quiet_until = UNSET
        else:
            quiet_until = self.quiet_until

        choices: list[dict[str, Any]] | None | Unset
        if isinstance(self.choices, Unset):
            choices = UNSET
        elif isinstance(self.choices, list):
            choices = []
            for choices_type_0_item_data in self.choices:
                choices_type_0_item = choices_type_0_item_data.to_dict()
                choices.append(choices_type_0_item)

        else:
            choices = self.choices

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if language is not UNSET:
            field_dict["language"] = language
        if quiet is not UNSET:
            field_dict["quiet"] = quiet
        if quiet_from is not UNSET:
            field_dict["quiet_from"] = quiet_from
        if quiet_until is not UNSET:
            field_dict["quiet_until"] = quiet_until
        if choices is not UNSET:
            field_dict["choices"] = choices

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.choice_form import ChoiceForm  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_language(data: object) -> None | SettingsFormLanguageType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_settings_form_language_type_0(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SettingsFormLanguageType0 | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        def _parse_quiet(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        quiet = _parse_quiet(d.pop("quiet", UNSET))

        def _parse_quiet_from(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_from = _parse_quiet_from(d.pop("quiet_from", UNSET))

        def _parse_quiet_until(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        quiet_until = _parse_quiet_until(d.pop("quiet_until", UNSET))

        def _parse_choices(data: object) -> list[ChoiceForm] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                choices_type_0 = []
                _choices_type_0 = data
                for choices_type_0_item_data in _choices_type_0:
                    choices_type_0_item = ChoiceForm.from_dict(choices_type_0_item_data)

                    choices_type_0.append(choices_type_0_item)

                return choices_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ChoiceForm] | None | Unset, data)

        choices = _parse_choices(d.pop("choices", UNSET))

        settings_form = cls(
            language=language,
            quiet=quiet,
            quiet_from=quiet_from,
            quiet_until=quiet_until,
            choices=choices,
        )

        settings_form.additional_properties = d
        return settings_form

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
