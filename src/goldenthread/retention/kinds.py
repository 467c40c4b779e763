"""Kinds of record, and what others do with them. No statute fixes it: each authority decides, and says
why."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    WITHOUT_PLAN = "without-plan"
    WITH_PLAN = "with-plan"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What someone else does. Unconfirmed: nothing is erased by it until the authority makes it its own."""

    kind: Kind
    title: str
    years: int
    says: str


SUGGESTIONS = {
    Kind.WITHOUT_PLAN: Suggestion(
        Kind.WITHOUT_PLAN,
        "A child who never had a plan",
        31,
        "School SEN files are kept for 31 years from birth, which is attributed to the toolkit of the "
        "Information and Records Management Society. No statute fixes it. Unconfirmed.",
    ),
    Kind.WITH_PLAN: Suggestion(
        Kind.WITH_PLAN,
        "A child who had a plan",
        45,
        "Lancashire says that it keeps records for 45 years where there was a plan, and for 75 where a child "
        "was ever looked after. No statute fixes it. Unconfirmed.",
    ),
}
FEWEST_YEARS, MOST_YEARS = 18, 100
