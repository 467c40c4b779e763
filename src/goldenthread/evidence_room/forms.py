"""What is asked when the room is opened or closed, when someone sees deeper, and in a search."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from goldenthread.accounts.models import User
from goldenthread.audit import clock
from goldenthread.evidence_room.actions import Asked, Basis
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, EmailField, TextAreaField, TextField
from goldenthread.ui.forms import Form

ONE_DAY = timedelta(days=1)


class OpenRoomForm(Form):
    """Who comes in, of which body, why, from when until when."""

    name = TextField(label="Their name", called="their name", max_length=200, autocomplete="off")
    email = EmailField(label="Their work e-mail address", called="their e-mail address", autocomplete="off")
    body = TextField(
        label="Whom do they work for?",
        called="whom they work for",
        help_text="As in “the Department for Education”, “Ofsted”.",
        max_length=200,
    )
    because = TextAreaField(
        label="Why do they come in?",
        called="why they come in",
        help_text="As in “adviser for the six-monthly review”. It is kept.",
        rows=2,
    )
    starts_on = DateField(label="From which day?", called="the first day", not_before=clock.today)
    last_on = DateField(
        label="Until which day?",
        called="the last day",
        help_text="The last day on which they get in.",
        not_before=clock.today,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("starts_on"), cleaned.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", "The last day must be the first day or a later one")
        return cleaned

    def asked(self) -> Asked:
        cleaned = self.cleaned_data
        return Asked(
            name=cleaned["name"],
            email=cleaned["email"],
            body=cleaned["body"],
            because=cleaned["because"],
            starts_on=cleaned["starts_on"],
            ends_on=cleaned["last_on"] + ONE_DAY,
        )


class BecauseForm(Form):
    """Why something ends."""

    because = TextAreaField(label="Why?", called="why", rows=2, max_length=500)


class DeeperForm(Form):
    """Who may see the records behind which figures, on which lawful basis, until when."""

    basis = TextField(
        label="What is the lawful basis?",
        called="the lawful basis",
        help_text="The provision, and the power that the reader acts under.",
        max_length=500,
    )
    because = TextAreaField(label="Why are figures not enough?", called="why it is needed", rows=2)
    last_on = DateField(label="Until which day?", called="the last day", not_before=clock.today)

    def __init__(self, *args: Any, readers: Sequence[User], titles: Mapping[str, str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.readers = {str(reader.pk): reader for reader in readers}
        named = [(key, reader.name) for key, reader in self.readers.items()]
        self.fields["reader"] = ChoiceField(
            label="Who?", called="who it is", choices=[("", "Choose"), *named], as_select=True
        )
        self.fields["measure"] = ChoiceField(
            label="Behind which figures?",
            called="the figures",
            choices=[("", "Every measure"), *titles.items()],
            as_select=True,
            required=False,
        )
        self.order_fields(["reader", "measure", "basis", "because", "last_on"])

    def asked(self) -> tuple[User, Basis]:
        cleaned = self.cleaned_data
        basis = Basis(cleaned["basis"], cleaned["because"], cleaned["measure"], cleaned["last_on"] + ONE_DAY)
        return self.readers[cleaned["reader"]], basis


class SearchForm(Form):
    """Words to look for."""

    words = TextField(label="What do you look for?", called="what you look for", max_length=200)
