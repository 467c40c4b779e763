"""What is asked when someone is invited, and when access ends."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.accounts.places import NOWHERE, Place
from goldenthread.accounts.roles import WITH_AN_END, WITHIN_ORGANISATION, Role
from goldenthread.audit import clock
from goldenthread.ui.dates import DateField
from goldenthread.ui.fields import ChoiceField, EmailField, TextField, start_upper
from goldenthread.ui.forms import Form

KINDS = {"team": "Team", "organisation": "Organisation", "setting": "School or college"}


def key_of(place: Place) -> str:
    """As the form has it: `team-3`."""
    return next((f"{kind}-{number}" for kind, number in place.numbers().items()), "")


class InviteForm(Form):
    """Whom to invite, to what, from when until when."""

    name = TextField(label="Their name", called="their name", max_length=200, autocomplete="off")
    email = EmailField(label="Their work e-mail address", called="their e-mail address", autocomplete="off")
    role = ChoiceField(label="What will they be?", called="what they will be", choices=[])
    place = ChoiceField(
        label="Where?",
        called="where they will work",
        help_text="A school’s people see that school’s children, a team’s coordinators their own.",
        choices=[],
        as_select=True,
        required=False,
    )
    starts_on = DateField(label="From which day?", called="the first day", not_before=clock.today)
    last_on = DateField(
        label="Until which day?",
        called="the last day",
        help_text="Leave it empty if no end is known.",
        required=False,
    )

    def __init__(self, *args: Any, roles: Iterable[Role], places: Iterable[Place], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.places = {key_of(place): place for place in places}
        self.fields["role"].choices = [(role.value, start_upper(role.value)) for role in roles]  # type: ignore[attr-defined]
        named = [(key, f"{KINDS[key.partition('-')[0]]}: {place}") for key, place in self.places.items()]
        self.fields["place"].choices = [("", "The whole partnership"), *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        at = cleaned["at"] = self.places.get(cleaned.get("place", ""), NOWHERE)
        role = Role(cleaned["role"]) if cleaned.get("role") else None
        if role in WITHIN_ORGANISATION and not (at.organisation or at.setting):
            self.add_error(
                "place", ValidationError("Choose the organisation, school or college they work for")
            )
        if role is Role.COORDINATOR and at.team is None:
            self.add_error("place", ValidationError("Choose the team they work in"))
        if role in WITH_AN_END and not cleaned.get("last_on") and "last_on" not in self.errors:
            self.add_error("last_on", ValidationError(f"Say until when they are {role}"))
        starts, last = cleaned.get("starts_on"), cleaned.get("last_on")
        if starts and last and last < starts:
            self.add_error("last_on", ValidationError("The last day must be the first day or a later one"))
        return cleaned


class BecauseForm(Form):
    """Why a sign-in is set up anew: it is kept."""

    because = TextField(label="Why?", called="why", max_length=200, help_text="As in “lost their phone”.")


class EndForm(Form):
    """From when someone no longer holds an access, and why: it is kept."""

    ends_on = DateField(
        label="From which day do they no longer have it?",
        called="the day it ends",
        help_text="Today ends it at once.",
        not_before=clock.today,
    )
    because = TextField(
        label="Why?", called="why", max_length=200, help_text="As in “left the council on 3 May”."
    )
