"""The checks of a return. Each stands in one place, with its number, its sentence and what to do."""

from goldenthread.sen2.checks import people, plans, requests, structure
from goldenthread.sen2.checks.rule import Rule
from goldenthread.sen2.years.layouts import Layout

ALL: tuple[Rule, ...] = (*people.RULES, *requests.RULES, *plans.RULES, *structure.RULES)


def rules_for(layout: Layout) -> tuple[Rule, ...]:
    """The checks that hold for a return year."""
    return tuple(rule for rule in ALL if rule.since <= layout.year)
