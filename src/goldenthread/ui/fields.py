"""What can a form ask? Django fields that draw GOV.UK components and say what is wrong in plain English.

Every field takes `called`: what is asked for as it stands in a sentence ("the day it was sent"). Messages are
made of it: "Enter the day it was sent". Use with ui.forms.Form. A field only says what it is to be drawn as
(`component`, a GOV.UK macro) and with what (`parameters`); ui.forms draws it with its value and its problem.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from goldenthread.ui.words import size, thousands


def start_upper(words: str) -> str:
    """The first letter as a sentence has it; the rest is left alone (SENCO stays SENCO)."""
    return words[:1].upper() + words[1:]


class Drawn:
    """What every field here has besides Django's own: how it is drawn, and what it is called."""

    component = "input"
    uses_fieldset = False
    asks = "Enter"
    called: str
    extra: dict[str, Any]
    error_messages: Any  # Django's own dict of messages

    def describe(self, label: str, called: str, messages: Mapping[str, str], **extra: Any) -> None:
        """Set what it is called, its messages and what else its component is told."""
        self.called = called or label[:1].lower() + label[1:].rstrip("?")
        self.extra = extra
        self.error_messages |= {
            "required": f"{self.asks} {self.called}",
            "invalid": f"Check {self.called}",
        } | {
            code: message.format(called=self.called, Called=start_upper(self.called))
            for code, message in messages.items()
        }

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """What the component is told of its value; `boxes` are the parts of it that are wrong."""
        return {"value": "" if value is None else str(value), **self.extra}


class TextField(Drawn, forms.CharField):
    """One line of text. `width` is how many letters it has room for: "2", "4", "10", "20"; else a line."""

    type = "text"

    def __init__(
        self, *, label: str, called: str = "", width: str = "", autocomplete: str = "", **rest: Any
    ) -> None:
        super().__init__(label=label, **rest)
        self.describe(
            label,
            called,
            {"max_length": "{Called} must be %(limit_value)d characters or fewer; you have %(show_value)d"},
            type=self.type,
            autocomplete=autocomplete,
            classes=f"govuk-input--width-{width}" if width else "",
        )


class PasswordField(TextField):
    """A password: never sent back to the page, spaces at its ends are part of it."""

    type = "password"

    def __init__(self, *, label: str, called: str = "", autocomplete: str, **rest: Any) -> None:
        super().__init__(label=label, called=called, autocomplete=autocomplete, strip=False, **rest)
        self.extra |= {"spellcheck": False, "autocapitalize": "none"}

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """An empty box, whatever was typed."""
        return {"value": "", **self.extra}


class EmailField(TextField, forms.EmailField):
    """An e-mail address; the keyboard of a phone knows it."""

    type = "email"

    def __init__(self, *, label: str, called: str = "", **rest: Any) -> None:
        super().__init__(label=label, called=called, autocomplete=rest.pop("autocomplete", "email"), **rest)
        self.extra["spellcheck"] = False
        self.error_messages["invalid"] = f"{start_upper(self.called)} must be like name@example.com"


class TextAreaField(Drawn, forms.CharField):
    """Several lines of text."""

    component = "textarea"

    def __init__(self, *, label: str, called: str = "", rows: int = 4, **rest: Any) -> None:
        super().__init__(label=label, widget=forms.Textarea, **rest)
        messages = {
            "max_length": "{Called} must be %(limit_value)d characters or fewer; you have %(show_value)d"
        }
        self.describe(label, called, messages, rows=rows)


class WholeNumberField(Drawn, forms.IntegerField):
    """A whole number, typed as text: a number box changes by accident when the page is scrolled."""

    def __init__(self, *, label: str, called: str = "", width: str = "4", **rest: Any) -> None:
        super().__init__(label=label, widget=forms.TextInput, **rest)
        least, most = rest.get("min_value"), rest.get("max_value")
        messages = {"invalid": "{Called} must be a whole number, like 12"}
        if least is not None:
            messages["min_value"] = f"{{Called}} must be {thousands(least)} or more"
        if most is not None:
            messages["max_value"] = f"{{Called}} must be {thousands(most)} or fewer"
        self.describe(label, called, messages, inputmode="numeric", classes=f"govuk-input--width-{width}")

    def to_python(self, value: Any) -> int | None:
        """Thousands may be typed with commas or spaces, as they are written."""
        return super().to_python(value.replace(",", "").replace(" ", "") if isinstance(value, str) else value)


class NumberField(Drawn, forms.FloatField):
    """A number that may have decimals, typed as text."""

    def __init__(self, *, label: str, called: str = "", width: str = "5", **rest: Any) -> None:
        super().__init__(label=label, widget=forms.TextInput, **rest)
        messages = {"invalid": "{Called} must be a number, like 12 or 51.3"}
        self.describe(label, called, messages, inputmode="decimal", classes=f"govuk-input--width-{width}")

    def to_python(self, value: Any) -> float | None:  # type: ignore[override]
        """Thousands may be typed with commas or spaces, and a share with its sign."""
        typed = value.replace(",", "").replace(" ", "").rstrip("%") if isinstance(value, str) else value
        return super().to_python(typed)


class ChoiceField(Drawn, forms.ChoiceField):
    """One of several: radios, or a select where there are many. `hints` explain a choice, by its value."""

    component = "radios"
    uses_fieldset = True
    asks = "Choose"

    def __init__(
        self,
        *,
        label: str,
        choices: Any,
        called: str = "",
        hints: Mapping[str, str] | None = None,
        as_select: bool = False,
        **rest: Any,
    ) -> None:
        super().__init__(label=label, choices=choices, **rest)
        if as_select:
            self.component, self.uses_fieldset = "select", False
        self.hints = hints or {}
        self.describe(label, called, {"invalid_choice": "Choose {called} from the list"})

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """The choices, the chosen one marked."""
        return {"items": items_of(self, set() if value is None else {str(value)}), **self.extra}


def items_of(field: Any, chosen: set[str]) -> list[dict[str, Any]]:
    """The choices of a field as a component takes them, the chosen ones marked."""
    return [
        {
            "value": str(key),
            "text": str(words),
            "checked": str(key) in chosen,
            "selected": str(key) in chosen,
            "hint": {"text": field.hints[str(key)]} if str(key) in field.hints else None,
        }
        for key, words in field.choices
    ]


class MultipleChoiceField(Drawn, forms.MultipleChoiceField):
    """Any of several, as checkboxes."""

    component = "checkboxes"
    uses_fieldset = True
    asks = "Choose"

    def __init__(
        self,
        *,
        label: str,
        choices: Any,
        called: str = "",
        hints: Mapping[str, str] | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(label=label, choices=choices, **rest)
        self.hints = hints or {}
        self.describe(label, called, {"invalid_choice": "Choose {called} from the list"})

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """The choices, the chosen ones marked."""
        return {"items": items_of(self, {str(each) for each in value or ()}), **self.extra}


class ConfirmField(Drawn, forms.BooleanField):
    """One box that must be ticked to go on. `says` is the sentence beside it."""

    component = "checkboxes"
    uses_fieldset = True

    def __init__(self, *, label: str, says: str, called: str = "", **rest: Any) -> None:
        super().__init__(label=label, **rest)
        self.says = says
        self.describe(label, called, {"required": "Tick the box to confirm {called}"})

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """The one box, ticked or not."""
        return {"items": [{"value": "on", "text": self.says, "checked": bool(value)}], **self.extra}


class FileField(Drawn, forms.FileField):
    """A file from the reader's computer. Here only name and size are judged."""

    component = "file-upload"
    asks = "Choose"

    def __init__(
        self,
        *,
        label: str,
        called: str = "",
        endings: Iterable[str] = (),
        largest: int | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(label=label, **rest)
        self.endings, self.largest = tuple(endings), largest
        self.describe(
            label,
            called,
            {
                "invalid": "Choose {called} again: it did not arrive",
                "missing": "Choose {called}",
                "empty": "{Called} is empty",
                "ending": "{Called} must end in " + " or ".join(self.endings),
                "largest": "{Called} must be smaller than " + (size(largest) if largest else ""),
            },
            attributes={"accept": ",".join(self.endings)} if self.endings else {},
        )

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """Nothing of the value: a browser does not let a page choose a file again."""
        return dict(self.extra)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The uploaded file, refused by its name's ending and its size."""
        file = super().clean(data, initial)
        if isinstance(file, UploadedFile):
            if self.endings and not str(file.name).lower().endswith(self.endings):
                raise ValidationError(self.error_messages["ending"], code="ending")
            if self.largest is not None and (file.size or 0) > self.largest:
                raise ValidationError(self.error_messages["largest"], code="largest")
        return file
