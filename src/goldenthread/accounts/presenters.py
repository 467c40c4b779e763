"""The door in words."""

from collections.abc import Iterable
from typing import Any

from goldenthread.accounts.queries import Persona


def persona_choices(personas: Iterable[Persona]) -> list[dict[str, Any]]:
    """Items for the radios: each persona with role and team as its hint."""
    return [
        {
            "value": persona.id,
            "text": persona.name,
            "hint": {"text": ", ".join(filter(None, [persona.role.capitalize(), persona.team]))},
        }
        for persona in personas
    ]
