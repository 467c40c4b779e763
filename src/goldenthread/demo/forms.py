"""What is chosen at the demonstration's door."""

from collections.abc import Iterable

from django import forms

from goldenthread.demo.queries import Persona


class ChoosePersonaForm(forms.Form):
    """Whom to be in the demonstration."""

    persona = forms.TypedChoiceField(
        coerce=int, error_messages={"required": "Choose who to be", "invalid_choice": "Choose who to be"}
    )

    def __init__(self, *args: object, personas: Iterable[Persona], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as given
        self.fields["persona"].choices = [(persona.id, persona.name) for persona in personas]  # type: ignore[attr-defined]
