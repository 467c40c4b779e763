"""Rights by age and capacity: who decides, who is told, who may appeal, by day.

Ask `who_decides`, `who_is_told` and `who_may_appeal`; `age_answers` gives the days that a birth date fixes.
"""

from goldenthread.rules.rights.ages import (
    AgeAnswer,
    adulthood_from,
    age_answers,
    age_on,
    compulsory_school_age_ends,
    outcomes_count_from,
    plan_may_last_until,
    year_group,
    young_person_from,
)
from goldenthread.rules.rights.capacity import CapacityFinding, Matter, lacks_capacity
from goldenthread.rules.rights.holders import Holder, Person, Right, who_decides, who_is_told, who_may_appeal

__all__ = [
    "AgeAnswer",
    "CapacityFinding",
    "Holder",
    "Matter",
    "Person",
    "Right",
    "adulthood_from",
    "age_answers",
    "age_on",
    "compulsory_school_age_ends",
    "lacks_capacity",
    "outcomes_count_from",
    "plan_may_last_until",
    "who_decides",
    "who_is_told",
    "who_may_appeal",
    "year_group",
    "young_person_from",
]
