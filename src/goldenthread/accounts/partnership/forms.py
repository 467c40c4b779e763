"""What is typed when a body or a team is added or named anew."""

from typing import Any

from django.core.exceptions import ValidationError

from goldenthread.organisations.models import OrganisationKind
from goldenthread.organisations.queries import is_body_named, is_team_named
from goldenthread.ui import fields
from goldenthread.ui.fields import start_upper
from goldenthread.ui.forms import Form

LONGEST_BODY, LONGEST_TEAM = 200, 100
SAME_BODY = "There is a body of this name already"
SAME_TEAM = "There is a team of this name already"


def single_spaced(name: str) -> str:
    """The name with one space between its words: two names that differ in spaces would read as one."""
    return " ".join(name.split())


class BodyForm(Form):
    """A body of the partnership: what it is called and what it is."""

    name = fields.TextField(
        label="What is it called?",
        called="its name",
        help_text="As it stands on its letters. Promises, seats on boards and people’s access name it.",
        max_length=LONGEST_BODY,
    )
    kind = fields.ChoiceField(
        label="What is it?",
        called="what it is",
        choices=[(kind.value, start_upper(kind.label)) for kind in OrganisationKind],
    )

    def __init__(self, *args: Any, renamed: int | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.renamed = renamed

    def clean_name(self) -> str:
        name = single_spaced(self.cleaned_data["name"])
        if is_body_named(name, other_than=self.renamed):
            raise ValidationError(SAME_BODY)
        return name


class TeamForm(Form):
    """A team of the council."""

    name = fields.TextField(
        label="What is the team called?",
        called="its name",
        help_text="Coordinators and team managers see the records of their own team.",
        max_length=LONGEST_TEAM,
    )

    def __init__(self, *args: Any, renamed: int | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.renamed = renamed

    def clean_name(self) -> str:
        name = single_spaced(self.cleaned_data["name"])
        if is_team_named(name, other_than=self.renamed):
            raise ValidationError(SAME_TEAM)
        return name


class SettingForm(Form):
    """Which setting a body runs."""

    urn = fields.TextField(
        label="What is its URN?",
        called="its URN",
        help_text="Six digits, as Get Information About Schools has it.",
        max_length=6,
    )
