"""Rights by age and capacity: who decides, who is told, who may appeal, by day.

Ask `who_decides`, `who_is_told` and `who_may_appeal`; and `may_cease_because`, whether a reason can end a
plan. The days that a birth date fixes are duties of `goldenthread.rules.timetable.age`.
"""

from goldenthread.rules.rights.ages import (
    AgeAnswer,
    age_on,
    compulsory_school_age_ends,
    school_year,
    year_group,
    young_person_from,
)
from goldenthread.rules.rights.capacity import CapacityFinding, Matter, lacks_capacity
from goldenthread.rules.rights.ceasing import Ceasing, MayCease, Reason, ReviewFound, may_cease_because
from goldenthread.rules.rights.holders import Holder, Person, Right, who_decides, who_is_told, who_may_appeal

__all__ = [
    "AgeAnswer",
    "CapacityFinding",
    "Ceasing",
    "Holder",
    "Matter",
    "MayCease",
    "Person",
    "Reason",
    "ReviewFound",
    "Right",
    "age_on",
    "compulsory_school_age_ends",
    "lacks_capacity",
    "may_cease_because",
    "school_year",
    "who_decides",
    "who_is_told",
    "who_may_appeal",
    "year_group",
    "young_person_from",
]
