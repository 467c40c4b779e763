"""How is a form drawn? GOV.UK components, what was typed, each problem beside its field and on top."""

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from goldenthread.ui.fields import Drawn

SMALLER = {"radios": "govuk-radios--small", "checkboxes": "govuk-checkboxes--small"}


class DrawnField(forms.BoundField):
    """A field on its form: `{{ form.sent_on }}` draws label, hint, problem and boxes."""

    field: Any

    def __str__(self) -> SafeString:
        return self.as_field_group()

    def __html__(self) -> SafeString:
        return self.as_field_group()

    def as_field_group(self) -> SafeString:
        """The whole group. Only fields of goldenthread.ui can be drawn, and hidden ones."""
        if self.is_hidden:
            return self.as_hidden()
        if not isinstance(self.field, Drawn):
            raise TypeError(
                f"{self.name}: use a field of goldenthread.ui.fields, which knows how it is drawn"
            )
        return drawn("ui/fields/field.html", component=self.field.component, params=self.parameters())

    def parameters(self) -> dict[str, Any]:
        """All that the GOV.UK component is told."""
        part = "fieldset__legend" if self.in_fieldset else "label"
        named = {"text": self.label, "classes": f"govuk-{part}--s"}
        return {
            "id": self.auto_id,
            "idPrefix": self.auto_id,
            "name": self.html_name,
            "namePrefix": self.html_name,
            "hint": {"text": self.help_text} if self.help_text else None,
            "errorMessage": {"text": self.problem} if self.problem else None,
            "classes": SMALLER.get(self.field.component, "") if self.dense else "",
            **({"fieldset": {"legend": named}} if self.in_fieldset else {"label": named}),
            **self.field.parameters(self.value(), id_=self.auto_id, boxes=self.wrong_boxes),
        }

    @property
    def dense(self) -> bool:
        """Does it stand on a page that people work in all day?"""
        return bool(getattr(self.form, "dense", False))

    @property
    def in_fieldset(self) -> bool:
        """Several boxes share one question."""
        return bool(self.field.uses_fieldset)

    @property
    def problem(self) -> str:
        """The first thing that is wrong: one at a time, as GOV.UK does."""
        return str(self.errors[0]) if self.errors else ""

    @property
    def wrong_boxes(self) -> tuple[str, ...]:
        """The parts of a date that are wrong."""
        if not self.errors:
            return ()
        first = self.errors.as_data()[0]
        return tuple((first.params or {}).get("boxes", ()))

    @property
    def first_id(self) -> str:
        """Where the summary's link leads: the first box that is wrong."""
        return f"{self.auto_id}-{self.wrong_boxes[0]}" if self.wrong_boxes else str(self.auto_id)


class Form(forms.Form):
    """A form of goldenthread.ui fields. In a page: `form.error_summary()`, then `form.fieldsets()`."""

    dense = True
    """Small radios and checkboxes, as staff pages have them; a form for families sets False."""
    bound_field_class = DrawnField
    use_required_attribute = False

    def error_summary(self) -> SafeString:
        """The box at the top of the page: every problem, each a link to its box; empty if all is well."""
        if not self.errors:
            return SafeString("")
        of_form = [{"text": str(words)} for words in self.non_field_errors()]
        of_fields = [
            {"text": bound.problem, "href": f"#{bound.first_id}"}
            for bound in (self[name] for name in self.fields)
            if bound.errors and isinstance(bound, DrawnField)
        ]
        return drawn("ui/fields/error_summary.html", problems=of_form + of_fields)

    def fieldsets(self) -> SafeString:
        """Every field in its order, the hidden ones first."""
        fields = [*self.hidden_fields(), *self.visible_fields()]
        return SafeString("\n".join(str(bound) for bound in fields))


def drawn(template: str, **values: Any) -> SafeString:
    """A piece of page, escaped by its template."""
    return SafeString(render_to_string(template, values))
