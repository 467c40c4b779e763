"""On which day? Three boxes, kept as they were typed, with a message for each way to go wrong."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError

from goldenthread.ui.fields import Drawn, start_upper
from goldenthread.ui.words import MONTHS, day, listed

PARTS = ("day", "month", "year")
MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)
}


class Typed(NamedTuple):
    """The three boxes as they were typed."""

    day: str = ""
    month: str = ""
    year: str = ""


class ThreeBoxes(forms.Widget):
    """Reads the three boxes from what was sent; drawing is ui.forms' work."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        return Typed(*(str(data.get(f"{name}-{part}", "")).strip() for part in PARTS))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return f"{id_}-day"


class DateField(Drawn, forms.Field):
    """A day. Given `today`, a later day is refused; it is asked when the form is sent, for today moves.

    Months may be typed as numbers or names. The clean value is a date, or None where nothing was asked for.
    """

    widget = ThreeBoxes
    component = "date-input"
    uses_fieldset = True

    def __init__(
        self,
        *,
        label: str,
        called: str = "",
        today: Callable[[], date] | None = None,
        not_before: Callable[[], date] | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(label=label, **rest)
        self.today, self.not_before = today, not_before
        self.describe(label, called, {})

    def to_python(self, value: Any) -> date | None:
        """The day that three boxes say; raises with the boxes that are wrong."""
        if value is None or isinstance(value, date):
            return value
        typed = Typed(*value)
        missing = [part for part in PARTS if not getattr(typed, part)]
        if len(missing) == len(PARTS):
            return None
        if missing:
            raise self.problem(f"must include a {listed(missing)}", missing)
        if not (typed.year.isdecimal() and len(typed.year) == 4):
            raise self.problem("must have a year of 4 numbers, like 2026", ["year"])
        return self.real_day(typed)

    def real_day(self, typed: Typed) -> date:
        """The day, once all three boxes hold something."""
        month = MONTH_NUMBERS.get(typed.month.lower()) or (int(typed.month) if typed.month.isdecimal() else 0)
        if not 1 <= month <= 12:
            raise self.problem("must have a real month, from 1 to 12", ["month"])
        try:
            return date(int(typed.year), month, int(typed.day))
        except ValueError:
            raise self.problem("must be a real date", PARTS) from None

    def validate(self, value: Any) -> None:
        """Required, and inside what is possible."""
        if value is None:
            if self.required:
                raise ValidationError(self.error_messages["required"], "required", {"boxes": PARTS})
            return
        if self.today and value > self.today():
            raise self.problem("must be today or earlier", PARTS)
        if self.not_before and value < self.not_before():
            raise self.problem(f"must be on or after {day(self.not_before())}", PARTS)

    def parameters(self, value: Any, *, id_: str, boxes: Iterable[str]) -> dict[str, Any]:
        """Three boxes with what was typed; the wrong ones carry the red border."""
        wrong = set(boxes)
        return {
            "items": [
                {
                    "name": part,
                    "value": written,
                    "classes": f"govuk-input--width-{4 if part == 'year' else 2}"
                    + (" govuk-input--error" if part in wrong else ""),
                }
                for part, written in zip(PARTS, as_typed(value), strict=True)
            ],
            **self.extra,
        }

    def problem(self, words: str, boxes: Iterable[str]) -> ValidationError:
        """An error in plain words that knows its boxes."""
        return ValidationError(f"{start_upper(self.called)} {words}", "invalid", {"boxes": tuple(boxes)})


def as_typed(value: date | Typed | None) -> Typed:
    """What stands in the boxes: a day that was there before, or what was typed."""
    if value is None:
        return Typed()
    if isinstance(value, date):
        return Typed(str(value.day), str(value.month), str(value.year))
    return Typed(*value)
