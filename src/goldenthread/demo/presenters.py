"""The demonstration’s door in words."""

from collections.abc import Iterable
from typing import Any

from goldenthread.accounts.roles import Role
from goldenthread.demo.queries import Persona
from goldenthread.ui.fields import start_upper

GROUPS = {
    "The council’s team": {Role.COORDINATOR, Role.TEAM_MANAGER, Role.ANALYST},
    "Families": {Role.PARENT, Role.YOUNG_PERSON},
    "Schools, health and care": {Role.ORGANISATION_LEAD, Role.SENCO, Role.ADVICE_GIVER},
    "Those who look after records and access": {
        Role.GUARDIAN,
        Role.RECORDS_OFFICER,
        Role.ADMINISTRATOR,
        Role.OPERATOR,
    },
    "Those who lead and judge": {
        Role.DIRECTOR,
        Role.IMPROVEMENT_LEAD,
        Role.FORUM_MEMBER,
        Role.CHAIR,
        Role.INSPECTOR,
    },
}


def persona_groups(personas: Iterable[Persona]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Groups for `ui/patterns/choose_person.html`: each with role and team."""
    choices: dict[str, list[dict[str, Any]]] = {title: [] for title in GROUPS}
    for persona in personas:
        title = next(title for title, roles in GROUPS.items() if Role(persona.role) in roles)
        about = ", ".join(filter(None, [start_upper(persona.role), persona.place]))
        choices[title].append({"value": persona.id, "text": persona.name, "hint": about})
    return [(title, found) for title, found in choices.items() if found]
