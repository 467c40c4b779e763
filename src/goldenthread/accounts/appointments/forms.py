"""What is typed when access is given or ended."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.accounts.places import NOWHERE, Place
from goldenthread.accounts.roles import WITHIN_ORGANISATION, Role
from goldenthread.audit import clock
from goldenthread.organisations.models import Setting, Team
from goldenthread.organisations.queries import place_named
from goldenthread.ui import dates, fields
from goldenthread.ui.fields import start_upper
from goldenthread.ui.forms import Form


class AppointForm(Form):
    """Whom, to what, where, from when."""

    email = fields.EmailField(
        label="Whose access is it?",
        called="their e-mail address",
        help_text="The e-mail address that they sign in with.",
    )
    role = fields.ChoiceField(
        label="As what?",
        called="their role",
        as_select=True,
        choices=[("", "Choose a role"), *((one.value, start_upper(one.value)) for one in Role)],
    )
    team = fields.ChoiceField(
        label="In which team?",
        called="the team",
        as_select=True,
        choices=[],
        required=False,
        help_text="For coordinators and team managers.",
    )
    place = fields.TextField(
        label="At which school or organisation?",
        called="the school or organisation",
        help_text="For SENCOs and advice givers: the school’s URN, or the name of the organisation.",
        max_length=200,
        required=False,
    )
    starts_on = dates.DateField(label="From which day?", called="the first day")
    ends_on = dates.DateField(
        label="Until when?",
        called="the day it ends",
        help_text="Optional. The first day without access.",
        required=False,
    )

    def __init__(self, data: Any = None, *, teams: Iterable[Team]) -> None:
        super().__init__(data)
        self.teams = {str(team.pk): team for team in teams}
        named = [(number, team.name) for number, team in self.teams.items()]
        self.fields["team"].choices = [("", "No team"), *named]  # type: ignore[attr-defined]

    def clean_place(self) -> Place:
        typed = self.cleaned_data["place"].strip()
        found = place_named(typed) if typed else None
        if typed and found is None:
            raise ValidationError("No setting has this URN, and no organisation this name")
        if isinstance(found, Setting):
            return Place(setting=found)
        return Place(organisation=found) if found else NOWHERE

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        role = values.get("role")
        if role in WITHIN_ORGANISATION and values.get("place") == NOWHERE:
            self.add_error("place", f"Say at which school or organisation they are {role}")
        return values

    @property
    def at(self) -> Place:
        team = self.teams.get(self.cleaned_data["team"])
        return Place(team=team) if team else self.cleaned_data["place"]


class EndForm(Form):
    """From when they no longer hold it, and why."""

    ends_on = dates.DateField(
        label="From which day do they no longer hold it?",
        called="the day it ends",
        help_text="Today ends it now.",
        not_before=clock.today,
    )
    because = fields.TextAreaField(label="Why?", called="why", rows=2, max_length=500)
